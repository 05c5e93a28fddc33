import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import path from 'node:path';
import { type Contacts, contactsOf } from './contacts.js';
import { configurationVariables, Environment, type Notice } from './environment.js';
import { loginVariables } from './login-variables.js';
import { metricsOf, type MetricsSetting } from './metrics-setting.js';
import { mobileServiceOf, type MobileServiceSetting } from './mobile-service.js';
import type { Part } from '../core/served-parts.js';
import { StartFailure } from './start-failure.js';
import { tokenOf, type TokenSettings } from './token-settings.js';

export type { Contacts } from './contacts.js';
export { configurationVariables, type Notice } from './environment.js';
export type { TokenSettings } from './token-settings.js';

/** The URL of each database role's own login. */
export type DatabaseLogins = Readonly<Record<keyof typeof loginVariables, string>>;

/** Everything that the application is configured with. */
export interface Configuration {
  /** The operator's PostgreSQL. If undefined, a local one runs in `home`. */
  readonly databaseUrl: string | undefined;
  /** The roles' own logins. If undefined, they are derived from that of `databaseUrl`. */
  readonly databaseLogins?: DatabaseLogins | undefined;
  /** Keys, trust anchors, the archive of revocation data, and the local PostgreSQL if there is one. */
  readonly home: string;
  /** If undefined, the keys are files in `home`. */
  readonly token?: TokenSettings | undefined;
  readonly host: string;
  /** The TCP port. 0 takes any free port. */
  readonly port: number;
  /** Where measurements, `/live` and `/ready` are served; nowhere if undefined. */
  readonly metrics?: MetricsSetting | undefined;
  /** The origin that co-signers see in the statement. If undefined, the address that the server listens on. */
  readonly origin: string | undefined;
  readonly logLevel: string;
  readonly rateLimits: boolean;
  /** Folder of the archived revocation data, by SHA-256. */
  readonly archive: string;
  /** How many threads verify the records of a check. If undefined, one on each core; with 0, which is for tests, none. */
  readonly checkThreads?: number | undefined;
  /** Whether records are sealed in a thread of their own: it helps where a core has nothing else to do. */
  readonly sealingThread?: boolean | undefined;
  /** If undefined, this is the real installation. */
  readonly notice?: Notice | undefined;
  /** Whether the real installation takes rehearsals (演練) beside its real cases. Any other installation takes them. */
  readonly rehearsals?: boolean | undefined;
  readonly contacts?: Contacts | undefined;
  /** If undefined, nobody can co-sign by mobile certificate, whatever the policies say. */
  readonly mobileService?: MobileServiceSetting | undefined;
  /** Which parts of the platform this process serves; all of them where left out. */
  readonly parts?: readonly Part[] | undefined;
  /** The number of reverse proxies in front. Their X-Forwarded-For is trusted. */
  readonly trustedProxies: number;
}

/** Injection token for {@link Configuration}. */
export const CONFIGURATION = Symbol('Configuration');

/** The origin of the platform that co-signers see in the statement. */
export function originOf({ origin, host, port }: Configuration): string {
  return origin ?? `http://${host}:${String(port)}`;
}

/** Whether the platform takes rehearsals. */
export function takesRehearsals({ notice, rehearsals }: Configuration): boolean {
  return notice !== undefined || rehearsals === true;
}

/**
 * Reads the configuration from environment variables. Throws a `StartFailure` with the names of the wrong variables,
 * never with their values.
 */
export function readConfiguration(variables: NodeJS.ProcessEnv): Configuration {
  const given = Object.fromEntries(
    Object.entries(variables).filter(([name]) => configurationVariables.includes(name)),
  );
  const environment = plainToInstance(Environment, given, {
    exposeDefaultValues: true,
  });
  const errors = validateSync(environment);
  if (errors.length > 0) {
    const names = errors.map(({ property }) => property).join(', ');
    throw new StartFailure({ code: 'configuration-wrong', values: { names } });
  }
  return {
    databaseUrl: environment.DATABASE_URL,
    databaseLogins: loginsOf(environment),
    home: path.resolve(environment.LIANSHU_HOME),
    token: tokenOf(environment),
    host: environment.LIANSHU_HOST,
    port: environment.LIANSHU_PORT,
    metrics: metricsOf(environment),
    origin: environment.LIANSHU_ORIGIN?.replace(/\/$/, ''),
    logLevel: environment.LIANSHU_LOG_LEVEL,
    rateLimits: environment.LIANSHU_RATE_LIMITS === 'on',
    archive: path.resolve(environment.LIANSHU_ARCHIVE ?? path.join(environment.LIANSHU_HOME, 'archive')),
    checkThreads: environment.LIANSHU_CHECK_THREADS,
    notice: environment.LIANSHU_NOTICE,
    rehearsals: environment.LIANSHU_REHEARSALS === 'on',
    contacts: contactsOf(environment),
    mobileService: mobileServiceOf(environment),
    trustedProxies: environment.LIANSHU_TRUSTED_PROXIES,
  };
}

/** The four URLs, of which either all are given or none. */
function loginsOf(environment: Environment): DatabaseLogins | undefined {
  const { intake, lead, staff, checking } = loginVariables;
  const [intakeUrl, leadUrl, staffUrl, checkingUrl] = [intake, lead, staff, checking].map(
    (name) => environment[name],
  );
  if (!intakeUrl || !leadUrl || !staffUrl || !checkingUrl) return undefined;
  return { intake: intakeUrl, lead: leadUrl, staff: staffUrl, checking: checkingUrl };
}
