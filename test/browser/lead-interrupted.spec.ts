import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { CardServer, type MockCard } from '../../src/devkit/index.js';
import type { CaseNumber } from '../../src/core/identifiers.js';
import type { TestApplication } from '../support/application/application.js';
import { collectingCase, enterStaff, issuedCase } from '../support/application/cases.js';
import { caseOf } from '../support/application/check-services.js';
import { citizens, coSign } from '../support/application/co-signers.js';
import { TestInstallation } from '../support/application/installation.js';
import { describeInBrowser } from '../support/chromium/describe-in-browser.js';
import { LeadAtWork } from '../support/chromium/lead-at-work.js';
import { TestBrowser } from '../support/chromium/test-browser.js';

/** The cards, which the API uses too, take any. */
const pin = '49301867';
const unreachable = 'lead:refusal.unreachable';
const steps = 'lead:submission.steps';

describeInBrowser('the lead’s pages, and a platform that goes away,', () => {
  let installation: TestInstallation;
  let application: TestApplication;
  const cards = new Map<string, MockCard>();
  let cardServer: CardServer;
  let browser: TestBrowser;
  beforeAll(async () => {
    installation = await TestInstallation.create();
    application = await installation.start();
    await enterStaff(application);
    for (const number of ['9001', '9002']) cards.set(number, installation.card(`lead of ${number}`));
    const served = [...cards].map(([name, card]) => ({ name, description: '領銜人', card }));
    cardServer = await CardServer.start({ cards: served, port: 0 });
    browser = await TestBrowser.start(application, Number(new URL(cardServer.origin).port));
  });
  afterAll(async () => {
    await browser.stop();
    await cardServer.close();
    await installation.remove();
  });

  const goesAway = (): Promise<void> => application.stop();
  const comesBack = async (): Promise<void> => {
    browser.front.passAnswers();
    application = await installation.startAgain(application);
  };
  /** Does something whose answer gets lost, because the platform goes away right after it. */
  const losingTheAnswer = async (act: () => Promise<void>): Promise<void> => {
    const lost = browser.front.loseAnswers();
    await act();
    await lost;
    await goesAway();
  };
  const theCase = async (number: string, make: typeof issuedCase) => {
    const card = cards.get(number)!;
    return { card, number: number as CaseNumber, of: await make(application, number, card) };
  };
  const acts = async (action: string, number: CaseNumber): Promise<number> => {
    const query = 'SELECT count(*)::integer AS count FROM audit_event WHERE action = $1 AND case_number = $2';
    const [row] = await application.databases.owner.query<{ count: number }[]>(query, [action, number]);
    return row!.count;
  };

  /** The lead's window, at the time of the platform. */
  const begin = async (name: string, path: string): Promise<LeadAtWork> => {
    const window = await browser.window();
    await window.clock.setSystemTime(installation.clock.now());
    const lead = await LeadAtWork.at(await window.newPage(), 'zh-TW', pin);
    cardServer.insert(name);
    await lead.goTo(path);
    return lead;
  };
  const stateOf = async (number: CaseNumber) => (await caseOf(application, number)).state;

  it('open a round once, and are told how to go on', async () => {
    const { of, card, number } = await theCase('9001', issuedCase);
    const lead = await begin(number, '/lead/opening');
    await lead.signIn(of.accessCode);
    await lead.makeRoundKey();
    await lead.wrapForDeputy(installation.people.deputy);
    await goesAway();
    // The card signs without the platform; the key can't be handed in.
    await lead.tryAndSign();
    await lead.reads(unreachable);
    await lead.look('interrupted-lead-opening');
    await comesBack();
    await lead.press('frame:try-again');
    await lead.offers('lead:opening.steps.start.action');
    await losingTheAnswer(() => lead.useCard('lead:opening.steps.start.action'));
    await lead.reads(unreachable);
    await comesBack();
    expect(await stateOf(number)).toBe('collecting');
    await lead.press('frame:try-again');
    await lead.reads('lead:opening.done.what');
    expect(await acts('round-opened', number)).toBe(1);
    // Sign-in and key statement; trial and probe.
    expect(card.operations).toEqual({ signatures: 2, decryptions: 2 });
    expect(lead.violations).toEqual([]);
    await lead.page.context().close();
  });

  it('submit a round once, and are told how to go on', async () => {
    const { of, card, number } = await theCase('9002', collectingCase);
    await installation.nextDay();
    await coSign(application, number, citizens(3));
    const before = { ...card.operations };
    const lead = await begin(number, '/lead/submission');
    await lead.signIn(of.accessCode);
    await lead.prepareSubmission(number);
    await goesAway();
    await lead.useCard(`${steps}.key.action`);
    await lead.offers(`${steps}.signing.action`);
    await lead.useCard(`${steps}.signing.action`);
    await lead.reads(`${steps}.unknown.what`);
    await lead.press(`${steps}.unknown.ask`);
    await lead.reads(`${steps}.unknown.still`);
    await lead.look('interrupted-lead-submission');
    await comesBack();
    expect(await stateOf(number)).toBe('collecting');
    await losingTheAnswer(() => lead.press(`${steps}.unknown.send-again`));
    await lead.reads(`${steps}.unknown.still`);
    await comesBack();
    expect(await stateOf(number)).toBe('submitted');
    await lead.press(`${steps}.unknown.ask`);
    await lead.reads('lead:submission.done.what');
    expect(await acts('round-submitted', number)).toBe(1);
    // Sign-in and submission; the round key once.
    const { signatures, decryptions } = card.operations;
    expect([signatures - before.signatures, decryptions - before.decryptions]).toEqual([2, 1]);
    expect(lead.violations).toEqual([]);
    await lead.page.context().close();
  });
});
