import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CheckingAction } from '../../../src/checking/index.js';
import { valueOf } from '../../support/cases/platform.js';
import {
  caseOf,
  type CollectedRound,
  plan,
  roundScene,
  type RoundScene,
} from '../../support/checking/round-scene.js';
import {
  createTestDatabase,
  interceptStatements,
  type TestDatabase,
} from '../../support/postgres/database.js';

const attempts = plan('crash', 16);

describe('a step of the check that is cut short', () => {
  let database: TestDatabase;
  let scene: RoundScene;
  let round: CollectedRound;
  /** Statements that still go through before the connection is gone; each is counted. */
  let left = Infinity;
  beforeAll(async () => {
    database = await createTestDatabase();
    scene = await roundScene(database.url, 'crash', [attempts]);
    round = await scene.collect('9001', attempts, 400);
    await round.submit();
    interceptStatements(scene.platform.staff, (_index, sql, run) => {
      // A broken connection rolls back by itself; here the driver is still there to be told.
      if (sql === 'ROLLBACK') return run();
      left -= 1;
      return left < 0 ? Promise.reject(new Error('connection lost')) : run();
    });
  });
  afterAll(async () => {
    left = Infinity;
    await scene.close();
    await database.drop();
  });

  const tables = [
    'referendum_case',
    'verification_batch',
    'verdict',
    'roster_row',
    'exchange_file',
    'purge_note',
    'sealed_record',
  ];
  const everything = async (): Promise<string> => {
    const rows = await Promise.all(
      tables.map((table) => scene.platform.owner.query(`SELECT t::text AS row FROM ${table} t ORDER BY 1`)),
    );
    return JSON.stringify(rows);
  };

  /** Loses the connection before each statement in turn: nothing may have changed, until everything has. */
  const cutShortEverywhere = async (step: () => Promise<unknown>): Promise<number> => {
    const before = await everything();
    for (let statements = 0; ; statements += 1) {
      left = statements;
      const ended = await step().then(
        () => true,
        () => false,
      );
      const reached = left >= 0;
      await scene.checks.settled();
      left = Infinity;
      if (ended) return statements;
      if (reached) throw new Error('the step fails for a reason of its own');
      expect(await everything()).toBe(before);
    }
  };
  const approved = (action: CheckingAction) => async (): Promise<unknown> =>
    valueOf(
      await scene.checking.execute(
        action,
        round.number,
        valueOf(await scene.checking.approvalContent(action, round.number)),
      ),
    );
  const phase = async (): Promise<string> => valueOf(await scene.checking.progress(round.number)).phase;

  it('is not begun, or begun', async () => {
    expect(await cutShortEverywhere(approved('start-check'))).toBeGreaterThan(5);
    // The run it scheduled had no connection either; an application that starts again takes it up.
    await scene.checking.resume();
    await scene.checks.settled();
    expect((await caseOf(scene, round.number)).state).toBe('checking');
    expect(await phase()).toBe('judged');
  });

  it('is not sent, or sent', async () => {
    expect(await cutShortEverywhere(approved('send-roster'))).toBeGreaterThan(5);
    expect(await phase()).toBe('sent');
  });

  it('is not answered, or answered with its result and list', async () => {
    const roster = new Map(
      valueOf(await scene.checking.roster(round.number)).map(({ name, sealed }) => [name, sealed]),
    );
    const answer = [...(await scene.moi.answer(roster, scene.platform.clock.now()))];
    const files = answer.map(([name, sealed]) => ({ name, sealed }));
    await cutShortEverywhere(async () => valueOf(await scene.checking.stageAnswer(round.number, files)));
    expect(await cutShortEverywhere(approved('import-answer'))).toBeGreaterThan(5);
    expect(await phase()).toBe('answered');
  });

  it('is not published, or published with the case determined', async () => {
    expect(await cutShortEverywhere(approved('confirm-result'))).toBeGreaterThan(5);
    expect([await phase(), (await caseOf(scene, round.number)).state]).toEqual(['published', 'established']);
  });

  it('is not purged, or purged with a note', async () => {
    scene.platform.clock.set(new Date('2029-01-01T00:00:00Z'));
    expect(await cutShortEverywhere(approved('purge'))).toBeGreaterThan(5);
    expect(await scene.platform.owner.query('SELECT FROM sealed_record')).toEqual([]);
    expect(await scene.platform.owner.query('SELECT FROM purge_note')).toHaveLength(1);
  });
});
