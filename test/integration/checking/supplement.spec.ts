import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { valueOf } from '../../../src/devkit/index.js';
import type { CheckingAction, ResultDocument } from '../../../src/checking/index.js';
import {
  carryOut,
  caseOf,
  type CollectedRound,
  plan,
  roundScene,
  type RoundScene,
} from '../../support/checking/round-scene.js';
import { createTestDatabase, type TestDatabase } from '../../support/postgres/database.js';

// Everyone of the main round is eligible, and all of them sign again in the supplement, with two who are new.
const everyone = plan('supplement', 16).filter(({ scenario }) => scenario === 'ordinary-card');
const main = everyone.slice(0, 6);

describe('a supplement round', () => {
  let database: TestDatabase;
  let scene: RoundScene;
  let round: CollectedRound;
  beforeAll(async () => {
    database = await createTestDatabase();
    scene = await roundScene(database.url, 'supplement', [everyone]);
    // 6 of 6 handed in for a threshold of 6 …
    round = await scene.collect('9001', main, 400);
  });
  afterAll(async () => {
    await scene.close();
    await database.drop();
  });

  const execute = (action: CheckingAction): Promise<unknown> => carryOut(scene, action, round.number);
  /** The check from start to confirmed result; MOI answers as the register `without` those struck out by hand. */
  const check = async (strike: number): Promise<ResultDocument> => {
    await round.submit();
    await execute('start-check');
    await scene.checks.settled();
    await execute('send-roster');
    const roster = new Map(
      valueOf(await scene.checking.roster(round.number)).map(({ name, sealed }) => [name, sealed]),
    );
    const answer = await scene.moi.answer(roster, scene.platform.clock.now(), {
      rows: (rows) => rows.map(([seq, code], i) => (i < strike ? [seq, 'R05'] : [seq, code])),
    });
    valueOf(
      await scene.checking.stageAnswer(
        round.number,
        [...answer].map(([name, sealed]) => ({ name, sealed })),
      ),
    );
    await execute('import-answer');
    await execute('confirm-result');
    const found = await scene.published.find(round.number);
    return JSON.parse(Buffer.from(found?.result ?? []).toString()) as ResultDocument;
  };

  it('is due when the main round falls short', async () => {
    expect(await check(2)).toMatchObject({ valid: 4, threshold: 6, determination: 'supplement-due' });
    expect((await caseOf(scene, round.number)).state).toBe('supplement-due');
  });

  it('counts nobody twice, and adds the valid ones of both rounds', async () => {
    const struckOutBefore = 2;
    round = await scene.supplement(round.number, everyone.slice(0, 8));
    const result = await check(0);
    // Those struck out in the main round may sign again (and MOI's mistake is mended): 2; new ones: 2; the other 4 count already.
    expect(result).toMatchObject({
      round: 2,
      earlierValid: 4,
      electronic: { submitted: 8, valid: struckOutBefore + 2, struckOut: { D01: 4 } },
      valid: 8,
      determination: 'established',
    });
  });
});
