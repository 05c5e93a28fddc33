import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Changes of the members are asked for and approved like steps of a case, on no case. Whoever is removed stays removed, and the
 * database ends their sessions in the same transaction. What the operator changed past the two people is found at once.
 */
export class MembersByTwoPeople0000000000060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [onNoCase, name, removed, emergencies]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(restored);
  }
}

const onNoCase = `
  ALTER TABLE approval_request ALTER COLUMN case_number DROP NOT NULL;
  ALTER TABLE approval_request ADD CONSTRAINT approval_request_case
    CHECK ((case_number IS NULL) = (action IN ('add-member', 'change-member-roles', 'remove-member')))`;

/** A name stands in what was approved. The program changes none. */
const name = `REVOKE UPDATE (name) ON staff_member FROM lianshu_checking`;

/** With the owner's rights: whoever may remove a member needs none on the sessions. */
const removed = `
  CREATE FUNCTION remove_member() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  BEGIN
    IF NEW.active THEN
      RAISE EXCEPTION 'a member who was removed stays removed' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    UPDATE session SET ended = true WHERE member_id = NEW.id AND NOT ended;
    RETURN NULL;
  END $$;
  REVOKE EXECUTE ON FUNCTION remove_member FROM PUBLIC;
  CREATE TRIGGER member_removed AFTER UPDATE OF active ON staff_member
    FOR EACH ROW WHEN (NEW.active IS DISTINCT FROM OLD.active) EXECUTE FUNCTION remove_member()`;

const emergencies = `CREATE INDEX audit_event_emergency ON audit_event (seq) WHERE action = 'staff-emergency'`;

/** Requests about members are no requests to the version before. */
const restored = `
  DROP INDEX audit_event_emergency;
  DROP TRIGGER member_removed ON staff_member;
  DROP FUNCTION remove_member;
  GRANT UPDATE (name) ON staff_member TO lianshu_checking;
  DELETE FROM approval_request WHERE case_number IS NULL;
  ALTER TABLE approval_request DROP CONSTRAINT approval_request_case;
  ALTER TABLE approval_request ALTER COLUMN case_number SET NOT NULL`;
