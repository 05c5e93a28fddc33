import type { Branded } from './identifiers.js';
import { fail, ok, type Result } from './result.js';

/** A citizen's national ID number (國民身分證統一編號), well-formed and with the right check digit. Personal data. */
export type NationalId = Branded<string, 'NationalId'>;

/** Why a text is not a citizen's number. */
export const nationalIdErrorCodes = [
  /** Neither a citizen's nor a resident's number by its form: ASCII capitals and digits, ten of them. */
  'national-id-malformed',
  /** The right form, but the last digit does not agree with the rest: a slip of the pen. */
  'national-id-check-digit-wrong',
  /** A foreign resident's number (統一證號), which is not eligible (ACT 8). */
  'national-id-not-citizen',
] as const;
export type NationalIdErrorCode = (typeof nationalIdErrorCodes)[number];

const citizen = /^[A-Z][12]\d{8}$/;
/** Second character 8 or 9 since 2021, A to D before. */
const resident = /^[A-Z][89A-D]\d{8}$/;
/** Where either might stand in a text. */
const likeNumber = /[A-Z][0-9A-D]\d{8}/;
/** A letter's place in this order plus ten is the two digits it stands for. */
const letterOrder = 'ABCDEFGHJKLMNPQRSTUVXYWZIO';

/**
 * Reads a national ID number exactly as it must be written: nothing is trimmed, widened or upper-cased here, so that what
 * was typed, what is signed and what is checked are one and the same text.
 */
export function parseNationalId(text: string): Result<NationalId, NationalIdErrorCode> {
  const isCitizen = citizen.test(text);
  if (!isCitizen && !resident.test(text)) return fail('national-id-malformed');
  if (weightedSum(text) % 10 !== 0) return fail('national-id-check-digit-wrong');
  return isCitizen ? ok(text as NationalId) : fail('national-id-not-citizen');
}

/** The part of the number that a card's certificate also bears. */
export function lastFourDigits(id: NationalId): string {
  return id.slice(-4);
}

/** Characters of a national ID number as a certificate bears them, from place `from` on: 1 is the letter, 10 the check digit. Personal data. */
export interface BorneCharacters {
  readonly from: number;
  readonly text: string;
}

/** Whether the number has these characters at their places. */
export function hasCharacters(id: NationalId, { from, text }: BorneCharacters): boolean {
  return id.slice(from - 1, from - 1 + text.length) === text;
}

/** Whether a number, a citizen's or a resident's, stands anywhere in the text: in capitals or not, full-width or not, with marks between or not. */
export function containsNationalId(text: string): boolean {
  const capitals = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
  // Nearly every text is done with here.
  if (!likeNumber.test(capitals)) return false;
  return Array.from(capitals, (_character, at) => capitals.slice(at, at + 10)).some((part) => {
    const number = parseNationalId(part);
    return number.ok || number.failure.code === 'national-id-not-citizen';
  });
}

/** The digits, the letter standing for two, have the weights 1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1. */
function weightedSum(text: string): number {
  const [first, ...digits] = [
    ...letterDigits(text.charAt(0)),
    secondDigit(text.charAt(1)),
    ...Array.from(text.slice(2), Number),
  ] as const;
  return digits.reduce((sum, digit, index) => sum + digit * Math.max(9 - index, 1), first);
}

function letterDigits(letter: string): [number, number] {
  const value = letterOrder.indexOf(letter) + 10;
  return [Math.floor(value / 10), value % 10];
}

/** An old resident's number has a letter here; only the second of its two digits counts. */
function secondDigit(character: string): number {
  return letterOrder.includes(character) ? letterDigits(character)[1] : Number(character);
}
