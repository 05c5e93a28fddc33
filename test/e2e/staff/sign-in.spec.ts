import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { AUDIT_LOG, type AuditLog, verifyAuditChain } from '../../../src/audit/index.js';
import { CHALLENGE_SECRET, issueChallenge } from '../../../src/core/challenge.js';
import { fail } from '../../../src/core/result.js';
import { renderSignIn } from '../../../src/core/statement/index.js';
import { type CardShape, type MockCard, signInStaff } from '../../../src/devkit/index.js';
import type { TrustErrorCode } from '../../../src/trust/index.js';
import { origin, type TestApplication, type TestCase } from '../../support/application/application.js';
import { collectingCase } from '../../support/application/cases.js';
import { TestInstallation } from '../../support/application/installation.js';
import { signatureBy } from '../../support/application/signature.js';

let installation: TestInstallation;
let application: TestApplication;
let challengeSecret: Uint8Array;

beforeAll(async () => {
  installation = await TestInstallation.create();
  application = await installation.start();
  challengeSecret = application.get<Uint8Array>(CHALLENGE_SECRET);
});

afterAll(() => installation.remove());

const tokenOf = async (card: MockCard): Promise<string> =>
  (await signInStaff(application.api, card)).token ?? '';

interface Challenge {
  readonly challenge: string;
  readonly statement: string;
  readonly expiresAt: string;
}

const post = (path: string, body: object) => application.request.post(`/api/v1/sign-in/${path}`).send(body);
const get = (path: string, token: string) =>
  application.request.get(`/api/v1/${path}`).set('authorization', `Bearer ${token}`);
const challengeFor = async (purpose: 'staff' | 'lead') =>
  (await post('challenges', { purpose })).body as Challenge;

describe('staff', () => {
  it.each(['cms-attached', 'cms-detached', 'pkcs1'] as const)('signs in by card (%s)', async (form) => {
    const card = installation.card(form);
    const member = await application.member(card, 'auditor', 'verifier');
    const { challenge, statement, expiresAt } = await challengeFor('staff');
    expect(expiresAt).toBe(new Date(installation.clock.now().getTime() + 600_000).toISOString());
    expect(statement).toBe(Buffer.from(renderSignIn('staff', origin, challenge)).toString());
    const answer = await post('staff', { challenge, signature: await signatureBy(card, statement, form) });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      token: expect.stringMatching(/^[\w-]{64}$/),
      roles: ['auditor', 'verifier'],
      expiresAt: new Date(installation.clock.now().getTime() + 8 * 3_600_000).toISOString(),
    });
    const events = (await get('staff/audit', (answer.body as { token: string }).token)).body as {
      events: object[];
    };
    expect(events.events.at(-1)).toMatchObject({ actor: `staff:${member.id}`, action: 'staff-signed-in' });
  });

  it('is who they are at each request: roles, activity, time', async () => {
    const card = installation.card('changing');
    const { id } = await application.member(card, 'auditor');
    const token = await tokenOf(card);
    const status = async () => (await get('staff/audit', token)).status;
    expect(await status()).toBe(200);
    await application.databases.owner.query(`UPDATE staff_member SET roles = '{registrar}' WHERE id = $1`, [
      id,
    ]);
    expect(await status()).toBe(403);
    await application.databases.owner.query(`UPDATE staff_member SET roles = '{auditor}' WHERE id = $1`, [
      id,
    ]);
    expect(await status()).toBe(200);
    // A removal is final.
    await application.databases.owner.query(`UPDATE staff_member SET active = false WHERE id = $1`, [id]);
    expect(await status()).toBe(401);
  });

  it('is signed out after eight hours', async () => {
    const card = installation.card('patient');
    await application.member(card, 'auditor');
    const token = await tokenOf(card);
    expect((await get('staff/audit', token)).status).toBe(200);
    installation.clock.advance(8 * 3_600_000);
    expect((await get('staff/audit', token)).status).toBe(401);
  });

  it('leaves no token and no challenge in the database', async () => {
    const card = installation.card('secretive');
    await application.member(card, 'auditor');
    const token = await tokenOf(card);
    const rows: unknown = await application.databases.owner.query(
      'SELECT session::text FROM session UNION ALL SELECT used_challenge::text FROM used_challenge',
    );
    expect(JSON.stringify(rows)).not.toContain(Buffer.from(token).toString('hex'));
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});

