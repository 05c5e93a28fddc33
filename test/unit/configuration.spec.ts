import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readConfiguration } from '../../src/configuration/configuration.js';

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
      trustedProxies: 0,
    });
  });

  it('reads every setting', () => {
    const configuration = readConfiguration({
      LIANSHU_PORT: '0',
      LIANSHU_ORIGIN: 'https://connect.example.gov.tw/',
      LIANSHU_RATE_LIMITS: 'off',
      LIANSHU_TRUSTED_PROXIES: '2',
    });
    expect(configuration).toMatchObject({
      port: 0,
      origin: 'https://connect.example.gov.tw',
      rateLimits: false,
      trustedProxies: 2,
    });
  });

  it.each([
    ['LIANSHU_PORT', 'eighty'],
    ['LIANSHU_PORT', '70000'],
    ['LIANSHU_PORT', '3000.5'],
    ['LIANSHU_ORIGIN', 'connect.example.gov.tw'],
    ['LIANSHU_ORIGIN', 'ftp://connect.example.gov.tw'],
    ['LIANSHU_LOG_LEVEL', 'loud'],
    ['LIANSHU_RATE_LIMITS', 'maybe'],
    ['LIANSHU_TRUSTED_PROXIES', '99'],
  ])('refuses %s=%s by its name, not its value', (name, value) => {
    const read = (): unknown => readConfiguration({ [name]: value });
    expect(read).toThrow(name);
    expect(read).not.toThrow(value);
  });
});
