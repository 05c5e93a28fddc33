import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Command } from 'commander';
import { registerPkiVerify } from '../../../src/cli/pki-verify.js';
import { Translator } from '../../../src/cli/translator.js';
import { encodePem } from '../../../src/core/pem.js';
import { catalogues, type Language, pathMessages } from '../../../src/messages/index.js';
import { buildChain, draftTime, policyA, policyB } from '../../support/path/chain-draft.js';
import { fixedChain } from '../../support/path/fixed-chain.js';

const folder = mkdtempSync(join(tmpdir(), 'lianshu-cli-'));
const file = (name: string, content: Uint8Array | string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const [rootDer, oneDer, twoDer, targetDer] = buildChain(fixedChain()) as [Buffer, Buffer, Buffer, Buffer];
const root = file('root.der', rootDer);
const chain = file('chain.pem', encodePem('CERTIFICATE', twoDer) + encodePem('CERTIFICATE', oneDer));
const target = file('target.pem', encodePem('CERTIFICATE', targetDer));
const text = file('text.txt', 'not a certificate');
const at = draftTime.toISOString();
const good = { id: 1, anchors: [root], chain: [target, chain], at, revocation: 'none' };

let exitCode: typeof process.exitCode;
beforeEach(() => {
  exitCode = process.exitCode;
});
afterEach(() => {
  process.exitCode = exitCode;
  jest.restoreAllMocks();
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...parameters: readonly string[]): Promise<string[]> => runIn('en', ...parameters);

async function runIn(language: Language, ...parameters: readonly string[]): Promise<string[]> {
  const log = jest.spyOn(console, 'log').mockImplementation(() => undefined);
  const program = new Command().exitOverride();
  program.configureOutput({ writeErr: () => undefined });
  registerPkiVerify(program, new Translator(language));
  for (const command of program.commands.flatMap((group) => group.commands)) {
    command.exitOverride().configureOutput({ writeErr: () => undefined });
  }
  await program.parseAsync(['pki', 'verify', ...parameters], { from: 'user' });
  return log.mock.calls.map(([line]) => String(line));
}

async function answers(...cases: readonly unknown[]): Promise<unknown[]> {
  const lines = cases.map((each) => (typeof each === 'string' ? each : JSON.stringify(each)));
  const printed = await run('--cases', file('cases.jsonl', `${lines.join('\n')}\n`));
  return printed.map((line) => JSON.parse(line) as unknown);
}

describe('lianshu pki verify --cases', () => {
  it('prints one line for each case, in order', async () => {
    expect(
      await answers(
        good,
        { ...good, id: 'late', at: '2041-01-01T00:00:00Z' },
        '',
        { ...good, id: 3, revocation: 'required' },
        { ...good, id: 4, policies: [policyB], requireExplicitPolicy: true },
        { ...good, id: 5, policies: [policyA], requireExplicitPolicy: true },
        { ...good, id: 6, chain: [target] },
        { ...good, id: 7, chain: [text] },
        { ...good, id: 8, anchors: [join(folder, 'nowhere')] },
        { ...good, id: 9, crls: [text] },
        { ...good, id: 10, ocsp: [text] },
      ),
    ).toEqual([
      { id: 1, ok: true, code: null, at: null },
      { id: 'late', ok: false, code: 'certificate-expired', at: target },
      { id: 3, ok: false, code: 'revocation-unavailable', at: chain },
      { id: 4, ok: false, code: 'policy-not-valid', at: target },
      { id: 5, ok: true, code: null, at: null },
      { id: 6, ok: false, code: 'issuer-not-found', at: target },
      { id: 7, ok: false, code: 'certificate-malformed', at: text },
      { id: 8, ok: false, code: 'file-unreadable', at: join(folder, 'nowhere') },
      { id: 9, ok: false, code: 'crl-malformed', at: text },
      { id: 10, ok: false, code: 'ocsp-malformed', at: text },
    ]);
  });

  it.each<[string, unknown, unknown]>([
    ['a line that is not JSON', '{', null],
    ['a line that is not an object', '[1]', null],
    ['an identifier of a wrong type', { ...good, id: {} }, null],
    ['no anchors', { ...good, anchors: undefined }, 1],
    ['an empty chain', { ...good, chain: [] }, 1],
    ['a chain of numbers', { ...good, chain: [1] }, 1],
    ['a malformed time', { ...good, at: 'yesterday' }, 1],
    ['a flag that is not a boolean', { ...good, inhibitAnyPolicy: 'yes' }, 1],
    ['an unknown revocation', { ...good, revocation: 'maybe' }, 1],
  ])('refuses a line that is not a case: %s', async (_what, line, id) => {
    expect(await answers(line)).toEqual([{ id, ok: false, code: 'case-malformed', at: null }]);
  });
});

describe('lianshu pki verify', () => {
  const weak = ['--algorithms', 'every', '--at', at, '--anchor', root, '--chain', chain];

  it('explains a good path', async () => {
    expect(await run(target, ...weak, '--revocation', 'none')).toEqual([
      `The certificate is valid at ${at}.`,
      'C=TW, O=Test, CN=Target',
      '  ← C=TW, O=Test, CN=Two',
      '    ← C=TW, O=Test, CN=One',
      '      ← C=TW, O=Test, CN=Root',
      `Certificate policies: ${policyA}`,
      'Revocation: not checked.',
    ]);
  });

  it('explains a refusal, in the language asked for, and fails', async () => {
    const lines = await runIn('zh-TW', target, ...weak);
    expect(lines[0]).toBe('憑證不予採認。');
    expect(lines).toContain('代碼：revocation-unavailable');
    expect(lines).toContain('有問題的憑證：C=TW, O=Test, CN=One');
    expect(process.exitCode).toBe(1);
  });

  it('accepts only the platform’s algorithms by default', async () => {
    const [, ...strong] = weak.slice(1);
    const lines = await run(target, ...strong);
    expect(lines).toContain('Code: signature-algorithm-refused');
    expect(lines.join()).toContain('1.2.840.113549.1.1.11');
  });

  it.each([[[]], [[target, '--at', 'noon']]])('refuses %j', async (parameters) => {
    await expect(run(...parameters)).rejects.toThrow();
  });
});

describe('the sentences for path codes', () => {
  it.each(Object.entries(pathMessages))('%s', (_code, { zhTW, en }) => {
    expect(zhTW).toMatch(/[\u4e00-\u9fff].*。$/);
    expect(en).toMatch(/\.$/);
    expect(en).not.toMatch(/[\u4e00-\u9fff]/);
  });

  it('are not in the catalogues for co-signers', () => {
    expect(Object.keys(catalogues)).not.toContain('path');
  });
});
