import type { TaipeiDate } from '../core/taipei-date.js';
import type { OfficeDays } from './calendar/office-days.js';
import { type Case, currentRound } from './case.js';
import { collectingPeriod, type Period, supplementPeriod } from './days.js';
import type { NewRound } from './ports.js';

/** The main round's months run from the code, the supplement's days from the notice, however late its code is issued (REG 8). */
export function nextRound(
  referendum: Case,
  today: TaipeiDate,
  paperFormOn: TaipeiDate | undefined,
  offices: OfficeDays,
): Period & Pick<NewRound, 'ordinal'> {
  return currentRound(referendum) === undefined
    ? { ordinal: 1, ...collectingPeriod(today, paperFormOn, offices) }
    : { ordinal: 2, ...supplementPeriod(referendum.supplementNoticedOn ?? today, offices) };
}

/** The earliest day on which a paper form of this case can have been handed over. */
export const firstKnownDay = ({ registeredOn, noticedOn = registeredOn }: Case): TaipeiDate =>
  noticedOn < registeredOn ? noticedOn : registeredOn;
