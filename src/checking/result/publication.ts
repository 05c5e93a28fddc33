import type { Commitment } from '../../core/identifiers.js';
import { merkleRoot, treeLevels } from '../../core/merkle/index.js';
import { hex } from '../../core/octets.js';
import { jwksOf } from '../../core/jws-signing.js';
import type { IntakeKeys } from '../../core/receipt-signing.js';
import { pages } from '../batch/pages.js';
import type { RoundInCheck } from '../batch/submitted-round.js';
import type { Verdict } from '../batch/verdict.js';
import { bundleFiles, type PublicVerdict, verdictList } from '../bundle/bundle-files.js';
import type { Batch, VerdictStore } from '../ports.js';
import type { Publication } from './ports.js';
import type { ResultDocument } from './result-document.js';

/** Verdicts read at once. */
const pageSize = 10_000;

/** What a publication is made from, besides the round. */
export interface PublicationSources {
  readonly verdicts: Pick<VerdictStore, 'page'>;
  readonly intakeKeys: IntakeKeys;
  /** The commission's certificate and those above it, PEM. */
  readonly certificatesPem: string;
}

/** A result with the commission's signature. */
export interface SignedResult {
  /** `result.json`, exactly as signed. */
  readonly bytes: Uint8Array;
  readonly result: ResultDocument;
  /** Detached CMS SignedData over `bytes`, DER. */
  readonly signature: Uint8Array;
}

/**
 * Makes everything that anybody may fetch of a round from now on, so that no request makes it again: the files of the bundle, and the
 * Merkle tree for the proofs. `jwks.json` has the intake's keys as of now: the round's receipts were signed with keys that are older
 * than its submission. Throws if the tree is not the one that the result names.
 */
export async function makePublication(
  sources: PublicationSources,
  { submitted, batch }: RoundInCheck,
  { bytes, result, signature }: SignedResult,
): Promise<Publication> {
  const { keyStatement } = submitted.round;
  if (keyStatement === undefined) throw new Error('a submitted round without key statement');
  const verdicts = await verdictsOf(sources.verdicts, batch);
  const files = new Map<string, Uint8Array>([
    [bundleFiles.result, bytes],
    [bundleFiles.signature, signature],
    [bundleFiles.verdicts, verdictList(verdicts.map(publicVerdict))],
    [bundleFiles.keyStatement, keyStatement],
    [bundleFiles.submissionStatement, submitted.submission.statement],
    [bundleFiles.certificates, Buffer.from(sources.certificatesPem, 'utf8')],
    [bundleFiles.keys, await keySet(sources.intakeKeys)],
  ]);
  return { signature, files, ...treeOf(verdicts, result) };
}

/** The verdicts of a batch, sorted by commitment. */
async function verdictsOf(verdicts: Pick<VerdictStore, 'page'>, batch: Batch): Promise<readonly Verdict[]> {
  const all: Verdict[] = [];
  for await (const page of pages(undefined, (after) => verdicts.page(batch, after, pageSize)))
    all.push(...page);
  return all;
}

function publicVerdict({ commitment, code }: Verdict): PublicVerdict {
  return { commitment, counts: code === undefined };
}

async function keySet(intakeKeys: IntakeKeys): Promise<Uint8Array> {
  const keys = (await intakeKeys.all()).map((publicKey) => ({ publicKey }));
  return Buffer.from(JSON.stringify(await jwksOf(keys)), 'utf8');
}

function treeOf(
  verdicts: readonly Verdict[],
  result: ResultDocument,
): Pick<Publication, 'commitments' | 'levels'> {
  const commitments: readonly Commitment[] = verdicts.map(({ commitment }) => commitment);
  const levels = treeLevels(commitments);
  if (hex(levels.at(-1) ?? merkleRoot([])) !== result.merkleRoot)
    throw new Error('the verdicts are not on the records that the result names');
  return { commitments, levels };
}
