import { createHash } from 'node:crypto';
import { der, type DerReader, Tag } from '../../der/index.js';
import { equalOctets } from '../../octets.js';
import { type Certificate, Oid, publicKeyBits, readAlgorithmIdentifier } from '../../x509/index.js';

/** What to ask an OCSP responder. */
export interface OcspQuestion {
  readonly certificate: Certificate;
  /** SubjectPublicKeyInfo (DER) of the certificate's issuer. */
  readonly issuerKey: Uint8Array;
  /** The default is SHA-1, which every responder knows (RFC 5019 §2.1.1). It only names the issuer; no security rests on it. */
  readonly hash?: CertificateIdHash;
  /** 1 to 32 octets (RFC 8954 §2.1) that the answer should repeat. */
  readonly nonce?: Uint8Array;
}

/** The DER of an unsigned OCSPRequest (RFC 6960 §4.1.1) for one certificate. */
export function encodeOcspRequest({
  certificate,
  issuerKey,
  hash = 'sha1',
  nonce,
}: OcspQuestion): Uint8Array {
  const request = der.sequence(encodeCertificateId(certificate, issuerKey, hash));
  const list = der.sequence(request);
  return der.sequence(nonce === undefined ? der.sequence(list) : der.sequence(list, nonceExtension(nonce)));
}

function nonceExtension(nonce: Uint8Array): Uint8Array {
  const value = der.octetString(der.octetString(nonce));
  return der.context(2, der.sequence(der.sequence(der.oid(Oid.ocspNonce), value)));
}

const hashes: ReadonlyMap<string, string> = new Map([
  [Oid.sha1, 'sha1'],
  [Oid.sha256, 'sha256'],
  [Oid.sha384, 'sha384'],
  [Oid.sha512, 'sha512'],
]);

/** Hashes that a CertID can be made with. */
export type CertificateIdHash = 'sha1' | 'sha256';

/** CertID (RFC 6960 §4.1.1): a certificate by its issuer's name and key, hashed, and its serial number. */
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
function encodeCertificateId(
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

/** Whether a CertID names this certificate. With another hash than SHA-1 or SHA-2 it names none. */
export function certificateIdMatches(
  id: CertificateId,
  certificate: Certificate,
  issuerKey: Uint8Array,
): boolean {
  const hash = hashes.get(id.hashAlgorithm);
  return (
    hash !== undefined &&
    equalOctets(id.serialNumber, certificate.serialNumber) &&
    equalOctets(id.issuerNameHash, digest(hash, certificate.issuer.der)) &&
    equalOctets(id.issuerKeyHash, publicKeyHash(issuerKey, hash))
  );
}

/** The hash of the key bits of a SubjectPublicKeyInfo, without tag, length and unused bits (RFC 6960 §4.1.1, §4.2.1 KeyHash). */
export function publicKeyHash(publicKey: Uint8Array, hash: string): Uint8Array {
  const bits = publicKeyBits(publicKey);
  // A key that can't be read has no hash, and no digest is ever empty.
  return bits === undefined ? new Uint8Array() : digest(hash, bits);
}

function digest(hash: string, data: Uint8Array): Uint8Array {
  return createHash(hash).update(data).digest();
}
