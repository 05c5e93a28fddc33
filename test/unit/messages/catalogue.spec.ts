import { describe, expect, it } from '@jest/globals';
import { revocationErrorCodes } from '../../../src/core/revocation/errors.js';
import { httpErrorCodes } from '../../../src/messages/http-errors.js';
import {
  catalogues,
  fieldSentenceOf,
  fieldSentences,
  isMessageCode,
  type Message,
  type MessageCode,
  preferredLanguage,
  reasonSentenceOf,
  reasonSentences,
  type Sentence,
  sentenceOf,
  statusOf,
  statusTitles,
  titleOf,
} from '../../../src/messages/index.js';

const entries = Object.entries(catalogues).flatMap(([room, catalogue]) =>
  Object.entries<Message>(catalogue).map(([code, message]): [string, string, Message] => [
    code,
    room,
    message,
  ]),
);
/** The reasons of the check are sentences to people as well; they are no failures of a request and have no status. */
const sentences: readonly [string, string, Sentence][] = [
  ...entries,
  ...Object.entries(reasonSentences).map(([code, sentence]): [string, string, Sentence] => [
    code,
    'reason',
    sentence,
  ]),
];
/** What stands in a problem beside its sentence. */
const phrases: readonly [string, Sentence][] = [
  ...Object.entries(fieldSentences),
  ...Object.entries(statusTitles),
];
// Words of other places for what Taiwan calls 資料, 伺服器, 網路, 資訊, 程式, 檔案.
const wordsOfOtherPlaces = /數據|服務器|網絡|信息|文件夾|默認|用戶/;
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

describe('every sentence', () => {
  it.each(sentences)('%s (%s)', (code, _room, message) => {
    expect(code).toMatch(/^[A-Z]?[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(placeholders(message.zhTW)).toEqual(placeholders(message.en));
    expect(message.zhTW).toMatch(/[\u4e00-\u9fff].*。$/s);
    expect(message.en).toMatch(/[.?!]$/);
    expect(message.en).not.toMatch(/[\u4e00-\u9fff]/);
    expect(message.zhTW).not.toMatch(wordsOfOtherPlaces);
  });

  it('belongs to one room, or is the same in both', () => {
    const seen = new Map<string, Message>();
    for (const [code, , message] of entries) {
      expect(seen.get(code) ?? message).toEqual(message);
      seen.set(code, message);
    }
  });

  it('has a title for its status, and no title is left over', () => {
    const statuses = new Set(entries.map(([, , { status }]) => status));
    expect([...statuses].sort()).toEqual(Object.keys(statusTitles).map(Number));
  });
});

describe('every title and every reason of a field', () => {
  it.each(phrases)('%s', (_key, { zhTW, en }) => {
    expect(zhTW).toMatch(/[\u4e00-\u9fff]/);
    expect(zhTW).not.toMatch(wordsOfOtherPlaces);
    expect(en).toMatch(/^[a-zA-Z][a-z0-9 -]+$/);
  });

  it('is told in the language asked for, as a reason of the check is', () => {
    expect([titleOf(404, 'zh-TW'), titleOf(404, 'en')]).toEqual(['查無資料', 'Not found']);
    expect([fieldSentenceOf('required', 'zh-TW'), fieldSentenceOf('required', 'en')]).toEqual([
      '必填',
      'is required',
    ]);
    expect([reasonSentenceOf('R02', 'zh-TW'), reasonSentenceOf('R02', 'en')]).toEqual([
      '提出當日未滿十八歲。',
      'Under 18 on the day of submission.',
    ]);
  });
});

describe('a code', () => {
  it('of a certificate whose status is not good has an entry', () => {
    expect(revocationErrorCodes.filter((code) => !isMessageCode(code))).toEqual([]);
  });

  it('has the status of its entry', () => {
    expect(httpErrorCodes.map((code) => [code, statusOf(code)])).toEqual([
      ['request-malformed', 400],
      ['request-invalid', 400],
      ['request-too-deep', 400],
      ['sign-in-required', 401],
      ['role-required', 403],
      ['not-found', 404],
      ['method-not-allowed', 405],
      ['request-timeout', 408],
      ['request-too-large', 413],
      ['address-too-long', 414],
      ['content-type-not-json', 415],
      ['content-type-not-cms', 415],
      ['content-type-not-csv', 415],
      ['too-many-requests', 429],
      ['headers-too-large', 431],
      ['internal-error', 500],
      ['temporarily-unavailable', 503],
      ['outcome-unknown', 503],
      ['intake-paused', 503],
      ['service-read-only', 503],
    ]);
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
