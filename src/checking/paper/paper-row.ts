import { fail, ok, type Result } from '../../core/result.js';
import { parseNationalId } from '../../core/national-id.js';
import { isOfficeReason, type OfficeReason } from '../reason-codes.js';
import type { PaperRowFaultCode } from './errors.js';

/** Where a row stands on paper: the sheet, and the filled-in line of the sheet, both counted from 1. */
export interface PaperPlace {
  readonly page: number;
  readonly line: number;
}

/** A row of the paper roster as it was entered, with what the household registration office found. Personal data. */
export interface PaperRow extends PaperPlace {
  /** As on paper. Well-formed, except where an office's P code says that the row itself is at fault. */
  readonly nationalId: string;
  /** What the office found; undefined where it found nothing. */
  readonly found: OfficeReason | undefined;
}

/** Negative where `one` stands before `other`, zero where both are the same place. */
export function comparePlaces(one: PaperPlace, other: PaperPlace): number {
  return one.page - other.page || one.line - other.line;
}

/** The greatest number of a page, and of a line on it. */
export const maximumPage = 999_999;
export const maximumLine = 999;

const readableNumber = /^[A-Z0-9]{0,10}$/;

/**
 * A row from its four fields. The number of a row that may count, or that the office looked up (`00`, R codes), must be a citizen's. With a
 * P code it may be whatever could be read, or nothing: the row is struck out by what is wrong on it.
 */
export function paperRowOf(
  { page, line }: PaperPlace,
  nationalId: string,
  code: string,
): Result<PaperRow, PaperRowFaultCode> {
  if (code !== '00' && !isOfficeReason(code)) return fail('code-unknown');
  const found = code === '00' ? undefined : code;
  if (found?.startsWith('P') === true)
    return readableNumber.test(nationalId) ? ok({ page, line, nationalId, found }) : fail('number-malformed');
  const number = parseNationalId(nationalId);
  return number.ok ? ok({ page, line, nationalId, found }) : fail(faultByNumber[number.failure.code]);
}

const faultByNumber = {
  'national-id-malformed': 'number-malformed',
  'national-id-check-digit-wrong': 'number-check-digit-wrong',
  'national-id-not-citizen': 'number-not-citizen',
} as const;

/** Whether two rows say the same. */
export function sameRow(one: PaperRow, other: PaperRow): boolean {
  return one.nationalId === other.nationalId && one.found === other.found;
}
