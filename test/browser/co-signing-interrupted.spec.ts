import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page, Route } from 'playwright-core';
import { describeInBrowser } from '../support/chromium/describe-in-browser.js';
import { coSignaturesPath, CoSigningSite } from '../support/chromium/co-signing-site.js';
import { CoSigningSteps } from '../support/chromium/co-signing-steps.js';
import { lookedAt } from '../support/chromium/looked-at.js';

const unknown = '連線中斷，還不知道有沒有收下';

describeInBrowser('co-signing with a network that breaks, or a platform that goes away', () => {
  let site: CoSigningSite;
  beforeAll(async () => {
    site = await CoSigningSite.start();
  });
  afterAll(async () => {
    await site.stop();
  });

  it('says that nothing was sent where the platform has gone before there is a statement, and goes on when it is back', async () => {
    const person = site.insertNew('before the challenge');
    const taken = await site.taken();
    const page = await site.page();
    const steps = new CoSigningSteps(page);
    await steps.begin();
    await steps.number.fill(person.nationalId);
    await site.goAway();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '連不上伺服器，沒有送出任何資料' }).waitFor();
    expect(await look(page, 'no-statement')).toEqual([]);
    await site.comeBack();
    await page.getByRole('button', { name: '再試一次' }).click();
    await page.locator('.statement').getByText(person.nationalId).waitFor();
    await steps.sign(person);
    await steps.taken.waitFor();
    expect([await site.taken(), person.card.operations.signatures]).toEqual([taken + 1, 1]);
  });

  it('loses nothing and signs once, where the platform goes away between the statement and the signature', async () => {
    const person = site.insertNew('between challenge and post');
    const taken = await site.taken();
    const page = await site.page();
    const steps = new CoSigningSteps(page);
    await steps.toStatement(person);
    await site.goAway();
    await steps.sign(person);
    const again = page.getByRole('button', { name: '再試一次' });
    await again.waitFor();
    expect(await steps.heading()).toBe(unknown);
    await again.click();
    await page.getByText('還是沒有得到答案。請過一會兒再試。').waitFor();
    expect(await look(page, 'unknown')).toEqual([]);
    await site.comeBack();
    expect(await site.taken()).toBe(taken);
    await again.click();
    await steps.taken.waitFor();
    expect([await site.taken(), person.card.operations.signatures]).toEqual([taken + 1, 1]);
  });

  it('shows the receipt of what was recorded, where the platform went away before its answer came, as soon as the network is back', async () => {
    const person = site.insertNew('answer lost');
    const taken = await site.taken();
    const page = await site.page();
    const steps = new CoSigningSteps(page);
    await steps.toStatement(person);
    const lost = site.browser.front.loseAnswers();
    await steps.sign(person);
    await lost;
    await site.goAway();
    await page.getByRole('heading', { name: unknown }).waitFor();
    await site.comeBack();
    expect(await site.taken()).toBe(taken + 1);
    await page.context().setOffline(true);
    await page.context().setOffline(false);
    await steps.taken.waitFor();
    await page.getByText('是本平臺開立的').waitFor();
    expect([await site.taken(), person.card.operations.signatures]).toEqual([taken + 1, 1]);
  });

  it('tries again by itself where the platform is busy, and nothing is sent once that is cancelled', async () => {
    const person = site.insertNew('busy');
    const taken = await site.taken();
    const page = await site.page();
    await page.clock.install();
    const steps = new CoSigningSteps(page);
    await steps.toStatement(person);
    await page.route(`**${coSignaturesPath}`, refuseBusy);
    await steps.sign(person);
    await page.getByRole('status').getByText('目前人數較多，您的連署還沒有送出').waitFor();
    expect(await look(page, 'busy')).toEqual([]);
    await page.getByRole('button', { name: '取消' }).click();
    await page.getByRole('alert').getByText('已停止等候，您的連署沒有送出').waitFor();
    await page.clock.fastForward(60_000);
    expect(await site.taken()).toBe(taken);
    await steps.sign(person);
    await page.getByRole('status').getByText('目前人數較多').waitFor();
    await page.unroute(`**${coSignaturesPath}`);
    await page.clock.fastForward(21_000);
    await steps.taken.waitFor();
    expect(await site.taken()).toBe(taken + 1);
  });

  it('does not let the card sign a text that does not follow from the case', async () => {
    const person = site.insertNew('another text');
    const page = await site.page();
    const steps = new CoSigningSteps(page);
    await page.route('**/challenges', (route) => alterAnswer(site, route));
    await steps.begin();
    await steps.number.fill(person.nationalId);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '現在不能簽署' }).waitFor();
    expect(await look(page, 'another-text')).toEqual([]);
    expect(await page.locator('input').count()).toBe(0);
  });

  it('renews an old challenge and says so; a reload and going back begin anew and sign nothing', async () => {
    const person = site.insertNew('reloads');
    const taken = await site.taken();
    const page = await site.page();
    await page.clock.install();
    const steps = new CoSigningSteps(page);
    await steps.toStatement(person);
    const before = await lastLine(page);
    await page.clock.fastForward(8 * 60_000 + 1_000);
    await page.getByText('最後一行的查驗碼已更新').waitFor();
    expect(await lastLine(page)).not.toBe(before);
    await steps.sign(person);
    await steps.taken.waitFor();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: '您的號碼' }).waitFor();
    expect(await steps.number.inputValue()).toBe('');
    await page.goBack();
    expect(await page.locator('.sheet').count()).toBe(0);
    expect([await site.taken(), person.card.operations.signatures]).toEqual([taken + 1, 1]);
  });
});

/** The platform's answer, with another case's number in the text to be signed. */
async function alterAnswer(site: CoSigningSite, route: Route): Promise<void> {
  const { pathname } = new URL(route.request().url());
  const answer = await fetch(`${site.application.address}${pathname}`, { method: 'POST' });
  expect(answer.ok).toBe(true);
  await route.fulfill({ json: JSON.parse((await answer.text()).replaceAll('9001', '9002')) as unknown });
}

const refuseBusy = (route: Route): Promise<void> =>
  route.fulfill({
    status: 429,
    headers: { 'content-type': 'application/problem+json', 'retry-after': '20' },
    body: JSON.stringify({
      type: 'about:blank',
      title: 'Too Many Requests',
      status: 429,
      code: 'too-many-requests',
      detail: '請稍後再試。',
    }),
  });

const look = (page: Page, state: string): Promise<readonly string[]> =>
  lookedAt(page, { name: `interrupted-${state}`, language: 'zh-TW' });

const lastLine = (page: Page): Promise<string> => page.locator('.statement p').last().innerText();
