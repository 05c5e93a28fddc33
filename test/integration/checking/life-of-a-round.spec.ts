import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  bearerStatusOf,
  bundleFiles,
  type CheckingAction,
  reasonGroupOf,
  type ResultDocument,
  verifyBundle,
  PUBLISHED_REASONS,
  type PublishedReasons,
} from '../../../src/checking/index.js';
import { openForCard } from '../../../src/core/cms/index.js';
import { hashLeaf, verifyInclusion } from '../../../src/core/merkle/index.js';
import {
  expectedCounts,
  isStruckOut,
  type MockMoi,
  planAttempts,
  valueOf,
} from '../../../src/devkit/index.js';
import { CalendarService } from '../../../src/cases/index.js';
import { taipeiDateOf } from '../../../src/core/taipei-date.js';
import { approverId, requestId } from '../../support/checking/approved-step.js';
import type { TestApplication } from '../../support/application/application.js';
import {
  carryOut,
  caseOf,
  type CheckServices,
  checkServices,
  type CollectedRound,
  collectRound,
  answerOf,
  publishedFile,
  rosterOf,
} from '../../support/application/check-services.js';
import { TestInstallation } from '../../support/application/installation.js';
import { signerTrust } from '../../support/signer-trust.js';

const attempts = planAttempts({ seed: 'life', citizens: 120 });
const counts = expectedCounts(attempts);

