/** What an attempt is after. */
export type AttemptKind = 'read' | 'count' | 'estimate' | 'forge' | 'stop' | 'destroy' | 'lock' | 'escalate';

/** What somebody tries who has a role's login and writes SQL of their own. */
export interface Attempt {
  readonly kind: AttemptKind;
  readonly what: string;
  /** Statements in one transaction, which is rolled back afterwards. */
  readonly sql: string;
  /**
   * A SQLSTATE where it is refused; `no row` where a row policy leaves nothing to do it to; otherwise the anchor of the threat
   * model that admits what is left.
   */
  readonly ends: string;
}

/** SQLSTATE: no right, or against a row policy. */
export const noRight = '42501';

/** Attempts of one kind, each `[what, sql]` refused for want of a right, or `[what, sql, ends]`. */
export function attempts(
  kind: AttemptKind,
  table: readonly (readonly [what: string, sql: string, ends?: string])[],
): readonly Attempt[] {
  return table.map(([what, sql, ends]) => ({ kind, what, sql, ends: ends ?? noRight }));
}

/** What no login may, whichever it is. */
export const attemptsOfAnybody: readonly Attempt[] = [
  ...attempts('read', [
    ['the passwords of roles', 'SELECT rolpassword FROM pg_authid'],
    ['a file of the server', `SELECT pg_read_file('postgresql.conf')`],
    ['the output of a program', `COPY migration (name) TO PROGRAM 'cat'`],
  ]),
  ...attempts('estimate', [
    ['rows in the catalog', `SELECT reltuples FROM pg_class WHERE relname = 'sealed_record'`],
    ['pages in the catalog', `SELECT relpages FROM pg_class WHERE relname = 'sealed_record'`],
    ['a whole row of the catalog', `SELECT * FROM pg_class LIMIT 1`],
    ['the size of the records', `SELECT pg_relation_size('sealed_record')`],
    ['the size with indexes', `SELECT pg_total_relation_size('sealed_record')`],
    ['the size of the database', 'SELECT pg_database_size(current_database())'],
    ['writes by table', `SELECT n_tup_ins FROM pg_stat_all_tables WHERE relname = 'sealed_record'`],
    ['writes by table, by function', `SELECT pg_stat_get_tuples_inserted('sealed_record'::regclass)`],
    ['transactions of the database', 'SELECT xact_commit FROM pg_stat_database'],
    ['what others do now', 'SELECT state FROM pg_stat_activity'],
    ['who locks what', 'SELECT * FROM pg_locks'],
    ['the position in the log', 'SELECT pg_current_wal_lsn()'],
    ['the number of transactions', 'SELECT txid_current()'],
    ['the transactions under way', 'SELECT pg_current_snapshot()'],
    ['statistics of the contents', `SELECT FROM pg_stats WHERE tablename = 'sealed_record'`, 'no row'],
    ['the transaction of a migration', 'SELECT xmin FROM migration LIMIT 1', 'transaction-numbers'],
  ]),
  ...attempts('forge', [
    ['a migration that never ran', `INSERT INTO migration (timestamp, name) VALUES (1, 'x')`],
    ['a checkpoint that was published', `UPDATE audit_checkpoint SET jws = 'mine'`],
    ['what somebody has signed', `UPDATE audit_signed_data SET signed_data = 'mine'`],
    ['that days are given', `INSERT INTO given_days VALUES ('given')`],
  ]),
  ...attempts('stop', [
    ['another session', 'SELECT pg_terminate_backend(1)'],
    ['another’s statement', 'SELECT pg_cancel_backend(1)'],
    ['another role’s login', 'ALTER ROLE lianshu_intake NOLOGIN'],
    ['the server’s settings', 'SELECT pg_reload_conf()'],
    ['the disk, by a temporary table', 'CREATE TEMPORARY TABLE heap (x int)'],
    ['the disk, by a table', 'CREATE TABLE heap (x int)'],
    ['the disk, by large objects', 'SELECT lo_create(0)'],
    ['the disk, by the log', `SELECT pg_logical_emit_message(false, 'x', 'y')`],
    [
      'the program that has this login, by another password',
      `ALTER ROLE CURRENT_USER PASSWORD 'x'`,
      'own-login',
    ],
    ['its own time limit', `SET statement_timeout = 0`, 'own-login'],
  ]),
  ...attempts('destroy', [
    ['the table of records', 'DROP TABLE sealed_record'],
    ['every record at once', 'TRUNCATE sealed_record'],
    ['the records, one by one', 'DELETE FROM sealed_record'],
    ['the audit log', 'DELETE FROM audit_event'],
    ['checkpoints of the audit log', 'DELETE FROM audit_checkpoint'],
    ['every checkpoint at once', 'TRUNCATE audit_checkpoint'],
    ['what people have signed', 'DELETE FROM audit_signed_data'],
    ['a case', 'DELETE FROM referendum_case'],
    ['a round', 'DELETE FROM round'],
    ['what keeps the log', 'ALTER TABLE audit_event DISABLE TRIGGER USER'],
  ]),
  ...attempts('lock', [
    ['a round', 'SELECT pg_advisory_xact_lock(round_lock_key(gen_random_uuid()))'],
    ['a round, shared', 'SELECT pg_try_advisory_lock_shared(1)'],
    ['the table of records', 'LOCK TABLE sealed_record IN ACCESS EXCLUSIVE MODE'],
    ['the table of cases', 'LOCK TABLE referendum_case IN ACCESS EXCLUSIVE MODE'],
    ['the audit log', 'LOCK TABLE audit_event IN ACCESS EXCLUSIVE MODE'],
    [
      'what it reads, against migrations',
      'LOCK TABLE migration IN ACCESS SHARE MODE',
      'locks-on-what-it-reads',
    ],
  ]),
  ...attempts('escalate', [
    ['to a role of the server', 'SET ROLE pg_write_all_data'],
    ['to the owner', 'SET ROLE postgres'],
    ['by taking its role off', 'SET ROLE NONE; TABLE given_days'],
    ['to another login', 'SET SESSION AUTHORIZATION postgres'],
    ['by membership', 'GRANT pg_read_all_data TO CURRENT_USER'],
    [
      'by a function of the owner',
      `CREATE FUNCTION f() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'`,
    ],
    ['by a schema before ours', 'CREATE SCHEMA evil'],
    ['by turning triggers off', 'SET session_replication_role = replica'],
    ['by changing a function', 'ALTER FUNCTION lock_audit_log SECURITY INVOKER'],
    ['by an extension', 'CREATE EXTENSION file_fdw'],
  ]),
];
