import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What two people have switched off while the platform runs: the intake of a case, of all, or everything but reading. A row is there while its switch is on; who turned
 * it, when and why is in the audit log.
 */
export class ServiceSwitches0000000000140 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [switches, onNoCase(['enter-closure', ...actions])])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    const removed = `DELETE FROM approval_request WHERE action IN (${quoted(actions)})`;
    for (const statement of ['DROP TABLE service_switch', removed, onNoCase(['enter-closure'])])
      await runner.query(statement);
  }
}

const switches = `
  CREATE TABLE service_switch (
    name text NOT NULL CHECK (name IN ('intake-paused', 'read-only')),
    case_number text REFERENCES referendum_case,
    since timestamptz NOT NULL,
    reason_zh_tw text NOT NULL CHECK (length(reason_zh_tw) BETWEEN 1 AND 200),
    reason_en text NOT NULL CHECK (length(reason_en) BETWEEN 1 AND 200),
    UNIQUE NULLS NOT DISTINCT (name, case_number),
    CHECK (case_number IS NULL OR name = 'intake-paused')
  );
  GRANT SELECT ON service_switch TO lianshu_intake, lianshu_checking;
  GRANT INSERT, DELETE ON service_switch TO lianshu_checking`;

/** Those on no case. */
const actions = ['pause-intake', 'resume-intake', 'begin-read-only', 'end-read-only'];

const quoted = (names: readonly string[]): string => names.map((each) => `'${each}'`).join(', ');

/** Requests on no case: those on members, and these. */
const onNoCase = (more: readonly string[]): string => `
  ALTER TABLE approval_request DROP CONSTRAINT approval_request_case;
  ALTER TABLE approval_request ADD CONSTRAINT approval_request_case CHECK ((case_number IS NULL) =
    (action IN (${quoted(['add-member', 'change-member-roles', 'remove-member', ...more])})))`;
