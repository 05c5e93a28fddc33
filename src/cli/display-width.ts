/** Characters a terminal gives two columns: East Asian wide and fullwidth (UAX #11), as far as our texts use them. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/gu;

/** Columns a text takes on a terminal; without colours or combining marks, which our texts don't have. */
export function displayWidth(text: string): number {
  return (text.match(/./gsu)?.length ?? 0) + (text.match(wide)?.length ?? 0);
}

/** The text, filled up with spaces to this many columns. */
export function padded(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - displayWidth(text)));
}
