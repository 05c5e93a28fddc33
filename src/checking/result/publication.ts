import { setImmediate } from 'node:timers/promises';
import { merkleRoot, treeLevelsInTurns } from '../../core/merkle/index.js';
import { hex } from '../../core/octets.js';
import { jwksOf } from '../../core/jws-signing.js';
import type { IntakeKeys } from '../../core/receipt-signing.js';
import { pages } from '../batch/pages.js';
import type { RoundInCheck } from '../batch/submitted-round.js';
import { bundleFiles, VerdictListWriter } from '../bundle/bundle-files.js';
import type { Batch, VerdictStore } from '../ports.js';
import type { StepReport } from '../steps/ports.js';
import { PackedCommitments } from './packed-commitments.js';
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
  report: Pick<StepReport, 'begin' | 'advance'>,
): Promise<Publication> {
  const { keyStatement } = submitted.round;
  if (keyStatement === undefined) throw new Error('a submitted round without key statement');
  const { list, commitments } = await publishedVerdicts(sources.verdicts, batch, report);
  const files = new Map<string, Uint8Array>([
    [bundleFiles.result, bytes],
    [bundleFiles.signature, signature],
    [bundleFiles.verdicts, list],
    [bundleFiles.keyStatement, keyStatement],
    [bundleFiles.submissionStatement, submitted.submission.statement],
    [bundleFiles.certificates, Buffer.from(sources.certificatesPem, 'utf8')],
    [bundleFiles.keys, await keySet(sources.intakeKeys)],
  ]);
  return { signature, files, ...(await treeOf(commitments, result)) };
}

/** The list of verdicts, and their commitments, sorted. Throws where there are more verdicts than records. */
async function publishedVerdicts(
  verdicts: Pick<VerdictStore, 'page'>,
  batch: Batch,
  report: Pick<StepReport, 'begin' | 'advance'>,
): Promise<{ readonly list: Uint8Array; readonly commitments: PackedCommitments }> {
  const commitments = new PackedCommitments(batch.records);
  const list = new VerdictListWriter(batch.records);
  await report.begin(batch.records);
  for await (const page of pages(undefined, (after) => verdicts.page(batch, after, pageSize))) {
    for (const { commitment, code } of page) {
      commitments.add(commitment);
      list.add({ commitment, counts: code === undefined });
    }
    await report.advance(commitments.length);
  }
  return { list: list.content(), commitments };
}

async function keySet(intakeKeys: IntakeKeys): Promise<Uint8Array> {
  const keys = (await intakeKeys.all()).map((publicKey) => ({ publicKey }));
  return Buffer.from(JSON.stringify(await jwksOf(keys)), 'utf8');
}

async function treeOf(
  commitments: PackedCommitments,
  result: ResultDocument,
): Promise<Pick<Publication, 'commitments' | 'levels'>> {
  const levels = await treeLevelsInTurns(commitments, setImmediate);
  if (hex(levels.at(-1) ?? merkleRoot([])) !== result.merkleRoot)
    throw new Error('the verdicts are not on the records that the result names');
  return { commitments, levels };
}
