import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The sealed records, the one function that writes them, and the row policies that keep staff from seeing any before
 * submission.
 */
export class SealedRecords0000000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [table, lockKey, recordCoSignature, destroyRecords, policies])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION destroy_records, record_co_signature');
    await runner.query('DROP TABLE sealed_record');
    await runner.query('DROP FUNCTION round_lock_key');
  }
}

/**
 * Every unique constraint contains (round_id, holder_tag), so that a distributed PostgreSQL can shard by them. No foreign
 * key to the round: each insert would lock the round's row, one hot row for everybody. Records are ciphertext of about
 * 4 KB: stored beside the row (EXTERNAL), uncompressed, so that counting never reads them. The index finds a receipt's record, and pages a round in the order of its
 * commitments, which tells nothing.
 */
const table = `
  CREATE TABLE sealed_record (
    round_id uuid NOT NULL,
    holder_tag bytea NOT NULL CHECK (length(holder_tag) = 16),
    record bytea NOT NULL,
    commitment bytea NOT NULL CHECK (length(commitment) = 32),
    signed_on date NOT NULL,
    PRIMARY KEY (round_id, holder_tag)
  );
  ALTER TABLE sealed_record ALTER COLUMN record SET STORAGE EXTERNAL;
  CREATE INDEX sealed_record_commitment ON sealed_record (commitment, round_id)`;

const lockKey = `
  CREATE FUNCTION round_lock_key(round_id uuid) RETURNS bigint LANGUAGE sql IMMUTABLE STRICT AS
    $$ SELECT hashtextextended('round ' || round_id::text, 0) $$;
  COMMENT ON FUNCTION round_lock_key IS
    'Advisory lock of a round: shared while a record is written, exclusive while its state changes'`;

/**
 * One call, one transaction, one round trip. The shared lock lets any number write at once and makes a submission, which
 * takes it exclusively, wait for those under way and be seen by those that come after: each statement of a volatile
 * function looks with a fresh snapshot (READ COMMITTED).
 */
const recordCoSignature = `
  CREATE FUNCTION record_co_signature(
    given_round uuid, given_tag bytea, given_record bytea, given_commitment bytea, given_day date)
  RETURNS TABLE (outcome text, existing_commitment bytea, existing_day date, retry_after integer)
  LANGUAGE plpgsql AS $$
  DECLARE
    target record;
    existing record;
  BEGIN
    PERFORM pg_advisory_xact_lock_shared(round_lock_key(given_round));
    SELECT r.collecting, r.first_day, r.last_day, r.held_until INTO target FROM round r WHERE r.id = given_round;
    IF NOT FOUND OR NOT target.collecting OR given_day NOT BETWEEN target.first_day AND target.last_day THEN
      RETURN QUERY SELECT 'not-collecting', NULL::bytea, NULL::date, NULL::integer;
      RETURN;
    END IF;
    IF target.held_until IS NULL OR target.held_until <= clock_timestamp() THEN
      INSERT INTO sealed_record VALUES (given_round, given_tag, given_record, given_commitment, given_day)
        ON CONFLICT (round_id, holder_tag) DO NOTHING;
      IF FOUND THEN
        RETURN QUERY SELECT 'recorded', NULL::bytea, NULL::date, NULL::integer;
        RETURN;
      END IF;
    END IF;
    SELECT s.commitment, s.signed_on INTO existing FROM sealed_record s
      WHERE s.round_id = given_round AND s.holder_tag = given_tag;
    IF FOUND THEN
      RETURN QUERY SELECT 'already', existing.commitment, existing.signed_on, NULL::integer;
    ELSE
      RETURN QUERY SELECT 'held', NULL::bytea, NULL::date,
        ceil(extract(epoch FROM target.held_until - clock_timestamp()))::integer;
    END IF;
  END $$`;

/** REG 12. Staff can't see the records of a round that was never submitted, and can't count what they destroy. */
const destroyRecords = `
  CREATE FUNCTION destroy_records(given_case text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    PERFORM FROM referendum_case WHERE number = given_case
      AND state IN ('not-accepted', 'established', 'not-established', 'lapsed', 'stopped') FOR UPDATE;
    IF NOT FOUND THEN RAISE EXCEPTION 'the case is not closed'; END IF;
    DELETE FROM sealed_record WHERE round_id IN (SELECT id FROM round WHERE case_number = given_case);
  END $$`;

const policies = `
  REVOKE EXECUTE ON FUNCTION record_co_signature, destroy_records FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION record_co_signature TO lianshu_intake;
  GRANT EXECUTE ON FUNCTION destroy_records TO lianshu_staff;
  GRANT SELECT, INSERT ON sealed_record TO lianshu_intake;
  GRANT SELECT ON sealed_record TO lianshu_lead, lianshu_staff;
  ALTER TABLE sealed_record ENABLE ROW LEVEL SECURITY;
  CREATE POLICY intake ON sealed_record TO lianshu_intake USING (true) WITH CHECK (true);
  CREATE POLICY lead ON sealed_record FOR SELECT TO lianshu_lead USING (true);
  CREATE POLICY staff_after_submission ON sealed_record FOR SELECT TO lianshu_staff
    USING (round_id IN (SELECT id FROM round WHERE submitted_at IS NOT NULL))`;
