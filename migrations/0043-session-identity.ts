import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A session has an identifier that opens nothing, and can be ended by its holder. It stays as a row until it has expired, so that it
 * can't be replaced by one that says more. What ends stays ended. When a case's access code or its lead's certificate is replaced,
 * the database ends all of its leads' sessions in the same transaction.
 */
export class SessionIdentity0000000000043 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...tables.map(identified), actions, endedWithTheCode])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of [codeAlone, earlierActions, ...tables.map(unidentified)])
      await runner.query(statement);
  }
}

type Table = readonly [name: string, role: string];

const tables: readonly Table[] = [
  ['session', 'lianshu_staff'],
  ['lead_session', 'lianshu_lead'],
];

/** The token of a session from before isn't bound to an identifier, so it opens nothing any more: everybody signs in again. */
const identified = ([name, role]: Table): string => `
  DELETE FROM ${name};
  ALTER TABLE ${name}
    ADD COLUMN id uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
    ADD COLUMN opened_at timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN ended boolean NOT NULL DEFAULT false;
  GRANT UPDATE (ended) ON ${name} TO ${role};
  CREATE POLICY ending ON ${name} FOR UPDATE TO ${role} USING (NOT ended) WITH CHECK (ended)`;

const unidentified = ([name, role]: Table): string => `
  DROP POLICY ending ON ${name};
  DELETE FROM ${name};
  ALTER TABLE ${name} DROP COLUMN id, DROP COLUMN opened_at, DROP COLUMN ended;
  REVOKE UPDATE ON ${name} FROM ${role}`;

const staffActions = ['staff-signed-in', 'approval-requested', 'approval-approved'];
const leadActions = [
  ...['lead-signed-in', 'round-key-handed-in', 'round-opened'],
  ...['submission-prepared', 'round-submitted'],
];

const allowing = (ofStaff: readonly string[], ofLeads: readonly string[]): string => `
  ALTER TABLE staff_audit_entry DROP CONSTRAINT staff_audit_entry_action_check;
  ALTER TABLE staff_audit_entry ADD CONSTRAINT staff_audit_entry_action_check
    CHECK (action IN ('${ofStaff.join("', '")}'));
  DROP POLICY lead_chain ON audit_event;
  CREATE POLICY lead_chain ON audit_event FOR INSERT TO lianshu_lead
    WITH CHECK (actor = 'lead' AND action IN ('${ofLeads.join("', '")}'))`;

const actions = allowing([...staffActions, 'staff-signed-out'], [...leadActions, 'lead-signed-out']);

/** What waits to be chained is chained before by the version that wrote it. */
const earlierActions = allowing(staffActions, leadActions);

/** With the owner's rights: whoever may replace a code needs none on the sessions. */
const endedWithTheCode = `
  CREATE FUNCTION end_lead_sessions() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  BEGIN
    UPDATE lead_session SET ended = true
      WHERE case_number = to_jsonb(NEW) ->> TG_ARGV[0] AND NOT ended;
    RETURN NULL;
  END $$;
  REVOKE EXECUTE ON FUNCTION end_lead_sessions FROM PUBLIC;
  CREATE TRIGGER code_ends_sessions AFTER UPDATE OF access_code_digest ON round
    FOR EACH ROW WHEN (NEW.access_code_digest IS DISTINCT FROM OLD.access_code_digest)
    EXECUTE FUNCTION end_lead_sessions('case_number');
  CREATE TRIGGER certificate_ends_sessions AFTER UPDATE OF lead_signing_certificate ON referendum_case
    FOR EACH ROW WHEN (NEW.lead_signing_certificate IS DISTINCT FROM OLD.lead_signing_certificate)
    EXECUTE FUNCTION end_lead_sessions('number')`;

const codeAlone = `
  DROP TRIGGER certificate_ends_sessions ON referendum_case;
  DROP TRIGGER code_ends_sessions ON round;
  DROP FUNCTION end_lead_sessions`;
