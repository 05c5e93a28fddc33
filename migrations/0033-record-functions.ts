import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The intake reaches sealed records by functions alone, one record at a time: whoever has its login can't count them, or page
 * through them. It loses what it doesn't read of rounds, too.
 */
export class RecordFunctions0000000000033 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [recordCoSignature, functions, rights]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(restored);
  }
}

/**
 * As before, but it never waits: while somebody holds the round exclusively, it answers as while the round is held. So a round that
 * is blocked takes no connection from another.
 */
const recordCoSignature = `
  CREATE OR REPLACE FUNCTION record_co_signature(
    given_round uuid, given_tag bytea, given_record bytea, given_commitment bytea, given_day date)
  RETURNS TABLE (outcome text, existing_commitment bytea, existing_day date, retry_after integer)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  DECLARE
    unlocked boolean := pg_try_advisory_xact_lock_shared(round_lock_key(given_round));
    target record;
    existing record;
  BEGIN
    SELECT r.collecting, r.first_day, r.last_day, r.held_until INTO target FROM round r WHERE r.id = given_round;
    IF NOT FOUND OR NOT target.collecting OR given_day NOT BETWEEN target.first_day AND target.last_day THEN
      RETURN QUERY SELECT 'not-collecting', NULL::bytea, NULL::date, NULL::integer;
      RETURN;
    END IF;
    IF unlocked AND (target.held_until IS NULL OR target.held_until <= clock_timestamp()) THEN
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
        greatest(1, ceil(extract(epoch FROM target.held_until - clock_timestamp()))::integer);
    END IF;
  END $$`;

const functions = `
  CREATE FUNCTION record_of_holder(given_round uuid, given_tag bytea) RETURNS TABLE (commitment bytea, signed_on date)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  BEGIN
    RETURN QUERY SELECT s.commitment, s.signed_on FROM sealed_record s
      WHERE s.round_id = given_round AND s.holder_tag = given_tag;
  END $$;
  COMMENT ON FUNCTION record_of_holder IS 'The record of one holder in one round';
  CREATE FUNCTION round_of_commitment(given_commitment bytea) RETURNS uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  BEGIN
    RETURN (SELECT s.round_id FROM sealed_record s WHERE s.commitment = given_commitment
      UNION SELECT v.round_id FROM verdict v JOIN verification_batch b ON b.round_id = v.round_id
        WHERE v.commitment = given_commitment AND b.phase = 'published' LIMIT 1);
  END $$;
  COMMENT ON FUNCTION round_of_commitment IS
    'The round of a record, found by its commitment; also after it was destroyed, if its verdict was published';
  REVOKE EXECUTE ON FUNCTION record_of_holder, round_of_commitment FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION record_of_holder, round_of_commitment TO lianshu_intake`;

const rights = `
  DROP POLICY intake ON sealed_record;
  REVOKE ALL ON sealed_record FROM lianshu_intake;
  REVOKE SELECT ON round FROM lianshu_intake;
  GRANT SELECT (id, case_number, ordinal, access_code_digest, code_issued_on, first_day, last_day, collecting, public_key,
    wrapped_key, key_statement, opened_on, submitted_at, submission_statement, submission_wrapped_key, submitted_count,
    submitted_root, origin, certificate_policy_digest, holder_tag_key_check) ON round TO lianshu_intake`;

const restored = `
  GRANT SELECT ON round TO lianshu_intake;
  GRANT SELECT, INSERT ON sealed_record TO lianshu_intake;
  CREATE POLICY intake ON sealed_record TO lianshu_intake USING (true) WITH CHECK (true);
  DROP FUNCTION round_of_commitment, record_of_holder;
  ALTER FUNCTION record_co_signature RESET search_path;
  ALTER FUNCTION record_co_signature SECURITY INVOKER`;
