import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Result } from '../../core/result.js';
import { objectionErrorCodes, type ObjectionErrorCode, Objections } from '../../remedies/index.js';
import type { LeadSession } from '../../staff/index.js';
import { Problems } from '../problem/endpoint-problems.js';
import { CurrentSession, LeadOnly } from '../session-admission.js';
import { LeadObjectionDto, PaperObjectionDto } from './remedies.dto.js';

/** What the lead can do about a co-signature that was struck out. */
@ApiTags('lead')
@Controller('lead/objections')
@LeadOnly()
export class LeadObjectionsController {
  constructor(private readonly objections: Objections) {}

  @Post()
  @HttpCode(204)
  @ApiOperation({
    summary: 'Object (異議) to a number of the struck-out list of the round checked last',
    description:
      'On the days that the policy sets after the publication. Sealed to the commission; two people decide.',
  })
  @ApiNoContentResponse()
  @Problems(objectionErrorCodes)
  object(
    @CurrentSession() { caseNumber }: LeadSession,
    @Body() { nationalId, account }: LeadObjectionDto,
  ): Promise<Result<void, ObjectionErrorCode>> {
    return this.objections.byLead(caseNumber, { nationalId, account });
  }

  @Post('paper')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Object (異議) to a paper row of that list, by page and line',
    description: 'As an objection to a number. What the household registration office found can fall.',
  })
  @ApiNoContentResponse()
  @Problems(objectionErrorCodes)
  objectToPaperRow(
    @CurrentSession() { caseNumber }: LeadSession,
    @Body() { account, page, line }: PaperObjectionDto,
  ): Promise<Result<void, ObjectionErrorCode>> {
    return this.objections.toPaperRow(caseNumber, { place: { page, line }, account });
  }
}
