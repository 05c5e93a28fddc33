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
import { OperatorError } from './failure.js';
import { certificateIn } from './input-files.js';
import { commandGroup } from './localized-command.js';
import { TerminalProgress } from './progress.js';
import type { Translator } from './translator.js';

interface Options {
  readonly head?: ChainHead;
  readonly commission?: string;
  readonly json?: true;
}

/**
 * `lianshu audit verify`: verifies an exported audit log (a JSONL file) or the published bundle of a case (a folder with `result.json`).
 * Needs no access to the platform. Exits with 1 if the verification fails.
 */
export function registerAuditVerify(program: Command, translator: Translator): void {
  commandGroup(program, 'audit', translator.text('help.audit'))
    .command('verify')
    .description(translator.text('help.audit-verify'))
    .argument('<file-or-folder>', translator.text('argument.audited'))
    .option('--head <seq:hash>', translator.text('option.head'), (text: string) => headOf(text, translator))
    .option('--commission <file>', translator.text('option.commission'))
    .option('--json', translator.text('option.json'))
    .action(async (path: string, options: Options) => {
      const holds = (await stat(path)).isDirectory()
        ? await verifyBundleFolder(path, options, translator)
        : await verifyLog(path, options, translator);
      if (!holds) process.exitCode = 1;
    });
}

function headOf(text: string, translator: Translator): ChainHead {
  const [, seq, hash] = /^([0-9]{1,9}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (hash === undefined) throw new InvalidArgumentError(translator.text('usage.head'));
  return { seq: Number(seq), hash };
}

/** Verifies an exported audit log and prints the result. Returns false if the log is not complete. */
async function verifyLog(
  file: string,
  { head, json }: { readonly head?: ChainHead; readonly json?: true },
  translator: Translator,
): Promise<boolean> {
  const verified = await verifyAuditLines(linesOf(file, translator), head);
  if (json === true) {
    const { ok } = verified;
    const { code, values } = ok ? {} : verified.failure;
    console.log(
      JSON.stringify(ok ? { valid: true, ...verified.value } : { valid: false, failure: code, values }),
    );
  } else if (verified.ok) {
    const { seq, hash } = verified.value;
    console.log(translator.text('audit.log-whole', { events: seq, head: `${seq}:${hash}` }));
    if (head === undefined) console.log(translator.text('audit.note-down'));
  } else {
    console.error(
      translator.paragraph(translator.text('audit.log-broken'), translator.explain(verified.failure)),
    );
  }
  return verified.ok;
}

async function* linesOf(file: string, translator: Translator): AsyncGenerator<string> {
  const { size } = await stat(file);
  const progress = new TerminalProgress(translator.text('progress.bytes'));
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

/** The checks of a bundle, in this order. The first one that fails ends the verification. */
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

/** Verifies the published bundle in a folder. Prints each check, and what was not checked. Returns false if a check failed. */
async function verifyBundleFolder(
  folder: string,
  options: BundleOptions,
  translator: Translator,
): Promise<boolean> {
  const expected = options.commission === undefined ? undefined : await certificateIn(options.commission);
  if (process.stderr.isTTY) console.error(translator.text('bundle.checking', { folder }));
  const files = await readBundle(folder);
  // A folder without a result is the wrong folder, not a bundle that somebody changed.
  if (!files.has(bundleFiles.result)) throw new OperatorError('bundle-folder-unknown', { file: folder });
  const expectations = expected === undefined ? {} : { commissionCertificate: expected.raw };
  const verified = await verifyBundle(files, expectations);
  if (options.json === true) console.log(JSON.stringify(bundleJson(verified)));
  else if (verified.ok) printHoldingBundle(verified.value, expected !== undefined, translator);
  else printBrokenBundle(verified.failure, translator);
  return verified.ok;
}

function bundleJson(verified: Result<BundleReport, BundleErrorCode>): object {
  if (verified.ok) return { valid: true, report: verified.value };
  const { code, values } = verified.failure;
  return { valid: false, failure: code, values };
}

function printHoldingBundle(report: BundleReport, expected: boolean, translator: Translator): void {
  console.log(translator.text('bundle.holds', { case: report.case, round: report.round }));
  for (const check of bundleChecks) console.log(`  ✓ ${translator.text(`bundle.${check}`)}`);
  const determination = translator.text(`determination.${report.determination}`);
  const { records, valid, threshold } = report;
  console.log(translator.text('bundle.numbers', { records, valid, threshold, determination }));
  console.log(translator.text('bundle.commission', { value: report.commissionCertificateSha256 }));
  if (expected) console.log(translator.text('bundle.commission-expected'));
  console.log(translator.text('bundle.lead', { value: report.leadCertificateSha256 }));
  console.log(translator.text('bundle.not-checked'));
  for (const key of notChecked(expected)) console.log(`  – ${translator.text(key)}`);
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

function printBrokenBundle(failure: Failure<BundleErrorCode>, translator: Translator): void {
  const failed = bundleChecks.indexOf(failedCheck(failure));
  console.error(translator.text('bundle.broken'));
  for (const [index, check] of bundleChecks.entries()) {
    const name = translator.text(`bundle.${check}`);
    if (index < failed) console.error(`  ✓ ${name}`);
    else if (index === failed) console.error(`  ✗ ${name}\n    ${translator.explain(failure)}`);
    else console.error(`  – ${name} ${translator.text('bundle.not-reached')}`);
  }
}

function failedCheck({ code, values }: Failure<BundleErrorCode>): BundleCheck {
  if (code === 'validators-disagree') {
    return values?.file === bundleFiles.signature ? 'signature' : 'statements';
  }
  // The list of verdicts is read only after the signature over the result was verified.
  const unreadList = code === 'bundle-malformed' && values?.file === bundleFiles.verdicts;
  return unreadList ? 'root' : checkOf[code];
}
