import type { KeyPair } from '../keys/key-pair.js';
import {
  authorityInfoAccess,
  authorityKeyIdentifier,
  basicConstraints,
  buildCertificate,
  certificatePolicies,
  crlDistributionPoints,
  type ExtensionShape,
  keyUsage,
  subjectKeyIdentifier,
} from '../x509/index.js';

/** A certification authority of the demo: its key, its certificate, and where it publishes. */
export interface Authority {
  /** Unique among the demo's authorities, and its folder on the server: `moica-g2`. */
  readonly label: string;
  /** Name, DER. */
  readonly name: Uint8Array;
  readonly key: KeyPair;
  /** DER. */
  readonly certificate: Uint8Array;
}

/** What makes an authority. */
export interface AuthorityShape {
  readonly label: string;
  readonly name: Uint8Array;
  readonly key: KeyPair;
  /** None for a root. */
  readonly issuer?: Authority | undefined;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly policies: readonly string[];
  /** Base URL of the publishing server. */
  readonly address: string;
}

/** Issues an authority's own certificate. */
export function establishAuthority(shape: AuthorityShape): Authority {
  const { issuer, label, name, key, address } = shape;
  const issued = issuer === undefined ? [] : issuedBy(issuer, address);
  const policies = issuer === undefined ? [] : [certificatePolicies(shape.policies)];
  const certificate = buildCertificate({
    signer: issuer?.key ?? key,
    issuer: issuer?.name ?? name,
    subject: name,
    publicKey: key.publicKey,
    // The first eight bytes of the key identifier are a stable serial number; the leading 1 keeps it positive and whole.
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

/** The extensions that say who issued a certificate and where to ask about it. */
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
