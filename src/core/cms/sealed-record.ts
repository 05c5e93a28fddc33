import type { KeyObject } from 'node:crypto';
import { contextPrimitive, der, DerError, type DerReader, parseDer, Tag } from '../der/index.js';
import type { Commitment } from '../identifiers.js';
import { fail, type Result } from '../result.js';
import { sha256 } from '../sha256.js';
import { enclose } from './auth-enveloped-data.js';
import {
  type KeyEnvelopeErrorCode,
  keyEnvelopeErrorCodes,
  type OpeningKey,
  openWithKey,
  type SealingKey,
  sealToKey,
} from './key-envelope.js';

/** Bytes a sealed record may have: the largest evidence and what sealing it twice adds. */
export const maximumRecordBytes = 66_560;

/** Why a sealed record, or the evidence in it, does not open. */
export const recordErrorCodes = [
  ...keyEnvelopeErrorCodes,
  /** The lead's layer opens, but what is in it is not a LeadRecord. */
  'record-content-malformed',
] as const;
export type RecordErrorCode = (typeof recordErrorCodes)[number];

/** What the lead reads of a co-signature: the number that the law asks for, and evidence sealed to the commission. */
export interface LeadRecord {
  /** The national ID number as it stands in the statement. Undefined where the lead is to read nothing. */
  readonly nationalId: string | undefined;
  /** AuthEnvelopedData to the commission's round key, DER. */
  readonly sealedEvidence: Uint8Array;
}

/** A co-signature to seal. */
export interface RecordContent {
  /** Left out where the lead is to read nothing. */
  readonly nationalId: string | undefined;
  readonly evidence: Uint8Array;
}

/** The public keys of a round. */
export interface RecordKeys {
  readonly lead: SealingKey;
  readonly commission: SealingKey;
}

/**
 * Seals a co-signature in two layers, each with an ephemeral key of its own: the evidence to the commission's round key, and the
 * LeadRecord around it to the lead's. Throws over 64 KiB of evidence.
 */
export function sealRecord({ nationalId, evidence }: RecordContent, keys: RecordKeys): Uint8Array {
  const sealedEvidence = sealToKey(evidence, keys.commission);
  const record = sealToKey(encodeLeadRecord({ nationalId, sealedEvidence }), keys.lead);
  if (record.length > maximumRecordBytes) throw new RangeError('evidence too large to seal');
  return record;
}

/** Opens the lead's layer with the private half of the lead's round key. */
export function openRecord(
  record: Uint8Array,
  privateKey: OpeningKey | KeyObject | Uint8Array,
): Result<LeadRecord, RecordErrorCode> {
  const opened = openWithKey(record, privateKey, maximumRecordBytes);
  if (!opened.ok) return opened;
  const leadRecord = parseDer(opened.value, maximumRecordBytes, readLeadRecord);
  return leadRecord.ok ? leadRecord : fail('record-content-malformed');
}

/** Opens the commission's layer, which {@link openRecord} has uncovered, with the private half of the commission's round key. */
export function openEvidence(
  { sealedEvidence }: LeadRecord,
  privateKey: OpeningKey | KeyObject | Uint8Array,
): Result<Uint8Array, KeyEnvelopeErrorCode> {
  return openWithKey(sealedEvidence, privateKey, maximumRecordBytes);
}

const version = Buffer.from(der.integer(1));

/**
 * ```
 * LeadRecord ::= SEQUENCE { version INTEGER (1), nationalId [0] IMPLICIT PrintableString OPTIONAL, evidence OCTET STRING }
 * ```
 */
function encodeLeadRecord({ nationalId, sealedEvidence }: LeadRecord): Uint8Array {
  const number =
    nationalId === undefined ? [] : enclose(contextPrimitive(0), [Buffer.from(nationalId, 'latin1')]);
  const evidence = enclose(Tag.octetString, [sealedEvidence]);
  return Buffer.concat(enclose(Tag.sequence, [version, ...number, ...evidence]));
}

/** The characters of a PrintableString (X.680 §41.4). */
const printable = /^[A-Za-z0-9 '()+,./:=?-]*$/;

function readLeadRecord(reader: DerReader): LeadRecord {
  const fields = reader.into();
  if (fields.smallInteger() !== 1) throw new DerError('bad version');
  const number = fields.optional(contextPrimitive(0))?.content;
  const sealedEvidence = fields.octetString();
  fields.end();
  const nationalId = number && Buffer.from(number).toString('latin1');
  if (nationalId !== undefined && !printable.test(nationalId)) throw new DerError('not a PrintableString');
  return { nationalId, sealedEvidence };
}

/** A sealed record's commitment: its SHA-256. */
export function commitmentOf(record: Uint8Array): Commitment {
  return sha256(record) as Commitment;
}
