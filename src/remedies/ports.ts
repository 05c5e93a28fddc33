import type { AuditEntry } from '../audit/index.js';
import type { CaseNumber, Commitment, RoundId } from '../core/identifiers.js';
import type { RemedyKind } from '../core/statement/index.js';
import type { PaperPlace, ReasonCode } from '../checking/index.js';

/** A request as it is stored: nothing of it can be read but its kind. */
export interface StoredRequest {
  /** UUID version 4: a request has no time outside its seal. */
  readonly id: string;
  readonly roundId: RoundId;
  readonly kind: RemedyKind;
  /** CMS AuthEnvelopedData for the commission's round key, DER. */
  readonly sealed: Uint8Array;
}

/** Where requests are handed in. Whoever hands one in can't read any. */
export interface FiledRequests {
  add(request: StoredRequest): Promise<void>;
}

/** Injection token for {@link FiledRequests} of co-signers (intake role). */
export const FILED_REQUESTS = Symbol('FiledRequests');
/** Injection token for {@link FiledRequests} of leads (lead role). */
export const FILED_REQUESTS_OF_LEADS = Symbol('FiledRequests of leads');

/** What two people decided on a request. */
export interface RemedyDecision {
  /** The request decided on. */
  readonly id: string;
  readonly roundId: RoundId;
  readonly outcome: 'upheld' | 'dismissed';
  /** In the words of the office; nothing personal. */
  readonly reason: string;
  readonly decidedAt: Date;
  /** UUID of the approval. */
  readonly approval: string;
  /** The record that it is about; undefined where there is none. */
  readonly commitment: Commitment | undefined;
  /** The paper row that it is about; undefined where it is about none. */
  readonly place: PaperPlace | undefined;
  /** The new verdict, `counted` or a reason; undefined where the verdict stands. */
  readonly to: ReasonCode | 'counted' | undefined;
}

/** Which requests are wanted. */
export interface WantedRemedies {
  /** The identifier of the last request of the page before. */
  readonly after: string | undefined;
  /** Only those on which nobody has decided. */
  readonly open: boolean;
}

/** Requests and decisions, for the check's login: row-level security hides those of rounds that are not submitted. */
export interface RemedyDesk {
  /** At most `limit` requests of these rounds, in the order of their identifiers, which tells nothing: they are random. */
  page(rounds: readonly RoundId[], wanted: WantedRemedies, limit: number): Promise<readonly StoredRequest[]>;
  /** The request with this UUID, if it is of one of these rounds. */
  find(rounds: readonly RoundId[], id: string): Promise<StoredRequest | undefined>;
  decisionsOf(rounds: readonly RoundId[]): Promise<readonly RemedyDecision[]>;
  /** The decisions on these requests. */
  decisionsOn(requests: readonly string[]): Promise<readonly RemedyDecision[]>;
  /** Stores the decision with its audit event; false where there is one already. */
  decide(decision: RemedyDecision, entry: AuditEntry): Promise<boolean>;
}

/** Injection token for {@link RemedyDesk}. */
export const REMEDY_DESK = Symbol('RemedyDesk');

/** A step of a case in the audit log, for whoever asks where data were opened. */
export interface LoggedStep {
  readonly at: Date;
  readonly action: string;
  /** The approved action, where the step is an approval's. */
  readonly approved: string | undefined;
}

/** The steps of a case in the audit log (checking role). */
export interface LoggedSteps {
  /** In their order. */
  ofCase(caseNumber: CaseNumber, actions: readonly string[]): Promise<readonly LoggedStep[]>;
}

/** Injection token for {@link LoggedSteps}. */
export const LOGGED_STEPS = Symbol('LoggedSteps');
