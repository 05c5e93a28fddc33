import { type Attempt, attempts } from './attempt.js';
import { ids, insertCase, insertCheckpoint, insertClosure, insertSwitch } from './scene.js';

/** What somebody tries with the intake's login. */
export const attemptsOfIntake: readonly Attempt[] = [
  ...attempts('read', [
    ['sealed records', 'SELECT record FROM sealed_record'],
    ['who holds which tag', 'SELECT holder_tag FROM sealed_record'],
    ['when a lead prepares a submission', 'SELECT held_until FROM round'],
    ['sessions', 'SELECT * FROM session'],
    ['requests', 'SELECT * FROM approval_request'],
    ['the audit log', 'SELECT * FROM audit_event'],
    [
      'a check that isn’t published',
      `SELECT result FROM verification_batch WHERE phase <> 'published'`,
      'no row',
    ],
    ['why a co-signature doesn’t count', 'SELECT code FROM verdict'],
    ['how many have which verdict', 'SELECT * FROM verdict_count'],
    ['verdicts that aren’t published', 'SELECT commitment FROM published_verdict', 'no row'],
    ['reports and objections', 'SELECT id FROM remedy_request'],
    ['what was decided on them', 'SELECT * FROM remedy_decision'],
    ['a corrected struck-out list', 'SELECT struck_out_list FROM corrected_result'],
  ]),
  ...attempts('count', [
    ['records', 'SELECT count(*) FROM sealed_record'],
    [
      'one holder’s record, by a tag it knows',
      `SELECT * FROM record_of_holder('${ids.collecting}', '\\x01')`,
      'one-record',
    ],
  ]),
  ...attempts('estimate', [
    ['records by the plan', 'EXPLAIN SELECT * FROM sealed_record'],
    [
      'records by the plan of its function',
      `EXPLAIN SELECT count(*) FROM record_of_holder('${ids.collecting}', '\\x01')`,
      'one-record',
    ],
  ]),
  ...attempts('forge', [
    [
      'a record past its function',
      `INSERT INTO sealed_record VALUES ('${ids.collecting}', '\\x01', '\\x02', '\\x03', now())`,
    ],
    ['a record by its function', recordNoise(ids.collecting), 'noise-in-a-round'],
    ['a report of misuse', fileNoise(ids.collecting, 'misuse'), 'noise-among-requests'],
    ['a corrected result', `INSERT INTO corrected_result VALUES ('${ids.submitted}', 2, now(), '', '', '')`],
    ['a checkpoint of the audit log', insertCheckpoint],
    ['a signature beside the log', `INSERT INTO audit_signed_data VALUES (sha256('mine'), 'mine')`],
    ['a second first intake key', `INSERT INTO intake_key VALUES ('\\x09', true, now())`, '23505'],
    ['a further intake key', `INSERT INTO intake_key VALUES ('\\x09', false, now())`],
    ['a lead’s session', `INSERT INTO lead_session VALUES (sha256('x'), '9001', now() + interval '1 day')`],
    ['a round’s key', `UPDATE round SET public_key = 'mine'`],
    ['an event of the audit log', `INSERT INTO audit_event SELECT FROM audit_event`],
    ['a closure of the offices', insertClosure],
    ['a switch', insertSwitch],
    ['the end of a switch', 'DELETE FROM service_switch'],
    ['a last day', `UPDATE round SET last_day = '2099-01-01'`],
  ]),
  ...attempts('stop', [['a round', 'UPDATE round SET collecting = false']]),
  ...attempts('destroy', [['records by the function', `SELECT destroy_records('9003', '2099-01-01')`]]),
  ...attempts('lock', [
    ['a round by the function', `SELECT lock_round('${ids.collecting}')`],
    ['a round’s row', 'SELECT id FROM round FOR KEY SHARE'],
    ['a round, by recording and not ending', recordNoise(ids.collecting), 'locks-on-what-it-writes'],
  ]),
];

