import { Oid } from '../core/x509/index.js';
import type { AllowedAlgorithms, CertificatePolicy, RefusedKind } from './certificate-policy.js';

/** RSA from 2048 bits (PKCS #1 v1.5 or PSS), P-256 and P-384, SHA-256 or better: no MD5, no SHA-1, no DSA. */
export const strongAlgorithms: AllowedAlgorithms = {
  minimumRsaBits: 2048,
  curves: [Oid.p256, Oid.p384],
  signatures: [
    Oid.sha256WithRsa,
    Oid.sha384WithRsa,
    Oid.sha512WithRsa,
    Oid.rsaPss,
    Oid.ecdsaSha256,
    Oid.ecdsaSha384,
    Oid.ecdsaSha512,
  ],
};

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
