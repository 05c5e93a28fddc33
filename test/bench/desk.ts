/**
 * `npm run bench -- desk [--rows N] [--json]`: how long staff wait for a list or an action where everything is large: a case of N records, an audit log
 * and requests of N rows. Its own PostgreSQL and server; members sign in by card. Each list is asked for twenty times, each request for an approval
 * five times, each approval and whatever is done once. What is measured is the time to the answer: the work of a long step is a job's, and the queue that hands
 * it out is left out. Records are made up and can't be opened; verdicts and the roster are written as the jobs write them.
 */
import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbeddedPostgres } from '../../src/adapters/postgres/embedded/embedded-postgres.js';
import { COMMISSION_ROUND_KEYS, type CommissionRoundKeys } from '../../src/cases/index.js';
import { CHECK_JOBS, type JobsHere } from '../../src/checking/index.js';
import type { CaseNumber } from '../../src/core/identifiers.js';
import { taipeiDateOf } from '../../src/core/taipei-date.js';
import { sealRequest } from '../../src/remedies/filed-request.js';
import { MEMBER_STORE, type MemberStore, usualPatience } from '../../src/staff/index.js';
import { caseOf } from '../support/application/check-services.js';
import { collectingCase, enterStaff, submitted } from '../support/application/cases.js';
import { TestInstallation } from '../support/application/installation.js';
import { DeskActions } from '../support/bench/desk-actions.js';
import { timeLists } from '../support/bench/desk-lists.js';
import { DeskMeasure } from '../support/bench/desk-measure.js';
import { DeskRound } from '../support/bench/desk-round.js';
import {
  fillAuditLog,
  fillCases,
  fillDifferences,
  fillRemedies,
  fillRequests,
} from '../support/bench/desk-rows.js';
import { fillRound } from '../support/bench/fill-round.js';

/** A record's octets here: a fourth of a real one's. */
const recordOctets = 1_000;
const longest = 1_000;
const caseNumber = '9001' as CaseNumber;

const { values: given } = parseArgs({
  options: { rows: { type: 'string', default: '700000' }, json: { type: 'boolean', default: false } },
});
const records = Number(given.rows);
if (!(records >= 1_000)) throw new Error('--rows is a whole number from 1000');
const say = (text: string): boolean => process.stderr.write(`${text}\n`);

/** More differences or cases than the rules and the years allow; more remedies than there can be. */
const rows = {
  events: records,
  requests: records,
  cases: 2_000,
  differences: 10_000,
  remedies: Math.min(records, 20_000),
};

const folder = await mkdtemp(path.join(tmpdir(), 'lianshu-desk-'));
const postgres = await startEmbeddedPostgres({ folder });
const installation = await TestInstallation.create();
try {
  const application = await installation.start({ database: postgres, approvalPatience: usualPatience });
  await application.get<JobsHere>(CHECK_JOBS).end();
  const { owner } = application.databases;
  await enterStaff(application);
  const referendum = await collectingCase(application, caseNumber, installation.people.lead, {
    electorTotal: records,
  });
  await installation.nextDay();
  say(`writing ${String(records)} records of ${String(recordOctets)} octets, and the rows of the lists`);
  await fillRound(postgres.url, records, recordOctets);
  await submitted(application, referendum);
  const members = await application.get<MemberStore>(MEMBER_STORE).list();
  const [one = '', other = ''] = members.map(({ id }) => id);
  const now = installation.clock.now();
  const { roundId, key } = await roundOf();
  await fillCases(owner, rows.cases);
  await fillAuditLog(owner, rows.events, now);
  await fillRequests(owner, rows.requests, [one, other], now);
  await fillDifferences(owner, roundId, rows.differences);
  await fillRemedies(owner, roundId, rows.remedies, sealRequest(report(), key));

  const measure = new DeskMeasure(application);
  const everything = await application.as('verifier', 'registrar', 'approver', 'auditor');
  await timeLists(measure, owner, rows, everything, caseNumber);
  await owner.query('DELETE FROM paper_difference');

  const desk = await DeskActions.begin(application, measure, caseNumber, records);
  const round = new DeskRound(application, roundId);
  await desk.carriedOut('start-check', await desk.together('start-check', { withoutPaper: true }));
  await round.judge();
  await desk.do('check under way', 'GET', 'check', undefined, 20);
  await desk.do('pause', 'POST', 'check/pause');
  await desk.do('resume', 'POST', 'check/resume');
  await desk.do('begin anew', 'POST', 'check/begin-anew');
  await round.judge();
  await round.finish();
  await desk.do('check with counts', 'GET', 'check', undefined, 20);
  await desk.do('report on the check, CSV', 'GET', 'reports/batch.csv', undefined, 5);
  await round.send(await desk.together('send-roster'));
  await desk.do('roster, all files', 'GET', 'roster', undefined, 3);
  for (const [name, sealed] of await round.answer())
    await desk.do(`answer: ${name}`, 'PUT', `answer/${name}`, sealed);
  await round.applyAnswer(await caseOf(application, caseNumber), await desk.together('import-answer'));
  await desk.do('result, drawn up', 'GET', 'result', undefined, 5);
  await desk.together('confirm-result');
  await desk.approve('stop', await desk.do('stop: asked for', 'POST', 'stop'));

  await installation.moveTo(new Date(now.getTime() + 3 * 366 * 24 * 3_600_000));
  const later = await DeskActions.begin(application, measure, caseNumber, records);
  await later.do('purge, dry run', 'GET', 'purge', undefined, 3);
  await later.carriedOut('purge', await later.together('purge'));

  async function roundOf() {
    const { rounds } = await caseOf(application, caseNumber);
    const id = rounds[0]?.id;
    const found = id && (await application.get<CommissionRoundKeys>(COMMISSION_ROUND_KEYS).find(id));
    if (id === undefined || found === undefined) throw new Error('the round has no key');
    return { roundId: id, key: found };
  }
  show(measure);
} finally {
  await installation.remove();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}

function report() {
  return {
    kind: 'misuse',
    caseNumber,
    by: 'co-signer',
    filedOn: taipeiDateOf(installation.clock.now()),
    account: '卡片遺失後遭人冒用。',
    commitment: undefined,
    nationalId: '',
    signedData: new Uint8Array(3_000),
    holder: '',
  } as const;
}

function show({ figures }: DeskMeasure): void {
  const slow = figures.filter(({ mostMilliseconds }) => mostMilliseconds > longest);
  const holds = { noAnswerTakesLongerThanASecond: slow.length === 0 };
  if (given.json)
    console.log(
      JSON.stringify({ bench: 'desk', node: process.version, records, recordOctets, figures, holds }),
    );
  else {
    console.table(figures);
    console.log(
      `Records have ${String(recordOctets)} octets here, a fourth of a real one's. Remedies: all with one content. The queue of the jobs is left out.`,
    );
    console.log(
      slow.length === 0
        ? 'No answer took longer than a second.'
        : `Longer than a second: ${slow.map(({ what }) => what).join('; ')}`,
    );
  }
  if (slow.length > 0) process.exitCode = 1;
}
