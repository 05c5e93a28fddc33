import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { mapValue, type Result } from '../../core/result.js';
import {
  type MemberAddErrorCode,
  memberAddErrorCodes,
  type MemberRemovalErrorCode,
  memberRemovalErrorCodes,
  type MemberRolesErrorCode,
  memberRolesErrorCodes,
  MemberSteps,
  type StaffSession,
} from '../../staff/index.js';
import { MemberIdParameter } from '../address-parameter.js';
import { Problems } from '../problem/endpoint-problems.js';
import { BodyLimit } from '../server/request-body.js';
import { CurrentSession, StaffOnly } from '../session-admission.js';
import { fromBase64 } from '../validation/field-decorators.js';
import { ApprovalView, approvalView } from './approval.dto.js';
import { largestNewMember, MemberList, MemberRolesDto, memberView, NewMemberDto } from './member.dto.js';

const byAnother =
  'Another member approves the request (`staff/requests/{id}/approval`). Until then nothing changes.';

/** Who is on the staff, and how that is changed: a registrar asks, and an approver whom it gives no role signs. */
@ApiTags('staff')
@Controller('staff/members')
@StaffOnly()
export class MembersController {
  constructor(private readonly steps: MemberSteps) {}

  @Get()
  @ApiOperation({ summary: 'Every member of staff, active or not' })
  @ApiOkResponse({ type: MemberList })
  async all(): Promise<MemberList> {
    return { members: (await this.steps.list()).map(memberView) };
  }

  @Post()
  @StaffOnly('registrar')
  @BodyLimit(largestNewMember)
  @ApiOperation({
    summary: 'Ask for somebody to become a member of staff, by the signing certificate of their card',
    description: `${byAnother} The certificate must be good now; it is not stored, its SHA-256 is.`,
  })
  @ApiCreatedResponse({ type: ApprovalView })
  @Problems(memberAddErrorCodes)
  async add(
    @Body() { name, roles, certificate }: NewMemberDto,
    @CurrentSession() session: StaffSession,
  ): Promise<Result<ApprovalView, MemberAddErrorCode>> {
    const wanted = { name, roles, certificate: fromBase64(certificate) };
    return mapValue(await this.steps.requestAdd(wanted, session), approvalView);
  }

  @Post(':id/roles')
  @StaffOnly('registrar')
  @ApiOperation({
    summary: 'Ask for other roles of a member, in place of those they have',
    description: byAnother,
  })
  @ApiCreatedResponse({ type: ApprovalView })
  @Problems(memberRolesErrorCodes)
  async roles(
    @MemberIdParameter() id: string,
    @Body() { roles }: MemberRolesDto,
    @CurrentSession() session: StaffSession,
  ): Promise<Result<ApprovalView, MemberRolesErrorCode>> {
    return mapValue(await this.steps.requestRoles(id, roles, session), approvalView);
  }

  @Post(':id/removal')
  @StaffOnly('registrar')
  @ApiOperation({
    summary: 'Ask for a member to be removed, for good: their sessions end at once',
    description: byAnother,
  })
  @ApiCreatedResponse({ type: ApprovalView })
  @Problems(memberRemovalErrorCodes)
  async remove(
    @MemberIdParameter() id: string,
    @CurrentSession() session: StaffSession,
  ): Promise<Result<ApprovalView, MemberRemovalErrorCode>> {
    return mapValue(await this.steps.requestRemoval(id, session), approvalView);
  }
}
