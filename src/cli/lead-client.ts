import type { OpenedRound, SignedSubmission } from '../core/ceremony/index.js';
import type { Card } from '../core/cms/index.js';
import type { CaseNumber, RoundOrdinal } from '../core/identifiers.js';
import { renderSignIn, type SealingMode } from '../core/statement/index.js';
import { type ServerAddress, ServerConnection } from './server-connection.js';

/** The lead's own case. Bytes are in base64. */
export interface LeadCaseAnswer {
  readonly number: CaseNumber;
  readonly mainText: string;
  readonly mode: SealingMode;
  readonly threshold: number;
  readonly state: string;
  readonly undertaking: string;
  readonly origin: string;
  readonly signingAddress?: string;
  readonly round: LeadRoundAnswer;
}

/** The current round of the lead's case. Key and statement are there once they were handed in. */
export interface LeadRoundAnswer {
  readonly round: RoundOrdinal;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly commissionRoundKey: string;
  readonly publicKey?: string;
  readonly wrappedKey?: string;
  readonly keyStatement?: string;
  readonly submission?: SubmissionAnswer;
}

/** What was submitted. */
interface SubmissionAnswer {
  readonly submittedAt: string;
  readonly recordCount: number;
  readonly merkleRoot: string;
}

/** The progress of the round. */
export interface ProgressAnswer {
  readonly recordCount: number;
  readonly byDay: readonly { readonly day: string; readonly count: number }[];
  readonly daysLeft: number;
  /** The closures of offices that have moved the last day. */
  readonly movedBy?: readonly { readonly day: string; readonly reference: string }[];
  readonly threshold: number;
  readonly shareOfThreshold: number;
}

/** The struck-out list as it was handed over. The envelope is in base64. */
export interface StruckOutAnswer {
  readonly envelope: string;
  readonly case: string;
  readonly leadName: string;
  readonly fetchedAt: string;
}

/** What there is to submit now. The root is in hex, the certificate in base64. */
export interface DraftAnswer {
  readonly origin: string;
  readonly recordCount: number;
  readonly merkleRoot: string;
  readonly holdSeconds: number;
  readonly commissionCertificate: string;
}

/** A page of sealed records from the API. Bytes are in base64. */
export interface RecordPageAnswer {
  readonly round: RoundOrdinal;
  readonly publicKey: string;
  readonly wrappedKey: string;
  readonly keyStatement: string;
  readonly records: readonly { readonly commitment: string; readonly record: string }[];
  readonly next?: string;
}

/** An answer as it came, before anybody has looked at it. */
type Loosely<Answer> = { readonly [Name in keyof Answer]?: unknown };

/** A client of the lead's part of the HTTP API. It rejects as {@link ServerConnection} does. */
export class LeadClient {
  private constructor(private readonly connection: ServerConnection) {}

  /**
   * Signs in with card and access code (REG 6). This code renders the statement for `origin` itself, so the card does not sign a text
   * that the server chose.
   */
  static async signIn(
    address: ServerAddress,
    origin: string,
    card: Card,
    accessCode: string,
  ): Promise<LeadClient> {
    const connection = new ServerConnection(address);
    const { challenge } = await connection.post<{ challenge: string }>('sign-in/challenges', {
      purpose: 'lead',
    });
    const signature = await card.sign(renderSignIn('lead', origin, challenge), 'cms-attached');
    const body = { challenge, signature: inJson({ ...signature }), accessCode };
    const { token } = await connection.post<{ token: string }>('sign-in/lead', body);
    return new LeadClient(connection.signedIn(token));
  }

  /** Ends the session. A session that can't be ended now expires by itself. */
  async signOut(): Promise<void> {
    await this.connection.delete('lead/session').catch(() => undefined);
  }

  /** The lead's own case. */
  async case(): Promise<LeadCaseAnswer> {
    return this.leadCase(await this.connection.get('lead/case'));
  }

  /** Hands in the key of the round, or the same again. Returns the probe that the server sealed to it, DER. */
  async handInKey({ publicKey, wrappedKey, keyStatement }: OpenedRound): Promise<Uint8Array> {
    const body = inJson({ publicKey, wrappedKey, keyStatement });
    const { sealedProbe } = await this.connection.post<{ sealedProbe: string }>('lead/round/key', body);
    return fromBase64(sealedProbe);
  }

  /** Answers the probe: the round collects. Returns the case as it is then. */
  async openRound(probe: Uint8Array): Promise<LeadCaseAnswer> {
    return this.leadCase(await this.connection.post('lead/round/opening', inJson({ probe })));
  }

  /** Count, count per day and days left. */
  async progress(): Promise<ProgressAnswer> {
    const answer = await this.connection.get<ProgressAnswer>('lead/progress');
    const { recordCount, threshold, daysLeft, byDay } = answer as Loosely<ProgressAnswer>;
    const numbers = [recordCount, threshold, daysLeft].every((each) => typeof each === 'number');
    return this.connection.expectForm(answer, numbers && Array.isArray(byDay));
  }

  /** Has recording stopped for a few minutes, and returns what there is to submit. */
  draft(): Promise<DraftAnswer> {
    return this.connection.post('lead/submission/draft');
  }

  /** Submits the round. */
  async submit({ statement, wrappedKey }: SignedSubmission): Promise<void> {
    await this.connection.post('lead/submission', inJson({ statement, wrappedKey }));
  }

  /** The struck-out list of a round, or of the one checked last, as the commission sealed it to the lead's card: CMS EnvelopedData, DER. */
  async struckOutList(round?: '1' | '2'): Promise<StruckOutAnswer> {
    const path = round === undefined ? 'lead/struck-out' : `lead/struck-out?round=${round}`;
    const answer = await this.connection.get<StruckOutAnswer>(path);
    const { envelope, fetchedAt } = answer as Loosely<StruckOutAnswer>;
    const isTime = typeof fetchedAt === 'string' && !Number.isNaN(Date.parse(fetchedAt));
    return this.connection.expectForm(answer, typeof envelope === 'string' && isTime);
  }

  /** A case of which everything that is signed or shown is there. */
  private leadCase(answer: LeadCaseAnswer): LeadCaseAnswer {
    const { round, number, mainText, mode, state, undertaking, origin } = answer as Loosely<LeadCaseAnswer>;
    const { firstDay, lastDay, commissionRoundKey } = (round ?? {}) as Loosely<LeadRoundAnswer>;
    const texts = [number, mainText, mode, state, undertaking, origin, firstDay, lastDay, commissionRoundKey];
    const fits = texts.every((each) => typeof each === 'string');
    return this.connection.expectForm(answer, fits);
  }

  /** Every page of a round's sealed records; of the current round if `round` is undefined. */
  async *records(round: string | undefined): AsyncGenerator<RecordPageAnswer> {
    const query = new URLSearchParams(round === undefined ? {} : { round });
    for (let next: string | undefined = ''; next !== undefined;) {
      if (next !== '') query.set('after', next);
      const page: RecordPageAnswer = await this.connection.get(`lead/round/records?${query.toString()}`);
      yield page;
      next = page.next;
    }
  }
}

/** The bytes of standard base64. */
export const fromBase64 = (text: string): Uint8Array => Buffer.from(text, 'base64');

/** Members of a JSON body: octets in standard base64. */
export function inJson(members: Readonly<Record<string, string | Uint8Array>>): Record<string, string> {
  const text = (value: string | Uint8Array): string =>
    typeof value === 'string' ? value : Buffer.from(value).toString('base64');
  return Object.fromEntries(Object.entries(members).map(([name, value]) => [name, text(value)]));
}
