import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { CardFault } from '../../src/devkit/index.js';
import { describeInBrowser } from '../support/chromium/describe-in-browser.js';
import { coSignaturesPath, CoSigningSite } from '../support/chromium/co-signing-site.js';
import { CoSigningSteps } from '../support/chromium/co-signing-steps.js';

/** What the card program can answer, and what the person reads: what happened · what to do. */
const answers: readonly (readonly [CardFault, string])[] = [
  ['no-reader', '沒有偵測到讀卡機 · 請接上讀卡機，插入自然人憑證，再按一次。'],
  ['no-card', '沒有偵測到卡片 · 請把自然人憑證插入讀卡機，再按一次。'],
  ['wrong-pin', '密碼不正確 · 請再輸入一次。連續錯三次，卡片會鎖定。'],
  ['wrong-pin-two-tries-left', '密碼不正確，還可以試 2 次 · 請再輸入一次。'],
  [
    'wrong-pin-one-try-left',
    '密碼不正確，只剩 1 次機會 · 再錯一次，卡片會鎖定。不確定密碼時，請先到內政部憑證管理中心網站查詢如何重設。',
  ],
  ['locked', '卡片已鎖定 · 請到內政部憑證管理中心網站解鎖，或洽戶政事務所。'],
  ['cancelled', '您取消了，沒有送出任何資料 · 想繼續的話，請再按一次。'],
  ['site-not-allowed', '讀卡元件不允許本網站使用卡片 · 請確認網址正確，並在讀卡元件的視窗中允許本網站。'],
  ['timed-out', '等不到卡片的回應，沒有送出任何資料 · 請確認卡片已插好，再按一次。'],
  ['certificate-expired', '這張憑證已過期 · 請先確認電腦的日期正確。若正確，請到戶政事務所換發。'],
  ['closed', '您取消了，沒有送出任何資料 · 想繼續的話，請再按一次。'],
  ['not-json', '看不懂讀卡元件的回應，沒有送出任何資料 · 請將「跨平台網頁元件」更新到最新版，再試一次。'],
];

