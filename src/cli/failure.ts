import { isNativeError } from 'node:util/types';
import type { Failure } from '../core/result.js';
import type { CliFailureCode, MessageCode } from '../messages/index.js';
import type { Translator } from './translator.js';

/**
 * The failure behind an error that ended a command, if the user can correct it; undefined if the error is a bug. The values name files,
 * ports and addresses, never their contents.
 */
export function failureOf(error: unknown): Failure | undefined {
  if (error instanceof OperatorError) return error.failure;
  if (!isNativeError(error)) return undefined;
  return startFailure(error) ?? listenFailure(error) ?? databaseFailure(error) ?? fileFailure(error);
}

/** The failure in the composition root's StartFailure. It is recognised by its shape, because a command may not import the root. */
function startFailure(error: Error): Failure | undefined {
  return error.name === 'StartFailure' && 'failure' in error ? (error.failure as Failure) : undefined;
}

/** The text to print for an error that ended a command: a sentence if the user can correct it; for a bug, the stack without values. */
export function describeFailure(error: unknown, translator: Translator): string {
  const failure = failureOf(error);
  if (failure !== undefined) return translator.explain(failure);
  return [translator.text('bug'), ...stackOf(error)].join('\n');
}

/** The name of the error and its stack frames. Not its message, which may contain data. */
function stackOf(error: unknown): readonly string[] {
  if (!isNativeError(error)) return [typeof error];
  const frames = (error.stack ?? '').split('\n').filter((line) => /^ {4}at /.test(line));
  return [error.name, ...frames, ...(error.cause === undefined ? [] : stackOf(error.cause))];
}

/** Ends a command for a reason that the user can correct. The sentence is in the message catalogue. */
export class OperatorError extends Error {
  override readonly name = 'OperatorError';

  constructor(
    code: CliFailureCode | MessageCode,
    values?: Failure['values'],
    /** The exit code of the process. */
    readonly exitCode = 1,
  ) {
    super(code);
    this.failure = values === undefined ? { code } : { code, values };
  }

  readonly failure: Failure<CliFailureCode | MessageCode>;
}

/** The failure of a server that cannot listen on its address or port. */
function listenFailure(error: Error): Failure<CliFailureCode> | undefined {
  const refused = systemErrorIn(error);
  if (refused?.syscall !== 'listen') return undefined;
  const port = refused.port ?? 0;
  if (refused.code === 'EADDRINUSE') return { code: 'port-in-use', values: { port } };
  if (refused.code === 'EACCES') return { code: 'port-not-allowed', values: { port } };
  return refused.code === 'EADDRNOTAVAIL' ? { code: 'address-not-here' } : undefined;
}

/**
 * The operating system's codes for a host that cannot be reached. Here it is always the database: errors of HTTP are handled
 * where the request is made.
 */
const unreachableHost = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** The SQLSTATEs of PostgreSQL whose cause an operator can correct. */
const codeBySqlState: Readonly<Partial<Record<string, CliFailureCode>>> = {
  '28000': 'database-login-refused',
  '28P01': 'database-login-refused',
  '3D000': 'database-missing',
  '42501': 'database-permission',
  // The role or the table does not exist.
  '22023': 'database-not-migrated',
  '42P01': 'database-not-migrated',
  '42704': 'database-not-migrated',
};

/** The failure of a database that cannot be reached or used. It never contains the URL with the password. */
function databaseFailure(error: Error): Failure<CliFailureCode> | undefined {
  if (error.name === 'PostgresNotStarted') return { code: 'postgres-not-started' };
  if ('code' in error && error.code === 'ERR_INVALID_URL') return { code: 'database-url-malformed' };
  const refused = systemErrorIn(error);
  if (refused !== undefined && unreachableHost.has(refused.code)) {
    const place = [refused.address, refused.port].filter((part) => part !== undefined).join(':');
    return { code: 'database-unreachable', values: { address: place } };
  }
  const state = sqlStateOf(error);
  return state === undefined
    ? undefined
    : { code: codeBySqlState[state] ?? 'database-error', values: { state } };
}

function sqlStateOf(error: Error): string | undefined {
  const state: unknown =
    error.name === 'DatabaseError' ? Reflect.get(error, 'sqlState') : driverStateOf(error);
  return typeof state === 'string' && /^[0-9A-Z]{5}$/.test(state) ? state : undefined;
}

/** An error of the driver has the SQLSTATE in `code`, and a `severity`. */
function driverStateOf(error: Error): unknown {
  return 'severity' in error && 'code' in error ? error.code : undefined;
}

const codeBySystemError: Readonly<Partial<Record<string, CliFailureCode>>> = {
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

/** The failure of a file that cannot be read or written. */
function fileFailure(error: Error): Failure<CliFailureCode> | undefined {
  const refused = systemErrorIn(error);
  if (refused !== undefined) {
    const file = refused.path ?? '';
    return {
      code: codeBySystemError[refused.code] ?? 'file-system-error',
      values: { file, reason: refused.code },
    };
  }
  return 'code' in error && error.code === 'ERR_FS_FILE_TOO_LARGE'
    ? { code: 'file-too-large', values: { file: '' } }
    : undefined;
}

/** An error of the operating system, as Node represents it. */
interface SystemError extends Error {
  readonly code: string;
  readonly syscall: string;
  readonly path?: string;
  readonly address?: string;
  readonly port?: number;
}

/** The error itself if it comes from the operating system, or the first such error in an AggregateError. */
function systemErrorIn(error: Error): SystemError | undefined {
  if (isSystemError(error)) return error;
  if (!('errors' in error) || !Array.isArray(error.errors)) return undefined;
  return error.errors.find((each): each is SystemError => isNativeError(each) && isSystemError(each));
}

function isSystemError(error: Error): error is SystemError {
  return 'code' in error && typeof error.code === 'string' && 'syscall' in error;
}
