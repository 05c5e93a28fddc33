import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import type { JSONWebKeySet } from 'jose';
import type { Page } from 'playwright-core';
import { verifyReceipt } from '../../src/core/receipt.js';
import { valueOf } from '../../src/devkit/index.js';
import { origin } from '../support/application/application.js';
import { describeInBrowser } from '../support/chromium/describe-in-browser.js';
import { CoSigningSite } from '../support/chromium/co-signing-site.js';
import { CoSigningSteps, countPresses } from '../support/chromium/co-signing-steps.js';

describeInBrowser('co-signing by the pages', () => {
  let site: CoSigningSite;
  beforeAll(async () => {
    site = await CoSigningSite.start();
  });
  afterAll(async () => {
    await site.stop();
  });
  afterEach(() => {
    // A browser calls every answer of 400 and more an error; this one stands for a receipt.
    expect(site.browser.complaints.filter((each) => !each.includes('status of 409'))).toEqual([]);
  });

  it('takes five presses beside typing, and ends with a receipt that the published keys verify', async () => {
    const person = site.insertNew('five presses');
    const page = await site.page();
    const presses = await countPresses(page.context());
    const steps = new CoSigningSteps(page);
    await steps.coSign(person);
    // Begin, into the field, Enter, into the field, Enter. An exact figure, so that a press that isn't counted shows.
    expect(presses.count).toBe(5);
    expect(person.card.operations.signatures).toBe(1);
    await page.getByText('是本平臺開立的').waitFor();

    const picture = await page.locator('.qr').screenshot({ scale: 'css' });
    const file = await downloaded(page, '下載收據');
    const jws = file.trimEnd().split('\n').at(-1)!;
    const keys = await site.application.api.get<JSONWebKeySet>('keys');
    const receipt = valueOf(await verifyReceipt(jws, keys));
    expect(receipt).toMatchObject({ issuer: origin, caseNumber: '9001', round: 1 });

    await page.getByRole('link', { name: '查驗這張收據' }).click();
    await page.getByLabel('貼上收據').fill(file);
    await page.getByRole('button', { name: '查驗', exact: true }).click();
    await page.getByText('已收下並密封，等領銜人提出').waitFor();
    await page.getByRole('button', { name: '查驗另一張收據' }).click();
    await page
      .getByLabel(/選擇收據檔/)
      .setInputFiles({ name: 'receipt.png', mimeType: 'image/png', buffer: picture });
    await page.getByText('已收下並密封，等領銜人提出').waitFor();
    await steps.open('/co-signatures');
    await steps.sign(person);
    await page.getByRole('heading', { level: 1, name: '查到 1 筆連署' }).waitFor();
  });

  it('works by the keyboard alone, the window of the card program too', async () => {
    const person = site.insert('another');
    // The window asks which card it is.
    site.cards.insert(undefined);
    const page = await site.page();
    await page.goto('/cases/9001');
    await tabTo(page, '開始連署');
    await page.keyboard.press('Enter');
    await expectFocus(page, '您的號碼');
    await tabTo(page, '國民身分證統一編號');
    await page.keyboard.type(person.nationalId.toLowerCase());
    await page.keyboard.press('Enter');
    await expectFocus(page, '看過全文，再簽署');
    await page.locator('.statement').waitFor();
    await tabTo(page, '卡片密碼（PIN 碼）');
    await page.keyboard.type(person.pin);
    await tabTo(page, '簽署');
    const opened = page.waitForEvent('popup');
    await page.keyboard.press('Enter');
    const popup = await opened;
    await popup.locator('#choosing').waitFor();
    await popup.keyboard.press('Shift+Tab');
    await popup.keyboard.press('ArrowDown');
    await popup.keyboard.press('Tab');
    // The popup may be gone before the key is up.
    await popup.keyboard.down('Enter');
    await expectFocus(page, '您的連署已收下並密封');
    expect(person.card.operations.signatures).toBe(1);
  });

  it('shows whoever has co-signed their receipt again, in either language', async () => {
    const person = site.insertNew('twice');
    const taken = await site.taken();
    await new CoSigningSteps(await site.page(), 'en').coSign(person);
    const page = await site.page();
    const steps = new CoSigningSteps(page);
    await steps.toStatement(person);
    await steps.sign(person);
    await page.getByText('是本平臺開立的').waitFor();
    expect(await steps.heading()).toMatch(/^您在 \d+ 月 \d+ 日已經連署過了，這是那一次的收據$/);
    expect(await site.taken()).toBe(taken + 1);
  });
});

/** What a button saves. */
async function downloaded(page: Page, name: string): Promise<string> {
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name }).click();
  return readFile(await (await saved).path(), 'utf8');
}

/** Presses Tab until the element of this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab');
    if ((await focused(page)) === name) return;
  }
  throw new Error(`Tab does not lead to ${name}`);
}

/** Waits until the element of this name has the focus. */
async function expectFocus(page: Page, name: string): Promise<void> {
  await page.waitForFunction((wanted) => document.activeElement?.textContent === wanted, name);
}

/** The label or the text of what has the focus. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement } = document;
    const label = activeElement instanceof HTMLInputElement ? activeElement.labels?.[0] : undefined;
    return (label ?? activeElement)?.textContent ?? '';
  });
}
