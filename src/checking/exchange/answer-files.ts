import { parseSignedDocument } from '../../core/cms/index.js';
import { equalOctets } from '../../core/octets.js';
import { fail, ok, type Result } from '../../core/result.js';
import type { CommissionDecryptionKey } from '../commission-keys.js';
import type { AnswerErrorCode } from '../errors.js';
/**
 * Decrypts a file of an answer with the commission's decryption key and verifies that MOI's own certificate signed it. Answers its clear
 * content.
 */
export async function openAnswerFile(
  file: string,
  sealed: Uint8Array,
  decryptionKey: Pick<CommissionDecryptionKey, 'decrypt'>,
  ministryCertificate: Uint8Array,
): Promise<Result<Uint8Array, AnswerErrorCode>> {
  const opened = await decryptionKey.decrypt(sealed);
  if (opened === undefined) return fail('answer-not-opened', { file });
  const signed = parseSignedDocument(opened);
  if (!signed.ok) return fail('answer-unsigned', { file });
  if (!equalOctets(signed.value.signer.der, ministryCertificate))
    return fail('answer-signed-by-another', { file });
  return ok(signed.value.content);
}

/** A name from outside, made safe to show in a sentence. */
export function displayable(name: string): string {
  return name.replace(/[^\w.-]/g, '?').slice(0, 40);
}
