import type { CaseNumber, RoundId, RoundOrdinal, TaipeiDate } from '../../core/identifiers.js';
import type { Case, CaseState, Round, Submission } from '../../cases/index.js';
import type { ReferendumCaseEntity } from './entities/referendum-case.entity.js';
import type { RoundEntity } from './entities/round.entity.js';

/** A case from its rows. The database's checks hold what the casts claim. */
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
    registeredOn: row.registeredOn as TaipeiDate,
    state: row.state as CaseState,
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
    openedOn: (row.openedOn ?? undefined) as TaipeiDate | undefined,
    submission: submissionOf(row),
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
