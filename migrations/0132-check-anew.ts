import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A check that staff begin anew: the verdicts so far are thrown away. The checking role may not delete verdicts; this function does it for a
 * batch whose records are still being checked, of which nobody outside has seen anything.
 */
export class CheckAnew0000000000132 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION forget_verdicts(given_round uuid) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        BEGIN
          UPDATE verification_batch SET judged = 0, paused = 'paused-by-staff'
            WHERE round_id = given_round AND phase = 'judging';
          IF NOT FOUND THEN RAISE EXCEPTION 'the batch is in another phase' USING ERRCODE = 'check_violation'; END IF;
          UPDATE check_chunk SET sealed_claims = NULL, judged_at = NULL WHERE round_id = given_round;
          DELETE FROM verdict WHERE round_id = given_round;
        END $$;
      REVOKE ALL ON FUNCTION forget_verdicts FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION forget_verdicts TO lianshu_checking`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION forget_verdicts');
  }
}
