import { createHash } from 'node:crypto';
import { der, type DerReader, parseDer, Tag } from '../../der/index.js';
import { type Certificate, Oid, readAlgorithmIdentifier } from '../../x509/index.js';

const hashes: ReadonlyMap<string, string> = new Map([
  [Oid.sha1, 'sha1'],
  [Oid.sha256, 'sha256'],
  [Oid.sha384, 'sha384'],
  [Oid.sha512, 'sha512'],
]);

/** Hashes a CertID may be made with. */
export type CertificateIdHash = 'sha1' | 'sha256';

/** CertID (RFC 6960 4.1.1): a certificate by its issuer's name and key, hashed, and its serial number. */
export interface CertificateId {
  readonly hashAlgorithm: string;
  readonly issuerNameHash: Uint8Array;
  readonly issuerKeyHash: Uint8Array;
  /** Content octets. */
  readonly serialNumber: Uint8Array;
}

/** Reads a CertID. Throws DerError. */
export function readCertificateId(reader: DerReader): CertificateId {
  const fields = reader.into();
  const { algorithm } = readAlgorithmIdentifier(fields);
  const issuerNameHash = fields.octetString();
  const issuerKeyHash = fields.octetString();
  const serialNumber = fields.integerOctets();
  fields.end();
  return { hashAlgorithm: algorithm, issuerNameHash, issuerKeyHash, serialNumber };
}

/** The DER of the CertID that asks for this certificate; `issuerKey` is a SubjectPublicKeyInfo. */
export function encodeCertificateId(
  certificate: Certificate,
  issuerKey: Uint8Array,
  hash: CertificateIdHash,
): Uint8Array {
  return der.sequence(
    der.sequence(der.oid(Oid[hash]), der.nullValue()),
    der.octetString(digest(hash, certificate.issuer.der)),
    der.octetString(publicKeyHash(issuerKey, hash)),
    der.encode(Tag.integer, certificate.serialNumber),
  );
}

/** Whether a CertID means this certificate. A hash other than SHA-1 and SHA-2 matches nothing. */
export function identifies(id: CertificateId, certificate: Certificate, issuerKey: Uint8Array): boolean {
  const hash = hashes.get(id.hashAlgorithm);
  return (
    hash !== undefined &&
    same(id.serialNumber, certificate.serialNumber) &&
    same(id.issuerNameHash, digest(hash, certificate.issuer.der)) &&
    same(id.issuerKeyHash, publicKeyHash(issuerKey, hash))
  );
}

/** The hash of the key bits of a SubjectPublicKeyInfo, without tag, length and unused bits (RFC 6960 4.1.1, 4.2.1 KeyHash). */
export function publicKeyHash(publicKey: Uint8Array, hash: string): Uint8Array {
  const bits = parseDer(publicKey, publicKey.length, (reader) => {
    const fields = reader.into();
    readAlgorithmIdentifier(fields);
    const { bytes } = fields.bitString();
    fields.end();
    return bytes;
  });
  // A key that does not read has no hash, and no digest is ever empty.
  return bits.ok ? digest(hash, bits.value) : new Uint8Array();
}

function digest(hash: string, data: Uint8Array): Uint8Array {
  return createHash(hash).update(data).digest();
}

function same(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}
