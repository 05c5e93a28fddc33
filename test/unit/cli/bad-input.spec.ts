import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { generateKeyPairSync } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { pemOf, testCa } from '../../support/cms/certificates.js';
import { runCli } from '../../support/cli/run-cli.js';

const folder = mkdtempSync(join(tmpdir(), 'lianshu-bad-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string): string => join(folder, name);
const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
writeFileSync(file('key.pem'), privateKey.export({ format: 'pem', type: 'pkcs8' }));
writeFileSync(
  file('locked.pem'),
  privateKey.export({ format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'x' }),
);
writeFileSync(file('ca.pem'), pemOf(testCa));
writeFileSync(file('text'), 'hello');
writeFileSync(file('list.json'), '[1]');
writeFileSync(file('no-key.json'), '{"keys":[{"kty":"what"}]}');
writeFileSync(file('keys.json'), '{"keys":[]}');
mkdirSync(file('empty'));

const card = (name: string): string[] => [
  ...['--signing-certificate', name, '--signing-key', name],
  ...['--encryption-certificate', name, '--encryption-key', name],
];
const lead = (...more: string[]): string[] => ['lead', 'export', '--out', file('new'), ...more];
writeFileSync(file('code'), 'the code\n', { mode: 0o600 });
writeFileSync(file('open-code'), 'the code', { mode: 0o644 });
writeFileSync(file('two-lines'), 'one\ntwo\n', { mode: 0o600 });
const code = ['--access-code-file', file('code')];
const server = ['--server', 'http://127.0.0.1:9'];
const none = file('none');

describe('a failure that the user can correct', () => {
  it.each<[string, string[], string]>([
    ['a missing record', ['record', 'open', none, '--key', file('key.pem')], 'file-not-found'],
    ['a record that is a folder', ['record', 'open', folder, '--key', file('key.pem')], 'file-is-folder'],
    [
      'a path with a file in place of a folder',
      ['record', 'open', file('text/x'), '--key', none],
      'file-not-folder',
    ],
    ['a missing key', ['record', 'open', file('text'), '--key', none], 'file-not-found'],
    [
      'a file that is not a key',
      ['record', 'open', file('text'), '--key', file('text')],
      'private-key-malformed',
    ],
    [
      'a key with a passphrase',
      ['record', 'open', file('text'), '--key', file('locked.pem')],
      'private-key-locked',
    ],
    [
      'a file that is not a record',
      ['record', 'open', file('text'), '--key', file('key.pem')],
      'record-malformed',
    ],
    [
      'keys that are not valid',
      [
        ...['record', 'open', file('text'), '--key', file('key.pem')],
        ...['--commission-key', file('key.pem'), '--keys', file('no-key.json')],
      ],
      'keys-malformed',
    ],
    ['keys that are not JSON', ['receipt', 'verify', 'eyJ.a.b', '--keys', file('text')], 'json-malformed'],
    ['JSON without keys', ['receipt', 'verify', 'eyJ.a.b', '--keys', file('list.json')], 'keys-malformed'],
    [
      'a file that is not a receipt',
      ['receipt', 'verify', file('text'), '--keys', file('keys.json')],
      'receipt-invalid',
    ],
    ['a missing receipt', ['receipt', 'verify', none, '--keys', file('keys.json')], 'file-not-found'],
    [
      'a file that is not a certificate',
      ['roster', 'open', file('text'), '--key', file('key.pem'), '--certificate', file('text')],
      'certificate-file-malformed',
    ],
    [
      'a folder without a bundle',
      ['audit', 'verify', file('empty'), '--commission', file('ca.pem'), '--anchor', file('ca.pem')],
      'bundle-folder-unknown',
    ],
    [
      'a file that is not a log',
      ['audit', 'verify', file('text'), '--keys', file('keys.json'), '--anchor', file('ca.pem')],
      'audit-event-malformed',
    ],
    ['a missing CRL', ['pki', 'crl', none], 'file-not-found'],
    ['a file that is not a CRL', ['pki', 'crl', file('text')], 'crl-malformed'],
    ['a missing file of cases', ['pki', 'verify', '--cases', none], 'file-not-found'],
    ['a missing card', lead(...server, ...code, ...card(none)), 'file-not-found'],
    ['no access code', lead(...server, ...card(none)), 'answer-missing'],
    [
      'an access code that others may read',
      lead(...server, '--access-code-file', file('open-code'), ...card(none)),
      'secret-file-readable',
    ],
    [
      'an access code of two lines',
      lead(...server, '--access-code-file', file('two-lines'), ...card(none)),
      'secret-file-malformed',
    ],
    [
      'a malformed database address',
      ['rescue', 'export', '--case', '1', '--out', none, '--database-url', 'secret@nowhere'],
      'database-url-malformed',
    ],
  ])('%s', async (_what, words, code) => {
    const english = await runCli(words);
    expect(english).toMatchObject({ code: 1, out: '' });
    expect(english.error).toMatch(new RegExp(`[a-z].*[.:].*\\[${code}\\]$`));
    expect(english.error).not.toMatch(/[\u4e00-\u9fff]|secret@|undefined|\{\{/);
    const chinese = await runCli([...words, '--lang', 'zh-TW']);
    expect(chinese.error).toMatch(new RegExp(`[\u4e00-\u9fff].*。 \\[${code}\\]$`));
    if (words.includes('--cases')) return;
    const json = await runCli([...words, '--json']);
    expect(json).toMatchObject({ code: 1, error: '' });
    expect(JSON.parse(json.out)).toMatchObject({ failure: code });
  });
});

describe('a wrong command line', () => {
  it.each<[string, string[], RegExp, RegExp]>([
    ['no command', [], /Commands:/, /指令：/],
    ['an unknown command', ['recrod'], /no command recrod\. Did you mean record\?/, /沒有 recrod/],
    ['a group alone', ['record'], /Commands:/, /指令：/],
    [
      'an unknown option',
      ['record', 'open', 'x', '--key', 'y', '--kez'],
      /no option --kez/,
      /沒有 --kez 這個選項/,
    ],
    ['a missing option', ['record', 'open', 'x'], /Give the option --key/, /請加上選項 --key/],
    ['a missing argument', ['pki', 'crl'], /Give <file>/, /請指定 <file>/],
    ['a missing value', ['record', 'open', 'x', '--key'], /needs a value/, /少了值/],
    ['too many arguments', ['pki', 'crl', 'a', 'b'], /Too many/, /太多/],
    ['an unknown language', ['--lang', 'de', 'migrate'], /one of: zh-TW, en/, /可用：zh-TW, en/],
    ['too many citizens', ['demo', '--citizens', '100001'], /0 to 100000/, /0 到 100000/],
    ['citizens that are not a number', ['demo', '--citizens', '-1'], /0 to 100000/, /0 到 100000/],
    ['a malformed time', ['pki', 'verify', 'x', '--at', 'noon'], /ISO 8601/, /ISO 8601/],
    ['an unknown mode', ['pki', 'verify', 'x', '--revocation', 'no'], /required, none/, /required, none/],
    ['nothing to verify', ['pki', 'verify'], /--cases/, /--cases/],
    ['a malformed head', ['audit', 'verify', 'x', '--head', '1:x'], /seq:hash/, /序號:雜湊值/],
    ['an impossible case number', ['rescue', 'export', '--case', '0', '--out', none], /1 to 10/, /1 到 10/],
    ['no server', lead(...card(none)), /--server/, /--server/],
    ['no card', lead(...server), /one card/, /一張卡片/],
    ['a part of a card', lead(...server, '--signing-key', none), /one card/, /一張卡片/],
    ['two cards', lead(...server, ...card(none), '--pkcs11', none), /one card/, /一張卡片/],
    ['a PIN for no token', lead(...server, ...card(none), '--pin-file', none), /one card/, /一張卡片/],
    [
      'a recovery that is none',
      ['lead', 'open', ...server, ...card(none), '--without-recovery', '--deputy', none],
      /--without-recovery/,
      /--without-recovery/,
    ],
    [
      'an access code on the command line',
      lead(...server, ...card(none), '--access-code', 'x'),
      /no option --access-code/,
      /沒有 --access-code/,
    ],
    [
      'a server far away without encryption',
      lead('--server', 'http://connect.example.gov.tw', ...card(none)),
      /https:\/\//,
      /https:\/\//,
    ],
    ['a malformed server address', lead('--server', 'here', ...card(none)), /whole address/, /完整網址/],
    [
      'a server address with another scheme',
      lead('--server', 'file:///x', ...card(none)),
      /whole address/,
      /完整網址/,
    ],
    ['an unknown round', lead(...server, '--round', '3', ...card(none)), /one of: 1, 2/, /可用：1, 2/],
    [
      'clear text without a file',
      ['roster', 'open', 'x', '--key', 'x', '--certificate', 'x', '--clear'],
      /--clear and --out/,
      /--clear 與 --out/,
    ],
  ])('%s', async (_what, words, english, chinese) => {
    for (const [language, said] of [
      ['en_GB.UTF-8', english],
      ['zh_TW.UTF-8', chinese],
    ] as const) {
      const ran = await runCli(words, {}, { LANG: language });
      expect(ran).toMatchObject({ code: 2, out: '' });
      // With an unknown --lang, the language of the environment is used.
      expect(ran.error).toMatch(said);
    }
  });
});
