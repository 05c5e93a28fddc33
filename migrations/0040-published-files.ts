import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What anybody may fetch of a published round, made once at its publication: the files of its bundle in chunks of at most 1 MiB, and
 * the nodes of its Merkle tree, 256 in a row. So a file is never read as a whole, and a proof reads a row for each level. No column
 * holds a number of a person or anything derived from one. Every key begins with the round.
 */
export class PublishedFiles0000000000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [tables, rights]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE published_tree, published_file_chunk, published_file');
  }
}

/** Hashes can't be compressed; stored as they are, a part of a value is read without the rest. */
const tables = `
  CREATE TABLE published_file (
    round_id uuid NOT NULL,
    name text NOT NULL,
    sha256 bytea NOT NULL CHECK (length(sha256) = 32),
    size integer NOT NULL CHECK (size >= 0),
    PRIMARY KEY (round_id, name)
  );
  CREATE TABLE published_file_chunk (
    round_id uuid NOT NULL,
    name text NOT NULL,
    chunk integer NOT NULL CHECK (chunk >= 0),
    content bytea NOT NULL CHECK (length(content) BETWEEN 1 AND 1048576),
    PRIMARY KEY (round_id, name, chunk)
  );
  CREATE TABLE published_tree (
    round_id uuid NOT NULL,
    level smallint NOT NULL CHECK (level >= 0),
    chunk integer NOT NULL CHECK (chunk >= 0),
    first_leaf bytea CHECK (length(first_leaf) = 32),
    tree_size integer CHECK (tree_size > 0),
    nodes bytea NOT NULL CHECK (length(nodes) BETWEEN 32 AND 8192 AND length(nodes) % 32 = 0),
    PRIMARY KEY (round_id, level, chunk),
    CHECK (num_nonnulls(first_leaf, tree_size) = CASE level WHEN 0 THEN 2 ELSE 0 END)
  );
  ALTER TABLE published_file_chunk ALTER COLUMN content SET STORAGE EXTERNAL;
  ALTER TABLE published_tree ALTER COLUMN nodes SET STORAGE EXTERNAL`;

/**
 * Until two people have confirmed the result, nobody sees what is published with it (FORUM). Whoever publishes writes it once: nobody may
 * change or delete a row.
 */
const rights = ['published_file', 'published_file_chunk', 'published_tree']
  .map(
    (table) => `
  ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
  GRANT SELECT ON ${table} TO lianshu_intake;
  GRANT INSERT ON ${table} TO lianshu_checking;
  CREATE POLICY published ON ${table} FOR SELECT TO lianshu_intake
    USING (round_id IN (SELECT b.round_id FROM verification_batch b WHERE b.phase = 'published'));
  CREATE POLICY checking ON ${table} FOR INSERT TO lianshu_checking WITH CHECK (true);`,
  )
  .join('')
  .concat(
    `
  GRANT SELECT (round_id) ON published_file TO lianshu_checking;
  CREATE POLICY checking_made ON published_file FOR SELECT TO lianshu_checking USING (true)`,
  );
