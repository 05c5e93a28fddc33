import type { CaseNumber, RoundId, RoundOrdinal } from '../core/identifiers.js';
import type { SealingMode } from '../core/statement/index.js';
import type { TaipeiDate } from '../core/taipei-date.js';
import type { OfficeDays } from './calendar/office-days.js';
import { collectingPeriod, lastListUntil, type Period, supplementPeriod } from './days.js';
import { type CaseState, leadAccessEnded, leadMaySignIn } from './state.js';
import { type Standing, stateOn } from './transition.js';

/** What the lead handed in. A round is submitted once. */
export interface Submission {
  readonly submittedAt: Date;
  /** CMS SignedData by the lead over the submission statement, DER. */
  readonly statement: Uint8Array;
  /** The round key wrapped for the commission, DER. */
  readonly wrappedKey: Uint8Array;
  readonly recordCount: number;
  /** RFC 9162 root over the sorted commitments, 32 bytes. */
  readonly merkleRoot: Uint8Array;
}

/** What every later step of a round depends on, written down when it opens. It never changes. */
export interface RoundBinding {
  /** The platform's origin, as it stands in every statement of the round. */
  readonly origin: string;
  /** SHA-256 of the certificate policies, 32 bytes. */
  readonly certificatePolicyDigest: Uint8Array;
  /** Check value of the key that the case's holder tags are made with, 32 bytes. */
  readonly holderTagKeyCheck: Uint8Array;
  /** What the lead reads of the round's records. */
  readonly mode: SealingMode;
  /** The public half of the commission's round key: SubjectPublicKeyInfo, DER. */
  readonly commissionRoundKey: Uint8Array;
}

/** One collecting period of a case. It exists from the day its access code is issued. */
export interface Round extends Period {
  readonly id: RoundId;
  readonly ordinal: RoundOrdinal;
  readonly codeIssuedOn: TaipeiDate;
  /** SubjectPublicKeyInfo of the round key, DER. Undefined until the lead has handed it in. */
  readonly publicKey?: Uint8Array | undefined;
  /** The private half, wrapped for the lead's card: CMS EnvelopedData, DER. */
  readonly wrappedKey?: Uint8Array | undefined;
  /** CMS SignedData by the lead over the key statement, DER. */
  readonly keyStatement?: Uint8Array | undefined;
  /** The day the lead proved that the wrapped key opens. */
  readonly openedOn?: TaipeiDate | undefined;
  /** Undefined until the round opens. */
  readonly binding?: RoundBinding | undefined;
  readonly submission?: Submission | undefined;
}

/** What the commission registers. The texts are in the form `checkCaseText` gives them and never change after a code is issued. */
export interface CaseFacts {
  readonly number: CaseNumber;
  /** 主文 */
  readonly mainText: string;
  /** 理由書 */
  readonly reason: string;
  /** SHA-256 of the case document, 32 bytes. */
  readonly documentDigest: Uint8Array;
  /** DER. */
  readonly leadSigningCertificate: Uint8Array;
  /** DER. */
  readonly leadEncryptionCertificate: Uint8Array;
  /** Electors of the last presidential election. */
  readonly electorTotal: number;
  /** Valid co-signatures needed. */
  readonly threshold: number;
  readonly mode: SealingMode;
  readonly registeredOn: TaipeiDate;
  /** The day of the notice that the proposal was taken (通知日). Undefined where it was registered before notices were entered. */
  readonly noticedOn?: TaipeiDate | undefined;
}

/** A referendum case as stored. */
export interface Case extends CaseFacts {
  readonly state: CaseState;
  /** The Taipei day of the step into this state. */
  readonly stateSince?: TaipeiDate | undefined;
  /** The last day on which the access code in wait can be issued: of the main round (REG 4), then of the supplement (REG 8). */
  readonly codeDueOn?: TaipeiDate | undefined;
  /** The day of the notice of the struck-out list, from which the supplement's days run (RULES 9, REG 8). */
  readonly supplementNoticedOn?: TaipeiDate | undefined;
  /** The day of the announcement (公告日), once it was entered. */
  readonly announcedOn?: TaipeiDate | undefined;
  /** In order of their ordinals. */
  readonly rounds: readonly Round[];
}

/** The current round: the supplement if there is one. */
export function currentRound<AnyRound>({
  rounds,
}: {
  readonly rounds: readonly AnyRound[];
}): AnyRound | undefined {
  return rounds.at(-1);
}

/** What a round that has opened is bound to. */
export function bindingOf({ binding }: Round): RoundBinding {
  if (binding === undefined) throw new Error('a round that has opened and is bound to nothing');
  return binding;
}

/** A case, as far as its state depends on the day. */
interface DatedCase {
  readonly state: CaseState;
  readonly codeDueOn?: TaipeiDate | undefined;
  readonly rounds: readonly Pick<Round, 'ordinal' | 'lastDay'>[];
}

/** The fields that the state machine depends on. */
export function standingOf(referendum: DatedCase): Standing {
  const { state, codeDueOn } = referendum;
  return { state, round: currentRound(referendum), codeDueOn };
}

/** The case with its state as it is on this day. */
export function asOf<AnyCase extends DatedCase>(referendum: AnyCase, today: TaipeiDate): AnyCase {
  return { ...referendum, state: stateOn(standingOf(referendum), today) };
}

/**
 * Whether the lead may sign in on this day: see {@link leadMaySignIn}; where the access has ended, for 90 days more (RULES 9). `stored`: the
 * case as it is stored.
 */
export function leadMaySignInOn(stored: Case, today: TaipeiDate): boolean {
  const { state } = asOf(stored, today);
  if (!leadMaySignIn(state)) return false;
  const { stateSince } = stored;
  const ended = leadAccessEnded(stored.state) && stateSince !== undefined;
  return !ended || today <= lastListUntil(stateSince);
}

/** Whether the case is public: from the day its first round opened. */
export function isPublic(referendum: Case): boolean {
  return referendum.rounds.some((round) => round.openedOn !== undefined);
}

/** The latest of the case's own days: its registration, the last day for its code, and the last day of each round. */
export function lastDayOf({ registeredOn, codeDueOn, rounds }: Case): TaipeiDate {
  return [codeDueOn ?? registeredOn, ...rounds.map(({ lastDay }) => lastDay)].reduce(
    (latest, day) => (day > latest ? day : latest),
    registeredOn,
  );
}

/** The main round's months run from the code, the supplement's days from the notice, however late its code is issued (REG 8). */
export function nextRound(
  referendum: Case,
  today: TaipeiDate,
  paperFormOn: TaipeiDate | undefined,
  offices: OfficeDays,
): Period & Pick<Round, 'ordinal'> {
  return currentRound(referendum) === undefined
    ? { ordinal: 1, ...collectingPeriod(today, paperFormOn, offices) }
    : { ordinal: 2, ...supplementPeriod(referendum.supplementNoticedOn ?? today, offices) };
}

/** The earliest day on which a paper form of this case can have been handed over. */
export const firstKnownDay = ({ registeredOn, noticedOn = registeredOn }: Case): TaipeiDate =>
  noticedOn < registeredOn ? noticedOn : registeredOn;
