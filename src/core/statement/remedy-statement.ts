import { isRehearsal } from '../case-number.js';
import type { CaseNumber, Commitment } from '../identifiers.js';
import { hex } from '../octets.js';
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

const headings: Readonly<Record<RemedyKind, readonly [string, string]>> = {
  objection: ['電子連署異議書', '本人對下列連署未予計入，提出異議'],
  misuse: ['自然人憑證冒用通報書', '本人之憑證遭他人用於下列公民投票案之連署，本通報不是撤回連署'],
  withdrawal: ['電子連署撤回書', '本人撤回下列公民投票案之連署'],
};

/** The same in a rehearsal: nothing that is signed in one has a legal effect, and all of it says so. */
const rehearsalHeadings: typeof headings = {
  objection: [
    '電子連署演練異議書（演練，不具法律效力）',
    '本人對下列演練之連署未予計入，提出異議。本異議書不具任何法律效力',
  ],
  misuse: [
    '演練用憑證冒用通報書（演練，不具法律效力）',
    '本人之憑證遭他人用於下列演練之連署，本通報不是撤回連署，不具任何法律效力',
  ],
  withdrawal: [
    '電子連署演練撤回書（演練，不具法律效力）',
    '本人撤回下列演練之連署。本撤回書不具任何法律效力',
  ],
};

/** The exact bytes that the holder signs. None of these texts can be taken for a co-signature or for another of them. */
export function renderRemedyStatement(fields: RemedyStatementFields): Uint8Array {
  const { kind, caseNumber, commitment, account, origin, challenge } = fields;
  return renderLines((isRehearsal(caseNumber) ? rehearsalHeadings : headings)[kind], [
    ['版本', '1'],
    ['案號', caseNumber],
    ['收據編號', commitment === undefined ? '未附收據' : hex(commitment)],
    ['說明', account],
    ['連署平臺', origin],
    ['查驗碼', challenge],
  ]);
}
