import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { TestApplication } from '../support/application/application.js';
import { collectingCase, enterStaff } from '../support/application/cases.js';
import { TestInstallation } from '../support/application/installation.js';
import { describeInBrowser, TestBrowser } from '../support/chromium/browser.js';

describeInBrowser('pages', () => {
  let installation: TestInstallation;
  let application: TestApplication;
  let browser: TestBrowser;
  beforeAll(async () => {
    installation = await TestInstallation.create();
    application = await installation.start();
    await enterStaff(application);
    await collectingCase(application, '9001', installation.people.lead);
    await installation.nextDay();
    browser = await TestBrowser.start(application);
  });
  afterAll(async () => {
    await browser.stop();
    await installation.remove();
  });

  it('open', async () => {
    const page = await browser.page();
    await page.goto('/');
    expect(await page.locator('h1').textContent()).toBe('公民投票案電子連署');
    await page.screenshot({ path: '/tmp/home.png', fullPage: true });
    await page.goto('/cases/9001');
    await page.screenshot({ path: '/tmp/case.png', fullPage: true });
    expect(await page.evaluate(() => globalThis.isSecureContext)).toBe(true);
    expect(browser.complaints).toEqual([]);
  });
});
