import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { accessibilityViolations } from '../support/chromium/accessibility.js';
import { describeInBrowser } from '../support/chromium/describe-in-browser.js';
import { coSignaturesPath, CoSigningSite } from '../support/chromium/co-signing-site.js';
import { CoSigningSteps } from '../support/chromium/co-signing-steps.js';

/** The same window at a zoom of 200 %: half as many CSS pixels, each of four. */
const zoomed: BrowserContextOptions = { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 };
const phone: BrowserContextOptions = { viewport: { width: 360, height: 780 } };

const screens: readonly (readonly [string, 'zh-TW' | 'en', BrowserContextOptions])[] = [
  ['360 px wide', 'zh-TW', phone],
  ['360 px wide', 'en', phone],
  ['at a zoom of 200 %', 'zh-TW', zoomed],
  ['at a zoom of 200 %, dark', 'en', { ...zoomed, colorScheme: 'dark' }],
];

describeInBrowser('co-signing on any screen', () => {
  let site: CoSigningSite;
  beforeAll(async () => {
    site = await CoSigningSite.start();
  });
  afterAll(async () => {
    await site.stop();
  });

  it.each(screens)(
    '%s, in %s: fits in every state, and axe-core finds nothing',
    async (screen, language, options) => {
      const person = site.insertNew(`${screen} ${language}`);
      const page = await site.page(options);
      const steps = new CoSigningSteps(page, language);
      const found: string[] = [];
      const look = async (state: string): Promise<void> => {
        found.push(...(await faultsOf(page)).map((fault) => `${state}: ${fault}`));
      };
      const again = page.getByRole('button', { name: language === 'en' ? 'Try again' : '再試一次' });
      const submit = page.locator('button[type=submit]');

      await steps.open('/');
      await look('cases');
      await steps.begin();
      await submit.click();
      await page.locator('.field .error').waitFor();
      await look('number missing');
      await page.route('**/challenges', (route) => route.abort('connectionrefused'));
      await steps.number.fill(person.nationalId);
      await submit.click();
      await again.waitFor();
      await look('server away');
      await page.unroute('**/challenges');
      await again.click();
      await steps.pin.waitFor();
      await submit.click();
      await page.locator('.field .error').waitFor();
      await look('PIN missing');
      site.cards.fault = 'locked';
      await steps.sign(person);
      await page.getByRole('alert').waitFor();
      await look('card locked');
      site.cards.fault = 'never-answers';
      const opened = page.waitForEvent('popup');
      await steps.sign(person);
      await (await opened).locator('#working').waitFor();
      await look('card at work');
      await page.locator('.notice button').click();
      site.cards.fault = undefined;
      await page.route(`**${coSignaturesPath}`, (route) => route.abort('connectionrefused'));
      await steps.sign(person);
      await again.waitFor();
      await look('not known');
      await page.unroute(`**${coSignaturesPath}`);
      await again.click();
      await steps.taken.waitFor();
      await look('receipt');
      await steps.open('/receipt');
      await page.getByRole('textbox').fill('eyJ');
      await submit.click();
      await page.locator('[slot=errorMessage], .error, [role=alert]').first().waitFor();
      await look('not a receipt');
      expect(found).toEqual([]);
    },
  );

  it('can be read without JavaScript, the notice on personal data too', async () => {
    const page = await site.page({ javaScriptEnabled: false });
    await page.goto('/cases/9001');
    const text = await page.locator('main').innerText();
    for (const part of ['個人資料蒐集告知', '誰看得到什麼', '讓上班的人也能使用圖書館。'])
      expect(text).toContain(part);
    await page.getByRole('link', { name: '開始連署' }).click();
    await page.getByRole('heading', { level: 1, name: '您的號碼' }).waitFor();
    expect(await page.locator('noscript').innerText()).toContain('簽署需要 JavaScript');
    expect(await page.locator('input').count()).toBe(0);
    await page.goto('/en/');
    expect(await page.getByRole('link', { name: '你是否同意' }).count()).toBe(1);
  });
});

/** What axe-core finds, and whether one has to scroll sideways. */
async function faultsOf(page: Page): Promise<readonly string[]> {
  const { width, visible } = await page.evaluate(() => ({
    width: document.documentElement.scrollWidth,
    visible: document.documentElement.clientWidth,
  }));
  const wide = width > visible ? [`is ${width} px wide, of which ${visible} are seen`] : [];
  return [...wide, ...(await accessibilityViolations(page))];
}
