import { fail, ok, type Result } from '../../core/result.js';
import type { ApprovalRequest } from './request.js';

/** The person who would approve, as their session and their signature say. */
export interface Approver {
  readonly memberId: string;
  /** SHA-256 of the certificate they signed in with. */
  readonly certificateDigest: Uint8Array;
}

/** No one approves their own request: nor under another name with the same card. Failure: `approval-by-requester`. */
export function checkOtherMember(
  request: ApprovalRequest,
  approver: Approver,
): Result<void, 'approval-by-requester'> {
  const same =
    request.requestedBy === approver.memberId ||
    equal(request.requesterCertificateDigest, approver.certificateDigest);
  return same ? fail('approval-by-requester') : ok(undefined);
}

/** Nor with another card of their own. Failure: `approval-by-requester`. */
export function checkOtherHolder(
  request: ApprovalRequest,
  holder: Uint8Array,
): Result<void, 'approval-by-requester'> {
  return equal(request.requesterHolderDigest, holder) ? fail('approval-by-requester') : ok(undefined);
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
