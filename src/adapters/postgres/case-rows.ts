import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Case, CaseState, Round, RoundBinding, Submission } from '../../cases/index.js';
import type { CaseNumber, RoundId, RoundOrdinal } from '../../core/identifiers.js';
import type { SealingMode } from '../../core/statement/index.js';
import type { TaipeiDate } from '../../core/taipei-date.js';
import { ReferendumCaseEntity } from './entities/referendum-case.entity.js';
import { RoundEntity } from './entities/round.entity.js';

/** The cases of these numbers, with their rounds, inside the caller's transaction. */
export async function casesIn(manager: EntityManager, numbers: readonly string[]): Promise<readonly Case[]> {
  const rows = await withRoundsIn(manager).where('each.number IN (:...numbers)', { numbers }).getMany();
  return rows.map(caseOf);
}

/** One statement over both tables, so that no reader sees the state and the rounds of different times. */
export const withRoundsIn = (reading: EntityManager): SelectQueryBuilder<ReferendumCaseEntity> =>
  reading
    .createQueryBuilder(ReferendumCaseEntity, 'each')
    .leftJoinAndMapMany('each.rounds', RoundEntity, 'round', 'round.case_number = each.number');

/** A case from its rows. Constraints in the database ensure what the casts assume. */
export function caseOf(row: ReferendumCaseEntity): Case {
  return {
    number: row.number as CaseNumber,
    mainText: row.mainText,
    reason: row.reason,
    documentDigest: row.documentDigest,
    leadSigningCertificate: row.leadSigningCertificate,
    leadEncryptionCertificate: row.leadEncryptionCertificate,
    electorTotal: row.electorTotal,
    threshold: row.threshold,
    mode: row.mode as SealingMode,
    registeredOn: row.registeredOn as TaipeiDate,
    noticedOn: dayOf(row.noticedOn),
    codeDueOn: dayOf(row.codeDueOn),
    supplementNoticedOn: dayOf(row.supplementNoticedOn),
    state: row.state as CaseState,
    stateSince: dayOf(row.stateSince),
    announcedOn: dayOf(row.announcedOn),
    rounds: (row.rounds ?? []).toSorted((one, other) => one.ordinal - other.ordinal).map(roundOf),
  };
}

function roundOf(row: RoundEntity): Round {
  return {
    id: row.id as RoundId,
    ordinal: row.ordinal as RoundOrdinal,
    codeIssuedOn: row.codeIssuedOn as TaipeiDate,
    firstDay: row.firstDay as TaipeiDate,
    lastDay: row.lastDay as TaipeiDate,
    publicKey: row.publicKey ?? undefined,
    wrappedKey: row.wrappedKey ?? undefined,
    keyStatement: row.keyStatement ?? undefined,
    openedOn: dayOf(row.openedOn),
    binding: roundBindingOf(row),
    submission: submissionOf(row),
  };
}

/** The day in a column of dates; undefined where there is none. */
const dayOf = (column: string | null): TaipeiDate | undefined =>
  (column ?? undefined) as TaipeiDate | undefined;

/** What a round is bound to; undefined until it opens. */
export function roundBindingOf({
  origin,
  certificatePolicyDigest,
  holderTagKeyCheck,
  mode,
  commissionRoundKey,
}: RoundEntity): RoundBinding | undefined {
  if (origin === null || certificatePolicyDigest === null || holderTagKeyCheck === null) return undefined;
  if (mode === null || commissionRoundKey === null) return undefined;
  return {
    origin,
    certificatePolicyDigest,
    holderTagKeyCheck,
    mode: mode as SealingMode,
    commissionRoundKey,
  };
}

function submissionOf(row: RoundEntity): Submission | undefined {
  const { submittedAt, submissionStatement, submissionWrappedKey, submittedCount, submittedRoot } = row;
  if (!submittedAt || !submissionStatement || !submissionWrappedKey) return undefined;
  if (submittedCount === null || submittedRoot === null) return undefined;
  return {
    submittedAt,
    statement: submissionStatement,
    wrappedKey: submissionWrappedKey,
    recordCount: submittedCount,
    merkleRoot: submittedRoot,
  };
}
