import {
  contextConstructed,
  contextPrimitive,
  der,
  DerError,
  type DerReader,
  parseDer,
} from '../der/index.js';
import { CmsOid } from './oids.js';
import { readRecipientInfos, type RecipientInfo } from './recipient-info.js';

const initialVectorBytes = 16;

/** EnvelopedData (RFC 5652 6.1) with AES-256-CBC. CBC is not authenticated: only what is checked after opening may travel in it. */
export interface EnvelopedData {
  readonly recipients: readonly RecipientInfo[];
  readonly initialVector: Uint8Array;
  readonly ciphertext: Uint8Array;
}

/** Reads an EnvelopedData of at most `limit` bytes; undefined for anything else. */
export function parseEnvelopedData(bytes: Uint8Array, limit: number): EnvelopedData | undefined {
  const parsed = parseDer(bytes, limit, readContentInfo);
  return parsed.ok ? parsed.value : undefined;
}

function readContentInfo(reader: DerReader): EnvelopedData {
  const contentInfo = reader.into();
  if (contentInfo.oid() !== CmsOid.envelopedData) throw new DerError('not EnvelopedData');
  const explicit = contentInfo.into(contextConstructed(0));
  contentInfo.end();
  const inner = explicit.into();
  explicit.end();
  inner.smallInteger();
  const recipients = readRecipientInfos(inner);
  const encrypted = inner.into();
  inner.end();
  if (encrypted.oid() !== CmsOid.data) throw new DerError('content is not id-data');
  const algorithm = encrypted.into();
  if (algorithm.oid() !== CmsOid.aes256Cbc) throw new DerError('not AES-256-CBC');
  const initialVector = algorithm.octetString();
  algorithm.end();
  if (initialVector.length !== initialVectorBytes) throw new DerError('bad initial vector');
  const ciphertext = encrypted.octetString(contextPrimitive(0));
  encrypted.end();
  return { recipients, initialVector, ciphertext };
}

/** What {@link encodeEnvelopedData} writes; `recipients` are RecipientInfos, DER, in any order. */
export interface EnvelopedDataFields {
  readonly version: 0 | 3;
  readonly recipients: readonly Uint8Array[];
  readonly initialVector: Uint8Array;
  readonly ciphertext: Uint8Array;
}

/** DER EnvelopedData of id-data with AES-256-CBC. */
export function encodeEnvelopedData(fields: EnvelopedDataFields): Uint8Array {
  const { version, recipients, initialVector, ciphertext } = fields;
  return der.sequence(
    der.oid(CmsOid.envelopedData),
    der.context(
      0,
      der.sequence(
        der.integer(version),
        der.setOf(...recipients),
        der.sequence(
          der.oid(CmsOid.data),
          der.sequence(der.oid(CmsOid.aes256Cbc), der.octetString(initialVector)),
          der.contextOctets(0, ciphertext),
        ),
      ),
    ),
  );
}
