import { thresholdOf } from '../../cases/index.js';
import { parseSignedDocument } from '../../core/cms/index.js';
import { attach } from '../../core/cms/signed-document.js';
import type { CaseNumber, RoundOrdinal } from '../../core/identifiers.js';
import { merkleRoot } from '../../core/merkle/index.js';
import { equalOctets, hex } from '../../core/octets.js';
import { fail, ok, type Result } from '../../core/result.js';
import { sha256Hex } from '../../core/sha256.js';
import { confirmSignature } from '../../core/validators.js';
import type { BundleErrorCode } from '../errors.js';
import {
  type Determination,
  drawUpResult,
  readResult,
  resultBytes,
  type ResultDocument,
  tallyOf,
} from '../result/result-document.js';
import { bundleFiles, countVerdicts, readVerdictList } from './bundle-files.js';
import { verifyLeadStatements } from './lead-statements.js';

type Checked<Value> = Result<Value, BundleErrorCode>;

/** What a verified bundle says, and what the reader should compare with what they know. */
export interface BundleReport {
  readonly case: CaseNumber;
  readonly round: RoundOrdinal;
  readonly records: number;
  readonly valid: number;
  readonly threshold: number;
  readonly determination: Determination;
  /** SHA-256 of the certificate that signed the result, hex: compare it with the commission's. */
  readonly commissionCertificateSha256: string;
  /** SHA-256 of the certificate that signed the key statement and the submission statement, hex. */
  readonly leadCertificateSha256: string;
}

/** What the reader knows beforehand. */
export interface BundleExpectations {
  /** The commission's certificate, DER: a result signed by any other is refused. */
  readonly commissionCertificate?: Uint8Array;
}

/**
 * Checks a published bundle without access to the platform: the commission's signature over the result, the root over
 * the listed commitments, the counts of the listed verdicts, the determination that follows from the counts, and the
 * lead's two statements. Each signature is verified by two independent validators, which must agree. `files` by name;
 * see {@link bundleFiles}. The path of the commission's certificate is not validated here.
 */
export async function verifyBundle(
  files: ReadonlyMap<string, Uint8Array>,
  expectations: BundleExpectations = {},
): Promise<Checked<BundleReport>> {
  const missing = Object.values(bundleFiles).find((name) => !files.has(name));
  if (missing !== undefined) return fail('bundle-file-missing', { file: missing });
  const content = (name: keyof typeof bundleFiles): Uint8Array =>
    files.get(bundleFiles[name]) ?? new Uint8Array();
  const result = readResult(content('result'));
  if (!result.ok) return fail('bundle-malformed', { file: bundleFiles.result });
  const signer = await verifySignature(content('result'), content('signature'), expectations);
  if (!signer.ok) return signer;
  const verdicts = verifyVerdicts(content('verdicts'), result.value);
  if (!verdicts.ok) return verdicts;
  if (!isConsistent(result.value)) return fail('bundle-determination-wrong', { file: bundleFiles.result });
  const lead = await verifyLeadStatements(
    result.value,
    content('keyStatement'),
    content('submissionStatement'),
  );
  if (!lead.ok) return lead;
  return ok(reportOf(result.value, signer.value, lead.value));
}

/** The certificate that signed the result. */
async function verifySignature(
  result: Uint8Array,
  signature: Uint8Array,
  { commissionCertificate }: BundleExpectations,
): Promise<Checked<Uint8Array>> {
  const wrong = fail('bundle-signature-wrong', { file: bundleFiles.signature });
  const attached = attach(signature, result);
  if (!attached.ok) return wrong;
  const document = await confirmSignature(parseSignedDocument(attached.value), signature, result);
  if (!document.ok) {
    const disagree = document.failure.code === 'validators-disagree';
    return disagree ? fail('validators-disagree', { file: bundleFiles.signature }) : wrong;
  }
  const signer = document.value.signer.der;
  const expected = commissionCertificate ?? signer;
  return equalOctets(signer, expected) ? ok(signer) : wrong;
}

function verifyVerdicts(list: Uint8Array, result: ResultDocument): Checked<void> {
  const file = bundleFiles.verdicts;
  const verdicts = readVerdictList(list);
  if (!verdicts.ok) return fail('bundle-malformed', { file, ...verdicts.failure.values });
  const root = hex(merkleRoot(verdicts.value.map(({ commitment }) => commitment)));
  if (root !== result.merkleRoot) return fail('bundle-root-wrong', { file });
  const electronic = tallyOf(countVerdicts(verdicts.value));
  const counted = resultBytes({ ...result, electronic });
  return equalOctets(counted, resultBytes(result)) ? ok(undefined) : fail('bundle-counts-wrong', { file });
}

/** Whether the threshold follows from the electors (ACT 12), and total and determination from the numbers. */
function isConsistent(result: ResultDocument): boolean {
  const threshold = thresholdOf(result.electorTotal);
  if (!threshold.ok || threshold.value !== result.threshold) return false;
  return equalOctets(resultBytes(drawUpResult(result)), resultBytes(result));
}

function reportOf(result: ResultDocument, commission: Uint8Array, lead: Uint8Array): BundleReport {
  return {
    case: result.case,
    round: result.round,
    records: result.electronic.submitted,
    valid: result.valid,
    threshold: result.threshold,
    determination: result.determination,
    commissionCertificateSha256: sha256Hex(commission),
    leadCertificateSha256: sha256Hex(lead),
  };
}
