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

/** The longest line of the list: a commitment in hex, a comma, the longer result, CRLF. */
const longestLine = 64 + 1 + 'not-counted'.length + 2;

/**
 * Writes the published list of verdicts: CSV (RFC 4180, CRLF) `commitment,result`, commitments in hex and sorted, the result `counted` or
 * `not-counted`. It contains no name, number or reason. Only the holder of a receipt can tell which line is theirs. A million lines take
 * 78 MB and no more.
 */
export class VerdictListWriter {
  private readonly text: Buffer;
  private length = 0;

  /** For so many verdicts. */
  constructor(verdicts: number) {
    this.text = Buffer.alloc(verdictListHeader.length + 2 + verdicts * longestLine);
    this.write(verdictListHeader);
  }

  /** Adds a verdict: of all, sorted by commitment. */
  add({ commitment, counts }: PublicVerdict): void {
    this.write(`${hex(commitment)},${counts ? 'counted' : 'not-counted'}`);
  }

  /** The list. */
  content(): Uint8Array {
    return this.text.subarray(0, this.length);
  }

  private write(line: string): void {
    this.length += this.text.write(`${line}\r\n`, this.length, 'latin1');
  }
}

/** Reads what {@link VerdictListWriter} wrote, strictly: it must be sorted, with each commitment once and only the two results. */
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
