import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  type PlatformSwitchErrorCode,
  platformSwitchErrorCodes,
  type SwitchChange,
  type SwitchErrorCode,
  switchErrorCodes,
  type SwitchPlace,
} from '../../cases/index.js';
import type { CaseNumber } from '../../core/identifiers.js';
import { mapValue, type Result } from '../../core/result.js';
import { type StaffSession, SwitchSteps } from '../../staff/index.js';
import { CaseNumberParameter } from '../address-parameter.js';
import { Problems } from '../problem/endpoint-problems.js';
import { CurrentSession, StaffOnly } from '../session-admission.js';
import { InReadOnly } from '../switch-admission.js';
import { ApprovalView, approvalView } from './approval.dto.js';
import { CaseSwitchDto, SwitchDto } from './switch.dto.js';

const byAnother =
  'Another member approves the request (`staff/requests/{id}/approval`). Then every process keeps to it within seconds. What was taken before stays taken, and ' +
  'no last day moves. `GET /api/v1/status` shows it to everybody.';

/** What two people switch off and on again while the platform runs. */
@ApiTags('staff')
@Controller('staff')
@StaffOnly('registrar')
export class SwitchesController {
  constructor(private readonly steps: SwitchSteps) {}

  @Post('switches')
  @InReadOnly()
  @ApiOperation({
    summary:
      'Ask for the intake of all cases to be paused, or for the platform to be read-only; or for either to end',
    description: byAnother,
  })
  @ApiCreatedResponse({ type: ApprovalView })
  @Problems(platformSwitchErrorCodes)
  async ofPlatform(
    @Body() body: SwitchDto,
    @CurrentSession() session: StaffSession,
  ): Promise<Result<ApprovalView, PlatformSwitchErrorCode>> {
    return mapValue(
      await this.steps.requestForPlatform(changeTo({ name: body.name }, body), session),
      approvalView,
    );
  }

  @Post('cases/:caseNumber/intake-pause')
  @InReadOnly()
  @ApiOperation({ summary: 'Ask for the intake of a case to be paused, or to go on', description: byAnother })
  @ApiCreatedResponse({ type: ApprovalView })
  @Problems(switchErrorCodes)
  async ofCase(
    @CaseNumberParameter() caseNumber: CaseNumber,
    @Body() body: CaseSwitchDto,
    @CurrentSession() session: StaffSession,
  ): Promise<Result<ApprovalView, SwitchErrorCode>> {
    const change = changeTo({ name: 'intake-paused' as const, caseNumber }, body);
    return mapValue(await this.steps.requestForCase(change, session), approvalView);
  }
}

function changeTo<Place extends SwitchPlace>(
  place: Place,
  { on, reasonZhTW = '', reasonEn = '' }: CaseSwitchDto,
): SwitchChange & Place {
  return on ? { ...place, on, reasonZhTW, reasonEn } : { ...place, on };
}
