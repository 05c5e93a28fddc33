import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Corrected versions of published results. Each is written once, beside those before it; its files are in `published_file`, under the version and
 * a slash before their names. The day of the first publication is kept, since the days for objections run from it. A case that was not
 * established can be established by a corrected result, and every other closed case stays as it is.
 */
export class CorrectedResults0000000000091 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [
      tables,
      rights,
      caseOnce(`AND NOT (OLD.state = 'not-established' AND NEW.state = 'established')`),
    ])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(caseOnce(''));
    await runner.query(`
      DROP TABLE corrected_result;
      REVOKE SELECT (published_on) ON verification_batch FROM lianshu_intake;
      ALTER TABLE verification_batch DROP COLUMN published_on`);
  }
}

const tables = `
  ALTER TABLE verification_batch ADD COLUMN published_on date;
  CREATE TABLE corrected_result (
    round_id uuid NOT NULL,
    version smallint NOT NULL CHECK (version > 1),
    published_on date NOT NULL,
    result bytea NOT NULL,
    result_signature bytea NOT NULL,
    struck_out_list bytea NOT NULL,
    PRIMARY KEY (round_id, version)
  )`;

/** A corrected result is public at once, in the transaction that writes it. The list is emptied by the purge, and nothing else changes. */
const rights = `
  ALTER TABLE corrected_result ENABLE ROW LEVEL SECURITY;
  GRANT SELECT (published_on) ON verification_batch TO lianshu_intake;
  GRANT SELECT (round_id, version, published_on, result, result_signature) ON corrected_result TO lianshu_intake;
  GRANT SELECT (round_id, version, struck_out_list) ON corrected_result TO lianshu_lead;
  GRANT SELECT, INSERT, UPDATE (struck_out_list) ON corrected_result TO lianshu_checking;
  CREATE POLICY published ON corrected_result FOR SELECT TO lianshu_intake, lianshu_lead USING (true);
  CREATE POLICY checking_read ON corrected_result FOR SELECT TO lianshu_checking USING (true);
  CREATE POLICY checking_write ON corrected_result FOR INSERT TO lianshu_checking
    WITH CHECK (round_id IN (SELECT round_id FROM verification_batch WHERE phase = 'published'));
  CREATE POLICY checking_purge ON corrected_result FOR UPDATE TO lianshu_checking
    USING (true) WITH CHECK (struck_out_list = '')`;

const caseOnce = (except: string): string => `
  CREATE OR REPLACE FUNCTION refuse_return_of_case() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NEW.state <> OLD.state AND OLD.state IN ('not-accepted', 'established', 'not-established', 'lapsed', 'stopped') ${except}
    THEN RAISE EXCEPTION 'a closed case stays closed' USING ERRCODE = 'integrity_constraint_violation'; END IF;
    IF NEW.state <> OLD.state AND current_user = 'lianshu_lead'
      AND (OLD.state, NEW.state) NOT IN (('code-issued', 'collecting'), ('collecting', 'submitted'))
    THEN RAISE EXCEPTION 'a lead opens and submits' USING ERRCODE = 'insufficient_privilege'; END IF;
    IF OLD.records_kept_until IS NOT NULL AND NEW.records_kept_until IS DISTINCT FROM OLD.records_kept_until
    THEN RAISE EXCEPTION 'the day is written once' USING ERRCODE = 'integrity_constraint_violation'; END IF;
    RETURN NEW;
  END $$`;
