import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { CardServer, demoCardPin } from '../../src/devkit/index.js';
import type { TestApplication } from '../support/application/application.js';
import { collectingCase, enterStaff } from '../support/application/cases.js';
import { TestInstallation } from '../support/application/installation.js';
import { describeInBrowser } from '../support/chromium/describe-in-browser.js';
import { DeskAtWork } from '../support/chromium/desk-at-work.js';
import { TestBrowser } from '../support/chromium/test-browser.js';
import type { Language } from '../support/chromium/words.js';

describeInBrowser('the desk', () => {
  let installation: TestInstallation;
  let application: TestApplication;
  let cardServer: CardServer;
  let browser: TestBrowser;
  beforeAll(async () => {
    installation = await TestInstallation.create();
    application = await installation.start();
    await enterStaff(application);
    await collectingCase(application, '9001', installation.people.lead);
    const { registrar, approver } = installation.people;
    const cards = Object.entries({ registrar, approver }).map(([name, card]) => ({
      name,
      description: name,
      card,
    }));
    cardServer = await CardServer.start({ cards, port: 0 });
    browser = await TestBrowser.start(application, Number(new URL(cardServer.origin).port));
  });
  afterAll(async () => {
    await browser.stop();
    await cardServer.close();
    await installation.remove();
  });

  /** Somebody's window, signed in, at the time of the test. */
  const begin = async (card: 'registrar' | 'approver', language: Language) => {
    const window = await browser.window();
    await window.clock.setSystemTime(installation.clock.now());
    const person = await DeskAtWork.at(await window.newPage(), language, {
      pin: demoCardPin,
      cardServer,
      card,
    });
    await person.goTo('/staff');
    return person;
  };

  it('takes a case from registration to its stop by two people with their cards', async () => {
    const approver = await begin('approver', 'zh-TW');
    await approver.offers('desk:sign-in.action');
    await approver.look('desk-01-sign-in');
    await approver.signIn();
    await approver.look('desk-02-today-empty');
    await (await application.as('registrar')).post('staff/cases/9001/stop');
    await approver.visit('approvals');
    await approver.page.locator('tbody th a').first().waitFor();
    await approver.look('desk-10-approvals');
    await approver.page.locator('tbody th a').first().click();
    await approver.offers('desk:approval.approve');
    await approver.look('desk-11-approval');
    await approver.useCard('desk:approval.approve');
    await approver.reads('desk:approval.standing.executed');
    await approver.look('desk-12-approval-executed');
    expect(approver.violations).toEqual([]);
    expect(browser.complaints).toEqual([]);
  });
});
