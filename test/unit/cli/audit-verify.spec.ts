import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { type AuditEvent, auditLine, chainedEvent, emptyChain } from '../../../src/audit/index.js';
import { runCli } from '../../support/cli/run-cli.js';

const folder = mkdtempSync(join(tmpdir(), 'lianshu-audit-'));
afterAll(() => rmSync(folder, { recursive: true }));

const events: AuditEvent[] = [];
for (let n = 0; n < 3; n++)
  events.push(chainedEvent(events.at(-1) ?? emptyChain, { at: new Date(n), actor: 'system', action: 'x' }));

const verify = (...options: string[]) => runCli(['audit', 'verify', ...options]);

function file(lines: readonly string[]): string {
  const path = join(folder, 'log.jsonl');
  writeFileSync(path, lines.map((line) => `${line}\n`).join(''));
  return path;
}

describe('lianshu audit verify', () => {
  const lines = events.map(auditLine);

  it('prints that a log is complete, and its last event', async () => {
    const { out, code } = await verify(file(lines));
    expect(code).toBe(0);
    expect(out).toContain(`The log is complete and unchanged: 3 events, the last one 3:${events[2]!.hash}\n`);
    expect((await verify(file(lines), '--head', `2:${events[1]!.hash}`)).code).toBe(0);
    const json = await verify(file(lines), '--json');
    expect(JSON.parse(json.out)).toEqual({ valid: true, seq: 3, hash: events[2]!.hash });
  });

  it('prints the line where a log was changed, or that it was cut off', async () => {
    const altered = await verify(file([lines[0]!, lines[1]!.replace('"x"', '"y"'), lines[2]!]));
    expect(altered).toEqual({
      code: 1,
      out: '',
      error:
        'The log is incomplete or was changed. The content of line 2 does not match its hash. It was changed. [audit-event-altered]',
    });
    const cut = await verify(file(lines.slice(0, 2)), '--json', '--head', `3:${events[2]!.hash}`);
    expect(cut.code).toBe(1);
    expect(JSON.parse(cut.out)).toEqual({ valid: false, failure: 'audit-head-differs', values: { seq: 3 } });
  });

  it('refuses a malformed --head and a missing file', async () => {
    expect(await verify(file(lines), '--head', 'x')).toMatchObject({ code: 2, out: '' });
    expect(await verify(join(folder, 'none'))).toMatchObject({
      code: 1,
      error: expect.stringContaining('[file-not-found]'),
    });
  });

  it('refuses a folder without a result', async () => {
    const empty = mkdtempSync(join(folder, 'bundle-'));
    expect(await verify(empty)).toMatchObject({
      code: 1,
      error: expect.stringContaining('[bundle-folder-unknown]'),
    });
  });
});
