import { createHash } from 'node:crypto';
import type { StaffRole } from '../roles.js';

/** A person of the commission's staff, known by the certificate they sign in with. */
export interface StaffMember {
  /** UUID version 4. */
  readonly id: string;
  /** What colleagues call them; not from the certificate. */
  readonly name: string;
  /** See {@link certificateDigest}. */
  readonly certificateDigest: Uint8Array;
  readonly roles: readonly StaffRole[];
  /** False once they may no longer sign in; their sessions end at once. */
  readonly active: boolean;
}

/** SHA-256 of a certificate's DER, 32 bytes. */
export function certificateDigest(certificate: Uint8Array): Uint8Array {
  return createHash('sha256').update(certificate).digest();
}
