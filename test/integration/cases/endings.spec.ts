import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { CalendarService, CaseService } from '../../../src/cases/index.js';
import { VERDICT_STORE, type VerdictStore } from '../../../src/checking/index.js';
import { HOLDER_TAG_KEYS } from '../../../src/cosigning/index.js';
import type { HolderTagKeys } from '../../../src/cosigning/ports.js';
import { sha256 } from '../../../src/core/sha256.js';
import { LosableConnections } from '../../support/postgres/lost-connection.js';
import { begins } from '../../support/demo-pki.js';
import { valueOf } from '../../../src/devkit/index.js';
import type { TestApplication } from '../../support/application/application.js';
import {
  caseNumber,
  type CaseServices,
  caseServices,
  openCase,
  registerCase,
  registration,
} from '../../support/application/case-services.js';
import { carryOut, checkServices, collectRound } from '../../support/application/check-services.js';
import { citizens } from '../../support/application/co-signers.js';
import { TestInstallation } from '../../support/application/installation.js';

const day = (text: string): Date => new Date(`${text}T04:00:00Z`);

describe('a case ends', () => {
  let installation: TestInstallation;
  let application: TestApplication;
  let services: CaseServices;
  beforeAll(async () => {
    installation = await TestInstallation.create();
    application = await installation.start();
    services = caseServices(application);
  });
  afterAll(() => installation.remove());

  const key = (number: string): Promise<object | undefined> =>
    application.get<HolderTagKeys>(HOLDER_TAG_KEYS).find(caseNumber(number));
  const stateOf = async (number: string): Promise<string | undefined> =>
    (await services.cases.find(caseNumber(number)))?.state;
  const asStored = (number: string): Promise<unknown> =>
    application.databases.owner.query(
      `SELECT state, state_since::text AS since FROM referendum_case WHERE number = $1`,
      [number],
    );

  it('REG 4, ACT 10: lapses where no code was issued within ten days of the notice', async () => {
    const { lead } = installation.people;
    const entered = { ...registration(lead, '9201'), noticedOn: '2026-02-25' as never };
    const { number } = valueOf(await services.cases.register(entered));
    services.clock.set(day('2026-03-07'));
    expect(await stateOf('9201')).toBe('registered');
    services.clock.set(day('2026-03-08'));
    expect(await stateOf('9201')).toBe('lapsed');
    expect(await services.cases.issueCode(number)).toMatchObject({
      failure: { code: 'period-over', values: { lastDay: '2026-03-07' } },
    });
    services.clock.set(begins);
  });

  it('REG 4: takes a code on the tenth day', async () => {
    const entered = { ...registration(installation.people.lead, '9202'), noticedOn: '2026-02-20' as never };
    const { number } = valueOf(await services.cases.register(entered));
    expect(valueOf(await services.cases.issueCode(number)).referendum.state).toBe('code-issued');
  });

  it.each(['2026-03-03', '2026-02-19'])('REG 4: registers no case noticed on %s', async (noticedOn) => {
    const entered = { ...registration(installation.people.lead, '9203'), noticedOn: noticedOn as never };
    expect(await services.cases.register(entered)).toEqual({
      ok: false,
      failure: { code: 'notice-out-of-range' },
    });
  });

  it('REG 12: destroys the key of its holder tags when it is stopped', async () => {
    const { referendum } = await registerCase(services, installation.people.lead, '9204');
    await openCase(services, installation.people.lead, referendum.number);
    expect(await key('9204')).toBeDefined();
    valueOf(await services.cases.apply(referendum.number, 'stop'));
    expect(await key('9204')).toBeUndefined();
    expect(await asStored('9204')).toEqual([{ state: 'stopped', since: '2026-03-03' }]);
    services.clock.set(begins);
  });

  it('REG 12: destroys the key when it lapses, also where the process ended in between', async () => {
    const { referendum } = await registerCase(services, installation.people.lead, '9205');
    await openCase(services, installation.people.lead, referendum.number);
    await application.databases.owner.query(
      `UPDATE referendum_case SET state = 'lapsed' WHERE number = '9205'`,
    );
    await services.cases.endPeriods();
    expect(await key('9205')).toBeUndefined();
    services.clock.set(begins);
  });
});

