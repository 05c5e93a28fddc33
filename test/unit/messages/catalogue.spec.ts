import { describe, expect, it } from '@jest/globals';
import {
  catalogues,
  isMessageCode,
  type Message,
  type MessageCode,
  preferredLanguage,
  sentenceOf,
  statusOf,
  titleOf,
} from '../../../src/messages/index.js';

const entries = Object.entries(catalogues).flatMap(([room, catalogue]) =>
  Object.entries(catalogue).map(([code, message]): [string, string, Message] => [code, room, message]),
);
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

describe('every sentence', () => {
  it.each(entries)('%s (%s)', (code, _room, message) => {
    expect(code).toMatch(/^[A-Z]?[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(placeholders(message.zhTW)).toEqual(placeholders(message.en));
    expect(message.zhTW).toMatch(/[\u4e00-\u9fff].*。$/s);
    expect(message.en).toMatch(/[.?!]$/);
    expect(message.en).not.toMatch(/[\u4e00-\u9fff]/);
    // Words of other places for what Taiwan calls 資料, 伺服器, 網路, 資訊, 程式, 檔案.
    expect(message.zhTW).not.toMatch(/數據|服務器|網絡|信息|文件夾|默認|用戶/);
  });

  it('belongs to one room, or is the same in both', () => {
    const seen = new Map<string, Message>();
    for (const [code, , message] of entries) {
      expect(seen.get(code) ?? message).toEqual(message);
      seen.set(code, message);
    }
  });

  it('has a title for its status in both languages', () => {
    for (const [code] of entries) {
      if (!isMessageCode(code)) throw new Error(code);
      // 200: a reason in a list, such as why a co-signature was struck out, and no problem.
      if (statusOf(code) === 200) continue;
      for (const language of ['zh-TW', 'en'] as const)
        expect(titleOf(statusOf(code), language)).not.toMatch(/^HTTP/);
    }
  });
});

describe('a sentence', () => {
  it('is filled from the failure’s values, which are taken as they are', () => {
    const failure = {
      code: 'too-many-requests' as MessageCode,
      values: { seconds: '$t(internal-error) {{x}} <b>' },
    };
    expect(sentenceOf(failure, 'en')).toBe('Too many requests. Try again in $t(internal-error) {{x}} <b> s.');
  });

  it('is known by its code', () => {
    expect([isMessageCode('not-found'), isMessageCode('constructor'), isMessageCode('')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('the language', () => {
  it.each([
    [undefined, 'zh-TW'],
    ['', 'zh-TW'],
    ['*', 'zh-TW'],
    ['en', 'en'],
    ['en-US,en;q=0.9', 'en'],
    ['zh-TW,zh;q=0.9,en-US;q=0.8,en;q=0.7', 'zh-TW'],
    ['en;q=0.5,zh-TW;q=0.4', 'en'],
    ['zh-Hant-TW', 'zh-TW'],
    ['zh-CN,en;q=0.9', 'zh-TW'],
    ['zh', 'zh-TW'],
    ['ja,en;q=0.5', 'en'],
    ['ja', 'zh-TW'],
    ['en;q=0', 'zh-TW'],
    [';;;,,,=', 'zh-TW'],
    ['x'.repeat(10_000), 'zh-TW'],
  ])('%.40s → %s', (header, language) => {
    expect(preferredLanguage(header)).toBe(language);
  });
});
