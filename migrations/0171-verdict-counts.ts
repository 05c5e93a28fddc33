import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How many records and paper rows of a round have each verdict, counted in the transaction that writes verdicts: whoever looks at a check counts
 * nothing. There is none before every record has its verdict. Only the checking role reads them.
 */
export class VerdictCounts0000000000171 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE verdict_count (
        round_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('electronic', 'paper')),
        code text CHECK (code ~ '^[A-Z][0-9]{2}$'),
        number integer NOT NULL CHECK (number > 0),
        UNIQUE NULLS NOT DISTINCT (round_id, kind, code)
      );
      GRANT SELECT, INSERT, DELETE ON verdict_count TO lianshu_checking;
      INSERT INTO verdict_count
        SELECT round_id, 'electronic', code, count(*) FROM verdict GROUP BY round_id, code
        UNION ALL SELECT round_id, 'paper', code, count(*) FROM paper_verdict GROUP BY round_id, code;
      DELETE FROM verdict_count WHERE round_id IN (SELECT round_id FROM verification_batch WHERE phase = 'judging')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE verdict_count');
  }
}
