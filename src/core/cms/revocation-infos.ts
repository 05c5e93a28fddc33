import { contextConstructed, der, DerError, type DerReader, parseDer } from '../der/index.js';
import { inOrder } from '../octets.js';
import { CmsOid } from './oids.js';

/**
 * The `crls` field of a SignedData (RFC 5652 §10.2.1) that holds OCSP responses and nothing else: each an
 * OtherRevocationInfoFormat with id-ri-ocsp-response (RFC 5940 §2.1), in DER order, each once.
 */
export function encodeRevocationInfos(ocspResponses: readonly Uint8Array[]): Uint8Array {
  const infos = ocspResponses.map((response) => der.context(1, der.oid(CmsOid.ocspResponse), response));
  return der.context(1, ...inOrder(infos));
}

/** The OCSP responses in what {@link encodeRevocationInfos} wrote; undefined for revocation information of any other kind. */
export function readRevocationInfos(field: Uint8Array): Uint8Array[] | undefined {
  const responses = parseDer(field, field.length, readOcspResponses);
  return responses.ok ? responses.value : undefined;
}

function readOcspResponses(reader: DerReader): Uint8Array[] {
  const list = reader.into(contextConstructed(1));
  const responses: Uint8Array[] = [];
  while (!list.done) {
    const info = list.into(contextConstructed(1));
    if (info.oid() !== CmsOid.ocspResponse) throw new DerError('not an OCSP response');
    responses.push(info.element().der);
    info.end();
  }
  return responses;
}
