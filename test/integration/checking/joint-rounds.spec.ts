import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  bundleFiles,
  type CheckingAction,
  PaperService,
  type ResultDocument,
  VERDICT_STORE,
  type VerdictStore,
  verifyBundle,
} from '../../../src/checking/index.js';
import { openForCard } from '../../../src/core/cms/index.js';
import { type Attempt, openAsLead, planAttempts, valueOf } from '../../../src/devkit/index.js';
import { Objections, REMEDY_DESK, RemedyDecisions, type RemedyDesk } from '../../../src/remedies/index.js';
import type { TestApplication } from '../../support/application/application.js';
import {
  answerOf,
  carryOut,
  caseOf,
  type CheckServices,
  checkServices,
  type CollectedRound,
  collectRound,
  publishedFile,
  tryAll,
} from '../../support/application/check-services.js';
import { TestInstallation } from '../../support/application/installation.js';
import { approvedStep } from '../../support/checking/approved-step.js';
import { citizenNumberAt } from '../../support/checking/citizen-numbers.js';
import { enterPaper, rowsOnPage } from '../../support/checking/enter-paper.js';
import { bob } from '../../support/checking/paper-scene.js';
import { signerTrust } from '../../support/signer-trust.js';

const everyone = planAttempts({ seed: 'joint', citizens: 12 }).filter(
  ({ scenario }) => scenario === 'ordinary-card',
);
const [signer, other, ...later] = everyone;
const onPaper = [0, 1, 2, 3, 4, 5].map((index) => citizenNumberAt(index, 'Q'));
/** 1.5 % of 400 are six. */
const electors = 400;

