import type { CaseNumber } from '../identifiers.js';
import { hex, joinOctets } from '../octets.js';
import { approvalActionName, approvalContentLines } from './approval-content.js';
import { headingOf } from './headings.js';
import { renderLines } from './statements.js';

/** What the second of two people approves. */
export interface ApprovalStatementFields {
  /** The stable code of the action, such as `start-check`. */
  readonly action: string;
  /** Undefined for an action on no case. */
  readonly caseNumber?: CaseNumber | undefined;
  /** The platform's origin. */
  readonly origin: string;
  /** Exactly what is approved: canonical JSON. */
  readonly content: Uint8Array;
  /** SHA-256 of `content`, 32 bytes. */
  readonly contentDigest: Uint8Array;
  /** The request's identifier, so that an approval can't serve twice. */
  readonly requestId: string;
}

/**
 * What an approver signs: one action, on one case where it is on one, in words and by digest.
 */
export function renderApprovalStatement(fields: ApprovalStatementFields): Uint8Array {
  const { head, tail } = approvalStatementEnds(fields);
  return joinOctets([head, renderLines([], approvalContentLines(fields.content)), tail]);
}

/** How the statement of an approval begins and ends, whatever its content is in words. */
export function approvalStatementEnds(fields: Omit<ApprovalStatementFields, 'content'>): {
  readonly head: Uint8Array;
  readonly tail: Uint8Array;
} {
  const head = renderLines(headingOf('approval', fields.caseNumber), [
    ['版本', '2'],
    ['連署平臺', fields.origin],
    ['作業', approvalActionName(fields.action)],
    ...(fields.caseNumber === undefined ? [] : [['案號', fields.caseNumber] as const]),
  ]);
  const tail = renderLines(
    [],
    [
      ['核可內容 sha-256', hex(fields.contentDigest)],
      ['申請編號', fields.requestId],
    ],
  );
  return { head, tail };
}
