import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A member's session keeps the certificate that was signed in with, sealed, so that it is judged again at each request. Whoever has signed in before signs in again. */
export class SessionCertificates0000000000163 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM session');
    await runner.query('ALTER TABLE session ADD COLUMN sealed_certificate bytea NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE session DROP COLUMN sealed_certificate');
  }
}
