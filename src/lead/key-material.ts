import { createHmac } from 'node:crypto';
import type { Case, Round } from '../cases/index.js';
import { isEnvelopedData, parseSignedDocument, sealingKey, sealRecord } from '../core/cms/index.js';
import type { RoundId } from '../core/identifiers.js';
import { equalOctets, equalSecrets } from '../core/octets.js';
import { fail, ok, type Result } from '../core/result.js';
import { sha256 } from '../core/sha256.js';
import { renderKeyStatement } from '../core/statement/index.js';
import { importPublicKey, readPublicKey } from '../core/x509/index.js';
import type { KeyMaterialErrorCode, LeadStatementErrorCode } from './errors.js';
import type { KeyMaterial } from './ports.js';

/** Bytes a wrapped key may have: the lead's and some deputies' recipients. */
export const maximumWrappedKeyBytes = 16_384;

/**
 * The undertaking 切結書 that the lead signs with the key statement (REG 4), a paragraph a line. Ours: the commission's form
 * is not public.
 */
export const undertaking = [
  '本人蒐集之連署人個人資料，僅供本公民投票案連署之用，不作其他利用。',
  '本人妥善保管電子憑證、認證碼及金鑰，不交付他人，並於連署期間屆滿前以本人憑證提出連署人名冊。',
  '本人不以偽造、冒名或其他不正方法取得連署；如有違反，願負法律責任。',
].join('\n');

/** Checks what a lead hands in to open a round: the key, that it is wrapped, and that the lead's card vouches for both. */
export function checkKeyMaterial(
  referendum: Case,
  round: Round,
  material: KeyMaterial,
): Result<void, KeyMaterialErrorCode> {
  if (!isRoundKey(material.publicKey)) return fail('round-key-unsuitable');
  // Whether the card opens it is for the probe to show.
  if (!isEnvelopedData(material.wrappedKey, maximumWrappedKeyBytes)) return fail('wrapped-key-malformed');
  const content = checkSignedByLead(referendum, material.keyStatement);
  if (!content.ok) return content;
  const expected = renderKeyStatement({
    caseNumber: referendum.number,
    round: round.ordinal,
    publicKeyDigest: sha256(material.publicKey),
    wrappedKeyDigest: sha256(material.wrappedKey),
    undertaking,
  });
  return equalOctets(expected, content.value) ? ok(undefined) : fail('key-statement-differs');
}

/** `readPublicKey` takes one encoding of a key only: the digest of the key is what the lead signs, and what others compare. */
function isRoundKey(publicKey: Uint8Array): boolean {
  const key = readPublicKey(publicKey);
  return key?.kind === 'ec' && key.curve === 'prime256v1' && importPublicKey(key) !== undefined;
}

/** Bytes a signed statement of the lead's may have. */
export const maximumStatementBytes = 32_768;

/**
 * What was signed, if the signature verifies with the certificate registered for the lead, byte for byte. That certificate's
 * path and revocation were judged when the lead signed in. The content is only ever compared, never read.
 */
export function checkSignedByLead(
  referendum: Case,
  signedDocument: Uint8Array,
): Result<Uint8Array, LeadStatementErrorCode> {
  if (signedDocument.length > maximumStatementBytes) return fail('evidence-too-large');
  const document = parseSignedDocument(signedDocument);
  if (!document.ok) return document;
  const { signer, content } = document.value;
  const signedByLead = equalOctets(signer.der, referendum.leadSigningCertificate);
  return signedByLead ? ok(content) : fail('statement-signer-not-lead');
}

/**
 * Shows that the wrapped key opens before the round goes live: a value sealed to the round key, which only the private half
 * can give back. Nothing is stored: the value is an HMAC over the key material, so it changes when the material does.
 */
export class OpeningProbe {
  /** `secret` is the platform's, 32 bytes. */
  constructor(private readonly secret: Uint8Array) {}

  /** The probe, sealed like a record: CMS AuthEnvelopedData to the round key, DER. */
  seal(roundId: RoundId, material: KeyMaterial): Uint8Array {
    return sealRecord(this.expected(roundId, material), sealingKey(material.publicKey));
  }

  /** Whether this is what was sealed. Constant time. */
  matches(roundId: RoundId, material: KeyMaterial, answer: Uint8Array): boolean {
    const expected = this.expected(roundId, material);
    return equalSecrets(answer, expected);
  }

  private expected(roundId: RoundId, material: KeyMaterial): Uint8Array {
    const mac = createHmac('sha256', this.secret).update(`opening probe ${roundId}\n`, 'utf8');
    for (const part of [material.publicKey, material.wrappedKey, material.keyStatement])
      mac.update(sha256(part));
    return mac.digest();
  }
}
