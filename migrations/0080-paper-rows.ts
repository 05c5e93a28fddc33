import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Paper rows of submitted rounds: the two entries, sealed in parts to the commission, how they differ, and the verdicts. No column holds a
 * number of a person or anything derived from one; what does is sealed. Every key begins with the round.
 */
export class PaperRows0000000000080 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [tables, batch, rights, destroy]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION destroy_paper_rows');
    await runner.query('ALTER TABLE verification_batch DROP COLUMN paper_rows, DROP COLUMN paper_sha256');
    await runner.query('DROP TABLE paper_verdict, paper_difference, paper_part, paper_entry');
  }
}

const tables = `
  CREATE TABLE paper_entry (
    round_id uuid NOT NULL,
    name text NOT NULL CHECK (name IN ('first', 'second')),
    id uuid NOT NULL,
    member_id uuid NOT NULL,
    holder_digest bytea NOT NULL,
    rows integer NOT NULL CHECK (rows > 0),
    sha256 bytea NOT NULL CHECK (length(sha256) = 32),
    entered_at timestamptz NOT NULL,
    PRIMARY KEY (round_id, name)
  );
  CREATE TABLE paper_part (
    round_id uuid NOT NULL,
    file_id uuid NOT NULL,
    part integer NOT NULL CHECK (part >= 0),
    first_page integer NOT NULL CHECK (first_page > 0),
    first_line integer NOT NULL CHECK (first_line > 0),
    sealed bytea NOT NULL,
    PRIMARY KEY (round_id, file_id, part)
  );
  CREATE TABLE paper_difference (
    round_id uuid NOT NULL,
    page integer NOT NULL CHECK (page > 0),
    line integer NOT NULL CHECK (line > 0),
    kind text NOT NULL CHECK (kind IN ('number', 'code', 'number-and-code', 'not-in-first', 'not-in-second')),
    settled_as text CHECK (settled_as IN ('first', 'second', 'other')),
    sealed bytea,
    settled_by uuid,
    settled_at timestamptz,
    PRIMARY KEY (round_id, page, line),
    CHECK (num_nulls(settled_as, settled_by, settled_at) IN (0, 3)),
    CHECK ((sealed IS NOT NULL) = (settled_as IS NOT NULL AND settled_as = 'other'))
  );
  CREATE TABLE paper_verdict (
    round_id uuid NOT NULL,
    page integer NOT NULL CHECK (page > 0),
    line integer NOT NULL CHECK (line > 0),
    code text CHECK (code IN ('D02', 'D03', 'R01', 'R02', 'R03', 'R04', 'R05', 'P01', 'P02', 'P03')),
    PRIMARY KEY (round_id, page, line)
  );
  ALTER TABLE paper_part ALTER COLUMN sealed SET STORAGE EXTERNAL`;

/** What two people closed with the start of the check. Batches of an earlier version have no paper rows. */
const batch = `
  ALTER TABLE verification_batch
    ADD COLUMN paper_rows integer NOT NULL DEFAULT 0 CHECK (paper_rows >= 0),
    ADD COLUMN paper_sha256 bytea CHECK (length(paper_sha256) = 32)`;

/** Rounds that were submitted, and whose check has not begun. */
const open = `SELECT r.id FROM round r JOIN referendum_case c ON c.number = r.case_number
      WHERE r.submitted_at IS NOT NULL AND c.state = 'submitted'
      AND r.id NOT IN (SELECT b.round_id FROM verification_batch b)`;

/**
 * Nothing is there before the submission. What was entered can be replaced until the check begins; from then on it stays as two people
 * closed it, until a closed case is purged. The intake, leads and staff's own login see nothing of it.
 */
const rights = `
  ${['paper_entry', 'paper_part', 'paper_difference']
    .map(
      (table) => `
  ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
  GRANT SELECT, INSERT, DELETE ON ${table} TO lianshu_checking;
  CREATE POLICY checking_read ON ${table} FOR SELECT TO lianshu_checking
    USING (round_id IN (SELECT id FROM round WHERE submitted_at IS NOT NULL));
  CREATE POLICY checking_enter ON ${table} FOR INSERT TO lianshu_checking WITH CHECK (round_id IN (${open}));
  CREATE POLICY checking_remove ON ${table} FOR DELETE TO lianshu_checking
    USING (round_id IN (${open}));`,
    )
    .join('')}
  GRANT UPDATE (settled_as, sealed, settled_by, settled_at) ON paper_difference TO lianshu_checking;
  CREATE POLICY checking_settle ON paper_difference FOR UPDATE TO lianshu_checking USING (round_id IN (${open}));
  ALTER TABLE paper_verdict ENABLE ROW LEVEL SECURITY;
  GRANT SELECT, INSERT ON paper_verdict TO lianshu_checking;
  CREATE POLICY checking_read ON paper_verdict FOR SELECT TO lianshu_checking USING (true);
  CREATE POLICY checking_add ON paper_verdict FOR INSERT TO lianshu_checking
    WITH CHECK (round_id IN (SELECT b.round_id FROM verification_batch b WHERE b.phase = 'judged'))`;

/** Whatever keeps sealed records keeps paper rows: this asks the one function that may destroy those, which raises where they are not due. */
const destroy = `
  CREATE FUNCTION destroy_paper_rows(given_case text, given_day date, given_kept_until date DEFAULT NULL) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  BEGIN
    PERFORM destroy_records(given_case, given_day, given_kept_until);
    ${['paper_part', 'paper_difference', 'paper_entry', 'paper_verdict']
      .map(
        (table) =>
          `DELETE FROM ${table} WHERE round_id IN (SELECT id FROM round WHERE case_number = given_case);`,
      )
      .join('\n    ')}
  END $$;
  COMMENT ON FUNCTION destroy_paper_rows IS 'Destroys the paper rows of a closed case, once its records are due';
  REVOKE EXECUTE ON FUNCTION destroy_paper_rows FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION destroy_paper_rows TO lianshu_checking`;
