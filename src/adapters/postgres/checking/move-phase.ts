import type { EntityManager } from 'typeorm';
import type { Batch, BatchPhase } from '../../../checking/index.js';

/** Moves a batch on from the phase it was read in; throws when it is in another by now, so that no step is done twice. */
export async function movePhase(manager: EntityManager, batch: Batch, phase: BatchPhase): Promise<void> {
  const [, moved] = await manager.query<[unknown, number]>(
    'UPDATE verification_batch SET phase = $2 WHERE round_id = $1 AND phase = $3',
    [batch.roundId, phase, batch.phase],
  );
  if (moved !== 1) throw new Error('the batch is in another phase by now');
}
