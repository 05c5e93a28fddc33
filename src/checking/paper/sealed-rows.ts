import { stringify } from 'csv-stringify/sync';
import { sealForCertificate } from '../../core/cms/index.js';
import type { CommissionDecryptionKey } from '../commission-keys.js';
import { isOfficeReason } from '../reason-codes.js';
import type { PaperRow } from './paper-row.js';

/** The header of an entry, and of each sealed part. */
export const paperHeader = ['page', 'line', 'national_id', 'code'] as const;

/** The parts that were stored don't open, or are not those that were stored. No row is at fault. */
export class PaperNotOpenedError extends Error {
  override readonly name = 'PaperNotOpenedError';
}

/** Seals rows to the commission's decryption certificate (DER): AuthEnvelopedData over CSV (RFC 4180) with a header. */
export function sealRows(rows: readonly PaperRow[], certificate: Uint8Array): Uint8Array {
  const lines = rows.map(({ page, line, nationalId, found }) => [page, line, nationalId, found ?? '00']);
  const csv = stringify([[...paperHeader], ...lines], { record_delimiter: '\r\n' });
  return sealForCertificate(Buffer.from(csv, 'latin1'), certificate);
}

const sealedRow = /^(\d+),(\d+),([A-Z0-9]*),([A-Z0-9]{2,3})$/;

/** The rows of a sealed part. Throws {@link PaperNotOpenedError} where it doesn't open. */
export async function openRows(
  sealed: Uint8Array,
  key: Pick<CommissionDecryptionKey, 'decrypt'>,
): Promise<readonly PaperRow[]> {
  const opened = await key.decrypt(sealed);
  if (opened === undefined) throw new PaperNotOpenedError();
  const [header, ...lines] = Buffer.from(opened).toString('latin1').split('\r\n');
  if (header !== paperHeader.join(',') || lines.pop() !== '') throw new PaperNotOpenedError();
  return lines.map(rowOf);
}

/** What was written here needs no quotes. */
function rowOf(text: string): PaperRow {
  const [, page, line, nationalId = '', code = ''] = sealedRow.exec(text) ?? [];
  const found = isOfficeReason(code) ? code : undefined;
  if (page === undefined || (found === undefined && code !== '00')) throw new PaperNotOpenedError();
  return { page: Number(page), line: Number(line), nationalId, found };
}
