/**
 * What may not stand in a line: control characters, line and paragraph separators, lone surrogates, the byte order mark,
 * and the bidirectional controls, with which a text can be made to read as another.
 */
const forbidden = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;

/** True when a text is safe as the value of one line: not empty, NFC, no space at its ends, nothing that breaks a line. */
export function isLineText(text: string): boolean {
  return text !== '' && text === text.trim() && text === text.normalize('NFC') && !forbidden.test(text);
}

/** A `name` and its `value`, one line of what a person signs. */
export type Line = readonly [name: string, value: string];

/**
 * The one renderer of everything a person signs: heading lines, then `name：value` lines, UTF-8, NFC, each ended by LF.
 * A value that is not {@link isLineText} was let in by a bug, and throws.
 */
export function renderLines(heading: readonly string[], lines: readonly Line[]): Uint8Array {
  const rendered = [...heading, ...lines.map(([name, value]) => `${name}：${value}`)];
  const unsafe = lines.find(([, value]) => !isLineText(value));
  if (unsafe !== undefined) throw new RangeError(`not the text of one line: ${unsafe[0]}`);
  return new TextEncoder().encode(`${rendered.join('\n')}\n`);
}
