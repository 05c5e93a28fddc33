import 'reflect-metadata';
import { Type } from 'class-transformer';
import { IsEmail, IsIn, IsInt, IsOptional, IsString, IsUrl, Matches, Max, Min } from 'class-validator';
import { IsOneOfAll } from './all-or-none.js';
import { contactVariables } from './contacts.js';
import { IsLoginOf, loginVariables } from './login-variables.js';
import { isMobileServiceAddress, isMobileServiceId, mobileVariables } from './mobile-service.js';
import { tokenVariables } from './token-settings.js';

/** What an installation can be that is not the real one. Every page says so. */
const notices = ['demo', 'rehearsal'] as const;

/** One of `demo` and `rehearsal`. */
export type Notice = (typeof notices)[number];

/** The environment variables of the process, checked before anything else happens. */
export class Environment {
  @IsOptional()
  @IsString()
  DATABASE_URL?: string;

  @IsLoginOf('lianshu_intake')
  LIANSHU_INTAKE_DATABASE_URL?: string;

  @IsLoginOf('lianshu_lead')
  LIANSHU_LEAD_DATABASE_URL?: string;

  @IsLoginOf('lianshu_staff')
  LIANSHU_STAFF_DATABASE_URL?: string;

  @IsLoginOf('lianshu_checking')
  LIANSHU_CHECKING_DATABASE_URL?: string;

  @IsString()
  LIANSHU_HOME = '.lianshu';

  @IsString()
  LIANSHU_HOST = '127.0.0.1';

  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65535)
  LIANSHU_PORT = 3000;

  @Type(() => Number)
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(65535)
  LIANSHU_METRICS_PORT?: number;

  @IsString()
  LIANSHU_METRICS_HOST = '127.0.0.1';

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

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(256)
  LIANSHU_CHECK_THREADS?: number;

  @IsIn(['on', 'off'])
  LIANSHU_REHEARSALS = 'off';

  @IsOptional()
  @IsIn(notices)
  LIANSHU_NOTICE?: Notice;

  @IsOptional()
  @IsEmail()
  LIANSHU_CONTACT_EMAIL?: string;

  @IsOptional()
  @Matches(/^[+\d][\d #()-]{2,30}$/)
  LIANSHU_CONTACT_PHONE?: string;

  @IsOptional()
  @IsEmail()
  LIANSHU_CONTACT_SECURITY?: string;

  @IsOneOfAll(tokenVariables)
  LIANSHU_PKCS11_MODULE?: string;

  @IsOneOfAll(tokenVariables)
  LIANSHU_PKCS11_TOKEN?: string;

  @IsOneOfAll(tokenVariables)
  LIANSHU_PKCS11_PIN_FILE?: string;

  @IsOneOfAll(mobileVariables, isMobileServiceAddress)
  LIANSHU_MOBILE_SERVICE?: string;

  @IsOneOfAll(mobileVariables, isMobileServiceId)
  LIANSHU_MOBILE_SERVICE_ID?: string;
}

/** The name of every environment variable that is read. */
export const configurationVariables: readonly string[] = [
  ...Object.keys(new Environment()),
  ...['DATABASE_URL', 'LIANSHU_METRICS_PORT', 'LIANSHU_ORIGIN', 'LIANSHU_ARCHIVE', 'LIANSHU_NOTICE'],
  'LIANSHU_CHECK_THREADS',
  ...contactVariables,
  ...Object.values(loginVariables),
  ...tokenVariables,
  ...mobileVariables,
];
