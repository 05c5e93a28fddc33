import { isNativeError } from 'node:util/types';
import type { Failure } from '../core/result.js';
import type { CliFailureCode } from '../messages/index.js';
import type { Translator } from './translator.js';

/**
 * The failure that whoever runs the command can mend behind an error that ended it; undefined where it is a bug. Values name files, ports
 * and addresses, never what is in them.
 */
export function failureOf(error: unknown): Failure | undefined {
  if (error instanceof OperatorError) return error.failure;
  if (!isNativeError(error)) return undefined;
  return startFailure(error) ?? listenFailure(error) ?? databaseFailure(error) ?? fileFailure(error);
}

/** What the composition root throws when a start can't succeed; known by its shape, as no command may know the root. */
function startFailure(error: Error): Failure | undefined {
  return error.name === 'StartFailure' && 'failure' in error ? (error.failure as Failure) : undefined;
}

/** What to print of an error that ended a command: a sentence where it can be mended; for a bug the stack, without values. */
export function describeFailure(error: unknown, translator: Translator): string {
  const failure = failureOf(error);
  if (failure !== undefined) return translator.explain(failure);
  return [translator.text('bug'), ...stackOf(error)].join('\n');
}

/** The kind of error and where it arose; not its message, which may quote data. */
function stackOf(error: unknown): readonly string[] {
  if (!isNativeError(error)) return [typeof error];
  const frames = (error.stack ?? '').split('\n').filter((line) => /^ {4}at /.test(line));
  return [error.name, ...frames, ...(error.cause === undefined ? [] : stackOf(error.cause))];
}

/** Ends a command for something that whoever runs it can mend; the sentence is in the catalogue. */
export class OperatorError extends Error {
  override readonly name = 'OperatorError';

  constructor(
    code: CliFailureCode,
    values?: Failure['values'],
    /** What to exit with. */
    readonly exitCode = 1,
  ) {
    super(code);
    this.failure = values === undefined ? { code } : { code, values };
  }

  readonly failure: Failure<CliFailureCode>;
}

/** A server that can't listen where it should. */
function listenFailure(error: Error): Failure<CliFailureCode> | undefined {
  const refused = systemErrorIn(error);
  if (refused?.syscall !== 'listen') return undefined;
  const port = refused.port ?? 0;
  if (refused.code === 'EADDRINUSE') return { code: 'port-in-use', values: { port } };
  if (refused.code === 'EACCES') return { code: 'port-not-allowed', values: { port } };
  return refused.code === 'EADDRNOTAVAIL' ? { code: 'address-not-here' } : undefined;
}

/** How the operating system says that nobody is there. Only the database is spoken to by a socket of its own; HTTP is told apart where it is called. */
const unreachableHost = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** PostgreSQL's SQLSTATEs that an operator can mend. */
const codeBySqlState: Readonly<Partial<Record<string, CliFailureCode>>> = {
  '28000': 'database-login-refused',
  '28P01': 'database-login-refused',
  '3D000': 'database-missing',
  '42501': 'database-permission',
  // A role that doesn't exist can't be taken on connecting; a table that doesn't exist can't be read.
  '22023': 'database-not-migrated',
  '42P01': 'database-not-migrated',
  '42704': 'database-not-migrated',
};

/** A database that can't be reached or used; never its address with the password. */
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

/** The driver's own error has its SQLSTATE as code, beside the severity. */
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

/** A file that can't be read or written. */
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

/** An error of the operating system as Node words it. */
interface SystemError extends Error {
  readonly code: string;
  readonly syscall: string;
  readonly path?: string;
  readonly address?: string;
  readonly port?: number;
}

/** The error itself where the operating system refused something, or the first such of several tried at once. */
function systemErrorIn(error: Error): SystemError | undefined {
  if (isSystemError(error)) return error;
  if (!('errors' in error) || !Array.isArray(error.errors)) return undefined;
  return error.errors.find((each): each is SystemError => isNativeError(each) && isSystemError(each));
}

function isSystemError(error: Error): error is SystemError {
  return 'code' in error && typeof error.code === 'string' && 'syscall' in error;
}
