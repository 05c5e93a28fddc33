import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { planAttempts, valueOf } from '../../../src/devkit/index.js';
import type { CheckingAction } from '../../../src/checking/index.js';
import type { TestApplication } from '../../support/application/application.js';
import {
  answerOf,
  carryOut,
  caseOf,
  type CheckServices,
  checkServices,
  type CollectedRound,
  collectRound,
} from '../../support/application/check-services.js';
import { TestInstallation } from '../../support/application/installation.js';
import { enterPaper, rowsOnPage } from '../../support/checking/enter-paper.js';
import { LosableConnections } from '../../support/postgres/lost-connection.js';

const attempts = planAttempts({ seed: 'crash', citizens: 16 });

describe('a step of the check that is cut short', () => {
  let installation: TestInstallation;
  let application: TestApplication;
  let services: CheckServices;
  let round: CollectedRound;
  let connections: LosableConnections;
  beforeAll(async () => {
    installation = await TestInstallation.create();
    application = await installation.start();
    round = await collectRound(application, attempts, 400);
    await round.submit();
    await enterPaper(application, round.number, rowsOnPage(['A123456789'], ['A123456789'], ['', 'P01']));
    withConnectionsToLose();
  });
  afterAll(() => installation.remove());

  const withConnectionsToLose = (): void => {
    services = checkServices(application);
    connections = new LosableConnections(application.databases.owner, [application.databases.checking]);
  };
  const cutShortEverywhere = (step: () => Promise<unknown>, except?: readonly string[]): Promise<number> =>
    connections.cutShortEverywhere(step, () => services.checks.settled(), except);
  const approved = (action: CheckingAction) => (): Promise<unknown> =>
    carryOut(application, action, round.number);
  const phase = async (): Promise<string> => valueOf(await services.checking.progress(round.number)).phase;

  it('is not begun, or begun', async () => {
    expect(await cutShortEverywhere(approved('start-check'))).toBeGreaterThan(5);
    // The run it scheduled had no connection either; an application that starts again takes it up.
    const { database } = application;
    await application.stop();
    application = await installation.start({ database });
    withConnectionsToLose();
    await services.checks.settled();
    expect((await caseOf(application, round.number)).state).toBe('checking');
    expect(await phase()).toBe('judged');
    expect(await application.databases.owner.query('SELECT FROM paper_verdict')).toHaveLength(3);
  });

  it('is not sent, or sent', async () => {
    // A part that is made is kept under its seals, for whoever goes on.
    expect(await cutShortEverywhere(approved('send-roster'), ['roster_part'])).toBeGreaterThan(5);
    expect(await application.databases.owner.query('SELECT FROM roster_part')).toEqual([]);
    expect(await phase()).toBe('sent');
  });

  it('is not answered, or answered with its result and list', async () => {
    const files = await answerOf(application, round.number, installation.ministry(attempts));
    for (const file of files)
      await cutShortEverywhere(async () =>
        valueOf(await services.checking.keepAnswerFile(round.number, file)),
      );
    expect(await cutShortEverywhere(approved('import-answer'))).toBeGreaterThan(5);
    expect(await phase()).toBe('answered');
  });

  it('is not published, or published with the case determined', async () => {
    expect(await cutShortEverywhere(approved('confirm-result'))).toBeGreaterThan(5);
    expect([await phase(), (await caseOf(application, round.number)).state]).toEqual([
      'published',
      'established',
    ]);
    // Every file with its content, and the tree: each was a statement of its own before which the connection was lost.
    const { owner } = application.databases;
    expect(await owner.query('SELECT FROM published_file_chunk')).toHaveLength(7);
    expect(await owner.query('SELECT FROM published_tree WHERE level = 0')).toHaveLength(1);
  });

  it('is not purged, or purged with a note', async () => {
    await application.databases.owner.query(`UPDATE referendum_case SET announced_on = state_since`);
    installation.clock.set(new Date('2029-01-01T00:00:00Z'));
    expect(await cutShortEverywhere(approved('purge'))).toBeGreaterThan(5);
    expect(await application.databases.owner.query('SELECT FROM sealed_record')).toEqual([]);
    expect(await application.databases.owner.query('SELECT FROM purge_note')).toHaveLength(1);
    expect(await application.databases.owner.query('SELECT FROM paper_part')).toEqual([]);
  });
});
