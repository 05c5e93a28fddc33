import type { KeyObject } from 'node:crypto';
import type { Commitment } from '../identifiers.js';
import type { Result } from '../result.js';
import { sha256 } from '../sha256.js';
import type { KeyEnvelopeErrorCode, RecordErrorCode } from './errors.js';
import { type OpeningKey, openWithKey, type SealingKey, sealToKey } from './key-envelope.js';
import { encodeLeadRecord, type LeadRecord, maximumRecordBytes, parseLeadRecord } from './lead-record.js';

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
  return opened.ok ? parseLeadRecord(opened.value) : opened;
}

/** Opens the commission's layer, which {@link openRecord} has uncovered, with the private half of the commission's round key. */
export function openEvidence(
  { sealedEvidence }: LeadRecord,
  privateKey: OpeningKey | KeyObject | Uint8Array,
): Result<Uint8Array, KeyEnvelopeErrorCode> {
  return openWithKey(sealedEvidence, privateKey, maximumRecordBytes);
}

/** A sealed record's commitment: its SHA-256. */
export function commitmentOf(record: Uint8Array): Commitment {
  return sha256(record) as Commitment;
}
