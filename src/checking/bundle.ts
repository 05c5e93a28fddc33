import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isNativeError } from 'node:util/types';

/** The files of a published bundle. */
export const bundleFiles = {
  /** What the commission determined: canonical JSON. */
  result: 'result.json',
  /** The commission's detached CMS signature over it, DER. */
  signature: 'result.p7s',
  /** `commitment,result`, sorted by commitment; no one is named. */
  verdicts: 'verdicts.csv',
  /** The lead's signed statements: CMS, DER, content attached. */
  keyStatement: 'key-statement.p7m',
  submissionStatement: 'submission-statement.p7m',
  /** The commission's certificate, and those above it, PEM. */
  certificates: 'certificates.pem',
  /** The keys that receipts are verified with (RFC 7517). */
  keys: 'jwks.json',
} as const;

/** Reads a bundle's files from a folder; those that are not there are left out, for `verifyBundle` to name. */
export async function readBundle(folder: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const name of Object.values(bundleFiles)) {
    const content = await readFile(join(folder, name)).catch(absent);
    if (content !== undefined) files.set(name, content);
  }
  return files;
}

function absent(error: unknown): undefined {
  if (isNativeError(error) && 'code' in error && error.code === 'ENOENT') return undefined;
  throw error;
}
