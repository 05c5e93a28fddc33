import { QueryFailedError } from 'typeorm';
import { errorCode } from '../../core/error-code.js';

/** SQLSTATE: a unique constraint was violated. */
export const uniqueViolation = '23505';

/** SQLSTATE: its classes begin with a digit or one of four letters, so that no code of the operating system is taken for one. */
const state = /^[0-9FHPX][0-9A-Z]{4}$/;

/** The operating system's codes for a host that can't be reached, or for a connection that broke. */
const systemCodes: ReadonlySet<unknown> = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ENOENT'],
  ...['EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN'],
]);

/**
 * SQLSTATE of what may succeed later: connection exceptions (class 08), the server ends or starts (57P01 to 57P03), no connection, disk or memory left
 * (class 53), a statement, a lock or a transaction that took too long, one that lost against another (40001, 40P01), and a server that
 * only reads since another took its place (25006). A refused login, a missing table or right is none of them: somebody has to mend that.
 */
const passingStates = /^(?:08...|57P0[123]|53[123]00|57014|55P03|25P03|40001|40P01|25006)$/;

/** SQLSTATE of a connection that ends under a statement. The server may have committed before it ended: it says so in words alone. */
const endingStates = /^(?:08...|57P0[12])$/;

/** What the driver says where the server takes a statement and doesn't answer in the time that it has. */
const unansweredMessage = 'Query read timeout';

/** What its pool says where no connection could be had in time. */
const unconnectedMessage = 'timeout exceeded when trying to connect';

/** The driver's own errors for this have no code. */
const driverMessages =
  /^(?:timeout exceeded when trying to connect|Query read timeout|Connection terminated\b.*)$/;

/**
 * A failed statement, without its values. The errors of TypeORM and PostgreSQL contain parameters, key values and rows,
 * so a log of them would contain personal data.
 */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  /** The status of an answer that nothing else explains: 503 for what may succeed later. */
  readonly statusCode: 500 | 503;
  /** The SQLSTATE under the name by which the log tells an unexpected error's code. */
  readonly code: string | undefined;

  constructor(
    /** SQLSTATE, five characters, or undefined when the connection couldn't be made or broke. */
    readonly sqlState: string | undefined,
    readonly table: string | undefined,
    readonly constraint: string | undefined,
    /** Whether the statement was sent and the connection broke before the answer: it may be committed. */
    readonly outcomeUnknown = false,
  ) {
    const where = [table, constraint].filter((part) => part !== undefined).join(', ');
    super(`database error ${sqlState ?? 'without code'}${where === '' ? '' : ` (${where})`}`);
    this.code = sqlState;
    this.statusCode = sqlState === undefined || passingStates.test(sqlState) ? 503 : 500;
  }
}

/** Whether an error says that the database is away or doesn't answer in time, and may be back later. Anything else is another failure. */
export function isDatabaseAway(error: unknown): boolean {
  if (error instanceof DatabaseError) return error.statusCode === 503;
  const code = errorCode(error);
  if (systemCodes.has(code) || (typeof code === 'string' && passingStates.test(code))) return true;
  return error instanceof Error && driverMessages.test(error.message);
}

/**
 * The same error without its values. An error that doesn't come from the database is returned as it is. `sent`: whether a statement went to the
 * database before it.
 */
export function translateDatabaseError(error: unknown, sent = error instanceof QueryFailedError): unknown {
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  const text = (key: string): string | undefined => {
    const value: unknown = cause instanceof Error ? Reflect.get(cause, key) : undefined;
    return typeof value === 'string' ? value : undefined;
  };
  const code = text('code');
  if (code !== undefined && state.test(code))
    return new DatabaseError(code, text('table'), text('constraint'), sent && endingStates.test(code));
  // A statement that failed and wasn't answered: its connection broke.
  const broken = sent || isDatabaseAway(error);
  return broken ? new DatabaseError(undefined, undefined, undefined, sent) : error;
}

/** SQLSTATE: the server only reads. */
const readOnly = '25006';

/**
 * Whether the connection on which a statement failed is of no more use: its server doesn't answer, or only reads since another took its place. A new
 * connection may find the other.
 */
export function isConnectionSpent(error: unknown): boolean {
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  return errorCode(cause) === readOnly || (cause instanceof Error && cause.message === unansweredMessage);
}

/** Whether the driver has waited in vain: what waits behind this would wait in vain as well. */
export function isTimedOut(error: unknown): boolean {
  return error instanceof Error && [unansweredMessage, unconnectedMessage].includes(error.message);
}
