import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PostgresAuditLog } from '../../../src/adapters/postgres/audit-log.js';
import { verifyAuditChain } from '../../../src/audit/index.js';
import { issueChallenge } from '../../../src/core/challenge.js';
import type { CaseNumber } from '../../../src/core/identifiers.js';
import { renderSignIn } from '../../../src/core/statement/index.js';
import { origin, signatureBy, type StaffServer, startStaffServer } from '../../support/staff/server.js';

let server: StaffServer;

beforeAll(async () => {
  server = await startStaffServer();
});

afterAll(() => server.stop());

interface Challenge {
  readonly challenge: string;
  readonly statement: string;
  readonly expiresAt: string;
}

const post = (path: string, body: object) => server.request.post(`/api/v1/sign-in/${path}`).send(body);
const get = (path: string, token: string) =>
  server.request.get(`/api/v1/${path}`).set('authorization', `Bearer ${token}`);
const challengeFor = async (purpose: 'staff' | 'lead') =>
  (await post('challenges', { purpose })).body as Challenge;
const key = Buffer.alloc(32, 7);
const accessCode = 'abcd-efgh';

describe('staff', () => {
  it.each(['cms-attached', 'cms-detached', 'pkcs1'] as const)('signs in by card (%s)', async (form) => {
    const card = server.card(['cms-attached', 'cms-detached', 'pkcs1'].indexOf(form) + 10);
    const member = await server.member(card, 'auditor', 'verifier');
    const { challenge, statement, expiresAt } = await challengeFor('staff');
    expect(expiresAt).toBe(new Date(server.clock.now().getTime() + 600_000).toISOString());
    expect(statement).toBe(Buffer.from(renderSignIn('staff', origin, challenge)).toString());
    const answer = await post('staff', { challenge, signature: await signatureBy(card, statement, form) });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      token: expect.stringMatching(/^[\w-]{43}$/),
      roles: ['auditor', 'verifier'],
      expiresAt: new Date(server.clock.now().getTime() + 8 * 3_600_000).toISOString(),
    });
    const events = (await get('staff/audit', (answer.body as { token: string }).token)).body as {
      events: object[];
    };
    expect(events.events.at(-1)).toMatchObject({ actor: `staff:${member.id}`, action: 'staff-signed-in' });
  });

  it('has the rights of each moment: roles, activity, expiry', async () => {
    const card = server.card(20);
    const { id } = await server.member(card, 'auditor');
    const token = await server.token(card);
    const status = async () => (await get('staff/audit', token)).status;
    expect(await status()).toBe(200);
    await server.owner.query(`UPDATE staff_member SET roles = '{registrar}' WHERE id = $1`, [id]);
    expect(await status()).toBe(403);
    await server.owner.query(`UPDATE staff_member SET roles = '{auditor}', active = false WHERE id = $1`, [
      id,
    ]);
    expect(await status()).toBe(401);
    await server.owner.query(`UPDATE staff_member SET active = true WHERE id = $1`, [id]);
    expect(await status()).toBe(200);
    server.clock.advance(8 * 3_600_000);
    expect(await status()).toBe(401);
  });

  it('leaves no token and no challenge in the database', async () => {
    const card = server.card(21);
    await server.member(card, 'auditor');
    const token = await server.token(card);
    const rows: unknown = await server.owner.query(
      'SELECT session::text FROM session UNION ALL SELECT used_challenge::text FROM used_challenge',
    );
    expect(JSON.stringify(rows)).not.toContain(Buffer.from(token).toString('hex'));
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});

describe('a lead', () => {
  it('signs in with code and certificate, until the access ends', async () => {
    const card = server.card(30);
    const lead: (typeof server.leads.known)[number] = {
      accessCode,
      certificate: card.signingCertificate,
      caseNumber: '9001' as CaseNumber,
    };
    server.leads.known.push(lead);
    const { challenge, statement } = await challengeFor('lead');
    const answer = await post('lead', {
      challenge,
      accessCode,
      signature: await signatureBy(card, statement),
    });
    expect([answer.status, Object.keys(answer.body as object)]).toEqual([200, ['token', 'expiresAt']]);
    const { token } = answer.body as { token: string };
    const staffView = await get('staff/requests', token);
    expect(staffView.status).toBe(401);
    lead.ended = true;
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
  const staffCard = () => server.card(40);
  const leadCard = () => server.card(41);
  beforeAll(async () => {
    await server.member(staffCard(), 'auditor');
    server.leads.known.push({
      accessCode,
      certificate: leadCard().signingCertificate,
      caseNumber: '9002' as CaseNumber,
    });
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
  const issued = (context: string, at = server.clock.now(), as: 'staff' | 'lead' = 'staff') => {
    const challenge = issueChallenge(key, context, at);
    return { challenge, statement: Buffer.from(renderSignIn(as, origin, challenge)).toString() };
  };

  const attempts: readonly [string, Attempt][] = [
    ['a card that is not registered', staff((good) => signed(server.card(42), good))],
    [
      'a challenge that is not ours',
      staff((good) => signed(staffCard(), { ...good, challenge: 'A'.repeat(76) })),
    ],
    ['a challenge for leads', staff(() => signed(staffCard(), issued('sign-in:lead')))],
    ['a challenge for a co-signature', staff(() => signed(staffCard(), issued('co-sign:9001:1')))],
    [
      'a stale challenge',
      staff(() =>
        signed(staffCard(), issued('sign-in:staff', new Date(server.clock.now().getTime() - 600_001))),
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
          ...(await signatureBy(server.card(43), statement, 'pkcs1')),
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
      lead(async (good) => ({ ...(await signed(staffCard(), good)), accessCode })),
    ],
    [
      'a lead with a challenge for staff',
      lead(async () => ({
        ...(await signed(leadCard(), issued('sign-in:staff', undefined, 'lead'))),
        accessCode,
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

  it.each([
    'certificate-untrusted',
    'certificate-revoked',
    'certificate-expired',
    'certificate-wrong-type',
    'revocation-unknown',
  ] as const)('a certificate refused as %s', async (code) => {
    const card = server.card(50);
    await server.member(card, 'auditor').catch(() => undefined);
    server.validator.refuse(card.signingCertificate, code);
    const answer = await post('staff', await signed(card, await challengeFor('staff')));
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([401, 'sign-in-refused']);
  });

  it('is 503 with Retry-After where revocation data is out of date, registered or not', async () => {
    for (const card of [staffCard(), server.card(51)]) {
      server.validator.refuse(card.signingCertificate, 'revocation-unavailable');
      const answer = await post('staff', await signed(card, await challengeFor('staff')));
      expect([answer.status, answer.headers['retry-after'], (answer.body as { code: string }).code]).toEqual([
        503,
        '30',
        'sign-in-unavailable',
      ]);
    }
  });

  it('happens for a challenge used before, and for one of two at the same time', async () => {
    const card = server.card(52);
    await server.member(card, 'auditor');
    const body = await signed(card, await challengeFor('staff'));
    const answers = await Promise.all([post('staff', body), post('staff', body), post('staff', body)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
    expect((await post('staff', body)).status).toBe(401);
  });
});

it('all of it is in an audit log that verifies', async () => {
  const log = new PostgresAuditLog(server.staff);
  const events = await log.page(0, 1000);
  expect(events.length).toBeGreaterThan(10);
  expect(verifyAuditChain(events, await log.head())).toEqual({ ok: true, value: await log.head() });
});
