import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type Attempt, CardServer, cardOf, type ServedCard } from '../../src/devkit/index.js';
import type { TestApplication, TestCase } from '../support/application/application.js';
import { collectingCase, enterStaff, staffClient, submitted } from '../support/application/cases.js';
import { checkRound } from '../support/application/checked-round.js';
import { coSignatureBody, countedAndStruckOut } from '../support/application/co-signers.js';
import { TestInstallation } from '../support/application/installation.js';
import { describeInBrowser } from '../support/chromium/describe-in-browser.js';
import { LeadAtWork } from '../support/chromium/lead-at-work.js';
import { TestBrowser } from '../support/chromium/test-browser.js';
import type { Language } from '../support/chromium/words.js';

/** The cards of co-signers, as the devkit makes them, take any PIN. */
const pin = '49301867';
const people = countedAndStruckOut();
const [misused, counted] = people as [Attempt, Attempt];
const [unregistered, underAge] = people.slice(-2) as [Attempt, Attempt];
const wrote = {
  'zh-TW': {
    misuse: '卡片上個月遺失，\n這不是我簽的。',
    objection: '我已滿十八歲，戶籍登記有誤。',
    lead: '戶籍剛遷入。',
  },
  en: {
    misuse: 'I lost the card,\nand someone used it.',
    objection: 'I have moved.',
    lead: 'Of age since May.',
  },
};
/** What was written: by whom, and what two people decide. */
const outcomes = new Map<string, readonly [by: string, outcome: 'upheld' | 'dismissed', reason: string]>([
  ['卡片上個月遺失， 這不是我簽的。', ['co-signer', 'upheld', '卡片遺失，經查屬實']],
  ['I lost the card, and someone used it.', ['co-signer', 'dismissed', '查無冒用情事']],
  ['我已滿十八歲，戶籍登記有誤。', ['co-signer', 'upheld', '戶籍機關更正登記']],
  ['I have moved.', ['co-signer', 'dismissed', '戶籍登記查無此人']],
  ['戶籍剛遷入。', ['lead', 'dismissed', '戶籍登記查無此人']],
  ['Of age since May.', ['lead', 'dismissed', '已依本人的異議更正']],
]);
/** Six count, and eight are needed: the case is still open after the check, and after the corrected result. */
const electorTotal = 500;

