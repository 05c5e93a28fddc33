import type { DataSource, EntityManager } from 'typeorm';
import { ApprovalRequestEntity } from '../entities/approval-request.entity.js';
import type {
  Batch,
  LongStep,
  StepPiece,
  StepProgress,
  StepState,
  StepStore,
} from '../../../checking/index.js';

interface StepRow {
  readonly request_id: string;
  readonly action: string;
  readonly begun: boolean;
  readonly carried_out: boolean;
  readonly done: number;
  readonly rows: number;
  readonly rows_per_minute: number;
}

/** How far the approved steps are (checking role). */
export class PostgresStepStore implements StepStore {
  constructor(private readonly dataSource: DataSource) {}

  async putUp({ requestId, caseNumber, action }: StepPiece): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO check_step (request_id, case_number, action, batch_id) VALUES ($1, $2, $3,
         (SELECT id FROM verification_batch WHERE case_number = $2 ORDER BY round DESC LIMIT 1))
       ON CONFLICT (request_id) DO NOTHING`,
      [requestId, caseNumber, action],
    );
  }

  async begin(requestId: string, rows: number): Promise<void> {
    await this.dataSource.query(
      `UPDATE check_step SET rows = $2, done = 0, begun_at = clock_timestamp(), moved_at = clock_timestamp()
       WHERE request_id = $1 AND carried_out_at IS NULL`,
      [requestId, rows],
    );
  }

  async advance(requestId: string, done: number): Promise<void> {
    await this.dataSource.query(
      `UPDATE check_step SET done = least($2, rows), moved_at = clock_timestamp()
       WHERE request_id = $1 AND carried_out_at IS NULL`,
      [requestId, done],
    );
  }

  async isCarriedOut(requestId: string): Promise<boolean> {
    const rows = await this.dataSource.query<object[]>(
      'SELECT FROM check_step WHERE request_id = $1 AND carried_out_at IS NOT NULL',
      [requestId],
    );
    return rows.length === 1;
  }

  async latest({ id }: Pick<Batch, 'id'>): Promise<StepProgress | undefined> {
    const [step] = await this.dataSource.query<StepRow[]>(
      `SELECT request_id, action, begun_at IS NOT NULL AS begun, carried_out_at IS NOT NULL AS carried_out, done, rows,
         coalesce(round(60 * done / greatest(extract(epoch FROM moved_at - begun_at), 0.001)), 0)::integer AS rows_per_minute
       FROM check_step WHERE batch_id = $1 ORDER BY put_up_at DESC LIMIT 1`,
      [id],
    );
    if (step === undefined) return undefined;
    const request = await this.dataSource.manager.findOneBy(ApprovalRequestEntity, { id: step.request_id });
    return progressOf(step, request ?? undefined);
  }
}

/** Notes, in the transaction of its effect, that a step is carried out. */
export async function noteCarriedOut(manager: EntityManager, requestId: string): Promise<void> {
  await manager.query(
    'UPDATE check_step SET done = rows, moved_at = clock_timestamp(), carried_out_at = clock_timestamp() WHERE request_id = $1',
    [requestId],
  );
}

/** The table's constraints keep each value within its type. */
function progressOf(row: StepRow, request: ApprovalRequestEntity | undefined): StepProgress {
  return {
    requestId: row.request_id,
    action: row.action as LongStep,
    state: stateOf(row, request),
    done: row.done,
    rows: row.rows,
    rowsPerMinute: row.rows_per_minute,
    failure: request?.failureCode ?? undefined,
  };
}

function stateOf({ begun, carried_out }: StepRow, request: ApprovalRequestEntity | undefined): StepState {
  if (carried_out) return 'done';
  if (request?.state === 'failed') return 'failed';
  return begun ? 'working' : 'waiting';
}
