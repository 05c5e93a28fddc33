import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { checkpoints, eventsOf, linesOf, pki, story } from '../../support/audit/log-story.js';
import { jwks } from '../../support/audit/platform.js';
import { runCli } from '../../support/cli/run-cli.js';

const folder = mkdtempSync(join(tmpdir(), 'lianshu-audit-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, lines.map((line) => `${line}\n`).join(''));
  return path;
}

const events = eventsOf(story);
const lines = linesOf(story);
const anchor = ['--anchor', file('anchors.pem', [pki.anchorsPem()])];
const keys = ['--keys', file('jwks.json', [JSON.stringify(jwks)])];
const verifyLog = (log: readonly string[], ...options: readonly string[]) =>
  runCli(['audit', 'verify', file('log.jsonl', log), ...keys, ...anchor, ...options]);

describe('lianshu audit verify, of a log', () => {
  const head = `16:${events[15]!.hash}`;

  it('prints what it verified, and what not', async () => {
    const { out, code } = await verifyLog(lines);
    expect(code).toBe(0);
    expect(out.split('\n')).toEqual([
      `The log is complete and unchanged: 16 events, the last one ${head}`,
      '4 signatures of who acted, all valid and by those who may',
      '3 checkpoints, all valid; the last was signed at 2026-03-02T04:00:00.000Z',
      expect.stringMatching(/^Note down the last event elsewhere/),
      'Not checked here:',
      expect.stringContaining('revoked'),
      expect.stringContaining('a request is not signed'),
    ]);
    const chinese = await verifyLog(lines, '--lang', 'zh-TW');
    expect(chinese.out).toMatch(/^紀錄完整，未經變更：共 16 筆.*\n當事人的簽章 4 件.*\n簽章檢查點 3 個/);
    const json = await verifyLog(lines, '--json');
    expect(JSON.parse(json.out)).toEqual({
      valid: true,
      seq: 16,
      hash: events[15]!.hash,
      signatures: 4,
      checkpoints: 3,
      covered: 16,
      lastCheckpointAt: '2026-03-02T04:00:00.000Z',
    });
  });

  it('compares with a head and with checkpoints that were kept, and names what none covers yet', async () => {
    const kept = ['--checkpoints', file('kept.txt', checkpoints.slice(0, 2))];
    const shorter = linesOf(story, checkpoints.slice(0, 2));
    const { out, code } = await verifyLog(shorter, ...kept, '--head', head);
    expect(code).toBe(0);
    expect(out).toContain('Events 13 to 16 come after the last checkpoint');
    expect(out).not.toContain('Note down');
    const missing = await verifyLog(shorter, '--checkpoints', file('more.txt', checkpoints));
    expect(missing).toMatchObject({
      code: 1,
      error: expect.stringContaining('[audit-checkpoint-not-in-log]'),
    });
  });

  it('prints the line where a log was changed, or that it was cut off', async () => {
    const altered = await verifyLog(
      lines.with(1, lines[1]!.replace('"roles":["approver"]', '"roles":["auditor"]')),
    );
    expect(altered).toEqual({
      code: 1,
      out: '',
      error:
        'The log is incomplete or was changed. The content of line 2 does not match its hash. It was changed. [audit-event-altered]',
    });
    const cut = await verifyLog(lines.slice(0, 7), '--json', '--head', head);
    expect(cut.code).toBe(1);
    expect(JSON.parse(cut.out)).toEqual({ valid: false, failure: 'audit-head-differs', values: { seq: 16 } });
  });

  it('refuses a malformed --head, a missing file and files that are none of what they should be', async () => {
    expect(await verifyLog(lines, '--head', 'x')).toMatchObject({ code: 2, out: '' });
    const missing = await runCli(['audit', 'verify', join(folder, 'none'), ...keys, ...anchor]);
    expect(missing).toMatchObject({ code: 1, error: expect.stringContaining('[file-not-found]') });
    const log = file('log.jsonl', lines);
    const noAnchor = await runCli(['audit', 'verify', log, ...keys, '--anchor', join(folder, 'none')]);
    expect(noAnchor).toMatchObject({ code: 1, error: expect.stringContaining('[file-not-found]') });
    const noPem = await runCli(['audit', 'verify', log, ...keys, '--anchor', file('text.pem', ['text'])]);
    expect(noPem).toMatchObject({ code: 1, error: expect.stringContaining('[certificate-file-malformed]') });
  });
});

describe('lianshu audit verify demands what it compares with', () => {
  const log = () => file('log.jsonl', lines);
  const bundle = () => mkdtempSync(join(folder, 'bundle-'));
  const commission = ['--commission', file('commission.pem', [pki.commission.certificatePem])];

  it.each<[string, () => string[], RegExp, RegExp]>([
    ['a log without keys', () => [log(), ...anchor], /published keys.*--keys/, /--keys/],
    [
      'a log without anchors',
      () => [log(), ...keys],
      /root certificates.*--anchor.*approvers/,
      /--anchor.*核可人/,
    ],
    [
      'a bundle without the commission’s certificate',
      () => [bundle(), ...anchor],
      /--commission.*a result that anybody signed would pass/,
      /--commission.*任何人簽的結果都會通過/,
    ],
    [
      'a bundle without anchors',
      () => [bundle(), ...commission],
      /--anchor.*the path of the commission’s certificate/,
      /--anchor.*中選會憑證的路徑/,
    ],
  ])('%s', async (_what, words, english, chinese) => {
    const ran = await runCli(['audit', 'verify', ...words()]);
    expect(ran).toMatchObject({ code: 2, out: '', error: expect.stringMatching(english) });
    const inChinese = await runCli(['audit', 'verify', ...words(), '--lang', 'zh-TW']);
    expect(inChinese).toMatchObject({ code: 2, out: '', error: expect.stringMatching(chinese) });
  });

  it('a folder with a result', async () => {
    expect(await runCli(['audit', 'verify', bundle(), ...commission, ...anchor])).toMatchObject({
      code: 1,
      error: expect.stringContaining('[bundle-folder-unknown]'),
    });
  });
});
