import { thresholdOf } from '../../cases/index.js';
import { parseSignedDocument, type SignedDocument } from '../../core/cms/index.js';
import { attach } from '../../core/cms/signed-document.js';
import type { CaseNumber, RoundOrdinal } from '../../core/identifiers.js';
import { merkleRoot } from '../../core/merkle/index.js';
import { equalOctets, hex } from '../../core/octets.js';
import { parsePem } from '../../core/pem.js';
import { fail, ok, type Result } from '../../core/result.js';
import { sha256Hex } from '../../core/sha256.js';
import { signerPathFault, type SignerTrust } from '../../core/signer-path.js';
import { confirmSignature } from '../../core/validators.js';
import { type Certificate, parseCertificate } from '../../core/x509/index.js';
import type { BundleErrorCode } from '../errors.js';
import {
  type Determination,
  type JointTally,
  drawUpResult,
  readResult,
  resultBytes,
  type ResultDocument,
} from '../result/result-document.js';
import { electronicGroups, isPublicTally, paperGroups } from '../result/public-tally.js';
import { bundleFiles, readVerdictList } from './bundle-files.js';
import { verifyLeadStatements } from './lead-statements.js';

type Checked<Value> = Result<Value, BundleErrorCode>;

/** What a verified bundle says, and what the reader should compare with what they know. */
export interface BundleReport {
  readonly case: CaseNumber;
  readonly round: RoundOrdinal;
  /** Electronic records that were handed in. */
  readonly records: number;
  readonly paper: JointTally;
  /** Electronic and paper together. */
  readonly joint: JointTally;
  readonly valid: number;
  readonly threshold: number;
  readonly determination: Determination;
  /** SHA-256 of the certificate that signed the result, hex: compare it with the commission's. */
  readonly commissionCertificateSha256: string;
  /** SHA-256 of the certificate that signed the key statement and the submission statement, hex. */
  readonly leadCertificateSha256: string;
}

/** What the reader brings: nothing of it may come from the bundle. */
export interface BundleExpectations extends SignerTrust {
  /** The commission's certificate, DER: a result signed by any other is refused. */
  readonly commissionCertificate: Uint8Array;
}

/**
 * Checks a published bundle without access to the platform: the commission's signature over the result, the path of its
 * certificate when it signed, the root over the listed commitments, the counts of the listed verdicts, the determination that
 * follows from the counts, and the lead's two statements. Each signature is verified by two independent validators, which must
 * agree. `files` by name; see {@link bundleFiles}. Revocation is not asked, nor the path of the lead's certificate.
 */
export async function verifyBundle(
  files: ReadonlyMap<string, Uint8Array>,
  expectations: BundleExpectations,
): Promise<Checked<BundleReport>> {
  const missing = Object.values(bundleFiles).find((name) => !files.has(name));
  if (missing !== undefined) return fail('bundle-file-missing', { file: missing });
  const content = (name: keyof typeof bundleFiles): Uint8Array =>
    files.get(bundleFiles[name]) ?? new Uint8Array();
  const result = readResult(content('result'));
  if (!result.ok) return fail('bundle-malformed', { file: bundleFiles.result });
  const signed = await verifySignature(content('result'), content('signature'), expectations);
  if (!signed.ok) return signed;
  const path = verifyPath(signed.value, content('certificates'), expectations);
  if (!path.ok) return path;
  const verdicts = verifyVerdicts(content('verdicts'), result.value);
  if (!verdicts.ok) return verdicts;
  if (!isConsistent(result.value)) return fail('bundle-determination-wrong', { file: bundleFiles.result });
  const lead = await verifyLeadStatements(
    result.value,
    content('keyStatement'),
    content('submissionStatement'),
  );
  if (!lead.ok) return lead;
  return ok(reportOf(result.value, signed.value.signer.der, lead.value));
}

/** The signed result, if the commission's certificate signed it. */
async function verifySignature(
  result: Uint8Array,
  signature: Uint8Array,
  { commissionCertificate }: BundleExpectations,
): Promise<Checked<SignedDocument>> {
  const wrong = fail('bundle-signature-wrong', { file: bundleFiles.signature });
  const attached = attach(signature, result);
  if (!attached.ok) return wrong;
  const document = await confirmSignature(parseSignedDocument(attached.value), signature, result);
  if (!document.ok) {
    const disagree = document.failure.code === 'validators-disagree';
    return disagree ? fail('validators-disagree', { file: bundleFiles.signature }) : wrong;
  }
  return equalOctets(document.value.signer.der, commissionCertificate) ? document : wrong;
}

/** Validates the path as of the signing-time, which the signature covers. The bundle's certificates may stand in it. */
function verifyPath(
  document: SignedDocument,
  certificates: Uint8Array,
  { anchors, intermediates }: SignerTrust,
): Checked<void> {
  const file = bundleFiles.certificates;
  const above = certificatesIn(certificates);
  if (above === undefined) return fail('bundle-malformed', { file });
  const { signedAt } = document;
  const trust = { anchors, intermediates: [...above, ...intermediates] };
  const cause = signedAt === undefined ? 'signing-time-missing' : signerPathFault(document, signedAt, trust);
  return cause === undefined ? ok(undefined) : fail('bundle-certificate-untrusted', { cause });
}

/** The certificates of a PEM file that holds nothing else; undefined for any other file. */
function certificatesIn(file: Uint8Array): readonly Certificate[] | undefined {
  const blocks = parsePem(Buffer.from(file).toString('utf8'), 'CERTIFICATE');
  if (!blocks.ok) return undefined;
  const certificates = blocks.value.map(parseCertificate);
  const read = certificates.flatMap((certificate) => (certificate.ok ? [certificate.value] : []));
  return read.length === certificates.length ? read : undefined;
}

function verifyVerdicts(list: Uint8Array, result: ResultDocument): Checked<void> {
  const file = bundleFiles.verdicts;
  const verdicts = readVerdictList(list);
  if (!verdicts.ok) return fail('bundle-malformed', { file, ...verdicts.failure.values });
  const root = hex(merkleRoot(verdicts.value.map(({ commitment }) => commitment)));
  if (root !== result.merkleRoot) return fail('bundle-root-wrong', { file });
  const { electronic, paper } = result;
  const holds =
    electronic.submitted === verdicts.value.length &&
    electronic.valid === verdicts.value.filter(({ counts }) => counts).length &&
    isPublicTally(electronic, electronicGroups) &&
    isPublicTally(paper, paperGroups);
  return holds ? ok(undefined) : fail('bundle-counts-wrong', { file });
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
    paper: { submitted: result.paper.submitted, valid: result.paper.valid },
    joint: result.joint,
    valid: result.valid,
    threshold: result.threshold,
    determination: result.determination,
    commissionCertificateSha256: sha256Hex(commission),
    leadCertificateSha256: sha256Hex(lead),
  };
}
