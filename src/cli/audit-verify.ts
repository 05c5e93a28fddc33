import { createReadStream } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Command } from 'commander';
import { type ChainHead, verifyAuditLines } from '../audit/index.js';
import { sentenceOf } from '../messages/index.js';
import { type BundleOptions, verifyBundleFolder } from './bundle-verify.js';
import { commandGroup } from './command-group.js';

interface Options extends BundleOptions {
  readonly head?: string;
}

/**
 * `lianshu audit verify`: checks, with no access to the platform, an exported audit log (a JSONL file) or the published bundle of a case
 * (a folder with `result.json`).
 */
export function registerAuditVerify(program: Command, verifyBundle = verifyBundleFolder): void {
  commandGroup(program, 'audit', 'what anyone can check')
    .command('verify')
    .description('verify an exported audit log (JSONL), or the published bundle of a case (a folder)')
    .argument('<file-or-folder>', 'audit log, or folder with result.json')
    .option('--head <seq:hash>', 'an event noted down earlier: finds that the log was cut off or rewritten')
    .option(
      '--commission <file>',
      'of a bundle: the commission’s certificate, DER or PEM, had from elsewhere',
    )
    .option('--json', 'print JSON')
    .action(async (path: string, options: Options) => {
      const holds = (await isBundle(path))
        ? await verifyBundle(path, options)
        : await verifyLog(path, options);
      if (!holds) process.exitCode = 1;
    });
}

async function isBundle(path: string): Promise<boolean> {
  if (!(await stat(path)).isDirectory()) return false;
  // Anything else in the shape of a folder is a mistake of the caller's, which the error names.
  await access(join(path, 'result.json'));
  return true;
}

async function verifyLog(file: string, options: Options): Promise<boolean> {
  const head = options.head === undefined ? undefined : headOf(options.head);
  const lines = createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity });
  const verified = await verifyAuditLines(lines, head);
  if (options.json === true) {
    console.log(
      JSON.stringify(
        verified.ok ? { holds: true, ...verified.value } : { holds: false, ...verified.failure },
      ),
    );
  } else if (verified.ok) {
    console.log(`The log is whole: ${verified.value.seq} events, the last ${headText(verified.value)}`);
  } else {
    console.error(`The log is not whole. ${sentenceOf(verified.failure, 'en')}`);
  }
  return verified.ok;
}

function headText({ seq, hash }: ChainHead): string {
  return `${seq}:${hash}`;
}

function headOf(text: string): ChainHead {
  if (!/^[0-9]{1,9}:[0-9a-f]{64}$/.test(text)) throw new Error('--head is not of the form seq:hash');
  const [seq, hash] = text.split(':');
  return { seq: Number(seq), hash };
}
