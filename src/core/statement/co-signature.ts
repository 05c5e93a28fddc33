import type { CaseNumber, RoundOrdinal } from '../identifiers.js';
import type { NationalId } from '../national-id.js';
import { hex, renderLines } from './lines.js';

/** What a co-signer signs for: the round of a case, on one platform. */
export interface StatementSubject {
  readonly caseNumber: CaseNumber;
  readonly round: RoundOrdinal;
  /** As `checkCaseText` returned it. */
  readonly mainText: string;
  /** SHA-256 of the case document, 32 bytes. */
  readonly documentDigest: Uint8Array;
  /** The platform's origin, such as `https://connect.example.gov.tw`. */
  readonly origin: string;
}

/** The title and the sentence every co-signature statement begins with (ACT 12). */
export const coSignatureHeading = [
  '公民投票案電子連署書',
  '本人依公民投票法第十二條連署下列公民投票案',
] as const;

/**
 * The exact bytes a co-signer signs. The server renders them again and compares; it never parses what was signed.
 * Throws on a value that could not stand in one line: check the case's text, number and challenge before.
 */
export function renderStatement(
  subject: StatementSubject,
  nationalId: NationalId,
  challenge: string,
): Uint8Array {
  return renderLines(coSignatureHeading, [
    ['版本', '1'],
    ['案號', subject.caseNumber],
    ['連署階段', String(subject.round)],
    ['主文', subject.mainText],
    ['案件文件 sha-256', hex(subject.documentDigest)],
    ['國民身分證統一編號', nationalId],
    ['連署平臺', subject.origin],
    ['查驗碼', challenge],
  ]);
}
