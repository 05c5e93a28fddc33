import {
  type BundleErrorCode,
  bundleFiles,
  type BundleReport,
  readBundle,
  verifyBundle,
} from '../../checking/index.js';
import type { Failure, Result } from '../../core/result.js';
import type { CliTextKey } from '../../messages/index.js';
import { certificateIn } from '../input-files.js';
import { OperatorMistake } from '../operator-mistake.js';
import type { Voice } from '../voice.js';

interface Options {
  readonly commission?: string;
  readonly json?: true;
}

/** What is checked, in this order: the first that fails ends it. */
const checks = ['files', 'signature', 'root', 'counts', 'determination', 'statements'] as const;
type Check = (typeof checks)[number];

const checkOf: Readonly<Record<BundleErrorCode, Check>> = {
  'bundle-file-missing': 'files',
  'bundle-malformed': 'files',
  'bundle-signature-wrong': 'signature',
  'bundle-root-wrong': 'root',
  'bundle-counts-wrong': 'counts',
  'bundle-determination-wrong': 'determination',
  'bundle-statement-wrong': 'statements',
  // Which signature it was, the failure's sentence says; the first of them is the result's.
  'validators-disagree': 'signature',
};

/** Verifies the published bundle in a folder and prints each check, and what was not checked; false where it doesn't hold. */
export async function verifyBundleFolder(folder: string, options: Options, voice: Voice): Promise<boolean> {
  const expected = options.commission === undefined ? undefined : await certificateIn(options.commission);
  if (process.stderr.isTTY) console.error(voice.say('bundle.checking', { folder }));
  const files = await readBundle(folder);
  // Anything else in the shape of a folder is a mistake of the caller's, not a bundle that was tampered with.
  if (!files.has(bundleFiles.result)) throw new OperatorMistake('bundle-folder-unknown', { file: folder });
  const verified = await verifyBundle(
    files,
    expected === undefined ? {} : { commissionCertificate: expected.raw },
  );
  if (options.json === true) console.log(JSON.stringify(asJson(verified)));
  else if (verified.ok) printHolding(verified.value, expected !== undefined, voice);
  else printBroken(verified.failure, voice);
  return verified.ok;
}

function asJson(verified: Result<BundleReport, BundleErrorCode>): object {
  if (verified.ok) return { valid: true, report: verified.value };
  const { code, values } = verified.failure;
  return { valid: false, failure: code, values };
}

function printHolding(report: BundleReport, expected: boolean, voice: Voice): void {
  console.log(voice.say('bundle.holds', { case: report.case, round: report.round }));
  for (const check of checks) console.log(`  ✓ ${voice.say(`bundle.${check}`)}`);
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

function printBroken(failure: Failure<BundleErrorCode>, voice: Voice): void {
  // A list of verdicts is read only once the signature over the result has held.
  const unreadList = failure.code === 'bundle-malformed' && failure.values?.file === bundleFiles.verdicts;
  const failed = checks.indexOf(unreadList ? 'root' : checkOf[failure.code]);
  console.error(voice.say('bundle.broken'));
  for (const [index, check] of checks.entries()) {
    const name = voice.say(`bundle.${check}`);
    if (index < failed) console.error(`  ✓ ${name}`);
    else if (index === failed) console.error(`  ✗ ${name}\n    ${voice.explain(failure)}`);
    else console.error(`  – ${name} ${voice.say('bundle.not-reached')}`);
  }
}
