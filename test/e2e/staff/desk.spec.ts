import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type AuditEvent,
  CheckpointJob,
  exportAuditLog,
  AUDIT_LOG,
  CHECKPOINT_STORE,
} from '../../../src/audit/index.js';
import type { AuditLog, CheckpointStore } from '../../../src/audit/index.js';
import { sha256Hex } from '../../../src/core/sha256.js';
import type { TestApplication } from '../../support/application/application.js';
import { approved, enterStaff, issuedCase } from '../../support/application/cases.js';
import { TestInstallation } from '../../support/application/installation.js';

// What the desk asks for beside the steps themselves: what is wrong, what waits for somebody, and what was done.

let installation: TestInstallation;
let application: TestApplication;
beforeAll(async () => {
  installation = await TestInstallation.create();
  application = await installation.start();
  await enterStaff(application);
  await issuedCase(application, '9001', installation.people.lead);
  await issuedCase(application, '9002', installation.people.otherLead);
});
afterAll(() => installation.remove());

interface Asked {
  readonly id: string;
  readonly statement: string;
  readonly subjectDigest: string;
}

const askFor = async (path: string, body: object = {}): Promise<Asked> =>
  (await application.as('registrar')).post<Asked>(`staff/${path}`, body);

describe('what is wrong', () => {
  const alerts = async (): Promise<readonly unknown[]> => {
    const { alerts: told } = await (
      await application.as('auditor')
    ).get<{ alerts: readonly unknown[] }>('staff/alerts');
    return told;
  };

  it('a checkpoint that is missing, and one that is late', async () => {
    expect(await alerts()).toEqual([{ alert: 'checkpoint-late' }]);
    await application.get(CheckpointJob).run();
    expect(await alerts()).toEqual([]);
  });

  it('a switch, with its case', async () => {
    const pause = { on: true, reasonZhTW: '更換伺服器', reasonEn: 'New servers' };
    await approved(application, await askFor('cases/9002/intake-pause', pause));
    const since = installation.clock.now().toISOString();
    expect(await alerts()).toEqual([{ alert: 'intake-paused', case: '9002', since }]);
    await approved(application, await askFor('cases/9002/intake-pause', { on: false }));
    expect(await alerts()).toEqual([]);
  });

  it('pieces of a check that wait, and nobody at work', async () => {
    const { owner } = application.databases;
    await owner.query(
      `INSERT INTO jobs.job (name, start_after) VALUES ('check', now() - interval '5 minutes')`,
    );
    expect(await alerts()).toEqual([{ alert: 'worker-missing', since: expect.any(String) }]);
    await owner.query(
      `INSERT INTO jobs.job (name, state, start_after, heartbeat_on) VALUES ('check', 'active', now(), now())`,
    );
    expect(await alerts()).toEqual([]);
    await owner.query(`DELETE FROM jobs.job WHERE name = 'check'`);
  });
});

describe('requests', () => {
  const idsOf = async (role: 'registrar' | 'approver', query: string): Promise<readonly string[]> => {
    const page = await (
      await application.as(role)
    ).get<{ requests: readonly Asked[] }>(`staff/requests?${query}`);
    return page.requests.map(({ id }) => id);
  };

  it('that wait for who asks: not their own, not those that are over; and those on a case', async () => {
    const hold = await askFor('cases/9001/hold', { reference: '臺北高等行政法院 115 年度訴字第 1 號' });
    // In one instant, the order of identifiers is drawn.
    installation.clock.advance(1);
    const closure = await askFor('closures', { day: '2026-09-02', kind: 'holiday', reference: '公告' });
    expect(await idsOf('approver', 'waiting=true')).toEqual([closure.id, hold.id]);
    expect(await idsOf('registrar', 'waiting=true')).toEqual([]);
    expect(await idsOf('registrar', 'case=9001')).toEqual([hold.id]);
    await approved(application, closure);
    expect(await idsOf('approver', 'waiting=true')).toEqual([hold.id]);
    expect(await idsOf('approver', `waiting=true&before=${hold.id}`)).toEqual([]);
    await installation.moveTo(new Date(installation.clock.now().getTime() + 72 * 3_600_000));
    expect(await idsOf('approver', 'waiting=true')).toEqual([]);
  });

  it('each with exactly what is approved: its SHA-256 is the one in the statement', async () => {
    const { id, subjectDigest, statement } = await askFor('cases/9001/stop');
    const { content } = await (
      await application.as('approver')
    ).get<{ content: string }>(`staff/requests/${id}`);
    const octets = Buffer.from(content, 'base64');
    expect(JSON.parse(octets.toString())).toEqual({
      action: 'stop-case',
      case: '9001',
      state: 'code-issued',
    });
    expect(sha256Hex(octets)).toBe(subjectDigest);
    expect(statement).toContain(subjectDigest);
  });
});

describe('the audit log', () => {
  const search = async (query: string): Promise<readonly AuditEvent[]> => {
    const page = await (
      await application.as('auditor')
    ).get<{ events: readonly AuditEvent[] }>(`staff/audit?${query}`);
    return page.events;
  };

  it('is read from either end, and by action, actor, case and time', async () => {
    const all = await search('limit=1000');
    const { at } = all.at(-1)!;
    const by = (keep: (event: AuditEvent) => boolean) => all.filter(keep).map(({ seq }) => seq);
    const table: readonly (readonly [string, readonly number[]])[] = [
      ['first=latest&after=3&limit=1', [2]],
      ['first=latest&after=3', [2, 1]],
      ['action=case-registered', by(({ action }) => action === 'case-registered')],
      ['actor=system', by(({ actor }) => actor === 'system')],
      ['case=9002', by((event) => event.case === '9002')],
      [`until=${at}`, by((event) => event.at < at)],
      [
        `from=${at}&action=approval-requested`,
        by((event) => event.at >= at && event.action === 'approval-requested'),
      ],
    ];
    for (const [query, wanted] of table) {
      expect(wanted.length).toBeGreaterThan(0);
      expect([query, (await search(query)).map(({ seq }) => seq)]).toEqual([query, wanted]);
    }
  });

  it('is exported line by line as the command prints it, to auditors alone', async () => {
    const sessions = {
      auditor: await application.as('auditor'),
      registrar: await application.as('registrar'),
    };
    const ask = (token: string | undefined) =>
      fetch(`${application.address}/api/v1/staff/audit/export`, {
        headers: { authorization: `Bearer ${token ?? ''}` },
      });
    expect((await ask(sessions.registrar.token)).status).toBe(403);
    const answer = await ask(sessions.auditor.token);
    expect(answer.headers.get('content-type')).toMatch(/^application\/x-ndjson/);
    const lines: string[] = [];
    const log = application.get<AuditLog>(AUDIT_LOG);
    const checkpoints = application.get<CheckpointStore>(CHECKPOINT_STORE);
    for await (const line of exportAuditLog({ log, checkpoints })) lines.push(line);
    expect(await answer.text()).toBe(lines.join(''));
    expect(lines.some((line) => line.startsWith('{"signedData":'))).toBe(true);
    const [last] = await log.search({ first: 'latest', after: undefined }, 1);
    expect(last).toMatchObject({ action: 'audit-log-exported', actor: expect.stringMatching(/^staff:/) });
  });
});
