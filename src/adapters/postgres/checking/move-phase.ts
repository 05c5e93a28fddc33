import type { EntityManager } from 'typeorm';
import type { Batch, BatchPhase, CaseMove } from '../../../checking/index.js';
import type { CaseNumber } from '../../../core/identifiers.js';

/** Moves a batch on from the phase it was read in; throws when it is in another by now, so that no step is done twice. */
export async function movePhase(manager: EntityManager, batch: Batch, phase: BatchPhase): Promise<void> {
  const [, moved] = await manager.query<[unknown, number]>(
    'UPDATE verification_batch SET phase = $2 WHERE round_id = $1 AND phase = $3',
    [batch.roundId, phase, batch.phase],
  );
  if (moved !== 1) throw new Error('the batch is in another phase by now');
}

/** Moves the case, in the transaction of the step of its check; throws when it is in another state by now. */
export async function moveCase(
  manager: EntityManager,
  number: CaseNumber,
  { from, to }: CaseMove,
): Promise<void> {
  const [, moved] = await manager.query<[unknown, number]>(
    'UPDATE referendum_case SET state = $2 WHERE number = $1 AND state = $3',
    [number, to, from],
  );
  if (moved !== 1) throw new Error('the case is in another state by now');
}
