import { createHmac } from 'node:crypto';
import type { Case, Round } from '../cases/index.js';
import { isEnvelopedData, parseSignedDocument, sealingKey, sealToKey } from '../core/cms/index.js';
import type { StatementTerms } from '../cosigning/index.js';
import type { RoundId } from '../core/identifiers.js';
import { equalOctets } from '../core/octets.js';
import { equalSecrets } from '../core/native-octets.js';
import { fail, ok, type Result } from '../core/result.js';
import { sha256 } from '../core/sha256.js';
import { renderKeyStatement } from '../core/statement/index.js';
import { readPublicKey } from '../core/x509/index.js';
import { importPublicKey } from '../core/x509/signature.js';
import type { KeyMaterialErrorCode, LeadStatementErrorCode } from './errors.js';
import type { KeyMaterial } from './ports.js';

/** The greatest size of a wrapped key in bytes: enough for the lead and several deputies as recipients. */
export const maximumWrappedKeyBytes = 16_384;

/**
 * The undertaking 切結書 that the lead signs with the key statement (REG 4), one paragraph a line. The text is our own:
 * the commission's form is not public.
 */
export const undertaking = [
  '本人蒐集之連署人個人資料，僅供本公民投票案連署之用，不作其他利用。',
  '本人妥善保管電子憑證、認證碼及金鑰，不交付他人，並於連署期間屆滿前以本人憑證提出連署人名冊。',
  '本人不以偽造、冒名或其他不正方法取得連署；如有違反，願負法律責任。',
].join('\n');

/**
 * Checks what a lead hands in to open a round: the public key, the wrapped private key, and the statement over both
 * that the lead's card signed under these terms. Without terms there was nothing to sign.
 */
export function checkKeyMaterial(
  referendum: Case,
  round: Round,
  material: KeyMaterial,
  terms: StatementTerms | undefined,
): Result<void, KeyMaterialErrorCode> {
  if (!isRoundKey(material.publicKey)) return fail('round-key-unsuitable');
  // The probe shows later whether the card opens it.
  if (!isEnvelopedData(material.wrappedKey, maximumWrappedKeyBytes)) return fail('wrapped-key-malformed');
  const content = checkSignedByLead(referendum, material.keyStatement);
  if (!content.ok) return content;
  if (terms === undefined) return fail('key-statement-differs');
  const expected = renderKeyStatement({
    caseNumber: referendum.number,
    round: round.ordinal,
    origin: terms.origin,
    mode: referendum.mode,
    publicKeyDigest: sha256(material.publicKey),
    commissionKeyDigest: sha256(terms.commissionRoundKey),
    wrappedKeyDigest: sha256(material.wrappedKey),
    undertaking,
  });
  return equalOctets(expected, content.value) ? ok(undefined) : fail('key-statement-differs');
}

/** What the lead has handed in for a round; undefined where that is not all of it. */
export function keyMaterialOf({ publicKey, wrappedKey, keyStatement }: Round): KeyMaterial | undefined {
  if (publicKey === undefined || wrappedKey === undefined || keyStatement === undefined) return undefined;
  return { publicKey, wrappedKey, keyStatement };
}

/**
 * `readPublicKey` accepts only one encoding of a key. That matters because the lead signs the key's digest, and others
 * compare it.
 */
function isRoundKey(publicKey: Uint8Array): boolean {
  const key = readPublicKey(publicKey);
  return key?.kind === 'ec' && key.curve === 'prime256v1' && importPublicKey(key) !== undefined;
}

/** The greatest size of a statement signed by the lead, in bytes. */
export const maximumStatementBytes = 32_768;

/**
 * What was signed, if the signature verifies under exactly the certificate registered for the lead. Whether that
 * certificate is valid now is checked apart (`LeadCertificates`). The content is only compared, never parsed.
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
 * Proves, before the round opens, that the lead can open the wrapped key: the server seals a value to the round's
 * public key, and only the private key opens it. Nothing is stored: the value is an HMAC over the key material, so it
 * changes when the material does.
 */
export class OpeningProbe {
  /** `secret` is the platform's, 32 bytes. */
  constructor(private readonly secret: Uint8Array) {}

  /** The probe, sealed like a record's outer layer: CMS AuthEnvelopedData to the round key, DER. */
  seal(roundId: RoundId, material: KeyMaterial): Uint8Array {
    return sealToKey(this.expected(roundId, material), sealingKey(material.publicKey));
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
