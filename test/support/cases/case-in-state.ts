import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { CaseState, RoundBinding } from '../../../src/cases/index.js';
import { drawUpResult, resultBytes } from '../../../src/checking/result/result-document.js';
import type { Card } from '../../../src/core/cms/card.js';
import { type CaseNumber, type Commitment, type RoundOrdinal } from '../../../src/core/identifiers.js';
import { uuidVersion7 } from '../../../src/core/uuid.js';
import { merkleRoot, sortedCommitments } from '../../../src/core/merkle/index.js';
import type { TaipeiDate } from '../../../src/core/taipei-date.js';
import type { KeyMaterial } from '../../../src/lead/index.js';

/** A case as a test wants it to stand. */
export interface WantedCase {
  readonly number: CaseNumber;
  readonly state: CaseState;
  /** The round in hand; 0 where there is none yet. */
  readonly round: 0 | RoundOrdinal;
  readonly threshold: number;
  /** Whose certificates the lead's are. */
  readonly card: Card;
  readonly material: KeyMaterial;
  /** What its rounds that have opened are bound to. */
  readonly binding: RoundBinding;
}

/** The days on which every round of these cases collects. */
export const firstDay = '2025-08-01';
export const lastDay = '2026-01-31';

const records = [0, 1, 2].map((index) => Buffer.from(`record-${index}`));
const digest = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();
const root = merkleRoot(sortedCommitments(records.map((each) => digest(each) as Uint8Array as Commitment)));

/** Co-signatures that each round which has collected has, all of them valid. */
export const recordsInRound = records.length;

/** Writes the rows of such a case as the database's owner, without the events that would have led to it. */
export async function insertCase(owner: DataSource, wanted: WantedCase): Promise<void> {
  const { number, state, threshold, card } = wanted;
  await owner.query(
    `INSERT INTO referendum_case VALUES ($1, '主文', '理由', $2, $3, $4, 1000, $5, '2025-07-01', $6)`,
    [number, Buffer.alloc(32), card.signingCertificate, card.encryptionCertificate, threshold, state],
  );
  if (state === 'registered' || state === 'supplement-due')
    await owner.query('UPDATE referendum_case SET code_due_on = $2 WHERE number = $1', [number, lastDay]);
  for (let round = 1; round <= wanted.round; round += 1)
    await insertRound(owner, { ...wanted, round: round as RoundOrdinal }, round === wanted.round);
}

async function insertRound(
  owner: DataSource,
  wanted: WantedCase & { readonly round: RoundOrdinal },
  inHand: boolean,
): Promise<void> {
  const { number, state, round } = wanted;
  const roundId = uuidVersion7(new Date());
  await owner.query(
    `INSERT INTO round (id, case_number, ordinal, access_code_digest, code_issued_on, first_day, last_day)
     VALUES ($1, $2, $3, $4, '2025-07-31', $5, $6)`,
    [roundId, number, round, digest(Buffer.from(roundId)), firstDay, lastDay],
  );
  if (inHand && state === 'code-issued') return;
  const collecting = inHand && state === 'collecting';
  await openRound(owner, roundId, wanted, collecting);
  if (collecting) return;
  if (inHand && (state === 'lapsed' || state === 'stopped')) return;
  await owner.query(
    `UPDATE round SET submitted_at = '2025-09-01T00:00:00Z', submission_statement = 'statement',
       submission_wrapped_key = 'wrapped key', submitted_count = $2, submitted_root = $3 WHERE id = $1`,
    [roundId, records.length, root],
  );
  if (inHand && state === 'checking') await insertAnsweredBatch(owner, roundId, wanted);
}

async function openRound(
  owner: DataSource,
  roundId: string,
  { material, binding }: WantedCase,
  collecting: boolean,
): Promise<void> {
  await owner.query(
    `UPDATE round SET opened_on = $2, public_key = $3, wrapped_key = $4, key_statement = $5, origin = $6,
       certificate_policy_digest = $7, holder_tag_key_check = $8, collecting = $9,
       mode = $10, commission_round_key = $11 WHERE id = $1`,
    [
      roundId,
      firstDay,
      material.publicKey,
      material.wrappedKey,
      material.keyStatement,
      binding.origin,
      binding.certificatePolicyDigest,
      binding.holderTagKeyCheck,
      collecting,
      binding.mode,
      binding.commissionRoundKey,
    ],
  );
  await owner.query(
    `INSERT INTO sealed_record SELECT $1, substring(sha256(record) FOR 16), record, sha256(record), $2
     FROM unnest($3::bytea[]) AS r (record)`,
    [roundId, firstDay, records],
  );
}

/** A check whose result is drawn up: what it determines follows from the threshold. */
async function insertAnsweredBatch(
  owner: DataSource,
  roundId: string,
  { number, round, threshold, material }: WantedCase & { readonly round: RoundOrdinal },
): Promise<void> {
  const result = drawUpResult({
    case: number,
    round,
    electorTotal: 1000,
    threshold,
    submittedOn: '2025-09-01' as TaipeiDate,
    determinedOn: '2025-09-20' as TaipeiDate,
    electronic: { submitted: records.length, valid: records.length, notCounted: {} },
    paper: { submitted: 0, valid: 0, notCounted: {} },
    earlierValid: 0,
    merkleRoot: Buffer.from(root).toString('hex'),
    keyStatementSha256: digest(material.keyStatement).toString('hex'),
    submissionStatementSha256: digest(Buffer.from('statement')).toString('hex'),
  });
  await owner.query(
    `INSERT INTO verification_batch (round_id, id, case_number, round, submitted_on, phase, records, judged, result, struck_out_list)
     VALUES ($1, $2, $3, $4, '2025-09-01', 'answered', $5, $5, $6, 'list')`,
    [roundId, uuidVersion7(new Date()), number, round, records.length, resultBytes(result)],
  );
  await owner.query('INSERT INTO verdict SELECT $1, unnest($2::bytea[])', [roundId, records.map(digest)]);
}
