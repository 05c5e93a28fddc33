import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseCaseNumber } from '../core/case-number.js';
import { commitmentOf } from '../core/cms/index.js';
import type { CaseNumber, Commitment, RoundOrdinal } from '../core/identifiers.js';
import { type JsonReader, parseJson } from '../core/json.js';
import { merkleRoot, sortedCommitments } from '../core/merkle/index.js';
import { hex } from '../core/octets.js';
import { OperatorError } from './failure.js';

/** What a rescue export holds of the round to submit. */
export interface RescuedRound {
  readonly caseNumber: CaseNumber;
  readonly round: RoundOrdinal;
  /** The platform's origin, as the round is bound to it. */
  readonly origin: string;
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array;
  /** CMS EnvelopedData, DER. */
  readonly wrappedKey: Uint8Array;
  readonly recordCount: number;
  /** RFC 9162 root over the sorted commitments, 32 bytes. */
  readonly merkleRoot: Uint8Array;
}

interface ManifestRound {
  readonly round: RoundOrdinal;
  readonly origin: string;
  readonly records: number;
}

const bounds = { size: 65_536, depth: 4 };

/**
 * Reads what `lianshu rescue export` wrote, the latest round: each record is held against its name, one after the other. Rejects with
 * `rescue-export-malformed` where anything is missing, more, or changed.
 */
export async function readRescueFolder(folder: string): Promise<RescuedRound> {
  const manifest = parseJson(await readFile(path.join(folder, 'manifest.json')), bounds, manifestIn);
  const last = manifest.ok ? manifest.value.rounds.at(-1) : undefined;
  if (!manifest.ok || last === undefined) throw new OperatorError('rescue-export-malformed', { folder });
  const from = path.join(folder, `round-${last.round}`);
  const commitments = await commitmentsIn(path.join(from, 'records'), folder);
  if (commitments.length !== last.records) throw new OperatorError('rescue-export-malformed', { folder });
  return {
    caseNumber: manifest.value.caseNumber,
    round: last.round,
    origin: last.origin,
    publicKey: await readFile(path.join(from, 'public-key.der')),
    wrappedKey: await readFile(path.join(from, 'wrapped-key.der')),
    recordCount: commitments.length,
    merkleRoot: merkleRoot(sortedCommitments(commitments)),
  };
}

function manifestIn(json: JsonReader): {
  readonly caseNumber: CaseNumber;
  readonly rounds: readonly ManifestRound[];
} {
  return {
    caseNumber: json.member('case').parsed(parseCaseNumber),
    rounds: json.member('rounds').items((each) => ({
      round: each.member('round').oneOf(1, 2),
      origin: each.member('origin').text(/^https?:\/\/[!-~]+$/),
      records: each.member('records').integer(),
    })),
  };
}

/** The folder is missing where there is no record. */
async function commitmentsIn(records: string, folder: string): Promise<readonly Commitment[]> {
  const names = await readdir(records).catch((): string[] => []);
  const commitments: Commitment[] = [];
  for (const name of names) {
    const commitment = commitmentOf(await readFile(path.join(records, name)));
    if (name !== `${hex(commitment)}.der`) throw new OperatorError('rescue-export-malformed', { folder });
    commitments.push(commitment);
  }
  return commitments;
}
