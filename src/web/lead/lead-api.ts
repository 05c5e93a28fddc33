import type { Client } from 'openapi-fetch';
import type { OpenedRound, SignedSubmission } from '../../core/ceremony/index.js';
import type { CardSignature } from '../../core/cms/card.js';
import { encodeBase64 } from '../../core/encodings.js';
import { type Answer, answerOf } from '../api/answer';
import { signedInClient } from '../api/signed-in-client';
import { signatureJson } from '../api/signature-json';
import type { ApiSchemas } from '../api/client';
import type { paths } from '../api/schema';
import type { Language } from '../language';
import { type LeadSession, leadSession } from './lead-session';

export type LeadCase = ApiSchemas['LeadCaseView'];
export type Progress = ApiSchemas['ProgressView'];
export type SubmissionDraft = ApiSchemas['SubmissionDraftView'];
export type RecordPage = ApiSchemas['RecordPageView'];
/** A round, as a query names it. */
export type RoundName = '1' | '2';

/** The lead's part of the HTTP API, with the session's token where there is one. */
export class LeadApi {
  private readonly client: () => Client<paths>;

  constructor(
    language: Language,
    private readonly session: LeadSession = leadSession,
  ) {
    this.client = signedInClient(language, '/api/v1/lead/', session);
  }

  challenge(): Promise<Answer<ApiSchemas['SignInChallengeAnswer']>> {
    return this.answered(this.client().POST('/api/v1/sign-in/challenges', { body: { purpose: 'lead' } }));
  }

  signIn(
    challenge: string,
    signature: CardSignature,
    accessCode: string,
  ): Promise<Answer<ApiSchemas['LeadSignInAnswer']>> {
    const body = { challenge, signature: signatureJson(signature), accessCode };
    return this.answered(this.client().POST('/api/v1/sign-in/lead', { body }));
  }

  /** Ends the session at the server. */
  signOut(): Promise<Answer<unknown>> {
    return this.answered(this.client().DELETE('/api/v1/lead/session'));
  }

  case(): Promise<Answer<LeadCase>> {
    return this.answered(this.client().GET('/api/v1/lead/case'));
  }

  progress(): Promise<Answer<Progress>> {
    return this.answered(this.client().GET('/api/v1/lead/progress'));
  }

  handInKey(material: OpenedRound): Promise<Answer<ApiSchemas['SealedProbeView']>> {
    const body = {
      publicKey: encodeBase64(material.publicKey),
      wrappedKey: encodeBase64(material.wrappedKey),
      keyStatement: encodeBase64(material.keyStatement),
    };
    return this.answered(this.client().POST('/api/v1/lead/round/key', { body }));
  }

  open(probe: Uint8Array): Promise<Answer<LeadCase>> {
    const body = { probe: encodeBase64(probe) };
    return this.answered(this.client().POST('/api/v1/lead/round/opening', { body }));
  }

  draft(): Promise<Answer<SubmissionDraft>> {
    return this.answered(this.client().POST('/api/v1/lead/submission/draft'));
  }

  submit({ statement, wrappedKey }: SignedSubmission): Promise<Answer<ApiSchemas['SubmittedView']>> {
    const body = { statement: encodeBase64(statement), wrappedKey: encodeBase64(wrappedKey) };
    return this.answered(this.client().POST('/api/v1/lead/submission', { body }));
  }

  /** A page of the sealed records of the round in hand: those after a commitment, in hex. */
  records(after: string | undefined, limit: number, signal: AbortSignal): Promise<Answer<RecordPage>> {
    const query = { limit, ...(after === undefined ? {} : { after }) };
    return this.answered(this.client().GET('/api/v1/lead/round/records', { params: { query }, signal }));
  }

  /** The sealed struck-out list of a round, or of the round checked last. */
  struckOut(round?: RoundName): Promise<Answer<ApiSchemas['StruckOutView']>> {
    return this.answered(this.client().GET('/api/v1/lead/struck-out', { params: { query: { round } } }));
  }

  /** Objects to a number of the struck-out list of the round checked last being struck out. */
  object(nationalId: string, account: string): Promise<Answer<unknown>> {
    return this.answered(this.client().POST('/api/v1/lead/objections', { body: { nationalId, account } }));
  }

  /** The published result of a round, or of the round checked last. */
  result(caseNumber: string, round?: RoundName): Promise<Answer<ApiSchemas['ResultView']>> {
    const params = { path: { caseNumber }, query: { round } };
    return this.answered(this.client().GET('/api/v1/cases/{caseNumber}/result', { params }));
  }

  /** The commission's certificate and those above it, PEM, as published with that result. */
  commissionCertificates(caseNumber: string, round?: RoundName): Promise<Answer<string>> {
    const params = { path: { caseNumber, file: 'certificates.pem' }, query: { round } };
    return this.answered(
      this.client().GET('/api/v1/cases/{caseNumber}/result/{file}', { params, parseAs: 'text' }),
    );
  }

  /** Where the server knows the session no longer, it ends here as well. */
  private async answered<Data>(request: Parameters<typeof answerOf<Data>>[0]): Promise<Answer<Data>> {
    const answer = await answerOf(request);
    if (answer.kind === 'refused' && answer.problem.code === 'sign-in-required') this.session.end('ended');
    return answer;
  }
}
