import { contextConstructed, DerError, type DerReader, parseDer, Tag } from '../../der/index.js';
import { equalOctets } from '../../octets.js';
import { fail, ok, type Result } from '../../result.js';
import { sha256 } from '../../sha256.js';
import {
  type AlgorithmIdentifier,
  type Certificate,
  type Extensions,
  type Name,
  namesEqual,
  Oid,
  readAlgorithmIdentifier,
  readCertificate,
  readName,
} from '../../x509/index.js';
import type { OcspErrorCode } from '../errors.js';
import type { RevocationReference } from '../revocation.js';
import {
  hasUnknownCritical,
  type OcspAnswer,
  readGeneralizedTime,
  readNonce,
  readOcspAnswer,
  readOptionalExtensions,
} from './ocsp-answer.js';
import { publicKeyHash } from './ocsp-request.js';

/** Bytes an OCSP response may have. */
export const maximumOcspResponseBytes = 65_536;

/** A successful BasicOCSPResponse (RFC 6960 §4.2.1) as it was encoded. Nothing is validated. */
export interface OcspResponse {
  /** The OCSPResponse. */
  readonly der: Uint8Array;
  /** The bytes that are signed. */
  readonly tbs: Uint8Array;
  readonly signatureAlgorithm: AlgorithmIdentifier;
  readonly signature: Uint8Array;
  /** Certificates that came with it. They are not trusted for that. */
  readonly certificates: readonly Certificate[];
  readonly responderId: ResponderId;
  /** Milliseconds since the epoch. */
  readonly producedAt: number;
  readonly answers: readonly OcspAnswer[];
  /** The nonce in it, if there is one (RFC 8954). If the request had one, the caller compares them. */
  readonly nonce: Uint8Array | undefined;
  /** It has a critical extension that we do not process, so it must not be used. */
  readonly hasUnknownCriticalExtension: boolean;
  /** What a validation that relies on it records. */
  readonly reference: RevocationReference;
}

/** Reads a DER OCSPResponse of at most 64 KiB (RFC 6960 §4.2.1). Failures: see {@link OcspErrorCode}. */
export function parseOcspResponse(bytes: Uint8Array): Result<OcspResponse, OcspErrorCode> {
  const outer = parseDer(bytes, maximumOcspResponseBytes, readOcspResponse);
  if (!outer.ok) return outer.failure.code === 'der-too-large' ? tooLarge() : fail('ocsp-malformed');
  const { status, basic } = outer.value;
  if (basic === undefined) return fail('ocsp-unsuccessful', { status });
  return ok({ ...basic, der: bytes, reference: { kind: 'ocsp', sha256: sha256(bytes) } });
}

const tooLarge = (): Result<never, 'ocsp-too-large'> =>
  fail('ocsp-too-large', { limit: maximumOcspResponseBytes });

type Basic = Omit<OcspResponse, 'der' | 'reference'>;

/** OCSPResponseStatus: 0 is successful, 4 is not used. */
const errorStatuses: readonly number[] = [1, 2, 3, 5, 6];

function readOcspResponse(reader: DerReader): { readonly status: number; readonly basic: Basic | undefined } {
  const fields = reader.into();
  const status = fields.smallInteger(Tag.enumerated);
  const basic = status === 0 ? readResponseBytes(fields.into(contextConstructed(0))) : undefined;
  if (status !== 0 && !errorStatuses.includes(status)) throw new DerError('no such status');
  fields.end();
  return { status, basic };
}

function readResponseBytes(explicit: DerReader): Basic {
  const fields = explicit.into();
  explicit.end();
  if (fields.oid() !== Oid.ocspBasic) throw new DerError('not a basic response');
  const value = fields.octetString();
  fields.end();
  const inner = fields.inside(value);
  const basic = readBasicResponse(inner.into());
  inner.end();
  return basic;
}

function readBasicResponse(fields: DerReader): Basic {
  const tbs = fields.element(Tag.sequence);
  const signatureAlgorithm = readAlgorithmIdentifier(fields);
  const signature = fields.bitString();
  if (signature.unusedBits !== 0) throw new DerError('signature not octets');
  const explicit = fields.optionalInto(contextConstructed(0));
  const certificates = explicit === undefined ? [] : readCertificates(explicit);
  fields.end();
  return {
    tbs: tbs.der,
    signatureAlgorithm,
    signature: signature.bytes,
    certificates,
    ...readResponseData(fields.inside(tbs.content)),
  };
}

function readCertificates(explicit: DerReader): readonly Certificate[] {
  const list = explicit.into();
  explicit.end();
  const certificates: Certificate[] = [];
  while (!list.done) certificates.push(readCertificate(list));
  return certificates;
}

type ResponseData = Pick<
  Basic,
  'responderId' | 'producedAt' | 'answers' | 'nonce' | 'hasUnknownCriticalExtension'
>;

function readResponseData(fields: DerReader): ResponseData {
  readVersion(fields.optionalInto(contextConstructed(0)));
  const responderId = readResponderId(fields);
  const producedAt = readGeneralizedTime(fields);
  const list = fields.into();
  const answers: OcspAnswer[] = [];
  while (!list.done) answers.push(readOcspAnswer(list.into()));
  const extensions: Extensions = readOptionalExtensions(fields, 1);
  fields.end();
  return {
    responderId,
    producedAt,
    answers,
    nonce: readNonce(extensions),
    hasUnknownCriticalExtension: hasUnknownCritical(extensions),
  };
}

/** Version 1 is the default, which DER does not encode. Some responders do, and that is accepted. */
function readVersion(explicit: DerReader | undefined): void {
  if (explicit === undefined) return;
  if (explicit.smallInteger() !== 0) throw new DerError('bad version');
  explicit.end();
}

/** ResponderID (RFC 6960 §4.2.1): who signed, by its own claim. */
type ResponderId =
  | { readonly kind: 'name'; readonly name: Name }
  /** SHA-1 of the responder's public key. */
  | { readonly kind: 'key'; readonly hash: Uint8Array };

/** Reads a ResponderID. Throws DerError. */
function readResponderId(reader: DerReader): ResponderId {
  const byName = reader.optionalInto(contextConstructed(1));
  if (byName !== undefined) {
    const name = readName(byName);
    byName.end();
    return { kind: 'name', name };
  }
  const byKey = reader.into(contextConstructed(2));
  const hash = byKey.octetString();
  byKey.end();
  return { kind: 'key', hash };
}

/** Whether a ResponderID names this name or this key (SubjectPublicKeyInfo, DER). */
export function isResponder(id: ResponderId, name: Name, publicKey: Uint8Array): boolean {
  return id.kind === 'name'
    ? namesEqual(id.name, name)
    : equalOctets(id.hash, publicKeyHash(publicKey, 'sha1'));
}
