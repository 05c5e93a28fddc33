import { isRehearsal } from './case-number.js';
import type { JwsSigner } from './jws.js';
import { hex } from './octets.js';
import { type Receipt, receiptType } from './receipt.js';

/**
 * Makes out a receipt: a JWS (see `JwsSigner`) of type `JWT`, payload `{ iss, case, round, commitment, recordedOn, iat }` with the
 * commitment in lower-case hex and `iat` in seconds; in a rehearsal also `rehearsal`, true.
 */
export function signReceipt(receipt: Receipt, sign: JwsSigner): Promise<string> {
  return sign(receiptType, {
    iss: receipt.issuer,
    case: receipt.caseNumber,
    ...(isRehearsal(receipt.caseNumber) ? { rehearsal: true } : {}),
    round: receipt.round,
    commitment: hex(receipt.commitment),
    recordedOn: receipt.recordedOn,
    iat: Math.floor(receipt.issuedAt.getTime() / 1000),
  });
}

/** Every key that the intake has signed receipts and evidence with. */
export interface IntakeKeys {
  /** The public keys: SubjectPublicKeyInfo, DER, the oldest first. */
  all(): Promise<readonly Uint8Array[]>;
}

/** Injection token for {@link IntakeKeys}. */
export const INTAKE_KEYS = Symbol('IntakeKeys');
