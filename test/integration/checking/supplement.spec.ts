import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openAsLead, planAttempts, valueOf } from '../../../src/devkit/index.js';
import { type CheckingAction, type ResultDocument, withheld } from '../../../src/checking/index.js';
import type { TestApplication } from '../../support/application/application.js';
import {
  answerOf,
  carryOut,
  caseOf,
  type CheckServices,
  checkServices,
  type CollectedRound,
  collectRound,
  tryAll,
} from '../../support/application/check-services.js';
import { type ReportName, Reports } from '../../../src/reports/index.js';
import { TestInstallation } from '../../support/application/installation.js';

// Everyone of the main round is eligible, and all of them sign again in the supplement, with two who are new.
const everyone = planAttempts({ seed: 'supplement', citizens: 16 }).filter(
  ({ scenario }) => scenario === 'ordinary-card',
);
const main = everyone.slice(0, 6);
const allWithheld = { evidence: withheld, 'household-register': withheld, repeated: withheld };

describe('a supplement round', () => {
  let installation: TestInstallation;
  let application: TestApplication;
  let services: CheckServices;
  let round: CollectedRound;
  beforeAll(async () => {
    installation = await TestInstallation.create();
    application = await installation.start();
    services = checkServices(application);
    // 6 of 6 handed in for a threshold of 6 …
    round = await collectRound(application, main, 400);
  });
  afterAll(() => installation.remove());

  const execute = (action: CheckingAction): Promise<unknown> => carryOut(application, action, round.number);
  /** The check from start to confirmed result; MOI answers as the register `without` those struck out by hand. */
  const check = async (strike: number): Promise<ResultDocument> => {
    await round.submit();
    await execute('start-check');
    await services.checks.settled();
    await execute('send-roster');
    const files = await answerOf(application, round.number, installation.ministry(everyone), {
      rows: (rows) => rows.map(([seq, code], i) => (i < strike ? [seq, 'R05'] : [seq, code])),
    });
    for (const file of files) valueOf(await services.checking.keepAnswerFile(round.number, file));
    await execute('import-answer');
    await execute('confirm-result');
    const found = await services.published.find(round.number);
    return JSON.parse(Buffer.from(found?.result ?? []).toString()) as ResultDocument;
  };

  it('is due when the main round falls short', async () => {
    expect(await check(2)).toMatchObject({ valid: 4, threshold: 6, determination: 'supplement-due' });
    expect((await caseOf(application, round.number)).state).toBe('supplement-due');
    expect(await services.published.file(round.number, 'result.json')).toMatchObject({ final: false });
  });

  it('counts nobody twice, and adds the valid ones of both rounds', async () => {
    const struckOutBefore = 2;
    const registrar = await application.as('registrar');
    const { accessCode } = await registrar.post<{ accessCode: string }>('staff/cases/9001/code');
    const again = { ...round.of, accessCode };
    await openAsLead(application.api, again, again.lead);
    await installation.nextDay();
    round = await tryAll(application, again, everyone.slice(0, 8));
    const reports = application.get(Reports);
    const reportedRound = async (name: ReportName): Promise<unknown> => {
      const { data } = valueOf(await reports.report(round.number, name, 'en'));
      return (JSON.parse(Buffer.from(data).toString()) as { round: number }).round;
    };
    // While the supplement collects, the reports are about the main round.
    expect([await reportedRound('batch'), await reportedRound('result')]).toEqual([1, 1]);
    const result = await check(0);
    expect([await reportedRound('batch'), await reportedRound('result')]).toEqual([2, 2]);
    // Those struck out in the main round may sign again (and MOI's mistake is mended): 2; new ones: 2; the other 4 count already.
    expect(result).toMatchObject({
      round: 2,
      earlierValid: 4,
      electronic: { submitted: 8, valid: struckOutBefore + 2, notCounted: allWithheld },
      valid: 8,
      determination: 'established',
    });
    const latest = await services.published.file(round.number, 'result.json');
    const first = await services.published.file(round.number, 'result.json', { round: 1, version: 1 });
    expect([latest?.final, first?.final]).toEqual([false, true]);
    expect(first?.sha256).not.toEqual(latest?.sha256);
  });
});
