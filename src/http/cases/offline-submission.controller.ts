import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsISO8601, Matches } from 'class-validator';
import type { CaseNumber } from '../../core/identifiers.js';
import { mapValue, type Result } from '../../core/result.js';
import { type OfflineSubmissionErrorCode, offlineSubmissionErrorCodes } from '../../lead/index.js';
import { OfflineSubmissionSteps, type StaffSession } from '../../staff/index.js';
import { CaseNumberParameter } from '../address-parameter.js';
import { largestLeadBody, SubmissionDto } from '../lead/lead.dto.js';
import { Problems } from '../problem/endpoint-problems.js';
import { BodyLimit } from '../server/request-body.js';
import { CurrentSession, StaffOnly } from '../session-admission.js';
import { ApprovalView, approvalView } from '../staff/approval.dto.js';
import { fromBase64 } from '../validation/field-decorators.js';

/** What `lianshu lead submit --offline` wrote, and when it was handed over. */
export class OfflineSubmissionDto extends SubmissionDto {
  @ApiProperty({
    format: 'date-time',
    description: 'When the lead handed it over, with its zone; within the period.',
    example: '2026-09-02T16:30:00+08:00',
  })
  @IsISO8601({ strict: true })
  @Matches(/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)$/)
  readonly handedOverAt!: string;
}

/** The lead's continuity: an outage on the last day. */
@ApiTags('staff')
@Controller('staff/cases/:caseNumber/offline-submission')
@StaffOnly('registrar')
export class OfflineSubmissionController {
  constructor(private readonly steps: OfflineSubmissionSteps) {}

  @Post()
  @BodyLimit(largestLeadBody)
  @ApiOperation({
    summary: 'Ask for a submission to be taken in that the lead made offline during an outage (REG 11)',
    description:
      'Another member approves the request. Then the round is submitted as of the time it was handed over, if it is over exactly the records ' +
      'that are stored. While the request waits, the case does not lapse.',
  })
  @ApiCreatedResponse({ type: ApprovalView })
  @Problems(offlineSubmissionErrorCodes)
  async request(
    @CaseNumberParameter() caseNumber: CaseNumber,
    @Body() body: OfflineSubmissionDto,
    @CurrentSession() session: StaffSession,
  ): Promise<Result<ApprovalView, OfflineSubmissionErrorCode>> {
    const handedOver = {
      statement: fromBase64(body.statement),
      wrappedKey: fromBase64(body.wrappedKey),
      handedOverAt: new Date(body.handedOverAt),
    };
    return mapValue(await this.steps.request(caseNumber, handedOver, session), approvalView);
  }
}
