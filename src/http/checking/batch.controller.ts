import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  BatchControl,
  type SubmittedRoundErrorCode,
  submittedRoundErrorCodes,
} from '../../checking/index.js';
import type { CaseNumber } from '../../core/identifiers.js';
import type { Result } from '../../core/result.js';
import type { StaffSession } from '../../staff/index.js';
import { CaseNumberParameter } from '../address-parameter.js';
import { Problems } from '../problem/endpoint-problems.js';
import { CurrentSession, StaffOnly } from '../session-admission.js';

type Controlled = Promise<Result<void, SubmittedRoundErrorCode>>;

/** Pauses the verification of records, has it go on, or has it begin anew. Each is in the audit log. */
@ApiTags('staff')
@Controller('staff/cases/:caseNumber/check')
@StaffOnly('verifier')
export class BatchController {
  constructor(private readonly batches: BatchControl) {}

  @Post('pause')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Pause the verification of records',
    description: 'The records under way are finished. Only while records are being checked.',
  })
  @ApiNoContentResponse()
  @Problems(submittedRoundErrorCodes)
  pause(
    @CaseNumberParameter() caseNumber: CaseNumber,
    @CurrentSession() { memberId }: StaffSession,
  ): Controlled {
    return this.batches.pause(caseNumber, memberId);
  }

  @Post('resume')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Have a paused verification go on',
    description: 'Whatever it was paused for. Where what was missing is still missing, it is paused again.',
  })
  @ApiNoContentResponse()
  @Problems(submittedRoundErrorCodes)
  resume(
    @CaseNumberParameter() caseNumber: CaseNumber,
    @CurrentSession() { memberId }: StaffSession,
  ): Controlled {
    return this.batches.resume(caseNumber, memberId);
  }

  @Post('begin-anew')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Throw the verdicts away, and pause',
    description:
      'Only while records are being checked: nobody outside has seen a verdict. After `resume`, every record is verified again. The case stays in its check.',
  })
  @ApiNoContentResponse()
  @Problems(submittedRoundErrorCodes)
  beginAnew(
    @CaseNumberParameter() caseNumber: CaseNumber,
    @CurrentSession() { memberId }: StaffSession,
  ): Controlled {
    return this.batches.beginAnew(caseNumber, memberId);
  }
}
