import type { CaseNumber, Commitment } from '../identifiers.js';
import { hex } from '../octets.js';
import { headingOf } from './headings.js';
import { isLineText } from './line-text.js';
import { renderLines } from './statements.js';

/** What a person asks for about a co-signature after it was made. */
export const remedyKinds = [
  /** 異議: a co-signature that doesn't count should. */
  'objection',
  /** 冒用通報: somebody else used the holder's card. */
  'misuse',
  /** 撤回: the holder takes their co-signature back. No law allows it today. */
  'withdrawal',
] as const;
export type RemedyKind = (typeof remedyKinds)[number];

/** What the holder of a card signs. */
export interface RemedyStatementFields {
  readonly kind: RemedyKind;
  readonly caseNumber: CaseNumber;
  /** The co-signature it is about, where its receipt is shown. */
  readonly commitment: Commitment | undefined;
  /** What happened, in the person's words: see {@link isAccount}. */
  readonly account: string;
  /** The platform's origin. */
  readonly origin: string;
  readonly challenge: string;
}

/** UTF-16 code units that an account may have. */
export const maximumAccountLength = 500;

/** Whether this is an account that can be signed: text of one line, in NFC, not empty, and of 500 characters at most. */
export function isAccount(text: string): boolean {
  return text.trim() === text && text !== '' && text.length <= maximumAccountLength && isLineText(text);
}

/** The exact bytes that the holder signs. None of these texts can be taken for a co-signature or for another of them. */
export function renderRemedyStatement(fields: RemedyStatementFields): Uint8Array {
  const { kind, caseNumber, commitment, account, origin, challenge } = fields;
  return renderLines(headingOf(kind, caseNumber), [
    ['版本', '1'],
    ['案號', caseNumber],
    ['收據編號', commitment === undefined ? '未附收據' : hex(commitment)],
    ['說明', account],
    ['連署平臺', origin],
    ['查驗碼', challenge],
  ]);
}
