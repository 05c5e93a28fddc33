import { equalOctets } from '../octets.js';
import type { PathInput, PathResult, TrustAnchor, ValidPath } from '../path/index.js';
import type { AlgorithmPolicy, Certificate, Name } from '../x509/index.js';
import type { CrlIndex } from './crl/crl-index.js';
import type { OcspResponse } from './ocsp/ocsp-response.js';
import type { Revocation } from './revocation.js';

/** The rules and the data for a revocation check. */
export interface RevocationRules {
  /** The time the answer is for. */
  readonly at: Date;
  /** `validatePath` of core/path, for the paths of CRL signers and OCSP responders. */
  readonly validatePath: (input: PathInput) => PathResult<ValidPath, string>;
  readonly crls: readonly CrlIndex[];
  readonly ocsp: readonly OcspResponse[];
  /** Certificates that may have signed a CRL, or stand between such a certificate and the anchor. None unless given. */
  readonly candidates?: readonly Certificate[];
  /** Keys and algorithms accepted in signatures. The default is `strongAlgorithms`. */
  readonly algorithms?: AlgorithmPolicy;
  /** How old a CRL may be, in milliseconds, whatever its nextUpdate. The default is any age. */
  readonly maximumCrlAge?: number;
  /** How old a CRL without nextUpdate may be, in milliseconds. The default is seven days. */
  readonly maximumOpenCrlAge?: number;
  /** How old an OCSP answer may be, in milliseconds, whatever its nextUpdate. The default is seven days. */
  readonly maximumOcspAge?: number;
  /** How far an issuer's clock may be ahead of `at`, in milliseconds. The default is 0. */
  readonly clockTolerance?: number;
  /**
   * A CRL under the certificate issuer's own name counts only if the key that signed the certificate has signed it too. This is
   * for authorities such as MOICA, whose keys share one name and have a CRL each. The default is off, as in RFC 5280.
   */
  readonly oneCrlPerKey?: boolean;
}

/** A name and key above the certificate in its path. They are known to be good. */
export interface IssuerKey {
  readonly name: Name;
  /** As the certificate has it, DER. */
  readonly subjectPublicKeyInfo: Uint8Array;
  /** The same with the DSA parameters that it inherits. */
  readonly publicKey: Uint8Array;
  /** The sum of KeyUsage bits. Undefined where the extension is absent. */
  readonly keyUsage: number | undefined;
  /** Undefined where the anchor is only a name and a key. */
  readonly certificate: Certificate | undefined;
}

/** A certificate whose status is being checked. */
export interface CertificateUnderCheck {
  readonly certificate: Certificate;
  /** Its issuer first, the anchor last. */
  readonly issuers: readonly [IssuerKey, ...IssuerKey[]];
  /** This certificate and those whose status depends on it. None of them may be used to check it. */
  readonly waiting: readonly Certificate[];
}

/** One revocation check: its rules with the defaults filled in, and functions that check the signers too. */
export interface RevocationContext extends Required<Omit<RevocationRules, 'at'>> {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly anchor: TrustAnchor;
  /** The status of one certificate. */
  readonly examine: (checked: CertificateUnderCheck) => Finding;
  /** The valid path of a certificate that may have signed a CRL, to the same anchor. Undefined where there is none. */
  readonly pathOfSigner: (certificate: Certificate) => readonly Certificate[] | undefined;
  /** The status of every certificate on such a path. */
  readonly examinePath: (path: readonly Certificate[], waiting: readonly Certificate[]) => Finding;
}

/** How many statuses may depend on one another in a chain. */
const maximumDepth = 4;

/** Whether a signer's own status may be checked. Not where it would depend on itself, or on too many others. */
export function mayBeLookedInto(certificate: Certificate, waiting: readonly Certificate[]): boolean {
  return waiting.length < maximumDepth && !waiting.some((each) => sameCertificate(each, certificate));
}

/** Whether two certificates are the same octets. */
export function sameCertificate(one: Certificate, other: Certificate): boolean {
  return equalOctets(one.der, other.der);
}

/** Why a CRL or OCSP response says nothing about a certificate's status. */
export type RevocationCause =
  /** Before thisUpdate, past nextUpdate, or older than the caller allows. */
  | 'crl-not-current'
  /** It is by the right issuer, but not for this certificate (RFC 5280 §6.3.3 (b)). */
  | 'crl-out-of-scope'
  /** It covers only some reasons, and no other CRL at hand covers the rest. */
  | 'crl-reasons-incomplete'
  /** It has a critical extension that we do not process (RFC 5280 §5.2, §5.3). */
  | 'crl-critical-extension'
  /** It is not signed by a key that may sign it and has a path to the same anchor (RFC 5280 §6.3.3 (f), (g)). */
  | 'crl-signer-untrusted'
  /** As for a CRL. Also where producedAt does not fit. */
  | 'ocsp-not-current'
  | 'ocsp-critical-extension'
  /** It is not signed by the certificate's issuer, nor by a responder that the issuer has directly authorised (RFC 6960 §4.2.2.2). */
  | 'ocsp-responder-unauthorised'
  /** The responder answers "unknown". */
  | 'ocsp-says-unknown';

/** Data that can show a certificate's status. */
export type CrlOrOcspResponse = CrlIndex | OcspResponse;

/** What one CRL or OCSP response, or all of them together, say about a certificate. */
export type Finding =
  | {
      readonly kind: 'revoked';
      readonly revocation: Revocation;
      readonly data: readonly CrlOrOcspResponse[];
    }
  /** It is not revoked for any of these reasons (ReasonFlag bits). */
  | { readonly kind: 'clear'; readonly reasons: number; readonly data: readonly CrlOrOcspResponse[] }
  | { readonly kind: 'unusable'; readonly causes: readonly RevocationCause[] };

/** A {@link Finding} that gives no answer. */
export const unusable = (...causes: readonly RevocationCause[]): Finding => ({ kind: 'unusable', causes });
