import {
  type BundleErrorCode,
  bundleFiles,
  type BundleReport,
  readBundle,
  verifyBundle,
} from '../checking/index.js';
import type { Failure, Result } from '../core/result.js';
import type { SignerTrust } from '../core/signer-path.js';
import { OperatorError } from './failure.js';
import { certificateIn } from './input-files.js';
import type { Translator } from './translator.js';

/** How a published bundle is verified. */
export interface BundleVerificationOptions {
  /** The file with the commission's certificate. */
  readonly commission: string;
  readonly trust: SignerTrust;
  readonly json?: true;
}

/** The checks of a bundle, in this order. The first one that fails ends the verification. */
const bundleChecks = [
  ...(['files', 'signature', 'certificate', 'root', 'counts', 'determination', 'statements'] as const),
];
type BundleCheck = (typeof bundleChecks)[number];

const checkOf: Readonly<Record<Exclude<BundleErrorCode, 'validators-disagree'>, BundleCheck>> = {
  'bundle-file-missing': 'files',
  'bundle-malformed': 'files',
  'bundle-signature-wrong': 'signature',
  'bundle-certificate-untrusted': 'certificate',
  'bundle-root-wrong': 'root',
  'bundle-counts-wrong': 'counts',
  'bundle-determination-wrong': 'determination',
  'bundle-statement-wrong': 'statements',
};

/** Verifies the published bundle in a folder. Prints each check, and what was not checked. Returns false if a check failed. */
export async function verifyBundleFolder(
  folder: string,
  { commission, trust, json }: BundleVerificationOptions,
  translator: Translator,
): Promise<boolean> {
  const commissionCertificate = (await certificateIn(commission)).raw;
  if (process.stderr.isTTY) console.error(translator.text('bundle.checking', { folder }));
  const files = await readBundle(folder);
  // A folder without a result is the wrong folder, not a bundle that somebody changed.
  if (!files.has(bundleFiles.result)) throw new OperatorError('bundle-folder-unknown', { file: folder });
  const verified = await verifyBundle(files, { commissionCertificate, ...trust });
  if (json === true) console.log(JSON.stringify(bundleJson(verified)));
  else if (verified.ok) printHoldingBundle(verified.value, translator);
  else printBrokenBundle(verified.failure, translator);
  return verified.ok;
}

function bundleJson(verified: Result<BundleReport, BundleErrorCode>): object {
  if (verified.ok) return { valid: true, report: verified.value };
  const { code, values } = verified.failure;
  return { valid: false, failure: code, values };
}

function printHoldingBundle(report: BundleReport, translator: Translator): void {
  console.log(translator.text('bundle.holds', { case: report.case, round: report.round }));
  for (const check of bundleChecks) console.log(`  ✓ ${translator.text(`bundle.${check}`)}`);
  const determination = translator.text(`determination.${report.determination}`);
  const { records, paper, joint, valid, threshold } = report;
  console.log(
    translator.text('bundle.kinds', {
      records,
      paper: paper.submitted,
      submitted: joint.submitted,
      electronicValid: joint.valid - paper.valid,
      paperValid: paper.valid,
      jointValid: joint.valid,
    }),
  );
  console.log(translator.text('bundle.numbers', { valid, threshold, determination }));
  console.log(translator.text('bundle.commission', { value: report.commissionCertificateSha256 }));
  console.log(translator.text('bundle.lead', { value: report.leadCertificateSha256 }));
  console.log(translator.text('bundle.not-checked'));
  for (const key of notChecked) console.log(`  – ${translator.text(key)}`);
}

const notChecked = [
  'bundle.not-checked-path',
  'bundle.not-checked-verdicts',
  'bundle.not-checked-paper',
  'bundle.not-checked-receipt',
] as const;

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
