import { contextConstructed, contextPrimitive, DerError, type DerReader } from '../../der/index.js';
import { type Revocation } from '../finding.js';
import { readRevocationReason } from '../reason.js';
import { type CertificateId, readCertificateId } from './certificate-id.js';
import { hasUnknownCritical, readOptionalExtensions } from './ocsp-extensions.js';
import { readGeneralizedTime } from './generalized-time.js';

/** SingleResponse (RFC 6960 4.2.1). Times are milliseconds since the epoch. */
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
  const status = readStatus(fields);
  const thisUpdate = readGeneralizedTime(fields);
  const explicit = fields.optionalInto(contextConstructed(0));
  const nextUpdate = explicit === undefined ? undefined : readGeneralizedTime(explicit);
  explicit?.end();
  const extensions = readOptionalExtensions(fields, 1);
  fields.end();
  const hasUnknownCriticalExtension = hasUnknownCritical(extensions);
  return { certificateId, status, thisUpdate, nextUpdate, hasUnknownCriticalExtension };
}

function readStatus(fields: DerReader): OcspAnswer['status'] {
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
