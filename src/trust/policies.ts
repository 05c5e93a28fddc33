import { Oid, strongAlgorithms } from '../core/x509/index.js';
import type { CertificatePolicy, RefusedKind } from './certificate-policy.js';

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
