import type { DataSource } from 'typeorm';
import type { AuditEntry } from '../../../audit/index.js';
import type { DecidedChanges, ReasonCode, WaitingChanges } from '../../../checking/index.js';
import type { CaseNumber, RoundId } from '../../../core/identifiers.js';
import type { RemedyKind } from '../../../core/statement/index.js';
import { taipeiDateOf } from '../../../core/taipei-date.js';
import type {
  FiledRequests,
  LoggedStep,
  LoggedSteps,
  RemedyDecision,
  RemedyDesk,
  StoredRequest,
  WantedRemedies,
} from '../../../remedies/index.js';
import { appendAuditEvent } from '../audit-log.js';
import { bytea, codeOfColumn, commitmentOfColumn, optionalBytea } from '../checking/check-tables.js';
import { AuditEventEntity } from '../entities/audit-event.entity.js';

/** Requests as they are handed in, by the function `file_remedy` (intake role, lead role). It shows none. */
export class PostgresFiledRequests implements FiledRequests {
  constructor(private readonly dataSource: DataSource) {}

  async add({ roundId, id, kind, sealed }: StoredRequest): Promise<void> {
    const [row] = await this.dataSource.query<[{ filed: boolean }]>(
      'SELECT file_remedy($1, $2, $3, $4) AS filed',
      [roundId, id, kind, bytea(sealed)],
    );
    if (!row.filed) throw new Error('a request for a round that takes none');
  }
}

interface DecisionRow {
  readonly id: string;
  readonly round_id: string;
  readonly outcome: RemedyDecision['outcome'];
  readonly reason: string;
  readonly decided_at: Date;
  readonly approval: string;
  readonly commitment: Buffer | null;
  readonly page: number | null;
  readonly line: number | null;
  readonly verdict: string | null;
}

interface RequestRow {
  readonly id: string;
  readonly round_id: string;
  readonly kind: string;
  readonly sealed: Buffer;
}

/** The UUID before all others. No request has it. */
const beforeAll = '00000000-0000-0000-0000-000000000000';

const storedRequestOf = ({ id, round_id: roundId, kind, sealed }: RequestRow): StoredRequest => ({
  id,
  roundId: roundId as RoundId,
  kind: kind as RemedyKind,
  sealed,
});

/** Requests and decisions (checking role). Row-level security shows no request of a round that is not submitted. */
export class PostgresRemedyDesk implements RemedyDesk, DecidedChanges {
  constructor(private readonly dataSource: DataSource) {}

  async page(
    rounds: readonly RoundId[],
    { after, open }: WantedRemedies,
    limit: number,
  ): Promise<readonly StoredRequest[]> {
    const rows = await this.dataSource.query<RequestRow[]>(
      // A page of each round by its key, and of these the page that is wanted. NOT EXISTS would have all decisions read.
      `SELECT page.* FROM unnest($1::uuid[]) AS wanted (round_id) CROSS JOIN LATERAL (
         SELECT id, round_id, kind, sealed FROM remedy_request r WHERE r.round_id = wanted.round_id AND id > $2
           AND ($3 IS FALSE OR (SELECT d.id FROM remedy_decision d WHERE d.round_id = r.round_id AND d.id = r.id) IS NULL)
         ORDER BY id LIMIT $4) page ORDER BY id LIMIT $4`,
      [rounds, after ?? beforeAll, open, limit],
    );
    return rows.map(storedRequestOf);
  }

  async find(rounds: readonly RoundId[], id: string): Promise<StoredRequest | undefined> {
    const [row] = await this.dataSource.query<RequestRow[]>(
      'SELECT id, round_id, kind, sealed FROM remedy_request WHERE round_id = ANY ($1) AND id = $2',
      [rounds, id],
    );
    return row && storedRequestOf(row);
  }

  async decisionsOn(requests: readonly string[]): Promise<readonly RemedyDecision[]> {
    const rows = await this.dataSource.query<DecisionRow[]>(
      'SELECT * FROM remedy_decision WHERE id = ANY ($1) ORDER BY decided_at, id',
      [requests],
    );
    return rows.map(decisionOf);
  }

