import {
  contextConstructed,
  contextPrimitive,
  DerError,
  type DerReader,
  parseDer,
  Tag,
} from '../../der/index.js';
import { type Extensions, Oid, readExtensions } from '../../x509/index.js';
import { readRevocationReason, type Revocation } from '../revocation.js';
import { type CertificateId, readCertificateId } from './ocsp-request.js';

/** SingleResponse (RFC 6960 §4.2.1). Times are milliseconds since the epoch. */
export interface OcspAnswer {
  readonly certificateId: CertificateId;
  readonly status: 'good' | 'unknown' | Revocation;
  readonly thisUpdate: number;
  readonly nextUpdate: number | undefined;
  readonly hasUnknownCriticalExtension: boolean;
}

/** Reads a SingleResponse. Throws DerError. */
export function readOcspAnswer(fields: DerReader): OcspAnswer {
  const certificateId = readCertificateId(fields);
  const status = readCertificateStatus(fields);
  const thisUpdate = readGeneralizedTime(fields);
  const explicit = fields.optionalInto(contextConstructed(0));
  const nextUpdate = explicit === undefined ? undefined : readGeneralizedTime(explicit);
  explicit?.end();
  const extensions = readOptionalExtensions(fields, 1);
  fields.end();
  const hasUnknownCriticalExtension = hasUnknownCritical(extensions);
  return { certificateId, status, thisUpdate, nextUpdate, hasUnknownCriticalExtension };
}

function readCertificateStatus(fields: DerReader): OcspAnswer['status'] {
  if (fields.peek() === contextConstructed(1)) return readRevokedInfo(fields.into(contextConstructed(1)));
  const { tag, content } = fields.element();
  if (content.length !== 0) throw new DerError('status is not NULL');
  if (tag === contextPrimitive(0)) return 'good';
  if (tag === contextPrimitive(2)) return 'unknown';
  throw new DerError('no such status');
}

function readRevokedInfo(fields: DerReader): Revocation {
  const at = readGeneralizedTime(fields);
  const explicit = fields.optionalInto(contextConstructed(0));
  const reason = explicit === undefined ? 'unspecified' : readRevocationReason(explicit);
  explicit?.end();
  fields.end();
  return { at, reason };
}

/** Extensions that do not change the status, so they may be critical. */
const understoodExtensions: ReadonlySet<string> = new Set<string>([
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

/** Whether there is a critical extension that we do not process (RFC 6960 §4.4). */
export function hasUnknownCritical(extensions: Extensions): boolean {
  return [...extensions.values()].some(({ critical, type }) => critical && !understoodExtensions.has(type));
}

/** The nonce (RFC 6960 §4.4.1): an OCTET STRING inside the extension's own. Throws DerError. */
export function readNonce(extensions: Extensions): Uint8Array | undefined {
  const extension = extensions.get(Oid.ocspNonce);
  if (extension === undefined) return undefined;
  const nonce = parseDer(extension.value, extension.value.length, (reader) => reader.octetString());
  if (!nonce.ok) throw new DerError('malformed nonce');
  return nonce.value;
}

/**
 * GeneralizedTime in the form of RFC 5280 §4.1.2.5.2, which RFC 6960 §4.2.2.1 uses too, as milliseconds since the epoch.
 * Throws DerError.
 */
export function readGeneralizedTime(fields: DerReader): number {
  if (fields.peek() !== Tag.generalizedTime) throw new DerError('not a GeneralizedTime');
  return fields.time();
}
