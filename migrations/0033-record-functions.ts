import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The intake reaches sealed records by functions alone, one record at a time: whoever has its login can't count them, or page
 * through them. It loses what it doesn't read of rounds, too.
 */
export class RecordFunctions0000000000033 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [functions, rights]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(restored);
  }
}

const functions = `
  ALTER FUNCTION record_co_signature SECURITY DEFINER;
  ALTER FUNCTION record_co_signature SET search_path = pg_catalog, public, pg_temp;
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