describe('what two people enter', () => {
  let installation: TestInstallation;
  let application: TestApplication;
  beforeAll(async () => {
    installation = await TestInstallation.create();
    application = await installation.start();
    const services = caseServices(application);
    const entered = { ...registration(installation.people.lead, '9301'), noticedOn: '2026-02-22' as never };
    valueOf(await services.cases.register(entered));
    await registerCase(services, installation.people.otherLead, '9302');
  });
  afterAll(() => installation.remove());

  const by = { actor: 'staff:approver', request: '01890000-0000-7000-8000-000000000001' } as const;
  const closure = { day: '2026-03-04', kind: 'natural-disaster', reference: '公告' } as const;

  it.each<[string, (application: TestApplication) => Promise<unknown>]>([
    [
      'a closure, with the days that it moves',
      async (of) => valueOf(await of.get(CalendarService).enterClosure(closure as never, by)),
    ],
    [
      'other certificates of a lead',
      async (of) => {
        const { lead, deputy } = installation.people;
        const {
          signingCertificate: leadSigningCertificate,
          encryptionCertificate: leadEncryptionCertificate,
        } = deputy;
        const replaced = sha256(lead.signingCertificate);
        const pair = { leadSigningCertificate, leadEncryptionCertificate };
        const done = await of
          .get(CaseService)
          .replaceLeadCertificates(caseNumber('9301'), replaced, pair, by);
        expect(done).toBe(true);
      },
    ],
    [
      'a lawsuit',
      async (of) => valueOf(await of.get(CalendarService).enterHold(caseNumber('9301'), '法院', by)),
    ],
  ])('is written as a whole or not at all, wherever the connection is lost: %s', async (_what, enter) => {
    const { owner, staff, lead, checking, intake } = application.databases;
    const connections = new LosableConnections(owner, [staff, lead, checking, intake]);
    expect(await connections.cutShortEverywhere(() => enter(application))).toBeGreaterThan(3);
  });

  it('has moved the ten days, and nothing else', async () => {
    const days: unknown = await application.databases.owner.query(
      'SELECT number, code_due_on::text AS due FROM referendum_case ORDER BY number',
    );
    expect(days).toEqual([
      { number: '9301', due: '2026-03-05' },
      { number: '9302', due: '2026-03-12' },
    ]);
  });
});

describe('a case is stopped while it is checked (REG 10)', () => {
  let installation: TestInstallation;
  let application: TestApplication;
  beforeAll(async () => {
    installation = await TestInstallation.create();
    application = await installation.start();
  });
  afterAll(() => installation.remove());

  it('the batch that runs ends with its chunk, and nothing of the check is written any more', async () => {
    const round = await collectRound(application, citizens(3), 200);
    await round.submit();
    const verdicts = application.get<VerdictStore>(VERDICT_STORE);
    const add = verdicts.addChunk.bind(verdicts);
    jest.spyOn(verdicts, 'addChunk').mockImplementation(async (...added) => {
      valueOf(await application.get(CaseService).apply(round.number, 'stop'));
      return add(...added);
    });
    await carryOut(application, 'start-check', round.number);
    const { checks, checking } = checkServices(application);
    await checks.settled();
    const { owner } = application.databases;
    expect(await owner.query('SELECT phase, judged FROM verification_batch')).toEqual([
      { phase: 'judging', judged: 0 },
    ]);
    expect(await owner.query('SELECT FROM verdict')).toEqual([]);
    expect(application.log.filter((line) => line.includes('check paused'))).toHaveLength(1);
    expect(application.log.filter((line) => line.includes('check stopped by a bug'))).toEqual([]);
    for (const action of ['send-roster', 'import-answer', 'confirm-result'] as const)
      expect(await checking.approvalContent(action, round.number)).toMatchObject({
        failure: { code: 'check-not-ready' },
      });
    const keys = application.get<HolderTagKeys>(HOLDER_TAG_KEYS);
    expect(await keys.find(round.number)).toBeUndefined();
  });
});
