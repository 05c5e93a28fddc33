import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { compactVerify, createLocalJWKSet, type JSONWebKeySet } from 'jose';
import {
  type Attempt,
  type MockCard,
  planAttempts,
  revokeBefore,
  signatureJson,
  specialScenarios,
} from '../../src/devkit/index.js';
import {
  collectingCase,
  issuedCase,
  type Sessions,
  signEverybodyIn,
  stopped,
  twoCases,
} from '../support/application/cases.js';
import { attemptBody, citizen, coSign, coSignatureBody } from '../support/application/co-signers.js';
import { type Ask, exchange, type Seen } from '../support/application/exchange.js';
import type { TestApplication } from '../support/application/application.js';
import { TestInstallation } from '../support/application/installation.js';
import { contentsOf } from '../support/postgres/database.js';

let installation: TestInstallation;
let application: TestApplication;
let limited: TestApplication;
let sessions: Sessions;

const seed = 'refusals';
/** Each special scenario once, each after the good attempt it may rely on. */
const attempts = planAttempts({ seed, citizens: 2 * Object.keys(specialScenarios).length });

beforeAll(async () => {
  installation = await TestInstallation.create();
  revokeBefore(attempts, installation.pki, installation.clock.now());
  application = await installation.start();
  const cases = await twoCases(application);
  await collectingCase(application, '9003', installation.people.deputy);
  await collectingCase(application, '9004', installation.people.registrar);
  await issuedCase(application, '9005', installation.people.verifier);
  limited = await installation.start({
    database: application.database,
    configuration: { rateLimits: true },
  });
  await installation.nextDay();
  sessions = await signEverybodyIn(application, cases);
});

afterAll(() => installation.remove());

const api = '/api/v1';
const caseRoute = `${api}/cases/9001/co-signatures`;
const post = (path: string, body: Ask['body'], further: Partial<Ask> = {}): Ask => ({
  method: 'post',
  path,
  body,
  ...further,
});
const get = (path: string, token?: string): Ask => ({ method: 'get', path, token });

/** A good citizen's co-signature of 9001, but for what is changed in it. */
async function coSigning(changes: object = {}, caseNumber = '9001'): Promise<Ask> {
  const good = await coSignatureBody(application, '9001', citizen('refused'));
  return post(`${api}/cases/${caseNumber}/co-signatures`, { ...good, ...changes });
}

const cms = (signedData: Uint8Array): object => ({
  signature: { form: 'cms', signedData: Buffer.from(signedData).toString('base64') },
});

/** What this attempt of the scenario table sends. */
async function attemptOf(attempt: Attempt): Promise<Ask> {
  return post(caseRoute, await attemptBody(application, attempt, attempts[attempt.index - 1]));
}

/** A sign-in of staff by this card. */
async function signingIn(card: MockCard): Promise<Ask> {
  const { challenge, statement } = await application.api.post<{
    challenge: string;
    statement: string;
  }>('sign-in/challenges', { purpose: 'staff' });
  const signature = await card.sign(Buffer.from(statement), 'cms-attached');
  return post(`${api}/sign-in/staff`, { challenge, signature: signatureJson(signature) });
}

interface Row {
  readonly what: string;
  readonly status: number;
  readonly code: string;
  /** Sets the scene and says what to ask. */
  readonly ask: () => Ask | Promise<Ask>;
  /** What else the answer must have. */
  readonly also?: (seen: Seen) => unknown;
}

const retryAfter =
  (from: number, to: number) =>
  ({ headers }: Seen): void => {
    const seconds = Number(headers['retry-after']);
    expect(seconds).toBeGreaterThanOrEqual(from);
    expect(seconds).toBeLessThanOrEqual(to);
  };

const asStaff = (who: keyof Sessions, path: string, body: object = {}): Ask =>
  post(`${api}/staff/${path}`, body, { token: sessions[who].token });

