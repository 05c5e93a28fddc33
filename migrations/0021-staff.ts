import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Members of staff, sessions, used challenges, and requests for two people's approval. */
export class Staff0000000000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [member, session, usedChallenge, approvalRequest, grants])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['approval_request', 'used_challenge', 'session', 'staff_member'])
      await runner.query(`DROP TABLE ${table}`);
  }
}

const member = `
  CREATE TABLE staff_member (
    id uuid PRIMARY KEY,
    name text NOT NULL,
    certificate_digest bytea NOT NULL UNIQUE CHECK (length(certificate_digest) = 32),
    roles text[] NOT NULL CHECK (roles <@ ARRAY['registrar', 'verifier', 'approver', 'auditor']),
    active boolean NOT NULL
  )`;

const session = `
  CREATE TABLE session (
    token_digest bytea PRIMARY KEY CHECK (length(token_digest) = 32),
    case_number text,
    member_id uuid REFERENCES staff_member,
    certificate_digest bytea,
    holder_digest bytea,
    expires_at timestamptz NOT NULL,
    CHECK (num_nonnulls(member_id, certificate_digest, holder_digest) = CASE WHEN case_number IS NULL THEN 3 ELSE 0 END)
  );
  CREATE INDEX session_expires_at ON session (expires_at)`;

/** Only the SHA-256 of a challenge, until it would have expired anyway. */
const usedChallenge = `
  CREATE TABLE used_challenge (
    digest bytea PRIMARY KEY CHECK (length(digest) = 32),
    expires_at timestamptz NOT NULL
  );
  CREATE INDEX used_challenge_expires_at ON used_challenge (expires_at)`;

const approvalRequest = `
  CREATE TABLE approval_request (
    id uuid PRIMARY KEY,
    action text NOT NULL,
    case_number text NOT NULL,
    subject_digest bytea NOT NULL CHECK (length(subject_digest) = 32),
    subject bytea NOT NULL CHECK (sha256(subject) = subject_digest),
    requested_by uuid NOT NULL REFERENCES staff_member,
    requester_certificate_digest bytea NOT NULL,
    requester_holder_digest bytea NOT NULL,
    requested_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    state text NOT NULL CHECK (state IN ('pending', 'approved', 'executed', 'failed')),
    approved_by uuid REFERENCES staff_member,
    approved_at timestamptz,
    approval bytea,
    failure_code text,
    CHECK (approved_by <> requested_by),
    CHECK (num_nonnulls(approved_by, approved_at, approval) = CASE state WHEN 'pending' THEN 0 ELSE 3 END),
    CHECK ((failure_code IS NOT NULL) = (state = 'failed'))
  );
  ALTER TABLE approval_request ALTER COLUMN subject SET STORAGE EXTERNAL`;

/** What was asked for stays as it was: only the columns of the way on can be written. */
const grants = `
  GRANT SELECT, INSERT, UPDATE (name, roles, active) ON staff_member TO lianshu_staff;
  GRANT SELECT, INSERT, DELETE ON session, used_challenge TO lianshu_staff;
  GRANT SELECT, INSERT, UPDATE (state, approved_by, approved_at, approval, failure_code)
    ON approval_request TO lianshu_staff`;
