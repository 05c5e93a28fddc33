import { parseSignedDocument } from '../../core/cms/index.js';
import { equalOctets } from '../../core/octets.js';
import { fail, ok, type Result } from '../../core/result.js';
import type { CommissionDecryptionKey } from '../commission-keys.js';
import type { AnswerErrorCode } from '../errors.js';
import type { SealedFile } from './ports.js';

/**
 * Decrypts the files of an answer with the commission's decryption key and verifies that MOI's own certificate signed each.
 * Answers their clear content by name. The first wrong file refuses the whole answer.
 */
export async function openAnswer(
  files: readonly SealedFile[],
  decryptionKey: CommissionDecryptionKey,
  ministryCertificate: Uint8Array,
): Promise<Result<ReadonlyMap<string, Uint8Array>, AnswerErrorCode>> {
  const contents = new Map<string, Uint8Array>();
  for (const { name, sealed } of files) {
    const opened = await decryptionKey.decrypt(sealed);
    if (opened === undefined) return fail('answer-not-opened', { file: name });
    const signed = parseSignedDocument(opened);
    if (!signed.ok) return fail('answer-unsigned', { file: name });
    if (!equalOctets(signed.value.signer.der, ministryCertificate))
      return fail('answer-signed-by-another', { file: name });
    contents.set(name, signed.value.content);
  }
  return ok(contents);
}

/** A name from outside, made safe to show in a sentence. */
export function displayable(name: string): string {
  return name.replace(/[^\w.-]/g, '?').slice(0, 40);
}
