import { contextConstructed, DerError, type DerReader, parseDer } from '../../der/index.js';
import { type Extensions, Oid, readExtensions } from '../../x509/index.js';

/** Extensions that change nothing about the status, so that a critical one is no obstacle. */
const understood: ReadonlySet<string> = new Set<string>([
  Oid.ocspNonce,
  Oid.ocspExtendedRevoke,
  Oid.ocspArchiveCutoff,
  Oid.signedCertificateTimestamps,
]);

/** Reads `[n] EXPLICIT Extensions OPTIONAL`. Throws DerError. */
export function readOptionalExtensions(fields: DerReader, n: number): Extensions {
  const explicit = fields.optionalInto(contextConstructed(n));
  if (explicit === undefined) return new Map();
  const extensions = readExtensions(explicit);
  explicit.end();
  return extensions;
}

/** Whether one is critical and not understood (RFC 6960 4.4: as in RFC 5280). */
export function hasUnknownCritical(extensions: Extensions): boolean {
  return [...extensions.values()].some(({ critical, type }) => critical && !understood.has(type));
}

/** The nonce (RFC 6960 4.4.1): an OCTET STRING inside the extension's own. Throws DerError. */
export function readNonce(extensions: Extensions): Uint8Array | undefined {
  const extension = extensions.get(Oid.ocspNonce);
  if (extension === undefined) return undefined;
  const nonce = parseDer(extension.value, extension.value.length, (reader) => reader.octetString());
  if (!nonce.ok) throw new DerError('malformed nonce');
  return nonce.value;
}
