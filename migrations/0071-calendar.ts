import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The days that two people enter: closures of the offices, announcements, lawsuits. None of them is ever taken back. The database
 * destroys no record of a case that is in court, that was determined and not announced, or whose two years from the announcement are not over.
 */
export class Calendar0000000000071 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [closures, announcement, holds, onNoCase(['enter-closure']), destroyWhenDue])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of [destroyBefore, restored, onNoCase([])]) await runner.query(statement);
  }
}

const closures = `
  CREATE TABLE office_closure (
    day date NOT NULL,
    kind text NOT NULL CHECK (kind IN ('natural-disaster', 'holiday')),
    reference text NOT NULL CHECK (length(reference) BETWEEN 1 AND 200),
    area text CHECK (length(area) BETWEEN 1 AND 100),
    entered_on date NOT NULL,
    PRIMARY KEY (day, kind)
  );
  GRANT SELECT ON office_closure TO lianshu_intake, lianshu_lead, lianshu_staff, lianshu_checking;
  GRANT INSERT ON office_closure TO lianshu_checking`;

const announcement = `
  ALTER TABLE referendum_case ADD COLUMN announced_on date;
  GRANT UPDATE (announced_on) ON referendum_case TO lianshu_checking;
  CREATE FUNCTION refuse_second_announcement() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'the announcement is entered once' USING ERRCODE = 'integrity_constraint_violation';
  END $$;
  CREATE TRIGGER announced_once BEFORE UPDATE OF announced_on ON referendum_case
    FOR EACH ROW WHEN (OLD.announced_on IS NOT NULL AND NEW.announced_on IS DISTINCT FROM OLD.announced_on)
    EXECUTE FUNCTION refuse_second_announcement()`;

const holds = `
  CREATE TABLE litigation_hold (
    case_number text NOT NULL REFERENCES referendum_case,
    position integer NOT NULL CHECK (position > 0),
    reference text NOT NULL CHECK (length(reference) BETWEEN 1 AND 200),
    entered_on date NOT NULL,
    final_ruling_on date,
    PRIMARY KEY (case_number, position)
  );
  CREATE UNIQUE INDEX litigation_hold_open ON litigation_hold (case_number) WHERE final_ruling_on IS NULL;
  GRANT SELECT ON litigation_hold TO lianshu_staff, lianshu_checking;
  GRANT INSERT, UPDATE (final_ruling_on) ON litigation_hold TO lianshu_checking;
  CREATE FUNCTION refuse_second_ruling() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'a final ruling is entered once' USING ERRCODE = 'integrity_constraint_violation';
  END $$;
  CREATE TRIGGER ruling_once BEFORE UPDATE ON litigation_hold
    FOR EACH ROW WHEN (OLD.final_ruling_on IS NOT NULL) EXECUTE FUNCTION refuse_second_ruling()`;

/** Requests on no case: those on members, and these. */
const onNoCase = (more: readonly string[]): string => `
  ALTER TABLE approval_request DROP CONSTRAINT approval_request_case;
  ALTER TABLE approval_request ADD CONSTRAINT approval_request_case CHECK ((case_number IS NULL) =
    (action IN (${['add-member', 'change-member-roles', 'remove-member', ...more].map((each) => `'${each}'`).join(', ')})))`;

/** `more`: when records are kept longer than by the day stored at the closing. */
const destroyFunction = (more: string): string => `
  CREATE OR REPLACE FUNCTION destroy_records(given_case text, given_day date, given_kept_until date DEFAULT NULL) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  DECLARE
    closed referendum_case;
    kept_until date;
    today date := (now() AT TIME ZONE 'Asia/Taipei')::date;
  BEGIN
    SELECT * INTO closed FROM referendum_case WHERE number = given_case
      AND state IN ('not-accepted', 'established', 'not-established', 'lapsed', 'stopped') FOR UPDATE;
    IF NOT FOUND THEN RAISE EXCEPTION 'the case is not closed' USING ERRCODE = 'insufficient_privilege'; END IF;
    kept_until := coalesce(closed.records_kept_until, given_kept_until);${more}
    IF EXISTS (SELECT FROM given_days) THEN today := given_day; END IF;
    IF kept_until IS NULL OR given_day > today OR today <= kept_until
    THEN RAISE EXCEPTION 'the records are not due' USING ERRCODE = 'insufficient_privilege'; END IF;
    DELETE FROM sealed_record WHERE round_id IN (SELECT id FROM round WHERE case_number = given_case);
  END $$`;

const destroyWhenDue = destroyFunction(`
    IF closed.announced_on IS NULL AND closed.state IN ('established', 'not-established')
    THEN RAISE EXCEPTION 'the case is not announced' USING ERRCODE = 'insufficient_privilege'; END IF;
    IF EXISTS (SELECT FROM litigation_hold WHERE case_number = given_case AND final_ruling_on IS NULL)
    THEN RAISE EXCEPTION 'the case is in court' USING ERRCODE = 'insufficient_privilege'; END IF;
    kept_until := greatest(kept_until, (closed.announced_on + interval '2 years')::date,
      (SELECT max(final_ruling_on) + interval '3 months' FROM litigation_hold WHERE case_number = given_case)::date);`);

const destroyBefore = destroyFunction('');

const restored = `
  DROP TABLE litigation_hold;
  DROP FUNCTION refuse_second_ruling;
  DROP TRIGGER announced_once ON referendum_case;
  DROP FUNCTION refuse_second_announcement;
  ALTER TABLE referendum_case DROP COLUMN announced_on;
  DROP TABLE office_closure;
  DELETE FROM approval_request WHERE action = 'enter-closure'`;
