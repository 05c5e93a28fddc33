/**
 * What may not stand in a line: control characters, line and paragraph separators, lone surrogates, the byte order mark,
 * and the bidirectional controls, with which a text can be made to read as another.
 */
const forbidden = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;

/** True when a text is safe as the value of one line: not empty, NFC, no space at its ends, nothing that breaks a line. */
export function isLineText(text: string): boolean {
  return text !== '' && text === text.trim() && text === text.normalize('NFC') && !forbidden.test(text);
}
