import { digestSha256 } from '../../core/cryptography.js';
import { decodeBase64 } from '../../core/encodings.js';
import { hex } from '../../core/octets.js';
import { type Refusal, refusalOf } from '../api/refusal';
import type { LeadApi, RecordPage } from './lead-api';

/** Where a copy of the sealed records goes. A name may have one folder before it. */
export interface CopyTarget {
  write(name: string, content: Uint8Array): Promise<void>;
}

/** How a copy ended. */
export type CopyOutcome =
  | { readonly kind: 'done'; readonly records: number }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** A record is not the one that its commitment stands for. */
  | { readonly kind: 'record-differs' }
  | { readonly kind: 'stopped' };

const recordsOfPage = 500;

/**
 * Copies the round's sealed records and its wrapped key, page by page, as `lianshu lead export` lays them out. Each record is held
 * against its commitment. Nothing is opened: without the lead's card the copy tells nobody anything.
 */
export async function copySealedRecords(
  api: LeadApi,
  target: CopyTarget,
  told: (records: number) => void,
  signal: AbortSignal,
): Promise<CopyOutcome> {
  let records = 0;
  for (let after: string | undefined, first = true; first || after !== undefined; first = false) {
    const answer = await api.records(after, recordsOfPage, signal);
    if (signal.aborted) return { kind: 'stopped' };
    if (answer.kind !== 'answered') return { kind: 'refused', refusal: refusalOf(answer) };
    const page = answer.data;
    if (first) await writeKey(page, target);
    for (const { commitment, record } of page.records) {
      const content = decodeBase64(record);
      if (content === undefined || hex(await digestSha256(content)) !== commitment)
        return { kind: 'record-differs' };
      await target.write(`records/${commitment}.der`, content);
      records++;
    }
    told(records);
    after = page.next;
  }
  return { kind: 'done', records };
}

async function writeKey(page: RecordPage, target: CopyTarget): Promise<void> {
  const files = [
    ['public-key.der', page.publicKey],
    ['wrapped-key.der', page.wrappedKey],
    ['key-statement.der', page.keyStatement],
  ] as const;
  for (const [name, base64] of files) await target.write(name, decodeBase64(base64) ?? new Uint8Array());
}
