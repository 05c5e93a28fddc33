import { errorCode } from '../../core/error-code.js';
import { DatabaseError } from './data-source.js';

/** The operating system's codes for a host that can't be reached, or for a connection that broke. */
const systemCodes: ReadonlySet<unknown> = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ENOENT'],
  ...['EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN'],
]);

/**
 * SQLSTATE: connection exceptions (class 08), the server ends or starts (57P01 to 57P03), no connection left, and a statement or a lock
 * that took too long. A refused login, a missing table or right is none of them: somebody has to mend that.
 */
const states = /^(?:08...|57P0[123]|53300|57014|55P03)$/;

/** The driver's own errors for this have no code. */
const driverMessages = /^(?:timeout exceeded when trying to connect|Connection terminated\b.*)$/;

/** Whether an error says that the database is away or doesn't answer in time, and may be back later. Anything else is another failure. */
export function isDatabaseAway(error: unknown): boolean {
  if (error instanceof DatabaseError) return error.sqlState === undefined || states.test(error.sqlState);
  const code = errorCode(error);
  if (systemCodes.has(code) || (typeof code === 'string' && states.test(code))) return true;
  return error instanceof Error && driverMessages.test(error.message);
}
