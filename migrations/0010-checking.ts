import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The check of submitted rounds: verdicts, the roster's order, files as they were sent and received, results. No column
 * holds a number of a person or anything derived from one; what does is sealed. Every key begins with the round, so that a
 * distributed PostgreSQL can shard by it.
 */
export class Checking0000000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [tables, grants, policies]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE purge_note, exchange_file, roster_row, verdict, verification_batch');
  }
}

const tables = `
  CREATE TABLE verification_batch (
    round_id uuid PRIMARY KEY,
    id uuid NOT NULL,
    case_number text NOT NULL,
    round smallint NOT NULL CHECK (round IN (1, 2)),
    submitted_on date NOT NULL,
    phase text NOT NULL CHECK (phase IN ('judging', 'judged', 'sent', 'answered', 'published')),
    records integer NOT NULL CHECK (records >= 0),
    judged integer NOT NULL CHECK (judged BETWEEN 0 AND records),
    cursor bytea,
    result bytea,
    struck_out_list bytea,
    result_signature bytea,
    CHECK (phase IN ('judging', 'judged', 'sent') OR num_nulls(result, struck_out_list) = 0),
    CHECK ((phase = 'published') = (result_signature IS NOT NULL))
  );
  CREATE INDEX verification_batch_case ON verification_batch (case_number);
  CREATE TABLE verdict (
    round_id uuid NOT NULL,
    commitment bytea NOT NULL CHECK (length(commitment) = 32),
    code text CHECK (code ~ '^[A-Z][0-9]{2}$'),
    PRIMARY KEY (round_id, commitment)
  );
  CREATE INDEX verdict_commitment ON verdict (commitment);
  CREATE TABLE roster_row (
    round_id uuid NOT NULL,
    seq integer NOT NULL CHECK (seq > 0),
    commitment bytea NOT NULL,
    PRIMARY KEY (round_id, seq),
    UNIQUE (round_id, commitment)
  );
  CREATE TABLE exchange_file (
    round_id uuid NOT NULL,
    direction text NOT NULL CHECK (direction IN ('roster', 'answer')),
    name text NOT NULL,
    sealed bytea NOT NULL,
    PRIMARY KEY (round_id, direction, name)
  );
  CREATE TABLE purge_note (
    case_number text PRIMARY KEY,
    note bytea NOT NULL
  )`;

/** The note of a purge is written once and never changed. */
const grants = `
  GRANT SELECT, INSERT, UPDATE, DELETE ON verification_batch, verdict, roster_row, exchange_file TO lianshu_staff;
  GRANT SELECT, INSERT ON purge_note TO lianshu_staff;
  GRANT SELECT ON verification_batch TO lianshu_lead;
  GRANT SELECT (round_id, case_number, round, phase, result, result_signature) ON verification_batch TO lianshu_intake;
  GRANT SELECT ON verdict TO lianshu_intake`;

/** Until two people have confirmed the result, only staff see what the check finds (FORUM). */
const policies = `
  ALTER TABLE verification_batch ENABLE ROW LEVEL SECURITY;
  ALTER TABLE verdict ENABLE ROW LEVEL SECURITY;
  CREATE POLICY staff ON verification_batch TO lianshu_staff USING (true) WITH CHECK (true);
  CREATE POLICY staff ON verdict TO lianshu_staff USING (true) WITH CHECK (true);
  CREATE POLICY published ON verification_batch FOR SELECT TO lianshu_intake, lianshu_lead
    USING (phase = 'published');
  CREATE POLICY published ON verdict FOR SELECT TO lianshu_intake
    USING (round_id IN (SELECT b.round_id FROM verification_batch b WHERE b.phase = 'published'))`;
