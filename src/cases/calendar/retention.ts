import type { TaipeiDate } from '../../core/taipei-date.js';
import { endOfMonths } from '../days.js';

/** The last day on which records are kept: two years after the announcement (REG 12). Records may be kept longer, so no closure moves it. */
export function recordsKeptUntil(announcedOn: TaipeiDate): TaipeiDate {
  return endOfMonths(announcedOn, 24);
}

/** The last day on which records are kept for a lawsuit: three months after the day of the final court ruling (REG 12). */
export function keptForLawsuit(finalRulingOn: TaipeiDate): TaipeiDate {
  return endOfMonths(finalRulingOn, 3);
}
