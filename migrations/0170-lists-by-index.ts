import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Each page of a list that staff ask for is read by an index, however long the list is: cases by number and by state, requests for approval by
 * case and by what waits, events of the audit log by what they can be looked for, decisions by their request.
 */
export class ListsByIndex0000000000170 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const index of indexes) await runner.query(`CREATE INDEX ${index}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    const names = indexes.map((index) => index.slice(0, index.indexOf(' ')));
    await runner.query(`DROP INDEX ${names.join(', ')}`);
  }
}

/** Cases are in the order of their numbers, of which a longer one is the greater. */
const indexes: readonly string[] = [
  `referendum_case_real ON referendum_case (length(number), number) WHERE number NOT LIKE 'R%'`,
  `referendum_case_rehearsal ON referendum_case (length(number), number) WHERE number LIKE 'R%'`,
  'referendum_case_state ON referendum_case (state)',
  'approval_request_case ON approval_request (case_number, id)',
  `approval_request_pending ON approval_request (expires_at) WHERE state = 'pending'`,
  'audit_event_action ON audit_event (action, seq)',
  'audit_event_actor ON audit_event (actor, seq)',
  'audit_event_case ON audit_event (case_number, seq)',
  'audit_event_at ON audit_event (at)',
  'remedy_decision_request ON remedy_decision (id)',
];
