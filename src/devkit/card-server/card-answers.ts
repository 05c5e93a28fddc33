import { X509Certificate } from 'node:crypto';
import { attachedSignature, parseCardSignature } from '../../core/cms/card.js';
import {
  CardRefusal,
  type CardRefusalReason,
  type PinProtectedCard,
} from '../../core/cms/pin-protected-card.js';
import { sha256 } from '../../core/sha256.js';
import { certificateExtensions, KeyUsage, parseCertificate } from '../../core/x509/index.js';
import { type CardCodeName, cardFaults } from './card-faults.js';
import type { CardRequest } from './card-request.js';

/** The name of the reader. */
export const slotDescription = 'Lianshu Mock Reader 0';

/** An answer of the card program: a JSON object. */
type CardAnswer = Readonly<Record<string, unknown>>;

/** The answer to an operation that failed. `func` is undefined where no function could be read. */
export function refusalAnswer(func: string | undefined, name: CardCodeName): CardAnswer {
  const { returnCode, lastError } = cardFaults[name];
  // As an int32, as HiPKI's program writes them: codes from 0x80000000 on are negative.
  return { func, ret_code: returnCode | 0, last_error: lastError };
}

/**
 * What a reader with this card, or without one, answers to a question for certificates. An empty reader is no failure: its `token` is a text
 * instead of an object.
 */
export function certificatesAnswer(card: PinProtectedCard | undefined): CardAnswer {
  const token =
    card === undefined
      ? 'token not present'
      : {
          serialNumber: serialNumberOf(card),
          certs: [card.signingCertificate, card.encryptionCertificate].map((certificate, index) =>
            describeCertificate(certificate, `cert${index + 1}`),
          ),
        };
  return { func: 'pkcs11info', ret_code: 0, last_error: 0, slots: [{ slotDescription, token }] };
}

/** Signs or decrypts with a card. */
export async function useCard(
  card: PinProtectedCard,
  request: Exclude<CardRequest, { operation: 'certificates' }>,
): Promise<CardAnswer> {
  const func = request.operation;
  try {
    card.enterPin(request.pin);
    return request.operation === 'sign' ? await sign(card, request) : await decrypt(card, request);
  } catch (error) {
    if (error instanceof CardRefusal) return refusalAnswer(func, codeOfRefusal(error));
    throw error;
  }
}

async function sign(
  card: PinProtectedCard,
  { content, signatureType }: Extract<CardRequest, { operation: 'sign' }>,
): Promise<CardAnswer> {
  const signed = await card.sign(content, signatureType === 'PKCS1' ? 'pkcs1' : 'cms-attached');
  let signature = signed.form === 'cms' ? signed.signedData : signed.signature;
  if (signatureType === 'PKCS7' && signed.form === 'pkcs1') {
    const resolved = parseCardSignature(signed);
    if (!resolved.ok) return refusalAnswer('sign', 'signing-failed');
    signature = attachedSignature(resolved.value, content);
  }
  return {
    func: 'sign',
    ret_code: 0,
    last_error: 0,
    cardSN: serialNumberOf(card),
    certb64: base64(card.signingCertificate),
    signature: base64(signature),
  };
}

async function decrypt(
  card: PinProtectedCard,
  { ciphertext, cipherType, plainEncoding }: Extract<CardRequest, { operation: 'decrypt' }>,
): Promise<CardAnswer> {
  const content = await (cipherType === 'PKCS1' ? card.decryptPkcs1(ciphertext) : card.decrypt(ciphertext));
  const plain = Buffer.from(content).toString(plainEncoding === 'base64' ? 'base64' : 'utf8');
  return { func: 'decrypt', ret_code: 0, last_error: 0, plain };
}

const codeByReason: Readonly<Record<CardRefusalReason, CardCodeName>> = {
  'no-pin': 'no-pin',
  'pin-length': 'pin-length',
  'wrong-pin': 'wrong-pin',
  locked: 'locked',
  malformed: 'envelope-malformed',
  'not-a-recipient': 'key-not-found',
  'not-decryptable': 'decryption-failed',
  'no-card': 'no-card',
  'key-not-found': 'key-not-found',
};

function codeOfRefusal({ reason, triesLeft }: CardRefusal): CardCodeName {
  if (reason === 'wrong-pin' && triesLeft === 2) return 'wrong-pin-two-tries-left';
  if (reason === 'wrong-pin' && triesLeft === 1) return 'wrong-pin-one-try-left';
  return codeByReason[reason];
}

function describeCertificate(certificate: Uint8Array, label: string): CardAnswer {
  const { subject, issuer, serialNumber } = new X509Certificate(certificate);
  return {
    label,
    usage: usageOf(certificate),
    subjectDN: subject.replaceAll('\n', ','),
    issuerDN: issuer.replaceAll('\n', ','),
    sn: serialNumber,
    certb64: base64(certificate),
  };
}

/** The names of the key usages (RFC 5280 §4.2.1.3), such as `keyEncipherment|dataEncipherment`. */
function usageOf(certificate: Uint8Array): string {
  const parsed = parseCertificate(certificate);
  const extensions = parsed.ok ? certificateExtensions(parsed.value) : undefined;
  const usage = (extensions?.ok === true ? extensions.value.keyUsage : undefined) ?? 0;
  return Object.entries(KeyUsage)
    .filter(([, bit]) => (usage & bit) !== 0)
    .map(([name]) => name)
    .join('|');
}

/** A card's number, 16 characters as on real ones. It is made of the signing certificate, so a card always has the same. */
function serialNumberOf(card: PinProtectedCard): string {
  return `MOCK${Buffer.from(sha256(card.signingCertificate)).toString('hex').slice(0, 12).toUpperCase()}`;
}

const base64 = (octets: Uint8Array): string => Buffer.from(octets).toString('base64');
