import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ServiceSwitches, SWITCH_STORE, type SwitchStore } from '../../../src/cases/index.js';
import { LOG, type Log } from '../../../src/core/log.js';
import type { TestApplication } from '../../support/application/application.js';
import { approved, twoCases } from '../../support/application/cases.js';
import { citizens, coSign } from '../../support/application/co-signers.js';
import { TestInstallation } from '../../support/application/installation.js';

let installation: TestInstallation;
let application: TestApplication;
let cases: Awaited<ReturnType<typeof twoCases>>;

beforeAll(async () => {
  installation = await TestInstallation.create();
  application = await installation.start();
  cases = await twoCases(application);
  await installation.nextDay();
});
afterAll(() => installation.remove());

const reasons = { reasonZhTW: '讀卡元件更新', reasonEn: 'The card program is being updated' };

/** Has two people turn a switch, and answers what the second signed. */
async function turn(path: string, body: object): Promise<string> {
  const request = await (
    await application.as('registrar')
  ).post<{ id: string; statement: string }>(`staff/${path}`, body);
  expect(await approved(application, request)).toMatchObject({ state: 'executed' });
  return request.statement;
}

const challenge = async (number: string): Promise<unknown> => {
  const { status, body, headers } = await application.request
    .post(`/api/v1/cases/${number}/challenges`)
    .send({});
  const { code } = body as { code?: string };
  const seconds = Number(headers['retry-after']);
  return status === 201
    ? 'issued'
    : `${String(code)} ${seconds >= 45 && seconds <= 90 ? 'with time' : 'without'}`;
};
const read = async (path: string): Promise<Record<string, unknown>> =>
  (await application.request.get(`/api/v1/${path}`).expect(200)).body as Record<string, unknown>;

describe('what two people switch off', () => {
  it('is the intake of one case: nothing that was taken goes, no day moves, and everybody sees it', async () => {
    const [early, late] = citizens(2);
    await coSign(application, '9001', [early!]);
    const before = await read('cases/9001');
    const since = installation.clock.now().toISOString();
    const statement = await turn('cases/9001/intake-pause', { on: true, ...reasons });
    expect(statement).toContain('作業：暫停本案收件（pause-case-intake）');
    expect(statement).toContain('事由：讀卡元件更新');
    expect(await challenge('9001')).toBe('intake-paused with time');
    expect(await challenge('9002')).toBe('issued');
    await expect(coSign(application, '9001', [late!])).rejects.toThrow('intake-paused');
    expect(await read('cases/9001')).toEqual({ ...before, intakePaused: { since, ...reasons } });
    expect(await read('cases/9002')).not.toHaveProperty('intakePaused');
    const paused = { name: 'intake-paused', case: '9001', since, ...reasons };
    expect(await read('status')).toMatchObject({ works: true, switches: [paused] });
    await turn('cases/9001/intake-pause', { on: false });
    expect(await read('cases/9001')).toEqual(before);
    expect(await read('status')).toMatchObject({ switches: [] });
    await coSign(application, '9001', [late!]);
    const events = await application.databases.owner.query<{ action: string }[]>(
      `SELECT action, case_number FROM audit_event WHERE action LIKE '%intake%' ORDER BY seq`,
    );
    expect(events).toEqual([
      { action: 'case-intake-paused', case_number: '9001' },
      { action: 'case-intake-resumed', case_number: '9001' },
    ]);
  });

  it('is the intake of all cases, in every process', async () => {
    const other = await installation.start({ database: application.database });
    await turn('switches', { name: 'intake-paused', on: true, ...reasons });
    expect([await challenge('9001'), await challenge('9002')]).toEqual(
      Array.from({ length: 2 }, () => 'intake-paused with time'),
    );
    await other.get(ServiceSwitches).run();
    await other.request.post('/api/v1/cases/9001/challenges').send({}).expect(503);
    expect(await read('status')).toMatchObject({ works: false });
    await turn('switches', { name: 'intake-paused', on: false });
    expect(await challenge('9001')).toBe('issued');
    await other.stop();
  });

  it('is everything but public reads and what ends it', async () => {
    const lead = await application.asLead(cases.main);
    await turn('switches', { name: 'read-only', on: true, ...reasons });
    expect(await challenge('9001')).toMatch(/^(?:service-read-only|intake-paused) with time$/);
    await expect(lead.get('lead/progress')).rejects.toThrow('service-read-only');
    const registrar = await application.as('registrar');
    await expect(registrar.post('staff/cases/9001/stop')).rejects.toThrow('service-read-only');
    await registrar.get('staff/cases');
    await read('cases');
    await turn('switches', { name: 'read-only', on: false });
    expect(await lead.get('lead/progress')).toMatchObject({ recordCount: 2 });
  });

  it('can’t be turned twice by two approvals of the same', async () => {
    const registrar = await application.as('registrar');
    const ask = () =>
      registrar.post<{ id: string; statement: string }>('staff/switches', {
        name: 'intake-paused',
        on: true,
        ...reasons,
      });
    const [first, second] = [await ask(), await ask()];
    await approved(application, first);
    await expect(approved(application, second)).rejects.toThrow('approval-outdated');
    await turn('switches', { name: 'intake-paused', on: false });
  });

  it('stays as it was last seen while the database can’t be asked, with one line in the log', async () => {
    await turn('cases/9001/intake-pause', { on: true, ...reasons });
    const warned = jest.spyOn(application.get<Log>(LOG), 'warn');
    const away = jest
      .spyOn(application.get<SwitchStore>(SWITCH_STORE), 'all')
      .mockRejectedValue(new Error('away'));
    const switches = application.get(ServiceSwitches);
    for (let n = 0; n < 3; n++) await switches.run();
    expect(await challenge('9001')).toBe('intake-paused with time');
    expect(warned).toHaveBeenCalledTimes(1);
    away.mockRestore();
    await switches.run();
    await turn('cases/9001/intake-pause', { on: false });
  });
});
