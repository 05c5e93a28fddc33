import { contextPrimitive, der, DerError, type DerReader, parseDer, Tag } from '../der/index.js';
import { decodeLatin1, encodeLatin1 } from '../encodings.js';
import { joinOctets } from '../octets.js';
import { fail, type Result } from '../result.js';
import { enclose } from './auth-enveloped-data.js';

/** Bytes a sealed record may have: the largest evidence and what sealing it twice adds. */
export const maximumRecordBytes = 66_560;

/** What the lead reads of a co-signature: the number that the law asks for, and evidence sealed to the commission. */
export interface LeadRecord {
  /** The national ID number as it stands in the statement. Undefined where the lead is to read nothing. */
  readonly nationalId: string | undefined;
  /** AuthEnvelopedData to the commission's round key, DER. */
  readonly sealedEvidence: Uint8Array;
}

const version = der.integer(1);

/**
 * ```
 * LeadRecord ::= SEQUENCE { version INTEGER (1), nationalId [0] IMPLICIT PrintableString OPTIONAL, evidence OCTET STRING }
 * ```
 */
export function encodeLeadRecord({ nationalId, sealedEvidence }: LeadRecord): Uint8Array {
  const number = nationalId === undefined ? [] : enclose(contextPrimitive(0), [encodeLatin1(nationalId)]);
  const evidence = enclose(Tag.octetString, [sealedEvidence]);
  return joinOctets(enclose(Tag.sequence, [version, ...number, ...evidence]));
}

/** The characters of a PrintableString (X.680 §41.4). */
const printable = /^[A-Za-z0-9 '()+,./:=?-]*$/;

/** Reads a LeadRecord of at most {@link maximumRecordBytes}. */
export function parseLeadRecord(bytes: Uint8Array): Result<LeadRecord, 'record-content-malformed'> {
  const leadRecord = parseDer(bytes, maximumRecordBytes, readLeadRecord);
  return leadRecord.ok ? leadRecord : fail('record-content-malformed');
}

function readLeadRecord(reader: DerReader): LeadRecord {
  const fields = reader.into();
  if (fields.smallInteger() !== 1) throw new DerError('bad version');
  const number = fields.optional(contextPrimitive(0))?.content;
  const sealedEvidence = fields.octetString();
  fields.end();
  const nationalId = number && decodeLatin1(number);
  if (nationalId !== undefined && !printable.test(nationalId)) throw new DerError('not a PrintableString');
  return { nationalId, sealedEvidence };
}
