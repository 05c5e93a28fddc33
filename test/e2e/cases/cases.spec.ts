import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Response } from 'supertest';
import { DemoPki, type MockCard } from '../../../src/devkit/index.js';
import {
  caseNumber,
  commissionKeyOf,
  connectPlatform,
  openCase,
  registerCase,
  registration,
  type TestPlatform,
} from '../../support/cases/platform.js';
import { seenOf, serveCases } from '../../support/cases/server.js';
import { createTestDatabase, type TestDatabase } from '../../support/postgres/database.js';

const at = new Date('2025-07-31T02:00:00Z');

describe('cases over HTTP', () => {
  let database: TestDatabase;
  let platform: TestPlatform;
  let served: Awaited<ReturnType<typeof serveCases>>;
  let card: MockCard;
  let registrar: string;
  let auditor: string;
  beforeAll(async () => {
    const pki = DemoPki.create({ seed: 'cases over http', at });
    card = pki.issueCard({
      name: '王領銜',
      nationalId: 'A123456789',
      holderSerialNumber: '0000000114000001',
    });
    database = await createTestDatabase();
    platform = await connectPlatform(database.url, at, commissionKeyOf(pki.commission));
    served = await serveCases(platform);
    registrar = await served.sessions.staff('registrar');
    auditor = await served.sessions.staff('auditor');
  });
  afterAll(async () => {
    await served.server.stop();
    await platform.close();
    await database.drop();
  });

  const get = (path: string, token?: string): Promise<Response> => {
    const request = served.server.request.get(`/api/v1/${path}`);
    return Promise.resolve(token === undefined ? request : request.set('authorization', `Bearer ${token}`));
  };
  const post = (path: string, token: string, body: object): Promise<Response> =>
    Promise.resolve(
      served.server.request.post(`/api/v1/${path}`).set('authorization', `Bearer ${token}`).send(body),
    );
  const entered = (number: string): Record<string, unknown> => ({
    ...registration(card, number),
    leadSigningCertificate: Buffer.from(card.signingCertificate).toString('base64'),
    leadEncryptionCertificate: Buffer.from(card.encryptionCertificate).toString('base64'),
  });

  it('registers a case, issues its code once, and stops it', async () => {
    const registered = await post('staff/cases', registrar, entered('9001'));
    expect(registered.status).toBe(201);
    expect(registered.body).toMatchObject({ number: '9001', threshold: 15, state: 'registered', rounds: [] });
    const issued = await post('staff/cases/9001/code', registrar, { paperFormOn: '2025-07-31' });
    expect(issued.status).toBe(201);
    expect(issued.body).toMatchObject({
      case: { state: 'code-issued', rounds: [{ round: 1, firstDay: '2025-08-01', lastDay: '2026-01-31' }] },
    });
    expect((issued.body as { accessCode: string }).accessCode).toMatch(/^[0-9A-Z]{6}(-[0-9A-Z]{5}){4}$/);
    const again = await post('staff/cases/9001/code', registrar, {});
    expect(again.status).toBe(409);
    expect(again.body).toMatchObject({ code: 'transition-not-allowed' });
    const stopped = await post('staff/cases/9001/stop', registrar, {});
    expect(stopped.body).toMatchObject({ state: 'stopped' });
    expect((await get('staff/cases/9001', auditor)).body).toEqual(stopped.body);
    const events = await platform.owner.query<{ action: string; actor: string }[]>(
      'SELECT action, actor FROM audit_event WHERE case_number = $1 ORDER BY seq',
      ['9001'],
    );
    expect(events.map(({ action }) => action)).toEqual([
      'case-registered',
      'access-code-issued',
      'case-stop',
    ]);
    for (const { actor } of events) expect(actor).toMatch(/^staff:[0-9a-f-]{36}$/);
  });

  it.each([
    ['an unknown field', { state: 'established' }, 400, 'request-invalid'],
    ['a number that is not text', { number: 9002 }, 400, 'request-invalid'],
    ['no main text', { mainText: undefined }, 400, 'request-invalid'],
    ['an elector total in text', { electorTotal: '1000' }, 400, 'request-invalid'],
    ['a certificate that is not base64', { leadSigningCertificate: '*' }, 400, 'request-invalid'],
    ['a certificate of noise', { leadSigningCertificate: 'AAAA' }, 400, 'lead-certificate-malformed'],
    ['101 characters of main text', { mainText: '字'.repeat(101) }, 422, 'case-main-text-length'],
    ['a number too long', { number: '12345678901' }, 400, 'case-number-malformed'],
    ['a number that is taken', { number: '9001' }, 409, 'case-exists'],
  ])('refuses %s', async (_what, change, status, code) => {
    const answer = await post('staff/cases', registrar, { ...entered('9002'), ...change });
    expect({ status: answer.status, code: (answer.body as { code: string }).code }).toEqual({ status, code });
    expect((await get('staff/cases/9002', registrar)).status).toBe(404);
  });

  it.each([
    ['an unknown field', { day: '2025-07-31' }, 400, 'request-invalid'],
    ['a day of another form', { paperFormOn: '31/07/2025' }, 400, 'request-invalid'],
    ['a day the calendar lacks', { paperFormOn: '2025-02-30' }, 400, 'day-malformed'],
    ['a day to come', { paperFormOn: '2025-08-01' }, 422, 'day-out-of-range'],
  ])('refuses a code with %s', async (_what, body, status, code) => {
    await post('staff/cases', registrar, entered('9003'));
    const answer = await post('staff/cases/9003/code', registrar, body);
    expect({ status: answer.status, code: (answer.body as { code: string }).code }).toEqual({ status, code });
  });

  it.each([
    ['no session', undefined, 401],
    ['another role', 'auditor', 403],
  ] as const)('lets nobody register with %s', async (_who, who, status) => {
    const token = who === undefined ? 'none' : auditor;
    for (const path of ['staff/cases', 'staff/cases/9001/code', 'staff/cases/9001/stop'])
      expect((await post(path, token, {})).status).toBe(status);
  });

  it('shows a case to everybody from the day its round opens, and not before', async () => {
    platform.clock.set(at);
    const { referendum } = await registerCase(platform, card, '9010');
    const unknown = seenOf(await get('cases/999999'));
    for (const path of [
      'cases/9010',
      'cases/9010/document',
      'cases/abc',
      'cases/0',
      `cases/${'9'.repeat(100)}`,
    ])
      expect(seenOf(await get(path))).toEqual(unknown);
    await openCase(platform, card, referendum.number);
    const shown = await get('cases/9010');
    expect(shown.body).toMatchObject({
      number: '9010',
      state: 'collecting',
      threshold: 15,
      rounds: [{ round: 1, firstDay: '2025-08-01', lastDay: '2026-01-31' }],
    });
    const document = await served.server.request.get('/api/v1/cases/9010/document').buffer(true);
    expect(document.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(createHash('sha256').update(document.text, 'utf8').digest('hex')).toBe(
      (shown.body as { documentDigest: string }).documentDigest,
    );
  });

  it('answers everybody and staff alike, byte for byte, whatever was collected', async () => {
    platform.clock.set(at);
    const { referendum } = await registerCase(platform, card, '9020');
    const round = await openCase(platform, card, caseNumber('9020'));
    const look = async (): Promise<unknown[]> => {
      const answers: unknown[] = [];
      for (const path of ['cases/9020', 'cases/9020/document']) answers.push(seenOf(await get(path)));
      for (const path of ['staff/cases', 'staff/cases/9020']) answers.push(seenOf(await get(path, auditor)));
      answers.push(
        await platform.staff.query(
          'SELECT id, collecting, opened_on, submitted_at, submitted_count FROM round',
        ),
      );
      await expect(platform.staff.query('SELECT held_until FROM round')).rejects.toThrow('42501');
      answers.push(await platform.staff.query('SELECT * FROM referendum_case'));
      answers.push(await platform.staff.query('SELECT * FROM sealed_record'));
      answers.push(await platform.staff.query('SELECT * FROM audit_event'));
      return answers;
    };
    const before = await look();
    for (let count = 0; count < 50; count++)
      await platform.coSign(round.id, round.publicKey ?? new Uint8Array(), round.firstDay);
    await platform.lead.progress(referendum.number);
    expect(await look()).toEqual(before);
  });
});
