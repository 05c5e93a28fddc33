import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { CardServer, personFor, type ServedCard } from '../../src/devkit/index.js';
import type { CaseNumber } from '../../src/core/identifiers.js';
import { type TestApplication, type TestCase } from '../support/application/application.js';
import { collectingCase, enterStaff, submitted } from '../support/application/cases.js';
import { caseOf } from '../support/application/check-services.js';
import { checkRound } from '../support/application/checked-round.js';
import { citizen, coSign, coSignatureBody, countedAndStruckOut } from '../support/application/co-signers.js';
import { TestInstallation } from '../support/application/installation.js';
import { CoSigningSteps } from '../support/chromium/co-signing-steps.js';
import { describeInBrowser } from '../support/chromium/describe-in-browser.js';
import { LeadAtWork } from '../support/chromium/lead-at-work.js';
import { lookedAt } from '../support/chromium/looked-at.js';
import { TestBrowser } from '../support/chromium/test-browser.js';
import type { Language } from '../support/chromium/words.js';

/** The co-signers’ cards mind it; the leads’, which the API uses too, take any. */
const pin = '49301867';
const mainRound = countedAndStruckOut();
const valid = mainRound.filter(({ expect }) => expect === 'accepted').length;
/** The threshold is one more than what the check of the main round counts: one valid co-signature of the supplement is enough. */
const electorTotal = Math.floor((valid + 1) / 0.015);
const stories: readonly (readonly [Language, string])[] = [
  ['zh-TW', '9001'],
  ['en', '9002'],
];

/** What the API answers to a co-signature. */
interface TakenByApi {
  /** JWS. */
  readonly receipt: string;
  /** Hex. */
  readonly commitment: string;
}

