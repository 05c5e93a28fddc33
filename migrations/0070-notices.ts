import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The days of notices, and the last day on which an access code can be issued: a case without a code lapses, and a supplement ends,
 * though no round of it exists (REG 4, REG 8, RULES 9). Where no notice was entered before, its days run from this migration, so that
 * nobody loses any.
 */
export class Notices0000000000070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [columns, fromNow, rights, onlyLater]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(restored);
  }
}

const columns = `
  ALTER TABLE referendum_case
    ADD COLUMN noticed_on date,
    ADD COLUMN code_due_on date,
    ADD COLUMN supplement_noticed_on date,
    ADD COLUMN state_since date`;

const fromNow = `
  UPDATE referendum_case SET code_due_on = (now() AT TIME ZONE 'Asia/Taipei')::date + 10 WHERE state = 'registered';
  UPDATE referendum_case SET code_due_on = (now() AT TIME ZONE 'Asia/Taipei')::date + 30,
    supplement_noticed_on = (now() AT TIME ZONE 'Asia/Taipei')::date WHERE state = 'supplement-due'`;

const rights = `
  GRANT UPDATE (code_due_on, supplement_noticed_on, state_since) ON referendum_case TO lianshu_checking;
  GRANT UPDATE (state_since) ON referendum_case TO lianshu_lead;
  GRANT UPDATE (last_day) ON round TO lianshu_checking`;

/** A last day moves to a later day, or not at all, whoever writes it. Since when a state holds is written with the step into it. */
const onlyLater = `
  CREATE FUNCTION refuse_earlier_last_day() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF (to_jsonb(NEW) ->> TG_ARGV[0])::date IS NULL
      OR (to_jsonb(NEW) ->> TG_ARGV[0])::date < (to_jsonb(OLD) ->> TG_ARGV[0])::date
    THEN RAISE EXCEPTION 'a last day only moves later' USING ERRCODE = 'integrity_constraint_violation'; END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER last_day_only_later BEFORE UPDATE OF last_day ON round
    FOR EACH ROW WHEN (NEW.last_day IS DISTINCT FROM OLD.last_day) EXECUTE FUNCTION refuse_earlier_last_day('last_day');
  CREATE TRIGGER code_due_only_later BEFORE UPDATE OF code_due_on ON referendum_case
    FOR EACH ROW WHEN (OLD.code_due_on IS NOT NULL AND NEW.code_due_on IS DISTINCT FROM OLD.code_due_on)
    EXECUTE FUNCTION refuse_earlier_last_day('code_due_on');
  CREATE FUNCTION refuse_since_without_step() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'a state begins with its step' USING ERRCODE = 'integrity_constraint_violation';
  END $$;
  CREATE TRIGGER since_with_state BEFORE UPDATE OF state_since ON referendum_case
    FOR EACH ROW WHEN (NEW.state = OLD.state AND NEW.state_since IS DISTINCT FROM OLD.state_since)
    EXECUTE FUNCTION refuse_since_without_step()`;

const restored = `
  DROP TRIGGER since_with_state ON referendum_case;
  DROP FUNCTION refuse_since_without_step;
  DROP TRIGGER code_due_only_later ON referendum_case;
  DROP TRIGGER last_day_only_later ON round;
  DROP FUNCTION refuse_earlier_last_day;
  REVOKE UPDATE (last_day) ON round FROM lianshu_checking;
  ALTER TABLE referendum_case
    DROP COLUMN noticed_on, DROP COLUMN code_due_on, DROP COLUMN supplement_noticed_on, DROP COLUMN state_since`;
