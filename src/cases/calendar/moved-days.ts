import type { CaseNumber, RoundOrdinal } from '../../core/identifiers.js';
import type { TaipeiDate } from '../../core/taipei-date.js';
import { type Case, currentRound, standingOf } from '../case.js';
import { codePeriod, type Period, plusDays, roundPeriod, supplementPeriod } from '../days.js';
import { lastDayIn } from '../transition.js';
import type { AnnouncedClosure } from './closure.js';
import { noClosures, type OfficeDays } from './office-days.js';

/** A last day that closures move. */
export interface MovedDay {
  readonly caseNumber: CaseNumber;
  /** The round whose last day it is; undefined where it is the last day for the access code. */
  readonly round?: RoundOrdinal;
  readonly from: TaipeiDate;
  readonly to: TaipeiDate;
}

/** The last days of these cases, as they are stored, that are later by the closures known now. Only a period that runs is moved. */
export function movedDays(cases: readonly Case[], offices: OfficeDays): readonly MovedDay[] {
  return cases.flatMap((each) => {
    const from = lastDayIn(standingOf(each));
    const to = from === undefined ? undefined : lastDayBy(each, from, offices);
    if (from === undefined || to === undefined || to <= from) return [];
    const round = awaitsCode(each) ? undefined : currentRound(each)?.ordinal;
    return [{ caseNumber: each.number, from, to, ...(round === undefined ? {} : { round }) }];
  });
}

/** The closures that have moved the last day of this round; none where it is as the calendar has it. */
export function closuresMoving(
  round: Period & { readonly ordinal: RoundOrdinal },
  closures: readonly AnnouncedClosure[],
): readonly AnnouncedClosure[] {
  const byCalendar = roundPeriod(round, noClosures).lastDay;
  return closures.filter(
    ({ day, kind }) => kind === 'natural-disaster' && day >= byCalendar && day < round.lastDay,
  );
}

/** Days after a last day on which its end is stored: until then a closure that is entered late still moves it. */
const daysToEnterLate = 14;

/** Whether the end of this period is stored by now. It counts from its last day on, stored or not; what is stored is not undone. */
export function endIsStored(lastDay: TaipeiDate, today: TaipeiDate): boolean {
  return today > plusDays(lastDay, daysToEnterLate);
}

/** Counted anew from the day on which the period began; `stored` where that was never entered. */
function lastDayBy(referendum: Case, stored: TaipeiDate, offices: OfficeDays): TaipeiDate {
  const { noticedOn, supplementNoticedOn, state } = referendum;
  const round = currentRound(referendum);
  if (!awaitsCode(referendum)) return round === undefined ? stored : roundPeriod(round, offices).lastDay;
  const start = state === 'registered' ? noticedOn : supplementNoticedOn;
  if (start === undefined) return offices.lastDay(stored);
  return (state === 'registered' ? codePeriod : supplementPeriod)(start, offices).lastDay;
}

const awaitsCode = ({ state }: Case): boolean => state === 'registered' || state === 'supplement-due';