  async decisionsOf(rounds: readonly RoundId[]): Promise<readonly RemedyDecision[]> {
    const rows = await this.dataSource.query<DecisionRow[]>(
      'SELECT * FROM remedy_decision WHERE round_id = ANY ($1) ORDER BY decided_at, id',
      [rounds],
    );
    return rows.map(decisionOf);
  }

  decide(decision: RemedyDecision, entry: AuditEntry): Promise<boolean> {
    const { id, roundId, outcome, reason, decidedAt, approval, commitment, place, to } = decision;
    return this.dataSource.transaction(async (manager) => {
      const added = await manager.query<object[]>(
        `INSERT INTO remedy_decision (round_id, id, outcome, reason, decided_at, approval, commitment, verdict, page, line)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING RETURNING id`,
        [
          ...[roundId, id, outcome, reason, decidedAt, approval, optionalBytea(commitment), to ?? null],
          ...[place?.page ?? null, place?.line ?? null],
        ],
      );
      if (added.length === 0) return false;
      await appendAuditEvent(manager, entry);
      return true;
    });
  }

  async ofRound(round: RoundId): Promise<WaitingChanges> {
    const rows = await this.dataSource.query<{ commitment: Buffer; verdict: string; decided_at: Date }[]>(
      `SELECT decided.* FROM (
         SELECT DISTINCT ON (commitment) commitment, verdict, decided_at FROM remedy_decision
         WHERE round_id = $1 AND verdict IS NOT NULL ORDER BY commitment, decided_at DESC, id DESC) decided
       JOIN verdict v ON v.round_id = $1 AND v.commitment = decided.commitment
       WHERE coalesce(v.code, 'counted') <> decided.verdict ORDER BY decided.commitment`,
      [round],
    );
    const cleared = await this.clearedRows(round);
    const latest = [...rows, ...cleared].reduce<Date | undefined>(
      (all, { decided_at: at }) => (all === undefined || at > all ? at : all),
      undefined,
    );
    const clearedRows = cleared.map(({ page, line }) => ({ page, line }));
    const verdicts = rows.map(({ commitment, verdict }) => ({
      commitment: commitmentOfColumn(commitment),
      code: verdict === 'counted' ? undefined : codeOfColumn(verdict),
    }));
    return { verdicts, clearedRows, decidedOn: latest && taipeiDateOf(latest) };
  }

  /** Decisions on paper rows on which the office's finding still stands. */
  private clearedRows(round: RoundId): Promise<{ page: number; line: number; decided_at: Date }[]> {
    return this.dataSource.query(
      `SELECT v.page, v.line, max(d.decided_at) AS decided_at FROM remedy_decision d
       JOIN paper_verdict v ON v.round_id = d.round_id AND v.page = d.page AND v.line = d.line
       WHERE d.round_id = $1 AND d.verdict = 'counted' AND v.code ~ '^[PR]'
       GROUP BY v.page, v.line ORDER BY v.page, v.line`,
      [round],
    );
  }
}

function decisionOf(row: DecisionRow): RemedyDecision {
  return {
    id: row.id,
    roundId: row.round_id as RoundId,
    outcome: row.outcome,
    reason: row.reason,
    decidedAt: row.decided_at,
    approval: row.approval,
    commitment: row.commitment === null ? undefined : commitmentOfColumn(row.commitment),
    place: row.page === null || row.line === null ? undefined : { page: row.page, line: row.line },
    to: verdictOfColumn(row.verdict),
  };
}

function verdictOfColumn(column: string | null): ReasonCode | 'counted' | undefined {
  return column === 'counted' ? 'counted' : codeOfColumn(column);
}

/** Steps of a case in the audit log (checking role). */
export class PostgresLoggedSteps implements LoggedSteps {
  constructor(private readonly dataSource: DataSource) {}

  async ofCase(caseNumber: CaseNumber, actions: readonly string[]): Promise<readonly LoggedStep[]> {
    const rows = await this.dataSource
      .createQueryBuilder(AuditEventEntity, 'event')
      .where('event.case_number = :caseNumber AND event.action IN (:...actions)', { caseNumber, actions })
      .orderBy('event.seq')
      .getMany();
    return rows.map(({ at, action, details }) => ({ at, action, approved: approvedActionIn(details) }));
  }
}

function approvedActionIn(details: string): string | undefined {
  const { action } = JSON.parse(details) as { readonly action?: unknown };
  return typeof action === 'string' ? action : undefined;
}
