import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CalendarService, CaseService } from '../../../src/cases/index.js';
import { CheckingService } from '../../../src/checking/index.js';
import type { CaseNumber } from '../../../src/core/identifiers.js';
import { type ApiClient, valueOf } from '../../../src/devkit/index.js';
import type { TestApplication, TestCase } from '../../support/application/application.js';
import {
  approved,
  collectingCase,
  enterStaff,
  issuedCase,
  stopped,
} from '../../support/application/cases.js';
import { carryOut, caseOf } from '../../support/application/check-services.js';
import { citizens, coSign } from '../../support/application/co-signers.js';
import { TestInstallation } from '../../support/application/installation.js';

const noon = (day: string): Date => new Date(`${day}T04:00:00Z`);

describe('days that two people enter', () => {
  let installation: TestInstallation;
  let application: TestApplication;
  let main: TestCase;
  beforeAll(async () => {
    installation = await TestInstallation.create();
    application = await installation.start();
    await enterStaff(application);
    // Its last day is Wednesday, 2 September 2026.
    main = await collectingCase(application, '9001', installation.people.lead);
  });
  afterAll(() => installation.remove());

  const registrar = (): Promise<ApiClient> => application.as('registrar');
  const enter = async (path: string, body: object): Promise<{ readonly state: string }> =>
    approved(application, await (await registrar()).post(`staff/${path}`, body));
  const closed = (day: string, kind = 'natural-disaster'): Promise<{ readonly state: string }> =>
    enter('closures', { day, kind, reference: '行政院人事行政總處公告', area: '臺北市' });
  const lastDayOf = async (number: string): Promise<string | undefined> =>
    (await caseOf(application, number as CaseNumber)).rounds.at(-1)?.lastDay;
  const events = async (action: string): Promise<readonly object[]> => {
    const rows = await application.databases.owner.query<{ actor: string; details: string }[]>(
      'SELECT actor, case_number, details FROM audit_event WHERE action = $1 ORDER BY seq',
      [action],
    );
    return rows.map(({ details, ...row }) => ({ ...row, details: JSON.parse(details) as object }));
  };

  it('ACT 6: nothing moves before the second person has signed, who reads what it is', async () => {
    await installation.moveTo(noon('2026-09-01'));
    const day = { day: '2026-09-02', kind: 'natural-disaster', reference: '公告' };
    const { statement } = await (await registrar()).post<{ statement: string }>('staff/closures', day);
    expect(statement).toContain('作業：登錄機關停止上班日，順延各案期間末日（enter-closure）');
    expect(statement).toContain('停止上班日：2026-09-02');
    expect(statement).toContain('停止上班事由：天然災害停止上班');
    expect(statement).toContain('順延之案件及末日：9001：2026-09-02 → 2026-09-03');
    expect(await lastDayOf('9001')).toBe('2026-09-02');
    expect(await application.api.get('closures')).toEqual({ closures: [] });
  });

  it('ACT 6: a last day on which a typhoon closes the offices moves, is published, in the log, and told to the lead', async () => {
    expect(await closed('2026-09-02')).toMatchObject({ state: 'executed' });
    expect(await lastDayOf('9001')).toBe('2026-09-03');
    expect(await application.api.get('closures')).toEqual({
      closures: [
        {
          day: '2026-09-02',
          kind: 'natural-disaster',
          reference: '行政院人事行政總處公告',
          area: '臺北市',
        },
      ],
    });
    expect(await application.api.get('status')).toMatchObject({ closures: [{ day: '2026-09-02' }] });
    expect(await events('office-closure-entered')).toMatchObject([
      { case_number: null, details: { day: '2026-09-02', kind: 'natural-disaster' } },
    ]);
    expect(await events('last-day-moved')).toMatchObject([
      {
        actor: 'system',
        case_number: '9001',
        details: { from: '2026-09-02', to: '2026-09-03', round: 1, article: 'ACT 6' },
      },
    ]);
    expect(await (await application.asLead(main)).get('lead/progress')).toMatchObject({
      lastDay: '2026-09-03',
      daysLeft: 3,
      movedBy: [{ day: '2026-09-02', reference: '行政院人事行政總處公告' }],
    });
  });

  it('ACT 6: a chain over a weekend and a holiday ends on the next day that the offices are open', async () => {
    await closed('2026-09-07', 'holiday');
    await closed('2026-09-03');
    expect(await lastDayOf('9001')).toBe('2026-09-04');
    await closed('2026-09-04');
    // Saturday, Sunday, and the holiday on Monday.
    expect(await lastDayOf('9001')).toBe('2026-09-08');
    await installation.moveTo(noon('2026-09-08'));
    expect(await coSign(application, '9001', citizens(1))).toHaveLength(1);
  });

  it('ACT 6: a holiday moves no last day, nor does a closure of another day', async () => {
    await closed('2026-09-10', 'holiday');
    await closed('2026-09-09');
    expect(await lastDayOf('9001')).toBe('2026-09-08');
  });

  it('ACT 6: a closure that is entered after the round has lapsed lets it go on', async () => {
    await installation.moveTo(noon('2026-09-09'));
    const stateOf = async (): Promise<string> => (await caseOf(application, '9001' as CaseNumber)).state;
    expect(await stateOf()).toBe('lapsed');
    await application.get(CaseService).endPeriods();
    await closed('2026-09-08');
    expect(await stateOf()).toBe('collecting');
    // The next two days were closed as well.
    expect(await lastDayOf('9001')).toBe('2026-09-11');
    await installation.moveTo(noon('2026-09-11'));
    expect(await coSign(application, '9001', citizens(2).slice(1))).toHaveLength(1);
  });

  it('ACT 6: what is stored as ended two weeks later stays ended', async () => {
    await installation.moveTo(noon('2026-09-25'));
    expect(await application.get(CaseService).endPeriods()).toEqual([]);
    await installation.moveTo(noon('2026-09-26'));
    expect(await application.get(CaseService).endPeriods()).toEqual(['9001']);
    await closed('2026-09-11');
    expect((await caseOf(application, '9001' as CaseNumber)).state).toBe('lapsed');
    expect(await lastDayOf('9001')).toBe('2026-09-11');
  });

  it('REG 4: the ten days of a notice are moved as well, at the registration or later', async () => {
    await closed('2026-10-02');
    const { lead } = installation.people;
    await issuedCase(application, '9002', lead);
    const cases = application.get(CaseService);
    const found = await caseOf(application, '9002' as CaseNumber);
    const registration = { ...found, electorTotal: 200, noticedOn: '2026-09-22' as never };
    // The tenth day is the second of October, a Friday.
    expect(valueOf(await cases.register({ ...registration, number: '9003' })).codeDueOn).toBe('2026-10-05');
    valueOf(await cases.register({ ...registration, number: '9004', noticedOn: '2026-09-20' as never }));
    expect((await caseOf(application, '9004' as CaseNumber)).codeDueOn).toBe('2026-09-30');
    await closed('2026-09-30');
    expect((await caseOf(application, '9004' as CaseNumber)).codeDueOn).toBe('2026-10-01');
  });

  it('what was overlooked is moved by the regular job', async () => {
    const { owner } = application.databases;
    await owner.query(
      `INSERT INTO office_closure VALUES ('2026-10-01', 'natural-disaster', 'by hand', NULL, '2026-09-25')`,
    );
    await application.get(CalendarService).moveDays();
    expect((await caseOf(application, '9004' as CaseNumber)).codeDueOn).toBe('2026-10-05');
  });

  it('staff see what is due, the first in front (REG 4, ACT 12)', async () => {
    const { due } = await (await registrar()).get<{ due: readonly object[] }>('staff/due');
    expect(due).toMatchObject([
      { case: '9003', limit: 'access-code', since: '2026-09-22', dueOn: '2026-10-05', daysLeft: 10 },
      { case: '9004', limit: 'access-code', dueOn: '2026-10-05', overdue: false },
      { case: '9002', limit: 'submission', round: 1, article: 'ACT 12' },
    ]);
  });

  it('RULES 9, REG 8: thirty days run from the delivery that two people enter, and pass without a code', async () => {
    const { owner } = application.databases;
    await owner.query(
      `INSERT INTO referendum_case SELECT (jsonb_populate_record(c, '{"number":"9005","state":"supplement-due",
         "supplement_noticed_on":"2026-09-20","code_due_on":"2026-10-20"}')).* FROM referendum_case c WHERE number = '9002'`,
    );
    const number = '9005' as CaseNumber;
    await enter('cases/9005/supplement-notice', { noticedOn: '2026-09-25' });
    expect(await caseOf(application, number)).toMatchObject({
      state: 'supplement-due',
      supplementNoticedOn: '2026-09-25',
      codeDueOn: '2026-10-25',
    });
    expect(await events('supplement-noticed')).toMatchObject([
      { case_number: '9005', details: { noticedOn: '2026-09-25', lastDay: '2026-10-25' } },
    ]);
    await installation.moveTo(noon('2026-10-25'));
    expect((await caseOf(application, number)).state).toBe('supplement-due');
    await installation.moveTo(noon('2026-10-26'));
    expect((await caseOf(application, number)).state).toBe('not-established');
    expect(await application.get(CaseService).issueCode(number)).toMatchObject({
      failure: { code: 'period-over', values: { lastDay: '2026-10-25' } },
    });
    await installation.moveTo(noon('2026-11-09'));
    expect(await application.get(CaseService).endPeriods()).toContain('9005');
    expect(await events('case-end-period')).toContainEqual(
      expect.objectContaining({
        case_number: '9005',
        details: expect.objectContaining({ from: 'supplement-due', to: 'not-established' }),
      }),
    );
  });

  it('REG 12: nothing is destroyed within two years of the announcement, nor while a lawsuit is open', async () => {
    const plan = (): ReturnType<CheckingService['purgePlan']> =>
      application.get(CheckingService).purgePlan('9002' as CaseNumber);
    await stopped(application, '9002');
    expect(valueOf(await plan())).toMatchObject({ dueOn: '2029-03-26', onHold: false });
    await installation.moveTo(noon('2027-05-31'));
    await enter('cases/9002/announcement', { announcedOn: '2027-05-31' });
    expect(valueOf(await plan())).toMatchObject({ announcedOn: '2027-05-31', dueOn: '2029-05-31' });
    await enter('cases/9002/hold', { reference: '臺北高等行政法院 116 年度訴字第 1 號' });
    await installation.moveTo(noon('2029-07-01'));
    const purge = (): Promise<unknown> =>
      application.get(CheckingService).approvalContent('purge', '9002' as CaseNumber);
    expect(await purge()).toMatchObject({ failure: { code: 'purge-on-hold' } });
    const destroyed = application.databases.checking.query(`SELECT destroy_records('9002', '2029-07-01')`);
    await expect(destroyed).rejects.toThrow('42501');
    await enter('cases/9002/final-ruling', { finalRulingOn: '2029-06-30' });
    expect(valueOf(await plan())).toMatchObject({ dueOn: '2029-09-30', onHold: false });
    expect(await purge()).toMatchObject({
      failure: { code: 'purge-too-early', values: { dueOn: '2029-09-30' } },
    });
    await installation.moveTo(noon('2029-10-01'));
    await carryOut(application, 'purge', '9002' as CaseNumber);
    expect(await plan()).toMatchObject({ failure: { code: 'purge-done-already' } });
    expect(await events('litigation-hold-lifted')).toMatchObject([
      { details: { finalRulingOn: '2029-06-30' } },
    ]);
  });
});
