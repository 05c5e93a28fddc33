import type { CaseNumber, RoundOrdinal } from '../identifiers.js';
import type { NationalId } from '../national-id.js';
import { hex } from '../octets.js';
import { headingOf } from './headings.js';
import { isLineText } from './line-text.js';

/** A `name` and its `value`, one line of what a person signs. */
type Line = readonly [name: string, value: string];

/**
 * Renders everything that a person signs: heading lines, then `name：value` lines, UTF-8, NFC, each ended by LF. Throws
 * for a value that is not {@link isLineText}: that is a bug of the caller.
 */
export function renderLines(heading: readonly string[], lines: readonly Line[]): Uint8Array {
  return new TextEncoder().encode(renderText(heading, lines));
}

/** {@link renderLines} before it is encoded. */
function renderText(heading: readonly string[], lines: readonly Line[]): string {
  const rendered = [...heading, ...lines.map(([name, value]) => `${name}：${value}`)];
  const unsafe = lines.find(([, value]) => !isLineText(value));
  if (unsafe !== undefined) throw new RangeError(`not the text of one line: ${unsafe[0]}`);
  return rendered.map((line) => `${line}\n`).join('');
}

/** What a co-signer signs for: the round of a case, on one platform. */
export interface StatementFields {
  readonly caseNumber: CaseNumber;
  readonly round: RoundOrdinal;
  /** As `checkCaseText` returned it. */
  readonly mainText: string;
  /** SHA-256 of the case document, 32 bytes. */
  readonly documentDigest: Uint8Array;
  /** The platform's origin, such as `https://connect.example.gov.tw`. */
  readonly origin: string;
}

/** Injection token for the platform's origin: `https://…`, without a slash at the end. */
export const PLATFORM_ORIGIN = Symbol('platform origin');

/** The text that a co-signer signs, but for one place: the national ID number stands between the two parts. */
export interface StatementAroundNationalId {
  readonly beforeNationalId: string;
  readonly afterNationalId: string;
}

/**
 * The exact text of a co-signature for whoever doesn't render it: `beforeNationalId + number + afterNationalId` in UTF-8 is what
 * {@link renderStatement} makes. Throws as it does.
 */
export function statementAroundNationalId(
  fields: StatementFields,
  challenge: string,
): StatementAroundNationalId {
  const before = renderText(headingOf('co-signature', fields.caseNumber), [
    ['版本', '1'],
    ['案號', fields.caseNumber],
    ['連署階段', String(fields.round)],
    ['主文', fields.mainText],
    ['案件文件 sha-256', hex(fields.documentDigest)],
  ]);
  const after = renderText(
    [],
    [
      ['連署平臺', fields.origin],
      ['查驗碼', challenge],
    ],
  );
  return { beforeNationalId: `${before}國民身分證統一編號：`, afterNationalId: `\n${after}` };
}

/**
 * The exact bytes that a co-signer signs. The server renders them again and compares. It never parses what was signed.
 * Throws for a value that can't be one line, so check the case's text, number and challenge before.
 */
export function renderStatement(
  fields: StatementFields,
  nationalId: NationalId,
  challenge: string,
): Uint8Array {
  if (!isLineText(nationalId)) throw new RangeError('not the text of one line: 國民身分證統一編號');
  const { beforeNationalId, afterNationalId } = statementAroundNationalId(fields, challenge);
  return new TextEncoder().encode(`${beforeNationalId}${nationalId}${afterNationalId}`);
}

/**
 * What the lead reads of a co-signature: its national ID number, or nothing. Named in the key statement and on the case's page, and
 * never changed.
 */
export const sealingModes = ['number-to-lead', 'two-key'] as const;
export type SealingMode = (typeof sealingModes)[number];

/** The modes as they stand in the key statement. */
const modeNames: Record<SealingMode, string> = {
  'number-to-lead': '領銜人僅得讀取連署人之國民身分證統一編號（number-to-lead）',
  'two-key': '領銜人不得讀取連署人之任何資料（two-key）',
};

