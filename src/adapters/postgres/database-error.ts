import { QueryFailedError } from 'typeorm';

/**
 * A failed statement without what was in it: TypeORM's and PostgreSQL's own errors carry parameters, key values and rows,
 * and any log that prints them would print personal data.
 */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';

  constructor(
    /** SQLSTATE, five characters, or undefined when the connection broke. */
    readonly sqlState: string | undefined,
    readonly table: string | undefined,
    readonly constraint: string | undefined,
  ) {
    const where = [table, constraint].filter((part) => part !== undefined).join(', ');
    super(`database error ${sqlState ?? 'without code'}${where === '' ? '' : ` (${where})`}`);
  }
}

/** SQLSTATE: a unique constraint was violated. */
export const uniqueViolation = '23505';

/** The same error fit for a log; what is not a database error is returned as it is. */
export function translateDatabaseError(error: unknown): unknown {
  if (!(error instanceof QueryFailedError)) return error;
  const driverError = error.driverError as object;
  const text = (key: string): string | undefined => {
    const value: unknown = Reflect.get(driverError, key);
    return typeof value === 'string' ? value : undefined;
  };
  return new DatabaseError(text('code'), text('table'), text('constraint'));
}
