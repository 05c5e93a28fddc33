import type { DataSource } from 'typeorm';

/** The two members of staff by whom the requests are that are made up: UUIDs. */
export type TwoMembers = readonly [string, string];

/** Cases among which rows are spread. */
const spreadOver = 500;

const actions = [
  'staff-signed-in',
  'staff-signed-out',
  'approval-requested',
  'approval-approved',
  'approval-executed',
  'paper-difference-settled',
  'check-paused',
  'check-resumed',
];

/** What is common in an audit log: eight actions, by the program and by twenty members, on 500 cases, one each half minute up to this time. */
export async function fillAuditLog(owner: DataSource, rows: number, until: Date): Promise<void> {
  await owner.query('ALTER TABLE audit_event DISABLE TRIGGER USER');
  await owner.query(
    `INSERT INTO audit_event (seq, at, actor, action, case_number, details, previous, hash)
     SELECT last.seq + n, date_trunc('milliseconds', $2::timestamptz) - ($1::int - n) * interval '30 seconds',
       CASE WHEN n % 3 = 0 THEN 'system' ELSE 'staff:' || lpad(to_hex(n % 20), 8, '0') || '-0000-7000-8000-000000000000' END,
       ($3::text[])[1 + n % ${actions.length}], (800000 + n % ${spreadOver})::text, '{"n":' || n || '}',
       sha256(('event ' || n)::bytea), sha256(('event ' || n + 1)::bytea)
     FROM generate_series(1, $1::int) AS n, (SELECT coalesce(max(seq), 0) AS seq FROM audit_event) AS last`,
    [rows, until, actions],
  );
  await owner.query('ALTER TABLE audit_event ENABLE TRIGGER USER');
  await owner.query('ANALYZE audit_event');
}

/** Requests on 500 cases, one a minute up to this time: one in fifty never approved, the others carried out. */
export async function fillRequests(
  owner: DataSource,
  rows: number,
  [asks, signs]: TwoMembers,
  until: Date,
): Promise<void> {
  await owner.query(
    `INSERT INTO approval_request (id, action, case_number, origin, subject, subject_digest, requested_by, requester_certificate_digest,
       requester_holder_digest, requested_at, expires_at, state, approved_by, approved_at, approval)
     SELECT (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '7000' || '8000' || lpad(to_hex(n), 12, '0'))::uuid,
       'send-roster', (800000 + n % ${spreadOver})::text, 'https://lianshu.test.invalid', '{}', sha256('{}'), $2, sha256('card'), sha256('holder'),
       at, at + interval '3 days', CASE WHEN ended THEN 'executed' ELSE 'pending' END, CASE WHEN ended THEN $3::uuid END,
       CASE WHEN ended THEN at END, CASE WHEN ended THEN 'signed'::bytea END
     FROM generate_series(1, $1::int) AS n,
       LATERAL (SELECT $4::timestamptz - ($1::int - n) * interval '1 minute' AS at, n % 50 <> 0 AS ended) AS made`,
    [rows, asks, signs, until],
  );
  await owner.query('ANALYZE approval_request');
}

/** Cases from 100001 on, of which one in a hundred collects and the others have lapsed, each with a round. */
export async function fillCases(owner: DataSource, rows: number): Promise<void> {
  await owner.query(
    `INSERT INTO referendum_case (number, main_text, reason, document_digest, lead_signing_certificate, lead_encryption_certificate,
       elector_total, threshold, registered_on, state, mode)
     SELECT (100000 + n)::text, '主文', repeat('理由', 500), sha256('text'), sha256('card'), sha256('card'), 19548531, 293228, '2026-01-01',
       CASE WHEN n % 100 = 0 THEN 'code-issued' ELSE 'lapsed' END, 'number-to-lead'
     FROM generate_series(1, $1::int) AS n`,
    [rows],
  );
  await owner.query(
    `INSERT INTO round (id, case_number, ordinal, access_code_digest, code_issued_on, first_day, last_day)
     SELECT gen_random_uuid(), number, 1, sha256(('code ' || number)::bytea), '2026-01-01', '2026-01-02', '2026-07-01'
     FROM referendum_case WHERE length(number) = 6`,
  );
  await owner.query('ANALYZE referendum_case, round');
}

/** Rows of a round's paper on which two entries disagree, 25 a page, none settled. */
export async function fillDifferences(owner: DataSource, round: string, rows: number): Promise<void> {
  await owner.query(
    `INSERT INTO paper_difference (round_id, page, line, kind)
     SELECT $1, 1 + n / 25, 1 + n % 25, 'number' FROM generate_series(0, $2::int - 1) AS n`,
    [round, rows],
  );
  await owner.query('ANALYZE paper_difference');
}

/** Reports of misuse in a round, all with the same sealed content, of which one in ten is not decided. */
export async function fillRemedies(
  owner: DataSource,
  round: string,
  rows: number,
  sealed: Uint8Array,
): Promise<void> {
  await owner.query(
    `INSERT INTO remedy_request (round_id, id, kind, sealed)
     SELECT $1, gen_random_uuid(), 'misuse', $3 FROM generate_series(1, $2::int)`,
    [round, rows, Buffer.from(sealed)],
  );
  await owner.query(
    `INSERT INTO remedy_decision (round_id, id, outcome, reason, decided_at, approval)
     SELECT round_id, id, 'dismissed', '理由', now(), gen_random_uuid() FROM
       (SELECT *, row_number() OVER (ORDER BY id) AS n FROM remedy_request WHERE round_id = $1) AS filed WHERE n % 10 <> 0`,
    [round],
  );
  await owner.query('ANALYZE remedy_request, remedy_decision');
}
