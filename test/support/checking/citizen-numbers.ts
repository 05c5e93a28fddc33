const letters = 'ABCDEFGHJKLMNPQRSTUVXYWZIO';

/** A citizen's number: another for each index below ten million, and the same one each time. */
export function citizenNumberAt(index: number, letter = 'A'): string {
  const digits = String(index).padStart(7, '0');
  const value = letters.indexOf(letter) + 10;
  // The letter's two digits weigh 1 and 9; then 8, 7, … 2, 1 for `1` and the seven digits, and 1 for the last.
  let sum = Math.floor(value / 10) + (value % 10) * 9 + 8;
  for (let place = 0; place < 7; place += 1) sum += (digits.charCodeAt(place) - 48) * (7 - place);
  return `${letter}1${digits}${(10 - (sum % 10)) % 10}`;
}
