import { fail, ok, type Result } from '../../core/result.js';
import { isLineText } from '../../core/statement/index.js';
import type { TaipeiDate } from '../../core/taipei-date.js';
import { plusDays } from '../days.js';
import type { ClosureErrorCode } from '../errors.js';
import type { ClosureKind, OfficeClosure } from './office-days.js';

/** A closure with what was announced of it. Whatever two people enter counts for every case: all of them are national. */
export interface AnnouncedClosure extends OfficeClosure {
  /** The announcement, such as its number and who made it: one line of 1 to 200 characters. */
  readonly reference: string;
  /** Where the offices are closed, as announced: one line of 1 to 100 characters. It is published, and decides nothing. */
  readonly area?: string | undefined;
}

/** Days from today within which a closure of this kind can be entered: a disaster is announced shortly before, or entered shortly after. */
const range: Readonly<Record<ClosureKind, { readonly back: number; readonly ahead: number }>> = {
  'natural-disaster': { back: 30, ahead: 7 },
  holiday: { back: 30, ahead: 400 },
};

const maximumReference = 200;
const maximumArea = 100;

/** Checks what was entered on this day. Failures: `closure-text-unfit` with `field`, `closure-out-of-range` with `from` and `to`. */
export function checkClosure(
  { day, kind, reference, area }: AnnouncedClosure,
  today: TaipeiDate,
): Result<void, Exclude<ClosureErrorCode, 'closure-exists'>> {
  if (!isShortLine(reference, maximumReference)) return fail('closure-text-unfit', { field: 'reference' });
  if (area !== undefined && !isShortLine(area, maximumArea))
    return fail('closure-text-unfit', { field: 'area' });
  const [from, to] = [plusDays(today, -range[kind].back), plusDays(today, range[kind].ahead)];
  return day < from || day > to ? fail('closure-out-of-range', { from, to }) : ok(undefined);
}

/** Whether a text stands in one line of what an approver signs, with at most so many UTF-16 units: a longer one would not be shown there. */
export const isShortLine = (text: string, maximum: number): boolean =>
  text.length <= maximum && isLineText(text);
