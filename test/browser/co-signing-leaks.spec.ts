import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { origin } from '../support/application/application.js';
import { describeInBrowser } from '../support/chromium/browser.js';
import { coSignaturesPath, CoSigningSite } from '../support/chromium/co-signing-site.js';
import { CoSigningSteps } from '../support/chromium/co-signing-steps.js';
import { heapStrings } from '../support/chromium/heap-strings.js';
import { holds, LeakWatch } from '../support/chromium/leak-watch.js';

// Such as nothing else in a page is.
const pin = 'zQ7~kW3!';

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
    const { nationalId } = person;
    const window = await site.browser.window();
    const watch = new LeakWatch(window);
    const page = await window.newPage();
    const steps = new CoSigningSteps(page);
    await steps.toStatement(person);
    // Shown to the person, and in no other place yet. The heap has it: so the search finds it where it is.
    expect(await watch.placesOf(nationalId, page)).toEqual(['document']);
    await steps.pin.click();
    await page.keyboard.type(pin);
    // Not in the document either, which a browser can save.
    expect(await watch.placesOf(pin, page)).toEqual(['fields']);
    const before = await heapStrings(page);
    expect(before.some((each) => holds(each, nationalId))).toBe(true);
    expect(before.some((each) => holds(each, pin))).toBe(true);

    await page.keyboard.press('Enter');
    await steps.taken.waitFor();
    await page.getByText('是本平臺開立的').waitFor();
    const cardProgram = 'POST http://localhost:61161/popupForm';
    expect(await watch.placesOf(pin, page)).toEqual([cardProgram]);
    expect(await watch.placesOf(nationalId, page)).toEqual([
      cardProgram,
      `POST ${origin}${coSignaturesPath}`,
    ]);
    const after = await heapStrings(page);
    expect(after.filter((each) => holds(each, pin))).toEqual([]);
    expect(after.filter((each) => holds(each, nationalId))).toEqual([]);
  });
});
