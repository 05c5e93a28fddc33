import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Closes what PostgreSQL tells or allows everybody: how large tables are and how busy the server is, advisory locks, other
 * sessions' ends, large objects. Only a superuser may; where the owner is none, a warning says so, and the threat model says what
 * is left. The owner and superusers keep every right.
 */
export class ClosedCatalog0000000000035 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asSuperuser('REVOKE', 'FROM', closedTable + ownersLocks));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(asSuperuser('GRANT', 'TO', 'GRANT SELECT ON pg_catalog.pg_class TO PUBLIC;'));
  }
}

/** Functions by the beginning of their names. None is used by the drivers, nor by any role of ours. */
const functions = [
  ...['pg_advisory_', 'pg_try_advisory_', 'pg_terminate_backend', 'pg_cancel_backend', 'pg_lock_status'],
  ...[
    'pg_stat_get_',
    'pg_stat_have_',
    'pg_blocking_pids',
    'pg_safe_snapshot_blocking_pids',
    'pg_notification_queue_usage',
  ],
  ...['pg_relation_size', 'pg_table_size', 'pg_total_relation_size', 'pg_indexes_size', 'pg_database_size'],
  ...['pg_tablespace_size', 'pg_relation_filenode', 'pg_relation_filepath', 'pg_filenode_relation'],
  ...[
    'pg_current_wal_',
    'pg_walfile_name',
    'pg_last_wal_',
    'pg_last_xact_',
    'pg_last_committed_xact',
    'pg_wal_lsn_diff',
  ],
  ...['pg_current_xact_id', 'pg_current_snapshot', 'pg_xact_', 'pg_snapshot_', 'pg_visible_in_snapshot'],
  ...['txid_', 'pg_export_snapshot', 'pg_prepared_xact', 'pg_get_multixact_members'],
  ...[
    'lo_creat',
    'lo_from_bytea',
    'lo_open',
    'lo_put',
    'lo_get',
    'lo_unlink',
    'lo_truncate',
    'loread',
    'lowrite',
  ],
  'pg_logical_emit_message',
];

const asSuperuser = (verb: 'GRANT' | 'REVOKE', preposition: 'TO' | 'FROM', table: string): string => `
  DO $$
  DECLARE
    each record;
  BEGIN
    IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
      RAISE WARNING 'lianshu: the catalog stays open, because the owner is no superuser';
      RETURN;
    END IF;
    FOR each IN SELECT p.oid::regprocedure AS signature FROM pg_proc p
      WHERE p.pronamespace = 'pg_catalog'::regnamespace AND p.prokind = 'f'
        AND EXISTS (SELECT FROM unnest(ARRAY['${functions.join("','")}']) AS f (beginning) WHERE starts_with(p.proname, f.beginning))
    LOOP EXECUTE format('${verb} EXECUTE ON FUNCTION %s ${preposition} PUBLIC', each.signature); END LOOP;
    ${table}
  END $$`;

/** The database's owner takes advisory locks for its migrations and in its functions, whoever ran this one. */
const ownersLocks = `
    FOR each IN SELECT p.oid::regprocedure AS signature FROM pg_proc p
      WHERE p.pronamespace = 'pg_catalog'::regnamespace AND p.proname ~ '^pg_(try_)?advisory_'
    LOOP EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO %s', each.signature,
      (SELECT datdba::regrole FROM pg_database WHERE datname = current_database())); END LOOP;`;

/** Every column of pg_class but those that grow with the rows or with the transactions. */
const closedTable = `
    REVOKE SELECT ON pg_catalog.pg_class FROM PUBLIC;
    EXECUTE (SELECT format('GRANT SELECT (%s) ON pg_catalog.pg_class TO PUBLIC', string_agg(quote_ident(attname), ', '))
      FROM pg_attribute WHERE attrelid = 'pg_catalog.pg_class'::regclass AND attnum > 0 AND NOT attisdropped
        AND attname NOT IN ('relpages', 'reltuples', 'relallvisible', 'relallfrozen', 'relfrozenxid', 'relminmxid', 'relfilenode'));`;
