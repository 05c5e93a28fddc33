import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Download } from 'playwright-core';
import { BatchWatchJob } from '../../src/checking/batch/batch-watch.service.js';
import type { PaperRow } from '../../src/checking/paper/paper-row.js';
import {
  type AnswerTampering,
  answerTamperings,
  cardOf,
  CardServer,
  remedyBody,
} from '../../src/devkit/index.js';
import { origin, type TestApplication, type TestCase } from '../support/application/application.js';
import { collectingCase, enterStaff, submitted } from '../support/application/cases.js';
import { citizens, coSign } from '../support/application/co-signers.js';
import { TestInstallation } from '../support/application/installation.js';
import { ServerProcess } from '../support/application/server-process.js';
import { citizenNumberAt } from '../support/checking/citizen-numbers.js';
import { paperCsv } from '../support/checking/paper-scene.js';
import { type Clicks, countClicks } from '../support/chromium/clicks.js';
import { describeInBrowser } from '../support/chromium/describe-in-browser.js';
import { DeskAtWork } from '../support/chromium/desk-at-work.js';
import { TestBrowser } from '../support/chromium/test-browser.js';
import type { Language } from '../support/chromium/words.js';

/** The cards, as the devkit makes them, take any PIN. */
const pin = '49301867';
/** 1.5 % of these is 300. */
const electorTotal = 20_000;
const people = citizens(16, 'desk');
const recordsPerChunk = 5;
const account = '卡片上個月遺失，這不是我簽的。';
const paper: readonly PaperRow[] = Array.from({ length: 290 }, (_, at) => ({
  page: Math.floor(at / 20) + 1,
  line: (at % 20) + 1,
  nationalId: citizenNumberAt(at),
  found: undefined,
}));
/** The second entry has another number in one row. */
const typedOtherwise = paper.map((row, at) =>
  at === 42 ? { ...row, nationalId: citizenNumberAt(900) } : row,
);
const csvFile = (rows: readonly PaperRow[], name: string) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(paperCsv(rows)),
});

interface AtWork {
  readonly at: DeskAtWork;
  readonly clicks: Clicks;
}