describe('a lead', () => {
  it('signs in with code and certificate, until the access ends', async () => {
    const card = installation.people.lead;
    const { accessCode } = await collectingCase(application, '9001', card);
    // The last evening of the period.
    await installation.moveTo(new Date('2026-09-02T15:30:00Z'));
    const { challenge, statement } = await challengeFor('lead');
    const answer = await post('lead', {
      challenge,
      accessCode,
      signature: await signatureBy(card, statement),
    });
    expect([answer.status, Object.keys(answer.body as object)]).toEqual([
      200,
      ['token', 'expiresAt', 'caseNumber'],
    ]);
    const { token } = answer.body as { token: string };
    const staffView = await get('staff/requests', token);
    expect(staffView.status).toBe(401);
    expect((await get('lead/case', token)).status).toBe(200);
    await installation.moveTo(new Date('2026-09-02T16:00:00Z'));
    expect((await get('lead/case', token)).status).toBe(401);
    const again = await challengeFor('lead');
    const refused = await post('lead', {
      challenge: again.challenge,
      accessCode,
      signature: await signatureBy(card, again.statement),
    });
    expect(refused.status).toBe(401);
  });
});

describe('a refused sign-in', () => {
  const staffCard = () => installation.people.auditor;
  const leadCard = () => installation.people.otherLead;
  let ofLead: TestCase;
  beforeAll(async () => {
    await application.member(staffCard(), 'auditor');
    ofLead = await collectingCase(application, '9002', leadCard());
  });

  type Attempt = () => Promise<{ path: 'staff' | 'lead'; body: object }>;
  const staff =
    (make: (good: Challenge) => Promise<object>): Attempt =>
    async () => ({ path: 'staff', body: await make(await challengeFor('staff')) });
  const lead =
    (make: (good: Challenge) => Promise<object>): Attempt =>
    async () => ({ path: 'lead', body: await make(await challengeFor('lead')) });
  const signed = async (
    card: ReturnType<typeof staffCard>,
    { challenge, statement }: Pick<Challenge, 'challenge' | 'statement'>,
  ) => ({
    challenge,
    signature: await signatureBy(card, statement),
  });
  const issued = (context: string, at = installation.clock.now(), as: 'staff' | 'lead' = 'staff') => {
    const challenge = issueChallenge(challengeSecret, context, at);
    return { challenge, statement: Buffer.from(renderSignIn(as, origin, challenge)).toString() };
  };

  const attempts: readonly [string, Attempt][] = [
    ['a card that is not registered', staff((good) => signed(installation.card('unregistered'), good))],
    [
      'a challenge that is not ours',
      staff((good) => signed(staffCard(), { ...good, challenge: 'A'.repeat(76) })),
    ],
    ['a challenge for leads', staff(() => signed(staffCard(), issued('sign-in:lead')))],
    ['a challenge for a co-signature', staff(() => signed(staffCard(), issued('co-sign:9001:1')))],
    [
      'a stale challenge',
      staff(() =>
        signed(staffCard(), issued('sign-in:staff', new Date(installation.clock.now().getTime() - 600_001))),
      ),
    ],
    [
      'another statement signed',
      staff((good) => signed(staffCard(), { ...good, statement: `${good.statement} ` })),
    ],
    [
      'the statement of another challenge',
      staff(async (good) =>
        signed(staffCard(), { ...good, statement: (await challengeFor('staff')).statement }),
      ),
    ],
    [
      'the statement for leads',
      staff((good) =>
        signed(staffCard(), {
          ...good,
          statement: Buffer.from(renderSignIn('lead', origin, good.challenge)).toString(),
        }),
      ),
    ],
    [
      'the statement of another origin',
      staff((good) =>
        signed(staffCard(), {
          ...good,
          statement: Buffer.from(renderSignIn('staff', 'https://fake.example', good.challenge)).toString(),
        }),
      ),
    ],
    [
      'a signature that is no CMS',
      staff(async ({ challenge }) =>
        Promise.resolve({ challenge, signature: { form: 'cms', signedData: 'AAAA' } }),
      ),
    ],
    [
      'a bare signature by another card',
      staff(async ({ challenge, statement }) => ({
        challenge,
        signature: {
          ...(await signatureBy(installation.card('another'), statement, 'pkcs1')),
          certificate: Buffer.from(staffCard().signingCertificate).toString('base64'),
        },
      })),
    ],
    [
      'a lead without the right code',
      lead(async (good) => ({ ...(await signed(leadCard(), good)), accessCode: 'wrong' })),
    ],
    [
      'a lead with another card',
      lead(async (good) => ({ ...(await signed(staffCard(), good)), accessCode: ofLead.accessCode })),
    ],
    [
      'a lead with a challenge for staff',
      lead(async () => ({
        ...(await signed(leadCard(), issued('sign-in:staff', undefined, 'lead'))),
        accessCode: ofLead.accessCode,
      })),
    ],
  ];

  it.each(attempts)('%s', async (_name, attempt) => {
    const { path, body } = await attempt();
    const answer = await post(path, body).set('accept-language', 'en');
    const other = await post('staff', {
      challenge: 'B'.repeat(76),
      signature: { form: 'cms', signedData: 'AAAA' },
    }).set('accept-language', 'en');
    expect([answer.status, answer.text]).toEqual([401, other.text]);
    expect(answer.body).toMatchObject({ code: 'sign-in-refused' });
  });

  /** What makes a card refused with each code: its shape, or what comes over it. */
  const faults: readonly (readonly [TrustErrorCode, CardShape, come: (card: MockCard) => Promise<void>])[] = [
    ['certificate-untrusted', { issuer: 'impostor' }, asItIs],
    ['certificate-revoked', {}, revoke],
    ['certificate-expired', { notAfter: new Date('2026-03-01T00:00:00Z') }, asItIs],
    ['certificate-wrong-type', { subjectType: '2.16.886.1.100.3.1.9' }, asItIs],
    // No card of the demo's PKI leads there.
    ['revocation-unknown', {}, () => trustSays('revocation-unknown')],
  ];

  it.each(faults)('a certificate refused as %s', async (code, shape, come) => {
    const card = installation.card(code, shape);
    await application.member(card, 'auditor');
    const good = await challengeFor('staff');
    await come(card);
    const validated = jest.spyOn(application.trust, 'validateCertificate');
    const answer = await post('staff', await signed(card, good));
    expect(await validated.mock.results[0]?.value).toMatchObject({ ok: false, failure: { code } });
    jest.restoreAllMocks();
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([401, 'sign-in-refused']);
  });

  function asItIs(): Promise<void> {
    return Promise.resolve();
  }

  function revoke(card: MockCard): Promise<void> {
    installation.pki.revoke(card.signingCertificate, installation.clock.now());
    return installation.refreshLists();
  }

  function trustSays(code: TrustErrorCode): Promise<void> {
    jest.spyOn(application.trust, 'validateCertificate').mockResolvedValueOnce(fail(code));
    return Promise.resolve();
  }

  it('says 503 and when to come back where revocation data is stale, registered or not', async () => {
    installation.pkiServer.unavailable = true;
    installation.clock.advance(24 * 3_600_000);
    for (const card of [staffCard(), installation.card('unregistered')]) {
      const answer = await post('staff', await signed(card, await challengeFor('staff')));
      expect([answer.status, answer.headers['retry-after'], (answer.body as { code: string }).code]).toEqual([
        503,
        '30',
        'sign-in-unavailable',
      ]);
    }
    installation.pkiServer.unavailable = false;
    await installation.refreshLists();
  });

  it('a challenge used before, and of two at once only one', async () => {
    const card = installation.card('once');
    await application.member(card, 'auditor');
    const body = await signed(card, await challengeFor('staff'));
    const answers = await Promise.all([post('staff', body), post('staff', body), post('staff', body)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
    expect((await post('staff', body)).status).toBe(401);
  });
});

it('all of it stands in an audit log that verifies', async () => {
  const log = application.get<AuditLog>(AUDIT_LOG);
  const events = await log.page(0, 1000);
  expect(events.length).toBeGreaterThan(10);
  expect(verifyAuditChain(events, await log.head())).toEqual({ ok: true, value: await log.head() });
});
