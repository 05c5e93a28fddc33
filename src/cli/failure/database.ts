import type { Failure } from '../../core/result.js';
import type { CliFailureCode } from '../../messages/index.js';
import { systemErrorIn } from './system-error.js';

/** How the operating system says that nobody is there. Only the database is spoken to by a socket of its own; HTTP is told apart where it is called. */
const unreachable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** PostgreSQL's SQLSTATEs that an operator can mend. */
const states: Readonly<Partial<Record<string, CliFailureCode>>> = {
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
export function databaseMistake(error: Error): Failure<CliFailureCode> | undefined {
  if (error.name === 'PostgresNotStarted') return { code: 'postgres-not-started' };
  if ('code' in error && error.code === 'ERR_INVALID_URL') return { code: 'database-url-malformed' };
  const refused = systemErrorIn(error);
  if (refused !== undefined && unreachable.has(refused.code)) {
    const place = [refused.address, refused.port].filter((part) => part !== undefined).join(':');
    return { code: 'database-unreachable', values: { address: place } };
  }
  const state = stateOf(error);
  return state === undefined ? undefined : { code: states[state] ?? 'database-error', values: { state } };
}

function stateOf(error: Error): string | undefined {
  const state: unknown = error.name === 'DatabaseError' ? Reflect.get(error, 'sqlState') : codeOf(error);
  return typeof state === 'string' && /^[0-9A-Z]{5}$/.test(state) ? state : undefined;
}

/** The driver's own error has its SQLSTATE as code, beside the severity. */
function codeOf(error: Error): unknown {
  return 'severity' in error && 'code' in error ? error.code : undefined;
}