// One person asks, the other approves; each entered the paper rows once. One works in Chinese, the other in English.
describeInBrowser('the check of a case at the desk', () => {
  let installation: TestInstallation;
  let application: TestApplication;
  let of: TestCase;
  let cardServer: CardServer;
  let browser: TestBrowser;
  let killed: ServerProcess | undefined;
  beforeAll(async () => {
    installation = await TestInstallation.create();
    application = await installation.start();
    await enterStaff(application);
    const cards = ['one', 'two'].map((name) => ({
      name,
      description: name,
      card: installation.card(`desk ${name}`),
    }));
    for (const { card } of cards) await application.member(card, 'verifier', 'approver');
    of = await collectingCase(application, '9001', installation.people.lead, { electorTotal });
    await installation.nextDay();
    await coSign(application, '9001', people);
    const wanted = { kind: 'misuse', caseNumber: '9001', account, origin } as const;
    const body = await remedyBody(application.api, cardOf(people[0]!, installation.pki), wanted);
    await application.api.post('cases/9001/misuse-reports', body);
    cardServer = await CardServer.start({ cards, port: 0 });
    browser = await TestBrowser.start(application, Number(new URL(cardServer.origin).port));
  });
  afterAll(async () => {
    await killed?.kill();
    await browser.stop();
    await cardServer.close();
    await installation.remove();
  });

  it('takes 300 from the start to the published result, by two people, in 40 clicks each at most', async () => {
    const one = await begin('one', 'zh-TW');
    const two = await begin('two', 'en');
    await seesNothingBefore(one);
    await submitted(application, of);
    await entersPaper(one, two);
    await startsAndWatches(one, two);
    await decidesOnMisuse(one, two);
    await exchanges(one, two);
    await confirms(one, two);
    await readsWhatIsPublic(one, two);
    expect([...one.at.violations, ...two.at.violations]).toEqual([]);
    expect(
      browser.complaints.filter((line) => !/status of (?:4\d\d|50[23])|ERR_|Failed to load/.test(line)),
    ).toEqual([]);
    for (const { clicks } of [one, two]) expect(clicks.count).toBeLessThanOrEqual(40);
  });

  /** A window of their own, signed in at the check of the case. */
  async function begin(card: string, language: Language): Promise<AtWork> {
    const window = await browser.window();
    await window.clock.setSystemTime(installation.clock.now());
    const clicks = await countClicks(window);
    const at = await DeskAtWork.at(await window.newPage(), language, { pin, cardServer, card });
    await at.goTo('/staff/cases/9001/check');
    await at.offers('desk:sign-in.action');
    await at.signIn();
    return { at, clicks };
  }

  const goTo = async ({ at }: AtWork, place: string): Promise<void> => {
    await at.follow(`check:places.${place}.name`);
    await at.page
      .getByRole('heading', { level: 1, name: at.words(`check:places.${place}.heading`) })
      .waitFor();
  };
  /** The other person's latest request, read and signed. */
  const approves = async ({ at }: AtWork): Promise<void> => at.approveLatest();
  const chooses = async (
    { at, clicks }: AtWork,
    key: string,
    files: Parameters<ReturnType<typeof at.page.getByLabel>['setInputFiles']>[0],
    values?: Parameters<typeof at.words>[1],
  ): Promise<void> => {
    await at.page.getByLabel(at.words(key, values)).setInputFiles(files);
    clicks.count += 2;
  };

  async function seesNothingBefore(one: AtWork): Promise<void> {
    await one.at.reads('check:check.not-submitted');
    await one.at.look('desk-check-01-not-submitted');
  }

  /** A file with a fault is refused line by line; then two entries that differ in one row, which is settled by keyboard alone. */
  async function entersPaper(one: AtWork, two: AtWork): Promise<void> {
    await goTo(one, 'paper');
    await one.at.look('desk-check-02-paper');
    const first = { name: one.at.words('check:paper.entry.first') };
    const atFault = [...paper.slice(0, 2), { ...paper[2]!, nationalId: 'A123456780' }];
    await chooses(one, 'check:paper.entry.choose', csvFile(atFault, 'first.csv'), first);
    await one.at.reads('check:paper.rejected.file-line');
    await one.at.look('desk-check-03-paper-rejected', { guide: 'desk-6-paper', from: '#entry-first' });
    await chooses(one, 'check:paper.entry.choose', csvFile(paper, 'first.csv'), first);
    await one.at.page.getByLabel(one.at.words('check:paper.entry.replace', first)).waitFor();
    await goTo(two, 'paper');
    const second = { name: two.at.words('check:paper.entry.second') };
    await chooses(two, 'check:paper.entry.choose', csvFile(typedOtherwise, 'second.csv'), second);
    await two.at.reads('check:paper.differences.not-settled');
    await two.at.look('desk-check-04-paper-differences');
    await two.at.byKeyboard('check:paper.differences.page-line', '', { page: 3, line: 3 });
    await two.at.reads('check:paper.differences.what-holds');
    await two.at.look('desk-check-05-paper-difference');
    const { keyboard } = two.at.page;
    await keyboard.press('Tab');
    await keyboard.press('Space');
    await two.at.byKeyboard('check:paper.differences.settle');
    await two.at.reads('check:paper.differences.all-settled', { count: 1 });
  }

  /** Of two servers one is killed in mid-batch: the page, still open, says so, and shows how the other goes on. */
  async function startsAndWatches(one: AtWork, two: AtWork): Promise<void> {
    killed = await ServerProcess.start(application, recordsPerChunk);
    browser.front.leadTo(killed.address);
    await goTo(one, 'check');
    await one.at.offers('check:start.action');
    await one.at.look('desk-check-06-start');
    await one.at.press('check:start.action');
    await one.at.reads('desk:request.asked');
    await approves(two);
    await judged(one, recordsPerChunk);
    await one.at.look('desk-check-07-judging', { guide: 'desk-7-check', from: 'h1' });
    await one.at.press('check:control.pause');
    await one.at.reads('check:batch.pause.paused-by-staff');
    await one.at.isAt('button', 'check:control.resume');
    await one.at.look('desk-check-08-paused');
    await one.at.press('check:control.resume');
    await one.at.offers('check:control.pause');
    await killed.kill();
    await one.at.reads('desk:page.not-reached');
    await one.at.look('desk-check-09-server-gone');
    browser.front.leadTo(application.address);
    // A batch that stands still from one look to the next is taken up.
    for (let looks = 0; looks < 2; looks++) await application.get(BatchWatchJob).run();
    await judged(one, people.length);
    await one.at.page.getByRole('heading', { name: one.at.words('check:batch.phase.judged') }).waitFor();
    await one.at.look('desk-check-10-judged');
  }

  const judged = ({ at }: AtWork, records: number): Promise<void> =>
    at.page
      .getByRole('definition')
      .filter({ hasText: new RegExp(`^${records} / ${people.length}$`) })
      .waitFor();

  async function decidesOnMisuse(one: AtWork, two: AtWork): Promise<void> {
    await goTo(one, 'remedies');
    await one.at.press('check:remedies.kinds.misuse');
    await one.at.page.getByText(account).waitFor();
    await one.at.choose('check:remedies.outcome.upheld');
    await one.at.type('check:remedies.reason', '卡片遺失，經查屬實');
    await one.at.look('desk-check-11-misuse');
    await one.at.press('check:remedies.propose');
    await one.at.reads('desk:request.asked');
    await approves(two);
  }

  /** The roster out; an answer that lacks a row is refused with file and line; a whole one is taken in. */
  async function exchanges(one: AtWork, two: AtWork): Promise<void> {
    await goTo(one, 'exchange');
    await one.at.press('check:exchange.send.action');
    await one.at.reads('desk:request.asked');
    await approves(two);
    await one.at.offers('check:exchange.roster.action');
    await one.at.look('desk-check-12-sent');
    const roster = await downloads(one);
    await uploads(one, roster, answerTamperings['row-missing']);
    await one.at.press('check:exchange.answer.action');
    await one.at.page.getByRole('alert').getByText('part-0001.csv').waitFor();
    expect(await one.at.page.getByRole('alert').last().textContent()).toMatch(/part-0001\.csv 至第 \d+ 行/);
    await one.at.look('desk-check-13-answer-at-fault', { guide: 'desk-8-exchange', from: '#answer' });
    await uploads(one, roster, {});
    await one.at.press('check:exchange.answer.action');
    await one.at.reads('desk:request.asked');
    await approves(two);
    await one.at.reads('check:exchange.phase.answered');
  }

  async function downloads({ at }: AtWork): Promise<ReadonlyMap<string, Uint8Array>> {
    const saved: Download[] = [];
    at.page.on('download', (download) => saved.push(download));
    await at.press('check:exchange.roster.action');
    await at.reads('check:exchange.roster.saved', { count: 2 });
    const files = await Promise.all(
      saved.map(async (each) => [each.suggestedFilename(), await readFile(await each.path())] as const),
    );
    return new Map(files);
  }

  async function uploads(
    one: AtWork,
    roster: ReadonlyMap<string, Uint8Array>,
    tampering: AnswerTampering,
  ): Promise<void> {
    const ministry = installation.ministry(people);
    const answer = await ministry.answer(roster, installation.clock.now(), tampering);
    const files = [...answer].map(([name, bytes]) => ({
      name,
      mimeType: 'application/cms',
      buffer: Buffer.from(bytes),
    }));
    await chooses(one, 'check:exchange.answer.files', files);
    await one.at.reads('check:exchange.answer.sent', { count: files.length });
  }

  async function confirms(one: AtWork, two: AtWork): Promise<void> {
    await goTo(one, 'result');
    await one.at.reads('check:result.digest');
    await one.at.look('desk-check-14-result-drawn-up', { guide: 'desk-9-result', from: '#draft' });
    await one.at.press('check:result.confirm');
    await one.at.reads('desk:request.asked');
    await approves(two);
    await one.at.reads('check:result.published');
    await one.at.look('desk-check-15-published');
  }

  /** What everybody reads, in both languages; and that a purge is far away. */
  async function readsWhatIsPublic(one: AtWork, two: AtWork): Promise<void> {
    const counted = [one.clicks.count, two.clicks.count];
    const saving = one.at.page.waitForEvent('download');
    await one.at.press('check:reports.action');
    const report = await saving;
    expect(report.suggestedFilename()).toBe('9001-batch.pdf');
    expect((await readFile(await report.path())).subarray(0, 8).toString()).toBe('%PDF-1.7');
    await goTo(one, 'purge');
    await one.at.page.getByRole('alert').waitFor();
    await one.at.look('desk-check-16-purge-too-early');
    for (const { at } of [one, two]) {
      await at.goTo('/cases/9001/result');
      await at.reads('result:verify.heading');
      await at.look('result-page');
    }
    [one.clicks.count, two.clicks.count] = counted as [number, number];
    process.stdout.write(`clicks: ${counted.join(', ')}\n`);
  }
});
