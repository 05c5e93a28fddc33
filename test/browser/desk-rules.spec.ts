import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { sentenceOf } from '../../src/messages/index.js';
import type { TestApplication } from '../support/application/application.js';
import { approved, issuedCase } from '../support/application/cases.js';
import { describeInBrowser } from '../support/chromium/describe-in-browser.js';
import type { DeskAtWork } from '../support/chromium/desk-at-work.js';
import { DeskScene } from '../support/chromium/desk-scene.js';

const pin = '49301867';

// One asks, two approves; the third leads 9002, and is on the staff with another card.
describeInBrowser('the desk’s rules', () => {
  let scene: DeskScene;
  let application: TestApplication;
  let one: DeskAtWork;
  let two: DeskAtWork;
  let apart: DeskAtWork;
  beforeAll(async () => {
    scene = await DeskScene.start();
    ({ application } = scene);
    const { people } = scene.installation;
    await issuedCase(application, '9002', people.otherLead);
    await issuedCase(application, '9004', people.deputy);
    const card = scene.installation.card.bind(scene.installation);
    await scene.member('one', card('desk one'), '王登記', 'registrar', 'verifier');
    await scene.member('two', card('desk two'), '李核可', 'approver');
    await scene.member('apart', card('other lead', { edition: 1 }), '羅領銜', 'registrar', 'approver');
    one = await scene.atDesk('one', 'zh-TW');
    two = await scene.atDesk('two', 'en');
    apart = await scene.atDesk('apart', 'zh-TW');
    for (const each of [one, two, apart]) await each.signIn();
  });
  afterAll(() => scene.stop());
  afterEach(() => expect(scene.complaints).toEqual([]));
  // Requests of the same time stand in no order.
  beforeEach(() => scene.installation.clock.advance(60_000));

  const ask = async (path: string, body: object = {}): Promise<{ id: string; statement: string }> =>
    (await application.as('registrar')).post(`staff/cases/${path}`, body);
  const hold = (number: string, reference: string) => ask(`${number}/hold`, { reference });
  /** Opens a request by the list of what waits, or of all. */
  const toRequest = async (person: DeskAtWork, id: string): Promise<void> => {
    await person.visit('approvals');
    await person.choose('desk:approvals.all');
    await person.page.locator(`a[href$="${id}"]`).click();
    await person.page.locator('#statement').waitFor();
  };

  it.each<[rule: string, refused: () => Promise<readonly [person: DeskAtWork, sentence: string]>]>([
    [
      'nobody approves what they asked for',
      async () => {
        await apart.toCase('9004');
        await apart.open('desk-cases:steps.stop.name');
        await apart.press('desk-cases:steps.stop.action');
        await apart.follow('desk:request.to-request');
        await apart.reads('desk:approval.statement-theirs');
        return [apart, apart.words('desk:approval.standing.own')];
      },
    ],
    [
      'nobody approves without the role',
      async () => {
        await toRequest(one, (await hold('9004', '甲')).id);
        return [one, one.words('desk:approval.standing.not-approver')];
      },
    ],
    [
      'a lead asks for nothing in their case',
      async () => {
        await apart.toCase('9002');
        await apart.open('desk-cases:steps.stop.name');
        await apart.press('desk-cases:steps.stop.action');
        return [apart, sentenceOf({ code: 'conflict-of-interest' }, 'zh-TW')];
      },
    ],
    [
      'a lead approves nothing in their case',
      async () => {
        await toRequest(apart, (await hold('9002', '乙')).id);
        await apart.useCard('desk:approval.approve');
        return [apart, sentenceOf({ code: 'conflict-of-interest' }, 'zh-TW')];
      },
    ],
    [
      'nobody makes themselves the lead of a case',
      async () => {
        await one.toCase('9004');
        const step = 'desk-cases:steps.lead-certificates';
        await one.open(`${step}.name`);
        const { signingCertificate, encryptionCertificate } = scene.cards.get('one')!;
        await one.chooseCertificate(`${step}.signing`, signingCertificate);
        await one.chooseCertificate(`${step}.encryption`, encryptionCertificate);
        await one.press(`${step}.action`);
        return [one, sentenceOf({ code: 'approval-of-own-role' }, 'zh-TW')];
      },
    ],
    [
      'what was asked for twice is done once',
      async () => {
        const { lead } = scene.installation.people;
        const body = {
          leadSigningCertificate: Buffer.from(lead.signingCertificate).toString('base64'),
          leadEncryptionCertificate: Buffer.from(lead.encryptionCertificate).toString('base64'),
        };
        const [first, second] = [
          await ask('9004/lead-certificates', body),
          await ask('9004/lead-certificates', body),
        ];
        await approved(application, first);
        await toRequest(two, second.id);
        await two.useCard('desk:approval.approve');
        await two.page.getByText(sentenceOf({ code: 'approval-outdated' }, 'en')).waitFor();
        await toRequest(one, second.id);
        return [one, sentenceOf({ code: 'approval-outdated' }, 'zh-TW')];
      },
    ],
    [
      'a member whose certificate was revoked is out',
      async () => {
        const { clock, pki } = scene.installation;
        const card = scene.installation.card('desk revoked');
        await scene.member('revoked', card, '周離職', 'approver');
        const revoked = await scene.atDesk('revoked', 'zh-TW', '/staff/sessions');
        await revoked.signIn();
        await revoked.reads('desk-office:sessions.here');
        pki.revoke(card.signingCertificate, clock.now());
        await scene.installation.moveTo(new Date(clock.now().getTime() + 3_600_000));
        await revoked.visit('approvals');
        await revoked.reads('desk:sign-in.why.ended');
        await revoked.look('desk-refused-session-over');
        await revoked.useCard('desk:sign-in.action');
        return [revoked, revoked.words('desk:refusal.sign-in-refused')];
      },
    ],
  ])('%s: the page says why, and what to do', async (rule, refused) => {
    const [person, sentence] = await refused();
    await person.page.getByText(sentence).waitFor();
    await person.look(`desk-refused-${rule.replaceAll(' ', '-')}`);
    expect(person.violations).toEqual([]);
  });

  it('by the keyboard alone: signs in, finds a request, reads it and approves it', async () => {
    await hold('9004', '丙');
    const keys = await scene.atDesk('two', 'zh-TW');
    scene.cardServer.insert('two');
    await keys.byKeyboard('frame:pin.label', pin);
    await keys.offers('desk:bar.sign-out');
    await keys.isAt('h1', 'desk:today.heading');
    await keys.byKeyboard('desk:bar.places.approvals');
    await keys.isAt('h1', 'desk:approvals.heading');
    await keys.byKeyboard('desk:actions.enter-hold.name');
    await keys.isAt('h1', 'desk:approval.heading');
    await keys.offers('desk:approval.approve');
    expect(await keys.tabTo(keys.words('frame:pin.label'))).toEqual(['9004', keys.words('frame:pin.label')]);
    await keys.page.keyboard.type(pin);
    await keys.page.keyboard.press('Tab');
    await keys.isAt('button', 'desk:approval.approve');
    await keys.page.keyboard.press('Enter');
    await keys.isAt('[role=status]', 'desk:approval.standing.executed');
    await keys.look('desk-keyboard-approved');
    expect(keys.violations).toEqual([]);
  });
});
