import type { Failure } from '../../core/result.js';
import type { CliFailureCode } from '../../messages/index.js';
import { systemErrorIn } from './system-error.js';

const codes: Readonly<Partial<Record<string, CliFailureCode>>> = {
  ENOENT: 'file-not-found',
  EACCES: 'file-not-readable',
  EPERM: 'file-not-readable',
  EROFS: 'file-not-readable',
  EISDIR: 'file-is-folder',
  ENOTDIR: 'file-not-folder',
  EEXIST: 'file-exists',
  ENOTEMPTY: 'file-exists',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
};

/** A file that can't be read or written. */
export function fileMistake(error: Error): Failure<CliFailureCode> | undefined {
  const refused = systemErrorIn(error);
  if (refused !== undefined) {
    const file = refused.path ?? '';
    return { code: codes[refused.code] ?? 'file-system-error', values: { file, reason: refused.code } };
  }
  return 'code' in error && error.code === 'ERR_FS_FILE_TOO_LARGE'
    ? { code: 'file-too-large', values: { file: '' } }
    : undefined;
}
