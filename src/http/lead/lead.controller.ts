import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Commitment, RoundOrdinal } from '../../core/identifiers.js';
import { hex } from '../../core/octets.js';
import { LeadService, type RecordPage } from '../../lead/index.js';
import type { LeadSession } from '../../staff/index.js';
import { base64 } from '../cases/case.dto.js';
import { Problems } from '../openapi/problems.js';
import { valueOrProblem } from '../problem/problem.js';
import { BodyLimit } from '../server/request-body.js';
import { CurrentSession, LeadOnly } from '../session.guards.js';
import { fromBase64 } from '../validation/field-decorators.js';
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

/** Under which the platform's origin (`https://…`, no slash at the end) is injected. */
export const PLATFORM_ORIGIN = Symbol('platform origin');

const defaultPageSize = 200;

/** What the lead proposer (領銜人) of a case does. Everybody else gets the answer of a case that doesn't exist. */
@ApiTags('lead')
@Controller('lead')
@LeadOnly()
export class LeadController {
  constructor(
    private readonly lead: LeadService,
    @Inject(PLATFORM_ORIGIN) private readonly origin: string,
  ) {}

  @Get('case')
  @ApiOperation({ summary: 'The lead’s own case and its round in hand' })
  @ApiOkResponse({ type: LeadCaseView })
  @Problems('not-found')
  async case(@CurrentSession() { caseNumber }: LeadSession): Promise<LeadCaseView> {
    return leadCaseView(valueOrProblem(await this.lead.find(caseNumber)), this.origin);
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
  @Problems(
    'not-found',
    'transition-not-allowed',
    'period-over',
    'round-key-unsuitable',
    'wrapped-key-malformed',
  )
  @Problems(
    'statement-signer-not-lead',
    'key-statement-differs',
    'evidence-malformed',
    'evidence-signature-wrong',
  )
  async handInKey(
    @CurrentSession() { caseNumber }: LeadSession,
    @Body() body: RoundKeyDto,
  ): Promise<SealedProbeView> {
    const material = {
      publicKey: fromBase64(body.publicKey),
      wrappedKey: fromBase64(body.wrappedKey),
      keyStatement: fromBase64(body.keyStatement),
    };
    return { sealedProbe: base64(valueOrProblem(await this.lead.handInKey(caseNumber, material))) };
  }

  @Post('round/opening')
  @HttpCode(200)
  @ApiOperation({ summary: 'Open the round: show that the wrapped key opens (REG 6)' })
  @ApiOkResponse({ type: LeadCaseView })
  @Problems('not-found', 'transition-not-allowed', 'period-over', 'round-key-missing', 'probe-wrong')
  async open(
    @CurrentSession() { caseNumber }: LeadSession,
    @Body() body: RoundOpeningDto,
  ): Promise<LeadCaseView> {
    const opened = valueOrProblem(await this.lead.open(caseNumber, fromBase64(body.probe)));
    return leadCaseView(opened, this.origin);
  }

  @Get('progress')
  @ApiOperation({ summary: 'How many have co-signed, by day' })
  @ApiOkResponse({ type: ProgressView })
  @Problems('not-found')
  async progress(@CurrentSession() { caseNumber }: LeadSession): Promise<ProgressView> {
    return valueOrProblem(await this.lead.progress(caseNumber));
  }

  @Post('submission/draft')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Prepare the submission',
    description:
      'Stops intake for `holdSeconds`, which end by themselves, and answers what there is to sign.',
  })
  @ApiOkResponse({ type: SubmissionDraftView })
  @Problems('not-found', 'transition-not-allowed', 'period-over')
  async draft(@CurrentSession() { caseNumber }: LeadSession): Promise<SubmissionDraftView> {
    const draft = valueOrProblem(await this.lead.draftSubmission(caseNumber));
    return {
      recordCount: draft.recordCount,
      merkleRoot: hex(draft.merkleRoot),
      holdSeconds: draft.holdSeconds,
      commissionCertificate: base64(draft.commissionCertificate),
    };
  }

  @Post('submission')
  @BodyLimit(largestLeadBody)
  @ApiOperation({ summary: 'Submit (提出) the round, once (REG 7)' })
  @ApiCreatedResponse({ type: SubmittedView })
  @Problems(
    'not-found',
    'transition-not-allowed',
    'period-over',
    'submission-outdated',
    'statement-signer-not-lead',
  )
  @Problems('wrapped-key-not-for-commission', 'wrapped-key-not-round-key', 'evidence-signature-wrong')
  async submit(
    @CurrentSession() { caseNumber }: LeadSession,
    @Body() body: SubmissionDto,
  ): Promise<SubmittedView> {
    const statement = fromBase64(body.statement);
    const wrappedKey = fromBase64(body.wrappedKey);
    const { recordCount, merkleRoot } = valueOrProblem(
      await this.lead.submit(caseNumber, statement, wrappedKey),
    );
    return { recordCount, merkleRoot: hex(merkleRoot) };
  }

  @Get('round/records')
  @ApiOperation({ summary: 'The sealed records, for the lead’s own safekeeping, page by page' })
  @ApiOkResponse({ type: RecordPageView })
  @Problems('not-found', 'request-invalid')
  async records(
    @CurrentSession() { caseNumber }: LeadSession,
    @Query() query: RecordPageQuery,
  ): Promise<RecordPageView> {
    const limit = Number(query.limit ?? defaultPageSize);
    const after =
      query.after === undefined ? undefined : (Buffer.from(query.after, 'hex') as Uint8Array as Commitment);
    const round = query.round === undefined ? undefined : (Number(query.round) as RoundOrdinal);
    return recordPageView(
      valueOrProblem(await this.lead.records(caseNumber, { after, limit, round })),
      limit,
    );
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
