import { type SignedSubmission, submitRound } from '../../core/ceremony/index.js';
import type { CaseNumber } from '../../core/identifiers.js';
import { AttendedCard, type AttendedOperation, noCertificates } from './attended-card';
import { type Refusal, refusalOf } from '../api/refusal';
import type { LeadApi, LeadCase, SubmissionDraft } from './lead-api';
import { octetsOfBase64, octetsOfHex } from '../api/octets-of-answers';

/** What the server has prepared, and until when nobody can co-sign. */
export interface PreparedSubmission {
  readonly draft: SubmissionDraft;
  readonly heldUntil: Date;
}

/** How far a submission has come. */
export type SubmissionState =
  | { readonly step: 'explained'; readonly preparing: boolean; readonly refusal?: Refusal }
  | { readonly step: 'prepared'; readonly prepared: PreparedSubmission }
  | {
      readonly step: 'key' | 'signing';
      readonly prepared: PreparedSubmission;
      /** What waits for the card; nothing while the browser works. */
      readonly operation?: AttendedOperation;
    }
  | { readonly step: 'sending' }
  /** Nobody has answered: it may have arrived, and may not. */
  | { readonly step: 'unknown'; readonly times: number }
  | { readonly step: 'done' };

/**
 * What leaves open whether the case is submitted: nobody answered, the session ended, or the case moves no more, perhaps since what was
 * sent before did arrive. What was signed is kept, to be sent again.
 */
const unsettled: ReadonlySet<string> = new Set(['unreachable', 'sign-in-required', 'transition-not-allowed']);

/**
 * The submission of a round, step by step: prepared by the server, the round key opened and wrapped for the commission, the statement
 * signed, sent once. The lead's card signs; the key may as well be opened by a deputy's card or the recovery passphrase, which the page
 * hands to the operation in the card's place. The key in clear lies in this object's ceremony alone, from then until it is wrapped.
 */
export class Submission {
  private state: SubmissionState = { step: 'explained', preparing: false };
  private readonly listeners = new Set<() => void>();
  private signed: SignedSubmission | undefined;
  /** How often it remained unknown whether this one arrived. */
  private unanswered = 0;

  constructor(readonly referendum: LeadCase) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly current = (): SubmissionState => this.state;

  /** Has the server stop intake and say what there is to sign. Whatever was prepared or signed before counts no more. */
  async prepare(api: LeadApi): Promise<void> {
    this.abandon();
    this.become({ step: 'explained', preparing: true });
    const answer = await api.draft();
    if (answer.kind !== 'answered') {
      this.refuse(refusalOf(answer));
      return;
    }
    const heldUntil = new Date(Date.now() + answer.data.holdSeconds * 1000);
    this.become({ step: 'prepared', prepared: { draft: answer.data, heldUntil } });
  }

  /** Goes on to the card, which first opens the round key and then signs, each on a click of the person; then sends it. */
  async sign(prepared: PreparedSubmission, api: LeadApi): Promise<void> {
    this.become({ step: 'key', prepared });
    const card = new AttendedCard(noCertificates, (operation) => this.attend(prepared, operation));
    const { draft } = prepared;
    const { number, round } = this.referendum;
    const signed = await submitRound({
      card,
      wrappedKey: octetsOfBase64(round.wrappedKey),
      publicKey: octetsOfBase64(round.publicKey),
      commissionCertificate: octetsOfBase64(draft.commissionCertificate),
      draft: {
        caseNumber: number as CaseNumber,
        round: round.round,
        origin: draft.origin,
        recordCount: draft.recordCount,
        merkleRoot: octetsOfHex(draft.merkleRoot),
      },
    }).catch(() => undefined);
    // Another preparation, or none, has taken its place.
    if (!this.isAt(prepared)) return;
    if (signed === undefined) {
      this.refuse({ code: 'submission-not-made' });
      return;
    }
    if (!signed.ok) {
      this.refuse({ code: signed.failure.code });
      return;
    }
    this.signed = signed.value;
    this.unanswered = 0;
    await this.send(api);
  }

  /** Sends what the card signed; also again, where nobody answered: the server takes it once. */
  async send(api: LeadApi): Promise<void> {
    if (this.signed === undefined) return;
    this.become({ step: 'sending' });
    const answer = await api.submit(this.signed);
    if (answer.kind === 'answered') {
      this.settle();
      return;
    }
    const refusal = refusalOf(answer);
    if (unsettled.has(refusal.code)) {
      this.become({ step: 'unknown', times: ++this.unanswered });
      return;
    }
    this.signed = undefined;
    this.refuse(refusal);
  }

  /** Asks the server for the case: it says whether the submission arrived. */
  async ask(api: LeadApi): Promise<void> {
    this.become({ step: 'sending' });
    const answer = await api.case();
    if (answer.kind === 'answered' && answer.data.round.submission !== undefined) {
      this.settle();
      return;
    }
    this.become({ step: 'unknown', times: ++this.unanswered });
  }

  /** Leaves what waits for the card. The hold ends by itself. */
  abandon(): void {
    const { state } = this;
    this.signed = undefined;
    this.become({ step: 'explained', preparing: false });
    if ('operation' in state) state.operation?.abandon();
  }

  private settle(): void {
    this.signed = undefined;
    this.become({ step: 'done' });
  }

  private attend(prepared: PreparedSubmission, operation: AttendedOperation | undefined): void {
    if (!this.isAt(prepared)) return;
    const step = operation?.kind === 'sign' || this.state.step === 'signing' ? 'signing' : 'key';
    this.become({ step, prepared, ...(operation === undefined ? {} : { operation }) });
  }

  private isAt(prepared: PreparedSubmission): boolean {
    return 'prepared' in this.state && this.state.prepared === prepared;
  }

  private refuse(refusal: Refusal): void {
    this.become({ step: 'explained', preparing: false, refusal });
  }

  private become(state: SubmissionState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}
