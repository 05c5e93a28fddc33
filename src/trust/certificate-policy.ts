import { canonicalJson, type JsonValue } from '../core/canonical-json.js';
import { sha256 } from '../core/sha256.js';
import { type AlgorithmPolicy, type KeyUsage, Oid, strongAlgorithms } from '../core/x509/index.js';
import { type HolderIdentification, moicaIdentification } from './holder-identification.js';

/** A bit of keyUsage by its name in RFC 5280 §4.2.1.3. */
export type KeyUsageName = keyof typeof KeyUsage;

/** How certificates of this kind are recognised. An empty list requires nothing. */
export interface CertificateKind {
  /** Certificate policies (RFC 5280 §4.2.1.4), one of which must be valid for the whole path. */
  readonly certificatePolicies: readonly string[];
  /** Values of MOICA's subject type attribute, one of which is required. */
  readonly subjectTypes: readonly string[];
  /** Key identifiers (hex, lower case) of the authorities that issue it. */
  readonly issuerKeyIdentifiers: readonly string[];
  /** Attributes that the issuer's name must have, all of them: type and exact text. */
  readonly issuerName: readonly NameCondition[];
}

/** An attribute of a name: its type as an object identifier, and its exact text. */
export interface NameCondition {
  readonly type: string;
  readonly value: string;
}

/**
 * By which way a co-signature may come: from the holder's card, or from their phone by way of the service of the mobile certificate
 * (行動自然人憑證).
 */
export const signingMethods = ['card', 'mobile'] as const;
export type SigningMethod = (typeof signingMethods)[number];

/** A kind of certificate, and when and how it is accepted. It is data, so that a new law is a new row. */
export interface CertificatePolicy {
  /** It never changes: it is stored with what was accepted by it. */
  readonly name: string;
  readonly kind: CertificateKind;
  /** How the certificate says who holds it. */
  readonly holder: HolderIdentification;
  /** The certificate must have all of these. */
  readonly keyUsage: readonly KeyUsageName[];
  /** By which ways a co-signature with it may come, in the order of {@link signingMethods}; `card` alone where a policy doesn't say. */
  readonly signingMethods: readonly SigningMethod[];
  /** For the holder's key, and for every signature on the path. */
  readonly algorithms: AlgorithmPolicy;
  /** The times for which it is accepted. None while the policy is off. */
  readonly accepted: readonly ValidityWindow[];
  /** Whether the status of each certificate is also asked for by OCSP. Off by default: it tells the authority who co-signs, and when. */
  readonly ocsp: boolean;
}

/** A kind of card that is refused by its own claim, trusted or not, so that its holder learns which card to use. */
export interface RefusedKind {
  readonly name: 'health-insurance';
  /** Text anywhere in an attribute of the issuer's name. */
  readonly issuerNameContains: readonly string[];
  /** Certificate policies in the certificate. */
  readonly certificatePolicies: readonly string[];
}

/** The only way that the commission admits today. */
export const cardAlone: readonly SigningMethod[] = ['card'];

const moicaName = [
  { type: Oid.countryName, value: 'TW' },
  { type: Oid.organizationName, value: '行政院' },
  { type: Oid.organizationalUnitName, value: '內政部憑證管理中心' },
];

/** 自然人憑證, the signing certificate on the card of a citizen or resident: the only kind that the commission accepts. */
export const naturalPerson: CertificatePolicy = {
  name: 'natural-person',
  kind: {
    certificatePolicies: [Oid.moicaAssuranceLevel3],
    subjectTypes: [Oid.moicaNaturalPerson],
    issuerKeyIdentifiers: [],
    issuerName: moicaName,
  },
  holder: moicaIdentification,
  keyUsage: ['digitalSignature'],
  signingMethods: cardAlone,
  algorithms: strongAlgorithms,
  accepted: [{ from: -Infinity, until: Infinity }],
  ocsp: false,
};

/**
 * 金融憑證. It is off, and a later policy may switch it on. The financial authorities have not published its object identifiers, so
 * this requires a certificate policy that no certificate has. Configuration can replace it, and then says how a holder is identified.
 */
export const financial: CertificatePolicy = {
  name: 'financial',
  kind: {
    certificatePolicies: ['1.3.6.1.4.1.0'],
    subjectTypes: [],
    issuerKeyIdentifiers: [],
    issuerName: [{ type: Oid.countryName, value: 'TW' }],
  },
  holder: moicaIdentification,
  keyUsage: ['digitalSignature'],
  signingMethods: cardAlone,
  algorithms: strongAlgorithms,
  accepted: [],
  ocsp: false,
};

/** The policies that apply unless the configuration has others. The first that fits decides. */
export const defaultPolicies: readonly CertificatePolicy[] = [naturalPerson, financial];

/** 健保卡. Other people use it for its owner, so it does not show who holds it. Configuration can add to these, and take none away. */
export const standingRefusals: readonly RefusedKind[] = [
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

/** Whether a policy that accepts certificates at that time admits this way of signing. */
export const admitsSigningMethod = (
  policies: readonly CertificatePolicy[],
  method: SigningMethod,
  at: Date,
): boolean =>
  policies.some(
    ({ accepted, signingMethods: admitted }) =>
      admitted.includes(method) && accepted.some((window) => windowContains(window, at)),
  );

/** True when some instant is in both. */
export const windowsOverlap = (one: ValidityWindow, other: ValidityWindow): boolean =>
  one.from < other.until && other.from < one.until;

/**
 * SHA-256 over everything that decides which certificates are accepted, 32 bytes: the same for the same rules, whatever file they were
 * read from. A round is bound to it, so that nobody is struck out by a rule that was not theirs. What was not written before it could
 * differ is left out where it does not: so rounds that opened then are still bound to the same digest.
 */
export function certificatePolicyDigest({ policies, refusals }: AcceptanceRules): Uint8Array {
  const added = refusals.filter((refusal) => !standingRefusals.includes(refusal)).map(refusalMembers);
  return sha256(
    canonicalJson([...policies.map(policyMembers), ...(added.length === 0 ? [] : [{ refusals: added }])]),
  );
}

/** Which kinds of certificates are accepted, and which are refused by name. */
export interface AcceptanceRules {
  readonly policies: readonly CertificatePolicy[];
  readonly refusals: readonly RefusedKind[];
}

function policyMembers(policy: CertificatePolicy): JsonValue {
  const { name, kind, keyUsage, algorithms, accepted, ocsp, holder, signingMethods: admitted } = policy;
  return {
    name,
    kind: { ...kind, issuerName: kind.issuerName.map(({ type, value }) => ({ type, value })) },
    keyUsage,
    algorithms: {
      ...algorithms,
      hashes: [...algorithms.hashes].sort(),
      curves: [...algorithms.curves].sort(),
    },
    // JSON has no infinity.
    accepted: accepted.map(({ from, until }) => ({ from: String(from), until: String(until) })),
    ocsp,
    ...(canonicalJson(admitted) === canonicalJson(cardAlone) ? {} : { signingMethods: admitted }),
    ...(canonicalJson(holderMembers(holder)) === moicaMembers ? {} : { holder: holderMembers(holder) }),
  };
}

function holderMembers({ subjectAttribute, issuerPart, nationalId }: HolderIdentification): JsonValue {
  return { subjectAttribute, issuerPart, nationalId: nationalId === undefined ? 'none' : { ...nationalId } };
}

const moicaMembers = canonicalJson(holderMembers(moicaIdentification));

const refusalMembers = ({ name, issuerNameContains, certificatePolicies }: RefusedKind): JsonValue => ({
  name,
  issuerNameContains,
  certificatePolicies,
});
