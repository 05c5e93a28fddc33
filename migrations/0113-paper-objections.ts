import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Objections to paper rows. A row's verdict says besides whether its number counts otherwise, so that nobody counts twice once what the office found falls;
 * NULL where an earlier version checked it. What an office found falls by an upheld decision alone.
 */
export class PaperObjections0000000000113 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [columns, finding, anew('true', 'true')]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${anew(repeated, repeated)};
      DROP TRIGGER finding_stays ON paper_verdict;
      DROP FUNCTION refuse_change_of_finding;
      ALTER TABLE paper_verdict DROP COLUMN repeats;
      DELETE FROM remedy_decision WHERE page IS NOT NULL;
      ALTER TABLE remedy_decision DROP CONSTRAINT remedy_decision_subject;
      ALTER TABLE remedy_decision DROP COLUMN page, DROP COLUMN line;
      ALTER TABLE remedy_decision ADD CONSTRAINT remedy_decision_check
        CHECK (verdict IS NULL OR (outcome = 'upheld' AND commitment IS NOT NULL))`);
  }
}

const columns = `
  ALTER TABLE paper_verdict ADD COLUMN repeats text CHECK (repeats IN ('none', 'D02', 'D03'));
  GRANT UPDATE (repeats) ON paper_verdict TO lianshu_checking;
  ALTER TABLE remedy_decision
    ADD COLUMN page integer CHECK (page > 0),
    ADD COLUMN line integer CHECK (line > 0),
    DROP CONSTRAINT remedy_decision_check;
  ALTER TABLE remedy_decision ADD CONSTRAINT remedy_decision_subject CHECK (
    num_nulls(page, line) IN (0, 2) AND (page IS NULL OR commitment IS NULL)
    AND (verdict IS NULL OR (outcome = 'upheld' AND num_nulls(commitment, page) = 1)))`;

/** A row policy can't compare what was there with what comes, so a trigger does. */
const finding = `
  CREATE FUNCTION refuse_change_of_finding() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NEW.code IS DISTINCT FROM OLD.code AND (coalesce(NEW.code, 'D02') NOT IN ('D02', 'D03')
      OR (coalesce(OLD.code, 'D02') NOT IN ('D02', 'D03') AND NOT EXISTS (SELECT FROM remedy_decision d
        WHERE d.round_id = OLD.round_id AND d.page = OLD.page AND d.line = OLD.line AND d.verdict = 'counted')))
    THEN RAISE EXCEPTION 'what an office found stays' USING ERRCODE = 'insufficient_privilege'; END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER finding_stays BEFORE UPDATE ON paper_verdict FOR EACH ROW EXECUTE FUNCTION refuse_change_of_finding()`;

const repeated = `(code IS NULL OR code IN ('D02', 'D03'))`;

/** Who may change a verdict with the result or its correction: these rows, to these. */
const anew = (before: string, after: string): string => `
  DROP POLICY checking_anew ON paper_verdict;
  CREATE POLICY checking_anew ON paper_verdict FOR UPDATE TO lianshu_checking
    USING (${before} AND round_id IN
      (SELECT b.round_id FROM verification_batch b WHERE b.phase IN ('answered', 'published')))
    WITH CHECK (${after})`;
