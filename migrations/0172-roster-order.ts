import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The order of a roster as it was drawn, by its number of rows and its digest: whoever asks for it to be sent waits for no row. A batch that was
 * judged before has none; there the rows are read.
 */
export class RosterOrder0000000000172 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE verification_batch
        ADD COLUMN roster_rows integer CHECK (roster_rows >= 0),
        ADD COLUMN roster_order_sha256 bytea CHECK (length(roster_order_sha256) = 32),
        ADD CHECK (num_nulls(roster_rows, roster_order_sha256) IN (0, 2))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE verification_batch DROP COLUMN roster_rows, DROP COLUMN roster_order_sha256',
    );
  }
}
