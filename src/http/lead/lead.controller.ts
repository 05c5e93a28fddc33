import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { hex } from '../../core/octets.js';
import { mapValue, type Result } from '../../core/result.js';
import {
  type DraftSubmissionErrorCode,
  draftSubmissionErrorCodes,
  type HandInKeyErrorCode,
  handInKeyErrorCodes,
  type LeadCaseErrorCode,
  leadCaseErrorCodes,
  LeadService,
  type OpenRoundErrorCode,
  openRoundErrorCodes,
  type RecordPage,
  type SubmissionErrorCode,
  submissionErrorCodes,
} from '../../lead/index.js';
import type { LeadSession } from '../../staff/index.js';
import { base64 } from '../cases/case.dto.js';
import { Problems } from '../problem/endpoint-problems.js';
import { BodyLimit } from '../server/request-body.js';
import { CurrentSession, LeadOnly } from '../session-admission.js';
import { fromBase64 } from '../validation/field-decorators.js';
import { Paging } from '../validation/paging.pipe.js';
import { keyView, LeadCaseView, leadCaseView } from './lead-case.dto.js';
import {
  largestLeadBody,
  ProgressView,
  RecordPageQuery,
  RecordPageView,
  RoundKeyDto,
  RoundOpeningDto,
  SealedProbeView,
  SubmissionDraftView,
  SubmissionDto,
  SubmittedView,
} from './lead.dto.js';

/** What the lead proposer (領銜人) of a case can do. The session says which case. */
@ApiTags('lead')
@Controller('lead')
@LeadOnly()
export class LeadController {
  constructor(private readonly lead: LeadService) {}

  @Get('case')
  @ApiOperation({ summary: 'The lead’s own case and its round in hand' })
  @ApiOkResponse({ type: LeadCaseView })
  @Problems(leadCaseErrorCodes)
  async case(
    @CurrentSession() { caseNumber }: LeadSession,
  ): Promise<Result<LeadCaseView, LeadCaseErrorCode>> {
    return mapValue(await this.lead.findToSign(caseNumber), leadCaseView);
  }

  @Post('round/key')
  @HttpCode(200)
  @BodyLimit(largestLeadBody)
  @ApiOperation({
    summary: 'Hand in the round’s key',
    description:
      'Public and wrapped key with the signed key statement. The answer is sealed to the key: open it for `round/opening`.',
  })
  @ApiOkResponse({ type: SealedProbeView })
  @Problems(handInKeyErrorCodes)
  async handInKey(
    @CurrentSession() { caseNumber }: LeadSession,
    @Body() body: RoundKeyDto,
  ): Promise<Result<SealedProbeView, HandInKeyErrorCode>> {
    const material = {
      publicKey: fromBase64(body.publicKey),
      wrappedKey: fromBase64(body.wrappedKey),
      keyStatement: fromBase64(body.keyStatement),
    };
    return mapValue(await this.lead.handInKey(caseNumber, material), (probe) => ({
      sealedProbe: base64(probe),
    }));
  }

  @Post('round/opening')
  @HttpCode(200)
  @ApiOperation({ summary: 'Open the round: show that the wrapped key opens (REG 6)' })
  @ApiOkResponse({ type: LeadCaseView })
  @Problems(openRoundErrorCodes)
  async open(
    @CurrentSession() { caseNumber }: LeadSession,
    @Body() body: RoundOpeningDto,
  ): Promise<Result<LeadCaseView, OpenRoundErrorCode>> {
    const opened = await this.lead.open(caseNumber, fromBase64(body.probe));
    return mapValue(opened, leadCaseView);
  }

  @Get('progress')
  @ApiOperation({ summary: 'How many have co-signed, by day' })
  @ApiOkResponse({ type: ProgressView })
  @Problems(leadCaseErrorCodes)
  progress(@CurrentSession() { caseNumber }: LeadSession): Promise<Result<ProgressView, LeadCaseErrorCode>> {
    return this.lead.progress(caseNumber);
  }

  @Post('submission/draft')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Prepare the submission',
    description:
      'Stops intake for `holdSeconds`, which end by themselves, and answers what there is to sign.',
  })
  @ApiOkResponse({ type: SubmissionDraftView })
  @Problems(draftSubmissionErrorCodes)
  async draft(
    @CurrentSession() { caseNumber }: LeadSession,
  ): Promise<Result<SubmissionDraftView, DraftSubmissionErrorCode>> {
    return mapValue(await this.lead.draftSubmission(caseNumber), (draft) => ({
      origin: draft.origin,
      recordCount: draft.recordCount,
      merkleRoot: hex(draft.merkleRoot),
      holdSeconds: draft.holdSeconds,
      commissionCertificate: base64(draft.commissionCertificate),
    }));
  }

  @Post('submission')
  @BodyLimit(largestLeadBody)
  @ApiOperation({ summary: 'Submit (提出) the round, once (REG 7)' })
  @ApiCreatedResponse({ type: SubmittedView })
  @Problems(submissionErrorCodes)
  async submit(
    @CurrentSession() { caseNumber }: LeadSession,
    @Body() body: SubmissionDto,
  ): Promise<Result<SubmittedView, SubmissionErrorCode>> {
    const submitted = await this.lead.submit(
      caseNumber,
      fromBase64(body.statement),
      fromBase64(body.wrappedKey),
    );
    return mapValue(submitted, ({ recordCount, merkleRoot }) => ({
      recordCount,
      merkleRoot: hex(merkleRoot),
    }));
  }

  @Get('round/records')
  @ApiOperation({ summary: 'The sealed records, for the lead’s own safekeeping, page by page' })
  @ApiOkResponse({ type: RecordPageView })
  @Problems(leadCaseErrorCodes)
  async records(
    @CurrentSession() { caseNumber }: LeadSession,
    @Paging() { after, limit, round }: RecordPageQuery,
  ): Promise<Result<RecordPageView, LeadCaseErrorCode>> {
    const page = await this.lead.records(caseNumber, { after, limit, round });
    return mapValue(page, (found) => recordPageView(found, limit));
  }
}

function recordPageView({ round, records }: RecordPage, limit: number): RecordPageView {
  const last = records.length === limit ? records.at(-1) : undefined;
  return {
    round: round.ordinal,
    ...keyView(round),
    records: records.map(({ commitment, record }) => ({
      commitment: hex(commitment),
      record: base64(record),
    })),
    ...(last === undefined ? {} : { next: hex(last.commitment) }),
  };
}
