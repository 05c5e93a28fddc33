import { der } from '../../der/index.js';
import { type Certificate, Oid } from '../../x509/index.js';
import { type CertificateIdHash, encodeCertificateId } from './certificate-id.js';

/** What to ask an OCSP responder. */
export interface OcspQuestion {
  readonly certificate: Certificate;
  /** SubjectPublicKeyInfo (DER) of the certificate's issuer. */
  readonly issuerKey: Uint8Array;
  /** SHA-1 unless given: what every responder understands (RFC 5019 2.1.1). It names the issuer, it protects nothing. */
  readonly hash?: CertificateIdHash;
  /** 1 to 32 octets (RFC 8954 2.1) that the answer should repeat. */
  readonly nonce?: Uint8Array;
}

/** The DER of an unsigned OCSPRequest (RFC 6960 4.1.1) for one certificate. */
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
