import type { SeededRandom } from '../random.js';

/** Letters in the order of the two digits each stands for, from 10. */
const letters = 'ABCDEFGHJKLMNPQRSTUVXYWZIO';
const weights = [1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1];

/** A citizen's number, valid; ends in these four digits if they are given. */
export function citizenNumber(random: SeededRandom, lastFour = random.digits(4)): string {
  return completed(random, random.pick(['1', '2']), lastFour);
}

/** A foreign resident's number (統一證號) of the form since 2021, valid. */
export function residentNumber(random: SeededRandom): string {
  return completed(random, random.pick(['8', '9']), random.digits(4));
}

/** The same number with a wrong check digit; the last four stay. The digit changed has weight 4, so the sum is off by 4. */
export function withWrongCheckDigit(number: string): string {
  return withSixthCharacterPlus(number, 1);
}

/** Another valid number that ends in the same four digits: five times weight 4 leaves the sum as it is. */
export function twinNumber(number: string): string {
  return withSixthCharacterPlus(number, 5);
}

function withSixthCharacterPlus(number: string, step: number): string {
  return number.slice(0, 5) + String((Number(number[5]) + step) % 10) + number.slice(6);
}

/** Fills in the third character, whose weight 7 has the inverse 3 modulo 10, so that the sum comes out. */
function completed(random: SeededRandom, kind: string, lastFour: string): string {
  const [letter, middle] = [random.pick(Array.from(letters)), random.digits(3)];
  const solution = (3 * (10 - remainder(`${letter}${kind}0${middle}${lastFour}`))) % 10;
  return `${letter}${kind}${solution}${middle}${lastFour}`;
}

/** The weighted sum modulo 10: zero where the check digit is right. Own code, as the counterpart of the core's. */
function remainder(number: string): number {
  const letter = letters.indexOf(number.charAt(0)) + 10;
  const digits = [Math.floor(letter / 10), letter % 10, ...Array.from(number.slice(1), Number)];
  return digits.reduce((sum, digit, i) => sum + digit * (weights[i] ?? 0), 0) % 10;
}