describeInBrowser('a supplement', () => {
  let installation: TestInstallation;
  let application: TestApplication;
  let cardServer: CardServer;
  let browser: TestBrowser;
  /** The cases after the check of their main rounds, and what came of a co-signature to each. */
  const cases = new Map<string, { readonly of: TestCase; readonly taken: TakenByApi }>();
  beforeAll(async () => {
    installation = await TestInstallation.create();
    application = await installation.start();
    await enterStaff(application);
    const served: ServedCard[] = [];
    for (const [, number] of stories) {
      const lead = installation.card(`lead of ${number}`);
      const coSigner = installation.card(`co-signer of ${number}`, { pin });
      served.push({ name: `lead ${number}`, description: '領銜人', card: lead });
      served.push({ name: `co-signer ${number}`, description: '連署人', card: coSigner });
      const of = await collectingCase(application, number, lead, { electorTotal });
      cases.set(number, { of, taken: { receipt: '', commitment: '' } });
    }
    await installation.nextDay();
    for (const [number, { of }] of cases) {
      const [first, ...others] = mainRound;
      const body = await coSignatureBody(application, number, first!);
      const path = `cases/${number}/co-signatures`;
      const taken = await application.api.post<TakenByApi>(path, body);
      await coSign(application, number, others);
      await submitted(application, of);
      await checkRound(application, number, mainRound);
      cases.set(number, { of, taken });
    }
    cardServer = await CardServer.start({ cards: served, port: 0 });
    browser = await TestBrowser.start(application, Number(new URL(cardServer.origin).port));
  });
  afterAll(async () => {
    await browser.stop();
    await cardServer.close();
    await installation.remove();
  });

  it.each(stories)(
    '%s: is opened, co-signed, submitted and counted by the pages',
    async (language, number) => {
      const { of, taken } = cases.get(number)!;
      const registrar = await application.as('registrar');
      const { accessCode } = await registrar.post<{ accessCode: string }>(`staff/cases/${number}/code`);
      const window = await browser.window();
      await window.clock.setSystemTime(installation.clock.now());
      const lead = await LeadAtWork.at(await window.newPage(), language, pin);
      cardServer.insert(`lead ${number}`);

      await opens(lead, of, accessCode);
      await installation.nextDay();
      await window.clock.setSystemTime(installation.clock.now());
      const coSigner = personFor(installation.pki.options.seed, `co-signer of ${number}`);
      cardServer.insert(`co-signer ${number}`);
      const steps = new CoSigningSteps(await window.newPage(), language, number);
      const card = installation.card(`co-signer of ${number}`, { pin });
      await steps.coSign({ nationalId: coSigner.nationalId, pin, card });
      // A page behind another draws once a second, and is clicked as slowly.
      await lead.page.bringToFront();
      const before = mainRound.find(({ expect }) => expect === 'accepted')!;
      await coSign(application, number, [before]);

      cardServer.insert(`lead ${number}`);
      await submits(lead, number, accessCode);
      const { nationalId } = coSigner;
      await checkRound(application, number, [
        ...mainRound,
        citizen('supplement', { person: coSigner, nationalId }),
      ]);
      expect((await caseOf(application, number as CaseNumber)).state).toBe('established');
      await readsLists(lead, accessCode, before.nationalId);
      await checksReceipt(lead, number, taken);
      expect(lead.violations).toEqual([]);
      expect(browser.complaints.filter((line) => !/status of 40[14]/.test(line))).toEqual([]);
      await window.close();
    },
  );

  /** The old code opens nothing; the new one does: the ceremony again, for a key of the supplement's own. */
  async function opens(lead: LeadAtWork, { accessCode: old }: TestCase, accessCode: string): Promise<void> {
    await lead.goTo('/lead');
    await lead.type('lead:sign-in.access-code', old);
    await lead.useCard('lead:sign-in.action');
    await lead.page.getByRole('alert').waitFor();
    await lead.signIn(accessCode);
    await lead.reads('lead:overview.round-2');
    await lead.look('lead-supplement-1-to-open');
    await lead.follow('lead:overview.struck-out-before');
    await lead.reads('lead:struck-out.round-1');
    await lead.follow('lead:bar.back');
    await lead.follow('lead:to-open.action');
    await lead.makeRoundKey();
    await lead.wrapForDeputy(installation.people.deputy);
    await lead.tryAndSign();
    await lead.useCard('lead:opening.steps.start.action');
    await lead.reads('lead:opening.done.what');
    await lead.look('lead-supplement-2-opened');
  }

  async function submits(lead: LeadAtWork, number: string, accessCode: string): Promise<void> {
    await lead.goTo('/lead');
    await lead.signIn(accessCode);
    await lead.reads('lead:progress.count', { count: 2 });
    await lead.look('lead-supplement-3-dashboard');
    await lead.follow('lead:dashboard.submission-action');
    await lead.submit(number);
    await lead.look('lead-supplement-4-submitted');
  }

  /** The case is closed, and its lead has both lists. */
  async function readsLists(lead: LeadAtWork, accessCode: string, twice: string): Promise<void> {
    await lead.goTo('/lead');
    await lead.signIn(accessCode);
    await lead.reads('lead:ended.what');
    await lead.look('lead-supplement-5-closed');
    await lead.follow('lead:ended.struck-out');
    for (const [round, reason, found] of [
      ['2', 'D01', twice],
      ['1', 'R01', 'R01'],
    ] as const) {
      await lead.reads(`lead:struck-out.round-${round}`);
      await lead.useCard('lead:struck-out.action');
      await lead.reads('lead:struck-out.verified.totals');
      await lead.type('lead:struck-out.search.label', found);
      await lead.reads('lead:struck-out.search.found', { count: 1 });
      await lead.page.getByRole('cell', { name: reason, exact: true }).waitFor();
      await lead.look(`lead-supplement-6-list-${round}`);
      if (round === '2') await lead.press('lead:struck-out.to-round-1');
    }
  }

  /** The case says how it ended; the receipt of the main round is still verified against the tree of the main round. */
  async function checksReceipt(lead: LeadAtWork, number: string, taken: TakenByApi): Promise<void> {
    const { page } = lead;
    await lead.goTo(`/cases/${number}`);
    await lead.reads('cases:state.established');
    lead.violations.push(...(await lookedAt(page, { name: 'case-established', language: lead.language })));
    await lead.goTo('/receipt');
    await page.getByLabel(lead.words('receipt:check.paste')).fill(taken.receipt);
    await lead.press('receipt:check.check');
    const { inclusion } = await application.api.get<{ inclusion: { index: number } }>(
      `receipts/${taken.commitment}`,
    );
    const place = { size: mainRound.length, position: inclusion.index + 1 };
    await lead.reads('receipt:check.verified.included', place);
    lead.violations.push(...(await lookedAt(page, { name: 'receipt-included', language: lead.language })));
  }
});
