import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signInLead } from '../../src/devkit/index.js';
import type { Endpoint } from '../support/http/endpoints.js';
import { type Sessions, signEverybodyIn, twoCases } from '../support/application/cases.js';
import { citizens, coSign } from '../support/application/co-signers.js';
import { type Ask, exchange, type Seen, servedEndpoints } from '../support/application/exchange.js';
import type { TestApplication, TestCase } from '../support/application/application.js';
import { TestInstallation } from '../support/application/installation.js';

// Progress is for the lead's session alone: to anybody else a lead's routes answer as for a case that doesn't exist.

let installation: TestInstallation;
let application: TestApplication;
let cases: Readonly<Record<'main' | 'other', TestCase>>;
let sessions: Sessions;
let leadRoutes: readonly Endpoint[];
let expiredToken: string | undefined;

beforeAll(async () => {
  installation = await TestInstallation.create();
  application = await installation.start();
  cases = await twoCases(application);
  expiredToken = (await application.asLead(cases.main)).token;
  await installation.nextDay();
  sessions = await signEverybodyIn(application, cases);
  await coSign(application, '9001', citizens(3));
  const { endpoints } = await servedEndpoints(application);
  leadRoutes = endpoints.filter(({ session }) => session === 'lead');
});

afterAll(() => installation.remove());

const progress = (token?: string): Promise<Seen> =>
  exchange(application, { method: 'get', path: '/api/v1/lead/progress', token });

/** What anybody gets who asks for a page of staff's without a session: it says nothing of any case. */
async function signInFirst(language?: string): Promise<Seen> {
  const headers: Record<string, string> = language === undefined ? {} : { 'accept-language': language };
  const seen = await exchange(application, { method: 'get', path: '/api/v1/staff/cases', headers });
  expect([seen.status, JSON.parse(seen.body)]).toMatchObject([401, { code: 'sign-in-required' }]);
  return seen;
}

const strangers: readonly (readonly [string, () => Pick<Ask, 'token' | 'headers'>])[] = [
  ['nobody', () => ({})],
  ['the registrar', () => ({ token: sessions.registrar.token })],
  ['the verifier', () => ({ token: sessions.verifier.token })],
  ['the approver', () => ({ token: sessions.approver.token })],
  ['the auditor', () => ({ token: sessions.auditor.token })],
  ['the lead whose session ended', () => ({ token: expiredToken })],
  ['somebody with a made-up token', () => ({ token: 'x'.repeat(43) })],
  ['somebody with a token too long', () => ({ token: 'x'.repeat(4000) })],
  ['somebody with an empty token', () => ({ headers: { authorization: 'Bearer ' } })],
  ['somebody with a token that is no token', () => ({ headers: { authorization: 'Bearer \u00e9\u00ff' } })],
  [
    'the lead by another scheme',
    () => ({
      headers: { authorization: `Basic ${sessions.lead.token ?? ''}` },
    }),
  ],
  ['the lead in a cookie', () => ({ headers: { cookie: `token=${sessions.lead.token ?? ''}` } })],
];

describe('progress', () => {
  it('is there for the lead', async () => {
    const seen = await progress(sessions.lead.token);
    expect([seen.status, JSON.parse(seen.body)]).toEqual([200, expect.objectContaining({ recordCount: 3 })]);
  });

  it('of another case is not in what its lead gets', async () => {
    const before = await progress(sessions.otherLead.token);
    await coSign(application, '9001', citizens(2, 'more'));
    expect(await progress(sessions.otherLead.token)).toEqual(before);
    expect(JSON.parse(before.body)).toMatchObject({ recordCount: 0 });
  });
});

describe('every route of the lead', () => {
  it.each(strangers)('asks %s to sign in, as everywhere', async (_who, credentials) => {
    expect(leadRoutes.length).toBeGreaterThan(6);
    for (const language of ['zh-TW', 'en']) {
      const refusal = await signInFirst(language);
      for (const { method, path } of leadRoutes) {
        const { token, headers } = credentials();
        const body = method === 'get' ? undefined : {};
        const asked = { method, path, token, body, headers: { ...headers, 'accept-language': language } };
        expect([path, await exchange(application, asked)]).toEqual([path, refusal]);
      }
    }
  });

  it('answers HEAD likewise', async () => {
    const { status, headers } = await signInFirst();
    for (const { path } of leadRoutes.filter(({ method }) => method === 'get')) {
      expect(await exchange(application, { method: 'head', path })).toEqual({ status, headers, body: '' });
    }
  });

  it('answers a token in the query likewise', async () => {
    const path = `/api/v1/lead/progress?access_token=${sessions.lead.token ?? ''}`;
    expect(await exchange(application, { method: 'get', path })).toEqual(await signInFirst());
  });
});

describe('signing in as lead', () => {
  const attempts: readonly (readonly [string, () => Promise<unknown>])[] = [
    [
      'the other lead’s card',
      () => signInLead(application.api, installation.people.otherLead, cases.main.accessCode),
    ],
    [
      'the other case’s code',
      () => signInLead(application.api, installation.people.lead, cases.other.accessCode),
    ],
    [
      'a code that was never issued',
      () => signInLead(application.api, installation.people.lead, 'AAAAA-AAAAA'),
    ],
    [
      'the card of staff',
      () => signInLead(application.api, installation.people.auditor, cases.main.accessCode),
    ],
  ];

  it.each(attempts)('with %s tells nothing', async (_what, attempt) => {
    await expect(attempt()).rejects.toMatchObject({
      status: 401,
      code: 'sign-in-refused',
      members: {
        type: 'urn:lianshu:problem:sign-in-refused',
        title: expect.any(String) as unknown,
        status: 401,
        code: 'sign-in-refused',
        detail: expect.any(String) as unknown,
      },
    });
  });
});
// Last: it goes on to the end of the period.
describe('at midnight after the last day', () => {
  it('the lead who is still signed in is asked to sign in like a stranger', async () => {
    installation.clock.set(new Date('2026-09-02T15:30:00Z'));
    await application.trust.refresh();
    const { token } = await application.asLead(cases.main);
    expect((await progress(token)).status).toBe(200);
    installation.clock.set(new Date('2026-09-02T16:00:00Z'));
    const refusal = await signInFirst();
    for (const { method, path } of leadRoutes) {
      const body = method === 'get' ? undefined : {};
      expect([path, await exchange(application, { method, path, token, body })]).toEqual([path, refusal]);
    }
  });
});
