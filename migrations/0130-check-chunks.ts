import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The chunks of a batch: some thousand records each, of one day, checked on their own by whoever takes them first. While a batch is being
 * checked, a chunk keeps the claims of its good records, sealed to the commission. A batch under way begins anew: its verdicts were nobody's
 * to see, and come out the same.
 */
export class CheckChunks0000000000130 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [chunks, batch, planned, anew, complete]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER verification_batch_complete ON verification_batch;
      DROP FUNCTION require_every_verdict;
      DROP FUNCTION plan_check_chunks;
      DELETE FROM verdict WHERE round_id IN (SELECT round_id FROM verification_batch WHERE phase = 'judging');
      ALTER TABLE verification_batch DROP COLUMN chunks, DROP COLUMN paused, ADD COLUMN cursor bytea;
      UPDATE verification_batch SET judged = 0 WHERE phase = 'judging';
      DROP TABLE check_chunk`);
  }
}

const chunks = `
  CREATE TABLE check_chunk (
    round_id uuid NOT NULL,
    chunk integer NOT NULL CHECK (chunk >= 0),
    commitments bytea[] NOT NULL,
    sealed_claims bytea,
    judged_at timestamptz,
    PRIMARY KEY (round_id, chunk),
    CHECK (num_nulls(sealed_claims, judged_at) IN (0, 2))
  );
  ALTER TABLE check_chunk ALTER COLUMN commitments SET STORAGE EXTERNAL, ALTER COLUMN sealed_claims SET STORAGE EXTERNAL;
  GRANT SELECT, INSERT, DELETE, UPDATE (sealed_claims, judged_at) ON check_chunk TO lianshu_checking`;

const batch = `
  ALTER TABLE verification_batch
    DROP COLUMN cursor,
    ADD COLUMN chunks integer NOT NULL DEFAULT 0 CHECK (chunks >= 0),
    ADD COLUMN paused text CHECK (paused ~ '^[a-z-]+$')`;

/**
 * Puts the records of a round into chunks, in the order of their days: so records that rest on the same revocation lists are checked one
 * after the other. Every record is in one chunk by construction. It runs with the rights of its caller, who sees submitted rounds alone.
 */
const planned = `
  CREATE FUNCTION plan_check_chunks(given_round uuid, chunk_size integer) RETURNS integer
    LANGUAGE sql SET search_path = pg_catalog, public AS $$
    WITH placed AS (
      SELECT commitment, (row_number() OVER (ORDER BY signed_on, commitment) - 1) / chunk_size AS chunk
      FROM sealed_record WHERE round_id = given_round
    ), made AS (
      INSERT INTO check_chunk (round_id, chunk, commitments)
      SELECT given_round, chunk, array_agg(commitment ORDER BY commitment) FROM placed GROUP BY chunk
      RETURNING 1
    ) SELECT count(*)::integer FROM made
  $$;
  REVOKE ALL ON FUNCTION plan_check_chunks FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION plan_check_chunks TO lianshu_checking`;

const anew = `
  DELETE FROM verdict WHERE round_id IN (SELECT round_id FROM verification_batch WHERE phase = 'judging');
  UPDATE verification_batch SET judged = 0 WHERE phase = 'judging';
  UPDATE verification_batch SET chunks = plan_check_chunks(round_id, 1000) WHERE phase = 'judging'`;

/** A batch is judged only when each record of its round has exactly one verdict, and no verdict is on anything else. */
const complete = `
  CREATE FUNCTION require_every_verdict() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
    BEGIN
      IF NEW.judged <> NEW.records
        OR (SELECT count(*) FROM verdict WHERE round_id = NEW.round_id) <> NEW.records
        OR EXISTS (SELECT commitment FROM sealed_record WHERE round_id = NEW.round_id
             EXCEPT SELECT commitment FROM verdict WHERE round_id = NEW.round_id) THEN
        RAISE EXCEPTION 'a record without a verdict, or a verdict without a record' USING ERRCODE = 'check_violation';
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER verification_batch_complete BEFORE UPDATE OF phase ON verification_batch
    FOR EACH ROW WHEN (OLD.phase = 'judging' AND NEW.phase <> 'judging') EXECUTE FUNCTION require_every_verdict()`;
