import { parseSignedDocument } from '../../core/cms/index.js';
import { equalOctets } from '../../core/octets.js';
import { fail, ok, type Result } from '../../core/result.js';
import { sha256Hex } from '../../core/sha256.js';
import { matchKeyStatement, matchSubmissionStatement } from '../../core/statement/index.js';
import { confirmSignature } from '../../core/validators.js';
import type { ResultDocument } from '../result/result-document.js';
import { bundleFiles } from './bundle-files.js';

/**
 * Whether the lead's two signed statements are those that the result names, and agree with it. The key statement must
 * be of this case and round. The submission statement must also have this number of records and this root. Both are
 * rendered again and compared byte for byte. One certificate signed both, unless the result says that it was replaced. The fields that the result doesn't contain (digests of keys, origin,
 * mode, the undertaking) are taken from the statements themselves. Answers the lead's certificate, DER.
 */
export async function verifyLeadStatements(
  result: ResultDocument,
  keyStatement: Uint8Array,
  submissionStatement: Uint8Array,
): Promise<Result<Uint8Array, StatementErrorCode>> {
  const key = await signedBy(keyStatement, result.keyStatementSha256, bundleFiles.keyStatement);
  if (!key.ok) return key;
  const { content, signer } = key.value;
  const { case: caseNumber, round, electronic } = result;
  const platform = matchKeyStatement(content, { caseNumber, round });
  if (platform === undefined) return fail('bundle-statement-wrong', { file: bundleFiles.keyStatement });
  const file = bundleFiles.submissionStatement;
  const submission = await signedBy(submissionStatement, result.submissionStatementSha256, file);
  if (!submission.ok) return submission;
  const merkleRoot = Buffer.from(result.merkleRoot, 'hex');
  const totals = { recordCount: electronic.submitted, merkleRoot };
  const submitted = matchSubmissionStatement(submission.value.content, { caseNumber, round, ...totals });
  const sameLead = isSameLead(result, signer, submission.value.signer);
  return submitted?.origin === platform.origin && sameLead
    ? ok(signer)
    : fail('bundle-statement-wrong', { file });
}

/** One certificate signed both, or the result says which took the place of which. Two people decided that; the audit log has it. */
function isSameLead(result: ResultDocument, key: Uint8Array, submission: Uint8Array): boolean {
  const replaced = result.leadCertificateReplaced;
  if (replaced === undefined) return equalOctets(key, submission);
  return replaced.before === sha256Hex(key) && replaced.after === sha256Hex(submission);
}

/** What the result says of the lead's certificates: nothing where one of them signed both statements. */
export function replacedBetween(
  keyStatement: Uint8Array | undefined,
  submissionStatement: Uint8Array,
): Pick<ResultDocument, 'leadCertificateReplaced'> {
  const [before, after] = [keyStatement ?? new Uint8Array(), submissionStatement].map((each) => {
    const document = parseSignedDocument(each);
    return document.ok ? sha256Hex(document.value.signer.der) : undefined;
  });
  if (before === undefined || after === undefined || before === after) return {};
  return { leadCertificateReplaced: { before, after } };
}

type StatementErrorCode = 'bundle-statement-wrong' | 'validators-disagree';

interface Statement {
  readonly content: Uint8Array;
  readonly signer: Uint8Array;
}

async function signedBy(
  document: Uint8Array,
  sha256: string,
  file: string,
): Promise<Result<Statement, StatementErrorCode>> {
  const wrong = fail('bundle-statement-wrong', { file });
  if (sha256Hex(document) !== sha256) return wrong;
  const parsed = await confirmSignature(parseSignedDocument(document), document);
  if (parsed.ok) return ok({ content: parsed.value.content, signer: parsed.value.signer.der });
  return parsed.failure.code === 'validators-disagree' ? fail('validators-disagree', { file }) : wrong;
}
