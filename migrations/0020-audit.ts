import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The audit log: rows are added at the end, and that is all; a trigger says so even to the tables' owner. */
export class Audit0000000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [table, appendOnly, grants]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE audit_event');
    await runner.query('DROP FUNCTION refuse_audit_change');
  }
}

/** `previous` is unique, so that the chain can't fork, whoever appends. */
const table = `
  CREATE TABLE audit_event (
    seq integer PRIMARY KEY CHECK (seq > 0),
    at timestamptz NOT NULL CHECK (at = date_trunc('milliseconds', at)),
    actor text NOT NULL,
    action text NOT NULL,
    case_number text,
    details text NOT NULL,
    previous bytea NOT NULL UNIQUE CHECK (length(previous) = 32),
    hash bytea NOT NULL UNIQUE CHECK (length(hash) = 32)
  )`;

const appendOnly = `
  CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'the audit log is append-only';
  END $$;
  CREATE TRIGGER audit_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_event
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change()`;

const grants = 'GRANT SELECT, INSERT ON audit_event TO lianshu_staff, lianshu_lead';
