import { encodeUtf8 } from '../encodings.js';
import { joinOctets } from '../octets.js';
import { fail, ok, type Result } from '../result.js';
import { isLineText } from './line-text.js';
import { renderLines } from './statements.js';

/** The texts of a case, in the one form in which they are stored, shown, signed and hashed. */
export interface CaseText {
  readonly mainText: string;
  readonly reason: string;
}

/** Why the texts of a case can't be registered. */
export const caseTextErrorCodes = [
  /** The main text is empty, or longer than 100 characters (ACT 9). */
  'case-main-text-length',
  /** The main text holds a line break, a control character or a bidirectional control, with which a line could be forged. */
  'case-main-text-character',
  /** The reason is empty, or longer than 2,000 characters (ACT 9). */
  'case-reason-length',
  /** The reason holds a control character (other than line breaks) or a bidirectional control. */
  'case-reason-character',
] as const;
export type CaseTextErrorCode = (typeof caseTextErrorCodes)[number];

/** Characters (code points) the law allows. */
const maximumMainText = 100;
const maximumReason = 2000;
/** UTF-16 units looked at at all; leaves room for what normalising takes away. */
const maximumUnits = 16_000;

/**
 * Brings a case's texts into their one form: NFC, LF, no space at line ends, none before or after. Refuses what no
 * normalising makes harmless; nothing is silently dropped from the inside of a text.
 */
export function checkCaseText(text: CaseText): Result<CaseText, CaseTextErrorCode> {
  if (text.mainText.length > maximumUnits) {
    return fail('case-main-text-length', { maximum: maximumMainText });
  }
  if (text.reason.length > maximumUnits) return fail('case-reason-length', { maximum: maximumReason });
  const mainText = text.mainText.normalize('NFC').trim();
  const reason = canonicalParagraphs(text.reason);
  if (!fits(mainText, maximumMainText)) return fail('case-main-text-length', { maximum: maximumMainText });
  if (!isLineText(mainText)) return fail('case-main-text-character');
  if (!fits(reason, maximumReason)) return fail('case-reason-length', { maximum: maximumReason });
  if (!reason.split('\n').every((line) => line === '' || isLineText(line.trim()))) {
    return fail('case-reason-character');
  }
  return ok({ mainText, reason });
}

function canonicalParagraphs(text: string): string {
  const lines = text.normalize('NFC').split(/\r\n|\r|\n/);
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/^\n+|\n+$/g, '');
}

function fits(text: string, maximum: number): boolean {
  return text !== '' && Array.from(text).length <= maximum;
}

/**
 * The case document, canonical bytes: title, version, main text, and the reason to the end; UTF-8, NFC, LF, LF at the end.
 * The texts are those {@link checkCaseText} returned. Published; its SHA-256 stands in every statement.
 */
export function caseDocument(mainText: string, reason: string): Uint8Array {
  const heading = renderLines(
    ['公民投票案主文及理由書'],
    [
      ['版本', '1'],
      ['主文', mainText],
    ],
  );
  return joinOctets([heading, encodeUtf8(`理由書：\n${reason}\n`)]);
}
