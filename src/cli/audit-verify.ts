import { stat } from 'node:fs/promises';
import { type Command, InvalidArgumentError } from 'commander';
import type { ChainHead } from '../audit/index.js';
import { trustAnchor } from '../core/path/index.js';
import type { SignerTrust } from '../core/signer-path.js';
import type { CliTextKey } from '../messages/index.js';
import { verifyBundleFolder } from './audit-verify-bundle.js';
import { verifyLog } from './audit-verify-log.js';
import { EncodedFiles } from './encoded-files.js';
import { OperatorError } from './failure.js';
import { commandGroup } from './localized-command.js';
import type { Translator } from './translator.js';

interface Options {
  readonly anchor?: readonly string[];
  readonly chain?: readonly string[];
  readonly commission?: string;
  readonly keys?: string;
  readonly checkpoints?: string;
  readonly head?: ChainHead;
  readonly json?: true;
}

/**
 * `lianshu audit verify`: verifies an exported audit log (a JSONL file) or the published bundle of a case (a folder with `result.json`).
 * Needs no access to the platform. What it is held against is demanded: anchors, and the commission's certificate or the platform's
 * keys. Exits with 1 if the verification fails.
 */
export function registerAuditVerify(program: Command, translator: Translator): void {
  commandGroup(program, 'audit', translator.text('help.audit'))
    .command('verify')
    .description(translator.text('help.audit-verify'))
    .argument('<file-or-folder>', translator.text('argument.audited'))
    .option('--anchor <files...>', translator.text('option.anchor'))
    .option('--chain <files...>', translator.text('option.chain'))
    .option('--commission <file>', translator.text('option.commission'))
    .option('--keys <file>', translator.text('option.keys'))
    .option('--checkpoints <file>', translator.text('option.checkpoints'))
    .option('--head <seq:hash>', translator.text('option.head'), (text: string) => headOf(text, translator))
    .option('--json', translator.text('option.json'))
    .action(async (path: string, options: Options, command: Command) => {
      const folder = (await stat(path)).isDirectory();
      const demand = <Given>(given: Given | undefined, missing: CliTextKey): Given =>
        given ?? command.error(translator.text(missing));
      const holds = folder
        ? await verifyBundleFolder(
            path,
            {
              ...options,
              commission: demand(options.commission, 'usage.bundle-needs-commission'),
              trust: trustOf(demand(options.anchor, 'usage.bundle-needs-anchor'), options.chain),
            },
            translator,
          )
        : await verifyLog(
            path,
            {
              ...options,
              keys: demand(options.keys, 'usage.log-needs-keys'),
              trust: trustOf(demand(options.anchor, 'usage.log-needs-anchor'), options.chain),
            },
            translator,
          );
      if (!holds) process.exitCode = 1;
    });
}

function headOf(text: string, translator: Translator): ChainHead {
  const [, seq, hash] = /^([0-9]{1,9}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (hash === undefined) throw new InvalidArgumentError(translator.text('usage.head'));
  return { seq: Number(seq), hash };
}

/** The certificates in these files. Throws an OperatorError where one can't be read. */
function trustOf(anchors: readonly string[], chain: readonly string[] = []): SignerTrust {
  const files = new EncodedFiles();
  const certificates = (paths: readonly string[]) => {
    const read = files.certificates(paths);
    if (read.ok) return read.value;
    const { code, values } = read.failure;
    const known = code === 'file-unreadable' ? 'file-not-found' : 'certificate-file-malformed';
    throw new OperatorError(known, values);
  };
  return { anchors: certificates(anchors).map(trustAnchor), intermediates: certificates(chain) };
}
