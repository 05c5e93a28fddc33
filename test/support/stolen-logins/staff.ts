import { type Attempt, attempts } from './attempt.js';
import { ids, insertCase, insertCheckpoint, insertClosure, insertSwitch } from './scene.js';

/** What somebody tries with staff's login. */
export const attemptsOfStaff: readonly Attempt[] = [
  ...attempts('read', [
    ['paper rows', 'SELECT * FROM paper_part'],
    ['verdicts on paper rows', 'SELECT * FROM paper_verdict'],
    ['sealed records', 'SELECT record FROM sealed_record'],
    ['sealed records past the row policy', 'SET row_security = off; SELECT record FROM sealed_record'],
    ['when a lead prepares a submission', 'SELECT held_until FROM round'],
    ['leads’ sessions', 'SELECT * FROM lead_session'],
    ['verdicts', 'SELECT * FROM verdict'],
    ['how many have which verdict', 'SELECT * FROM verdict_count'],
    ['what people report and object to', 'SELECT * FROM remedy_request'],
    ['what was decided on it', 'SELECT * FROM remedy_decision'],
    ['a check', 'SELECT * FROM verification_batch'],
    ['the roster', 'SELECT * FROM roster_row'],
    ['MOI’s answer', 'SELECT sealed FROM exchange_file'],
    ['what waits to be chained', 'SELECT * FROM staff_audit_entry'],
    ['what people have signed, with their certificates', 'SELECT signed_data FROM audit_signed_data'],
  ]),
  ...attempts('count', [
    ['records', 'SELECT count(*) FROM sealed_record'],
    ['records of a holder', `SELECT * FROM record_of_holder('${ids.collecting}', '\\x01')`],
    ['a commitment', `SELECT round_of_commitment('\\x01')`],
    ['rounds that collect, as the intake sees them', 'SELECT * FROM open_round'],
  ]),
  ...attempts('estimate', [
    ['records by the plan', 'EXPLAIN SELECT * FROM sealed_record'],
    [
      'records of a round by the plan',
      `EXPLAIN SELECT FROM sealed_record WHERE round_id = '${ids.collecting}'`,
    ],
  ]),
  ...attempts('forge', [
    ['a lead’s session', `INSERT INTO lead_session VALUES (sha256('x'), '9001', now() + interval '1 day')`],
    [
      'a colleague’s session',
      `INSERT INTO session (token_digest, member_id, certificate_digest, holder_digest, expires_at, sealed_certificate) VALUES (sha256('x'), '${ids.approver}', '\\x01', '\\x02', now() + interval '1 day', 'sealed')`,
      'forged-staff-session',
    ],
    ['whose a session is', `UPDATE session SET member_id = '${ids.approver}'`],
    ['a switch', insertSwitch],
    ['an event of the audit log', `INSERT INTO audit_event SELECT * FROM audit_event LIMIT 1`],
    [
      'an entry of what it doesn’t do',
      `INSERT INTO staff_audit_entry (at, actor, action, details) VALUES ('2026-01-01', 'staff:${ids.approver}', 'case-stop', '{}')`,
      '23514',
    ],
    [
      'an entry of the program',
      `INSERT INTO staff_audit_entry (at, actor, action, details) VALUES ('2026-01-01', 'system', 'staff-signed-in', '{}')`,
      '23514',
    ],
    [
      'a colleague’s sign-in in the log',
      `INSERT INTO staff_audit_entry (at, actor, action, details)
       VALUES ('2026-01-01', 'staff:${ids.approver}', 'staff-signed-in', '{}')`,
      'entries-of-staff',
    ],
    ['a checkpoint of the audit log', insertCheckpoint],
    [
      'a signature beside the log, of bytes that nobody signed',
      `INSERT INTO audit_signed_data VALUES (sha256('mine'), 'mine')`,
      'entries-of-staff',
    ],
    [
      'a signature in place of another',
      `INSERT INTO audit_signed_data VALUES (sha256('signed'), 'mine')`,
      '23514',
    ],
    ['a request that is approved already', insertRequest('approved', true)],
    ['a request in a colleague’s name', insertRequest('pending', false), 'forged-request'],
    [
      'an approval without a signature',
      `UPDATE approval_request SET state = 'approved', approved_by = '${ids.approver}', approved_at = now(), approval = '\\x00'
       WHERE id = '${ids.pendingRequest}'`,
      'forged-request',
    ],
    ['what was requested', `UPDATE approval_request SET subject = 'other'`],
    ['that a request was executed', `UPDATE approval_request SET state = 'executed' WHERE state = 'pending'`],
    [
      'another end of a request',
      `UPDATE approval_request SET state = 'approved' WHERE state <> 'pending'`,
      'no row',
    ],
    ['that a session goes on that has ended', `UPDATE session SET ended = false`],
    ['which session is which', `UPDATE session SET id = gen_random_uuid()`],
    ['a member', `INSERT INTO staff_member VALUES (gen_random_uuid(), 'x', sha256('x'), '{approver}', true)`],
    ['a member’s roles', `UPDATE staff_member SET roles = '{approver}'`],
    ['a member who was removed', `UPDATE staff_member SET active = true`],
    ['a member’s certificate', `UPDATE staff_member SET certificate_digest = sha256('x')`],
    [
      'that an emergency ordered it',
      `INSERT INTO staff_audit_entry (at, actor, action, details)
       VALUES ('2026-01-01', 'staff:${ids.approver}', 'staff-emergency', '{}')`,
      '23514',
    ],
    ['a request about members on a case', insertRequest('pending', false, 'add-member'), '23514'],
    ['a request about a case on none', insertRequest('pending', false, 'purge', 'NULL'), '23514'],
    ['a closure on a case', insertRequest('pending', false, 'enter-closure'), '23514'],
    [
      'a request about members in a colleague’s name',
      insertRequest('pending', false, 'remove-member', 'NULL'),
      'forged-request',
    ],
    [
      'a co-signature',
      `SELECT record_co_signatures(ARRAY['${ids.collecting}'::uuid], '\\x01', '\\x02', ARRAY[now()::date], '\\x03', ARRAY[1])`,
    ],
    ['a record', `INSERT INTO sealed_record VALUES ('${ids.collecting}', '\\x01', '\\x02', '\\x03', now())`],
    ['an intake key', `INSERT INTO intake_key VALUES ('\\x01', false, now())`],
    ['a case', insertCase],
    ['a closure of the offices', insertClosure],
    ['a last day', `UPDATE round SET last_day = '2099-01-01'`],
    ['a last day for the code', `UPDATE referendum_case SET code_due_on = '2099-01-01'`],
    ['an announcement', `UPDATE referendum_case SET announced_on = '2020-01-01'`],
    ['the end of a lawsuit', `UPDATE litigation_hold SET final_ruling_on = '2020-01-01'`],
    ['a lead’s certificate', `UPDATE referendum_case SET lead_signing_certificate = 'mine'`],
    ['a lead’s access code', `UPDATE round SET access_code_digest = sha256('mine')`],
    ['a round’s key', `UPDATE round SET public_key = 'mine'`],
    ['a verdict', `UPDATE verdict SET code = NULL`],
    ['a result', `UPDATE verification_batch SET result = 'mine'`],
  ]),
  ...attempts('stop', [
    ['a case', `UPDATE referendum_case SET state = 'stopped'`],
    ['a round', 'UPDATE round SET collecting = false'],
    ['somebody’s session, by removing it', `DELETE FROM session`, 'no row'],
    ['somebody’s session', `UPDATE session SET ended = true`, 'forged-staff-session'],
    ['a lead’s session', `UPDATE lead_session SET ended = true`],
  ]),
  ...attempts('destroy', [
    ['records by the function', `SELECT destroy_records('9003', '2099-01-01')`],
    ['a request', 'DELETE FROM approval_request'],
    ['that a challenge was used', 'DELETE FROM used_challenge', 'no row'],
    ['an answer of MOI', 'DELETE FROM exchange_file'],
    ['a member', 'DELETE FROM staff_member'],
    ['a member, by removing them', 'UPDATE staff_member SET active = false'],
    ['a member’s sessions, by the function of a removal', 'SELECT remove_member()'],
  ]),
  ...attempts('lock', [
    ['a round by the function', `SELECT lock_round('${ids.collecting}')`],
    ['the audit log by the function', 'SELECT lock_audit_log()'],
    ['a step of a case', `SELECT try_lock_case('9001')`],
    ['a case’s row', 'SELECT FROM referendum_case FOR UPDATE'],
    ['a case’s row, shared', 'SELECT FROM referendum_case FOR KEY SHARE'],
    ['a round’s row', 'SELECT id FROM round FOR NO KEY UPDATE'],
    [
      'a request that waits',
      `SELECT FROM approval_request WHERE state = 'pending' FOR UPDATE`,
      'locks-on-what-it-writes',
    ],
    [
      'a request that is approved',
      `SELECT FROM approval_request WHERE state = 'approved' FOR UPDATE`,
      'no row',
    ],
    ['the table of requests', 'LOCK TABLE approval_request IN SHARE MODE'],
  ]),
  ...attempts('escalate', [
    ['to the check', 'SET ROLE lianshu_checking'],
    ['to the leads', 'SET ROLE lianshu_lead'],
    ['to the intake', 'SET ROLE NONE; SET ROLE lianshu_intake'],
    ['to the check, by its login', 'SET SESSION AUTHORIZATION lianshu_checking'],
    ['by membership in the check', 'GRANT lianshu_checking TO CURRENT_USER'],
  ]),
];

function insertRequest(state: string, approved: boolean, action = 'purge', caseNumber = "'9003'"): string {
  const more = approved ? `'${ids.approver}', now(), '\\x00'` : 'NULL, NULL, NULL';
  return `INSERT INTO approval_request VALUES (gen_random_uuid(), '${action}', ${caseNumber}, sha256('x'), 'x', '${ids.verifier}', '\\x01', '\\x02',
    now(), now() + interval '1 day', '${state}', ${more}, NULL, 'https://lianshu.test.invalid')`;
}
