import { importAgreementKey, openAgreed } from '../cms/agree-by-webcrypto.js';
import { parseAuthEnvelopedData } from '../cms/auth-enveloped-data.js';
import type { RecordErrorCode } from '../cms/errors.js';
import { type LeadRecord, maximumRecordBytes, parseLeadRecord } from '../cms/lead-record.js';
import { digestSha256, subtle, type WebCryptoKey } from '../cryptography.js';
import type { Commitment } from '../identifiers.js';
import { equalOctets } from '../octets.js';
import { fail, type Result } from '../result.js';
import { publicKeyBits } from '../x509/index.js';

/** A round key made ready to open many records. */
export interface RoundOpeningKey {
  readonly privateKey: WebCryptoKey;
  /** SHA-1 of the public key's bits (RFC 5280 §4.2.1.2 (1)): records name the key by it. */
  readonly keyIdentifier: Uint8Array;
}

/**
 * Makes a round key ready: its private half (PKCS #8, DER), of which `isKeyPair` has shown that it belongs to the published half
 * (SubjectPublicKeyInfo, DER). Undefined where they are no such keys.
 */
export async function roundOpeningKey(
  privateKey: Uint8Array,
  publicKey: Uint8Array,
): Promise<RoundOpeningKey | undefined> {
  const bits = publicKeyBits(publicKey);
  const imported = await importAgreementKey(privateKey);
  if (bits === undefined || imported === undefined) return undefined;
  return { privateKey: imported, keyIdentifier: new Uint8Array(await subtle.digest('SHA-1', bits)) };
}

/** Opens the lead's layer of a record, as `openRecord` of core/cms does, by WebCrypto. */
export async function openRoundRecord(
  record: Uint8Array,
  { privateKey, keyIdentifier }: RoundOpeningKey,
): Promise<Result<LeadRecord, RecordErrorCode>> {
  const sealed = parseAuthEnvelopedData(record, maximumRecordBytes);
  if (sealed?.recipients.length !== 1) return fail('record-malformed');
  const [recipient] = sealed.recipients;
  const isForKey =
    recipient?.kind === 'key-agreement' &&
    recipient.identifier.kind === 'key-identifier' &&
    equalOctets(recipient.identifier.keyIdentifier, keyIdentifier);
  if (!isForKey) return fail('record-not-for-this-key');
  const content = await openAgreed(sealed, recipient, privateKey);
  return content === undefined ? fail('record-authentication-failed') : parseLeadRecord(content);
}

/** A record's commitment, as `commitmentOf`: its SHA-256. */
export async function commitmentOfRecord(record: Uint8Array): Promise<Commitment> {
  return (await digestSha256(record)) as Uint8Array as Commitment;
}
