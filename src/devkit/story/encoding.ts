import type { CardSignature } from '../../core/cms/card.js';

/** Standard base64, as the API takes bytes. */
export const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** The bytes of standard base64. */
export const fromBase64 = (text: string): Uint8Array => Buffer.from(text, 'base64');

/** A card's signature as the API takes it. */
export function signatureJson(signature: CardSignature): Readonly<Record<string, string>> {
  return signature.form === 'cms'
    ? { form: 'cms', signedData: base64(signature.signedData) }
    : {
        form: 'pkcs1',
        signature: base64(signature.signature),
        certificate: base64(signature.certificate),
      };
}