describeInBrowser('a card that fails', () => {
  let site: CoSigningSite;
  beforeAll(async () => {
    site = await CoSigningSite.start();
  });
  afterAll(async () => {
    await site.stop();
  });

  it('is told in a sentence, whatever the card program answers; nothing is sent, and the same page signs in the end', async () => {
    const person = site.insertNew('every answer');
    const page = await site.page();
    const sent = coSignaturesSentBy(page);
    const steps = new CoSigningSteps(page);
    await steps.toStatement(person);
    const told: [CardFault, string][] = [];
    for (const [fault] of answers) {
      site.cards.fault = fault;
      await steps.sign(person);
      told.push([fault, await sentence(page)]);
      // The PIN has to be entered anew, and the field is there for it.
      expect(await steps.pin.evaluate((field) => document.activeElement === field)).toBe(true);
      expect(await steps.pin.inputValue()).toBe('');
    }
    expect(told).toEqual(answers);
    expect([sent.count, person.card.operations.signatures, await site.taken()]).toEqual([0, 0, 0]);
    site.cards.fault = undefined;
    await steps.sign(person);
    await steps.taken.waitFor();
    expect([sent.count, person.card.operations.signatures]).toEqual([1, 1]);
  });

  it('counts the tries down to the lock', async () => {
    const person = site.insertNew('three tries');
    const page = await site.page();
    const sent = coSignaturesSentBy(page);
    const steps = new CoSigningSteps(page);
    await steps.toStatement(person);
    const told: string[] = [];
    for (const pin of ['000000', '111111', '222222', person.pin]) {
      await steps.sign({ pin });
      told.push((await sentence(page)).split(' · ')[0]!);
    }
    expect(told).toEqual([
      '密碼不正確，還可以試 2 次',
      '密碼不正確，只剩 1 次機會',
      '卡片已鎖定',
      '卡片已鎖定',
    ]);
    expect([sent.count, person.card.operations.signatures]).toEqual([0, 0]);
  });

  it('can be waited for no longer: by the page’s button, and by the window’s', async () => {
    const person = site.insertNew('cancels');
    const page = await site.page();
    const sent = coSignaturesSentBy(page);
    const steps = new CoSigningSteps(page);
    await steps.toStatement(person);
    site.cards.fault = 'never-answers';
    const opened = page.waitForEvent('popup');
    await steps.sign(person);
    const popup = await opened;
    const closed = popup.waitForEvent('close');
    await page.getByRole('button', { name: '取消' }).click();
    await closed;
    const byPage = await sentence(page);
    site.cards.fault = undefined;
    site.cards.insert(undefined);
    const again = page.waitForEvent('popup');
    await steps.sign(person);
    await (await again).locator('#cancel').click();
    expect([byPage, await sentence(page)]).toEqual(
      Array<string>(2).fill('您取消了，沒有送出任何資料 · 想繼續的話，請再按一次。'),
    );
    expect([sent.count, person.card.operations.signatures]).toEqual([0, 0]);
  });

  describe('because its program', () => {
    const silences: readonly (readonly [string, CardFault | undefined, number, string])[] = [
      ['is not installed', undefined, 4_000, '找不到讀卡元件 · 請安裝並啟動「跨平台網頁元件」，再按一次。'],
      ['never says anything', 'silent', 4_000, '找不到讀卡元件 · 請安裝並啟動「跨平台網頁元件」，再按一次。'],
      [
        'never answers',
        'never-answers',
        181_000,
        '等不到卡片的回應，沒有送出任何資料 · 請確認卡片已插好，再按一次。',
      ],
    ];
    it.each(silences)('%s, is told in time', async (what, fault, milliseconds, told) => {
      const person = site.insertNew(what);
      const page = await site.page();
      const sent = coSignaturesSentBy(page);
      if (fault === undefined)
        await page.context().route('http://localhost:61161/**', (route) => route.abort('connectionrefused'));
      site.cards.fault = fault;
      await page.clock.install();
      const steps = new CoSigningSteps(page);
      await steps.toStatement(person);
      const opened = page.waitForEvent('popup');
      await steps.sign(person);
      const popup = await opened;
      if (fault === 'never-answers') await popup.locator('#working').waitFor();
      await page.clock.fastForward(milliseconds);
      expect(await sentence(page)).toBe(told);
      expect([sent.count, person.card.operations.signatures]).toEqual([0, 0]);
    });

    it('has no window, since the browser opens none', async () => {
      const person = site.insertNew('no window');
      const page = await site.page();
      await page.addInitScript(() => {
        window.open = () => null;
      });
      const sent = coSignaturesSentBy(page);
      const steps = new CoSigningSteps(page);
      await steps.toStatement(person);
      await steps.sign(person);
      expect(await sentence(page)).toBe('瀏覽器擋下了讀卡視窗 · 請允許本網站的彈出視窗，再按一次。');
      expect([sent.count, person.card.operations.signatures]).toEqual([0, 0]);
    });
  });

  it.each([
    ['revoked', '您的自然人憑證已停用或廢止。請到戶政事務所辦理復用，或申請新的憑證。'],
    ['expired', '您的自然人憑證已過期。請到內政部憑證管理中心網站辦理展期，或向戶政事務所申請新的憑證。'],
  ] as const)('is refused by the platform where it is %s, and nothing is taken', async (kind, told) => {
    const taken = await site.taken();
    const person = site.insert(kind);
    const page = await site.page();
    const steps = new CoSigningSteps(page);
    await steps.toStatement(person);
    await steps.sign(person);
    expect(await sentence(page)).toBe(told);
    expect(await site.taken()).toBe(taken);
  });

  it('is of somebody else than the number: nothing is sent, and the number can be changed', async () => {
    const { nationalId } = site.insertNew('somebody else');
    const person = site.insertNew('the holder');
    const page = await site.page();
    const sent = coSignaturesSentBy(page);
    const steps = new CoSigningSteps(page);
    await steps.toStatement({ nationalId });
    await steps.sign(person);
    expect(await sentence(page)).toBe(
      '號碼與這張卡片不符，沒有送出任何資料 · 請確認號碼，或換成您本人的卡片。 · 回上一步改號碼',
    );
    expect(sent.count).toBe(0);
    await page.getByRole('alert').getByRole('link', { name: '回上一步改號碼' }).click();
    expect(await steps.number.inputValue()).toBe(nationalId);
    await steps.number.fill('');
    await steps.enterNumber(person.nationalId);
    await steps.sign(person);
    await steps.taken.waitFor();
    expect(sent.count).toBe(1);
  });

  it('is never asked for with a number that cannot be a citizen’s', async () => {
    const { nationalId } = site.insert('resident');
    const page = await site.page();
    const steps = new CoSigningSteps(page);
    await steps.begin();
    const told: string[] = [];
    for (const number of ['', 'A12345678', 'A123456788', nationalId]) {
      await steps.number.fill(number);
      await page.getByRole('button', { name: '繼續' }).click();
      const described = await steps.number.getAttribute('aria-describedby');
      expect(await steps.number.getAttribute('aria-invalid')).toBe('true');
      told.push(await page.locator('.field .error').innerText());
      expect(described).toContain(await page.locator('.field .error').getAttribute('id'));
    }
    expect(told).toEqual([
      '還沒有輸入號碼。請輸入一個英文字母和九個數字。',
      '號碼的格式不符。應該是一個英文字母和九個數字，第一個數字是 1 或 2。',
      '這個號碼的檢查碼不符，可能打錯了一個字。請對照身分證再輸入一次。',
      '連署人須為我國國民，居留證號無法連署。',
    ]);
  });
});

/** The sentences of the failure that is announced, paragraph by paragraph, but links to other sites. */
async function sentence(page: Page): Promise<string> {
  const alert = page.getByRole('alert');
  await alert.waitFor();
  const paragraphs = await alert.locator('p:not(:has(a[target=_blank]))').allInnerTexts();
  return paragraphs.join(' · ');
}

/** Counts how often a page sends a co-signature. */
function coSignaturesSentBy(page: Page): { readonly count: number } {
  const sent = { count: 0 };
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === coSignaturesPath) sent.count++;
  });
  return sent;
}
