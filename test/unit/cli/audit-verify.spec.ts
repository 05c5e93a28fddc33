import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Command } from 'commander';
import { type AuditEvent, auditLine, chainedEvent, emptyChain } from '../../../src/audit/index.js';
import { registerAuditVerify } from '../../../src/cli/audit-verify.js';

const folder = mkdtempSync(join(tmpdir(), 'lianshu-audit-'));
afterAll(() => rmSync(folder, { recursive: true }));

const events: AuditEvent[] = [];
for (let n = 0; n < 3; n++)
  events.push(chainedEvent(events.at(-1) ?? emptyChain, { at: new Date(n), actor: 'system', action: 'x' }));

const printed = { log: '', error: '' };
let bundles: string[] = [];

beforeEach(() => {
  Object.assign(printed, { log: '', error: '' });
  bundles = [];
  jest.spyOn(console, 'log').mockImplementation((text: string) => void (printed.log += text));
  jest.spyOn(console, 'error').mockImplementation((text: string) => void (printed.error += text));
});

afterEach(() => {
  jest.restoreAllMocks();
  process.exitCode = undefined;
});

async function verify(...options: string[]): Promise<number> {
  const program = new Command().exitOverride();
  registerAuditVerify(program, (path) => {
    bundles.push(path);
    return Promise.resolve(path.endsWith('good'));
  });
  await program.parseAsync(['audit', 'verify', ...options], { from: 'user' });
  return Number(process.exitCode ?? 0);
}

function file(lines: readonly string[]): string {
  const path = join(folder, 'log.jsonl');
  writeFileSync(path, lines.map((line) => `${line}\n`).join(''));
  return path;
}

describe('lianshu audit verify', () => {
  const lines = events.map(auditLine);

  it('says that a log is whole, and its head', async () => {
    expect(await verify(file(lines))).toBe(0);
    expect(printed.log).toBe(`The log is whole: 3 events, the last 3:${events[2].hash}`);
    expect(await verify(file(lines), '--head', `2:${events[1].hash}`)).toBe(0);
  });

  it('says where a log is not', async () => {
    expect(await verify(file([lines[0], lines[1].replace('"x"', '"y"'), lines[2]]))).toBe(1);
    expect(printed.error).toBe(
      'The log is not whole. Line 2 does not have the hash of its content: it was changed.',
    );
    expect(await verify(file(lines.slice(0, 2)), '--json', '--head', `3:${events[2].hash}`)).toBe(1);
    expect(JSON.parse(printed.log)).toEqual({ holds: false, code: 'audit-head-differs', values: { seq: 3 } });
  });

  it('refuses a head that is none, and a file that is not there', async () => {
    await expect(verify(file(lines), '--head', 'x')).rejects.toThrow('seq:hash');
    await expect(verify(join(folder, 'none'))).rejects.toThrow('ENOENT');
  });

  it('hands a folder with result.json to the bundle’s verification', async () => {
    const good = mkdtempSync(join(folder, 'bundle-'));
    await expect(verify(good)).rejects.toThrow('result.json');
    writeFileSync(join(good, 'result.json'), '{}');
    expect(await verify(good)).toBe(1);
    expect(bundles).toEqual([good]);
  });

  it('says what a bundle lacks', async () => {
    const bundle = mkdtempSync(join(folder, 'bundle-'));
    writeFileSync(join(bundle, 'result.json'), '{}');
    const program = new Command().exitOverride();
    registerAuditVerify(program);
    await program.parseAsync(['audit', 'verify', bundle, '--json'], { from: 'user' });
    expect(process.exitCode).toBe(1);
    expect(JSON.parse(printed.log)).toEqual({
      holds: false,
      code: 'bundle-file-missing',
      values: { file: 'result.p7s' },
    });
  });
});
