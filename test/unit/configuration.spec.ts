import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { describeBuild, readBuild } from '../../src/configuration/build.js';
import { readConfiguration, takesRehearsals } from '../../src/configuration/configuration.js';

it('says which version this is, as package.json has it', () => {
  const build = readBuild();
  expect(build).toEqual({ version: expect.stringMatching(/^\d+\.\d+\.\d+$/), commit: undefined });
  expect(describeBuild(build)).toBe(build.version);
  expect(describeBuild({ version: '1.0.0', commit: '0123456789ab' })).toBe('1.0.0 (0123456789ab)');
});

describe('readConfiguration', () => {
  it('has a default for every setting', () => {
    expect(readConfiguration({})).toEqual({
      databaseUrl: undefined,
      home: path.resolve('.lianshu'),
      archive: path.resolve('.lianshu/archive'),
      host: '127.0.0.1',
      port: 3000,
      origin: undefined,
      logLevel: 'info',
      rateLimits: true,
      rehearsals: false,
      trustedProxies: 0,
    });
  });

  it('reads every setting', () => {
    const configuration = readConfiguration({
      LIANSHU_PORT: '0',
      LIANSHU_METRICS_PORT: '9464',
      LIANSHU_ORIGIN: 'https://connect.example.gov.tw/',
      LIANSHU_RATE_LIMITS: 'off',
      LIANSHU_TRUSTED_PROXIES: '2',
    });
    expect(configuration).toMatchObject({
      port: 0,
      metrics: { host: '127.0.0.1', port: 9464 },
      origin: 'https://connect.example.gov.tw',
      rateLimits: false,
      trustedProxies: 2,
    });
  });

  it.each([
    ['LIANSHU_PORT', 'eighty'],
    ['LIANSHU_PORT', '70000'],
    ['LIANSHU_PORT', '3000.5'],
    ['LIANSHU_METRICS_PORT', '9464.5'],
    ['LIANSHU_ORIGIN', 'connect.example.gov.tw'],
    ['LIANSHU_ORIGIN', 'ftp://connect.example.gov.tw'],
    ['LIANSHU_LOG_LEVEL', 'loud'],
    ['LIANSHU_RATE_LIMITS', 'maybe'],
    ['LIANSHU_REHEARSALS', 'yes'],
    ['LIANSHU_TRUSTED_PROXIES', '99'],
  ])('refuses %s=%s by its name, not its value', (name, value) => {
    const read = (): unknown => readConfiguration({ [name]: value });
    expect(read).toThrow(name);
    expect(read).not.toThrow(value);
  });

  it.each([
    ['a real platform', {}, false],
    ['a real platform that is told to', { LIANSHU_REHEARSALS: 'on' }, true],
    ['a demo', { LIANSHU_NOTICE: 'demo' }, true],
    ['a platform for rehearsals', { LIANSHU_NOTICE: 'rehearsal' }, true],
  ])('says whether %s takes rehearsals', (_what, variables, expected) => {
    expect(takesRehearsals(readConfiguration(variables))).toBe(expected);
  });

  describe('the service of the mobile certificate', () => {
    const all = {
      LIANSHU_MOBILE_SERVICE: 'https://fido.example.gov.tw/',
      LIANSHU_MOBILE_SERVICE_ID: 'lianshu',
    };

    it('is read whole', () => {
      expect(readConfiguration(all).mobileService).toEqual({
        address: 'https://fido.example.gov.tw',
        serviceId: 'lianshu',
      });
      expect(readConfiguration({}).mobileService).toBeUndefined();
    });

    it.each([
      ['LIANSHU_MOBILE_SERVICE', undefined],
      ['LIANSHU_MOBILE_SERVICE', ''],
      ['LIANSHU_MOBILE_SERVICE', 'fido.example.gov.tw'],
      ['LIANSHU_MOBILE_SERVICE', 'http://fido.example.gov.tw'],
      ['LIANSHU_MOBILE_SERVICE', 'http://127.0.0.1.example.gov.tw'],
      ['LIANSHU_MOBILE_SERVICE', 'https://fido.example.gov.tw/moise'],
      ['LIANSHU_MOBILE_SERVICE', 'https://user:secret@fido.example.gov.tw'],
      ['LIANSHU_MOBILE_SERVICE', 'ftp://127.0.0.1'],
      ['LIANSHU_MOBILE_SERVICE_ID', undefined],
      ['LIANSHU_MOBILE_SERVICE_ID', ''],
      ['LIANSHU_MOBILE_SERVICE_ID', 'two words'],
    ])('is refused with %s %s', (name, value) => {
      expect(() => readConfiguration({ ...all, [name]: value })).toThrow(name);
    });
  });

  describe('a token', () => {
    const all = {
      LIANSHU_PKCS11_MODULE: '/usr/lib/softhsm/libsofthsm2.so',
      LIANSHU_PKCS11_TOKEN: 'lianshu',
      LIANSHU_PKCS11_PIN_FILE: '/run/secrets/pin',
    };
    const names = Object.keys(all) as (keyof typeof all)[];

    it('is read whole', () => {
      expect(readConfiguration(all).token).toEqual({
        module: '/usr/lib/softhsm/libsofthsm2.so',
        token: 'lianshu',
        pinFile: path.resolve('/run/secrets/pin'),
      });
      expect(readConfiguration({}).token).toBeUndefined();
    });

    it.each(names)('is refused without %s, or with an empty one', (name) => {
      const { [name]: left, ...others } = all;
      expect(left).not.toBe('');
      expect(() => readConfiguration(others)).toThrow(name);
      expect(() => readConfiguration({ ...others, [name]: '' })).toThrow(name);
    });
  });

  describe('the database roles’ own logins', () => {
    const url = (role: string, password = ':secret') =>
      `postgresql://lianshu_${role}${password}@127.0.0.1/lianshu`;
    const all = {
      LIANSHU_INTAKE_DATABASE_URL: url('intake'),
      LIANSHU_LEAD_DATABASE_URL: url('lead'),
      LIANSHU_STAFF_DATABASE_URL: url('staff'),
      LIANSHU_CHECKING_DATABASE_URL: url('checking'),
    };
    const names = Object.keys(all) as (keyof typeof all)[];

    it('are taken together', () => {
      expect(readConfiguration(all)).toMatchObject({
        databaseUrl: undefined,
        databaseLogins: {
          intake: url('intake'),
          lead: url('lead'),
          staff: url('staff'),
          checking: url('checking'),
        },
      });
    });

    it('are none where none is given', () => {
      expect(readConfiguration({ DATABASE_URL: url('owner') }).databaseLogins).toBeUndefined();
    });

    it.each(names)('are refused without %s', (name) => {
      const { [name]: left, ...others } = all;
      expect(left).toContain('secret');
      expect(() => readConfiguration(others)).toThrow(name);
    });

    it.each([
      ['another role’s', url('staff')],
      ['one without a password', url('lead', '')],
      ['one without a database', 'postgresql://lianshu_lead:secret@127.0.0.1'],
      ['one of another kind of server', 'mysql://lianshu_lead:secret@127.0.0.1/lianshu'],
      ['no URL', 'lianshu_lead'],
    ])('are refused with %s, by the name', (_what, wrong) => {
      const read = (): unknown => readConfiguration({ ...all, LIANSHU_LEAD_DATABASE_URL: wrong });
      expect(read).toThrow('LIANSHU_LEAD_DATABASE_URL');
      expect(read).not.toThrow('secret');
    });
  });
});
