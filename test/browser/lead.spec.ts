import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { CardServer, type MockCard } from '../../src/devkit/index.js';
import { type TestApplication, type TestCase } from '../support/application/application.js';
import { enterStaff, issuedCase } from '../support/application/cases.js';
import { checkRound } from '../support/application/checked-round.js';
import { coSign, countedAndStruckOut } from '../support/application/co-signers.js';
import { TestInstallation } from '../support/application/installation.js';
import { describeInBrowser } from '../support/chromium/describe-in-browser.js';
import { TestBrowser } from '../support/chromium/test-browser.js';
import { rememberBuffers } from '../support/chromium/heap.js';
import { LeadAtWork } from '../support/chromium/lead-at-work.js';
import { LeakWatch } from '../support/chromium/leak-watch.js';
import { leftBehind } from '../support/chromium/left-behind.js';
import type { Language } from '../support/chromium/words.js';

const pin = '49301867';
const coSigners = countedAndStruckOut();
const valid = coSigners.filter(({ expect }) => expect === 'accepted').length;
/** The threshold is one more than what the check will count: a supplement is due. */
const electorTotal = Math.floor((valid + 1) / 0.015);

describeInBrowser('the lead’s pages', () => {
  let installation: TestInstallation;
  let application: TestApplication;
  let cardServer: CardServer;
  let browser: TestBrowser;
  const cards = new Map<string, MockCard>();
  beforeAll(async () => {
    installation = await TestInstallation.create();
    application = await installation.start();
    await enterStaff(application);
    for (const number of ['9001', '9002']) cards.set(number, installation.card(`lead of ${number}`, { pin }));
    const served = [...cards].map(([name, card]) => ({ name, description: '領銜人', card }));
    served.push({ name: 'deputy', description: '代理人', card: installation.people.deputy });
    cardServer = await CardServer.start({ cards: served, port: 0 });
    browser = await TestBrowser.start(application, Number(new URL(cardServer.origin).port));
  });
  afterAll(async () => {
    await browser.stop();
    await cardServer.close();
    await installation.remove();
  });

  /** A case whose code its lead has, and the lead's window, at the time of the test. */
  const begin = async (number: string, language: Language) => {
    const of = await issuedCase(application, number, cards.get(number)!, { electorTotal });
    cardServer.insert(number);
    const window = await browser.window();
    await rememberBuffers(window);
    await window.clock.setSystemTime(installation.clock.now());
    const watch = new LeakWatch(window);
    const lead = await LeadAtWork.at(await window.newPage(), language, pin);
    return { of, window, watch, lead };
  };

  it.each<[Language, string]>([
    ['zh-TW', '9001'],
    ['en', '9002'],
  ])('%s: open, follow and submit a round, and read the struck-out list', async (language, number) => {
    const { of, window, watch, lead } = await begin(number, language);
    const recoveryPassphrase = await opens(lead, of, watch);
    const secrets = [recoveryPassphrase, of.accessCode, pin];
    await expectNoKeyLeft(lead, watch, secrets);

    await installation.nextDay();
    await coSign(application, number, coSigners);
    await installation.nextDay();
    await window.clock.setSystemTime(installation.clock.now());
    await follows(lead, of);
    await submits(lead, of, recoveryPassphrase);
    await watch.look(lead.page);
    await expectNoKeyLeft(lead, watch, secrets);
    await checkRound(application, number, coSigners);
    await window.clock.setSystemTime(installation.clock.now());
    await readsStruckOut(lead, of);
    await watch.look(lead.page);

    expectNothingLeaked(watch, of, recoveryPassphrase);
    expect(lead.violations).toEqual([]);
    expect(browser.complaints.filter((line) => !/status of 401/.test(line))).toEqual([]);
    await window.close();
  });

  /** The six steps, with every state on the way; left after the fifth by a reload and taken up again. The passphrase that was shown. */
  async function opens(lead: LeadAtWork, { accessCode }: TestCase, watch: LeakWatch): Promise<string> {
    const { page } = lead;
    await lead.goTo('/lead/opening');
    await lead.offers('lead:sign-in.action');
    await lead.look('lead-01-sign-in', { guide: 'lead-1-sign-in' });
    await lead.useCard('lead:sign-in.action');
    await lead.reads('lead:sign-in.access-code-missing');
    await lead.look('lead-02-sign-in-no-code');
    await lead.signIn(accessCode);
    await lead.offers('lead:opening.steps.undertaking.action');
    await lead.look('lead-03-opening-undertaking');
    await lead.follow('lead:bar.back');
    await lead.reads('lead:to-open.action');
    await lead.look('lead-04-to-open');
    await lead.follow('lead:to-open.action');
    await lead.press('lead:opening.steps.undertaking.action');
    await lead.look('lead-05-opening-key', { guide: 'lead-2-steps' });
    await lead.press('lead:opening.steps.key.action');
    await lead.press('lead:opening.steps.recovery.action-none');
    await lead.look('lead-06-opening-no-recovery');
    await lead.addDeputy(installation.people.deputy.signingCertificate);
    await lead.reads('lead:opening.steps.recovery.deputies.error.deputy-not-for-encryption');
    await lead.look('lead-06-opening-wrong-certificate');
    await lead.addDeputy(installation.people.deputy.encryptionCertificate);
    await lead.press('lead:opening.steps.recovery.passphrase.make');
    const passphrase = await page.locator('.secret').innerText();
    await lead.press('lead:opening.steps.recovery.action');
    await lead.reads('lead:opening.steps.recovery.passphrase.repeat-wrong');
    await lead.look('lead-07-opening-passphrase-not-repeated');
    await lead.type('lead:opening.steps.recovery.passphrase.repeat', passphrase);
    await lead.look('lead-07-opening-recovery', { guide: 'lead-3-recovery', from: 'h3:has(+ p + .secret)' });
    await lead.press('lead:opening.steps.recovery.action');
    await lead.offers('lead:opening.steps.trial.action');
    await lead.look('lead-08-opening-trial');
    await lead.useCard('lead:opening.steps.trial.action');
    await lead.offers('lead:opening.steps.signing.action');
    await lead.look('lead-09-opening-signature');
    await lead.useCard('lead:opening.steps.signing.action');
    await lead.offers('lead:opening.steps.start.action');
    await lead.look('lead-10-opening-last-step', { guide: 'lead-4-open', from: '.step.now' });
    await watch.look(page);
    await expectNoKeyLeft(lead, watch, [passphrase, accessCode, pin]);
    await page.reload();
    await lead.signIn(accessCode);
    await lead.offers('lead:opening.handed-in.go-on');
    await lead.look('lead-11-opening-taken-up');
    await lead.press('lead:opening.handed-in.go-on');
    await lead.useCard('lead:opening.steps.start.action');
    await lead.reads('lead:opening.done.what');
    await lead.look('lead-12-opening-done');
    await watch.look(page);
    return passphrase;
  }

  /** The dashboard before and after the first co-signatures, with the session over in between; then the copy of the records. */
  async function follows(lead: LeadAtWork, { accessCode }: TestCase): Promise<void> {
    const { page } = lead;
    await lead.follow('lead:opening.done.to-overview');
    await lead.reads('lead:sign-in.why.ended');
    await lead.look('lead-13-session-ended');
    await lead.signIn(accessCode);
    await lead.reads('lead:progress.count', { count: coSigners.length });
    await lead.look('lead-14-dashboard', { guide: 'lead-5-dashboard' });
    await lead.press('lead:chart.show-table');
    await lead.look('lead-15-dashboard-table');
    await lead.follow('lead:dashboard.safekeeping-action');
    await lead.offers('lead:records.to-file');
    await lead.look('lead-16-copy', { guide: 'lead-6-copy' });
    const download = page.waitForEvent('download');
    await lead.press('lead:records.to-file');
    const lines = (await readFile(await (await download).path(), 'utf8')).trimEnd().split('\n');
    expect(lines).toHaveLength(3 + coSigners.length);
    await lead.reads('lead:records.outcome.done', { count: coSigners.length });
    await lead.look('lead-17-copy-made');
    await lead.follow('lead:bar.back');
  }

  /** The submission's steps, with a wrong case number typed first. What opens the key is not the lead's card; what signs is. */
  async function submits(lead: LeadAtWork, { number }: TestCase, passphrase: string): Promise<void> {
    const typeNumber = 'lead:submission.steps.prepared.type-number';
    await lead.follow('lead:dashboard.submission-action');
    await lead.offers('lead:submission.steps.explained.action');
    await lead.look('lead-18-submission-explained');
    await lead.press('lead:submission.steps.explained.action');
    await lead.type(typeNumber, '1', { number });
    await lead.press('lead:submission.steps.prepared.action');
    await lead.look('lead-19-submission-prepared', { guide: 'lead-7-submission' });
    await lead.type(typeNumber, number, { number });
    await lead.press('lead:submission.steps.prepared.action');
    await lead.offers('lead:submission.steps.key.action');
    await lead.look('lead-20-submission-key');
    await (number === '9001' ? opensByDeputy(lead) : opensByPassphrase(lead, passphrase));
    await lead.offers('lead:submission.steps.signing.action');
    await lead.look('lead-21-submission-signature');
    if (number === '9001') {
      await lead.useCard('lead:submission.steps.signing.action');
      await lead.reads('card:card-changed.happened');
      await lead.look('lead-21-submission-other-card');
      cardServer.insert(number);
    }
    await lead.useCard('lead:submission.steps.signing.action');
    await lead.reads('lead:submission.done.what');
    await lead.look('lead-22-submitted');
    await lead.page
      .getByRole('link', { name: lead.words('lead:submission.done.to-overview') })
      .first()
      .click();
    await lead.reads('lead:next.submitted');
    await lead.look('lead-23-waiting-for-the-check');
  }

  async function opensByDeputy(lead: LeadAtWork): Promise<void> {
    cardServer.insert('deputy');
    await lead.choose('lead:submission.steps.key.opener.deputy');
    await lead.look('lead-20-submission-deputy');
    await lead.useCard('lead:submission.steps.key.action');
  }

  async function opensByPassphrase(lead: LeadAtWork, passphrase: string): Promise<void> {
    const key = 'lead:submission.steps.key.passphrase';
    await lead.choose('lead:submission.steps.key.opener.passphrase');
    await lead.type(`${key}.label`, 'not what stands on paper');
    await lead.press(`${key}.action`);
    await lead.reads(`${key}.wrong`);
    await lead.look('lead-20-submission-passphrase');
    await lead.type(`${key}.label`, passphrase);
    await lead.press(`${key}.action`);
  }

  async function readsStruckOut(lead: LeadAtWork, { accessCode }: TestCase): Promise<void> {
    await lead.page.reload();
    await lead.signIn(accessCode);
    await lead.reads('lead:next.supplement.heading');
    await lead.look('lead-24-supplement-due');
    await lead.follow('lead:next.struck-out');
    await lead.offers('lead:struck-out.action');
    await lead.look('lead-25-struck-out-sealed');
    await lead.useCard('lead:struck-out.action');
    await lead.reads('lead:struck-out.verified.totals');
    await lead.type('lead:struck-out.search.label', coSigners.at(-1)!.nationalId.slice(0, 4));
    await lead.reads('lead:struck-out.search.found', { count: 1 });
    await lead.look('lead-26-struck-out', { guide: 'lead-8-struck-out', from: '#main table' });
  }

  /** The private round key, which the deputy's card opens: from what the page sent. */
  async function roundKeySent(watch: LeakWatch): Promise<Uint8Array> {
    const { text } = watch.sent.find(({ what }) => what.endsWith('/api/v1/lead/round/key'))!;
    const { wrappedKey } = JSON.parse(text.slice(text.lastIndexOf('\n'))) as { wrappedKey: string };
    return installation.people.deputy.decrypt(Buffer.from(wrappedKey, 'base64'));
  }

  /** Right after a step in which the card opened the round key, nothing of its private half is left, nor of the other secrets in the heap. */
  async function expectNoKeyLeft(
    { page }: LeadAtWork,
    watch: LeakWatch,
    secrets: readonly string[],
  ): Promise<void> {
    const privateKey = await roundKeySent(watch);
    expect(privateKey).toHaveLength(138);
    // The octets of the private number alone (RFC 5915 §3): what stands before and after them is no secret.
    expect(await leftBehind(page, watch, privateKey.subarray(36, 68), secrets)).toEqual([]);
  }

  /** Over the whole story: where the PIN, the access code, the passphrase and the session's token went, and that nothing kept them. */
  function expectNothingLeaked(watch: LeakWatch, { accessCode }: TestCase, passphrase: string): void {
    const tokens = watch.sent.flatMap(({ text }) => /"authorization":"Bearer ([^"]+)"/.exec(text)?.[1] ?? []);
    expect(tokens.length).toBeGreaterThan(0);
    const secrets = [pin, accessCode, passphrase, ...tokens];
    expect(watch.keptOrSaid.filter((kept) => secrets.some((secret) => kept.includes(secret)))).toEqual([]);
    expect(watch.sentWith(pin)).toEqual(['POST http://localhost:61161/popupForm']);
    expect(watch.sentWith(accessCode).map((what) => new URL(what.split(' ')[1]!).pathname)).toEqual([
      '/api/v1/sign-in/lead',
    ]);
    expect(watch.sentWith(passphrase)).toEqual([]);
    expect(watch.elsewhere).toEqual(['http://localhost:61161']);
  }
});
