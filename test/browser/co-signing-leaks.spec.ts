import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { origin } from '../support/application/application.js';
import { describeInBrowser } from '../support/chromium/describe-in-browser.js';
import { coSignaturesPath, CoSigningSite } from '../support/chromium/co-signing-site.js';
import { CoSigningSteps } from '../support/chromium/co-signing-steps.js';
import { heapStrings, textsOf } from '../support/chromium/heap.js';
import { LeakWatch } from '../support/chromium/leak-watch.js';

// Such as nothing else in a page is.
const pin = 'zQ7kW3xV';

describeInBrowser('what a person types to co-sign', () => {
  let site: CoSigningSite;
  beforeAll(async () => {
    site = await CoSigningSite.start();
  });
  afterAll(async () => {
    await site.stop();
  });

  it('goes to the platform once, the PIN never, and is nowhere in the page after it', async () => {
    const person = site.insertNew('watched', { pin });
    const number = textsOf(Buffer.from(person.nationalId));
    const secret = textsOf(Buffer.from(pin));
    const window = await site.browser.window();
    const watch = new LeakWatch(window);
    const page = await window.newPage();
    const steps = new CoSigningSteps(page);
    await steps.toStatement(person);
    await steps.pin.click();
    await page.keyboard.type(pin);
    expect([watch.sentWith(...number), watch.sentWith(...secret)]).toEqual([[], []]);
    // The number is shown there; the PIN is not in the document, which a browser can save.
    expect([holds(await page.content(), number), holds(await page.content(), secret)]).toEqual([true, false]);
    const before = await heapStrings(page);
    // So the search finds them where they are.
    expect([before.some((each) => holds(each, number)), before.some((each) => holds(each, secret))]).toEqual([
      true,
      true,
    ]);
    await watch.look(page);

    await page.keyboard.press('Enter');
    await steps.taken.waitFor();
    await page.getByText('是本平臺開立的').waitFor();
    const cardProgram = 'POST http://localhost:61161/popupForm';
    expect(watch.sentWith(...secret)).toEqual([cardProgram]);
    expect(watch.sentWith(...number)).toEqual([cardProgram, `POST ${origin}${coSignaturesPath}`]);
    await watch.look(page);
    const after = [...(await heapStrings(page)), ...watch.keptOrSaid, await page.content()];
    expect(after.filter((each) => holds(each, number) || holds(each, secret))).toEqual([]);
  });
});

const holds = (text: string, secrets: readonly string[]): boolean =>
  secrets.some((secret) => text.includes(secret));