describe('the life of a round through the check', () => {
  let installation: TestInstallation;
  let application: TestApplication;
  let services: CheckServices;
  let ministry: MockMoi;
  let round: CollectedRound;
  beforeAll(async () => {
    installation = await TestInstallation.create();
    application = await installation.start();
    services = checkServices(application);
    ministry = installation.ministry(attempts);
    round = await collectRound(application, attempts);
  });
  afterAll(() => installation.remove());

  const approve = (action: CheckingAction): Promise<unknown> => carryOut(application, action, round.number);
  const statuses = async (submitted = true): Promise<Set<string>> => {
    const answers = await Promise.all(
      round.taken.map(({ commitment }) => services.published.receipt(round.roundId, commitment, submitted)),
    );
    return new Set(answers.map(({ status }) => status));
  };

  it('offers no step before the submission', async () => {
    expect(round.taken).toHaveLength(counts.accepted);
    for (const action of [
      'start-check',
      'send-roster',
      'import-answer',
      'confirm-result',
      'purge',
    ] as const) {
      const content = await services.checking.approvalContent(action, round.number);
      expect(content).toMatchObject({
        ok: false,
        failure: { code: expect.stringMatching(/not-ready|not-sent/) as unknown },
      });
    }
    expect(await statuses(false)).toEqual(new Set(['recorded']));
  });

  it('starts with the submission and gives every record a verdict', async () => {
    await round.submit();
    await approve('start-check');
    expect((await caseOf(application, round.number)).state).toBe('checking');
    await services.checks.settled();
    expect(valueOf(await services.checking.progress(round.number))).toMatchObject({
      phase: 'judged',
      records: counts.accepted,
      judged: counts.accepted,
      electronic: {
        submitted: counts.accepted,
        valid: counts.accepted - counts.struckOut.D01!,
        struckOut: { D01: counts.struckOut.D01 },
      },
      paperRows: 0,
      paper: { submitted: 0, valid: 0, struckOut: {} },
    });
  });

  it('sends the roster sealed, and MOI finds every number in it once', async () => {
    await approve('send-roster');
    const roster = await rosterOf(application, round.number);
    const { manifest, rows } = ministry.openRoster(roster);
    expect(manifest.identity).toMatchObject({ case: '9001', round: 1, submittedOn: '2026-03-03' });
    const numbers = [...rows.values()].flat().map(([, nationalId]) => nationalId);
    const counting = round.taken.filter(({ attempt }) => attempt.expect !== 'D01');
    expect(numbers.toSorted()).toEqual(counting.map(({ attempt }) => attempt.nationalId).toSorted());
    // Not in the order of signing, which MOI must not learn.
    expect(numbers).not.toEqual(counting.map(({ attempt }) => attempt.nationalId));
  });

  it('takes in the answer; nothing of it shows until the result is confirmed', async () => {
    const files = await answerOf(application, round.number, ministry);
    for (const file of files) valueOf(await services.checking.keepAnswerFile(round.number, file));
    expect(await services.checking.prepare('import-answer', round.number)).toMatchObject({ ok: true });
    await approve('import-answer');
    expect(await statuses()).toEqual(new Set(['submitted']));
    expect(await services.published.find(round.number)).toBeUndefined();
    expect(await services.struckOut.find(round.number)).toBeUndefined();
  });

  /** What the home folder has of the keys that tell a case's holders apart. */
  const keyFiles = (): readonly string[] =>
    readdirSync(join(installation.home, 'keys/holder-tags')).filter((name) => name.startsWith('9001'));

  it('publishes what the scenarios come to', async () => {
    expect(keyFiles()).toEqual(['9001.key']);
    await approve('confirm-result');
    expect((await caseOf(application, round.number)).state).toBe('established');
    // The case is closed: nothing may tell its holders apart any more.
    expect(keyFiles()).toEqual(['9001.destroyed']);
    const result = JSON.parse(
      String(await publishedFile(services, round.number, bundleFiles.result)),
    ) as ResultDocument;
    expect(valueOf(await services.checking.progress(round.number)).electronic).toEqual({
      submitted: counts.accepted,
      valid: counts.electronicValid,
      struckOut: counts.struckOut,
    });
    // Publicly, neither a code nor a small number.
    expect(result.electronic).toMatchObject({ submitted: counts.accepted, valid: counts.electronicValid });
    expect(Object.keys(result.electronic.notCounted).toSorted()).toEqual([
      'evidence',
      'household-register',
      'repeated',
    ]);
    expect(result.electronic.notCounted.evidence).toBe('fewer-than-five-or-withheld');
    expect(result).toMatchObject({
      threshold: 15,
      valid: counts.electronicValid,
      determination: 'established',
    });
  });

  const provesEachReceipt = async (): Promise<void> => {
    const json = await publishedFile(services, round.number, bundleFiles.result);
    const { merkleRoot } = JSON.parse(String(json)) as ResultDocument;
    // Of two cards with one number, which one counts is the clock's to say, and here it stands still.
    const told = new Map<string, number>();
    const reasons = application.get<PublishedReasons>(PUBLISHED_REASONS);
    for (const { attempt, commitment } of round.taken) {
      const { status, inclusion } = await services.published.receipt(round.roundId, commitment, true);
      const verdict = await reasons.verdictOn(round.roundId, commitment);
      const bearer = bearerStatusOf(status, verdict?.code);
      const found = bearer.status === 'not-counted' ? bearer.group : bearer.status;
      told.set(found, (told.get(found) ?? 0) + 1);
      if (isStruckOut(attempt.expect) && attempt.expect !== 'D01')
        expect(found).toBe(reasonGroupOf(attempt.expect));
      if (inclusion === undefined) throw new Error('no proof');
      expect(
        verifyInclusion({
          leafHash: hashLeaf(commitment),
          root: Buffer.from(merkleRoot, 'hex'),
          ...inclusion,
        }),
      ).toBe(true);
    }
    const { D01: repeated, ...others } = counts.struckOut;
    const registers = Object.values(others).reduce((sum, number) => sum + number, 0);
    expect(Object.fromEntries(told)).toEqual({
      counted: counts.electronicValid,
      repeated,
      'household-register': registers,
    });
  };

  it('answers each receipt, with a proof of inclusion', provesEachReceipt);

  it('signs the struck-out list and seals it to the lead’s card', async () => {
    const sealed = (await services.struckOut.find(round.number)) ?? new Uint8Array();
    const { commission } = installation.pki;
    const list = valueOf(await openForCard(sealed, installation.people.lead, commission.certificate));
    const csv = Buffer.from(list.content).toString();
    const struckOut = round.taken.filter(({ attempt }) => isStruckOut(attempt.expect));
    const lines = csv.split('\r\n').slice(1, -1);
    expect(lines.map((line) => line.split(',').slice(0, 2).join()).toSorted()).toEqual(
      struckOut.map(({ attempt }) => `${attempt.nationalId},${attempt.expect}`).toSorted(),
    );
  });

  it('lets the lead sign in to fetch that list, and to do nothing else (REG 6, RULES 9, 12)', async () => {
    const lead = await application.asLead(round.of);
    const { envelope } = await lead.get<{ envelope: string }>('lead/struck-out');
    expect(Buffer.from(envelope, 'base64')).toEqual(
      Buffer.from((await services.struckOut.find(round.number)) ?? []),
    );
    for (const path of ['lead/case', 'lead/progress', 'lead/round/records'])
      await expect(lead.get(path)).rejects.toMatchObject({ code: 'not-found' });
  });

  const bundle = async (): Promise<Map<string, Uint8Array>> => {
    const files = new Map<string, Uint8Array>();
    for (const name of Object.values(bundleFiles)) {
      const content = await publishedFile(services, round.number, name);
      if (content !== undefined) files.set(name, content);
    }
    return files;
  };

  it('publishes a bundle that holds by itself', async () => {
    const files = await bundle();
    const commissionCertificate = installation.pki.commission.certificate;
    const trust = signerTrust(installation.pki);
    expect(await verifyBundle(files, { commissionCertificate, ...trust })).toMatchObject({
      ok: true,
      value: {
        case: '9001',
        records: counts.accepted,
        valid: counts.electronicValid,
        determination: 'established',
      },
    });
    for (const content of files.values())
      for (const { attempt } of round.taken)
        expect(Buffer.from(content).includes(attempt.nationalId)).toBe(false);
  });

  it('REG 12: purges two years after the announcement, not before, and keeps a signed note', async () => {
    expect(await services.checking.approvalContent('purge', round.number)).toMatchObject({
      failure: { code: 'announcement-missing' },
    });
    const by = { actor: `staff:${approverId}`, request: requestId } as const;
    const announcedOn = taipeiDateOf(installation.clock.now());
    valueOf(await application.get(CalendarService).announce(round.number, announcedOn, by));
    expect(await services.checking.approvalContent('purge', round.number)).toMatchObject({
      failure: { code: 'purge-too-early' },
    });
    const before = await bundle();
    installation.clock.set(new Date('2028-09-07T02:00:00Z'));
    const roundKeys = join(installation.home, 'keys/commission-rounds');
    expect(readdirSync(roundKeys)).toContain(`${round.roundId}.key`);
    await approve('purge');
    expect(readdirSync(roundKeys)).toContain(`${round.roundId}.destroyed`);
    expect(readdirSync(roundKeys)).not.toContain(`${round.roundId}.key`);
    expect(await bundle()).toEqual(before);
    await provesEachReceipt();
    expect(await application.databases.owner.query('SELECT FROM sealed_record')).toEqual([]);
    expect(await application.databases.owner.query('SELECT FROM roster_row')).toEqual([]);
    expect(await services.checking.approvalContent('purge', round.number)).toMatchObject({
      failure: { code: 'purge-done-already' },
    });
    expect(await statuses()).toEqual(new Set(['counted', 'not-counted']));
  });
});