/** What somebody tries with the leads' login. */
export const attemptsOfLead: readonly Attempt[] = [
  ...attempts('read', [
    ['staff’s sessions', 'SELECT * FROM session'],
    ['members', 'SELECT * FROM staff_member'],
    ['requests', 'SELECT * FROM approval_request'],
    ['the audit log', 'SELECT details FROM audit_event'],
    ['verdicts', 'SELECT * FROM verdict'],
    ['how many have which verdict', 'SELECT * FROM verdict_count'],
    ['reports and objections', 'SELECT * FROM remedy_request'],
    ['MOI’s answer', 'SELECT * FROM exchange_file'],
    [
      'a check that isn’t published',
      `SELECT result FROM verification_batch WHERE phase <> 'published'`,
      'no row',
    ],
    ['every lead’s sealed records', 'SELECT record FROM sealed_record', 'one-login-for-all-leads'],
  ]),
  ...attempts('count', [['records', 'SELECT count(*) FROM sealed_record', 'one-login-for-all-leads']]),
  ...attempts('forge', [
    ['a report of misuse', fileNoise(ids.collecting, 'misuse'), 'noise-among-requests'],
    [
      'a staff session',
      `INSERT INTO session (token_digest, member_id, certificate_digest, holder_digest, expires_at, sealed_certificate) VALUES (sha256('x'), '${ids.approver}', '\\x01', '\\x02', now(), 'sealed')`,
    ],
    [
      'another lead’s session',
      `INSERT INTO lead_session VALUES (sha256('x'), '9001', now())`,
      'one-login-for-all-leads',
    ],
    ['a record', `INSERT INTO sealed_record VALUES ('${ids.collecting}', '\\x01', '\\x02', '\\x03', now())`],
    [
      'another key of an open round',
      `UPDATE round SET public_key = 'mine' WHERE id = '${ids.collecting}'`,
      '23000',
    ],
    [
      'another binding of an open round',
      `UPDATE round SET origin = 'https://mine' WHERE id = '${ids.collecting}'`,
      '23000',
    ],
    [
      'another mode of an open round',
      `UPDATE round SET mode = 'two-key' WHERE id = '${ids.collecting}'`,
      '23000',
    ],
    [
      'another key of the commission in an open round',
      `UPDATE round SET commission_round_key = 'mine' WHERE id = '${ids.collecting}'`,
      '23000',
    ],
    ['another mode of a case', `UPDATE referendum_case SET mode = 'two-key'`],
    ['another submission', `UPDATE round SET submitted_count = 9 WHERE id = '${ids.submitted}'`, '23000'],
    ['a round that collects again', `UPDATE round SET collecting = true WHERE id = '${ids.lapsed}'`, '23000'],
    ['a closure of the offices', insertClosure],
    ['a last day', `UPDATE round SET last_day = '2099-01-01'`],
    ['since when a case is as it is', `UPDATE referendum_case SET state_since = '2020-01-01'`, '23000'],
    ['a lead’s certificate', `UPDATE referendum_case SET lead_signing_certificate = 'mine'`],
    ['a case that is established', `UPDATE referendum_case SET state = 'established' WHERE number = '9001'`],
    ['a case that goes on', `UPDATE referendum_case SET state = 'collecting' WHERE number = '9003'`, '23000'],
    ['that a session goes on that has ended', `UPDATE lead_session SET ended = false`],
    ['a checkpoint of the audit log', insertCheckpoint],
    [
      'a signature beside the log, of bytes that nobody signed',
      `INSERT INTO audit_signed_data VALUES (sha256('mine'), 'mine')`,
      'broken-chain',
    ],
    ['an event of staff', insertEvent(`'staff:${ids.approver}'`, `'approval-approved'`)],
    ['an event it doesn’t cause', insertEvent(`'lead'`, `'case-stop'`)],
    ['an event of its own, with another hash', insertEvent(`'lead'`, `'lead-signed-in'`), 'broken-chain'],
  ]),
  ...attempts('stop', [
    ['a case', `UPDATE referendum_case SET state = 'stopped' WHERE number = '9001'`],
    ['a session of staff', `UPDATE session SET ended = true`],
    ['every lead’s session', `UPDATE lead_session SET ended = true`, 'one-login-for-all-leads'],
    [
      'every round, by holding it',
      `UPDATE round SET held_until = now() + interval '1 day'`,
      'one-login-for-all-leads',
    ],
  ]),
  ...attempts('destroy', [['records by the function', `SELECT destroy_records('9003', '2099-01-01')`]]),
  ...attempts('lock', [
    ['a round by its function', `SELECT lock_round('${ids.collecting}')`, 'locks-on-what-it-writes'],
    ['the audit log by its function', 'SELECT lock_audit_log()', 'locks-on-what-it-writes'],
    ['the table of rounds', 'LOCK TABLE round IN SHARE MODE'],
  ]),
];

