import type { AlgorithmPolicy, KeyUsage } from '../core/x509/index.js';
import type { ValidityWindow } from './validity-window.js';

/** A bit of keyUsage by its name in RFC 5280 §4.2.1.3. */
export type KeyUsageName = keyof typeof KeyUsage;

/** What makes a certificate one of this kind. An empty list asks for nothing. */
export interface CertificateKind {
  /** Certificate policies (RFC 5280 §4.2.1.4), one of which must hold along the whole path. */
  readonly certificatePolicies: readonly string[];
  /** Values of MOICA's subject-type attribute, one of which must be there. */
  readonly subjectTypes: readonly string[];
  /** Key identifiers (hex, lower case) of the authorities that issue it. */
  readonly issuerKeyIdentifiers: readonly string[];
  /** Attributes that the issuer's name must all bear: attribute type and exact text. */
  readonly issuerName: readonly NameCondition[];
}

/** An attribute of a name: its type as an object identifier, and its exact text. */
export interface NameCondition {
  readonly type: string;
  readonly value: string;
}

/** One kind of certificate and what we think of it: data, so that another law is another row. */
export interface CertificatePolicy {
  /** Stable; it is stored with what it accepted. */
  readonly name: string;
  readonly kind: CertificateKind;
  /** All of these must be among the certificate's. */
  readonly keyUsage: readonly KeyUsageName[];
  /** For the holder's key, and for every signature on the path. */
  readonly algorithms: AlgorithmPolicy;
  /** Judged times at which it is accepted; none while the policy is off. */
  readonly accepted: readonly ValidityWindow[];
  /** Whether each certificate is also asked about by OCSP. Off: it would tell the authority who co-signs, and when. */
  readonly ocsp: boolean;
}

/** A kind of card that is refused by what it says of itself, trusted or not, so that its holder is told which card to use. */
export interface RefusedKind {
  readonly name: 'health-insurance';
  /** Text anywhere in an attribute of the issuer's name. */
  readonly issuerNameContains: readonly string[];
  /** Certificate policies it asserts. */
  readonly certificatePolicies: readonly string[];
}
