import { type AlgorithmPolicy, type KeyUsage, Oid, strongAlgorithms } from '../core/x509/index.js';

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

const moicaName = [
  { type: Oid.countryName, value: 'TW' },
  { type: Oid.organizationName, value: '行政院' },
  { type: Oid.organizationalUnitName, value: '內政部憑證管理中心' },
];

/** 自然人憑證, the signing certificate on a citizen's or resident's card: the only kind that the commission accepts. */
export const naturalPerson: CertificatePolicy = {
  name: 'natural-person',
  kind: {
    certificatePolicies: [Oid.moicaAssuranceLevel3],
    subjectTypes: [Oid.moicaNaturalPerson],
    issuerKeyIdentifiers: [],
    issuerName: moicaName,
  },
  keyUsage: ['digitalSignature'],
  algorithms: strongAlgorithms,
  accepted: [{ from: -Infinity, until: Infinity }],
  ocsp: false,
};

/**
 * 金融憑證, which a later policy may admit: off. Its object identifiers are the financial authorities' to publish, so the
 * kind asks for a policy that no certificate has until the data says otherwise.
 */
export const financial: CertificatePolicy = {
  name: 'financial',
  kind: {
    certificatePolicies: ['1.3.6.1.4.1.0'],
    subjectTypes: [],
    issuerKeyIdentifiers: [],
    issuerName: [{ type: Oid.countryName, value: 'TW' }],
  },
  keyUsage: ['digitalSignature'],
  algorithms: strongAlgorithms,
  accepted: [],
  ocsp: false,
};

/** What is accepted, unless the configuration brings other data. The first that fits decides. */
export const defaultPolicies: readonly CertificatePolicy[] = [naturalPerson, financial];

/** 健保卡: others use it for its owner, so it proves nothing about who holds it. */
export const defaultRefusals: readonly RefusedKind[] = [
  {
    name: 'health-insurance',
    issuerNameContains: ['健保', '健康保險', 'National Health Insurance'],
    certificatePolicies: [],
  },
];

/** A span of time in milliseconds since the epoch: from `from` on, until before `until`. */
export interface ValidityWindow {
  readonly from: number;
  /** Infinity while no end is known. */
  readonly until: number;
}

/** True when `at` is inside. */
export const windowContains = (window: ValidityWindow, at: Date): boolean =>
  window.from <= at.getTime() && at.getTime() < window.until;

/** True when some instant is in both. */
export const windowsOverlap = (one: ValidityWindow, other: ValidityWindow): boolean =>
  one.from < other.until && other.from < one.until;
