import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { type Attempt, cardOf, prepareSubmission, remedyBody } from '../../src/devkit/index.js';
import { origin, type TestApplication, type TestCase } from '../support/application/application.js';
import { collectingCase, issuedCase, stopped, submitted } from '../support/application/cases.js';
import { checkRound } from '../support/application/checked-round.js';
import { citizens, coSign, coSignatureBody, countedAndStruckOut } from '../support/application/co-signers.js';
import { describeInBrowser } from '../support/chromium/describe-in-browser.js';
import type { DeskAtWork } from '../support/chromium/desk-at-work.js';
import { DeskScene } from '../support/chromium/desk-scene.js';

/** Six of them count, and eight are needed: a supplement is due. */
const coSigners = countedAndStruckOut();
const electorTotal = 500;
const misused = coSigners[0]!;
const underAge = coSigners.at(-1)!;
const accounts = { misuse: '卡片上個月遺失，這不是我簽的。', objection: '我已滿十八歲，戶籍登記有誤。' };
const reasons = { misuse: '卡片遺失，經查屬實', objection: '戶籍機關更正登記' };

// One asks, in Chinese; two approves, in English. Each test has cases of its own.
describeInBrowser('what two people decide and enter at the desk', () => {
  let scene: DeskScene;
  let application: TestApplication;
  let one: DeskAtWork;
  let two: DeskAtWork;
  const cases = new Map<string, TestCase>();
  beforeAll(async () => {
    scene = await DeskScene.start();
    ({ application } = scene);
    const { people, pki } = scene.installation;
    const { lead, otherLead, deputy } = people;
    cases.set('9001', await collectingCase(application, '9001', lead, { electorTotal }));
    cases.set('9002', await collectingCase(application, '9002', otherLead));
    cases.set('9003', await collectingCase(application, '9003', deputy));
    await issuedCase(application, 'R9005', deputy);
    await stopped(application, 'R9005');
    await scene.installation.nextDay();
    await decidedUpon();
    for (const number of ['9002', '9003']) await coSign(application, number, citizens(2, number));
    scene.serve('lead', otherLead);
    for (const person of [misused, underAge]) scene.serve(person.nationalId, cardOf(person, pki));
    await scene.installation.nextDay();
    await takeUpWork();
  });
  afterAll(() => scene.stop());
  afterEach(() => expect(scene.complaints).toEqual([]));
  // Requests of the same time stand in no order.
  beforeEach(() => scene.installation.clock.advance(60_000));

  /** 9001 is checked and found to have too few. One co-signer has reported misuse before, and one objects now. */
  async function decidedUpon(): Promise<void> {
    const receipts = new Map<Attempt, { readonly receipt: string; readonly commitment: string }>();
    for (const person of coSigners)
      receipts.set(
        person,
        await application.api.post(
          'cases/9001/co-signatures',
          await coSignatureBody(application, '9001', person),
        ),
      );
    const asks = async (kind: 'misuse' | 'objection', person: Attempt, path: string): Promise<void> => {
      const { receipt, commitment } = receipts.get(person)!;
      const shown = { receipt, commitment: Buffer.from(commitment, 'hex') };
      const wanted = { kind, caseNumber: '9001', account: accounts[kind], origin, shown } as const;
      const body = await remedyBody(application.api, cardOf(person, scene.installation.pki), wanted);
      await application.api.post(`cases/9001/${path}`, body);
    };
    await asks('misuse', misused, 'misuse-reports');
    await submitted(application, cases.get('9001')!);
    await checkRound(application, '9001', coSigners);
    await asks('objection', underAge, 'objections');
  }

  async function takeUpWork(): Promise<void> {
    const card = scene.installation.card.bind(scene.installation);
    scene.serve('renewed', card('other lead', { edition: 2 }));
    await scene.member('one', card('desk one'), '王登記', 'registrar', 'verifier');
    await scene.member('two', card('desk two'), '李核可', 'approver');
    one = await scene.atDesk('one', 'zh-TW');
    two = await scene.atDesk('two', 'en');
    for (const each of [one, two]) await each.signIn();
  }

  /** Waits until the page shows this day. */
  const showsDay = (person: DeskAtWork, day: string): Promise<void> =>
    person.page.locator(`main time[datetime="${day}"]`).first().waitFor();

  it('an objection, a report of misuse, the corrected result, and the notice of the supplement', async () => {
    await one.toCase('9001');
    await one.reads('desk-cases:facts.supplement-last-day');
    await showsDay(one, '2026-04-02');
    await one.follow('desk-cases:facts.check-page');
    await one.follow('check:places.remedies.name');
    await decides('objection');
    await one.look('desk-remedies-1-asked');
    await two.look('desk-remedies-1-approved');
    await decides('misuse');
    await one.choose('check:remedies.all');
    await one.page.getByText(one.words('check:remedies.outcome.upheld')).nth(1).waitFor();
    await one.look('desk-remedies-2-decided');
    await one.follow('check:places.result.name');
    await one.open('check:result.correct-summary');
    await one.press('check:result.correct');
    await one.reads('desk:request.asked');
    await two.approveLatest();
    await two.look('desk-remedies-3-corrected');
    await holderReads(underAge, 'counted', reasons.objection);
    await holderReads(misused, 'not-counted', reasons.misuse);
    await noticesSupplement();
    expect(one.violations).toEqual([]);
  });

  async function decides(kind: 'objection' | 'misuse'): Promise<void> {
    await one.press(`check:remedies.kinds.${kind}`);
    await one.page.getByText(accounts[kind]).waitFor();
    await one.choose('check:remedies.outcome.upheld');
    await one.type('check:remedies.reason', reasons[kind]);
    await one.press('check:remedies.propose');
    await one.reads('desk:request.asked');
    await two.approveLatest();
  }

  /** By the card alone, with the reason that two people gave. */
  async function holderReads(
    { nationalId }: Attempt,
    status: 'counted' | 'not-counted',
    reason: string,
  ): Promise<void> {
    const holder = await scene.withCard(nationalId);
    await holder.goTo('/co-signatures');
    await holder.useCard('own:look-up');
    await holder.reads(`own:found.status.${status}`);
    await holder.page.getByText(`有理由。${reason}`).waitFor();
    await holder.look(`desk-remedies-4-holder-${status}`);
    expect(holder.violations).toEqual([]);
    await holder.page.context().close();
  }

  /** Delivered a day after the result: the last day is a day later as well. */
  async function noticesSupplement(): Promise<void> {
    await one.toCase('9001');
    await one.open('desk-cases:steps.supplement-notice.name');
    await one.day('desk-cases:steps.supplement-notice.day', '2026-03-04');
    await one.press('desk-cases:steps.supplement-notice.action');
    await one.reads('desk:request.asked');
    await two.approveLatest();
    await one.toCase('9001');
    await one.reads('desk-cases:facts.supplement-last-day');
    await showsDay(one, '2026-04-03');
    await one.look('desk-remedies-5-supplement');
  }

  it('a lead’s certificates: the old session ends, and the new card signs in', async () => {
    const { accessCode } = cases.get('9002')!;
    const lead = await scene.withCard('lead');
    await lead.goTo('/lead');
    await lead.signIn(accessCode);
    await lead.reads('lead:progress.count', { count: 2 });
    await one.toCase('9002');
    const step = 'desk-cases:steps.lead-certificates';
    await one.open(`${step}.name`);
    const { signingCertificate, encryptionCertificate } = scene.cards.get('renewed')!;
    await one.chooseCertificate(`${step}.signing`, signingCertificate);
    await one.chooseCertificate(`${step}.encryption`, encryptionCertificate);
    await one.look('desk-lead-card-1-asked');
    await one.press(`${step}.action`);
    await one.reads('desk:request.asked');
    await two.approveLatest();
    await two.look('desk-lead-card-2-approved');
    await lead.follow('lead:dashboard.submission-action');
    await lead.reads('lead:sign-in.why.ended');
    await lead.look('desk-lead-card-3-ended');
    await lead.type('lead:sign-in.access-code', accessCode);
    await lead.useCard('lead:sign-in.action');
    await lead.reads('lead:refusal.sign-in-refused');
    scene.cardServer.insert('renewed');
    await lead.signIn(accessCode);
    await lead.look('desk-lead-card-4-new-card');
    expect([...lead.violations, ...one.violations, ...two.violations]).toEqual([]);
    await lead.page.context().close();
  });

  it('a pause, a lawsuit, an offline submission and, of a rehearsal, an announcement', async () => {
    await one.toCase('9003');
    await one.open('desk-cases:steps.hold.name');
    await one.type('desk-cases:steps.hold.reference', '臺北高等行政法院 115 年度訴字第 1 號');
    await one.press('desk-cases:steps.hold.action');
    await approvedByTwo();

    await one.open('desk-cases:steps.intake-pause.name');
    await one.type('desk-office:switches.reason-zh', '讀卡元件更新');
    await one.type('desk-office:switches.reason-en', 'The card program is being updated');
    await one.press('desk-office:switches.turn-on');
    await approvedByTwo();
    await two.visit('switches');
    await two.page.getByRole('cell', { name: '讀卡元件更新' }).waitFor();
    await one.toCase('9003');
    await one.open('desk-cases:steps.intake-pause.name');
    await one.reads('desk-cases:steps.intake-pause.paused-because', { reason: '讀卡元件更新' });
    await one.look('desk-entered-1-paused');
    await one.press('desk-office:switches.turn-off');
    await approvedByTwo();

    await takesInOffline();
    await announcesRehearsal();
    expect([...one.violations, ...two.violations]).toEqual([]);
  });

  /** The request that was made just now. */
  async function approvedByTwo(): Promise<void> {
    await one.page.getByText(one.words('desk:request.asked')).last().waitFor();
    await two.approveLatest();
  }

  async function takesInOffline(): Promise<void> {
    const of = cases.get('9003')!;
    const { submission } = await prepareSubmission(await application.asLead(of), of.lead);
    const step = 'desk-cases:steps.offline-submission';
    await one.toCase('9003');
    await one.open(`${step}.name`);
    await one.press(`${step}.action`);
    await one.reads(`${step}.file-missing`);
    for (const [field, name, content] of [
      ['statement', 'submission-statement.p7m', submission.statement],
      ['wrapped-key', 'wrapped-key.p7m', submission.wrappedKey],
    ] as const) {
      const buffer = Buffer.from(content, 'base64');
      const file = { name, mimeType: 'application/pkcs7-mime', buffer };
      await one.page.getByLabel(one.words(`${step}.${field}`)).setInputFiles(file);
    }
    await one.type(`${step}.handed-over`, '2026-03-04 08:30');
    await one.look('desk-entered-2-offline');
    await one.press(`${step}.action`);
    await approvedByTwo();
    await two.look('desk-entered-3-offline-approved');
    await one.toCase('9003');
    await one.reads('desk:states.submitted');
  }

  /** It is named as a rehearsal before it is signed as well. */
  async function announcesRehearsal(): Promise<void> {
    await one.toCase('R9005');
    await one.reads('frame:notice.rehearsal-case', { number: 'R9005' });
    await one.open('desk-cases:steps.announcement.name');
    await one.day('desk-cases:steps.announcement.day', '2026-03-04');
    await one.press('desk-cases:steps.announcement.action');
    await approvedByTwo();
    await two.look('desk-entered-4-rehearsal-announced');
    await two.reads('frame:notice.rehearsal-case', { number: 'R9005' });
    await one.toCase('R9005');
    await one.reads('desk-cases:facts.announcement');
    await showsDay(one, '2026-03-04');
  }
});
