import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Leads' sessions in a table of their own, which the leads' role alone can reach: whoever has staff's login can't give themselves
 * a lead's session and read the progress. Rows are deleted once they have expired, and not before.
 */
export class SessionsApart0000000000031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [leadSession, staffSession, deletedOnceExpired]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(restored);
  }
}

const leadSession = `
  CREATE TABLE lead_session (
    token_digest bytea PRIMARY KEY CHECK (length(token_digest) = 32),
    case_number text NOT NULL,
    expires_at timestamptz NOT NULL
  );
  CREATE INDEX lead_session_expires_at ON lead_session (expires_at);
  INSERT INTO lead_session SELECT token_digest, case_number, expires_at FROM session WHERE case_number IS NOT NULL;
  GRANT SELECT, INSERT, DELETE ON lead_session TO lianshu_lead`;

const staffSession = `
  DELETE FROM session WHERE case_number IS NOT NULL;
  ALTER TABLE session DROP COLUMN case_number;
  ALTER TABLE session ALTER COLUMN member_id SET NOT NULL;
  ALTER TABLE session ALTER COLUMN certificate_digest SET NOT NULL;
  ALTER TABLE session ALTER COLUMN holder_digest SET NOT NULL`;

const tables = [
  ['lead_session', 'lianshu_lead'],
  ['session', 'lianshu_staff'],
  ['used_challenge', 'lianshu_staff'],
] as const;

/** A session's row that can't be removed can't be replaced by one that says more; a used challenge stays used. */
const deletedOnceExpired = tables
  .map(
    ([table, role]) => `
  ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
  CREATE POLICY read ON ${table} FOR SELECT TO ${role} USING (true);
  CREATE POLICY add ON ${table} FOR INSERT TO ${role} WITH CHECK (true);
  CREATE POLICY expired ON ${table} FOR DELETE TO ${role} USING (expires_at <= now());`,
  )
  .join('');

const restored = `
  ALTER TABLE session ADD COLUMN case_number text;
  ALTER TABLE session ALTER COLUMN member_id DROP NOT NULL;
  ALTER TABLE session ALTER COLUMN certificate_digest DROP NOT NULL;
  ALTER TABLE session ALTER COLUMN holder_digest DROP NOT NULL;
  INSERT INTO session (token_digest, case_number, expires_at) SELECT token_digest, case_number, expires_at FROM lead_session;
  ALTER TABLE session ADD CHECK
    (num_nonnulls(member_id, certificate_digest, holder_digest) = CASE WHEN case_number IS NULL THEN 3 ELSE 0 END);
  DROP TABLE lead_session;
  ${(['session', 'used_challenge'] as const)
    .map(
      (table) => `
  DROP POLICY read ON ${table};
  DROP POLICY add ON ${table};
  DROP POLICY expired ON ${table};
  ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY;`,
    )
    .join('')}`;
