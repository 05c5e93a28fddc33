import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { APIResponse, Page, Route } from 'playwright-core';
import { CardServer, type DemoCard, demoCardPin, issueDemoCardsOfEveryKind } from '../../src/devkit/index.js';
import { origin, type TestApplication } from '../support/application/application.js';
import { collectingCase, enterStaff } from '../support/application/cases.js';
import { TestInstallation } from '../support/application/installation.js';
import { describeInBrowser, TestBrowser } from '../support/chromium/browser.js';

describeInBrowser('co-signing in pages', () => {
  let installation: TestInstallation;
  let application: TestApplication;
  let cards: readonly DemoCard[];
  let cardServer: CardServer;
  let browser: TestBrowser;
  let page: Page;

  beforeAll(async () => {
    installation = await TestInstallation.create();
    cards = issueDemoCardsOfEveryKind(installation.pki);
    application = await installation.start();
    await enterStaff(application);
    await collectingCase(application, '9001', installation.people.lead);
    await collectingCase(application, '9002', installation.people.otherLead, { mode: 'two-key' });
    await installation.nextDay();
    cardServer = await CardServer.start({ cards, port: 0 });
    browser = await TestBrowser.start(application, Number(new URL(cardServer.origin).port));
  });
  afterAll(async () => {
    await browser.stop();
    await cardServer.close();
    await installation.remove();
  });
  beforeEach(async () => {
    cardServer.fault = undefined;
    cardServer.insert('good');
    page = await browser.page();
  });

  /** The platform's answer to a request that the browser has not sent itself. */
  const answered = (route: Route): Promise<APIResponse> =>
    route.fetch({ url: route.request().url().replace(origin, application.address) });
  const numberOf = (name: string): string => cards.find((card) => card.name === name)!.person.nationalId;
  const heading = (text: string): Promise<unknown> =>
    page.getByRole('heading', { level: 1, name: text }).waitFor();

  /** Goes from the case to the statement, by typing and Enter alone once the case is open; the presses it took. */
  async function toStatement(caseNumber: string, nationalId: string): Promise<number> {
    await page.goto(`/cases/${caseNumber}`);
    await page.getByRole('link', { name: '開始連署' }).press('Enter');
    await page.getByLabel('國民身分證統一編號').fill(nationalId);
    await page.keyboard.press('Enter');
    await page.getByLabel(/^卡片密碼/).fill(demoCardPin);
    return 2;
  }

  it('takes three presses beside typing, and leaves number and PIN nowhere', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(`${request.url()} ${JSON.stringify(request.headers())}`));
    const presses = await toStatement('9001', numberOf('good').toLowerCase());
    await page.keyboard.press('Enter');
    await heading('您的連署已收下並密封');
    expect(presses + 1).toBeLessThanOrEqual(5);
    await page.getByText('收據的簽章已在您的瀏覽器裡驗證').waitFor();
    expect(browser.complaints).toEqual([]);
    const kept = await page.evaluate(async () => ({
      storage: [Object.entries(localStorage), Object.entries(sessionStorage), document.cookie],
      databases: await indexedDB.databases(),
      history: JSON.stringify(history.state),
      shown: document.documentElement.outerHTML,
    }));
    for (const secret of [numberOf('good'), demoCardPin])
      expect([...asked, JSON.stringify(kept)].filter((text) => text.includes(secret))).toEqual([]);
    await page.reload();
    await heading('您的號碼');
    expect(await page.getByLabel('國民身分證統一編號').inputValue()).toBe('');
  });

  it('gives whoever co-signed before the same receipt, and not an error', async () => {
    await toStatement('9001', numberOf('good'));
    await page.keyboard.press('Enter');
    await heading('您在 3 月 3 日已經連署過了，這是那一次的收據');
  });

  it('says that it is not known what became of it where the answer is lost; trying again tells, once', async () => {
    cardServer.insert('another');
    let lost = 0;
    await page.route('**/api/v1/cases/9001/co-signatures', async (route) => {
      if (++lost > 1) return route.continue();
      await answered(route);
      return route.abort('connectionreset');
    });
    await toStatement('9001', numberOf('another'));
    await page.keyboard.press('Enter');
    await heading('連線中斷，還不知道有沒有收下');
    await page.getByRole('button', { name: '再試一次' }).press('Enter');
    await heading('您的連署已收下並密封');
    expect(lost).toBe(2);
  });

  it('tries again by itself where the service is busy', async () => {
    const busy = {
      type: 'about:blank',
      title: '',
      status: 503,
      code: 'temporarily-unavailable',
      detail: '…',
    };
    let asked = 0;
    await page.route('**/api/v1/cases/9002/co-signatures', (route) =>
      ++asked > 1
        ? route.continue()
        : route.fulfill({
            status: 503,
            headers: { 'retry-after': '1' },
            contentType: 'application/problem+json',
            body: JSON.stringify(busy),
          }),
    );
    await toStatement('9002', numberOf('good'));
    await page.keyboard.press('Enter');
    await heading('您的連署已收下並密封');
    expect(asked).toBe(2);
  });

  it('refuses to have a text signed that is not the one that follows from the case', async () => {
    await page.route('**/api/v1/cases/9002/challenges', async (route) => {
      const response = await answered(route);
      const body = (await response.text()).replaceAll('9002', '9001');
      await route.fulfill({ response, body });
    });
    await page.goto('/cases/9002/sign');
    await page.getByLabel('國民身分證統一編號').fill(numberOf('good'));
    await page.keyboard.press('Enter');
    await heading('現在不能簽署');
    expect(await page.locator('input').count()).toBe(0);
  });

  it('checks the receipt that it saved, and finds it again by card', async () => {
    await toStatement('9001', numberOf('good'));
    await page.keyboard.press('Enter');
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: '下載收據' }).click();
    const file = await (await saving).path();
    await page.goto('/receipt');
    await page
      .getByLabel(/選擇收據檔/)
      .setInputFiles({ name: '收據.txt', mimeType: 'text/plain', buffer: await readFile(file) });
    await heading('這是本平臺開立的收據');
    await page.getByText('已收下並密封，等領銜人提出。').waitFor();
    const picture = await page.locator('svg.qr').screenshot();
    await page.getByRole('button', { name: '查驗另一張收據' }).click();
    await page
      .getByLabel(/選擇收據檔/)
      .setInputFiles({ name: 'qr.png', mimeType: 'image/png', buffer: picture });
    await heading('這是本平臺開立的收據');
    await page.goto('/co-signatures');
    await page.getByLabel(/^卡片密碼/).fill(demoCardPin);
    await page.keyboard.press('Enter');
    await heading('查到 2 筆連署');
  });

  it('can be read without JavaScript, and asked for again without being sent again', async () => {
    const plain = await browser.page({ javaScriptEnabled: false });
    const answer = await plain.goto('/cases/9002');
    for (const text of ['個人資料蒐集告知', '誰看得到什麼', '領銜人看不到', '讓上班的人也能使用圖書館。'])
      expect(await plain.locator('main').innerText()).toContain(text);
    await plain.goto('/en/');
    expect(await plain.getByRole('link', { name: '你是否同意' }).count()).toBe(2);
    const { etag } = await answer!.allHeaders();
    const path = '/cases/9002';
    await application.request.get(path).set('if-none-match', etag!).expect(304);
  });
});
