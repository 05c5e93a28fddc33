import { parseSignedDocument } from '../core/cms/index.js';
import { fail, ok, type Result } from '../core/result.js';
import type { AnswerErrorCode } from './errors.js';
import type { CommissionKey, SealedFile } from './ports.js';

/** Files an answer may have: 25 million rows. */
const maximumFiles = 501;

/**
 * Opens the files of an answer with the commission's key and verifies that MOI's own certificate signed each: their clear
 * content by name. Refuses the whole with the first file at fault.
 */
export async function openAnswer(
  files: readonly SealedFile[],
  commissionKey: CommissionKey,
  ministryCertificate: Uint8Array,
): Promise<Result<ReadonlyMap<string, Uint8Array>, AnswerErrorCode>> {
  const contents = new Map<string, Uint8Array>();
  if (files.length > maximumFiles) return fail('answer-file-unknown', { file: `${maximumFiles + 1}` });
  for (const { name, sealed } of files) {
    if (!answerName.test(name)) return fail('answer-file-unknown', { file: displayable(name) });
    if (contents.has(name)) return fail('answer-file-repeated', { file: name });
    const opened = await commissionKey.openWrapped(sealed);
    if (opened === undefined) return fail('answer-not-opened', { file: name });
    const signed = parseSignedDocument(opened);
    if (!signed.ok) return fail('answer-unsigned', { file: name });
    if (Buffer.compare(signed.value.signer.der, ministryCertificate) !== 0)
      return fail('answer-signed-by-another', { file: name });
    contents.set(name, signed.value.content);
  }
  return ok(contents);
}

/** Names that an answer's file may have. */
const answerName = /^(manifest\.json|part-\d{4}\.csv)$/;

/** A name from outside, fit for a sentence. */
function displayable(name: string): string {
  return name.replace(/[^\w.-]/g, '?').slice(0, 40);
}
