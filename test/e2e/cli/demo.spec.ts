import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DemoPlayer } from '../../support/cli/demo-player.js';
import { runCli } from '../../support/cli/run-cli.js';
import { type Ended, processesMentioning, Spawned } from '../../support/cli/spawned.js';

const folder = mkdtempSync(join(tmpdir(), 'lianshu-demo-'));
const environment = { LIANSHU_HOME: join(folder, 'home') };
const demo = (...words: string[]): Spawned => Spawned.lianshu(['demo', ...words], folder, environment);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('lianshu demo', () => {
  let ended: Ended;
  beforeAll(async () => {
    ended = await demo('--headless', '--citizens', '12', '--out', 'a story', '--lang', 'en').ended;
  });
  const story = (...parts: readonly string[]): string => join(folder, 'a story', ...parts);

  it('reports the steps and the results in the requested language', () => {
    expect(ended).toMatchObject({ code: 0, error: '' });
    expect(ended.out).not.toMatch(/[\u4e00-\u9fff]/);
    expect(ended.out).toMatch(/\n {2}Attempts +12\n/);
    expect(ended.out).toContain('Every attempt has the result of its scenario');
    expect(processesMentioning(environment.LIANSHU_HOME)).toEqual([]);
    expect(existsSync(`${environment.LIANSHU_HOME}/demo.running`)).toBe(false);
  });

  it('prints commands that work when pasted', async () => {
    const commands = ended.out.split('\n').filter((line) => /^ {2}(?:openssl|node|lianshu|npx) /.test(line));
    expect(commands).toHaveLength(9);
    for (const command of commands) {
      const pasted = new Spawned('/bin/sh', ['-c', command.trim()], folder);
      expect({ command, ...(await pasted.ended) }).toMatchObject({ code: 0 });
    }
    expect(existsSync(story('evidence.der'))).toBe(true);
  });

  it('leaves receipts; a changed one is refused', async () => {
    const [first, ...others] = readFileSync(story('receipts.jsonl'), 'utf8').trimEnd().split('\n');
    writeFileSync(
      story('mixed.jsonl'),
      [first, first!.replace(/.{8}"\}$/, 'AAAAAAAA"}'), ...others].join('\n'),
    );
    const ran = await runCli(['receipt', 'verify', story('mixed.jsonl'), '--keys', story('jwks.json')]);
    expect(ran).toMatchObject({ code: 1, error: expect.stringMatching(/^Line 2: .*\[receipt-invalid\]$/) });
    expect(ran.out).toBe(`${String(others.length + 1)} receipts are genuine, 1 are not.`);
  });

  describe('leaves a bundle', () => {
    const verify = (bundle: string, ...words: string[]) => {
      const commission = words.includes('--commission') ? [] : ['--commission', story('commission.pem')];
      return runCli(['audit', 'verify', bundle, '--anchor', story('anchors.pem'), ...commission, ...words]);
    };

    it('that verifies; the command prints what it did not check', async () => {
      const { out, code } = await verify(story('bundle'));
      expect(code).toBe(0);
      expect(out.match(/✓/g)).toHaveLength(7);
      expect(out).toContain('Not checked here:');
      const json = await verify(story('bundle'), '--json');
      expect(JSON.parse(json.out)).toMatchObject({ valid: true, report: { case: '9001', round: 1 } });
      const chinese = await verify(story('bundle'), '--lang', 'zh-TW');
      expect(chinese.out).toMatch(/^公布的查對結果通過所有查核：案號 9001/);
    });

    it('that is refused if the given certificate is not the signer’s', async () => {
      const ran = await verify(story('bundle'), '--commission', story('moi.pem'), '--json');
      expect(ran.code).toBe(1);
      expect(JSON.parse(ran.out)).toMatchObject({ valid: false, failure: 'bundle-signature-wrong' });
    });

    it.each<[string, string, (content: string) => string | undefined, string, number]>([
      ['a file left out', 'jwks.json', () => undefined, 'bundle-file-missing', 0],
      ['an empty result', 'result.json', () => '{}', 'bundle-malformed', 0],
      [
        'a count changed',
        'result.json',
        (text) => text.replace(/"threshold":\d+/, '"threshold":1'),
        'bundle-signature-wrong',
        1,
      ],
      [
        'a record left out',
        'verdicts.csv',
        (text) => text.replace(/\n[^\n]+\n$/, '\n'),
        'bundle-root-wrong',
        3,
      ],
      [
        'a verdict changed',
        'verdicts.csv',
        (text) => text.replace(/,counted\r\n/, ',not-counted\r\n'),
        'bundle-counts-wrong',
        4,
      ],
      ['a statement emptied', 'key-statement.p7m', () => '', 'bundle-statement-wrong', 6],
    ])('in which the verification finds %s', async (_what, name, edit, code, passed) => {
      const edited = mkdtempSync(join(folder, 'bundle-'));
      cpSync(story('bundle'), edited, { recursive: true });
      const content = edit(readFileSync(join(edited, name), 'utf8'));
      rmSync(join(edited, name));
      if (content !== undefined) writeFileSync(join(edited, name), content);
      const ran = await verify(edited);
      expect(ran).toMatchObject({ code: 1, out: '', error: expect.stringContaining(`[${code}`) });
      expect(ran.error.match(/✓/g) ?? []).toHaveLength(passed);
      expect(ran.error.match(/✗/g)).toHaveLength(1);
    });
  });
});

describe('Ctrl-C ends a demo', () => {
  it.each([
    ['as PostgreSQL starts', 'starting PostgreSQL', 130],
    ['as people co-sign', '■ People co-sign', 130],
    ['as the commission checks', 'The commission checks', 130],
  ])('%s', async (_when, words, code) => {
    const running = demo('--citizens', '24', '--out', 'interrupted', '--lang', 'en');
    await running.untilSaid(words);
    running.interrupt();
    const ended = await running.ended;
    expect(ended.code).toBe(code);
    expect(ended.out).toContain('Ending everything that was started …');
    if (code !== 0) expect(ended.error).toContain('Interrupted. [interrupted]');
    expect(processesMentioning(environment.LIANSHU_HOME)).toEqual([]);
    expect(readdirSync(environment.LIANSHU_HOME)).toEqual(['demo']);
  });

  it('when it stays up and a person plays', async () => {
    const running = demo('--citizens', '24', '--out', 'played', '--lang', 'en');
    const cardPrograms: string[] = [];
    try {
      await running.untilSaid('api/v1/health');
      const player = new DemoPlayer(running.out);
      cardPrograms.push(player.cardProgram);
      expect(await player.coSign('good certificate')).toMatchObject({ recordedOn: '2026-04-11' });
      expect(await player.coSign('has co-signed already')).toMatchObject({
        code: 'already-co-signed',
        recordedOn: '2026-04-10',
      });
      expect(await player.coSign('revoked certificate')).toMatchObject({ code: 'certificate-revoked' });
      expect(await player.leadProgress()).toMatchObject({ recordCount: 2 });
      const receipt = ['receipt', 'verify', join(folder, 'played', 'receipt.txt')];
      expect(await runCli([...receipt, '--keys', join(folder, 'played', 'jwks.json')])).toMatchObject({
        code: 0,
      });
    } finally {
      running.interrupt();
    }
    expect(await running.ended).toMatchObject({ code: 0, error: '' });
    expect(processesMentioning(environment.LIANSHU_HOME)).toEqual([]);
    expect(readdirSync(environment.LIANSHU_HOME)).toEqual(['demo']);
    expect(cardPrograms).toHaveLength(1);
    for (const each of cardPrograms) await expect(fetch(each)).rejects.toThrow();
  });

  it('and a second demo is refused while the first runs, which the file of a demo that was killed did not prevent', async () => {
    writeFileSync(join(environment.LIANSHU_HOME, 'demo.running'), '999999999');
    const running = demo('--citizens', '0', '--out', 'first', '--lang', 'en');
    await running.untilSaid('Getting ready');
    const second = await demo('--headless', '--out', 'second', '--lang', 'zh-TW').ended;
    expect(second).toMatchObject({ code: 1, out: '' });
    expect(second.error).toMatch(/已有示範在執行.*\[demo-running\]/);
    expect(existsSync(join(folder, 'second'))).toBe(false);
    running.interrupt();
    await running.ended;
  });
});
