import type { CaseNumber, RoundOrdinal } from '../../core/identifiers.js';
import { type TaipeiDate, taipeiDateOf } from '../../core/taipei-date.js';
import { type Case, currentRound, standingOf } from '../case.js';
import { daysAfter, daysBetween } from '../days.js';
import type { CaseState } from '../state.js';
import { lastDayIn } from '../transition.js';
import type { OfficeDays } from './office-days.js';

/** What has to be done by a day, by its stable code. */
export const limits = [
  'access-code',
  'submission',
  'supplement',
  'check',
  'paper-repeats',
  'announcement',
] as const;

/**
 * `access-code`: the lead receives it (REG 4). `submission`: the lead submits the main round (ACT 12). `supplement`: the lead submits the
 * supplement (REG 8). `check`: the result is confirmed (ACT 13). `paper-repeats`: the Ministry of the Interior marks the paper rows that repeat an electronic one
 * (REG 9). `announcement`: the case is announced (ACT 13).
 */
export type Limit = (typeof limits)[number];

/** A limit that runs. Nothing of it depends on co-signatures before the submission. */
export interface Due {
  readonly caseNumber: CaseNumber;
  readonly limit: Limit;
  readonly round?: RoundOrdinal;
  readonly article: string;
  /** The day from whose next one the days are counted; undefined where they are months. */
  readonly since?: TaipeiDate;
  readonly dueOn: TaipeiDate;
  /** Days left, today included; 0 where it is overdue. */
  readonly daysLeft: number;
  readonly overdue: boolean;
}

type Counted = Pick<Due, 'limit' | 'article' | 'since' | 'dueOn'>;

/** The limits of this case, with its state as of today. `rosterSentOn`: when the roster of the round in hand went to the Ministry. */
export function dueOf(
  referendum: Case,
  offices: OfficeDays,
  today: TaipeiDate,
  rosterSentOn: TaipeiDate | undefined,
): readonly Due[] {
  const round = currentRound(referendum)?.ordinal;
  return countedFor(referendum, offices, rosterSentOn).map((counted) => ({
    caseNumber: referendum.number,
    ...(round === undefined ? {} : { round }),
    ...counted,
    daysLeft: Math.max(0, daysBetween(today, counted.dueOn) + 1),
    overdue: today > counted.dueOn,
  }));
}

function countedFor(
  referendum: Case,
  offices: OfficeDays,
  rosterSentOn: TaipeiDate | undefined,
): readonly Counted[] {
  const { state, stateSince, announcedOn } = referendum;
  const within = (limit: Limit, article: string, days: number, since: TaipeiDate | undefined): Counted[] =>
    since === undefined ? [] : [{ limit, article, since, dueOn: daysAfter(since, days, offices).lastDay }];
  if (state === 'submitted') return within('check', 'ACT 13', 60, submittedOn(referendum));
  if (state === 'checking')
    return [
      ...within('check', 'ACT 13', 60, submittedOn(referendum)),
      ...within('paper-repeats', 'REG 9', 2, ofThisRound(referendum, rosterSentOn)),
    ];
  if (state === 'established')
    return announcedOn === undefined ? within('announcement', 'ACT 13', 10, stateSince) : [];
  return ofTheLead(referendum);
}

/** The period that runs for the lead; none where the case is closed. */
function ofTheLead(referendum: Case): readonly Counted[] {
  const dueOn = lastDayIn(standingOf(referendum));
  const counted = dueOn === undefined ? undefined : periods[referendum.state];
  if (dueOn === undefined || counted === undefined) return [];
  return [{ ...counted(referendum), dueOn }];
}

type OfPeriod = Pick<Counted, 'limit' | 'article' | 'since'>;

const supplement = ({ supplementNoticedOn: since }: Case): OfPeriod => ({
  limit: 'supplement',
  article: 'REG 8, RULES 9',
  ...(since === undefined ? {} : { since }),
});
const ofRound = (referendum: Case): OfPeriod =>
  currentRound(referendum)?.ordinal === 2
    ? supplement(referendum)
    : { limit: 'submission', article: 'ACT 12' };

const periods: Readonly<Partial<Record<CaseState, (referendum: Case) => OfPeriod>>> = {
  registered: ({ noticedOn: since }) => ({
    limit: 'access-code',
    article: 'REG 4, ACT 10',
    ...(since === undefined ? {} : { since }),
  }),
  'code-issued': ofRound,
  collecting: ofRound,
  'supplement-due': supplement,
};

/** A roster that was sent before the round in hand was submitted is an earlier round's. */
function ofThisRound(referendum: Case, sentOn: TaipeiDate | undefined): TaipeiDate | undefined {
  const since = submittedOn(referendum);
  return sentOn !== undefined && since !== undefined && sentOn >= since ? sentOn : undefined;
}

function submittedOn(referendum: Case): TaipeiDate | undefined {
  const submittedAt = currentRound(referendum)?.submission?.submittedAt;
  return submittedAt === undefined ? undefined : taipeiDateOf(submittedAt);
}