describeInBrowser('remedies by the pages', () => {
  let installation: TestInstallation;
  let application: TestApplication;
  let of: TestCase;
  let cardServer: CardServer;
  let browser: TestBrowser;
  const receipts = new Map<Attempt, string>();
  beforeAll(async () => {
    installation = await TestInstallation.create();
    application = await installation.start();
    await enterStaff(application);
    of = await collectingCase(application, '9001', installation.people.lead, { electorTotal });
    await installation.nextDay();
    const served: ServedCard[] = [{ name: 'lead', description: '領銜人', card: installation.people.lead }];
    for (const person of people) {
      const body = await coSignatureBody(application, '9001', person);
      const { receipt } = await application.api.post<{ receipt: string }>('cases/9001/co-signatures', body);
      receipts.set(person, receipt);
      served.push({ name: nameOf(person), description: '', card: cardOf(person, installation.pki) });
    }
    cardServer = await CardServer.start({ cards: served, port: 0 });
    browser = await TestBrowser.start(application, Number(new URL(cardServer.origin).port));
  });
  afterAll(async () => {
    await browser.stop();
    await cardServer.close();
    await installation.remove();
  });

  it('a misused card, objections of co-signers and of the lead, and what became of them', async () => {
    const inChinese = await windowIn('zh-TW');
    const inEnglish = await windowIn('en');
    await reports(inChinese, misused, '');
    await reports(inEnglish, counted, receipts.get(counted)!);
    await submitted(application, of);
    await checkRound(application, '9001', people);

    await objects(inChinese, underAge);
    await objects(inEnglish, unregistered);
    await leadObjects(inChinese, unregistered);
    await leadObjects(inEnglish, underAge);
    await decides();

    await seesOutcome(inChinese, underAge, 'upheld');
    await seesOutcome(inEnglish, unregistered, 'dismissed');
    for (const each of [inChinese, inEnglish]) await readsPublished(each);
    expect([...inChinese.violations, ...inEnglish.violations]).toEqual([]);
    expect(browser.complaints.filter((line) => !/status of 4\d\d/.test(line))).toEqual([]);
  });

  /** Somebody at a window of their own. */
  async function windowIn(language: Language): Promise<LeadAtWork> {
    const window = await browser.window();
    await window.clock.setSystemTime(installation.clock.now());
    return LeadAtWork.at(await window.newPage(), language, pin);
  }

  /** The form, empty and refused first; then with what happened, read and signed. */
  async function reports(at: LeadAtWork, person: Attempt, receipt: string): Promise<void> {
    cardServer.insert(nameOf(person));
    await at.goTo('/misuse');
    await ready(at.page);
    await at.press('remedy:read');
    await at.reads('remedy:fault.account');
    await at.look('remedy-1-misuse-empty');
    await at.type('remedy:misuse.account', wrote[at.language].misuse);
    await at.press('remedy:read');
    await at.reads('remedy:fault.case');
    if (receipt === '') await at.type('remedy:case', '9001');
    else await at.type('remedy:misuse.receipt', receipt);
    await at.press('remedy:read');
    await at.reads('remedy:misuse.what');
    await at.look('remedy-2-misuse-statement');
    await at.press('remedy:change');
    await at.press('remedy:read');
    await at.useCard('remedy:misuse.send');
    await at.reads('remedy:misuse.taken');
    await at.look('remedy-3-misuse-taken');
  }

  /** Finds by card that the own co-signature doesn't count, and objects; with somebody else's receipt first. */
  async function objects(at: LeadAtWork, person: Attempt): Promise<void> {
    await looksUp(at, person);
    await at.reads('own:found.status.not-counted');
    await at.look('remedy-4-own-not-counted');
    await at.follow('own:found.object');
    await at.type('remedy:objection.account', wrote[at.language].objection);
    await at.type('remedy:objection.receipt', receipts.get(misused)!);
    await at.press('remedy:read');
    await at.useCard('remedy:objection.send');
    await at.page.getByRole('alert').waitFor();
    await at.look('remedy-5-objection-refused');
    await at.press('remedy:change');
    await at.type('remedy:objection.receipt', receipts.get(person)!);
    await at.press('remedy:read');
    await at.reads('remedy:objection.what');
    await at.look('remedy-6-objection-statement');
    await at.useCard('remedy:objection.send');
    await at.reads('remedy:objection.taken');
    await at.look('remedy-7-objection-taken');
  }

  async function leadObjects(at: LeadAtWork, about: Attempt): Promise<void> {
    const form = 'lead:struck-out.objection';
    cardServer.insert('lead');
    await at.goTo('/lead/struck-out');
    await at.signIn(of.accessCode);
    await at.useCard('lead:struck-out.action');
    await at.type(`${form}.number`, counted.nationalId);
    await at.press(`${form}.action`);
    await at.reads(`${form}.number-wrong`);
    await at.type(`${form}.number`, about.nationalId.toLowerCase());
    await at.press(`${form}.action`);
    await at.reads(`${form}.account-wrong`);
    await at.look('remedy-8-lead-objection');
    await at.type(`${form}.account`, wrote[at.language].lead);
    await at.press(`${form}.action`);
    await at.reads(`${form}.taken`);
    await at.look('remedy-9-lead-objection-taken');
  }

  /** Two people decide on each, by what was written, which arrived as one paragraph; then the result is corrected. */
  async function decides(): Promise<void> {
    const staff = await staffClient(application, '9001');
    const found = new Map((await staff.remedies()).map((each) => [each.account, each]));
    expect([...found.keys()].toSorted()).toEqual([...outcomes.keys()].toSorted());
    for (const [account, [by, outcome, reason]] of outcomes) {
      expect(found.get(account)?.by).toBe(by);
      await staff.decide(found.get(account)!.id, outcome, reason);
    }
    await staff.requestAndApprove('correct-result');
  }

  /** What the card alone shows after the decision, with the offices that opened data of the case. */
  async function seesOutcome(
    at: LeadAtWork,
    person: Attempt,
    outcome: 'upheld' | 'dismissed',
  ): Promise<void> {
    await looksUp(at, person);
    await at.reads(`own:found.status.${outcome === 'upheld' ? 'counted' : 'not-counted'}`);
    await at.page.getByText(at.words('own:found.opened')).click();
    await at.look('remedy-10-own-decided');
  }

  /** The corrected result on the case's page, and the receipt of a co-signature that doesn't count. */
  async function readsPublished(at: LeadAtWork): Promise<void> {
    await at.goTo('/cases/9001');
    await at.follow('cases:result.all');
    await at.reads('result:files.versions');
    await at.look('remedy-11-result-corrected');
    await at.goTo('/receipt');
    await ready(at.page);
    await at.type('receipt:check.paste', receipts.get(misused)!);
    await at.press('receipt:check.check');
    await at.reads('receipt:check.status.not-counted');
    await at.look('remedy-12-receipt-not-counted');
  }

  async function looksUp(at: LeadAtWork, person: Attempt): Promise<void> {
    cardServer.insert(nameOf(person));
    await at.goTo('/co-signatures');
    await at.useCard('own:look-up');
  }
});

/** The name under which a card lies in the reader. */
function nameOf({ nationalId }: Attempt): string {
  return nationalId;
}

/** Waits until the page's script has taken over. */
async function ready(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    Object.keys(document.querySelector('h1') ?? {}).some((key) => key.startsWith('__react')),
  );
}
