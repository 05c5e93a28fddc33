import { der } from '../../../src/core/der/index.js';
import { type Certificate, KeyUsage, Oid } from '../../../src/core/x509/index.js';
import { encodeCertificate, type CertificatePlan, parsed, rsaKey, type TestKey } from './certificate.js';
import * as extensions from './extensions.js';
import { nameOf } from './names.js';

const text = der.utf8String;
const country = [Oid.countryName, der.printableString('TW')] as const;
const rootName = nameOf(country, [Oid.organizationName, text('Government Root Certification Authority')]);
const issuerName = nameOf(
  country,
  [Oid.organizationName, text('行政院')],
  [Oid.organizationalUnitName, text('內政部憑證管理中心')],
);

/** A hierarchy of MOICA's shape: a root of RSA-4096, an issuer, and what a card bears. */
export interface MoicaLike {
  readonly root: Certificate;
  readonly issuer: Certificate;
  readonly issuerKey: TestKey;
  /** A leaf of its own serial number, DER. */
  leaf(serial: number, subjectKey: TestKey): Uint8Array;
}

/** Makes one; `issuerBits` is 2048 for the second generation and 4096 for the third. */
export function moicaLike(issuerBits: number): MoicaLike {
  const rootKey = rsaKey(4096);
  const issuerKey = rsaKey(issuerBits);
  const authority = (plan: Pick<CertificatePlan, 'subject' | 'spki'>, key: TestKey): Certificate =>
    parsed(
      encodeCertificate({
        ...plan,
        issuer: rootName,
        signer: rootKey,
        extensions: [
          extensions.authorityKeyIdentifier(rootKey.identifier),
          extensions.subjectKeyIdentifier(key.identifier),
          extensions.certificatePolicies([Oid.anyPolicy]),
          extensions.basicConstraints(true),
          extensions.keyUsage(KeyUsage.keyCertSign | KeyUsage.crlSign),
        ],
      }),
    );
  return {
    root: authority({ subject: rootName, spki: rootKey.spki }, rootKey),
    issuer: authority({ subject: issuerName, spki: issuerKey.spki }, issuerKey),
    issuerKey,
    leaf: (serial, subjectKey) => encodeLeaf(serial, subjectKey, issuerKey),
  };
}

function encodeLeaf(serial: number, subjectKey: TestKey, issuerKey: TestKey): Uint8Array {
  return encodeCertificate({
    serial: der.integer(serial),
    issuer: issuerName,
    subject: nameOf(
      country,
      [Oid.commonName, text('王測試')],
      [Oid.serialNumberAttribute, der.printableString(String(serial).padStart(16, '0'))],
    ),
    spki: subjectKey.spki,
    signer: issuerKey,
    extensions: [
      extensions.authorityKeyIdentifier(issuerKey.identifier),
      extensions.subjectKeyIdentifier(subjectKey.identifier),
      extensions.certificatePolicies([Oid.moicaAssuranceLevel3]),
      extensions.subjectAltName([extensions.generalName.email('someone@example.tw')]),
      extensions.crlDistributionPoints(['http://crl.example.tw/complete.crl']),
      extensions.authorityInfoAccess('http://ocsp.example.tw/'),
      extensions.moicaAttributes('6789'),
      extensions.keyUsage(KeyUsage.digitalSignature),
    ],
  });
}
