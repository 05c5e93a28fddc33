import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a round is bound to from its opening on, and every public key that the intake has ever signed with. Neither is ever changed. A
 * round that was opened before this migration has no binding: no server takes co-signatures for it.
 */
export class RoundBinding0000000000023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [columns, view, intakeKey]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE intake_key');
    await runner.query('DROP FUNCTION refuse_intake_key_change');
    await runner.query('DROP VIEW open_round');
    await runner.query(viewBefore);
    await runner.query(
      'ALTER TABLE round DROP COLUMN origin, DROP COLUMN certificate_policy_digest, DROP COLUMN holder_tag_key_check',
    );
  }
}

const columns = `
  ALTER TABLE round
    ADD COLUMN origin text,
    ADD COLUMN certificate_policy_digest bytea CHECK (length(certificate_policy_digest) = 32),
    ADD COLUMN holder_tag_key_check bytea CHECK (length(holder_tag_key_check) = 32),
    ADD CONSTRAINT round_binding_whole
      CHECK (num_nulls(origin, certificate_policy_digest, holder_tag_key_check) IN (0, 3)),
    ADD CONSTRAINT round_opened_is_bound CHECK (opened_on IS NULL OR origin IS NOT NULL) NOT VALID;
  GRANT SELECT (origin, certificate_policy_digest, holder_tag_key_check) ON round TO lianshu_staff;
  GRANT UPDATE (origin, certificate_policy_digest, holder_tag_key_check) ON round TO lianshu_lead`;

const viewBefore = `
  CREATE VIEW open_round WITH (security_invoker = true) AS
  SELECT r.id, r.case_number, r.ordinal, c.main_text, c.document_digest, r.public_key, r.first_day, r.last_day
  FROM round r JOIN referendum_case c ON c.number = r.case_number WHERE r.collecting;
  GRANT SELECT ON open_round TO lianshu_intake`;

const view = `
  DROP VIEW open_round;
  CREATE VIEW open_round WITH (security_invoker = true) AS
  SELECT r.id, r.case_number, r.ordinal, c.main_text, c.document_digest, r.public_key, r.first_day, r.last_day,
    r.origin, r.certificate_policy_digest, r.holder_tag_key_check
  FROM round r JOIN referendum_case c ON c.number = r.case_number WHERE r.collecting AND r.origin IS NOT NULL;
  GRANT SELECT ON open_round TO lianshu_intake`;

/**
 * The first key is the one of the server that starts first: of two that start at once with different keys, one is refused. A further key
 * is added by the owner alone.
 */
const intakeKey = `
  CREATE TABLE intake_key (
    public_key bytea PRIMARY KEY,
    first boolean NOT NULL,
    added_at timestamptz NOT NULL
  );
  CREATE UNIQUE INDEX intake_key_first ON intake_key (first) WHERE first;
  CREATE FUNCTION refuse_intake_key_change() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'intake keys are kept for ever';
  END $$;
  CREATE TRIGGER intake_key_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON intake_key
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_intake_key_change();
  ALTER TABLE intake_key ENABLE ROW LEVEL SECURITY;
  CREATE POLICY readers ON intake_key FOR SELECT TO lianshu_intake, lianshu_lead, lianshu_staff USING (true);
  CREATE POLICY first_key ON intake_key FOR INSERT TO lianshu_intake WITH CHECK (first);
  GRANT SELECT ON intake_key TO lianshu_intake, lianshu_lead, lianshu_staff;
  GRANT INSERT ON intake_key TO lianshu_intake`;
