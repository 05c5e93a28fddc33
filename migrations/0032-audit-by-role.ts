import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who may write what into the audit log. Staff's role writes the entries of its own actions beside the chain, so that it can
 * neither hold the chain's lock nor write an event of somebody else; the checking role chains them. The leads' role chains the
 * leads' own actions.
 */
export class AuditByRole0000000000032 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [staffEntry, lock, chain]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(restored);
  }
}

const staffEntry = `
  CREATE TABLE staff_audit_entry (
    position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL CHECK (at = date_trunc('milliseconds', at) AND at BETWEEN '2000-01-01' AND '2999-12-31'),
    actor text NOT NULL CHECK (actor ~ '^staff:[0-9a-f-]{36}$'),
    action text NOT NULL CHECK (action IN ('staff-signed-in', 'approval-requested', 'approval-approved')),
    case_number text CHECK (case_number ~ '^[0-9]{1,10}$'),
    details text NOT NULL CHECK (length(details) <= 1000)
  );
  GRANT INSERT (at, actor, action, case_number, details) ON staff_audit_entry TO lianshu_staff;
  GRANT SELECT, DELETE ON staff_audit_entry TO lianshu_checking;
  ALTER TABLE staff_audit_entry ENABLE ROW LEVEL SECURITY;
  CREATE POLICY staff ON staff_audit_entry FOR INSERT TO lianshu_staff WITH CHECK (true);
  CREATE POLICY checking_read ON staff_audit_entry FOR SELECT TO lianshu_checking USING (true);
  CREATE POLICY checking_chain ON staff_audit_entry FOR DELETE TO lianshu_checking USING (true)`;

/** Advisory locks themselves are taken from every role where the server lets us; these functions have the owner's rights. */
const lock = `
  CREATE FUNCTION lock_audit_log() RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('lianshu audit log', 0));
  END $$;
  CREATE FUNCTION lock_round(given_round uuid) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  BEGIN
    PERFORM pg_advisory_xact_lock(round_lock_key(given_round));
  END $$;
  CREATE FUNCTION try_lock_case(given_case text) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  BEGIN
    RETURN pg_try_advisory_lock(hashtextextended('lianshu step of case ' || given_case, 0));
  END $$;
  CREATE FUNCTION unlock_case(given_case text) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  BEGIN
    RETURN pg_advisory_unlock(hashtextextended('lianshu step of case ' || given_case, 0));
  END $$;
  REVOKE EXECUTE ON FUNCTION lock_audit_log, lock_round, try_lock_case, unlock_case FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION lock_audit_log, lock_round TO lianshu_lead, lianshu_checking;
  GRANT EXECUTE ON FUNCTION try_lock_case, unlock_case TO lianshu_checking`;

const chain = `
  REVOKE INSERT ON audit_event FROM lianshu_staff;
  REVOKE SELECT ON audit_event FROM lianshu_lead;
  GRANT SELECT (seq, hash) ON audit_event TO lianshu_lead;
  GRANT SELECT, INSERT ON audit_event TO lianshu_checking;
  ALTER TABLE audit_event ENABLE ROW LEVEL SECURITY;
  CREATE POLICY staff_read ON audit_event FOR SELECT TO lianshu_staff USING (true);
  CREATE POLICY lead_head ON audit_event FOR SELECT TO lianshu_lead USING (true);
  CREATE POLICY lead_chain ON audit_event FOR INSERT TO lianshu_lead WITH CHECK (actor = 'lead' AND action IN
    ('lead-signed-in', 'round-key-handed-in', 'round-opened', 'submission-prepared', 'round-submitted'));
  CREATE POLICY checking_read ON audit_event FOR SELECT TO lianshu_checking USING (true);
  CREATE POLICY checking_chain ON audit_event FOR INSERT TO lianshu_checking WITH CHECK (true)`;

const restored = `
  DROP POLICY checking_chain ON audit_event;
  DROP POLICY checking_read ON audit_event;
  DROP POLICY lead_chain ON audit_event;
  DROP POLICY lead_head ON audit_event;
  DROP POLICY staff_read ON audit_event;
  ALTER TABLE audit_event DISABLE ROW LEVEL SECURITY;
  REVOKE ALL ON audit_event FROM lianshu_checking;
  GRANT SELECT, INSERT ON audit_event TO lianshu_staff, lianshu_lead;
  DROP FUNCTION unlock_case, try_lock_case, lock_round, lock_audit_log;
  DROP TABLE staff_audit_entry`;
