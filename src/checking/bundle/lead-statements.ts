import { parseSignedDocument } from '../../core/cms/index.js';
import { equalOctets } from '../../core/octets.js';
import { fail, ok, type Result } from '../../core/result.js';
import { sha256Hex } from '../../core/sha256.js';
import {
  isLineText,
  renderKeyStatement,
  renderSubmissionStatement,
  sealingModes,
} from '../../core/statement/index.js';
import { confirmSignature } from '../../core/validators.js';
import type { ResultDocument } from '../result/result-document.js';
import { bundleFiles } from './bundle-files.js';

/**
 * Whether the lead's two signed statements are those that the result names, and agree with it. The key statement must
 * be of this case and round. The submission statement must also have this number of records and this root. Both are
 * rendered again and compared byte for byte. The fields that the result doesn't contain (digests of keys, origin,
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
  if (!equalOctets(content, keyStatementOf(result, content)))
    return fail('bundle-statement-wrong', { file: bundleFiles.keyStatement });
  const file = bundleFiles.submissionStatement;
  const submission = await signedBy(submissionStatement, result.submissionStatementSha256, file);
  if (!submission.ok) return submission;
  return equalOctets(submission.value.content, submissionStatementOf(result, submission.value.content)) &&
    originIn(submission.value.content) === originIn(content) &&
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
  const [publicKeyDigest, commissionKeyDigest, wrappedKeyDigest] = digestsIn(content);
  const undertaking = linesOf(content)
    .filter((line) => line.startsWith(undertakingName))
    .map((line) => line.slice(undertakingName.length))
    // The renderer would throw on such a line. Without it, the renderings differ, and the check fails.
    .filter(isLineText)
    .join('\n');
  const fields = { caseNumber, round, publicKeyDigest, commissionKeyDigest, wrappedKeyDigest, undertaking };
  const origin = originIn(content);
  const renderings = sealingModes.map((mode) => renderKeyStatement({ ...fields, origin, mode }));
  return renderings.find((each) => equalOctets(each, content)) ?? new Uint8Array();
}

function submissionStatementOf(result: ResultDocument, content: Uint8Array): Uint8Array {
  const [, wrappedKeyDigest] = digestsIn(content);
  return renderSubmissionStatement({
    caseNumber: result.case,
    round: result.round,
    origin: originIn(content),
    recordCount: result.electronic.submitted,
    merkleRoot: Buffer.from(result.merkleRoot, 'hex'),
    wrappedKeyDigest,
  });
}

/** The start of each line of the undertaking. */
const undertakingName = '切結：';

/** The origin in a statement; where there is none, one that no statement has. */
function originIn(content: Uint8Array): string {
  const line = linesOf(content).find((each) => each.startsWith(originName));
  const origin = line?.slice(originName.length) ?? '';
  return isLineText(origin) ? origin : 'none';
}

const originName = '連署平臺：';

/** The digests in a statement, in order. A missing digest is replaced by one that no rendering equals. */
function digestsIn(content: Uint8Array): readonly [Uint8Array, Uint8Array, Uint8Array] {
  const found = linesOf(content).flatMap((line) => /：([0-9a-f]{64})$/.exec(line)?.[1] ?? []);
  const digest = (index: number): Uint8Array => Buffer.from(found[index] ?? '00', 'hex');
  return [digest(0), digest(1), digest(2)];
}

function linesOf(content: Uint8Array): readonly string[] {
  return Buffer.from(content).toString('utf8').split('\n');
}
