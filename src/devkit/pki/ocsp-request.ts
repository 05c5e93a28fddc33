import { contextConstructed, DerReader, parseDer } from '../../core/der/index.js';
import type { Result } from '../../core/result.js';
import { type Extension, Oid, readExtensions } from '../../core/x509/index.js';

/** What an OCSP request asks (RFC 6960 4.1.1). */
export interface OcspRequest {
  readonly certificates: readonly {
    /** The CertID as it came, DER. */
    readonly encodedId: Uint8Array;
    /** Content octets. */
    readonly serialNumber: Uint8Array;
  }[];
  readonly nonce: Extension | undefined;
}

/** Reads an OCSP request of at most 64 KiB, without its signature if it has one. */
export function parseOcspRequest(bytes: Uint8Array): Result<OcspRequest, 'der-malformed' | 'der-too-large'> {
  return parseDer(bytes, 65_536, (reader) => {
    const whole = reader.into();
    const body = whole.into();
    body.optional(contextConstructed(0));
    body.optional(contextConstructed(1));
    const certificates = [];
    for (const list = body.into(); !list.done;) certificates.push(readCertificateId(list.into()));
    const extensions = body.optionalInto(contextConstructed(2));
    const nonce = extensions === undefined ? undefined : readExtensions(extensions).get(Oid.ocspNonce);
    return { certificates, nonce };
  });
}

function readCertificateId(request: DerReader): OcspRequest['certificates'][number] {
  const { der, content } = request.element();
  const id = request.inside(content);
  id.element();
  id.octetString();
  id.octetString();
  return { encodedId: der, serialNumber: id.integerOctets() };
}
