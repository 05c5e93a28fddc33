import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { StartFailure } from '../../configuration/start-failure.js';
import { connectionLimits, type DatabaseRole, databaseRoles, loginUrl } from './roles.js';

/** The URL of each role's own login. */
export type RoleUrls = Readonly<Record<DatabaseRole, string>>;

/** The URLs of the logins that are derived from the owner's. See {@link loginUrl}. */
export function derivedUrls(ownerUrl: string): RoleUrls {
  const urls = databaseRoles.map((role) => [role, loginUrl(ownerUrl, role)] as const);
  return Object.fromEntries(urls) as RoleUrls;
}

/**
 * Lets each role log in with the password of its URL, where it can't already, and closes the database to everybody else. `owner`
 * is connected as the owner. Throws the `StartFailure` `database-logins-missing` (value `role`) where the owner may not give
 * a login.
 */
export async function giveLogins(owner: pg.Client, urls: RoleUrls): Promise<void> {
  await owner.query(closedToOthers);
  for (const role of databaseRoles)
    if (!(await canLogIn(urls[role]))) await giveLogin(owner, role, urls[role]);
}

/** A right of the database, not of its contents, so a copy or a restored backup doesn't have it. */
const closedToOthers = `
  DO $$ BEGIN
    IF has_database_privilege('public', current_database(), 'CONNECT')
      OR has_database_privilege('public', current_database(), 'TEMPORARY') THEN
      EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
      EXECUTE format('GRANT CONNECT ON DATABASE %I TO ${databaseRoles.join(', ')}', current_database());
    END IF;
  EXCEPTION WHEN insufficient_privilege THEN NULL;
  END $$`;

async function canLogIn(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (error instanceof pg.DatabaseError && refusedLogin.has(error.code ?? '')) return false;
    throw error;
  } finally {
    await client.end();
  }
}

/** SQLSTATE: a wrong password, a role that may not log in, or may not connect to this database. */
const refusedLogin = new Set(['28P01', '28000', '42501']);

async function giveLogin(owner: pg.Client, role: DatabaseRole, url: string): Promise<void> {
  const verifier = scramVerifier(decodeURIComponent(new URL(url).password));
  const limit = connectionLimits[role];
  try {
    await whileOthersWrite(() =>
      owner.query(`ALTER ROLE ${role} LOGIN CONNECTION LIMIT ${limit} PASSWORD '${verifier}'`),
    );
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === insufficientPrivilege)
      throw new StartFailure({ code: 'database-logins-missing', values: { role } }, { cause: error });
    throw error;
  }
}

const insufficientPrivilege = '42501';

const attempts = 20;
const pauseMilliseconds = 50;

/** Roles belong to the whole server: the migration of another database may write the same row at the same time. */
async function whileOthersWrite(write: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt++)
    try {
      await write();
      return;
    } catch (error) {
      const passing = error instanceof Error && error.message === 'tuple concurrently updated';
      if (!passing || attempt === attempts) throw error;
      await setTimeout(pauseMilliseconds);
    }
}

/** As PostgreSQL computes it by default. */
const iterations = 4096;

/**
 * What PostgreSQL stores of a password (RFC 5803): `SCRAM-SHA-256$iterations:salt$StoredKey:ServerKey`. It is made here, so that
 * the password itself is in no statement and in no log of the server.
 */
function scramVerifier(password: string): string {
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256');
  const key = (name: string) => createHmac('sha256', salted).update(name).digest();
  const storedKey = createHash('sha256').update(key('Client Key')).digest();
  const [saltText, stored, server] = [salt, storedKey, key('Server Key')].map((each) =>
    each.toString('base64'),
  );
  return `SCRAM-SHA-256$${iterations}:${saltText}$${stored}:${server}`;
}
