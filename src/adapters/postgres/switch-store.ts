import type { DataSource, EntityManager } from 'typeorm';
import type { AuditEntry } from '../../audit/index.js';
import type { ServiceSwitch, SwitchPlace, SwitchStore } from '../../cases/index.js';
import type { CaseNumber } from '../../core/identifiers.js';
import { appendAuditEvent } from './audit-log.js';

interface SwitchRow {
  readonly name: string;
  readonly case_number: string | null;
  readonly since: Date;
  readonly reason_zh_tw: string;
  readonly reason_en: string;
}

/** The switches that are on: read with the intake's rights, turned with the checking role's. */
export class PostgresSwitchStore implements SwitchStore {
  constructor(
    private readonly reading: DataSource,
    private readonly writing: DataSource,
  ) {}

  async all(): Promise<readonly ServiceSwitch[]> {
    const rows = await this.reading.query<SwitchRow[]>(
      'SELECT name, case_number, since, reason_zh_tw, reason_en FROM service_switch ORDER BY since, name, case_number',
    );
    return rows.map(switchOf);
  }

  turnOn(turned: ServiceSwitch, entry: AuditEntry): Promise<boolean> {
    const { name, caseNumber, since, reasonZhTW, reasonEn } = turned;
    return this.writing.transaction(async (manager) => {
      const rows = await manager.query<object[]>(
        `INSERT INTO service_switch (name, case_number, since, reason_zh_tw, reason_en) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT DO NOTHING RETURNING name`,
        [name, caseNumber ?? null, since, reasonZhTW, reasonEn],
      );
      return ifDone(manager, rows.length === 1, entry);
    });
  }

  turnOff({ name, caseNumber }: SwitchPlace, entry: AuditEntry): Promise<boolean> {
    return this.writing.transaction(async (manager) => {
      const [, turned] = await manager.query<[unknown, number]>(
        'DELETE FROM service_switch WHERE name = $1 AND case_number IS NOT DISTINCT FROM $2',
        [name, caseNumber ?? null],
      );
      return ifDone(manager, turned === 1, entry);
    });
  }
}

/** Constraints of the table ensure what the casts assume. */
function switchOf({ name, case_number, since, reason_zh_tw, reason_en }: SwitchRow): ServiceSwitch {
  return {
    name: name as ServiceSwitch['name'],
    ...(case_number === null ? {} : { caseNumber: case_number as CaseNumber }),
    since,
    reasonZhTW: reason_zh_tw,
    reasonEn: reason_en,
  };
}

async function ifDone(manager: EntityManager, done: boolean, entry: AuditEntry): Promise<boolean> {
  if (done) await appendAuditEvent(manager, entry);
  return done;
}
