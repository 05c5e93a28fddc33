import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import supertest from 'supertest';
import { CaseService } from '../../../src/cases/index.js';
import { ProblemException } from '../../../src/http/problem/problem.js';
import type { TestApplication } from '../../support/application/application.js';
import { TestInstallation } from '../../support/application/installation.js';

/** As a browser sends it when a person opens an address. */
const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

describe('a page that can’t be shown', () => {
  let installation: TestInstallation;
  let application: TestApplication;
  beforeAll(async () => {
    installation = await TestInstallation.create();
    application = await installation.start();
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });
  afterAll(() => installation.remove());

  const open = (address: string, accept = browser): supertest.Test =>
    supertest(application.app.getHttpServer())
      .get(address)
      .set('accept', accept)
      .set('accept-language', 'en');
  const casesFailWith = (error: Error): void => {
    jest.spyOn(application.app.get(CaseService, { strict: false }), 'publicPage').mockRejectedValue(error);
  };

  it.each([
    ['/nowhere', 'zh-TW', '找不到這個頁面'],
    ['/en/nowhere', 'en', 'There is no page here'],
    ['/cases/9999', 'zh-TW', '找不到這個頁面'],
    ['/en/cases/not-a-number', 'en', 'There is no page here'],
  ])('%s: nothing is there, said as a page in %s', async (address, language, heading) => {
    const { status, headers, text } = await open(address);
    expect(status).toBe(404);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    expect(headers['cache-control']).toBe('no-store');
    expect(text).toContain(`<html lang="${language}">`);
    expect(text).toContain(heading);
  });

  const failures = {
    'too many requests': new ProblemException({ code: 'too-many-requests', values: { seconds: 7 } }),
    'a bug': new Error('secret'),
  };
  it.each([
    ['/', 'too many requests', 429, '請於 7 秒後再試', '再試一次'],
    ['/en/', 'too many requests', 429, 'Try again in 7 s', 'Try again'],
    ['/', 'a bug', 500, '系統發生錯誤', '再試一次'],
    ['/en/', 'a bug', 500, 'An error occurred in the system', 'Try again'],
  ] as const)(
    '%s with %s: status %d stays, and a page says what to do',
    async (address, failure, status, ...sentences) => {
      casesFailWith(failures[failure]);
      const answer = await open(address);
      expect(answer.status).toBe(status);
      expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(answer.headers['content-language']).toBe(address === '/' ? 'zh-TW' : 'en');
      expect(answer.headers['retry-after']).toBe(status === 429 ? '7' : undefined);
      for (const sentence of sentences) expect(answer.text).toContain(sentence);
      expect(answer.text).not.toContain('secret');
    },
  );

  it.each([
    ['an API address that isn’t there', '/api/v1/nowhere', browser],
    ['a program that takes everything', '/nowhere', '*/*'],
    ['a program that wants JSON', '/nowhere', 'application/json'],
    ['a program that prefers the problem document', '/nowhere', 'application/problem+json, text/html;q=0.5'],
  ])('%s: the problem document', async (_who, address, accept) => {
    const answer = await open(address, accept);
    expect(answer.status).toBe(404);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.body).toMatchObject({ code: 'not-found', status: 404 });
  });

  it('sends a form’s failure as a problem document: nobody reads it as a page', async () => {
    const answer = await supertest(application.app.getHttpServer()).post('/').set('accept', browser);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.status).toBe(405);
  });
});
