import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whether the lead of a case reads the national ID numbers, and the commission's round key beside the lead's: a round is bound to both. A
 * round that was opened before this migration is bound to neither, so no server takes co-signatures for it.
 */
export class TwoLayers0000000000042 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [mode, columns, view, onceWith(', NEW.mode, NEW.commission_round_key')])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(onceWith(''));
    await runner.query('DROP VIEW open_round');
    await runner.query(viewBefore);
    await runner.query(columnsBefore);
    await runner.query('ALTER TABLE referendum_case DROP COLUMN mode');
  }
}

const mode = `
  ALTER TABLE referendum_case
    ADD COLUMN mode text NOT NULL DEFAULT 'number-to-lead' CHECK (mode IN ('number-to-lead', 'two-key'))`;

const columns = `
  ALTER TABLE round
    ADD COLUMN mode text CHECK (mode IN ('number-to-lead', 'two-key')),
    ADD COLUMN commission_round_key bytea,
    DROP CONSTRAINT round_binding_whole,
    ADD CONSTRAINT round_binding_whole CHECK (num_nulls(origin, certificate_policy_digest, holder_tag_key_check, mode,
      commission_round_key) IN (0, 5)) NOT VALID;
  GRANT SELECT (mode, commission_round_key) ON round TO lianshu_intake, lianshu_staff, lianshu_checking;
  GRANT UPDATE (mode, commission_round_key) ON round TO lianshu_lead`;

const columnsBefore = `
  ALTER TABLE round
    DROP CONSTRAINT round_binding_whole,
    DROP COLUMN mode,
    DROP COLUMN commission_round_key,
    ADD CONSTRAINT round_binding_whole
      CHECK (num_nulls(origin, certificate_policy_digest, holder_tag_key_check) IN (0, 3))`;

const viewBefore = `
  CREATE VIEW open_round WITH (security_invoker = true) AS
  SELECT r.id, r.case_number, r.ordinal, c.main_text, c.document_digest, r.public_key, r.first_day, r.last_day,
    r.origin, r.certificate_policy_digest, r.holder_tag_key_check
  FROM round r JOIN referendum_case c ON c.number = r.case_number WHERE r.collecting AND r.origin IS NOT NULL;
  GRANT SELECT ON open_round TO lianshu_intake`;

const view = `
  DROP VIEW open_round;
  CREATE VIEW open_round WITH (security_invoker = true) AS
  SELECT r.id, r.case_number, r.ordinal, c.main_text, c.document_digest, r.public_key, r.first_day, r.last_day,
    r.origin, r.certificate_policy_digest, r.holder_tag_key_check, r.mode, r.commission_round_key
  FROM round r JOIN referendum_case c ON c.number = r.case_number WHERE r.collecting AND r.mode IS NOT NULL;
  GRANT SELECT ON open_round TO lianshu_intake`;

/** A round opens once, with all that it is bound to. */
function onceWith(added: string): string {
  const opened = `NEW.opened_on, NEW.public_key, NEW.wrapped_key, NEW.key_statement, NEW.origin,
      NEW.certificate_policy_digest, NEW.holder_tag_key_check${added}`;
  return `
  CREATE OR REPLACE FUNCTION refuse_second_writing_of_round() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF OLD.opened_on IS NOT NULL AND (${opened}) IS DISTINCT FROM (${opened.replaceAll('NEW.', 'OLD.')})
    THEN RAISE EXCEPTION 'a round opens once' USING ERRCODE = 'integrity_constraint_violation'; END IF;
    IF NEW.collecting AND NOT OLD.collecting AND OLD.opened_on IS NOT NULL
    THEN RAISE EXCEPTION 'a round collects once' USING ERRCODE = 'integrity_constraint_violation'; END IF;
    IF OLD.submitted_at IS NOT NULL AND (NEW.submitted_at, NEW.submission_statement, NEW.submission_wrapped_key,
      NEW.submitted_count, NEW.submitted_root) IS DISTINCT FROM (OLD.submitted_at, OLD.submission_statement,
      OLD.submission_wrapped_key, OLD.submitted_count, OLD.submitted_root)
    THEN RAISE EXCEPTION 'a round is submitted once' USING ERRCODE = 'integrity_constraint_violation'; END IF;
    RETURN NEW;
  END $$`;
}
