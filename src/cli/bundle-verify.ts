import { readFile } from 'node:fs/promises';
import { type BundleErrorCode, type BundleReport, readBundle, verifyBundle } from '../checking/index.js';
import type { Result } from '../core/result.js';
import { sentenceOf } from '../messages/index.js';
import { derOf } from './certificate-file.js';

/** What the reader of a bundle brings along. */
export interface BundleOptions {
  /** A file with the commission's certificate, DER or PEM, had from elsewhere. */
  readonly commission?: string;
  readonly json?: true;
}

/** Verifies the published bundle in a folder, with no access to the platform, and prints what it says. False where it doesn't hold. */
export async function verifyBundleFolder(folder: string, options: BundleOptions): Promise<boolean> {
  const files = await readBundle(folder);
  const expectations =
    options.commission === undefined
      ? {}
      : { commissionCertificate: derOf(await readFile(options.commission)) };
  const verified = verifyBundle(files, expectations);
  if (options.json === true) console.log(JSON.stringify(asJson(verified)));
  else if (verified.ok) printForPeople(verified.value, options);
  else console.error(`The bundle does not hold. ${sentenceOf(verified.failure, 'en')}`);
  return verified.ok;
}

function asJson(verified: Result<BundleReport, BundleErrorCode>): object {
  return verified.ok ? { holds: true, ...verified.value } : { holds: false, ...verified.failure };
}

function printForPeople(report: BundleReport, options: BundleOptions): void {
  const { round, records, valid, threshold, determination } = report;
  console.log(`The bundle holds. Case ${report.case}, round ${round}: ${determination}.`);
  console.log(`${valid} valid of ${records} records; ${threshold} were needed.`);
  console.log(`Lead's certificate, SHA-256: ${report.leadCertificateSha256}`);
  console.log(`Commission's certificate, SHA-256: ${report.commissionCertificateSha256}`);
  if (options.commission === undefined)
    console.log('Compare it with the one the commission publishes, or name that with --commission.');
}
