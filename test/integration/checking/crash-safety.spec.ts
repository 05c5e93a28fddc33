import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { valueOf } from '../../../src/devkit/index.js';
import type { CheckingAction } from '../../../src/checking/index.js';
import {
  carryOut,
  caseOf,
  type CollectedRound,
  plan,
  roundScene,
  type RoundScene,
} from '../../support/checking/round-scene.js';
import { createTestDatabase, type TestDatabase } from '../../support/postgres/database.js';
import { LosableConnections } from '../../support/postgres/lost-connection.js';

const attempts = plan('crash', 16);

describe('a step of the check that is cut short', () => {
  let database: TestDatabase;
  let scene: RoundScene;
  let round: CollectedRound;
  let connections: LosableConnections;
  beforeAll(async () => {
    database = await createTestDatabase();
    scene = await roundScene(database.url, 'crash', [attempts]);
    round = await scene.collect('9001', attempts, 400);
    await round.submit();
    connections = new LosableConnections(scene.platform.owner, [scene.platform.staff]);
  });
  afterAll(async () => {
    await scene.close();
    await database.drop();
  });

  const cutShortEverywhere = (step: () => Promise<unknown>): Promise<number> =>
    connections.cutShortEverywhere(step, () => scene.checks.settled());
  const approved = (action: CheckingAction) => (): Promise<unknown> => carryOut(scene, action, round.number);
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
