import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Download } from 'playwright-core';
import { CardServer, type MockCard, signInStaff } from '../../src/devkit/index.js';
import { CheckpointJob } from '../../src/audit/index.js';
import type { TestApplication } from '../support/application/application.js';
import { caseText, enterStaff } from '../support/application/cases.js';
import { exchange } from '../support/application/exchange.js';
import { TestInstallation } from '../support/application/installation.js';
import { describeInBrowser } from '../support/chromium/describe-in-browser.js';
import { DeskAtWork } from '../support/chromium/desk-at-work.js';
import { TestBrowser } from '../support/chromium/test-browser.js';
import type { Language } from '../support/chromium/words.js';

const pin = '49301867';
const names = { registrar: '王登記', approver: '李核可', auditor: '陳稽核' };
const { number, mainText, reason } = caseText('9001');

describeInBrowser('the desk', () => {
  let installation: TestInstallation;
  let application: TestApplication;
  let cardServer: CardServer;
  let browser: TestBrowser;
  const cards = new Map<string, MockCard>();
  beforeAll(async () => {
    installation = await TestInstallation.create();
    application = await installation.start();
    await enterStaff(application);
    for (const role of ['registrar', 'approver', 'auditor'] as const) {
      const card = installation.card(`desk ${role}`, { pin });
      const { id } = await application.member(card, role);
      await application.databases.owner.query('UPDATE staff_member SET name = $1 WHERE id = $2', [
        names[role],
        id,
      ]);
      cards.set(role, card);
    }
    const served = [...cards].map(([name, card]) => ({ name, description: name, card }));
    cardServer = await CardServer.start({ cards: served, port: 0 });
    browser = await TestBrowser.start(application, Number(new URL(cardServer.origin).port));
  });
  afterAll(async () => {
    await browser.stop();
    await cardServer.close();
    await installation.remove();
  });

  /** Somebody's window at this page, not signed in, at the time of the test. */
  const begin = async (card: 'registrar' | 'approver' | 'auditor', language: Language, path = '/staff') => {
    const window = await browser.window();
    await window.clock.setSystemTime(installation.clock.now());
    const page = await window.newPage();
    const person = await DeskAtWork.at(page, language, { pin, cardServer, card });
    await person.goTo(path);
    await person.offers('desk:sign-in.action');
    return person;
  };

  it('two people take a case from its registration to its stop, and an auditor reads what they did', async () => {
    const registrar = await begin('registrar', 'zh-TW');
    await registrar.look('desk-01-sign-in', { guide: 'desk-1-sign-in' });
    await registrar.useCard('desk:sign-in.action', '000000');
    await registrar.reads('card:card-wrong-pin-two-tries-left.happened');
    await registrar.look('desk-02-wrong-pin');
    await registrar.signIn();
    await registrar.reads('desk:alerts.checkpoint-late.happened');
    await registrar.look('desk-03-today');
    await registers(registrar);
    await issuesTheCode(registrar);
    await asksForTheStop(registrar);

    await application.get(CheckpointJob).run();
    const approver = await begin('approver', 'zh-TW');
    await approver.signIn();
    await seesATamperedRequest(approver);
    await approvesByKeyboard(approver);
    await entersAClosure(registrar, approver);
    await addsAMember(registrar, approver, installation.people.deputy);
    await looksAtTheRest(registrar);
    await losesTheSession(registrar);

    const auditor = await begin('auditor', 'en', '/staff/audit');
    await readsTheLog(auditor);
    const found = [registrar, approver, auditor].flatMap(({ violations }) => violations);
    expect(found).toEqual([]);
    // The session that was ended, as the console tells it.
    expect(browser.complaints.filter((line) => !/status of 401/.test(line))).toEqual([]);
  });

  /** Registers a case: first with nothing filled in, then with everything, by way of the preview. */
  async function registers(registrar: DeskAtWork): Promise<void> {
    const { lead } = installation.people;
    await registrar.visit('cases');
    await registrar.reads('desk-cases:list.none');
    await registrar.look('desk-04-cases-empty');
    await registrar.follow('desk-cases:list.register');
    await registrar.press('desk-cases:register.to-preview');
    await registrar.reads('desk-cases:register.fault.electors-missing');
    await registrar.look('desk-05-register-faults');
    await registrar.type('desk-cases:register.number', number);
    await registrar.type('desk-cases:register.main-text', mainText);
    await registrar.type('desk-cases:register.reason', reason);
    await registrar.type('desk-cases:register.electors', '200');
    await registrar.day('desk-cases:register.notice', '2026-03-02');
    await registrar.chooseCertificate('desk-cases:register.signing', lead.encryptionCertificate);
    await registrar.reads('desk:certificate.certificate-for-other-use');
    await registrar.chooseCertificate('desk-cases:register.signing', lead.signingCertificate);
    await registrar.chooseCertificate('desk-cases:register.encryption', lead.encryptionCertificate);
    await registrar.look('desk-06-register-filled');
    await registrar.press('desk-cases:register.to-preview');
    await registrar.offers('desk-cases:register.action');
    await registrar.look('desk-07-register-preview', { guide: 'desk-3-preview' });
    await registrar.press('desk-cases:register.action');
    await registrar.reads('desk-cases:steps.heading');
    await registrar.look('desk-08-case', { guide: 'desk-4-case' });
  }

  /** The code is on the page once: not before, and not after the page is closed. */
  async function issuesTheCode(registrar: DeskAtWork): Promise<void> {
    await registrar.open('desk-cases:steps.issue-code.name');
    await registrar.press('desk-cases:steps.issue-code.action');
    await registrar.reads('desk-cases:code-slip.once');
    const code = await registrar.page.locator('.code-slip .digits').innerText();
    expect(code).toMatch(/^\S{8,}$/);
    await registrar.look('desk-09-code');
    await registrar.press('desk-cases:steps.issue-code.handed-over');
    await registrar.reads('desk:states.code-issued');
    expect(await registrar.page.content()).not.toContain(code);
  }

  /** Asks, and can't approve it: the page says so and has no field for a PIN. */
  async function asksForTheStop(registrar: DeskAtWork): Promise<void> {
    await registrar.open('desk-cases:steps.stop.name');
    await registrar.press('desk-cases:steps.stop.action');
    await registrar.reads('desk:request.asked');
    await registrar.look('desk-10-asked');
    await registrar.follow('desk:request.to-request');
    await registrar.reads('desk:approval.standing.own');
    expect(await registrar.page.locator('input[type=password]').count()).toBe(0);
    await registrar.look('desk-11-own-request');
  }

  /** A server that shows other content than what it has the statement say: the card is not asked. */
  async function seesATamperedRequest(approver: DeskAtWork): Promise<void> {
    const { page } = approver;
    await page.route('**/api/v1/staff/requests/*-*', async (route) => {
      const { pathname } = new URL(route.request().url());
      const token = route.request().headers().authorization?.slice('Bearer '.length);
      const { body } = await exchange(application, { method: 'get', path: pathname, token });
      const request = JSON.parse(body) as { content: string };
      const content = Buffer.from(request.content, 'base64').toString().replace('code-issued', 'collecting');
      await route.fulfill({ json: { ...request, content: Buffer.from(content).toString('base64') } });
    });
    await approver.visit('approvals');
    await page.locator('tbody th a').first().click();
    await approver.reads('desk:refusal.approval-content-differs');
    expect(await page.locator('input[type=password]').count()).toBe(0);
    await approver.look('desk-12-tampered');
    await page.unrouteAll();
  }

  async function approvesByKeyboard(approver: DeskAtWork): Promise<void> {
    await approver.visit('today');
    await approver.reads('desk:alerts.none');
    await approver.page.locator('tbody th a').first().waitFor();
    await approver.look('desk-13-today-approver', { guide: 'desk-2-today' });
    await approver.byKeyboard('desk:actions.stop-case.name');
    await approver.offers('desk:approval.approve');
    await approver.look('desk-14-approval', { guide: 'desk-5-approval' });
    cardServer.insert('approver');
    await approver.byKeyboard('frame:pin.label', pin);
    await approver.reads('desk:approval.standing.executed');
    await approver.look('desk-15-approved');
  }

  async function entersAClosure(registrar: DeskAtWork, approver: DeskAtWork): Promise<void> {
    await registrar.visit('closures');
    await registrar.press('desk-office:closures.ask.action');
    await registrar.reads('desk-office:closures.missing');
    await registrar.day('desk-office:closures.columns.day', '2026-03-03');
    await registrar.type('desk-office:closures.columns.reference', '行政院人事行政總處 2026-03-02 公告');
    await registrar.look('desk-16-closures');
    await registrar.press('desk-office:closures.ask.action');
    await registrar.reads('desk:request.asked');
    await approver.approveLatest();
    await registrar.visit('today');
    await registrar.visit('closures');
    await registrar.reads('desk-office:closures.everywhere');
    await registrar.look('desk-17-closure-entered');
  }

  async function addsAMember(
    registrar: DeskAtWork,
    approver: DeskAtWork,
    { signingCertificate }: MockCard,
  ): Promise<void> {
    await registrar.visit('members');
    await registrar.type('desk-office:members.add.name', '林小姐');
    await registrar.chooseCertificate('desk-office:members.add.certificate', signingCertificate);
    await registrar.page.getByLabel(registrar.words('desk-office:members.role-what.verifier')).check();
    await registrar.look('desk-18-members');
    await registrar.press('desk-office:members.add.action');
    await registrar.reads('desk:request.asked');
    await approver.approveLatest();
    await registrar.visit('sessions');
    await registrar.visit('members');
    await registrar.page.getByRole('link', { name: '林小姐' }).click();
    await registrar.reads('desk-office:member.removal-heading');
    await registrar.look('desk-19-member');
  }

  async function looksAtTheRest(registrar: DeskAtWork): Promise<void> {
    await registrar.visit('switches');
    await registrar.reads('desk-office:switches.none');
    await registrar.look('desk-20-switches');
    await registrar.visit('sessions');
    await registrar.reads('desk-office:sessions.here');
    await registrar.look('desk-21-sessions');
    await registrar.visit('approvals');
    await registrar.page.getByRole('radio', { name: registrar.words('desk:approvals.all') }).check();
    await registrar.reads('desk:actions.add-member.name');
    await registrar.look('desk-22-approvals');
  }

  /** Somebody with the same card ends all their sessions elsewhere: this window is at the sign-in, and back on its page afterwards. */
  async function losesTheSession(registrar: DeskAtWork): Promise<void> {
    const card = cards.get('registrar')!;
    card.enterPin(pin);
    const elsewhere = await signInStaff(application.api, card);
    const { sessions } = await elsewhere.get<{ sessions: readonly { id: string; current: boolean }[] }>(
      'staff/sessions',
    );
    for (const { id } of sessions.filter(({ current }) => !current))
      await exchange(application, {
        method: 'delete',
        path: `/api/v1/staff/sessions/${id}`,
        token: elsewhere.token,
      });
    await registrar.visit('cases');
    await registrar.reads('desk:sign-in.why.ended');
    await registrar.look('desk-23-session-ended');
    await registrar.signIn();
    await registrar.reads('desk-cases:list.columns.main-text');
    await registrar.look('desk-24-cases');
  }

  /** In English: filtered, and as files. */
  async function readsTheLog(auditor: DeskAtWork): Promise<void> {
    await auditor.signIn();
    await auditor.reads('desk-office:audit.columns.details');
    await auditor.look('desk-25-audit');
    const kinds = auditor.page.getByRole('combobox', {
      name: auditor.words('desk-office:audit.filter.action'),
    });
    await kinds.selectOption({ label: 'Case registered' });
    await auditor.press('desk-office:audit.filter.apply');
    await auditor.page.locator('tbody tr').nth(1).waitFor({ state: 'detached' });
    const csv = await saved(auditor, 'desk-office:audit.export.csv');
    expect(csv.split('\r\n').length + csv.split('\n').length).toBeGreaterThan(3);
    expect(csv).toContain('case-registered');
    expect(csv).not.toContain('case-stop');
    const lines = (await saved(auditor, 'desk-office:audit.export.whole')).trimEnd().split('\n');
    expect(lines.filter((line) => line.includes('"action":"case-stop"'))).toHaveLength(1);
    expect(lines.filter((line) => line.startsWith('{"signedData":'))).toHaveLength(3);
  }

  async function saved(person: DeskAtWork, action: string): Promise<string> {
    const download: Promise<Download> = person.page.waitForEvent('download');
    await person.press(action);
    return readFile(await (await download).path(), 'utf8');
  }
});
