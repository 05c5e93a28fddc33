import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What people ask for about a co-signature (objection, misuse of a card, withdrawal), and what two people decided. A request is one sealed row without
 * a time. Until its round is submitted nobody but the owner sees that there is one: as with sealed records, the intake only hands in, by a
 * function, and row-level security hides the rows from the check's login. Staff's login has no right to either table.
 */
export class Remedies0000000000090 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [tables, filing, destroying, rights]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP FUNCTION destroy_remedies, file_remedy; DROP TABLE remedy_decision, remedy_request',
    );
  }
}

const tables = `
  CREATE TABLE remedy_request (
    round_id uuid NOT NULL,
    id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('objection', 'misuse', 'withdrawal')),
    sealed bytea NOT NULL CHECK (length(sealed) BETWEEN 1 AND 65536),
    PRIMARY KEY (round_id, id)
  );
  CREATE TABLE remedy_decision (
    round_id uuid NOT NULL,
    id uuid NOT NULL,
    outcome text NOT NULL CHECK (outcome IN ('upheld', 'dismissed')),
    reason text NOT NULL,
    decided_at timestamptz NOT NULL,
    approval uuid NOT NULL,
    commitment bytea CHECK (length(commitment) = 32),
    verdict text CHECK (verdict = 'counted' OR verdict ~ '^[A-Z][0-9]{2}$'),
    PRIMARY KEY (round_id, id),
    CHECK (verdict IS NULL OR (outcome = 'upheld' AND commitment IS NOT NULL))
  )`;

/** A report of misuse is taken for every round that has opened; an objection only to a published result. */
const filing = `
  CREATE FUNCTION file_remedy(given_round uuid, given_id uuid, given_kind text, given_sealed bytea) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  BEGIN
    IF NOT EXISTS (SELECT FROM round WHERE id = given_round AND opened_on IS NOT NULL) THEN RETURN false; END IF;
    IF given_kind = 'objection' AND NOT EXISTS
      (SELECT FROM verification_batch WHERE round_id = given_round AND phase = 'published') THEN RETURN false; END IF;
    INSERT INTO remedy_request VALUES (given_round, given_id, given_kind, given_sealed);
    RETURN true;
  END $$;
  REVOKE EXECUTE ON FUNCTION file_remedy FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION file_remedy TO lianshu_intake, lianshu_lead`;

/** With the records of a case, and not before: \`destroy_records\` has seen that they were due. */
const destroying = `
  CREATE FUNCTION destroy_remedies(given_case text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  BEGIN
    IF NOT EXISTS (SELECT FROM purge_note WHERE case_number = given_case) OR EXISTS (SELECT FROM sealed_record
      WHERE round_id IN (SELECT id FROM round WHERE case_number = given_case))
    THEN RAISE EXCEPTION 'the records are there' USING ERRCODE = 'insufficient_privilege'; END IF;
    DELETE FROM remedy_request WHERE round_id IN (SELECT id FROM round WHERE case_number = given_case);
  END $$;
  REVOKE EXECUTE ON FUNCTION destroy_remedies FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION destroy_remedies TO lianshu_checking`;

const rights = `
  ALTER TABLE remedy_request ENABLE ROW LEVEL SECURITY;
  ALTER TABLE remedy_decision ENABLE ROW LEVEL SECURITY;
  GRANT SELECT ON remedy_request TO lianshu_checking;
  GRANT SELECT, INSERT ON remedy_decision TO lianshu_checking;
  CREATE POLICY after_submission ON remedy_request FOR SELECT TO lianshu_checking
    USING (round_id IN (SELECT id FROM round WHERE submitted_at IS NOT NULL));
  CREATE POLICY checking_read ON remedy_decision FOR SELECT TO lianshu_checking USING (true);
  CREATE POLICY checking_write ON remedy_decision FOR INSERT TO lianshu_checking
    WITH CHECK (round_id IN (SELECT id FROM round WHERE submitted_at IS NOT NULL))`;
