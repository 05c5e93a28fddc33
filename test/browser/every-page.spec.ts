import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { CaseService, ServiceSwitches } from '../../src/cases/index.js';
import type { PublicResults } from '../../src/checking/index.js';
import { CardServer, personFor } from '../../src/devkit/index.js';
import { dataOfPages } from '../../src/http/pages/page-data.js';
import type { ServiceStatus } from '../../src/http/platform/service-status.js';
import type { TestApplication } from '../support/application/application.js';
import { collectingCase, enterStaff } from '../support/application/cases.js';
import { TestInstallation } from '../support/application/installation.js';
import { describeInBrowser } from '../support/chromium/describe-in-browser.js';
import { TestBrowser } from '../support/chromium/test-browser.js';
import { lookedAt } from '../support/chromium/looked-at.js';
import type { PageState } from '../support/chromium/pictures.js';
import { type Language, wordsIn } from '../support/chromium/words.js';

const pin = '135790';
const languages: readonly Language[] = ['zh-TW', 'en'];
const addresses = [
  ...dataOfPages(
    () => undefined as unknown as CaseService,
    () => undefined as unknown as ServiceStatus,
    () => undefined as unknown as PublicResults,
    () => undefined as unknown as ServiceSwitches,
  ).keys(),
  '/cases/9999',
]
  // Below `/staff/` all is the same to who has not signed in.
  .filter((pattern) => !pattern.endsWith('*'))
  .map((pattern) => pattern.replace(':caseNumber', '9001'));

describeInBrowser('every page', () => {
  let installation: TestInstallation;
  let application: TestApplication;
  let cardServer: CardServer;
  let browser: TestBrowser;
  beforeAll(async () => {
    installation = await TestInstallation.create();
    application = await installation.start();
    await enterStaff(application);
    await collectingCase(application, '9001', installation.people.lead);
    await installation.nextDay();
    const cards = languages.map((name) => ({
      name,
      description: '',
      card: installation.card(name, { pin }),
    }));
    cardServer = await CardServer.start({ cards, port: 0 });
    browser = await TestBrowser.start(application, Number(new URL(cardServer.origin).port));
  });
  afterAll(async () => {
    await browser.stop();
    await cardServer.close();
    await installation.remove();
  });

  const newPage = async (): Promise<Page> => {
    const page = await browser.page();
    await page.clock.setSystemTime(installation.clock.now());
    return page;
  };

  it.each(languages)(
    '%s: has no fault that axe-core knows, and fits a screen of 360 px',
    async (language) => {
      const page = await newPage();
      const found: string[] = [];
      for (const address of addresses) {
        await page.goto(language === 'en' ? `/en${address}` : address);
        await page.locator('h1').waitFor();
        const name = `page-${address.replaceAll('/', '-').replace(/^-/, '') || 'home'}`;
        found.push(...(await lookedAt(page, { name, language })));
      }
      expect(found).toEqual([]);
      await page.context().close();
    },
  );

  it.each(languages)('%s: the way of a co-signature, as the guide shows it', async (language) => {
    const page = await newPage();
    const words = await wordsIn(language);
    const found: string[] = [];
    const look = async (name: string, of: Pick<PageState, 'guide' | 'from'> = {}): Promise<void> => {
      found.push(...(await lookedAt(page, { name, language, ...of })));
    };
    const button = (key: string) => page.getByRole('button', { name: words(key), exact: true });
    cardServer.insert(language);

    await page.goto(language === 'en' ? '/en/cases/9001' : '/cases/9001');
    await page.getByRole('link', { name: words('cases:case.sign') }).waitFor();
    await look('co-signing-1-case', { guide: 'co-signer-1-case' });
    await page.getByRole('link', { name: words('cases:case.sign') }).click();
    const number = page.getByLabel(words('sign:number.label'));
    await number.fill('A12345678');
    await button('sign:number.continue').click();
    await look('co-signing-2-number-malformed');
    await number.fill(personFor(installation.pki.options.seed, language).nationalId);
    await look('co-signing-2-number', { guide: 'co-signer-2-number' });
    await button('sign:number.continue').click();
    const pinField = page.getByLabel(words('frame:pin.label'));
    await pinField.fill('000000');
    await look('co-signing-3-statement', { guide: 'co-signer-3-statement' });
    await button('sign:statement.sign').click();
    await page.getByText(words('card:card-wrong-pin-two-tries-left.happened')).waitFor();
    await look('co-signing-3-wrong-pin');
    await pinField.fill(pin);
    await button('sign:statement.sign').click();
    await page.getByText(words('receipt:taken.genuine')).waitFor();
    await look('co-signing-4-receipt', { guide: 'co-signer-4-receipt' });

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      button('receipt:sheet.download').click(),
    ]);
    await page.getByRole('link', { name: words('receipt:taken.links.check') }).click();
    await page.getByLabel(words('receipt:check.file')).setInputFiles(await download.path());
    await page.getByText(words('receipt:check.status.recorded')).waitFor();
    await look('receipt-genuine', { guide: 'co-signer-5-check' });

    await page.goto(language === 'en' ? '/en/co-signatures' : '/co-signatures');
    await pinField.fill(pin);
    await button('own:look-up').click();
    await page.getByText(words('own:found.again')).waitFor();
    await look('own-found', { guide: 'co-signer-6-own' });
    expect(found).toEqual([]);
    expect(browser.complaints.filter((line) => !/status of 404/.test(line))).toEqual([]);
    await page.context().close();
  });
});
