import 'reflect-metadata';
import { plainToInstance, Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUrl, Max, Min, validateSync } from 'class-validator';
import path from 'node:path';
import { StartFailure } from './start-failure.js';

/** The environment the process is started with, checked before anything else happens. */
class Environment {
  @IsOptional()
  @IsString()
  DATABASE_URL?: string;

  @IsString()
  LIANSHU_HOME = '.lianshu';

  @IsString()
  LIANSHU_HOST = '127.0.0.1';

  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65535)
  LIANSHU_PORT = 3000;

  @IsOptional()
  @IsUrl({ require_tld: false, require_protocol: true, protocols: ['http', 'https'] })
  LIANSHU_ORIGIN?: string;

  @IsIn(['fatal', 'error', 'warn', 'info', 'debug'])
  LIANSHU_LOG_LEVEL = 'info';

  @IsIn(['on', 'off'])
  LIANSHU_RATE_LIMITS = 'on';

  @IsOptional()
  @IsString()
  LIANSHU_ARCHIVE?: string;

  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(8)
  LIANSHU_TRUSTED_PROXIES = 0;
}

/** Everything the application is told from outside. */
export interface Configuration {
  /** A PostgreSQL of the operator's; without it a local one runs in `home`. */
  readonly databaseUrl: string | undefined;
  /** Keys, trust anchors, the archive of revocation data, and the local PostgreSQL if there is one. */
  readonly home: string;
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** What co-signers see in the statement; the address served when not given. */
  readonly origin: string | undefined;
  readonly logLevel: string;
  readonly rateLimits: boolean;
  /** Folder of the archived revocation data, by SHA-256. */
  readonly archive: string;
  /** How many reverse proxies stand in front; their X-Forwarded-For is believed. */
  readonly trustedProxies: number;
}

/** Injection token for {@link Configuration}. */
export const CONFIGURATION = Symbol('Configuration');

/** What co-signers see as the platform in the statement. */
export function originOf({ origin, host, port }: Configuration): string {
  return origin ?? `http://${host}:${String(port)}`;
}

/** Reads the configuration from environment variables; throws a `StartFailure` with the names of what is wrong, never with values. */
export function readConfiguration(variables: NodeJS.ProcessEnv): Configuration {
  const known = Object.keys(new Environment()).concat('DATABASE_URL', 'LIANSHU_ORIGIN', 'LIANSHU_ARCHIVE');
  const given = Object.fromEntries(Object.entries(variables).filter(([name]) => known.includes(name)));
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
    home: path.resolve(environment.LIANSHU_HOME),
    host: environment.LIANSHU_HOST,
    port: environment.LIANSHU_PORT,
    origin: environment.LIANSHU_ORIGIN?.replace(/\/$/, ''),
    logLevel: environment.LIANSHU_LOG_LEVEL,
    rateLimits: environment.LIANSHU_RATE_LIMITS === 'on',
    archive: path.resolve(environment.LIANSHU_ARCHIVE ?? path.join(environment.LIANSHU_HOME, 'archive')),
    trustedProxies: environment.LIANSHU_TRUSTED_PROXIES,
  };
}
