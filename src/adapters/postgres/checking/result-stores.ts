import type { DataSource } from 'typeorm';
import type { AuditEntry } from '../../../audit/index.js';
import type { RecordedCommitments, StruckOutLists } from '../../../checking/index.js';
import type { CaseNumber, Commitment, RoundId, RoundOrdinal } from '../../../core/identifiers.js';
import { appendAuditEvent } from '../audit-log.js';
import { RoundEntity } from '../entities/round.entity.js';
import { bytea } from './check-tables.js';

/** The struck-out lists of confirmed results (lead role). Its row policy shows no others. */
export class PostgresStruckOutLists implements StruckOutLists {
  constructor(private readonly dataSource: DataSource) {}

  find(caseNumber: CaseNumber, round?: RoundOrdinal): Promise<Uint8Array | undefined> {
    return listOf(this.dataSource.manager, caseNumber, round);
  }

  fetch(caseNumber: CaseNumber, entry: AuditEntry, round?: RoundOrdinal): Promise<Uint8Array | undefined> {
    return this.dataSource.transaction(async (manager) => {
      const list = await listOf(manager, caseNumber, round);
      if (list !== undefined) await appendAuditEvent(manager, entry);
      return list;
    });
  }
}

async function listOf(
  manager: Pick<DataSource['manager'], 'query'>,
  caseNumber: CaseNumber,
  round?: RoundOrdinal,
): Promise<Uint8Array | undefined> {
  const rows = await manager.query<{ struck_out_list: Buffer }[]>(
    `SELECT coalesce(c.struck_out_list, b.struck_out_list) AS struck_out_list FROM verification_batch b
     LEFT JOIN LATERAL (SELECT struck_out_list FROM corrected_result WHERE round_id = b.round_id
       ORDER BY version DESC LIMIT 1) c ON true
     WHERE b.case_number = $1 AND b.phase = 'published' AND b.struck_out_list <> '' AND b.round = coalesce($2, b.round)
     ORDER BY b.round DESC LIMIT 1`,
    [caseNumber, round ?? null],
  );
  return rows.at(0)?.struck_out_list;
}

/** Finds commitments among the sealed records and, once those are destroyed, among the published verdicts (intake role). */
export class PostgresRecordedCommitments implements RecordedCommitments {
  constructor(private readonly dataSource: DataSource) {}

  async find(commitment: Commitment): ReturnType<RecordedCommitments['find']> {
    const [found] = await this.dataSource.query<[{ id: string | null }]>(
      'SELECT round_of_commitment($1) AS id',
      [bytea(commitment)],
    );
    const { id } = found;
    if (id === null) return undefined;
    const select = { id: true, caseNumber: true, ordinal: true, submittedAt: true } as const;
    const round = await this.dataSource.manager.findOne(RoundEntity, { where: { id }, select });
    if (round === null) return undefined;
    return {
      roundId: id as RoundId,
      caseNumber: round.caseNumber as CaseNumber,
      round: round.ordinal as RoundOrdinal,
      submitted: round.submittedAt !== null,
    };
  }
}
