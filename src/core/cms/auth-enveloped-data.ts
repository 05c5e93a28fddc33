import {
  contextConstructed,
  contextPrimitive,
  der,
  DerError,
  type DerReader,
  parseDer,
  Tag,
} from '../der/index.js';
import { joinOctets } from '../octets.js';
import { type AlgorithmIdentifier, Oid, readAlgorithmIdentifier } from '../x509/index.js';
import { type DigestName, digestOf } from './algorithms.js';
import { readContentInfo } from './content-info.js';
import { CmsOid } from './oids.js';
import { readRecipientInfos, type RecipientInfo } from './recipient-info.js';

/** GCM's nonce and tag, bytes. */
export const nonceBytes = 12;
export const tagBytes = 16;

/** AuthEnvelopedData (RFC 5083) with AES-256-GCM (RFC 5084), without authenticated or unauthenticated attributes. */
export interface AuthEnvelopedData {
  readonly recipients: readonly RecipientInfo[];
  readonly nonce: Uint8Array;
  readonly ciphertext: Uint8Array;
  readonly tag: Uint8Array;
}

/** Reads an AuthEnvelopedData of at most `limit` bytes; undefined for anything else. */
export function parseAuthEnvelopedData(bytes: Uint8Array, limit: number): AuthEnvelopedData | undefined {
  const parsed = parseDer(bytes, limit, (reader) =>
    readContentInfo(reader, CmsOid.authEnvelopedData, readAuthEnvelopedData),
  );
  return parsed.ok ? parsed.value : undefined;
}

function readAuthEnvelopedData(content: DerReader): AuthEnvelopedData {
  const inner = content.into();
  if (inner.smallInteger() !== 0) throw new DerError('bad version');
  const recipients = readRecipientInfos(inner);
  const encrypted = inner.into();
  const tag = inner.octetString();
  inner.end();
  if (encrypted.oid() !== CmsOid.data) throw new DerError('content is not id-data');
  const nonce = readGcm(encrypted.into());
  const ciphertext = encrypted.octetString(contextPrimitive(0));
  encrypted.end();
  // A shorter tag is a weaker seal; GCMParameters and this field must agree (RFC 5084 §3.2).
  if (tag.length !== tagBytes) throw new DerError('bad tag length');
  return { recipients, nonce, ciphertext, tag };
}

function readGcm(reader: DerReader): Uint8Array {
  if (reader.oid() !== CmsOid.aes256Gcm) throw new DerError('not AES-256-GCM');
  const parameters = reader.into();
  reader.end();
  const nonce = parameters.octetString();
  const length = parameters.smallInteger();
  parameters.end();
  if (nonce.length !== nonceBytes || length !== tagBytes) throw new DerError('bad GCM parameters');
  return nonce;
}

const contentType = der.oid(CmsOid.authEnvelopedData);
const dataOid = der.oid(CmsOid.data);
const version = der.integer(0);

/** What {@link encodeAuthEnvelopedData} joins. `recipients` is the content of the RecipientInfos SET, DER. */
interface AuthEnvelopedDataFields {
  readonly recipients: Uint8Array;
  readonly nonce: Uint8Array;
  readonly ciphertext: Uint8Array;
  readonly tag: Uint8Array;
}

/** The DER, built from the inside out by lengths alone, so that the ciphertext is copied once. */
export function encodeAuthEnvelopedData(fields: AuthEnvelopedDataFields): Uint8Array {
  const algorithm = der.sequence(
    der.oid(CmsOid.aes256Gcm),
    der.sequence(der.octetString(fields.nonce), der.integer(tagBytes)),
  );
  const encrypted = enclose(Tag.sequence, [
    dataOid,
    algorithm,
    ...enclose(contextPrimitive(0), [fields.ciphertext]),
  ]);
  const envelope = enclose(Tag.sequence, [
    version,
    ...enclose(Tag.set, [fields.recipients]),
    ...encrypted,
    der.octetString(fields.tag),
  ]);
  return joinOctets(enclose(Tag.sequence, [contentType, ...enclose(contextConstructed(0), envelope)]));
}

/** An element in pieces: its header, by the lengths of what it holds, and that unchanged. */
export function enclose(tag: number, content: readonly Uint8Array[]): Uint8Array[] {
  const length = content.reduce((sum, part) => sum + part.length, 0);
  return [der.header(tag, length), ...content];
}

/**
 * ECC-CMS-SharedInfo (RFC 5753 §7.2) for id-aes256-wrap: what the key derivation binds the key-encryption key to. Its `ukm` is
 * left out, not empty, where there is none.
 */
export function sharedInfo(userKeyingMaterial: Uint8Array | undefined): Uint8Array {
  return der.sequence(
    der.sequence(der.oid(CmsOid.aes256Wrap)),
    ...(userKeyingMaterial === undefined ? [] : [der.context(0, der.octetString(userKeyingMaterial))]),
    der.context(2, der.octetString(Uint8Array.of(0, 0, 1, 0))),
  );
}

/** RSAES-OAEP with SHA-256 for digest and mask (RFC 4055 §4.1), as an AlgorithmIdentifier. */
export const rsaOaepSha256 = der.sequence(
  der.oid(CmsOid.rsaOaep),
  der.sequence(
    der.context(0, der.sequence(der.oid(Oid.sha256), der.nullValue())),
    der.context(1, der.sequence(der.oid(Oid.mgf1), der.sequence(der.oid(Oid.sha256), der.nullValue()))),
  ),
);

/** True for RSAES-OAEP with SHA-256 for digest and mask, NULL parameters or none, and no label. */
export function isRsaOaepSha256({ algorithm, parameters }: AlgorithmIdentifier): boolean {
  if (algorithm !== CmsOid.rsaOaep || parameters === undefined) return false;
  const parsed = parseDer(parameters, 256, readOaepDigests);
  return parsed.ok && parsed.value.every((digest) => digest === 'sha256');
}

/** RSAES-OAEP-params (RFC 4055 §4.1) of digest and mask; undefined stands for what is not on the list. */
function readOaepDigests(reader: DerReader): (DigestName | undefined)[] {
  const inner = reader.into();
  const hash = inner.into(contextConstructed(0));
  const digest = digestOf(readAlgorithmIdentifier(hash));
  hash.end();
  const explicit = inner.into(contextConstructed(1));
  const mask = explicit.into();
  explicit.end();
  inner.end();
  if (mask.oid() !== Oid.mgf1) return [undefined];
  const maskDigest = digestOf(readAlgorithmIdentifier(mask));
  mask.end();
  return [digest, maskDigest];
}
