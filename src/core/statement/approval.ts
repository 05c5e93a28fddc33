import type { CaseNumber } from '../identifiers.js';
import { hex, renderLines } from './lines.js';

/** What the second of two people approves. */
export interface ApprovalSubject {
  /** The stable code of the action, such as `start-check`. */
  readonly action: string;
  readonly caseNumber: CaseNumber;
  /** SHA-256 of exactly what is approved, 32 bytes. */
  readonly subjectDigest: Uint8Array;
  /** The request's identifier, so that an approval can't serve twice. */
  readonly requestId: string;
}

/** What an approver signs: one action on one case, by digest. */
export function renderApprovalStatement(subject: ApprovalSubject): Uint8Array {
  return renderLines(
    ['電子連署作業核可書', '本人核可下列作業'],
    [
      ['版本', '1'],
      ['作業', subject.action],
      ['案號', subject.caseNumber],
      ['核可內容 sha-256', hex(subject.subjectDigest)],
      ['申請編號', subject.requestId],
    ],
  );
}
