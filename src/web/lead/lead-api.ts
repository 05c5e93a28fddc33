import createClient, { type Client } from 'openapi-fetch';
import type { CardSignature } from '../../core/cms/card.js';
import type { OpenedRound, SignedSubmission } from '../../core/ceremony/index.js';
import { encodeBase64 } from '../../core/encodings.js';
import type { components, paths } from '../api/schema';
import type { Language } from '../language';
import { type LeadSession, leadSession } from './lead-session';

type Schemas = components['schemas'];
export type LeadCase = Schemas['LeadCaseView'];
export type Progress = Schemas['ProgressView'];
export type SubmissionDraft = Schemas['SubmissionDraftView'];
export type RecordPage = Schemas['RecordPageView'];

/**
 * Why the server's answer is none. `sentence` is the server's own, in the page's language, and says what to do; without it nothing
 * came back that it could have written: then it is unknown whether the request arrived.
 */
export interface Refusal {
  /** A code of the API, or `unreachable`. */
  readonly code: string;
  readonly sentence?: string;
}

/** What the server answers to a request. */
export type Answer<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: Refusal };

interface Fetched<Value> {
  readonly data?: Value;
  readonly error?: unknown;
  readonly response: Response;
}

/** The lead's part of the HTTP API, with the session's token where there is one. */
export class LeadApi {
  private readonly client: Client<paths>;

  constructor(
    language: Language,
    private readonly session: LeadSession = leadSession,
  ) {
    this.client = createClient<paths>({ headers: { 'accept-language': language }, cache: 'no-store' });
    this.client.use({
      onRequest: ({ request, schemaPath }) => {
        const state = this.session.current();
        if (state.kind === 'signed-in' && schemaPath.startsWith('/api/v1/lead/'))
          request.headers.set('authorization', `Bearer ${state.token}`);
        return request;
      },
    });
  }

  challenge(): Promise<Answer<Schemas['SignInChallengeAnswer']>> {
    return this.answered(this.client.POST('/api/v1/sign-in/challenges', { body: { purpose: 'lead' } }));
  }

  signIn(
    challenge: string,
    signature: CardSignature,
    accessCode: string,
  ): Promise<Answer<Schemas['LeadSignInAnswer']>> {
    const body = { challenge, signature: signatureJson(signature), accessCode };
    return this.answered(this.client.POST('/api/v1/sign-in/lead', { body }));
  }

  /** Ends the session at the server. */
  signOut(): Promise<Answer<unknown>> {
    return this.answered(this.client.DELETE('/api/v1/lead/session'));
  }

  case(): Promise<Answer<LeadCase>> {
    return this.answered(this.client.GET('/api/v1/lead/case'));
  }

  progress(): Promise<Answer<Progress>> {
    return this.answered(this.client.GET('/api/v1/lead/progress'));
  }

  handInKey(material: OpenedRound): Promise<Answer<Schemas['SealedProbeView']>> {
    const body = {
      publicKey: encodeBase64(material.publicKey),
      wrappedKey: encodeBase64(material.wrappedKey),
      keyStatement: encodeBase64(material.keyStatement),
    };
    return this.answered(this.client.POST('/api/v1/lead/round/key', { body }));
  }

  open(probe: Uint8Array): Promise<Answer<LeadCase>> {
    const body = { probe: encodeBase64(probe) };
    return this.answered(this.client.POST('/api/v1/lead/round/opening', { body }));
  }

  draft(): Promise<Answer<SubmissionDraft>> {
    return this.answered(this.client.POST('/api/v1/lead/submission/draft'));
  }

  submit({ statement, wrappedKey }: SignedSubmission): Promise<Answer<Schemas['SubmittedView']>> {
    const body = { statement: encodeBase64(statement), wrappedKey: encodeBase64(wrappedKey) };
    return this.answered(this.client.POST('/api/v1/lead/submission', { body }));
  }

  /** A page of the sealed records of the round in hand: those after a commitment, in hex. */
  records(after: string | undefined, limit: number, signal: AbortSignal): Promise<Answer<RecordPage>> {
    const query = { limit: String(limit), ...(after === undefined ? {} : { after }) };
    return this.answered(this.client.GET('/api/v1/lead/round/records', { params: { query }, signal }));
  }

  struckOut(): Promise<Answer<Schemas['StruckOutView']>> {
    return this.answered(this.client.GET('/api/v1/lead/struck-out'));
  }

  /** The published result of the case's round checked last. */
  result(caseNumber: string): Promise<Answer<Schemas['ResultView']>> {
    return this.answered(
      this.client.GET('/api/v1/cases/{caseNumber}/result', { params: { path: { caseNumber } } }),
    );
  }

  /** The commission's certificate and those above it, PEM, as published with the result. */
  commissionCertificates(caseNumber: string): Promise<Answer<string>> {
    return this.answered(
      this.client.GET('/api/v1/cases/{caseNumber}/result/{file}', {
        params: { path: { caseNumber, file: 'certificates.pem' } },
        parseAs: 'text',
      }),
    );
  }

  /** Where the server knows the session no longer, it ends here as well. */
  private async answered<Value>(request: Promise<Fetched<Value>>): Promise<Answer<Value>> {
    try {
      const { data, error, response } = await request;
      if (response.ok) return { ok: true, value: data as Value };
      const refusal = refusalIn(error);
      if (refusal.code === 'sign-in-required') this.session.end('ended');
      return { ok: false, refusal };
    } catch {
      return { ok: false, refusal: { code: 'unreachable' } };
    }
  }
}

function refusalIn(problem: unknown): Refusal {
  const { code, detail } = (typeof problem === 'object' && problem !== null ? problem : {}) as Record<
    string,
    unknown
  >;
  return typeof code === 'string' && typeof detail === 'string'
    ? { code, sentence: detail }
    : { code: 'unreachable' };
}

function signatureJson(signature: CardSignature): Schemas['CardSignatureDto'] {
  return signature.form === 'cms'
    ? { form: 'cms', signedData: encodeBase64(signature.signedData) }
    : {
        form: 'pkcs1',
        signature: encodeBase64(signature.signature),
        certificate: encodeBase64(signature.certificate),
      };
}
