import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A rehearsal (演練) has a number with an `R`, and is a case like any other for the rest. There is no way back while there is one. */
export class Rehearsals0000000000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(numbered('^(?:[0-9]{1,10}|R[1-9][0-9]{0,8})$'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(numbered('^[0-9]{1,10}$'));
  }
}

/** Wherever a number of a case is checked: the case itself, and what staff's role enters of its own actions. */
const numbered = (form: string): string => `
  ALTER TABLE referendum_case
    DROP CONSTRAINT referendum_case_number_check,
    ADD CONSTRAINT referendum_case_number_check CHECK (number ~ '${form}');
  ALTER TABLE staff_audit_entry
    DROP CONSTRAINT staff_audit_entry_case_number_check,
    ADD CONSTRAINT staff_audit_entry_case_number_check CHECK (case_number ~ '${form}')`;
