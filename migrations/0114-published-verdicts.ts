import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The intake's login reads of a published verdict whether the record counts, as the published list says it, and no longer why it doesn't: the exact reason of a
 * person stood open to that login by the commitment, which is public. A view shows no more than its columns, with its owner's rights.
 */
export class PublishedVerdicts0000000000114 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE VIEW published_verdict WITH (security_barrier) AS
        SELECT v.round_id, v.commitment, v.code IS NULL AS counts FROM verdict v
        JOIN verification_batch b ON b.round_id = v.round_id WHERE b.phase = 'published';
      REVOKE ALL ON published_verdict FROM PUBLIC;
      GRANT SELECT ON published_verdict TO lianshu_intake;
      DROP POLICY published ON verdict;
      REVOKE SELECT ON verdict FROM lianshu_intake`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      GRANT SELECT ON verdict TO lianshu_intake;
      CREATE POLICY published ON verdict FOR SELECT TO lianshu_intake
        USING (round_id IN (SELECT b.round_id FROM verification_batch b WHERE b.phase = 'published'));
      DROP VIEW published_verdict`);
  }
}
