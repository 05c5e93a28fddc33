const letters = 'ABCDEFGHJKLMNPQRSTUVXYWZIO';
const weights = [1, 9, 8, 7, 6, 5, 4, 3, 2, 1];

/** A citizen's number: another for each index below ten million, and the same one each time. */
export function citizenNumberAt(index: number, letter = 'A'): string {
  const body = `1${String(index).padStart(7, '0')}`;
  const value = letters.indexOf(letter) + 10;
  const digits = [Math.floor(value / 10), value % 10, ...Array.from(body, Number)];
  const sum = digits.reduce((total, digit, i) => total + digit * (weights[i] ?? 0), 0);
  return `${letter}${body}${(10 - (sum % 10)) % 10}`;
}
