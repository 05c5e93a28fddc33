import type { CaseNumber, RoundOrdinal } from '../identifiers.js';
import { hex, type Line, renderLines } from './lines.js';

/** What the lead vouches for when a round opens. */
export interface KeyStatementSubject {
  readonly caseNumber: CaseNumber;
  readonly round: RoundOrdinal;
  /** SHA-256 of the round's SubjectPublicKeyInfo, 32 bytes. */
  readonly publicKeyDigest: Uint8Array;
  /** SHA-256 of the wrapped round key, 32 bytes. */
  readonly wrappedKeyDigest: Uint8Array;
  /** The undertaking (切結書, REG 4); each of its paragraphs becomes a line of its own. */
  readonly undertaking: string;
}

/** What the lead signs to open a round: which key the records are sealed to, and the undertaking. Published. */
export function renderKeyStatement(subject: KeyStatementSubject): Uint8Array {
  return renderLines(
    ['電子連署金鑰聲明書', '本人為提案人之領銜人，聲明下列金鑰為本人所持有，並切結如下'],
    [
      ['版本', '1'],
      ['案號', subject.caseNumber],
      ['連署階段', String(subject.round)],
      ['公開金鑰 sha-256', hex(subject.publicKeyDigest)],
      ['封裝金鑰 sha-256', hex(subject.wrappedKeyDigest)],
      ...undertakingLines(subject.undertaking),
    ],
  );
}

function undertakingLines(undertaking: string): Line[] {
  const paragraphs = undertaking.split(/\r?\n/).map((paragraph) => paragraph.normalize('NFC').trim());
  return paragraphs.filter((paragraph) => paragraph !== '').map((paragraph) => ['切結', paragraph]);
}

/** What the lead submits. */
export interface SubmissionSubject {
  readonly caseNumber: CaseNumber;
  readonly round: RoundOrdinal;
  readonly recordCount: number;
  /** RFC 9162 root over the sorted commitments, 32 bytes. */
  readonly merkleRoot: Uint8Array;
  /** SHA-256 of the round key wrapped for the commission, 32 bytes. */
  readonly wrappedKeyDigest: Uint8Array;
}

/** What the lead signs to submit a round (REG 7): the count and the root fix every record in it. */
export function renderSubmissionStatement(subject: SubmissionSubject): Uint8Array {
  return renderLines(
    ['電子連署提出聲明書', '本人為提案人之領銜人，依公民投票法提出下列連署人名冊'],
    [
      ['版本', '1'],
      ['案號', subject.caseNumber],
      ['連署階段', String(subject.round)],
      ['連署筆數', String(subject.recordCount)],
      ['默克爾樹根 sha-256', hex(subject.merkleRoot)],
      ['封裝金鑰 sha-256', hex(subject.wrappedKeyDigest)],
    ],
  );
}
