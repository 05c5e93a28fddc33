import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a co-signature needs of a round that collects and of its case, in one read. The view has the rights of whoever reads it,
 * so it shows the intake nothing that the two tables don't.
 */
export class OpenRound0000000000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(view);
    await runner.query('GRANT SELECT ON open_round TO lianshu_intake');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW open_round');
  }
}

const view = `
  CREATE VIEW open_round WITH (security_invoker = true) AS
  SELECT r.id, r.case_number, r.ordinal, c.main_text, c.document_digest, r.public_key, r.first_day, r.last_day
  FROM round r JOIN referendum_case c ON c.number = r.case_number WHERE r.collecting`;
