import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { auditActions } from '../../../src/audit/actions.js';
import { remedyPolicy } from '../../../src/remedies/policy.js';

const folder = path.resolve(import.meta.dirname, '../../../src/web/texts');

type Texts = { readonly [key: string]: string | Texts };

const read = (language: string, file: string): Texts =>
  JSON.parse(readFileSync(path.join(folder, language, file), 'utf8')) as Texts;

/** Each text under its whole key. Chinese has one form where English has several, so forms of number are one key. */
function textsOf(texts: Texts, prefix = ''): [key: string, text: string][] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${prefix}${key.replace(/_(?:zero|one|other)$/, '')}`, value] as [string, string]]
      : textsOf(value, `${prefix}${key}.`),
  );
}

/** What is put into a text: values and elements. Forms of number may leave the count out. */
const gaps = (text: string): string[] =>
  [...text.matchAll(/\{\{\w+\}\}|<\w+\/?>/g)].map(([gap]) => gap).filter((gap) => gap !== '{{count}}');

it('the days for an objection are those of the policy', () => {
  const { objectionDays } = remedyPolicy;
  for (const [language, words] of [
    ['zh-TW', `公布後 ${String(objectionDays)} 天內`],
    ['en', `within ${String(objectionDays)} days of the publication`],
  ] as const)
    expect(read(language, 'remedy.json').objection).toMatchObject({ limits: expect.stringContaining(words) });
});

it('every kind of event of the audit log has a name, and is explained', () => {
  expect(Object.keys(read('zh-TW', 'audit-events.json'))).toEqual([...auditActions]);
  const explained = readFileSync(path.join(folder, '../../../docs/staff-and-audit.md'), 'utf8');
  expect(auditActions.filter((action) => !explained.includes(`\`${action}\``))).toEqual([]);
});

const files = readdirSync(path.join(folder, 'zh-TW'));

describe.each(files)('the texts of %s', (file) => {
  const [chinese, english] = [textsOf(read('zh-TW', file)), textsOf(read('en', file))];

  it('are there in both languages', () => {
    expect([...new Set(english.map(([key]) => key))].sort()).toEqual(
      [...new Set(chinese.map(([key]) => key))].sort(),
    );
  });

  it('are never empty, and take the same values in both languages', () => {
    const wanted = new Map(chinese.map(([key, text]) => [key, [...new Set(gaps(text))].sort()]));
    for (const [key, text] of [...chinese, ...english]) {
      expect([key, text.trim() === '']).toEqual([key, false]);
      expect([key, [...new Set(gaps(text))].sort()]).toEqual([key, wanted.get(key)]);
    }
  });

  it('use the words of Taiwan', () => {
    const mainland = /信息|服務器|服务|網絡|軟件|程序|默認|登陸|鏈接|賬|視頻|打印|屏幕|二維碼/;
    expect(chinese.filter(([, text]) => mainland.test(text))).toEqual([]);
  });
});
