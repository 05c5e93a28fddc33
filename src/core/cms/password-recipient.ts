import { randomOctets, subtle, type WebCryptoKey } from '../cryptography.js';
import { der, DerError, type DerReader, parseDer, Tag } from '../der/index.js';
import { equalOctets } from '../octets.js';
import { type AlgorithmIdentifier, readAlgorithmIdentifier } from '../x509/index.js';
import { CmsOid } from './oids.js';
import type { PasswordRecipient } from './recipient-info.js';

/** PBKDF2-HMAC-SHA-256 rounds written: what OWASP advises in 2023. */
const writtenIterations = 600_000;
/** PBKDF2 rounds read: some seconds of work, no more. */
const maximumIterations = 10_000_000;
const blockBytes = 16;
const contentKeyBytes = 32;
const wrappedKeyBytes = 48;

/**
 * PasswordRecipientInfo (RFC 5652 §6.2.4): PBKDF2-HMAC-SHA-256 over the passphrase's NFC UTF-8, then PWRI-KEK (RFC 3211 §2.3)
 * with AES-256-CBC around the content key.
 */
export async function encodePasswordRecipient(
  passphrase: string,
  contentKey: Uint8Array,
): Promise<Uint8Array> {
  const salt = randomOctets(blockBytes);
  const initialVector = randomOctets(blockBytes);
  const key = await deriveKey(passphrase, salt, writtenIterations);
  return der.context(
    3,
    der.integer(0),
    der.context(
      0,
      der.oid(CmsOid.pbkdf2),
      der.sequence(
        der.octetString(salt),
        der.integer(writtenIterations),
        der.sequence(der.oid(CmsOid.hmacSha256), der.nullValue()),
      ),
    ),
    der.sequence(
      der.oid(CmsOid.pwriKek),
      der.sequence(der.oid(CmsOid.aes256Cbc), der.octetString(initialVector)),
    ),
    der.octetString(await wrap(key, initialVector, contentKey)),
  );
}

/** The content key, if the passphrase is the right one and the algorithms are those above; otherwise undefined. */
export async function openPasswordRecipient(
  recipient: PasswordRecipient,
  passphrase: string,
): Promise<Uint8Array | undefined> {
  const derivation = readPbkdf2(recipient.keyDerivation);
  const initialVector = readPwriKek(recipient.keyEncryption);
  if (derivation === undefined || initialVector === undefined) return undefined;
  if (recipient.encryptedKey.length !== wrappedKeyBytes) return undefined;
  const key = await deriveKey(passphrase, derivation.salt, derivation.iterations);
  return unwrap(key, initialVector, recipient.encryptedKey);
}

interface Pbkdf2 {
  readonly salt: Uint8Array;
  readonly iterations: number;
}

function readPbkdf2({ algorithm, parameters }: AlgorithmIdentifier): Pbkdf2 | undefined {
  if (algorithm !== CmsOid.pbkdf2 || parameters === undefined) return undefined;
  const parsed = parseDer(parameters, 256, readPbkdf2Parameters);
  return parsed.ok ? parsed.value : undefined;
}

/** PBKDF2-params (RFC 8018 A.2). */
function readPbkdf2Parameters(reader: DerReader): Pbkdf2 {
  const inner = reader.into();
  const salt = inner.octetString();
  const iterations = inner.smallInteger();
  const keyLength = inner.peek() === Tag.integer ? inner.smallInteger() : contentKeyBytes;
  const { algorithm } = readAlgorithmIdentifier(inner);
  inner.end();
  if (algorithm !== CmsOid.hmacSha256 || keyLength !== contentKeyBytes) throw new DerError('other PBKDF2');
  if (iterations < 1 || iterations > maximumIterations) throw new DerError('unreasonable iterations');
  return { salt, iterations };
}

function readPwriKek({ algorithm, parameters }: AlgorithmIdentifier): Uint8Array | undefined {
  if (algorithm !== CmsOid.pwriKek || parameters === undefined) return undefined;
  const parsed = parseDer(parameters, 64, (reader) => {
    const inner = reader.into();
    const isAes = inner.oid() === CmsOid.aes256Cbc;
    const initialVector = inner.octetString();
    inner.end();
    return isAes && initialVector.length === blockBytes ? initialVector : undefined;
  });
  return parsed.ok ? parsed.value : undefined;
}

async function deriveKey(passphrase: string, salt: Uint8Array, iterations: number): Promise<WebCryptoKey> {
  const password = new TextEncoder().encode(passphrase.normalize('NFC'));
  const material = await subtle.importKey('raw', password, 'PBKDF2', false, ['deriveKey']);
  return subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt: Uint8Array.from(salt), iterations },
    material,
    { name: 'AES-CBC', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

/** RFC 3211 §2.3.1: length, three check octets, the key, padding; encrypted twice in one chain. */
async function wrap(
  key: WebCryptoKey,
  initialVector: Uint8Array,
  contentKey: Uint8Array,
): Promise<Uint8Array> {
  const block = randomOctets(wrappedKeyBytes);
  block[0] = contentKey.length;
  block.set(checkOctets(contentKey), 1);
  block.set(contentKey, 4);
  const once = await encryptBlocks(key, initialVector, block);
  return encryptBlocks(key, once.slice(-blockBytes), once);
}

/** RFC 3211 §2.3.2: the outer chain began with the inner one's last block, so that block is found first. */
async function unwrap(
  key: WebCryptoKey,
  initialVector: Uint8Array,
  wrapped: Uint8Array,
): Promise<Uint8Array | undefined> {
  const end = wrapped.length - blockBytes;
  const lastBlock = await decryptBlocks(key, wrapped.slice(end - blockBytes, end), wrapped.slice(end));
  const once = await decryptBlocks(key, lastBlock, wrapped);
  const block = await decryptBlocks(key, initialVector, once);
  const contentKey = block.slice(4, 4 + contentKeyBytes);
  return block[0] === contentKeyBytes && equalOctets(block.slice(1, 4), checkOctets(contentKey))
    ? contentKey
    : undefined;
}

function checkOctets(contentKey: Uint8Array): Uint8Array {
  return contentKey.slice(0, 3).map((octet) => octet ^ 0xff);
}

/** AES-CBC without padding: WebCrypto always pads, so the padding block is cut off. */
async function encryptBlocks(key: WebCryptoKey, iv: Uint8Array, blocks: Uint8Array): Promise<Uint8Array> {
  const padded = await subtle.encrypt({ name: 'AES-CBC', iv }, key, blocks);
  return new Uint8Array(padded, 0, blocks.length);
}

/** The reverse: a padding block that fits is put behind first. */
async function decryptBlocks(key: WebCryptoKey, iv: Uint8Array, blocks: Uint8Array): Promise<Uint8Array> {
  const padding = new Uint8Array(blockBytes).fill(blockBytes);
  const last = await encryptBlocks(key, blocks.slice(-blockBytes), padding);
  const padded = Uint8Array.from([...blocks, ...last]);
  return new Uint8Array(await subtle.decrypt({ name: 'AES-CBC', iv }, key, padded));
}
