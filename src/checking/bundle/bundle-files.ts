import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../../core/error-code.js';
import type { Commitment } from '../../core/identifiers.js';
import { hex } from '../../core/octets.js';
import { fail, ok, type Result } from '../../core/result.js';

/** The files of a published bundle. */
export const bundleFiles = {
  /** What the commission determined: canonical JSON. */
  result: 'result.json',
  /** The commission's detached CMS signature over it, DER. */
  signature: 'result.p7s',
  /** `commitment,result`, sorted by commitment. It contains no name, number or reason. */
  verdicts: 'verdicts.csv',
  /** The lead's signed statements: CMS, DER, content attached. */
  keyStatement: 'key-statement.p7m',
  submissionStatement: 'submission-statement.p7m',
  /** The commission's certificate, and those above it, PEM. */
  certificates: 'certificates.pem',
  /** The public keys that verify receipts (RFC 7517). */
  keys: 'jwks.json',
} as const;

/** Reads a bundle's files from a folder. Missing files are left out; `verifyBundle` reports them. */
export async function readBundle(folder: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const name of Object.values(bundleFiles)) {
    const content = await readFile(join(folder, name)).catch(absent);
    if (content !== undefined) files.set(name, content);
  }
  return files;
}

function absent(error: unknown): undefined {
  if (errorCode(error) === 'ENOENT') return undefined;
  throw error;
}

const verdictListHeader = 'commitment,result';

/** What is public of a verdict: whether the record counts. Why not is told to nobody but its holder. */
export interface PublicVerdict {
  readonly commitment: Commitment;
  readonly counts: boolean;
}

/**
 * The published list of verdicts: CSV (RFC 4180, CRLF) `commitment,result`, commitments in hex and sorted, the result `counted` or
 * `not-counted`. It contains no name, number or reason. Only the holder of a receipt can tell which line is theirs.
 */
export function verdictList(verdicts: readonly PublicVerdict[]): Uint8Array {
  const lines = verdicts.map(({ commitment, counts }) => `${hex(commitment)},${wordOf(counts)}`).sort();
  return Buffer.from([verdictListHeader, ...lines, ''].join('\r\n'), 'latin1');
}

function wordOf(counts: boolean): string {
  return counts ? 'counted' : 'not-counted';
}

/** Reads {@link verdictList}, strictly: it must be sorted, with each commitment once and only the two results. */
export function readVerdictList(content: Uint8Array): Result<readonly PublicVerdict[], 'bundle-malformed'> {
  const lines = Buffer.from(content).toString('latin1').split('\r\n');
  if (lines.shift() !== verdictListHeader || lines.pop() !== '') return fail('bundle-malformed', { line: 1 });
  const verdicts: PublicVerdict[] = [];
  for (const [index, line] of lines.entries()) {
    const verdict = readVerdictLine(line);
    const previous = lines[index - 1];
    const sorted = previous === undefined || previous.slice(0, 64) < line.slice(0, 64);
    if (verdict === undefined || !sorted) return fail('bundle-malformed', { line: index + 2 });
    verdicts.push(verdict);
  }
  return ok(verdicts);
}

function readVerdictLine(line: string): PublicVerdict | undefined {
  const [, hex, word] = /^([0-9a-f]{64}),(counted|not-counted)$/.exec(line) ?? [];
  if (hex === undefined) return undefined;
  return { commitment: new Uint8Array(Buffer.from(hex, 'hex')) as Commitment, counts: word === 'counted' };
}
