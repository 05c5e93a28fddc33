import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Records are written in groups: what arrived while the last group was under way is one statement, one transaction and one flush of the
 * log. Each record has its own outcome, as before.
 */
export class RecordsInGroups0000000000120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of ['DROP FUNCTION record_co_signature', recordCoSignatures, rights])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION record_co_signatures');
    await runner.query(recordCoSignature);
    await runner.query(`
      REVOKE EXECUTE ON FUNCTION record_co_signature FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION record_co_signature TO lianshu_intake`);
  }
}

/**
 * The octets of all records come as one value each for tags, commitments and records: an array of them would be sent as text, twice as
 * long. `given_ends` says where each record ends.
 *
 * The lock of a round is taken by a statement of its own, before the round is read: each statement of a volatile function looks with a
 * fresh snapshot (READ COMMITTED), so whoever gets the lock sees what its last exclusive holder did. It never waits for the lock: while somebody
 * holds the round exclusively, it answers as while the round is held. Rows are written in order of rounds and tags in every group, so
 * that two groups that wait for each other's rows can't block each other.
 */
const recordCoSignatures = `
  CREATE FUNCTION record_co_signatures(given_rounds uuid[], given_tags bytea, given_commitments bytea, given_days date[],
    given_records bytea, given_ends integer[])
  RETURNS TABLE (place integer, outcome text, existing_commitment bytea, existing_day date, retry_after integer)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  DECLARE
    each_round uuid;
    unlocked boolean;
    target record;
    written bytea[];
  BEGIN
    IF length(given_tags) <> 16 * cardinality(given_rounds) OR length(given_commitments) <> 32 * cardinality(given_rounds)
      OR cardinality(given_days) <> cardinality(given_rounds) OR cardinality(given_ends) <> cardinality(given_rounds) THEN
      RAISE 'the group is not whole' USING ERRCODE = 'invalid_parameter_value';
    END IF;
    FOR each_round IN SELECT DISTINCT g FROM unnest(given_rounds) g ORDER BY g LOOP
      unlocked := pg_try_advisory_xact_lock_shared(round_lock_key(each_round));
      SELECT r.collecting, r.first_day, r.last_day, r.held_until INTO target FROM round r WHERE r.id = each_round;
      written := '{}';
      IF target.collecting AND unlocked AND (target.held_until IS NULL OR target.held_until <= clock_timestamp()) THEN
        WITH inserted AS (
          INSERT INTO sealed_record (round_id, holder_tag, record, commitment, signed_on)
          SELECT each_round, substring(given_tags FROM 16 * g.i - 15 FOR 16),
            substring(given_records FROM coalesce(given_ends[g.i - 1], 0) + 1 FOR given_ends[g.i] - coalesce(given_ends[g.i - 1], 0)),
            substring(given_commitments FROM 32 * g.i - 31 FOR 32), given_days[g.i]
          FROM generate_subscripts(given_rounds, 1) AS g (i)
          WHERE given_rounds[g.i] = each_round AND given_days[g.i] BETWEEN target.first_day AND target.last_day
          ORDER BY 2
          ON CONFLICT (round_id, holder_tag) DO NOTHING
          RETURNING commitment
        ) SELECT coalesce(array_agg(i.commitment), '{}') INTO written FROM inserted i;
      END IF;
      RETURN QUERY
        SELECT g.i,
          CASE
            WHEN target.collecting IS NOT TRUE OR given_days[g.i] NOT BETWEEN target.first_day AND target.last_day
              THEN 'not-collecting'
            WHEN substring(given_commitments FROM 32 * g.i - 31 FOR 32) = ANY (written) THEN 'recorded'
            WHEN s.commitment IS NOT NULL THEN 'already'
            ELSE 'held'
          END,
          s.commitment, s.signed_on,
          greatest(1, ceil(extract(epoch FROM target.held_until - clock_timestamp()))::integer)
        FROM generate_subscripts(given_rounds, 1) AS g (i)
        LEFT JOIN sealed_record s ON s.round_id = each_round AND s.holder_tag = substring(given_tags FROM 16 * g.i - 15 FOR 16)
          AND substring(given_commitments FROM 32 * g.i - 31 FOR 32) <> ALL (written)
        WHERE given_rounds[g.i] = each_round;
    END LOOP;
  END $$;
  COMMENT ON FUNCTION record_co_signatures IS 'Writes a group of sealed records; each has an outcome of its own, by its place'`;

const rights = `
  REVOKE EXECUTE ON FUNCTION record_co_signatures FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION record_co_signatures TO lianshu_intake`;

/** As it was. */
const recordCoSignature = `
  CREATE FUNCTION record_co_signature(
    given_round uuid, given_tag bytea, given_record bytea, given_commitment bytea, given_day date)
  RETURNS TABLE (outcome text, existing_commitment bytea, existing_day date, retry_after integer)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  DECLARE
    unlocked boolean := pg_try_advisory_xact_lock_shared(round_lock_key(given_round));
    target record;
    existing record;
  BEGIN
    SELECT r.collecting, r.first_day, r.last_day, r.held_until INTO target FROM round r WHERE r.id = given_round;
    IF NOT FOUND OR NOT target.collecting OR given_day NOT BETWEEN target.first_day AND target.last_day THEN
      RETURN QUERY SELECT 'not-collecting', NULL::bytea, NULL::date, NULL::integer;
      RETURN;
    END IF;
    IF unlocked AND (target.held_until IS NULL OR target.held_until <= clock_timestamp()) THEN
      INSERT INTO sealed_record VALUES (given_round, given_tag, given_record, given_commitment, given_day)
        ON CONFLICT (round_id, holder_tag) DO NOTHING;
      IF FOUND THEN
        RETURN QUERY SELECT 'recorded', NULL::bytea, NULL::date, NULL::integer;
        RETURN;
      END IF;
    END IF;
    SELECT s.commitment, s.signed_on INTO existing FROM sealed_record s
      WHERE s.round_id = given_round AND s.holder_tag = given_tag;
    IF FOUND THEN
      RETURN QUERY SELECT 'already', existing.commitment, existing.signed_on, NULL::integer;
    ELSE
      RETURN QUERY SELECT 'held', NULL::bytea, NULL::date,
        greatest(1, ceil(extract(epoch FROM target.held_until - clock_timestamp()))::integer);
    END IF;
  END $$`;
