import { equalOctets } from '../octets.js';
import type { PathInput, PathResult, TrustAnchor, ValidPath } from '../path/index.js';
import type { AlgorithmPolicy, Certificate, Name } from '../x509/index.js';
import type { CrlIndex } from './crl/crl-index.js';
import type { OcspResponse } from './ocsp/ocsp-response.js';
import type { Revocation } from './revocation.js';

/** What to go by when judging revocation. */
export interface RevocationRules {
  /** The time the answer is for. */
  readonly at: Date;
  /** Path validation (`validatePath` of core/path), for the paths of CRL signers and OCSP responders. */
  readonly validatePath: (input: PathInput) => PathResult<ValidPath, string>;
  readonly crls: readonly CrlIndex[];
  readonly ocsp: readonly OcspResponse[];
  /** Certificates that may have signed a CRL, or stand between one that has and the anchor. None if not given. */
  readonly candidates?: readonly Certificate[];
  /** Algorithms trusted in signatures; `strongAlgorithms` if none are given. */
  readonly algorithms?: AlgorithmPolicy;
  /** How old, in milliseconds, a CRL may be whatever its nextUpdate: any age unless given. */
  readonly maximumCrlAge?: number;
  /** How old, in milliseconds, a CRL without nextUpdate may be: seven days unless given. */
  readonly maximumOpenCrlAge?: number;
  /** How old, in milliseconds, an OCSP answer may be, whatever its nextUpdate: seven days unless given. */
  readonly maximumOcspAge?: number;
  /** How far, in milliseconds, an issuer's clock may be ahead of `at`: 0 unless given. */
  readonly clockTolerance?: number;
  /**
   * A CRL under the certificate issuer's own name counts only if the key that signed the certificate signed it too. For
   * authorities such as MOICA that give each key a CRL of its own under one name; off unless given, as RFC 5280 has it.
   */
  readonly oneCrlPerKey?: boolean;
}

/** A name and key above the certificate in its path, already found good. */
export interface IssuerKey {
  readonly name: Name;
  /** SubjectPublicKeyInfo as the certificate has it, and complete with the DSA parameters it inherits. */
  readonly subjectPublicKeyInfo: Uint8Array;
  readonly publicKey: Uint8Array;
  /** The sum of KeyUsage bits; undefined where the extension is absent. */
  readonly keyUsage: number | undefined;
  /** Undefined where the anchor is only a name and a key. */
  readonly certificate: Certificate | undefined;
}

/** A certificate whose status is wanted. */
export interface TargetCertificate {
  readonly certificate: Certificate;
  /** Its issuer first, the anchor last. */
  readonly issuers: readonly [IssuerKey, ...IssuerKey[]];
  /** This certificate and those whose status waits for it: none of them can vouch for it. */
  readonly waiting: readonly Certificate[];
}

/** One revocation check: its rules with the defaults filled in, and the way back to the top for signers' own status. */
export interface RevocationContext extends Required<Omit<RevocationRules, 'at'>> {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly anchor: TrustAnchor;
  /** The status of one certificate. */
  readonly examine: (subject: TargetCertificate) => Finding;
  /** The path of a certificate aside from the one under check, to the same anchor; undefined if it has none that is valid. */
  readonly pathAside: (certificate: Certificate) => readonly Certificate[] | undefined;
  /** The status of every certificate on such a path. */
  readonly examinePath: (path: readonly Certificate[], waiting: readonly Certificate[]) => Finding;
}

/** How many signers' statuses may hang on one another. */
const maximumDepth = 4;

/** Whether a signer's own status may be looked into: not where it would hang on itself, or on too many others that wait. */
export function mayBeLookedInto(certificate: Certificate, waiting: readonly Certificate[]): boolean {
  return waiting.length < maximumDepth && !waiting.some((each) => sameCertificate(each, certificate));
}

/** Whether two certificates are the same, octet for octet. */
export function sameCertificate(one: Certificate, other: Certificate): boolean {
  return equalOctets(one.der, other.der);
}

/** Why a piece of revocation data could not settle a certificate's status. */
export type RevocationCause =
  /** Before thisUpdate, past nextUpdate, or older than the caller allows. */
  | 'crl-not-current'
  /** By the right issuer, but not for this certificate (RFC 5280 §6.3.3 (b)). */
  | 'crl-out-of-scope'
  /** It clears some reasons for revocation only, and nothing at hand covers the others. */
  | 'crl-reasons-incomplete'
  /** A critical extension nobody here understands (RFC 5280 §5.2, §5.3). */
  | 'crl-critical-extension'
  /** Not signed by a key that may sign it and that leads to the same trust anchor (RFC 5280 §6.3.3 (f), (g)). */
  | 'crl-signer-untrusted'
  /** As for a CRL; also a producedAt that does not fit. */
  | 'ocsp-not-current'
  | 'ocsp-critical-extension'
  /** Not signed by the certificate's issuer nor by one it has directly authorised (RFC 6960 §4.2.2.2). */
  | 'ocsp-responder-unauthorised'
  /** The responder answers "unknown". */
  | 'ocsp-says-unknown';

/** Revocation data a judgement can rest on. */
export type CrlOrOcspResponse = CrlIndex | OcspResponse;

/** What one piece of data, or all of it together, says of a certificate. */
export type Finding =
  | {
      readonly kind: 'revoked';
      readonly revocation: Revocation;
      readonly sources: readonly CrlOrOcspResponse[];
    }
  /** Not revoked for these reasons (ReasonFlag bits). */
  | { readonly kind: 'clear'; readonly reasons: number; readonly sources: readonly CrlOrOcspResponse[] }
  | { readonly kind: 'unusable'; readonly causes: readonly RevocationCause[] };

/** A {@link Finding} that settles nothing. */
export const unusable = (...causes: readonly RevocationCause[]): Finding => ({ kind: 'unusable', causes });
