import type { DataSource, EntityManager } from 'typeorm';
import type { CaseMove, CaseState } from '../../cases/index.js';
import type { CaseNumber } from '../../core/identifiers.js';
import type { Result } from '../../core/result.js';
import { taipeiDateOf } from '../../core/taipei-date.js';
import { appendAuditEvent } from './audit-log.js';
import { ReferendumCaseEntity } from './entities/referendum-case.entity.js';
import { RoundEntity } from './entities/round.entity.js';

/**
 * Takes a case one step further: what belongs to the step, the new state and the audit event, in one transaction. No
 * other function writes `referendum_case.state`. Undefined, with nothing written, when the case is no longer in the
 * state `move.from`.
 *
 * `write` does what belongs to the step and answers its outcome. If it answers a failure or undefined, the step is not
 * taken and that answer is returned; it must not have written anything then. If it throws, everything is rolled back.
 * While it runs, nobody else moves the case, and no co-signature of the case is recorded.
 */
export function moveCase<Outcome, Code extends string = never>(
  dataSource: DataSource,
  move: CaseMove<Outcome>,
  write: (manager: EntityManager) => Promise<Result<Outcome, Code> | undefined>,
): Promise<Result<Outcome, Code> | undefined> {
  const { caseNumber, from, entryOf } = move;
  return dataSource.transaction(async (manager) => {
    if (!(await lockCase(manager, caseNumber, from))) return undefined;
    await lockRounds(manager, caseNumber);
    const written = await write(manager);
    if (written?.ok !== true) return written;
    const entry = entryOf(written.value);
    await manager.update(ReferendumCaseEntity, { number: caseNumber }, columnsOf(move, entry.at));
    await appendAuditEvent(manager, entry);
    return written;
  });
}

function columnsOf({ to, recordsKeptUntil, supplement }: Omit<CaseMove, 'entryOf'>, at: Date) {
  return {
    state: to,
    stateSince: taipeiDateOf(at),
    ...(recordsKeptUntil === undefined ? {} : { recordsKeptUntil }),
    ...(supplement === undefined
      ? {}
      : { supplementNoticedOn: supplement.noticedOn, codeDueOn: supplement.lastDay }),
  };
}

/**
 * Locks the case's row until the transaction ends, if the case is in this state. If two move the case at the same time,
 * one waits.
 */
async function lockCase(manager: EntityManager, number: CaseNumber, state: CaseState): Promise<boolean> {
  const row = await manager.findOne(ReferendumCaseEntity, {
    where: { number, state },
    select: { number: true },
    lock: { mode: 'for_no_key_update' },
  });
  return row !== null;
}

/**
 * Waits for the co-signatures of the case's rounds that are being recorded, and makes new ones wait until the
 * transaction ends. Everything that changes whether a round takes co-signatures must call this first.
 */
export async function lockRounds(manager: EntityManager, caseNumber: CaseNumber): Promise<void> {
  const rounds = await manager.find(RoundEntity, {
    where: { caseNumber },
    select: { id: true },
    order: { ordinal: 'ASC' },
  });
  for (const { id } of rounds) await manager.query('SELECT lock_round($1)', [id]);
}
