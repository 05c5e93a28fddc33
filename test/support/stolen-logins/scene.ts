import type { DataSource } from 'typeorm';

/** What the attempts are after: see {@link insertScene}. */
export const ids = {
  collecting: '01920000-0000-7000-8000-000000009001',
  submitted: '01920000-0000-7000-8000-000000009002',
  lapsed: '01920000-0000-7000-8000-000000009003',
  verifier: '00000000-0000-4000-8000-000000000001',
  approver: '00000000-0000-4000-8000-000000000002',
  pendingRequest: '01920000-0000-7000-8000-000000000011',
  approvedRequest: '01920000-0000-7000-8000-000000000012',
} as const;

/** A case of somebody's own. */
export const insertCase = `
  INSERT INTO referendum_case (number, main_text, reason, document_digest, lead_signing_certificate, lead_encryption_certificate,
    elector_total, threshold, registered_on, state)
  VALUES ('9009', '主文', '理由', sha256('x'), 'mine', 'mine', 1000, 15, '2025-07-01', 'registered')`;

const cases = `
  INSERT INTO referendum_case SELECT number, '主文', '理由', sha256('x'), 'lead', 'lead', 1000, 15, '2025-07-01', state, kept
  FROM (VALUES ('9001', 'collecting', NULL), ('9002', 'checking', NULL), ('9003', 'lapsed', '2028-01-31'::date))
    AS c (number, state, kept)`;

const rounds = `
  INSERT INTO round (id, case_number, ordinal, access_code_digest, code_issued_on, first_day, last_day, collecting, opened_on,
    public_key, wrapped_key, key_statement, origin, certificate_policy_digest, holder_tag_key_check, mode,
    commission_round_key)
  SELECT id::uuid, number, 1, sha256(number::bytea), '2025-07-31', '2025-08-01', '2026-01-31', number = '9001', '2025-08-01',
    'key', 'key', 'key', 'https://x.test', sha256('x'), sha256('x'), 'number-to-lead', 'key'
  FROM (VALUES ('${ids.collecting}', '9001'), ('${ids.submitted}', '9002'), ('${ids.lapsed}', '9003')) AS r (id, number);
  UPDATE round SET submitted_at = '2025-09-01', submission_statement = 's', submission_wrapped_key = 's', submitted_count = 1,
    submitted_root = 'r' WHERE case_number = '9002'`;

const records = `
  INSERT INTO sealed_record SELECT id, substring(sha256(case_number::bytea) FOR 16), 'record', sha256(case_number::bytea), '2025-08-01'
    FROM round;
  INSERT INTO verification_batch (round_id, id, case_number, round, submitted_on, phase, records, judged)
    VALUES ('${ids.submitted}', gen_random_uuid(), '9002', 1, '2025-09-01', 'judging', 1, 0);
  INSERT INTO verdict VALUES ('${ids.submitted}', sha256('9002'), NULL);
  INSERT INTO paper_part SELECT id, id, 0, 1, 1, 'sealed' FROM round;
  INSERT INTO paper_entry VALUES ('${ids.submitted}', 'first', '${ids.submitted}', '${ids.verifier}', sha256('h'), 1, sha256('x'), now());
  INSERT INTO paper_difference VALUES ('${ids.submitted}', 1, 1, 'number', 'first', NULL, '${ids.verifier}', now());
  INSERT INTO paper_verdict VALUES ('${ids.submitted}', 1, 1, NULL)`;

const staff = `
  INSERT INTO staff_member VALUES ('${ids.verifier}', '查對人員', sha256('v'), '{verifier}', true),
    ('${ids.approver}', '核可人員', sha256('a'), '{approver}', true),
    (gen_random_uuid(), '離職人員', sha256('f'), '{approver}', false);
  INSERT INTO session (token_digest, member_id, certificate_digest, holder_digest, expires_at, sealed_certificate) VALUES (sha256('s'), '${ids.verifier}', sha256('v'), sha256('h'), 'infinity', 'sealed');
  INSERT INTO lead_session VALUES (sha256('l'), '9001', 'infinity');
  INSERT INTO used_challenge VALUES (sha256('c'), 'infinity');
  INSERT INTO approval_request SELECT id::uuid, 'purge', '9003', sha256('x'), 'x', '${ids.verifier}', sha256('v'), sha256('h'), now(),
    now() + interval '1 day', state, approver::uuid, approved_at, approval, NULL, 'https://lianshu.test.invalid'
  FROM (VALUES ('${ids.pendingRequest}', 'pending', NULL, NULL, NULL),
    ('${ids.approvedRequest}', 'approved', '${ids.approver}', now(), '\\x00'::bytea)) AS r (id, state, approver, approved_at, approval);
  INSERT INTO audit_event VALUES (1, '2026-01-01', 'system', 'case-registered', '9001', '{}', decode(repeat('00', 32), 'hex'), sha256('1'));
  INSERT INTO audit_checkpoint VALUES (1, 1, '2026-01-01', 'checkpoint');
  INSERT INTO audit_signed_data VALUES (sha256('signed'), 'signed');
  INSERT INTO intake_key VALUES ('\\x01', true, now())`;

/** A report of misuse in each round that has opened. */
const reports = `INSERT INTO remedy_request SELECT id, gen_random_uuid(), 'misuse', 'sealed' FROM round`;

/** A closure of the offices that nobody has announced. */
export const insertClosure = `
  INSERT INTO office_closure VALUES ('2026-01-30', 'natural-disaster', 'mine', NULL, '2026-01-30')`;

/** A checkpoint after the one of the scene. */
export const insertCheckpoint = `INSERT INTO audit_checkpoint VALUES (2, 1, '2026-01-01T01:00:00Z', 'mine')`;

/**
 * Three cases: 9001 collects, 9002 is being checked, 9003 has lapsed and its records are kept until the end of January 2028. One
 * record and one report of misuse each; two members, a session of staff and one of a lead; one request that waits and one that is approved.
 */
export async function insertScene(owner: DataSource): Promise<void> {
  for (const statement of [cases, rounds, records, reports, staff]) await owner.query(statement);
}

/** Pauses everybody's intake. */
export const insertSwitch = `
  INSERT INTO service_switch VALUES ('intake-paused', NULL, now(), '停', 'off')`;
