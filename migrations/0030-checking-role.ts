import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The role that does what can't be undone: it moves cases, checks records, publishes and destroys. Staff's role keeps what staff
 * may see, and may insert requests and approvals. Each role gets its login when the program migrates, because logins belong to the
 * server and not to this database.
 */
export class CheckingRole0000000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [role, takenFromStaff, cases, check, approvals, migrationTable])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(restored);
    await runner.query(takenBack);
  }
}

/** Of this database alone: `DROP OWNED` would also take the role's right to connect to every other database of the server. */
const takenBack = `
  REVOKE ALL ON ALL TABLES IN SCHEMA public FROM lianshu_checking;
  REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM lianshu_checking;
  REVOKE ALL ON ALL ROUTINES IN SCHEMA public FROM lianshu_checking;
  REVOKE ALL ON SCHEMA public FROM lianshu_checking`;

/** As the first migration makes the other roles. */
const role = `
  DO $$ BEGIN
    BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'lianshu_checking') THEN CREATE ROLE lianshu_checking NOLOGIN; END IF;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END;
    IF NOT pg_has_role(current_user, 'lianshu_checking', 'SET') THEN GRANT lianshu_checking TO CURRENT_USER; END IF;
  END $$;
  GRANT USAGE ON SCHEMA public TO lianshu_checking`;

/** TypeORM's own table, which tells a start without the owner's login whether the schema is the program's. */
const migrationTable =
  'GRANT SELECT ON migration TO lianshu_intake, lianshu_lead, lianshu_staff, lianshu_checking';

const roundColumns = `id, case_number, ordinal, access_code_digest, code_issued_on, first_day, last_day, collecting, public_key,
  wrapped_key, key_statement, opened_on, submitted_at, submission_statement, submission_wrapped_key, submitted_count,
  submitted_root, origin, certificate_policy_digest, holder_tag_key_check`;

const takenFromStaff = `
  REVOKE INSERT, UPDATE, UPDATE (state) ON referendum_case FROM lianshu_staff;
  REVOKE INSERT (id, case_number, ordinal, access_code_digest, code_issued_on, first_day, last_day, collecting),
    UPDATE (collecting, access_code_digest) ON round FROM lianshu_staff;
  DROP POLICY staff_after_submission ON sealed_record;
  DROP POLICY staff ON verification_batch;
  DROP POLICY staff ON verdict;
  REVOKE ALL ON sealed_record, verification_batch, verdict, roster_row, exchange_file, purge_note FROM lianshu_staff;
  REVOKE EXECUTE ON FUNCTION destroy_records FROM lianshu_staff;
  REVOKE INSERT, UPDATE (name, roles, active) ON staff_member FROM lianshu_staff;
  REVOKE UPDATE (state, approved_by, approved_at, approval, failure_code) ON approval_request FROM lianshu_staff`;

const cases = `
  GRANT SELECT, INSERT, UPDATE (state) ON referendum_case TO lianshu_checking;
  GRANT SELECT (${roundColumns}) ON round TO lianshu_checking;
  GRANT INSERT (id, case_number, ordinal, access_code_digest, code_issued_on, first_day, last_day, collecting),
    UPDATE (collecting, access_code_digest) ON round TO lianshu_checking;
  GRANT SELECT, INSERT, UPDATE (name, roles, active) ON staff_member TO lianshu_checking`;

const check = `
  GRANT SELECT ON sealed_record TO lianshu_checking;
  CREATE POLICY checking_after_submission ON sealed_record FOR SELECT TO lianshu_checking
    USING (round_id IN (SELECT id FROM round WHERE submitted_at IS NOT NULL));
  GRANT SELECT, INSERT, UPDATE ON verification_batch, verdict TO lianshu_checking;
  GRANT SELECT, INSERT, DELETE ON roster_row, exchange_file TO lianshu_checking;
  GRANT UPDATE (sealed) ON exchange_file TO lianshu_checking;
  GRANT SELECT, INSERT ON purge_note TO lianshu_checking;
  CREATE POLICY checking ON verification_batch TO lianshu_checking USING (true) WITH CHECK (true);
  CREATE POLICY checking ON verdict TO lianshu_checking USING (true) WITH CHECK (true)`;

/**
 * Staff ask and approve. How an approved request ended is written by the checking role, after it has verified the approver's
 * signature.
 */
const approvals = `
  GRANT UPDATE (state, approved_by, approved_at, approval) ON approval_request TO lianshu_staff;
  GRANT SELECT, UPDATE (state, failure_code) ON approval_request TO lianshu_checking;
  ALTER TABLE approval_request ENABLE ROW LEVEL SECURITY;
  CREATE POLICY staff_read ON approval_request FOR SELECT TO lianshu_staff USING (true);
  CREATE POLICY staff_ask ON approval_request FOR INSERT TO lianshu_staff WITH CHECK (state = 'pending');
  CREATE POLICY staff_approve ON approval_request FOR UPDATE TO lianshu_staff
    USING (state = 'pending') WITH CHECK (state = 'approved');
  CREATE POLICY checking_read ON approval_request FOR SELECT TO lianshu_checking USING (true);
  CREATE POLICY checking_end ON approval_request FOR UPDATE TO lianshu_checking
    USING (state = 'approved') WITH CHECK (state IN ('executed', 'failed'))`;

const restored = `
  DROP POLICY checking_end ON approval_request;
  DROP POLICY checking_read ON approval_request;
  DROP POLICY staff_approve ON approval_request;
  DROP POLICY staff_ask ON approval_request;
  DROP POLICY staff_read ON approval_request;
  ALTER TABLE approval_request DISABLE ROW LEVEL SECURITY;
  REVOKE SELECT ON migration FROM lianshu_intake, lianshu_lead, lianshu_staff;
  GRANT UPDATE (failure_code) ON approval_request TO lianshu_staff;
  DROP POLICY checking ON verdict;
  DROP POLICY checking ON verification_batch;
  DROP POLICY checking_after_submission ON sealed_record;
  GRANT INSERT, UPDATE (state) ON referendum_case TO lianshu_staff;
  GRANT INSERT (id, case_number, ordinal, access_code_digest, code_issued_on, first_day, last_day, collecting),
    UPDATE (collecting, access_code_digest) ON round TO lianshu_staff;
  GRANT INSERT, UPDATE (name, roles, active) ON staff_member TO lianshu_staff;
  GRANT SELECT ON sealed_record TO lianshu_staff;
  GRANT EXECUTE ON FUNCTION destroy_records TO lianshu_staff;
  GRANT SELECT, INSERT, UPDATE, DELETE ON verification_batch, verdict, roster_row, exchange_file TO lianshu_staff;
  GRANT SELECT, INSERT ON purge_note TO lianshu_staff;
  CREATE POLICY staff ON verification_batch TO lianshu_staff USING (true) WITH CHECK (true);
  CREATE POLICY staff ON verdict TO lianshu_staff USING (true) WITH CHECK (true);
  CREATE POLICY staff_after_submission ON sealed_record FOR SELECT TO lianshu_staff
    USING (round_id IN (SELECT id FROM round WHERE submitted_at IS NOT NULL))`;
