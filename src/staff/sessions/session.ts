import type { CaseNumber } from '../../core/identifiers.js';
import type { StaffRole } from '../roles.js';

/** The lead of one case, signed in with the access code and the registered certificate. */
export interface LeadSession {
  readonly kind: 'lead';
  readonly caseNumber: CaseNumber;
  readonly expiresAt: Date;
}

/** A member of staff, signed in with a registered certificate; roles as they are at this request. */
export interface StaffSession {
  readonly kind: 'staff';
  /** UUID of the member. */
  readonly memberId: string;
  readonly roles: readonly StaffRole[];
  /** SHA-256 of the certificate they signed in with. */
  readonly certificateDigest: Uint8Array;
  /** Who holds it, see {@link holderDigest}. */
  readonly holderDigest: Uint8Array;
  readonly expiresAt: Date;
}

/** Who is asking, where somebody has signed in. */
export type Session = LeadSession | StaffSession;
