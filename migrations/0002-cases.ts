import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Cases and their rounds. Staff enter and move cases; only the lead's role can write a round's keys and submission. Staff can't see
 * when a lead last prepared a submission (`held_until`).
 */
export class Cases0000000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(referendumCase);
    await runner.query(round);
    await runner.query(grants);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE round');
    await runner.query('DROP TABLE referendum_case');
  }
}

const referendumCase = `
  CREATE TABLE referendum_case (
    number text PRIMARY KEY CHECK (number ~ '^[0-9]{1,10}$'),
    main_text text NOT NULL,
    reason text NOT NULL,
    document_digest bytea NOT NULL CHECK (length(document_digest) = 32),
    lead_signing_certificate bytea NOT NULL,
    lead_encryption_certificate bytea NOT NULL,
    elector_total integer NOT NULL CHECK (elector_total > 0),
    threshold integer NOT NULL CHECK (threshold > 0),
    registered_on date NOT NULL,
    state text NOT NULL CHECK (state IN ('registered', 'code-issued', 'collecting', 'submitted', 'not-accepted',
      'checking', 'supplement-due', 'established', 'not-established', 'lapsed', 'stopped'))
  )`;

const round = `
  CREATE TABLE round (
    id uuid PRIMARY KEY,
    case_number text NOT NULL REFERENCES referendum_case,
    ordinal smallint NOT NULL CHECK (ordinal IN (1, 2)),
    access_code_digest bytea NOT NULL UNIQUE CHECK (length(access_code_digest) = 32),
    code_issued_on date NOT NULL,
    first_day date NOT NULL,
    last_day date NOT NULL,
    collecting boolean NOT NULL DEFAULT false,
    public_key bytea,
    wrapped_key bytea,
    key_statement bytea,
    opened_on date,
    held_until timestamptz,
    submitted_at timestamptz,
    submission_statement bytea,
    submission_wrapped_key bytea,
    submitted_count integer,
    submitted_root bytea,
    UNIQUE (case_number, ordinal),
    CHECK (first_day <= last_day),
    CHECK (num_nulls(public_key, wrapped_key, key_statement) IN (0, 3)),
    CHECK (num_nulls(submitted_at, submission_statement, submission_wrapped_key, submitted_count, submitted_root)
      IN (0, 5)),
    CHECK (NOT collecting OR (opened_on IS NOT NULL AND submitted_at IS NULL))
  )`;

const grants = `
  GRANT SELECT ON referendum_case TO lianshu_intake, lianshu_lead, lianshu_staff;
  GRANT SELECT ON round TO lianshu_intake, lianshu_lead;
  GRANT SELECT (id, case_number, ordinal, access_code_digest, code_issued_on, first_day, last_day, collecting, public_key,
    wrapped_key, key_statement, opened_on, submitted_at, submission_statement, submission_wrapped_key, submitted_count,
    submitted_root) ON round TO lianshu_staff;
  GRANT INSERT, UPDATE (state) ON referendum_case TO lianshu_staff;
  GRANT INSERT (id, case_number, ordinal, access_code_digest, code_issued_on, first_day, last_day, collecting),
    UPDATE (collecting, access_code_digest) ON round TO lianshu_staff;
  GRANT UPDATE (state) ON referendum_case TO lianshu_lead;
  GRANT UPDATE (collecting, public_key, wrapped_key, key_statement, opened_on, held_until, submitted_at,
    submission_statement, submission_wrapped_key, submitted_count, submitted_root) ON round TO lianshu_lead`;
