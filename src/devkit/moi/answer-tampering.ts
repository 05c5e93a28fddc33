import type { ToldManifest } from './roster-file.js';

/** A row of the Ministry's answer: sequence number and result code. */
export type AnswerRow = readonly [seq: string, result: string];

/** One fault to put into an answer, by the step at which it happens. `rows` and `csv` are those of the first part. */
export interface AnswerTampering {
  /** Applied before the manifest's digests are computed, so the manifest agrees with the rows. */
  readonly rows?: (rows: readonly AnswerRow[]) => readonly AnswerRow[];
  /** Applied after the manifest's digests are computed, so the manifest does not agree. */
  readonly csv?: (csv: Buffer) => Buffer;
  readonly manifest?: (manifest: ToldManifest) => ToldManifest;
  /** Leaves the first part unsigned, or signs it with another office's key. */
  readonly signedBy?: 'nobody' | 'another';
  /** Encrypts the first part to MOI instead of the commission. */
  readonly sealedForAnother?: true;
  readonly sealed?: (sealed: Uint8Array) => Uint8Array;
  /** Leaves out the file of the first part. */
  readonly withoutPart?: true;
}

const flipLast = (bytes: Uint8Array): Uint8Array =>
  Uint8Array.from(bytes, (octet, index) => (index === bytes.length - 1 ? octet ^ 1 : octet));
const withResult = (rows: readonly AnswerRow[], result: string): AnswerRow[] =>
  rows.map((row, i) => (i === 0 ? [row[0], result] : row));
const withFirstPart = (
  manifest: ToldManifest,
  edit: (part: ToldManifest['parts'][number]) => object,
): ToldManifest => ({
  ...manifest,
  parts: manifest.parts.map((part, i) => (i === 0 ? { ...part, ...edit(part) } : part)),
});

/** Every fault that tests put into an answer. The whole answer must be refused. The roster needs at least two rows. */
export const answerTamperings = {
  unsigned: { signedBy: 'nobody' },
  'signed-by-another': { signedBy: 'another' },
  'sealed-to-another': { sealedForAnother: true },
  'seal-altered': { sealed: flipLast },
  'cut-short-in-a-row': { csv: (csv) => csv.subarray(0, -3) },
  'cut-short-by-a-row': { csv: (csv) => csv.subarray(0, csv.lastIndexOf('\r\n', -3) + 2) },
  'result-altered': { csv: (csv) => Buffer.from(csv.toString().replace(/^(\d+),\w+/m, '$1,B01')) },
  'row-repeated': { rows: (rows) => [...rows, ...rows.slice(0, 1)] },
  'row-missing': { rows: (rows) => rows.slice(1) },
  'row-extra': { rows: (rows) => [...rows, [String(1_000_000 + rows.length), '00']] },
  'code-unknown': { rows: (rows) => withResult(rows, 'R99') },
  'code-of-the-commission': { rows: (rows) => withResult(rows, 'E01') },
  'code-empty': { rows: (rows) => withResult(rows, '') },
  'of-another-batch': {
    manifest: (manifest) => ({ ...manifest, batch: '00000000-0000-7000-8000-000000000000' }),
  },
  'of-another-case': { manifest: (manifest) => ({ ...manifest, case: '1' }) },
  'digest-wrong': { manifest: (manifest) => withFirstPart(manifest, () => ({ sha256: '0'.repeat(64) })) },
  'row-count-wrong': { manifest: (manifest) => withFirstPart(manifest, ({ rows }) => ({ rows: rows + 1 })) },
  'part-listed-twice': {
    manifest: (manifest) => ({ ...manifest, parts: [...manifest.parts, ...manifest.parts.slice(0, 1)] }),
  },
  'part-unknown': { manifest: (manifest) => withFirstPart(manifest, () => ({ name: 'part-9999.csv' })) },
  'part-missing': { withoutPart: true },
} as const satisfies Record<string, AnswerTampering>;

/** The name of a fault. */
export type AnswerTamperingName = keyof typeof answerTamperings;
