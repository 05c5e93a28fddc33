import { describe, expect, it } from '@jest/globals';
import { createInstance, type TFunction } from 'i18next';
import { readFileSync } from 'node:fs';
import { dayInYear, dayText } from '../../../src/web/parts/day-text';

async function textsIn(language: string): Promise<TFunction<'frame'>> {
  const file = new URL(`../../../src/web/texts/${language}/frame.json`, import.meta.url);
  const frame = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  const translator = createInstance();
  await translator.init({
    lng: language,
    ns: ['frame'],
    defaultNS: 'frame',
    resources: { [language]: { frame } },
  });
  return translator.t;
}

describe('a Taipei day in words', () => {
  it.each([
    ['zh-TW', '2026-03-03', '2026 年 3 月 3 日（星期二）', '3 月 3 日'],
    ['zh-TW', '2026-12-31', '2026 年 12 月 31 日（星期四）', '12 月 31 日'],
    ['en', '2026-03-03', 'Tuesday 3 March 2026', '3 March'],
    ['en', '2028-02-29', 'Tuesday 29 February 2028', '29 February'],
  ])('in %s: %s', async (language, day, whole, short) => {
    const t = await textsIn(language);
    expect(dayText(day, language, t)).toBe(whole);
    expect(dayInYear(day, language, t)).toBe(short);
  });
});
