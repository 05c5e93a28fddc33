import type { EntityManager } from 'typeorm';
import type { CaseNumber } from '../../core/identifiers.js';

/**
 * Waits for the co-signatures of the case's rounds that are being recorded, and keeps new ones waiting until the transaction
 * ends. Whatever changes whether a round collects takes this first.
 */
export async function lockRounds(manager: EntityManager, number: CaseNumber): Promise<void> {
  await manager.query(
    `SELECT pg_advisory_xact_lock(round_lock_key(id))
     FROM (SELECT id FROM round WHERE case_number = $1 ORDER BY ordinal) AS locked`,
    [number],
  );
}
