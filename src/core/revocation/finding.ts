import { type CrlIndex } from './crl/crl-index.js';
import { type OcspResponse } from './ocsp/ocsp-response.js';
import { type RevocationReason } from './reason.js';

/** Why a piece of revocation data could not settle a certificate's status. */
export type RevocationCause =
  /** Before thisUpdate, past nextUpdate, or older than the caller allows. */
  | 'crl-not-current'
  /** By the right issuer, but not for this certificate (RFC 5280 6.3.3 (b)). */
  | 'crl-out-of-scope'
  /** It clears some reasons for revocation only, and nothing at hand covers the others. */
  | 'crl-reasons-incomplete'
  /** A critical extension nobody here understands (RFC 5280 5.2, 5.3). */
  | 'crl-critical-extension'
  /** Not signed by a key that may sign it and that leads to the same trust anchor (RFC 5280 6.3.3 (f), (g)). */
  | 'crl-signer-untrusted'
  /** As for a CRL; also a producedAt that does not fit. */
  | 'ocsp-not-current'
  | 'ocsp-critical-extension'
  /** Not signed by the certificate's issuer nor by one it has directly authorised (RFC 6960 4.2.2.2). */
  | 'ocsp-responder-unauthorised'
  /** The responder answers "unknown". */
  | 'ocsp-says-unknown';

/** Revocation data a judgement can rest on. */
export type RevocationSource = CrlIndex | OcspResponse;

/** When and why a certificate was revoked. */
export interface Revocation {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly reason: RevocationReason;
}

/** What one piece of data, or all of it together, says of a certificate. */
export type Finding =
  | {
      readonly kind: 'revoked';
      readonly revocation: Revocation;
      readonly sources: readonly RevocationSource[];
    }
  /** Not revoked for these reasons (ReasonFlag bits). */
  | { readonly kind: 'clear'; readonly reasons: number; readonly sources: readonly RevocationSource[] }
  | { readonly kind: 'unusable'; readonly causes: readonly RevocationCause[] };

/** A {@link Finding} that settles nothing. */
export const unusable = (...causes: readonly RevocationCause[]): Finding => ({ kind: 'unusable', causes });
