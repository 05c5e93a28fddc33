import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { type Command, InvalidArgumentError } from 'commander';
import { type ChainHead, verifyAuditLines } from '../audit/index.js';
import {
  type BundleErrorCode,
  bundleFiles,
  type BundleReport,
  readBundle,
  verifyBundle,
} from '../checking/index.js';
import type { Failure, Result } from '../core/result.js';
import type { CliTextKey } from '../messages/index.js';
import { OperatorMistake } from './failure.js';
import { certificateIn } from './input-files.js';
import { commandGroup } from './localized-command.js';
import { TerminalProgress } from './progress.js';
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
  const [, seq, hash] = /^([0-9]{1,9}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (hash === undefined) throw new InvalidArgumentError(voice.say('usage.head'));
  return { seq: Number(seq), hash };
}

/** Verifies an exported audit log and prints what it found; false where it isn't whole. */
async function verifyLog(
  file: string,
  { head, json }: { readonly head?: ChainHead; readonly json?: true },
  voice: Voice,
): Promise<boolean> {
  const verified = await verifyAuditLines(linesOf(file, voice), head);
  if (json === true) {
    const { ok } = verified;
    const { code, values } = ok ? {} : verified.failure;
    console.log(
      JSON.stringify(ok ? { valid: true, ...verified.value } : { valid: false, failure: code, values }),
    );
  } else if (verified.ok) {
    const { seq, hash } = verified.value;
    console.log(voice.say('audit.log-whole', { events: seq, head: `${seq}:${hash}` }));
    if (head === undefined) console.log(voice.say('audit.note-down'));
  } else {
    console.error(voice.paragraph(voice.say('audit.log-broken'), voice.explain(verified.failure)));
  }
  return verified.ok;
}

async function* linesOf(file: string, voice: Voice): AsyncGenerator<string> {
  const { size } = await stat(file);
  const progress = new TerminalProgress(voice.say('progress.bytes'));
  const stream = createReadStream(file, 'utf8');
  try {
    for await (const line of createInterface({ input: stream, crlfDelay: Infinity })) {
      progress.update(stream.bytesRead, size);
      yield line;
    }
  } finally {
    progress.end();
    stream.destroy();
  }
}

interface BundleOptions {
  readonly commission?: string;
  readonly json?: true;
}

/** What is checked, in this order: the first that fails ends it. */
const bundleChecks = ['files', 'signature', 'root', 'counts', 'determination', 'statements'] as const;
type BundleCheck = (typeof bundleChecks)[number];

const checkOf: Readonly<Record<Exclude<BundleErrorCode, 'validators-disagree'>, BundleCheck>> = {
  'bundle-file-missing': 'files',
  'bundle-malformed': 'files',
  'bundle-signature-wrong': 'signature',
  'bundle-root-wrong': 'root',
  'bundle-counts-wrong': 'counts',
  'bundle-determination-wrong': 'determination',
  'bundle-statement-wrong': 'statements',
};

/** Verifies the published bundle in a folder and prints each check, and what was not checked; false where it doesn't hold. */
async function verifyBundleFolder(folder: string, options: BundleOptions, voice: Voice): Promise<boolean> {
  const expected = options.commission === undefined ? undefined : await certificateIn(options.commission);
  if (process.stderr.isTTY) console.error(voice.say('bundle.checking', { folder }));
  const files = await readBundle(folder);
  // Anything else in the shape of a folder is a mistake of the caller's, not a bundle that was tampered with.
  if (!files.has(bundleFiles.result)) throw new OperatorMistake('bundle-folder-unknown', { file: folder });
  const expectations = expected === undefined ? {} : { commissionCertificate: expected.raw };
  const verified = await verifyBundle(files, expectations);
  if (options.json === true) console.log(JSON.stringify(bundleJson(verified)));
  else if (verified.ok) printHoldingBundle(verified.value, expected !== undefined, voice);
  else printBrokenBundle(verified.failure, voice);
  return verified.ok;
}

function bundleJson(verified: Result<BundleReport, BundleErrorCode>): object {
  if (verified.ok) return { valid: true, report: verified.value };
  const { code, values } = verified.failure;
  return { valid: false, failure: code, values };
}

function printHoldingBundle(report: BundleReport, expected: boolean, voice: Voice): void {
  console.log(voice.say('bundle.holds', { case: report.case, round: report.round }));
  for (const check of bundleChecks) console.log(`  ✓ ${voice.say(`bundle.${check}`)}`);
  const determination = voice.say(`determination.${report.determination}`);
  const { records, valid, threshold } = report;
  console.log(voice.say('bundle.numbers', { records, valid, threshold, determination }));
  console.log(voice.say('bundle.commission', { value: report.commissionCertificateSha256 }));
  if (expected) console.log(voice.say('bundle.commission-expected'));
  console.log(voice.say('bundle.lead', { value: report.leadCertificateSha256 }));
  console.log(voice.say('bundle.not-checked'));
  for (const key of notChecked(expected)) console.log(`  – ${voice.say(key)}`);
}

function notChecked(expected: boolean): readonly CliTextKey[] {
  return [
    ...(expected ? [] : ['bundle.not-checked-commission' as const]),
    'bundle.not-checked-path',
    'bundle.not-checked-verdicts',
    'bundle.not-checked-paper',
    'bundle.not-checked-receipt',
  ];
}

function printBrokenBundle(failure: Failure<BundleErrorCode>, voice: Voice): void {
  const failed = bundleChecks.indexOf(failedCheck(failure));
  console.error(voice.say('bundle.broken'));
  for (const [index, check] of bundleChecks.entries()) {
    const name = voice.say(`bundle.${check}`);
    if (index < failed) console.error(`  ✓ ${name}`);
    else if (index === failed) console.error(`  ✗ ${name}\n    ${voice.explain(failure)}`);
    else console.error(`  – ${name} ${voice.say('bundle.not-reached')}`);
  }
}

function failedCheck({ code, values }: Failure<BundleErrorCode>): BundleCheck {
  if (code === 'validators-disagree') {
    return values?.file === bundleFiles.signature ? 'signature' : 'statements';
  }
  // A list of verdicts is read only once the signature over the result has held.
  const unreadList = code === 'bundle-malformed' && values?.file === bundleFiles.verdicts;
  return unreadList ? 'root' : checkOf[code];
}
