import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AUDIT_LOG, type AuditEvent, type AuditLog } from '../../../src/audit/index.js';
import { accessCodeDigest, CaseService, newAccessCode } from '../../../src/cases/index.js';
import type { CaseNumber } from '../../../src/core/identifiers.js';
import { valueOf } from '../../../src/devkit/index.js';
import type { TestApplication, TestCase } from '../../support/application/application.js';
import { approved, enterStaff, issuedCase } from '../../support/application/cases.js';
import { exchange } from '../../support/application/exchange.js';
import { TestInstallation } from '../../support/application/installation.js';

interface View {
  readonly id: string;
  readonly openedAt: string;
  readonly expiresAt: string;
  readonly current: boolean;
}

let installation: TestInstallation;
let application: TestApplication;
let mine: TestCase;
let other: TestCase;

beforeAll(async () => {
  installation = await TestInstallation.create();
  application = await installation.start();
  await enterStaff(application);
  mine = await issuedCase(application, '9001', installation.people.lead);
  other = await issuedCase(application, '9002', installation.people.otherLead);
});

afterAll(() => installation.remove());

const tokenOf = async (client: Promise<{ readonly token?: string }>): Promise<string> =>
  (await client).token ?? '';
const ask = (method: string, path: string, token: string) =>
  exchange(application, { method, path: `/api/v1/${path}`, token });
const codeOf = ({ body }: { readonly body: string }): string => (JSON.parse(body) as { code: string }).code;
const lastEvent = async (): Promise<AuditEvent | undefined> => {
  const events = await application.get<AuditLog>(AUDIT_LOG).page(0, 1000);
  return events.at(-1);
};

const audiences = [
  {
    of: 'staff' as const,
    signIn: () => tokenOf(application.as('verifier')),
    somebodyElse: () => tokenOf(application.as('auditor')),
    event: { action: 'staff-signed-out', actor: expect.stringMatching(/^staff:/), case: null },
  },
  {
    of: 'lead' as const,
    signIn: () => tokenOf(application.asLead(mine)),
    somebodyElse: () => tokenOf(application.asLead(other)),
    event: { action: 'lead-signed-out', actor: 'lead', case: '9001' },
  },
];

describe.each(audiences)('sessions of $of', ({ of, signIn, somebodyElse, event }) => {
  const listed = async (token: string): Promise<readonly View[]> => {
    const seen = await ask('get', `${of}/sessions`, token);
    expect(seen.status).toBe(200);
    return (JSON.parse(seen.body) as { sessions: readonly View[] }).sessions;
  };
  const currentOf = async (token: string): Promise<View> => {
    const current = (await listed(token)).find((each) => each.current);
    if (current === undefined) throw new Error('none is current');
    return current;
  };
  const expectEnded = async (token: string): Promise<void> => {
    const seen = await ask('get', `${of}/sessions`, token);
    expect({ status: seen.status, code: codeOf(seen) }).toEqual({ status: 401, code: 'sign-in-required' });
  };

  it('are listed to their holder, the latest first, by what opens nothing', async () => {
    await somebodyElse();
    const before = (await listed(await signIn())).map(({ id }) => id);
    installation.clock.advance(60_000);
    const openedAt = installation.clock.now().toISOString();
    const token = await signIn();
    const [latest, ...earlier] = await listed(token);
    expect(latest).toMatchObject({ openedAt, current: true });
    expect(earlier.map(({ id }) => id)).toEqual(before);
    expect(earlier.every(({ current }) => !current)).toBe(true);
    const digest = createHash('sha256').update(token).digest('hex');
    const { body } = await ask('get', `${of}/sessions`, token);
    expect(body).not.toMatch(new RegExp(`${token}|${digest}`));
  });

  it('end by signing out, alone, with an entry in the log', async () => {
    const [first, second] = [await signIn(), await signIn()];
    const { id } = await currentOf(first);
    const seen = await ask('delete', `${of}/session`, first);
    expect([seen.status, seen.body]).toEqual([204, '']);
    await expectEnded(first);
    expect((await listed(second)).map((each) => each.id)).not.toContain(id);
    expect(await lastEvent()).toMatchObject({ ...event, details: { session: id } });
  });

  it('are ended by their holder from another session, once', async () => {
    const [first, second] = [await signIn(), await signIn()];
    const { id } = await currentOf(first);
    expect((await ask('delete', `${of}/sessions/${id}`, second)).status).toBe(204);
    await expectEnded(first);
    const again = await ask('delete', `${of}/sessions/${id}`, second);
    expect([again.status, codeOf(again)]).toEqual([404, 'session-unknown']);
  });

  it.each([
    ['somebody else’s', async (theirs: string) => (await currentOf(theirs)).id],
    ['one that isn’t there', () => Promise.resolve(randomUUID())],
    ['what is no identifier', () => Promise.resolve('x')],
  ])('do not end by %s', async (_what, idFrom) => {
    const [token, theirs] = [await signIn(), await somebodyElse()];
    const before = await lastEvent();
    const seen = await ask('delete', `${of}/sessions/${await idFrom(theirs)}`, token);
    expect([seen.status, codeOf(seen)]).toEqual([404, 'session-unknown']);
    for (const each of [token, theirs]) await currentOf(each);
    expect(await lastEvent()).toEqual(before);
  });

  it('are gone from the list once they have expired', async () => {
    const { id } = await currentOf(await signIn());
    installation.clock.advance(8 * 3_600_000);
    expect((await listed(await signIn())).map((each) => each.id)).not.toContain(id);
  });
});

describe('every session of a lead ends', () => {
  const status = async (token: string): Promise<number> => (await ask('get', 'lead/case', token)).status;

  it('when two people replace the access code; another case’s goes on', async () => {
    const tokens = [await tokenOf(application.asLead(mine)), await tokenOf(application.asLead(mine))];
    const elsewhere = await tokenOf(application.asLead(other));
    const registrar = await application.as('registrar');
    const made = await registrar.post<{
      accessCode: string;
      request: { id: string; statement: string };
    }>('staff/cases/9001/code/replacement');
    for (const token of tokens) expect(await status(token)).toBe(200);
    await approved(application, made.request);
    for (const token of tokens) expect(await status(token)).toBe(401);
    expect(await status(elsewhere)).toBe(200);
    const { accessCode } = made;
    expect(await status(await tokenOf(application.asLead({ ...mine, accessCode })))).toBe(200);
  });

  it('not when the replacement isn’t written', async () => {
    const token = await tokenOf(application.asLead(other));
    const rows = application.databases.owner.transaction(async (manager) => {
      await manager.query(`UPDATE round SET access_code_digest = sha256('x') WHERE case_number = '9002'`);
      throw new Error('undone');
    });
    await expect(rows).rejects.toThrow('undone');
    expect(await status(token)).toBe(200);
  });

  it('when the lead’s certificate is replaced', async () => {
    const token = await tokenOf(application.asLead(other));
    await application.databases.owner.query(
      `UPDATE referendum_case SET lead_signing_certificate = $1 WHERE number = '9002'`,
      [Buffer.from(installation.people.deputy.signingCertificate)],
    );
    expect(await status(token)).toBe(401);
  });

  it('and not those of staff', async () => {
    const token = await tokenOf(application.as('registrar'));
    const digest = accessCodeDigest(newAccessCode());
    valueOf(await application.get(CaseService).replaceCode('9001' as CaseNumber, digest));
    expect((await ask('get', 'staff/cases', token)).status).toBe(200);
  });
});
