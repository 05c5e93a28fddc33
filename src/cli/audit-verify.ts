import { stat } from 'node:fs/promises';
import { InvalidArgumentError, type Command } from 'commander';
import type { ChainHead } from '../audit/index.js';
import { verifyLog } from './audit/log.js';
import { verifyBundleFolder } from './audit/bundle.js';
import { commandGroup } from './command-group.js';
import type { Voice } from './voice.js';

interface Options {
  readonly head?: ChainHead;
  readonly commission?: string;
  readonly json?: true;
}

/**
 * `lianshu audit verify`: checks, with no access to the platform, an exported audit log (a JSONL file) or the published bundle of a case
 * (a folder with `result.json`). Exit code 1 where it doesn't hold.
 */
export function registerAuditVerify(program: Command, voice: Voice): void {
  commandGroup(program, 'audit', voice.say('help.audit'))
    .command('verify')
    .description(voice.say('help.audit-verify'))
    .argument('<file-or-folder>', voice.say('argument.audited'))
    .option('--head <seq:hash>', voice.say('option.head'), (text: string) => headOf(text, voice))
    .option('--commission <file>', voice.say('option.commission'))
    .option('--json', voice.say('option.json'))
    .action(async (path: string, options: Options) => {
      const holds = (await stat(path)).isDirectory()
        ? await verifyBundleFolder(path, options, voice)
        : await verifyLog(path, options, voice);
      if (!holds) process.exitCode = 1;
    });
}

function headOf(text: string, voice: Voice): ChainHead {
  if (!/^[0-9]{1,9}:[0-9a-f]{64}$/.test(text)) throw new InvalidArgumentError(voice.say('usage.head'));
  const [seq, hash] = text.split(':');
  return { seq: Number(seq), hash };
}
