import { parseSignedDocument } from '../../core/cms/index.js';
import { equalOctets } from '../../core/octets.js';
import { fail, ok, type Result } from '../../core/result.js';
import { sha256Hex } from '../../core/sha256.js';
import { isLineText, renderKeyStatement, renderSubmissionStatement } from '../../core/statement/index.js';
import { confirmSignature } from '../../core/validators.js';
import type { ResultDocument } from '../result/result-document.js';
import { bundleFiles } from './bundle-files.js';

/**
 * Whether the lead's two signed statements are those that the result names, and agree with it. The key statement must
 * be of this case and round. The submission statement must also have this number of records and this root. Both are
 * rendered again and compared byte for byte. The fields that the result doesn't contain (digests of keys, the
 * undertaking) are taken from the statements themselves. Answers the lead's certificate, DER.
 */
export async function verifyLeadStatements(
  result: ResultDocument,
  keyStatement: Uint8Array,
  submissionStatement: Uint8Array,
): Promise<Result<Uint8Array, StatementErrorCode>> {
  const key = await signedBy(keyStatement, result.keyStatementSha256, bundleFiles.keyStatement);
  if (!key.ok) return key;
  const { content, signer } = key.value;
  if (!equalOctets(content, keyStatementOf(result, content)))
    return fail('bundle-statement-wrong', { file: bundleFiles.keyStatement });
  const file = bundleFiles.submissionStatement;
  const submission = await signedBy(submissionStatement, result.submissionStatementSha256, file);
  if (!submission.ok) return submission;
  return equalOctets(submission.value.content, submissionStatementOf(result, submission.value.content)) &&
    equalOctets(submission.value.signer, signer)
    ? ok(signer)
    : fail('bundle-statement-wrong', { file });
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

function keyStatementOf({ case: caseNumber, round }: ResultDocument, content: Uint8Array): Uint8Array {
  const [publicKeyDigest, wrappedKeyDigest] = digestsIn(content);
  const undertaking = linesOf(content)
    .filter((line) => line.startsWith(undertakingName))
    .map((line) => line.slice(undertakingName.length))
    // The renderer would throw on such a line. Without it, the renderings differ, and the check fails.
    .filter(isLineText)
    .join('\n');
  return renderKeyStatement({ caseNumber, round, publicKeyDigest, wrappedKeyDigest, undertaking });
}

function submissionStatementOf(result: ResultDocument, content: Uint8Array): Uint8Array {
  const [, wrappedKeyDigest] = digestsIn(content);
  return renderSubmissionStatement({
    caseNumber: result.case,
    round: result.round,
    recordCount: result.electronic.submitted,
    merkleRoot: Buffer.from(result.merkleRoot, 'hex'),
    wrappedKeyDigest,
  });
}

/** The start of each line of the undertaking. */
const undertakingName = '切結：';

/** The digests in a statement, in order. A missing digest is replaced by one that no rendering equals. */
function digestsIn(content: Uint8Array): readonly [Uint8Array, Uint8Array] {
  const found = linesOf(content).flatMap((line) => /：([0-9a-f]{64})$/.exec(line)?.[1] ?? []);
  return [Buffer.from(found[0] ?? '00', 'hex'), Buffer.from(found[1] ?? '00', 'hex')];
}

function linesOf(content: Uint8Array): readonly string[] {
  return Buffer.from(content).toString('utf8').split('\n');
}