describe('electronic and paper co-signatures of one case', () => {
  let installation: TestInstallation;
  let application: TestApplication;
  let services: CheckServices;
  let round: CollectedRound;
  beforeAll(async () => {
    installation = await TestInstallation.create();
    application = await installation.start();
    services = checkServices(application);
    // Two electronic ones: too few by themselves.
    round = await collectRound(application, [signer!, other!], electors);
    await round.submit();
  });
  afterAll(() => installation.remove());

  /** Whatever a step writes, what staff see of the counts is what a count of all rows comes to. */
  const execute = async (action: CheckingAction): Promise<void> => {
    await carryOut(application, action, round.number);
    await services.checks.settled();
    const store = application.get<VerdictStore>(VERDICT_STORE);
    const batch = await store.batchOf(round.roundId);
    if (batch === undefined || batch.phase === 'judging') throw new Error('a check that has not begun');
    expect(await store.keptCounts(batch)).toEqual({
      electronic: await store.counts(batch),
      paper: await store.paperCounts(batch),
    });
  };
  const latestResult = async (): Promise<ResultDocument> =>
    JSON.parse(String(await publishedFile(services, round.number, bundleFiles.result))) as ResultDocument;
  const check = async (whileSent = () => Promise.resolve()): Promise<ResultDocument> => {
    await execute('start-check');
    await services.checks.settled();
    await execute('send-roster');
    await whileSent();
    const files = await answerOf(application, round.number, installation.ministry(everyone));
    for (const file of files) valueOf(await services.checking.keepAnswerFile(round.number, file));
    await execute('import-answer');
    await execute('confirm-result');
    return latestResult();
  };
  /** As two people decide on the report of a misused card. */
  const findMisused = async (attempt: Attempt): Promise<void> => {
    const commitment = round.taken.find((each) => each.attempt === attempt)?.commitment;
    const at = installation.clock.now();
    const [id, approval] = [randomUUID(), randomUUID()];
    const { number: caseNumber, roundId } = round;
    const decided = {
      outcome: 'upheld',
      reason: '卡片遺失',
      decidedAt: at,
      commitment,
      place: undefined,
      to: 'M01',
    } as const;
    const entry = { at, actor: 'system', action: 'misuse-decided', caseNumber, details: {} } as const;
    await application.get<RemedyDesk>(REMEDY_DESK).decide({ id, roundId, approval, ...decided }, entry);
  };
  const struckOut = async (): Promise<readonly string[]> => {
    const { lead } = round.of;
    const { certificate } = installation.pki.commission;
    const sealed = await services.struckOut.find(round.number);
    const list = valueOf(await openForCard(sealed ?? new Uint8Array(), lead, certificate));
    return Buffer.from(list.content).toString().split('\r\n').slice(1, -1);
  };

  it('are not counted over until paper was entered twice, or two people say that there is none (ACT 13)', async () => {
    const asked = (withoutPaper: boolean) =>
      services.checking.prepare('start-check', round.number, { withoutPaper });
    expect(await asked(false)).toEqual({ ok: false, failure: { code: 'paper-not-entered' } });
    const without = valueOf(await asked(true));
    expect(JSON.parse(Buffer.from(without).toString())).toMatchObject({
      records: 2,
      paperRows: 0,
      together: 2,
      tooFew: true,
    });
    await enterPaper(application, round.number, rowsOnPage([onPaper[0]!]));
    expect(await asked(true)).toEqual({ ok: false, failure: { code: 'paper-handed-in' } });
    await application.get(PaperService).removeEntry(round.number, 'second', bob.memberId);
    expect(await asked(false)).toEqual({ ok: false, failure: { code: 'paper-entry-missing' } });
  });

  it('are counted over together (清查, ACT 13), and neither counts a person twice (REG 9, RULES 11)', async () => {
    await enterPaper(
      application,
      round.number,
      rowsOnPage(
        [onPaper[0]!],
        [signer!.nationalId],
        [onPaper[1]!, 'P02'],
        [onPaper[0]!],
        [onPaper[2]!],
        ['', 'P01'],
      ),
    );
    const content = valueOf(await services.checking.prepare('start-check', round.number));
    expect(JSON.parse(Buffer.from(content).toString())).toMatchObject({
      records: 2,
      paperRows: 6,
      together: 8,
      threshold: 6,
      tooFew: false,
    });
    expect(await check()).toMatchObject({
      electronic: { submitted: 2, valid: 2 },
      paper: { submitted: 6, valid: 2 },
      joint: { submitted: 8, valid: 4 },
      valid: 4,
      determination: 'supplement-due',
    });
    expect(valueOf(await services.checking.progress(round.number)).paper?.struckOut).toEqual({
      D02: 1,
      D03: 1,
      P01: 1,
      P02: 1,
    });
  });

  it('have both kinds apart in the list of those struck out (RULES 9)', async () => {
    const lines = (await struckOut()).map((line) => line.replace(/,[^,]*,paper/, ',…,paper'));
    expect(lines).toEqual([
      `${signer!.nationalId},D02,…,paper,1,2`,
      `${onPaper[0]!},D03,…,paper,1,4`,
      ',P01,…,paper,1,6',
      `${onPaper[1]!},P02,…,paper,1,3`,
    ]);
  });

  it('count the paper row of a person whose card somebody else used, when the electronic one is struck out (REG 9)', async () => {
    await findMisused(signer!);
    const content = valueOf(await services.checking.prepare('correct-result', round.number));
    expect(JSON.parse(Buffer.from(content).toString())).toMatchObject({
      changes: [{ from: 'counted', to: 'M01' }],
      paperChanges: 1,
    });
    await execute('correct-result');
    expect(await latestResult()).toMatchObject({
      electronic: { submitted: 2, valid: 1 },
      paper: { submitted: 6, valid: 3 },
      valid: 4,
      determination: 'supplement-due',
    });
    expect(valueOf(await services.checking.progress(round.number)).paper?.struckOut).not.toHaveProperty(
      'D02',
    );
    const codes = (await struckOut()).map((line) => `${line.slice(0, 14)} ${line.split(',')[3]!}`);
    expect(codes[0]).toBe(`${signer!.nationalId},M01 electronic`);
    expect(codes.slice(1)).not.toContain(`${signer!.nationalId},D02 paper`);
  });

  it('count a paper row on which two people find the lead’s objection right, and no other (ACT 13)', async () => {
    const [objections, decisions] = [application.get(Objections), application.get(RemedyDecisions)];
    // Unsigned, unreadable, a row that repeats another, and one that is not there.
    for (const line of [3, 6, 4, 9]) {
      const place = { page: 1, line };
      valueOf(await objections.toPaperRow(round.number, { place, account: '簽名在欄外' }));
    }
    const outcomes: (string | undefined)[] = [];
    const whole = { after: undefined, open: true };
    for (const { id, place } of valueOf(await decisions.page(round.number, whole, 100)).requests) {
      const proposal = { outcome: 'upheld', reason: '簽名在欄外' } as const;
      const prepared = await decisions.prepare(round.number, id, proposal);
      if (prepared.ok) {
        expect(JSON.parse(Buffer.from(prepared.value.content).toString())).toMatchObject({
          ...{ page: 1, line: 3, commitment: null, from: 'P02', to: 'counted' },
        });
        const step = approvedStep(round.number, prepared.value.content);
        const at = installation.clock.now();
        valueOf(await decisions.carryOut({ ...step, requestedBy: bob.memberId, approvedAt: at }));
      }
      outcomes.push(`${place?.line ?? 0} ${prepared.ok ? 'upheld' : prepared.failure.code}`);
    }
    expect(outcomes.toSorted()).toEqual([
      '3 upheld',
      '4 remedy-not-for-people',
      '6 remedy-not-for-people',
      '9 remedy-without-record',
    ]);
    await execute('correct-result');
    expect(await latestResult()).toMatchObject({ paper: { submitted: 6, valid: 4 }, valid: 5 });
    expect((await struckOut()).map((line) => line.split(',').at(1))).toEqual(['M01', 'D03', 'P01']);
    expect(await services.checking.prepare('correct-result', round.number)).toMatchObject({
      failure: { code: 'nothing-to-correct' },
    });
  });

  it('keep what an office found, whoever writes with the check’s login, unless two people decided so', async () => {
    for (const code of [`NULL`, `'D02'`, `'P03'`])
      await expect(
        application.databases.checking.query(`UPDATE paper_verdict SET code = ${code} WHERE code = 'P01'`),
      ).rejects.toMatchObject({ sqlState: '42501' });
  });

  it('of a supplement don’t count again what counts of either kind from the main round', async () => {
    const registrar = await application.as('registrar');
    const { accessCode } = await registrar.post<{ accessCode: string }>('staff/cases/9001/code');
    const again = { ...round.of, accessCode };
    await openAsLead(application.api, again, again.lead);
    await installation.nextDay();
    round = await tryAll(application, again, [signer!, ...later.slice(0, 2)]);
    await round.submit();
    await enterPaper(
      application,
      round.number,
      rowsOnPage(
        [onPaper[0]!],
        [other!.nationalId],
        [onPaper[3]!],
        [later[0]!.nationalId],
        [later[1]!.nationalId],
        [later[0]!.nationalId],
      ),
    );
    const result = await check(() => findMisused(later[0]!));
    expect(result).toMatchObject({
      round: 2,
      earlierValid: 5,
      // One counts on paper from the main round, and one was somebody else's.
      electronic: { submitted: 3, valid: 1 },
      // One counts on paper and one electronically from there, and one electronically from this round. The one who had not signed counts now, and
      // so does the one whose card somebody else used, once.
      paper: { submitted: 6, valid: 2 },
      valid: 8,
      determination: 'established',
    });
    const codes = (await struckOut()).map((line) =>
      line
        .split(',')
        .filter((_field, i) => i === 1 || i > 2)
        .join(' '),
    );
    expect(codes).toEqual([
      'D01 electronic  ',
      'M01 electronic  ',
      'D02 paper 1 2',
      'D02 paper 1 5',
      'D03 paper 1 1',
      'D03 paper 1 6',
    ]);
    expect((await caseOf(application, round.number)).state).toBe('established');
  });

  it('are added up again by whoever verifies the bundle', async () => {
    const files = new Map<string, Uint8Array>();
    for (const name of Object.values(bundleFiles)) {
      const content = await publishedFile(services, round.number, name);
      if (content !== undefined) files.set(name, content);
    }
    const commissionCertificate = installation.pki.commission.certificate;
    const verified = await verifyBundle(files, { commissionCertificate, ...signerTrust(installation.pki) });
    expect(verified).toMatchObject({
      ok: true,
      value: { records: 3, paper: { submitted: 6, valid: 2 }, joint: { submitted: 9, valid: 3 }, valid: 8 },
    });
    for (const content of files.values())
      for (const number of onPaper) expect(Buffer.from(content).includes(number)).toBe(false);
  });
});
