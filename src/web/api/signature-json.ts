import type { CardSignature } from '../../core/cms/card.js';
import { encodeBase64 } from '../../core/encodings.js';
import type { ApiSchemas } from './client';

/** A card's signature as the API takes it. */
export function signatureJson(signature: CardSignature): ApiSchemas['CardSignatureDto'] {
  return signature.form === 'cms'
    ? { form: 'cms', signedData: encodeBase64(signature.signedData) }
    : {
        form: 'pkcs1',
        signature: encodeBase64(signature.signature),
        certificate: encodeBase64(signature.certificate),
      };
}