/** What somebody tries with the checking role's login. */
export const attemptsOfChecking: readonly Attempt[] = [
  ...attempts('read', [
    [
      'records of a round that collects',
      `SELECT FROM sealed_record WHERE round_id = '${ids.collecting}'`,
      'no row',
    ],
    [
      'paper rows of a round that collects',
      `SELECT FROM paper_part WHERE round_id = '${ids.collecting}'`,
      'no row',
    ],
    ['records past the row policy', 'SET row_security = off; SELECT record FROM sealed_record'],
    [
      'reports of a round that collects',
      `SELECT FROM remedy_request WHERE round_id = '${ids.collecting}'`,
      'no row',
    ],
    ['when a lead prepares a submission', 'SELECT held_until FROM round'],
    ['leads’ sessions', 'SELECT * FROM lead_session'],
    ['staff’s sessions', 'SELECT * FROM session'],
  ]),
  ...attempts('count', [
    [
      'records of rounds that collect',
      `SELECT FROM sealed_record WHERE round_id <> '${ids.submitted}'`,
      'no row',
    ],
    ['a commitment', `SELECT round_of_commitment('\\x01')`],
  ]),
  ...attempts('estimate', [
    ['records by the plan', 'EXPLAIN SELECT * FROM sealed_record', 'plans-of-the-check'],
  ]),
  ...attempts('forge', [
    [
      'a session of staff',
      `INSERT INTO session (token_digest, member_id, certificate_digest, holder_digest, expires_at, sealed_certificate) VALUES (sha256('x'), '${ids.approver}', '\\x01', '\\x02', now(), 'sealed')`,
    ],
    ['a lead’s session', `INSERT INTO lead_session VALUES (sha256('x'), '9001', now())`],
    ['a record', `INSERT INTO sealed_record VALUES ('${ids.submitted}', '\\x01', '\\x02', '\\x03', now())`],
    ['a submission', `UPDATE round SET submitted_at = now()`],
    ['a round’s key', `UPDATE round SET public_key = 'mine'`],
    [
      'a lead’s certificate',
      `UPDATE referendum_case SET lead_signing_certificate = 'mine'`,
      'the-checking-login',
    ],
    [
      'a certificate that a lead had before',
      `UPDATE replaced_lead_certificate SET signing_certificate = 'mine'`,
    ],
    ['an approval', `UPDATE approval_request SET state = 'approved', approved_by = requested_by`],
    ['a request', `UPDATE approval_request SET subject = 'other'`],
    [
      'the end of a request that waits',
      `UPDATE approval_request SET state = 'executed' WHERE state = 'pending'`,
      'no row',
    ],
    ['an earlier last day', `UPDATE round SET last_day = '2025-12-31'`, '23000'],
    ['a closure that was announced otherwise', `UPDATE office_closure SET day = '2020-01-01'`],
    ['a checkpoint that nobody signed', insertCheckpoint, 'the-checking-login'],
    ['a checkpoint in place of one to come', insertCheckpoint.replace('2,', '7,'), '23000'],
    ['a signature beside the log', `INSERT INTO audit_signed_data VALUES (sha256('mine'), 'mine')`],
    ['how a closed difference was settled', `UPDATE paper_difference SET settled_as = 'second'`, 'no row'],
    [
      'paper rows for a round that collects',
      `INSERT INTO paper_part VALUES ('${ids.collecting}', gen_random_uuid(), 0, 1, 1, 'mine')`,
    ],
    [
      'paper rows beside the closed ones',
      `INSERT INTO paper_part VALUES ('${ids.submitted}', gen_random_uuid(), 0, 1, 1, 'mine')`,
    ],
    ['a verdict on a paper row, before the result', `UPDATE paper_verdict SET code = 'D02'`, 'no row'],
    ['a case of its own', insertCase, 'the-checking-login'],
    [
      'a member',
      `INSERT INTO staff_member VALUES (gen_random_uuid(), 'x', sha256('x'), '{approver}', true)`,
      'the-checking-login',
    ],
    ['another card of a member', `UPDATE staff_member SET certificate_digest = sha256('x')`],
    ['another name of a member', `UPDATE staff_member SET name = 'x'`],
    ['a member who was removed', `UPDATE staff_member SET active = true WHERE NOT active`, '23000'],
  ]),
  ...attempts('stop', [
    ['a case', `UPDATE referendum_case SET state = 'stopped' WHERE number = '9001'`, 'the-checking-login'],
    ['a session of staff', `UPDATE session SET ended = true`],
    ['a lead’s session', `UPDATE lead_session SET ended = true`],
    ['a lead’s session, by its function', 'SELECT end_lead_sessions()'],
    [
      'every lead’s session, by replacing their codes',
      `UPDATE round SET access_code_digest = sha256(access_code_digest)`,
      'the-checking-login',
    ],
    ['that a case is closed', `UPDATE referendum_case SET state = 'checking' WHERE number = '9003'`, '23000'],
  ]),
  ...attempts('destroy', [
    ['records of a case that goes on', `SELECT destroy_records('9001', '2099-01-01')`],
    [
      'records by a day given beside the stored one',
      `SELECT destroy_records('9003', '2028-01-31', '2000-01-01')`,
    ],
    ['records before they are due', `SELECT destroy_records('9003', '2028-01-31')`],
    [
      'records by another day',
      `UPDATE referendum_case SET records_kept_until = '2000-01-01' WHERE number = '9003'`,
      '23000',
    ],
    ['the note of a purge', 'DELETE FROM purge_note'],
    ['a closure', 'DELETE FROM office_closure'],
    ['a lawsuit', 'DELETE FROM litigation_hold'],
    ['verdicts', 'DELETE FROM verdict'],
    ['reports and objections', 'DELETE FROM remedy_request'],
    ['the same, of a case that goes on', `SELECT destroy_remedies('9001')`],
    ['a decision', 'DELETE FROM remedy_decision'],
    ['a corrected result', 'DELETE FROM corrected_result'],
    ['paper rows that two people closed', 'DELETE FROM paper_part', 'no row'],
    ['who entered them', 'DELETE FROM paper_entry', 'no row'],
    ['verdicts on paper rows', 'DELETE FROM paper_verdict'],
    ['paper rows before they are due', `SELECT destroy_paper_rows('9003', '2028-01-31')`],
    ['paper rows of a case that goes on', `SELECT destroy_paper_rows('9001', '2099-01-01')`],
  ]),
  ...attempts('lock', [
    ['a round by its function', `SELECT lock_round('${ids.collecting}')`, 'locks-on-what-it-writes'],
    ['the table of rounds', 'LOCK TABLE round IN SHARE MODE'],
  ]),
];

function fileNoise(round: string, kind: string): string {
  return `SELECT file_remedy('${round}', gen_random_uuid(), '${kind}', 'noise')`;
}

function recordNoise(round: string): string {
  return `SELECT record_co_signatures(ARRAY['${round}'::uuid], decode(repeat('ab', 16), 'hex'), sha256('noise'), ARRAY['2025-08-01'::date],
    'noise', ARRAY[5])`;
}

function insertEvent(actor: string, action: string): string {
  return `INSERT INTO audit_event SELECT max(seq) + 1, '2026-01-01', ${actor}, ${action}, NULL, '{}', sha256('x'), sha256('y') FROM audit_event`;
}
