import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { QueryRunner } from 'typeorm';
import type { TestApplication } from '../support/application/application.js';
import { type CaseServices, caseNumber, caseServices } from '../support/application/case-services.js';
import { twoCases } from '../support/application/cases.js';
import { TestInstallation } from '../support/application/installation.js';

// Somebody holds a lock and doesn't let go. What doesn't need it goes on.

let installation: TestInstallation;
let application: TestApplication;
let services: CaseServices;
/** More at once than the intake has connections. */
const many = Array.from({ length: 50 }, (_, index) => index);

beforeAll(async () => {
  installation = await TestInstallation.create();
  application = await installation.start();
  services = caseServices(application);
  await twoCases(application);
  await installation.nextDay();
});

afterAll(() => installation.remove());

async function holding(sql: string, parameters: unknown[] = []): Promise<QueryRunner> {
  const runner = application.databases.owner.createQueryRunner();
  await runner.startTransaction();
  await runner.query(sql, parameters);
  return runner;
}

async function letGo(runner: QueryRunner): Promise<void> {
  await runner.rollbackTransaction();
  await runner.release();
}

const health = async (): Promise<number> => (await application.request.get('/api/v1/health')).status;

describe('while a round is blocked', () => {
  it('another round takes co-signatures, the blocked one says when to try again, and health answers', async () => {
    const [blocked, other] = await Promise.all([
      services.openRounds.find(caseNumber('9001')),
      services.openRounds.find(caseNumber('9002')),
    ]);
    const lock = await holding('SELECT pg_advisory_xact_lock(round_lock_key($1))', [blocked!.id]);
    const waiting = many.map(() => services.coSign(blocked!.id, blocked!.publicKey, blocked!.firstDay));
    expect(await services.coSign(other!.id, other!.publicKey, other!.firstDay)).toMatchObject({
      kind: 'recorded',
    });
    expect(await health()).toBe(200);
    const outcomes = await Promise.all(waiting);
    expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(['held']));
    await letGo(lock);
    expect(await services.coSign(blocked!.id, blocked!.publicKey, blocked!.firstDay)).toMatchObject({
      kind: 'recorded',
    });
  });
});

describe('while every connection of the intake waits', () => {
  it('health answers', async () => {
    const lock = await holding('LOCK TABLE intake_key IN ACCESS EXCLUSIVE MODE');
    const waiting = many.map(() => application.databases.intake.query('SELECT FROM intake_key'));
    const settled = Promise.allSettled(waiting);
    expect(await health()).toBe(200);
    await letGo(lock);
    await settled;
    expect(await application.databases.intake.query('SELECT FROM intake_key')).toHaveLength(1);
  });
});
