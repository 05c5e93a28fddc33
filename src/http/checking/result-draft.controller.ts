import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { CheckingService, type ResultErrorCode, resultErrorCodes } from '../../checking/index.js';
import type { CaseNumber } from '../../core/identifiers.js';
import { mapValue, type Result } from '../../core/result.js';
import { CaseNumberParameter } from '../address-parameter.js';
import { Problems } from '../problem/endpoint-problems.js';
import { StaffOnly } from '../session-admission.js';

/** A result that nobody has confirmed. */
class ResultDraftView {
  @ApiProperty({
    format: 'byte',
    description: 'result.json: canonical JSON (RFC 8785), exactly as it would be signed and published',
  })
  readonly result!: string;
}

/** What the second person confirms, to be read before. */
@ApiTags('staff')
@Controller('staff/cases/:caseNumber/result')
@StaffOnly('verifier', 'approver')
export class ResultDraftController {
  constructor(private readonly checking: CheckingService) {}

  @Get()
  @ApiOperation({ summary: 'The result as it was drawn up; none before MOI’s answer is in' })
  @ApiOkResponse({ type: ResultDraftView })
  @Problems(resultErrorCodes)
  async draft(
    @CaseNumberParameter() caseNumber: CaseNumber,
  ): Promise<Result<ResultDraftView, ResultErrorCode>> {
    const draft = await this.checking.resultDraft(caseNumber);
    return mapValue(draft, (bytes) => ({ result: Buffer.from(bytes).toString('base64') }));
  }
}
