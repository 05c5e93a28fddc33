import { describe, expect, it } from '@jest/globals';
import { displayWidth, padded, printable, shellWord } from '../../../src/cli/terminal-text.js';
import { askedLanguage, languageFor, Translator } from '../../../src/cli/translator.js';
import { runCli } from '../../support/cli/run-cli.js';

describe('the language', () => {
  it.each<[readonly string[], NodeJS.ProcessEnv, string]>([
    [[], {}, 'zh-TW'],
    [[], { LANG: 'C.UTF-8' }, 'zh-TW'],
    [[], { LANG: 'en_US.UTF-8' }, 'en'],
    [[], { LANG: 'en_US.UTF-8', LC_MESSAGES: 'zh_TW.UTF-8' }, 'zh-TW'],
    [[], { LANG: 'zh_TW.UTF-8', LC_MESSAGES: 'en_GB' }, 'en'],
    [[], { LC_ALL: 'en', LC_MESSAGES: 'zh_TW', LANG: 'zh_TW' }, 'en'],
    [[], { LC_ALL: '', LANG: 'en' }, 'en'],
    [[], { LANG: 'ja_JP.UTF-8' }, 'zh-TW'],
    [['--lang', 'en'], { LANG: 'zh_TW' }, 'en'],
    [['pki', 'crl', 'x', '--lang=zh-TW'], { LANG: 'en' }, 'zh-TW'],
    [['--lang', 'en', '--lang', 'zh-TW'], {}, 'zh-TW'],
    [['--lang', 'de'], { LANG: 'en' }, 'en'],
    [['--lang'], {}, 'zh-TW'],
    [['--', '--lang', 'en'], {}, 'zh-TW'],
  ])('of %j with %j is %s', (words, environment, language) => {
    expect(languageFor(words, environment)).toBe(language);
  });

  it('makes no difference to the version', async () => {
    const given = { version: '1.2.3 (0123456789ab)' };
    expect(await runCli(['--version'], given)).toEqual({ out: given.version, error: '', code: 0 });
  });

  it('is taken from --lang only if it is given', () => {
    expect(askedLanguage(['demo'])).toBeUndefined();
  });

  it('is the language of help and of its headings', async () => {
    const english = await runCli(['record', 'open', '--help']);
    expect(english).toMatchObject({ code: 0, error: '' });
    expect(english.out).toContain('Usage: lianshu record open [options] <record>');
    const chinese = await runCli(['record', 'open', '--help', '--lang', 'zh-TW']);
    expect(chinese.out).toContain('lianshu record open [選項] <record>');
    expect(chinese.out).toContain('密封紀錄，DER');
    expect(chinese.out).not.toMatch(/Usage|Options|default|display/);
  });

  it('prints the code alone if there is no sentence', () => {
    expect(new Translator('en').explain({ code: 'of-nobody' })).toBe('[of-nobody]');
    expect(new Translator('zh-TW').explain({ code: 'receipt-invalid' })).toMatch(/。 \[receipt-invalid\]$/);
  });
});

describe('a terminal', () => {
  it.each([
    ['', 0],
    ['abc', 3],
    ['案號', 4],
    ['案號 Case', 9],
    ['（例）', 6],
    ['𠮷', 2],
    ['…', 1],
  ])('gives %j %d columns', (text, columns) => {
    expect(displayWidth(text)).toBe(columns);
    expect(displayWidth(padded(text, 12))).toBe(12);
  });

  it('gets no control characters of a text', () => {
    expect(printable('a\u001b[31m\nb')).toBe('a\ufffd[31m\ufffdb');
    expect(printable('a\u001b[31m\nb', 'as-they-are')).toBe('a\ufffd[31m\nb');
  });

  it.each([
    ['story/a-1.der', 'story/a-1.der'],
    ['my story', `'my story'`],
    ['', `''`],
    ["it's $HOME", String.raw`'it'\''s $HOME'`],
    ['故事', `'故事'`],
  ])('is given %j as %s', (text, word) => {
    expect(shellWord(text)).toBe(word);
  });
});
