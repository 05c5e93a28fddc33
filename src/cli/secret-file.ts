import { readFile, stat } from 'node:fs/promises';
import { OperatorError } from './failure.js';

/** The longest secret that is read from a file, in octets. */
const longestSecret = 1024;

/**
 * The secret in a file: its one line, without the line break. Throws an {@link OperatorError}: `secret-file-readable` if other users may
 * read the file, `secret-file-malformed` if it does not hold exactly one line of text.
 */
export async function secretIn(file: string): Promise<string> {
  const found = await stat(file);
  // A pipe, as a shell makes for <(…), belongs to one user anyway. Windows keeps no such bits.
  if (process.platform !== 'win32' && found.isFile() && (found.mode & 0o077) !== 0)
    throw new OperatorError('secret-file-readable', { file });
  const bytes = await readFile(file);
  const [, line] = /^([^\r\n]+)(?:\r?\n)?$/.exec(bytes.toString('utf8')) ?? [];
  if (line === undefined || bytes.length > longestSecret)
    throw new OperatorError('secret-file-malformed', { file });
  return line;
}
