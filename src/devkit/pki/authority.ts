import { Oid } from '../../core/x509/index.js';
import type { KeyKind, KeyPair } from '../keys/key-pair.js';
import type { KeyPool } from '../keys/seeded-key.js';
import { buildCertificate } from '../x509/certificate-builder.js';
import {
  authorityInfoAccess,
  authorityKeyIdentifier,
  basicConstraints,
  certificatePolicies,
  type ExtensionShape,
  keyUsage,
  subjectKeyIdentifier,
} from '../x509/extension.js';
import { commonName, country, distinguishedName, organization, unit } from '../x509/name.js';
import { crlDistributionPoints } from '../x509/revocation-extension.js';

/** A certification authority of the demo. */
export interface Authority {
  /** Unique among the demo's authorities; also its folder on the publishing server: `moica-g2`. */
  readonly label: string;
  /** Name, DER. */
  readonly name: Uint8Array;
  readonly key: KeyPair;
  /** DER. */
  readonly certificate: Uint8Array;
}

/** What an authority's certificate is made from. */
interface AuthorityShape {
  readonly label: string;
  readonly name: Uint8Array;
  readonly key: KeyPair;
  /** Undefined for a root. */
  readonly issuer?: Authority | undefined;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly policies: readonly string[];
  /** Base URL of the publishing server. */
  readonly address: string;
}

/** Makes an authority: issues its certificate. */
function establishAuthority(shape: AuthorityShape): Authority {
  const { issuer, label, name, key, address } = shape;
  const issued = issuer === undefined ? [] : issuedBy(issuer, address);
  const policies = issuer === undefined ? [] : [certificatePolicies(shape.policies)];
  const certificate = buildCertificate({
    signer: issuer?.key ?? key,
    issuer: issuer?.name ?? name,
    subject: name,
    publicKey: key.publicKey,
    // The first eight octets of the key identifier are a stable serial number. The leading 1 keeps it positive and minimal.
    serialNumber: Uint8Array.of(1, ...key.keyIdentifier.subarray(0, 8)),
    notBefore: shape.notBefore,
    notAfter: shape.notAfter,
    extensions: [
      basicConstraints(true, issuer === undefined ? undefined : 0),
      keyUsage('keyCertSign', 'cRLSign'),
      subjectKeyIdentifier(key.keyIdentifier),
      ...policies,
      ...issued,
    ],
  });
  return { label, name, key, certificate };
}

/** The extensions that name the issuer and the addresses of its CRL, OCSP responder and certificate. */
export function issuedBy(issuer: Authority, address: string): ExtensionShape[] {
  return [
    authorityKeyIdentifier({ keyIdentifier: issuer.key.keyIdentifier }),
    crlDistributionPoints(`${address}/${issuer.label}/complete.crl`),
    authorityInfoAccess({
      ocsp: [`${address}/${issuer.label}/ocsp`],
      caIssuers: [`${address}/${issuer.label}/issuer.cer`],
    }),
  ];
}

/**
 * The authorities of the demo: the government's roots, MOICA's two generations, a CA for offices, and two CAs that nobody trusts.
 * It is a type alias, not an interface, so that Object.values has the right type.
 */
export type Authorities = {
  readonly grca: Authority;
  readonly grcaG3: Authority;
  /** RSA-2048 under GRCA. */
  readonly moicaG2: Authority;
  /** RSA-4096 under GRCA-G3. It has the same name as G2. */
  readonly moicaG3: Authority;
  /** Issues certificates to offices: the commission and MOI. RSA-2048 under GRCA-G3. */
  readonly office: Authority;
  /** A root that uses MOICA's name. Nobody trusts it. */
  readonly impostor: Authority;
  /** Issues health-insurance cards (健保卡), which are not accepted for co-signing. */
  readonly healthInsurance: Authority;
};

/** The key of an authority in {@link Authorities}. */
export type AuthorityLabel = keyof Authorities;

/** The name of every generation of MOICA, DER. */
export const moicaName = distinguishedName(country('TW'), organization('行政院'), unit('內政部憑證管理中心'));

const rootName = (generation: string): Uint8Array =>
  distinguishedName(country('TW'), organization('行政院'), commonName(`政府憑證總管理中心${generation}`));
const officeName = distinguishedName(country('TW'), organization('行政院'), unit('政府憑證管理中心'));
const healthInsuranceName = distinguishedName(
  country('TW'),
  organization('衛生福利部中央健康保險署'),
  unit('健保卡憑證管理中心'),
);

const governmentPolicies = ['2.16.886.101.0.3.1', '2.16.886.101.0.3.2', Oid.moicaAssuranceLevel3];

/** Makes all authorities. Their certificates name addresses below this base URL. */
export function establishAuthorities(keys: KeyPool, address: string): Authorities {
  const establish = (
    label: string,
    name: Uint8Array,
    kind: KeyKind,
    [from, to]: readonly [from: number, to: number],
    issuer?: Authority,
  ): Authority =>
    establishAuthority({
      label,
      name,
      key: keys.key(label, kind),
      issuer,
      notBefore: new Date(Date.UTC(from, 0, 1)),
      notAfter: new Date(Date.UTC(to, 0, 1)),
      policies: governmentPolicies,
      address,
    });
  const grca = establish('grca', rootName(''), 'rsa-2048', [2012, 2037]);
  const grcaG3 = establish('grca-g3', rootName(' - G3'), 'rsa-4096', [2019, 2049]);
  return {
    grca,
    grcaG3,
    moicaG2: establish('moica-g2', moicaName, 'rsa-2048', [2014, 2034], grca),
    moicaG3: establish('moica-g3', moicaName, 'rsa-4096', [2019, 2044], grcaG3),
    office: establish('office', officeName, 'rsa-2048', [2019, 2044], grcaG3),
    impostor: establish('impostor', moicaName, 'rsa-2048', [2014, 2044]),
    healthInsurance: establish('health-insurance', healthInsuranceName, 'rsa-2048', [2014, 2044]),
  };
}
