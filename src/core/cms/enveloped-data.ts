import { randomOctets, subtle, type WebCryptoKey } from '../cryptography.js';
import { contextPrimitive, der, DerError, type DerReader, parseDer, Tag } from '../der/index.js';
import {
  type Certificate,
  keyAllowed,
  Oid,
  parseCertificate,
  readPublicKey,
  strongAlgorithms,
} from '../x509/index.js';
import { issuerAndSerialNumberOf } from './certificate-identifier.js';
import { encodeContentInfo, readContentInfo } from './content-info.js';
import { CmsOid } from './oids.js';
import { encodePasswordRecipient } from './password-recipient.js';
import { encodeKeyTransport, readRecipientInfos, type RecipientInfo } from './recipient-info.js';
import { encryptPkcs1 } from './rsaes-pkcs1.js';

const initialVectorBytes = 16;

/** EnvelopedData (RFC 5652 §6.1) with AES-256-CBC. CBC is not authenticated: only what is checked after opening may travel in it. */
export interface EnvelopedData {
  readonly recipients: readonly RecipientInfo[];
  readonly initialVector: Uint8Array;
  readonly ciphertext: Uint8Array;
}

/** Reads an EnvelopedData of at most `limit` bytes; undefined for anything else. */
export function parseEnvelopedData(bytes: Uint8Array, limit: number): EnvelopedData | undefined {
  const parsed = parseDer(bytes, limit, (reader) =>
    readContentInfo(reader, CmsOid.envelopedData, readEnvelopedData),
  );
  return parsed.ok ? parsed.value : undefined;
}

/** True for the outline of an EnvelopedData of at most `limit` bytes; what is inside is not looked at. */
export function isEnvelopedData(bytes: Uint8Array, limit: number): boolean {
  const parsed = parseDer(bytes, limit, (reader) =>
    readContentInfo(reader, CmsOid.envelopedData, (content) => content.element(Tag.sequence)),
  );
  return parsed.ok && parsed.value !== undefined;
}

function readEnvelopedData(content: DerReader): EnvelopedData {
  const inner = content.into();
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
interface EnvelopedDataFields {
  readonly version: 0 | 3;
  readonly recipients: readonly Uint8Array[];
  readonly initialVector: Uint8Array;
  readonly ciphertext: Uint8Array;
}

/** DER EnvelopedData of id-data with AES-256-CBC. */
export function encodeEnvelopedData(fields: EnvelopedDataFields): Uint8Array {
  const { version, recipients, initialVector, ciphertext } = fields;
  return encodeContentInfo(
    CmsOid.envelopedData,
    der.sequence(
      der.integer(version),
      der.setOf(...recipients),
      der.sequence(
        der.oid(CmsOid.data),
        der.sequence(der.oid(CmsOid.aes256Cbc), der.octetString(initialVector)),
        der.contextOctets(0, ciphertext),
      ),
    ),
  );
}

const rsaEncryption = der.sequence(der.oid(Oid.rsaEncryption), der.nullValue());

/**
 * Puts content into an envelope that cards can open: DER EnvelopedData, AES-256-CBC, RSAES-PKCS1-v1_5 key transport to each
 * certificate (DER, RSA of 2048 bits or more), and a PasswordRecipientInfo where a recovery passphrase is given. CBC is not
 * authenticated: check what comes out. Throws where a certificate has no such key, or there is no recipient at all.
 */
export async function encryptForCard(
  content: Uint8Array,
  certificates: readonly Uint8Array[],
  passphrase?: string,
): Promise<Uint8Array> {
  return envelopeFor(certificates, passphrase, async (contentKey, algorithm) => {
    const key = await subtle.importKey('raw', contentKey, 'AES-CBC', false, ['encrypt']);
    return subtle.encrypt(algorithm, key, content);
  });
}

/**
 * As {@link encryptForCard}, around a private key as PKCS #8 (RFC 5958), DER. WebCrypto writes it straight into the envelope: the octets of the
 * key are in no buffer of the program's. The key must be extractable.
 */
export async function wrapKeyForCard(
  privateKey: WebCryptoKey,
  certificates: readonly Uint8Array[],
  passphrase?: string,
): Promise<Uint8Array> {
  return envelopeFor(certificates, passphrase, async (contentKey, algorithm) => {
    const key = await subtle.importKey('raw', contentKey, 'AES-CBC', false, ['wrapKey']);
    return subtle.wrapKey('pkcs8', privateKey, key, algorithm);
  });
}

/** Encrypts with a content key and the parameters of AES-256-CBC. */
type Encrypt = (
  contentKey: Uint8Array,
  algorithm: { readonly name: 'AES-CBC'; readonly iv: Uint8Array },
) => Promise<ArrayBuffer>;

async function envelopeFor(
  certificates: readonly Uint8Array[],
  passphrase: string | undefined,
  encrypt: Encrypt,
): Promise<Uint8Array> {
  if (certificates.length === 0 && passphrase === undefined) throw new TypeError('no recipient');
  const contentKey = randomOctets(32);
  const recipients = certificates.map((each) => transport(each, contentKey));
  if (passphrase !== undefined) recipients.push(await encodePasswordRecipient(passphrase, contentKey));
  const initialVector = randomOctets(16);
  const ciphertext = await encrypt(contentKey, { name: 'AES-CBC', iv: initialVector });
  contentKey.fill(0);
  return encodeEnvelopedData({
    // RFC 5652 §6.1: 3 with a password recipient, 0 with key transport by issuer and serial number alone.
    version: passphrase === undefined ? 0 : 3,
    recipients,
    initialVector,
    ciphertext: new Uint8Array(ciphertext),
  });
}

function transport(certificateBytes: Uint8Array, contentKey: Uint8Array): Uint8Array {
  const certificate = parseCertificate(certificateBytes);
  if (!certificate.ok || !holdsRsaKey(certificate.value)) throw new TypeError('no certificate of an RSA key');
  const encryptedKey = encryptPkcs1(certificate.value.subjectPublicKeyInfo, contentKey);
  return encodeKeyTransport(issuerAndSerialNumberOf(certificate.value), rsaEncryption, encryptedKey);
}

function holdsRsaKey({ subjectPublicKeyInfo }: Certificate): boolean {
  const key = readPublicKey(subjectPublicKeyInfo);
  return key?.kind === 'rsa' && keyAllowed(strongAlgorithms, key);
}
