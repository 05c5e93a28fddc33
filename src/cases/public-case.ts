import { nameAttribute, Oid, parseCertificate } from '../core/x509/index.js';
import type { TaipeiDate } from '../core/taipei-date.js';
import { asOf, type Case, currentRound, isPublic, type Round } from './case.js';
import { daysLeft } from './days.js';
import type { ListedCase } from './ports.js';

/** What a day says about a round that has opened. */
export interface RoundDays {
  /** Whether one can co-sign on this day. */
  readonly collecting: boolean;
  /** Taipei days on which one still can, this day included; 0 where none is left. */
  readonly daysLeft: number;
}

/** A round that has opened, as it is on a day. */
export interface PublicRound extends RoundDays {
  readonly round: Round;
}

/** A case that anybody may see, as it is on a day. None of it depends on what was collected. */
export interface PublicCase {
  readonly referendum: Case;
  /** See {@link leadNameOf}. */
  readonly leadName: string;
  /** The origin in the statements of the latest round. */
  readonly origin: string;
  /** Those that have opened, in order. */
  readonly rounds: readonly PublicRound[];
}

/** A public case in a list: no more of it than the list shows. */
export interface PublicCaseEntry extends RoundDays {
  readonly listed: ListedCase;
  readonly leadName: string;
  /** The latest round that has opened. */
  readonly round: ListedCase['rounds'][number];
}

/** The case as anybody may see it on this day; undefined where nobody may, because no round of it has opened. */
export function publicCaseOn(stored: Case, today: TaipeiDate): PublicCase | undefined {
  const referendum = asOf(stored, today);
  if (!isPublic(referendum)) return undefined;
  const opened = referendum.rounds.filter(({ openedOn }) => openedOn !== undefined);
  return {
    referendum,
    leadName: leadNameOf(referendum),
    origin: opened.at(-1)?.binding?.origin ?? '',
    rounds: opened.map((round) => ({ round, ...roundDaysOn(referendum, round, today) })),
  };
}

/** A case of a list as it is on this day. */
export function publicCaseEntryOn(stored: ListedCase, today: TaipeiDate): PublicCaseEntry {
  const listed = asOf(stored, today);
  const round = listed.rounds.findLast(({ openedOn }) => openedOn !== undefined);
  if (round === undefined) throw new Error('a case in the public list of which no round has opened');
  return { listed, round, leadName: leadNameOf(listed), ...roundDaysOn(listed, round, today) };
}

/** Whether a round collects on this day, and how long it still will. The case's state is that of the same day. */
function roundDaysOn(
  referendum: Pick<ListedCase, 'state' | 'rounds'>,
  round: ListedCase['rounds'][number],
  today: TaipeiDate,
): RoundDays {
  const inHand = referendum.state === 'collecting' && round.ordinal === currentRound(referendum)?.ordinal;
  if (!inHand) return { collecting: false, daysLeft: 0 };
  return { collecting: today >= round.firstDay, daysLeft: daysLeft(round, today) };
}

/**
 * The name of the lead proposer, whom the law makes public (ACT 9): the common name in the subject of the signing certificate. Empty
 * where the certificate names nobody.
 */
export function leadNameOf({ leadSigningCertificate }: Pick<Case, 'leadSigningCertificate'>): string {
  const certificate = parseCertificate(leadSigningCertificate);
  return (certificate.ok && nameAttribute(certificate.value.subject, Oid.commonName)) || '';
}