/** What the lead declares when a round opens. */
export interface KeyStatementFields {
  readonly caseNumber: CaseNumber;
  readonly round: RoundOrdinal;
  /** The platform's origin. */
  readonly origin: string;
  readonly mode: SealingMode;
  /** SHA-256 of the round's SubjectPublicKeyInfo, 32 bytes. */
  readonly publicKeyDigest: Uint8Array;
  /** SHA-256 of the SubjectPublicKeyInfo of the commission's round key, 32 bytes. */
  readonly commissionKeyDigest: Uint8Array;
  /** SHA-256 of the wrapped round key, 32 bytes. */
  readonly wrappedKeyDigest: Uint8Array;
  /** The undertaking (切結書, REG 4). Each of its paragraphs becomes one line. */
  readonly undertaking: string;
}

/** What the lead signs to open a round: which two keys the records are sealed to, who reads what, and the undertaking. Published. */
export function renderKeyStatement(fields: KeyStatementFields): Uint8Array {
  return renderLines(headingOf('key', fields.caseNumber), [
    ['版本', '1'],
    ['案號', fields.caseNumber],
    ['連署階段', String(fields.round)],
    ['連署平臺', fields.origin],
    ['模式', modeNames[fields.mode]],
    ['公開金鑰 sha-256', hex(fields.publicKeyDigest)],
    ['中選會公開金鑰 sha-256', hex(fields.commissionKeyDigest)],
    ['封裝金鑰 sha-256', hex(fields.wrappedKeyDigest)],
    ...undertakingLines(fields.undertaking),
  ]);
}

function undertakingLines(undertaking: string): Line[] {
  const paragraphs = undertaking.split(/\r?\n/).map((paragraph) => paragraph.normalize('NFC').trim());
  return paragraphs.filter((paragraph) => paragraph !== '').map((paragraph) => ['切結', paragraph]);
}

/** What the lead submits. */
export interface SubmissionStatementFields {
  readonly caseNumber: CaseNumber;
  readonly round: RoundOrdinal;
  /** The platform's origin, as the round is bound to it. */
  readonly origin: string;
  readonly recordCount: number;
  /** RFC 9162 root over the sorted commitments, 32 bytes. */
  readonly merkleRoot: Uint8Array;
  /** SHA-256 of the round key wrapped for the commission, 32 bytes. */
  readonly wrappedKeyDigest: Uint8Array;
}

/** What the lead signs to submit a round (REG 7): the count and the root fix every record in it. */
export function renderSubmissionStatement(fields: SubmissionStatementFields): Uint8Array {
  return renderLines(headingOf('submission', fields.caseNumber), [
    ['版本', '1'],
    ['案號', fields.caseNumber],
    ['連署階段', String(fields.round)],
    ['連署平臺', fields.origin],
    ['連署筆數', String(fields.recordCount)],
    ['默克爾樹根 sha-256', hex(fields.merkleRoot)],
    ['封裝金鑰 sha-256', hex(fields.wrappedKeyDigest)],
  ]);
}

/** Who signs in: staff of the commission, the lead of a case, or a co-signer asking for their own receipts. */
export type SignInPurpose = 'staff' | 'lead' | 'co-signer';

const purposes: Record<SignInPurpose, string> = {
  staff: '中央選舉委員會人員登入',
  lead: '提案人之領銜人登入',
  'co-signer': '查詢本人之連署紀錄',
};

/** What is signed to sign in, and for nothing else. It contains the purpose, so it can't be used as a co-signature. */
export function renderSignIn(purpose: SignInPurpose, origin: string, challenge: string): Uint8Array {
  return renderLines(
    ['電子連署系統登入聲明', '本人以自然人憑證登入下列平臺，本聲明不是連署'],
    [
      ['版本', '1'],
      ['目的', purposes[purpose]],
      ['連署平臺', origin],
      ['查驗碼', challenge],
    ],
  );
}
