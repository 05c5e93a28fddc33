import { createHmac } from 'node:crypto';
import { StartFailure } from '../../configuration/start-failure.js';

/** The login of a connection: each role logs in itself, so `SET ROLE NONE` gives it nothing. */
export type DatabaseRole = (typeof databaseRoles)[number];

/** The roles, in the order in which they get their logins. */
export const databaseRoles = ['lianshu_intake', 'lianshu_lead', 'lianshu_staff', 'lianshu_checking'] as const;

/** How long a role's work may take, in milliseconds. */
export interface RoleLimits {
  /** A statement is cancelled after this time. */
  readonly statement: number;
  /** A statement that waits for a lock is cancelled after this time. */
  readonly lock: number;
  /** A transaction that asks nothing for this time is rolled back. */
  readonly idleInTransaction: number;
  /** Work that finds every connection of the pool in use gives up after this time. */
  readonly connection: number;
}

/**
 * A blocked lock or an endless statement of one role holds its own connections for this long, and nobody else's. Leads and the
 * check read every commitment of a round in one statement, so theirs may take longer.
 */
export const roleLimits: Readonly<Record<DatabaseRole, RoleLimits>> = {
  lianshu_intake: { statement: 5_000, lock: 2_000, idleInTransaction: 5_000, connection: 5_000 },
  lianshu_lead: { statement: 60_000, lock: 5_000, idleInTransaction: 60_000, connection: 10_000 },
  lianshu_staff: { statement: 10_000, lock: 5_000, idleInTransaction: 10_000, connection: 10_000 },
  lianshu_checking: { statement: 120_000, lock: 10_000, idleInTransaction: 120_000, connection: 30_000 },
};

/**
 * The most connections that the server gives a role, in all processes together. Their sum leaves room below PostgreSQL's default of
 * 100, so that no role can take the others' connections.
 */
export const connectionLimits: Readonly<Record<DatabaseRole, number>> = {
  lianshu_intake: 40,
  lianshu_lead: 15,
  lianshu_staff: 15,
  lianshu_checking: 20,
};

/** How long a server that has cancelled a statement may take to say so, in milliseconds; later, it is taken to hang. */
const answerMargin = 1_000;

/**
 * The driver's options of a limited connection. A server that hangs cancels nothing, so the driver itself waits only a little longer. What is given when a session starts stands above what a role was given by
 * `ALTER ROLE … SET`, which the role itself may change.
 */
export function limitedConnections(limits: RoleLimits): Readonly<Record<string, unknown>> {
  const settings = {
    statement_timeout: limits.statement,
    lock_timeout: limits.lock,
    idle_in_transaction_session_timeout: limits.idleInTransaction,
    search_path: 'public',
    default_transaction_read_only: 'off',
  };
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  return {
    options: options.join(' '),
    connectionTimeoutMillis: limits.connection,
    query_timeout: limits.statement + answerMargin,
  };
}

/**
 * The URL with which a role logs in: the given one if it is the role's own; otherwise the owner's, with the role's name and a
 * password derived from the owner's: base64url of HMAC-SHA-256 with the owner's password as the key, over `lianshu login ` and the
 * role's name. Whoever has a role's password learns nothing of the owner's, nor of another role's.
 */
export function loginUrl(url: string, role: DatabaseRole): string {
  const login = new URL(url);
  if (login.username === role) return url;
  const key = decodeURIComponent(login.password);
  if (key === '') throw new StartFailure({ code: 'configuration-wrong', values: { names: 'DATABASE_URL' } });
  login.username = role;
  login.password = createHmac('sha256', key).update(`lianshu login ${role}`).digest('base64url');
  return login.href;
}
