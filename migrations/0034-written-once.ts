import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What no role can undo, whoever has its login: a round opens once and is submitted once, a closed case stays closed, the leads'
 * role only opens and submits, and records are destroyed only after the stored day until which the law has them kept.
 */
export class WrittenOnce0000000000034 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [columns, roundOnce, caseOnce, destroyWhenDue]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(restored);
  }
}

/**
 * `records_kept_until` is computed by the program when it closes the case (REG 12), and never changes. `given_days` has a row only
 * in databases whose days are a story's or a test's: there the day is believed as it is given; only the owner can write it.
 */
const columns = `
  ALTER TABLE referendum_case ADD COLUMN records_kept_until date;
  GRANT UPDATE (records_kept_until) ON referendum_case TO lianshu_checking;
  CREATE TABLE given_days (why text PRIMARY KEY);
  COMMENT ON TABLE given_days IS 'Not empty: this database lives by a clock of a demo or a test'`;

const roundOnce = `
  CREATE FUNCTION refuse_second_writing_of_round() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF OLD.opened_on IS NOT NULL AND (NEW.opened_on, NEW.public_key, NEW.wrapped_key, NEW.key_statement, NEW.origin,
      NEW.certificate_policy_digest, NEW.holder_tag_key_check) IS DISTINCT FROM (OLD.opened_on, OLD.public_key,
      OLD.wrapped_key, OLD.key_statement, OLD.origin, OLD.certificate_policy_digest, OLD.holder_tag_key_check)
    THEN RAISE EXCEPTION 'a round opens once' USING ERRCODE = 'integrity_constraint_violation'; END IF;
    IF NEW.collecting AND NOT OLD.collecting AND OLD.opened_on IS NOT NULL
    THEN RAISE EXCEPTION 'a round collects once' USING ERRCODE = 'integrity_constraint_violation'; END IF;
    IF OLD.submitted_at IS NOT NULL AND (NEW.submitted_at, NEW.submission_statement, NEW.submission_wrapped_key,
      NEW.submitted_count, NEW.submitted_root) IS DISTINCT FROM (OLD.submitted_at, OLD.submission_statement,
      OLD.submission_wrapped_key, OLD.submitted_count, OLD.submitted_root)
    THEN RAISE EXCEPTION 'a round is submitted once' USING ERRCODE = 'integrity_constraint_violation'; END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER round_written_once BEFORE UPDATE ON round
    FOR EACH ROW EXECUTE FUNCTION refuse_second_writing_of_round()`;

/** The trigger runs with the rights of whoever writes, so `current_user` is the login. */
const caseOnce = `
  CREATE FUNCTION refuse_return_of_case() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NEW.state <> OLD.state AND OLD.state IN ('not-accepted', 'established', 'not-established', 'lapsed', 'stopped')
    THEN RAISE EXCEPTION 'a closed case stays closed' USING ERRCODE = 'integrity_constraint_violation'; END IF;
    IF NEW.state <> OLD.state AND current_user = 'lianshu_lead'
      AND (OLD.state, NEW.state) NOT IN (('code-issued', 'collecting'), ('collecting', 'submitted'))
    THEN RAISE EXCEPTION 'a lead opens and submits' USING ERRCODE = 'insufficient_privilege'; END IF;
    IF OLD.records_kept_until IS NOT NULL AND NEW.records_kept_until IS DISTINCT FROM OLD.records_kept_until
    THEN RAISE EXCEPTION 'the day is written once' USING ERRCODE = 'integrity_constraint_violation'; END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER case_written_once BEFORE UPDATE ON referendum_case
    FOR EACH ROW EXECUTE FUNCTION refuse_return_of_case()`;

/** `given_kept_until` holds for a case that was closed before its day was stored. */
const destroyWhenDue = `
  DROP FUNCTION destroy_records;
  CREATE FUNCTION destroy_records(given_case text, given_day date, given_kept_until date DEFAULT NULL) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  DECLARE
    kept_until date;
    today date := (now() AT TIME ZONE 'Asia/Taipei')::date;
  BEGIN
    SELECT records_kept_until INTO kept_until FROM referendum_case WHERE number = given_case
      AND state IN ('not-accepted', 'established', 'not-established', 'lapsed', 'stopped') FOR UPDATE;
    IF NOT FOUND THEN RAISE EXCEPTION 'the case is not closed' USING ERRCODE = 'insufficient_privilege'; END IF;
    kept_until := coalesce(kept_until, given_kept_until);
    IF EXISTS (SELECT FROM given_days) THEN today := given_day; END IF;
    IF kept_until IS NULL OR given_day > today OR today <= kept_until
    THEN RAISE EXCEPTION 'the records are not due' USING ERRCODE = 'insufficient_privilege'; END IF;
    DELETE FROM sealed_record WHERE round_id IN (SELECT id FROM round WHERE case_number = given_case);
  END $$;
  REVOKE EXECUTE ON FUNCTION destroy_records FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION destroy_records TO lianshu_checking`;

const restored = `
  DROP FUNCTION destroy_records;
  CREATE FUNCTION destroy_records(given_case text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    PERFORM FROM referendum_case WHERE number = given_case
      AND state IN ('not-accepted', 'established', 'not-established', 'lapsed', 'stopped') FOR UPDATE;
    IF NOT FOUND THEN RAISE EXCEPTION 'the case is not closed'; END IF;
    DELETE FROM sealed_record WHERE round_id IN (SELECT id FROM round WHERE case_number = given_case);
  END $$;
  REVOKE EXECUTE ON FUNCTION destroy_records FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION destroy_records TO lianshu_checking;
  DROP TRIGGER case_written_once ON referendum_case;
  DROP FUNCTION refuse_return_of_case;
  DROP TRIGGER round_written_once ON round;
  DROP FUNCTION refuse_second_writing_of_round;
  DROP TABLE given_days;
  ALTER TABLE referendum_case DROP COLUMN records_kept_until`;
