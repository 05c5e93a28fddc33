import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { encodePem } from '../../../src/core/pem.js';
import { CardServer, expectedCounts, planAttempts, revokeBefore } from '../../../src/devkit/index.js';
import { origin, type TestApplication, type TestCase } from '../../support/application/application.js';
import { enterStaff, issuedCase, staffClient } from '../../support/application/cases.js';
import { tryAll } from '../../support/application/check-services.js';
import { TestInstallation } from '../../support/application/installation.js';
import {
  browserContext,
  complaintsOf,
  hasChromium,
  startChromium,
} from '../../support/browser/lead-browser.js';

const attempts = planAttempts({ seed: 'lead pages', citizens: 24 });
// One short of the threshold: a supplement is due.
const electorTotal = Math.floor((expectedCounts(attempts).electronicValid + 1) / 0.015);
const pin = '135790';

const shots = process.env.LEAD_SHOTS;

(hasChromium ? describe : describe.skip)('the lead’s pages, in Chromium', () => {
  let installation: TestInstallation;
  let application: TestApplication;
  let browser: Browser;
  let cards: CardServer | undefined;
  let of: TestCase;
  beforeAll(async () => {
    installation = await TestInstallation.create();
    application = await installation.start();
    await enterStaff(application);
    const lead = installation.card('lead of the pages', { pin });
    of = await issuedCase(application, '9001', lead, { electorTotal });
    await issuedCase(application, '9002', installation.people.otherLead, { electorTotal });
    cards = await CardServer.start({ cards: [{ name: 'lead', description: '領銜人', card: lead }], port: 0 });
    browser = await startChromium();
  });
  afterAll(async () => {
    await browser.close();
    await cards?.close();
    await installation.remove();
  });

  const newPage = async (): Promise<{
    context: BrowserContext;
    page: Page;
    complaints: readonly string[];
  }> => {
    const servers = { platform: application.address, cardProgram: () => cards?.origin };
    const context = await browserContext(browser, servers, { viewport: { width: 1280, height: 900 } });
    await context.clock.setSystemTime(installation.clock.now());
    const page = await context.newPage();
    return { context, page, complaints: complaintsOf(page) };
  };
  let count = 0;
  const shot = async (page: Page, name: string): Promise<void> => {
    if (shots === undefined) return;
    await mkdir(shots, { recursive: true });
    const number = String(++count).padStart(2, '0');
    const size = page.viewportSize()!;
    for (const [width, scheme] of [
      [1280, 'light'],
      [360, 'light'],
      [360, 'dark'],
    ] as const) {
      if (scheme === 'dark' && !/dashboard|review|recovery/.test(name)) continue;
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: scheme });
      await page.screenshot({
        path: path.join(shots, `${number}-${name}-${width}-${scheme}.png`),
        fullPage: true,
      });
    }
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize(size);
  };
  const signIn = async (page: Page, code: string): Promise<void> => {
    await page.getByLabel('認證碼').fill(code);
    await page.getByLabel('卡片密碼').fill(pin);
    await page.getByRole('button', { name: '簽署並登入' }).click();
    await page.getByRole('heading', { level: 1 }).filter({ hasNotText: '登入' }).waitFor();
  };
  const useCard = async (page: Page, action: string): Promise<void> => {
    await page.getByLabel('卡片密碼').fill(pin);
    await page.getByRole('button', { name: action }).click();
  };

  it('opens, follows and submits a round, and reads the struck-out list', async () => {
    const { page, complaints } = await newPage();
    page.setDefaultTimeout(15_000);
    try {
      await play(page);
    } catch (error) {
      console.log(complaints.join('\n'), await page.content().catch(String));
      await page.screenshot({ path: '/tmp/leadweb/failed.png', fullPage: true }).catch(() => 0);
      throw error;
    }
    expect(complaints).toEqual([]);
  });
  const play = async (page: Page): Promise<void> => {
    await page.goto(`${origin}/lead/opening`);
    await page.getByRole('button', { name: '簽署並登入' }).waitFor();
    await shot(page, 'sign-in');
    await page.getByRole('button', { name: '簽署並登入' }).click();
    await shot(page, 'sign-in-empty');
    await page.getByLabel('認證碼').fill('WRONG');
    await page.getByLabel('卡片密碼').fill('000000');
    await page.getByRole('button', { name: '簽署並登入' }).click();
    await page.getByText('密碼不正確').waitFor();
    await shot(page, 'sign-in-wrong-pin');
    await signIn(page, of.accessCode);
    await page.getByRole('button', { name: '我同意' }).waitFor();
    await shot(page, 'opening-1');
    await page.getByRole('link', { name: '回到我的案件' }).click();
    await page.getByRole('link', { name: '準備開始連署' }).waitFor();
    await shot(page, 'to-open');
    await page.getByRole('link', { name: '準備開始連署' }).click();
    await page.getByRole('button', { name: '我同意' }).click();
    await shot(page, 'opening-2');
    await page.getByRole('button', { name: '讀取卡片' }).click();
    await page.getByRole('heading', { name: '備援', exact: false }).first().waitFor();
    await page.getByText('沒有備援').first().waitFor();
    await page.getByRole('button', { name: '不留備援' }).click();
    await shot(page, 'opening-3-none');
    await page.getByLabel('加入代理人').setInputFiles({
      name: 'sign.cer',
      mimeType: 'application/x-x509-ca-cert',
      buffer: Buffer.from(installation.people.deputy.signingCertificate),
    });
    await page.getByText('簽章用的憑證').waitFor();
    await page.getByLabel('加入代理人').setInputFiles({
      name: 'deputy.pem',
      mimeType: 'application/x-pem-file',
      buffer: Buffer.from(encodePem('CERTIFICATE', installation.people.deputy.encryptionCertificate)),
    });
    await page.getByRole('button', { name: '移除代理人' }).waitFor();
    await page.getByRole('button', { name: '產生備援密語' }).click();
    const secret = await page.locator('.secret').innerText();
    await page.getByRole('button', { name: '封裝金鑰' }).click();
    await shot(page, 'opening-3-recovery');
    await page.getByLabel('照著紙再輸入一次').fill(secret);
    await page.getByRole('button', { name: '封裝金鑰' }).click();
    await page.getByRole('button', { name: '用卡片試開' }).waitFor();
    await shot(page, 'opening-4');
    await useCard(page, '用卡片試開');
    await page.getByText('電子連署金鑰聲明書').waitFor();
    await shot(page, 'opening-5');
    await useCard(page, '簽署');
    await page.getByRole('button', { name: '開始連署' }).waitFor();
    await shot(page, 'opening-6');
    // Left in the middle: a reload forgets everything, and the key is at the server.
    await page.reload();
    await signIn(page, of.accessCode);
    await page.getByRole('button', { name: '接著做最後一步' }).waitFor();
    await shot(page, 'opening-resumed');
    await page.getByRole('button', { name: '接著做最後一步' }).click();
    await useCard(page, '開始連署');
    await page.getByText('連署已經開啟').waitFor();
    await shot(page, 'opening-done');
    await page.getByRole('link', { name: '看連署進度' }).click();
    await page.getByText('門檻').waitFor();
    await shot(page, 'dashboard-empty');

    revokeBefore(attempts, installation.pki, installation.clock.now());
    await installation.nextDay();
    const collected = await tryAll(application, of, attempts);
    await installation.nextDay();
    await page.context().clock.setSystemTime(installation.clock.now());
    // The session has ended meanwhile: two hours.
    await page.getByRole('button', { name: '更新數字' }).click();
    await page.getByText('登入已到期').waitFor();
    await shot(page, 'session-ended');
    await signIn(page, of.accessCode);
    await page.getByText(`${collected.taken.length} 筆`).first().waitFor();
    await page.getByRole('button', { name: '看每日筆數表' }).click();
    await shot(page, 'dashboard');
    await page.goto(`${origin}/en/lead`);
    await page.getByLabel('Access code').fill(of.accessCode);
    await page.getByLabel('Card PIN').fill(pin);
    await page.getByRole('button', { name: 'Sign and sign in' }).click();
    await page.getByText('of the threshold').waitFor();
    await shot(page, 'dashboard-en');
    await page.getByRole('link', { name: 'Make a copy' }).click();
    await page.getByRole('button', { name: 'Save as one file' }).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as one file' }).click(),
    ]);
    const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\n');
    expect(lines).toHaveLength(3 + collected.taken.length);
    await shot(page, 'records-en');
    await page.getByRole('link', { name: 'Back to my case' }).click();
    await page.getByRole('link', { name: 'Prepare to submit' }).click();
    await page.getByRole('button', { name: 'Prepare to submit' }).waitFor();
    await shot(page, 'submission-1-en');
    await page.goto(`${origin}/lead/submission`);
    await signIn(page, of.accessCode);
    await shot(page, 'submission-1');
    await page.getByRole('button', { name: '準備提出' }).click();
    await page.getByLabel('請輸入案號').fill('1');
    await page.getByRole('button', { name: '確定' }).click();
    await shot(page, 'submission-2-review');
    await page.getByLabel('請輸入案號').fill('9001');
    await page.getByRole('button', { name: '確定' }).click();
    await page.getByRole('button', { name: '打開金鑰' }).waitFor();
    await shot(page, 'submission-3');
    await useCard(page, '打開金鑰');
    await page.getByText('電子連署提出聲明書').waitFor();
    await shot(page, 'submission-4');
    await useCard(page, '簽署並提出');
    await page.getByText('您已提出').waitFor();
    await shot(page, 'submission-done');
    await page.getByRole('link', { name: '回到我的案件' }).first().click();
    await page.getByText('已提出的內容').waitFor();
    await shot(page, 'submitted');

    const staff = await staffClient(application, '9001');
    await staff.requestAndApprove('start-check');
    await staff.waitForVerdicts();
    await staff.requestAndApprove('send-roster');
    const ministry = installation.ministry(attempts);
    await staff.handInAnswer(await ministry.answer(await staff.roster(), installation.clock.now()));
    await staff.requestAndApprove('import-answer');
    await staff.requestAndApprove('confirm-result');
    await page.reload();
    await signIn(page, of.accessCode);
    await page.getByText('怎麼補提').waitFor();
    await shot(page, 'supplement');
    await page.getByRole('link', { name: '看不合格清冊' }).click();
    await page.getByRole('button', { name: '用卡片打開清冊' }).waitFor();
    await shot(page, 'struck-out-sealed');
    await useCard(page, '用卡片打開清冊');
    await page.getByText('各項筆數與公布的查對結果一致').waitFor();
    await page.getByLabel('身分證統一編號或代碼').fill('1');
    await shot(page, 'struck-out');
  };
});
