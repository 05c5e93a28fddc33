import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The platform that a request was made on: it stands in the statement that the approver signs. */
export class ApprovalOrigin0000000000041 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(column);
    await runner.query(oneLine);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE approval_request DROP COLUMN origin, DROP CONSTRAINT approval_request_action',
    );
  }
}

/** Requests from before are over by now: they can't be approved any more. */
const column = `
  ALTER TABLE approval_request ADD COLUMN origin text NOT NULL DEFAULT 'https://before.invalid';
  ALTER TABLE approval_request ALTER COLUMN origin DROP DEFAULT`;

/** Both stand in the statement, a line each: whoever writes a row can't break its lines. */
const oneLine = `
  ALTER TABLE approval_request
    ADD CONSTRAINT approval_request_origin CHECK (origin ~ '^https?://[!-~]+$'),
    ADD CONSTRAINT approval_request_action CHECK (action ~ '^[a-z][a-z-]*$')`;
