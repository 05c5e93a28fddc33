import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Approved steps whose work is long: a queue of pg-boss beside that of the chunks, and how far each is. Parts of a roster are kept as they are
 * made, so that whoever takes a step over goes on behind them.
 */
export class CheckSteps0000000000166 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [queue, steps, parts, lookedFor, whole]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER verification_batch_published ON verification_batch;
      DROP TRIGGER verification_batch_whole ON verification_batch;
      DROP FUNCTION require_every_leaf;
      DROP FUNCTION require_every_row;
      DROP INDEX approval_request_approved;
      DROP TABLE roster_part, check_step;
      SELECT jobs.delete_queue('step')`);
  }
}

/** As the queue of the chunks. A step may take longer than a chunk; who is at it is known by the sign of life. */
const queue = `
  SELECT jobs.create_queue('step', '{"policy": "exclusive", "heartbeatSeconds": 10, "expireInSeconds": 86400, "retryLimit": 1000000,
    "retryDelay": 1, "retryBackoff": true, "retryDelayMax": 30, "retentionSeconds": 1209600, "deleteAfterSeconds": 3600}')`;

const steps = `
  CREATE TABLE check_step (
    request_id uuid PRIMARY KEY,
    case_number text NOT NULL,
    batch_id uuid,
    put_up_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    action text NOT NULL CHECK (action IN ('send-roster', 'import-answer', 'confirm-result', 'correct-result')),
    rows integer NOT NULL DEFAULT 0 CHECK (rows >= 0),
    done integer NOT NULL DEFAULT 0 CHECK (done BETWEEN 0 AND rows),
    begun_at timestamptz,
    moved_at timestamptz,
    carried_out_at timestamptz,
    CHECK (num_nulls(begun_at, moved_at) IN (0, 2) OR carried_out_at IS NOT NULL)
  );
  CREATE INDEX check_step_batch ON check_step (batch_id, put_up_at);
  GRANT SELECT, INSERT, UPDATE (rows, done, begun_at, moved_at, carried_out_at) ON check_step TO lianshu_checking`;

/** \`entry\` is what the manifest will say of the part, sealed to the commission: its digest is one of numbers in clear. */
const parts = `
  CREATE TABLE roster_part (
    round_id uuid NOT NULL,
    name text NOT NULL,
    rows integer NOT NULL CHECK (rows > 0),
    sealed bytea NOT NULL,
    entry bytea NOT NULL,
    PRIMARY KEY (round_id, name)
  );
  ALTER TABLE roster_part ALTER COLUMN sealed SET STORAGE EXTERNAL, ALTER COLUMN entry SET STORAGE EXTERNAL;
  GRANT SELECT, INSERT, DELETE ON roster_part TO lianshu_checking`;

/** Every few seconds each process looks for approved steps that nobody has carried out. */
const lookedFor = `CREATE INDEX approval_request_approved ON approval_request (id) WHERE state = 'approved'`;

/**
 * A roster is sent only when its parts have as many rows as there are records that count. After that, each record of the round still has
 * exactly one verdict, and the published tree as many leaves. The second is asked at the end of the transaction, when the tree is there.
 */
const whole = `
  CREATE FUNCTION require_every_row() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
    BEGIN
      IF NEW.phase = 'sent' AND (
        (SELECT count(*) FROM roster_row WHERE round_id = NEW.round_id)
          <> (SELECT count(*) FROM verdict WHERE round_id = NEW.round_id AND code IS NULL)
        OR (SELECT coalesce(sum(rows), 0) FROM roster_part WHERE round_id = NEW.round_id)
          <> (SELECT count(*) FROM roster_row WHERE round_id = NEW.round_id)) THEN
        RAISE EXCEPTION 'a roster with other rows than records that count' USING ERRCODE = 'check_violation';
      END IF;
      IF (SELECT count(*) FROM verdict WHERE round_id = NEW.round_id) <> NEW.records THEN
        RAISE EXCEPTION 'a record without a verdict, or a verdict without a record' USING ERRCODE = 'check_violation';
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER verification_batch_whole BEFORE UPDATE OF phase ON verification_batch
    FOR EACH ROW WHEN (NEW.phase IN ('sent', 'answered', 'published')) EXECUTE FUNCTION require_every_row();
  CREATE FUNCTION require_every_leaf() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    BEGIN
      IF coalesce((SELECT tree_size FROM published_tree WHERE round_id = NEW.round_id AND level = 0 AND chunk = 0), 0) <> NEW.records THEN
        RAISE EXCEPTION 'a tree with other leaves than records' USING ERRCODE = 'check_violation';
      END IF;
      RETURN NULL;
    END $$;
  REVOKE ALL ON FUNCTION require_every_leaf FROM PUBLIC;
  CREATE CONSTRAINT TRIGGER verification_batch_published AFTER UPDATE OF phase ON verification_batch DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (OLD.phase = 'answered' AND NEW.phase = 'published') EXECUTE FUNCTION require_every_leaf()`;
