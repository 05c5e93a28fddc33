import type { SeededRandom } from '../random.js';

/** Each letter stands for a two-digit number: its index plus 10. */
const letters = 'ABCDEFGHJKLMNPQRSTUVXYWZIO';
const weights = [1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1];

/** A valid citizen's number. It ends in `lastFour` if given. */
export function citizenNumber(random: SeededRandom, lastFour = random.digits(4)): string {
  return completed(random, random.pick(['1', '2']), lastFour);
}

/** A valid foreign resident's number (統一證號) in the form used since 2021. */
export function residentNumber(random: SeededRandom): string {
  return completed(random, random.pick(['8', '9']), random.digits(4));
}

/**
 * The number with one digit changed, so that the check digit is wrong. The last four digits stay. The changed digit has weight
 * 4, so the sum changes by 4.
 */
export function withWrongCheckDigit(number: string): string {
  return withSixthCharacterPlus(number, 1);
}

/** Another valid number with the same last four digits. The change adds five times weight 4, so the sum modulo 10 stays. */
export function twinNumber(number: string): string {
  return withSixthCharacterPlus(number, 5);
}

function withSixthCharacterPlus(number: string, step: number): string {
  return number.slice(0, 5) + String((Number(number[5]) + step) % 10) + number.slice(6);
}

/** Fills in the third character so that the check sum is right. Its weight 7 has the inverse 3 modulo 10. */
function completed(random: SeededRandom, kind: string, lastFour: string): string {
  const [letter, middle] = [random.pick(Array.from(letters)), random.digits(3)];
  const solution = (3 * (10 - remainder(`${letter}${kind}0${middle}${lastFour}`))) % 10;
  return `${letter}${kind}${solution}${middle}${lastFour}`;
}

/** The weighted sum modulo 10. It is zero if the check digit is right. Written separately from core, so that each tests the other. */
function remainder(number: string): number {
  const letter = letters.indexOf(number.charAt(0)) + 10;
  const digits = [Math.floor(letter / 10), letter % 10, ...Array.from(number.slice(1), Number)];
  return digits.reduce((sum, digit, i) => sum + digit * (weights[i] ?? 0), 0) % 10;
}