const rows: readonly Row[] = [
  {
    what: 'JSON cut short',
    status: 400,
    code: 'request-malformed',
    ask: () => post(caseRoute, '{"nationalId":'),
  },
  { what: 'fields missing', status: 400, code: 'request-invalid', ask: () => post(caseRoute, {}) },
  {
    what: 'a challenge that is none',
    status: 400,
    code: 'challenge-malformed',
    ask: () => coSigning({ challenge: 'x' }),
  },
  {
    what: 'a signature that is none',
    status: 400,
    code: 'evidence-malformed',
    ask: () => coSigning(cms(Buffer.from('x'))),
  },
  { what: 'no session', status: 401, code: 'sign-in-required', ask: () => get(`${api}/staff/cases`) },
  {
    what: 'a card that may not sign in',
    status: 401,
    code: 'sign-in-refused',
    ask: () => signingIn(installation.people.lead),
    also: ({ headers }) => expect(headers['www-authenticate']).toBe('Bearer'),
  },
  {
    what: 'another role’s work',
    status: 403,
    code: 'role-required',
    ask: () => asStaff('auditor', 'cases/9001/requests', { action: 'purge' }),
  },
  { what: 'a case there is not', status: 404, code: 'not-found', ask: () => get(`${api}/cases/1234`) },
  {
    what: 'a case that is not public yet',
    status: 404,
    code: 'not-found',
    ask: () => get(`${api}/cases/9005`),
  },
  { what: 'a lead’s route', status: 401, code: 'sign-in-required', ask: () => get(`${api}/lead/progress`) },
  {
    what: 'a case to co-sign that is not public yet',
    status: 404,
    code: 'not-found',
    ask: () => coSigning({}, '9005'),
  },
  {
    what: 'a second code for one round',
    status: 409,
    code: 'transition-not-allowed',
    ask: () => asStaff('registrar', 'cases/9001/code'),
  },
  {
    what: 'a check before the submission',
    status: 409,
    code: 'check-not-ready',
    ask: () => asStaff('verifier', 'cases/9001/requests', { action: 'start-check' }),
  },
  {
    what: 'a case that collects no more',
    status: 409,
    code: 'not-collecting',
    ask: async () => {
      await stopped(application, '9004');
      return coSigning({}, '9004');
    },
  },
  {
    what: 'a body over the limit',
    status: 413,
    code: 'request-too-large',
    ask: () => post(caseRoute, 'x'.repeat(70_000)),
  },
  {
    what: 'a signature over 16 KiB',
    status: 413,
    code: 'evidence-too-large',
    ask: () => coSigning(cms(Buffer.alloc(20_000, 0x30))),
  },
  {
    what: 'text for JSON',
    status: 415,
    code: 'content-type-not-json',
    ask: () => post(caseRoute, 'x', { headers: { 'content-type': 'text/plain' } }),
  },
  ...attempts
    .filter(({ expect: expected }) => /^[a-z]/.test(expected) && expected !== 'accepted')
    .map((attempt): Row => ({
      what: attempt.scenario,
      status:
        ({ 'already-co-signed': 409, 'national-id-malformed': 400 } as Record<string, number>)[
          attempt.expect
        ] ?? 422,
      code: attempt.expect,
      ask: () => attemptOf(attempt),
    })),
  {
    what: 'the same again',
    status: 409,
    code: 'already-co-signed',
    ask: async () => {
      const again = citizen('twice');
      await coSign(application, '9001', [again]);
      return post(caseRoute, await coSignatureBody(application, '9001', again));
    },
    also: async ({ body }) => {
      const { commitment, receipt, recordedOn } = JSON.parse(body) as Record<
        'commitment' | 'receipt' | 'recordedOn',
        string
      >;
      const keys = createLocalJWKSet(await application.api.get<JSONWebKeySet>('keys'));
      const { payload } = await compactVerify(receipt, keys);
      expect(JSON.parse(Buffer.from(payload).toString())).toMatchObject({
        commitment,
        recordedOn,
        case: '9001',
      });
    },
  },
  {
    what: 'too many sign-ins from an address',
    status: 429,
    code: 'too-many-requests',
    ask: async () => {
      const ask = post(`${api}/sign-in/staff`, {});
      for (let i = 0; i < 20; i++) expect((await exchange(limited, ask)).status).toBe(400);
      return { ...ask, path: `${limited.address}${ask.path}` };
    },
    also: retryAfter(60, 60),
  },
  {
    what: 'a co-signature while the lead submits',
    status: 503,
    code: 'submission-in-progress',
    ask: async () => {
      await sessions.lead.post('lead/submission/draft');
      return coSigning();
    },
    also: retryAfter(1, 300),
  },
  {
    what: 'a certificate that can’t be checked',
    status: 503,
    code: 'revocation-unavailable',
    ask: async () => {
      installation.pkiServer.unavailable = true;
      installation.clock.advance(5 * 24 * 3_600_000);
      await application.trust.refresh();
      return coSigning();
    },
    also: retryAfter(1, 3600),
  },
  {
    what: 'a sign-in whose certificate can’t be checked',
    status: 503,
    code: 'sign-in-unavailable',
    ask: () => signingIn(installation.people.auditor),
    also: retryAfter(1, 3600),
  },
];

const han = /\p{Script=Han}/u;

describe('what is refused', () => {
  // In the order of the table: the later rows change what the earlier rely on.
  it.each(rows)('$what: $status $code', async ({ status, code, ask, also }) => {
    const asked = await ask();
    const before = await contentsOf(application.database);
    const at = asked.path.startsWith('http') ? { address: '' } : application;
    for (const language of ['zh-TW', 'en']) {
      const headers = { ...asked.headers, 'accept-language': `${language}, fr;q=0.5` };
      const seen = await exchange(at, { ...asked, headers });
      const { title, detail, ...problem } = JSON.parse(seen.body) as {
        title: string;
        detail: string;
      };
      expect({ ...problem, status: seen.status }).toMatchObject({
        type: `urn:lianshu:problem:${code}`,
        status,
        code,
      });
      expect([han.test(title), han.test(detail)]).toEqual([language === 'zh-TW', language === 'zh-TW']);
      expect(detail).not.toContain('{{');
      expect(seen.headers).toMatchObject({
        'content-type': 'application/problem+json; charset=utf-8',
        'content-language': language,
        'cache-control': 'no-store',
      });
      expect(seen.body).not.toMatch(/\bat .*:\d+|node_modules|Error:|SELECT|\/src\//);
      for (const secret of secretsIn(asked.body)) expect(seen.body).not.toContain(secret);
      await also?.(seen);
    }
    expect(await contentsOf(application.database)).toEqual(before);
  });

  it('makes the health check report degraded, and healthy again once certificates can be checked', async () => {
    const health = (): Promise<Seen> => exchange(application, get(`${api}/health`));
    expect((await health()).status).toBe(503);
    installation.pkiServer.unavailable = false;
    await application.trust.refresh();
    expect((await health()).status).toBe(200);
  });
});

/** What of a request must not come back. */
function secretsIn(body: Ask['body']): readonly string[] {
  if (typeof body !== 'object' || !('nationalId' in body)) return [];
  const { nationalId, signature } = body as {
    nationalId: string;
    signature: Record<string, string>;
  };
  return [nationalId, ...Object.values(signature).filter((value) => value.length > 16)];
}
