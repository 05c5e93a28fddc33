import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Response } from 'supertest';
import { base64, openAsLead, signInLead } from '../../../src/devkit/index.js';
import type { TestApplication } from '../../support/application/application.js';
import { approved, caseText, collectingCase, issuedCase } from '../../support/application/cases.js';
import { citizens, coSign } from '../../support/application/co-signers.js';
import { exchange, type Seen } from '../../support/application/exchange.js';
import { TestInstallation } from '../../support/application/installation.js';

describe('cases over HTTP', () => {
  let installation: TestInstallation;
  let application: TestApplication;
  let registrar: string;
  let auditor: string;
  beforeAll(async () => {
    installation = await TestInstallation.create();
    application = await installation.start();
    await signIn();
  });
  afterAll(() => installation.remove());

  const signIn = async (): Promise<void> => {
    registrar = (await application.as('registrar')).token ?? '';
    auditor = (await application.as('auditor')).token ?? '';
  };
  const get = (path: string, token?: string): Promise<Response> => {
    const request = application.request.get(`/api/v1/${path}`);
    return Promise.resolve(token === undefined ? request : request.set('authorization', `Bearer ${token}`));
  };
  const post = (path: string, token: string, body: object): Promise<Response> =>
    Promise.resolve(
      application.request.post(`/api/v1/${path}`).set('authorization', `Bearer ${token}`).send(body),
    );
  const seen = (path: string, token?: string): Promise<Seen> =>
    exchange(application, { method: 'get', path: `/api/v1/${path}`, token });
  const entered = (number: string): Record<string, unknown> => {
    const { signingCertificate, encryptionCertificate } = installation.people.lead;
    return {
      ...caseText(number),
      leadSigningCertificate: base64(signingCertificate),
      leadEncryptionCertificate: base64(encryptionCertificate),
      electorTotal: 1000,
      noticedOn: '2026-03-02',
    };
  };

  it('registers a case, issues its code once, and stops it', async () => {
    const registered = await post('staff/cases', registrar, entered('9001'));
    expect(registered.status).toBe(201);
    expect(registered.body).toMatchObject({ number: '9001', threshold: 15, state: 'registered', rounds: [] });
    const issued = await post('staff/cases/9001/code', registrar, { paperFormOn: '2026-03-02' });
    expect(issued.status).toBe(201);
    expect(issued.body).toMatchObject({
      case: { state: 'code-issued', rounds: [{ round: 1, firstDay: '2026-03-03', lastDay: '2026-09-02' }] },
    });
    expect((issued.body as { accessCode: string }).accessCode).toMatch(/^[0-9A-Z]{6}(-[0-9A-Z]{5}){4}$/);
    const again = await post('staff/cases/9001/code', registrar, {});
    expect(again.status).toBe(409);
    expect(again.body).toMatchObject({ code: 'transition-not-allowed' });
    const asked = await post('staff/cases/9001/stop', registrar, {});
    expect([asked.status, asked.body]).toMatchObject([201, { action: 'stop-case', state: 'pending' }]);
    expect((await get('staff/cases/9001', auditor)).body).toMatchObject({ state: 'code-issued' });
    const request = asked.body as { id: string; statement: string };
    expect(request.statement).toContain('\n作業：停止連署（stop-case）\n案號：9001\n');
    expect(await approved(application, request)).toMatchObject({ state: 'executed' });
    expect((await get('staff/cases/9001', auditor)).body).toMatchObject({ state: 'stopped' });
    const events = await application.databases.owner.query<{ action: string; actor: string }[]>(
      'SELECT action, actor FROM audit_event WHERE case_number = $1 ORDER BY seq',
      ['9001'],
    );
    expect(events.map(({ action }) => action)).toEqual([
      'case-registered',
      'access-code-issued',
      'approval-requested',
      'approval-approved',
      'case-stop',
      'approval-executed',
    ]);
    const byPeople = events.filter(({ action }) => action !== 'approval-executed');
    for (const { actor } of byPeople) expect(actor).toMatch(/^staff:[0-9a-f-]{36}$/);
  });

  it('stops no case that has moved since it was asked for, nor one that is stopped already', async () => {
    await post('staff/cases', registrar, entered('9007'));
    const ask = async () =>
      (await post('staff/cases/9007/stop', registrar, {})).body as { id: string; statement: string };
    const tooEarly = await ask();
    await post('staff/cases/9007/code', registrar, {});
    await expect(approved(application, tooEarly)).rejects.toMatchObject({ code: 'approval-outdated' });
    const [first, second] = [await ask(), await ask()];
    await approved(application, first);
    await expect(approved(application, second)).rejects.toMatchObject({ code: 'approval-outdated' });
    await expect(approved(application, await ask())).rejects.toMatchObject({
      code: 'transition-not-allowed',
    });
  });

  it('replaces a code that was lost once two people want it, and not by another that was asked for', async () => {
    const lead = installation.people.deputy;
    const issued = await issuedCase(application, '9008', lead);
    const ask = async () =>
      (await post('staff/cases/9008/code/replacement', registrar, {})).body as {
        accessCode: string;
        request: { id: string; statement: string };
      };
    const [wanted, other] = [await ask(), await ask()];
    const signsIn = (accessCode: string) =>
      signInLead(application.api, lead, accessCode).then(
        () => true,
        () => false,
      );
    expect(await signsIn(issued.accessCode)).toBe(true);
    expect(await signsIn(wanted.accessCode)).toBe(false);
    expect(await approved(application, wanted.request)).toMatchObject({ state: 'executed' });
    const codes = [issued, wanted, other].map(({ accessCode }) => signsIn(accessCode));
    expect(await Promise.all(codes)).toEqual([false, true, false]);
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
    ['an unknown field', { day: '2026-03-02' }, 400, 'request-invalid'],
    ['a day of another form', { paperFormOn: '02/03/2026' }, 400, 'request-invalid'],
    ['a day the calendar lacks', { paperFormOn: '2026-02-30' }, 400, 'day-malformed'],
    ['a day to come', { paperFormOn: '2026-03-03' }, 422, 'day-out-of-range'],
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

  it('shows a case to everybody from the day it collects, and nothing before', async () => {
    const { lead } = installation.people;
    const issued = await issuedCase(application, '9010', lead);
    const unknown = await seen('cases/999999');
    for (const path of [
      'cases/9010',
      'cases/9010/document',
      'cases/abc',
      'cases/0',
      `cases/${'9'.repeat(100)}`,
    ])
      expect(await seen(path)).toEqual(unknown);
    await openAsLead(application.api, issued, lead);
    await installation.nextDay();
    const shown = await get('cases/9010');
    expect(shown.body).toMatchObject({
      number: '9010',
      state: 'collecting',
      threshold: 3,
      rounds: [{ round: 1, firstDay: '2026-03-03', lastDay: '2026-09-02' }],
    });
    const document = await application.request.get('/api/v1/cases/9010/document').buffer(true);
    expect(document.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(createHash('sha256').update(document.text, 'utf8').digest('hex')).toBe(
      (shown.body as { documentDigest: string }).documentDigest,
    );
  });

  it('answers everybody and staff alike, byte for byte, whatever was collected', async () => {
    const collecting = await collectingCase(application, '9020', installation.people.lead);
    await installation.nextDay();
    await signIn();
    const lead = await application.asLead(collecting);
    const look = async (): Promise<unknown[]> => {
      const answers: unknown[] = [];
      for (const path of ['cases/9020', 'cases/9020/document']) answers.push(await seen(path));
      for (const path of ['staff/cases', 'staff/cases/9020']) answers.push(await seen(path, auditor));
      answers.push(
        await application.databases.staff.query(
          'SELECT id, collecting, opened_on, submitted_at, submitted_count FROM round',
        ),
      );
      for (const closed of ['SELECT held_until FROM round', 'SELECT FROM sealed_record'])
        await expect(application.databases.staff.query(closed)).rejects.toThrow('42501');
      answers.push(await application.databases.staff.query('SELECT * FROM referendum_case'));
      answers.push(await application.databases.staff.query('SELECT * FROM audit_event'));
      return answers;
    };
    const before = await look();
    await coSign(application, '9020', citizens(50));
    expect(await lead.get('lead/progress')).toMatchObject({ recordCount: 50 });
    expect(await look()).toEqual(before);
  });
});
