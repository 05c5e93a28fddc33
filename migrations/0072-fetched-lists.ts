import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each time the lead is handed the struck-out list, it is in the audit log: a policy beside the one for the lead's other actions. */
export class FetchedLists0000000000072 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE POLICY lead_chain_lists ON audit_event FOR INSERT TO lianshu_lead
      WITH CHECK (actor = 'lead' AND action = 'struck-out-list-fetched')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP POLICY lead_chain_lists ON audit_event');
  }
}
