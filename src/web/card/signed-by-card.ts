import { verifyCardSignatureByWebCrypto } from '../../core/cms/verify-by-webcrypto';
import { lastFourDigits, type NationalId } from '../../core/national-id';
import { equalOctets } from '../../core/octets';
import { fail, ok, type Result } from '../../core/result';
import {
  type Certificate,
  certificateExtensions,
  KeyUsage,
  moicaHolder,
  nameAttribute,
  Oid,
} from '../../core/x509/index';
import type { CardBridge, PinOptions } from './card-bridge';
import type { CardFailureCode } from './card-failure';

/** What the card signed, checked in the page: ready to be sent. */
export interface SignedByCard {
  /** SignedData, DER. */
  readonly signedData: Uint8Array;
  readonly certificate: Certificate;
}

/** What must be true of the card, beside that its signature is over the content. */
export interface ExpectedCard {
  /** The number that the person typed; its last four digits must be those in the certificate. */
  readonly nationalId?: NationalId | undefined;
  /** The certificate that must have signed, DER. */
  readonly certificate?: Uint8Array | undefined;
}

/** Has the card sign exactly these octets, and checks what it answers before anything is sent. The server checks all of it again. */
export async function signByCard(
  bridge: CardBridge,
  content: Uint8Array,
  options: PinOptions & ExpectedCard,
): Promise<Result<SignedByCard, CardFailureCode>> {
  const signedData = await bridge.sign(content, options);
  return signedData.ok ? checkSignedData(signedData.value, content, options) : signedData;
}

/** Checks a SignedData (DER) of a card: over these very octets, by a certificate for signing, of the card that is expected. */
export async function checkSignedData(
  signedData: Uint8Array,
  content: Uint8Array,
  { nationalId, certificate }: ExpectedCard,
): Promise<Result<SignedByCard, CardFailureCode>> {
  const verified = await verifyCardSignatureByWebCrypto({ form: 'cms', signedData }, content);
  if (!verified.ok)
    return fail(otherText.has(verified.failure.code) ? 'card-signed-other-text' : 'card-signature-unusable');
  const { signer } = verified.value;
  if (certificate !== undefined && !equalOctets(signer.der, certificate)) return fail('card-changed');
  if (!mayBeUsedFor(signer, KeyUsage.digitalSignature)) return fail('card-not-for-signing');
  const differs = nationalId === undefined ? undefined : numberFault(signer, nationalId);
  return differs === undefined ? ok({ signedData, certificate: signer }) : fail(differs);
}

/** The signature verifies, over something else; or doesn't verify at all. */
const otherText: ReadonlySet<string> = new Set([
  'evidence-statement-wrong',
  'evidence-message-digest-wrong',
  'evidence-signature-wrong',
]);

function numberFault(
  certificate: Certificate,
  nationalId: NationalId,
): 'card-not-natural-person' | 'card-number-differs' | undefined {
  const extensions = certificateExtensions(certificate);
  const attributes = extensions.ok ? (extensions.value.subjectDirectoryAttributes ?? []) : [];
  const digits = moicaHolder(attributes).lastFourDigits;
  if (digits === undefined) return 'card-not-natural-person';
  return digits === lastFourDigits(nationalId) ? undefined : 'card-number-differs';
}

/** Whether a certificate's keyUsage (RFC 5280 §4.2.1.3) has any of these bits. False without the extension. */
export function mayBeUsedFor(certificate: Certificate, usages: number): boolean {
  const extensions = certificateExtensions(certificate);
  return extensions.ok && ((extensions.value.keyUsage ?? 0) & usages) !== 0;
}

/** The name on a certificate, to be shown to the person and to nobody else. Undefined where it has none. */
export function holderName({ subject }: Certificate): string | undefined {
  return nameAttribute(subject, Oid.commonName);
}
