import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A paper row that repeats an electronic co-signature (D02) counts anew when that one turns out to be somebody else's. Only between counting and
 * repeating may a verdict move, and only with the result or its correction: what an office found on paper stays.
 */
export class PaperRowsCheckedAnew0000000000112 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      GRANT UPDATE (code) ON paper_verdict TO lianshu_checking;
      CREATE POLICY checking_anew ON paper_verdict FOR UPDATE TO lianshu_checking
        USING ((code IS NULL OR code IN ('D02', 'D03')) AND round_id IN
          (SELECT b.round_id FROM verification_batch b WHERE b.phase IN ('answered', 'published')))
        WITH CHECK (code IS NULL OR code IN ('D02', 'D03'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP POLICY checking_anew ON paper_verdict;
      REVOKE UPDATE (code) ON paper_verdict FROM lianshu_checking`);
  }
}
