import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Two people can replace a lead's certificates. Those that were replaced are kept: what they signed still stands. That all of the lead's
 * sessions end then is done by the trigger of an earlier migration.
 */
export class LeadCertificates0000000000073 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(up);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      REVOKE UPDATE (lead_signing_certificate, lead_encryption_certificate) ON referendum_case FROM lianshu_checking;
      DROP TABLE replaced_lead_certificate`);
  }
}

const up = `
  CREATE TABLE replaced_lead_certificate (
    case_number text NOT NULL REFERENCES referendum_case,
    signing_certificate bytea NOT NULL,
    encryption_certificate bytea NOT NULL,
    replaced_at timestamptz NOT NULL,
    request uuid NOT NULL,
    PRIMARY KEY (case_number, request)
  );
  GRANT SELECT ON replaced_lead_certificate TO lianshu_staff, lianshu_checking;
  GRANT INSERT ON replaced_lead_certificate TO lianshu_checking;
  GRANT UPDATE (lead_signing_certificate, lead_encryption_certificate) ON referendum_case TO lianshu_checking`;
