import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What shows that the audit log was rewritten, even by the owner: checkpoints that the platform's key signs each hour, and what people's
 * cards have signed. Both are added to, and that is all.
 */
export class AuditCheckpoints0000000000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [signedData, earlierSignedData, checkpoint, inOrder, rights])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE audit_checkpoint, audit_signed_data');
    await runner.query('DROP FUNCTION refuse_checkpoint_out_of_order');
  }
}

/** Beside the log, because certificates name people; the log has the digests. */
const signedData = `
  CREATE TABLE audit_signed_data (
    sha256 bytea PRIMARY KEY,
    signed_data bytea NOT NULL CHECK (length(signed_data) BETWEEN 1 AND 65536),
    CHECK (sha256 = sha256(signed_data))
  );
  CREATE TRIGGER audit_signed_data_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_signed_data
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change()`;

/** Events from before name no SignedData, or by another name; what was signed for them is kept all the same. */
const earlierSignedData = `
  INSERT INTO audit_signed_data SELECT DISTINCT ON (sha256(d)) sha256(d), d FROM (
    SELECT approval FROM approval_request UNION ALL SELECT key_statement FROM round
    UNION ALL SELECT submission_statement FROM round) AS signed (d)
  WHERE length(d) BETWEEN 1 AND 65536`;

const checkpoint = `
  CREATE TABLE audit_checkpoint (
    number integer PRIMARY KEY CHECK (number > 0),
    events integer NOT NULL CHECK (events >= 0),
    issued_at timestamptz NOT NULL CHECK (issued_at = date_trunc('seconds', issued_at)),
    jws text NOT NULL CHECK (length(jws) <= 2048)
  );
  CREATE UNIQUE INDEX audit_checkpoint_hour ON audit_checkpoint (date_trunc('hour', issued_at AT TIME ZONE 'UTC'));
  CREATE TRIGGER audit_checkpoint_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_checkpoint
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change()`;

/**
 * One after another, and none of the future: whoever has the checking role's login could otherwise take the place of all that are to
 * come. One that another process has signed already is passed over.
 */
const inOrder = `
  CREATE FUNCTION refuse_checkpoint_out_of_order() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  DECLARE
    last record;
  BEGIN
    SELECT number, events, issued_at INTO last FROM audit_checkpoint ORDER BY number DESC LIMIT 1;
    IF FOUND AND NEW.number <= last.number THEN RETURN NULL; END IF;
    IF NEW.number <> coalesce(last.number, 0) + 1 OR NEW.events < coalesce(last.events, 0)
      OR NEW.issued_at <= coalesce(last.issued_at, '-infinity')
      OR (NEW.issued_at > now() + interval '10 minutes' AND NOT EXISTS (SELECT FROM given_days))
    THEN RAISE EXCEPTION 'a checkpoint out of order' USING ERRCODE = 'integrity_constraint_violation'; END IF;
    RETURN NEW;
  END $$;
  REVOKE EXECUTE ON FUNCTION refuse_checkpoint_out_of_order FROM PUBLIC;
  CREATE TRIGGER audit_checkpoint_in_order BEFORE INSERT ON audit_checkpoint
    FOR EACH ROW EXECUTE FUNCTION refuse_checkpoint_out_of_order()`;

/** Who appends an event keeps what was signed for it, and can't read that. Anybody may read checkpoints. */
const rights = `
  GRANT INSERT ON audit_signed_data TO lianshu_staff, lianshu_lead;
  GRANT SELECT ON audit_signed_data TO lianshu_checking;
  GRANT SELECT, INSERT ON audit_checkpoint TO lianshu_checking;
  GRANT SELECT ON audit_checkpoint TO lianshu_intake`;
