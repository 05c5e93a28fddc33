import type { DataSource, EntityManager } from 'typeorm';
import type { Publication, TreePlace } from '../../../checking/index.js';
import type { Commitment, RoundId } from '../../../core/identifiers.js';
import { hashLeaf, type TreeNode } from '../../../core/merkle/index.js';
import { equalOctets } from '../../../core/octets.js';
import { bytea, optionalBytea } from './check-tables.js';

const nodeSize = 32;

/** Nodes of a level that are in one row. */
const nodesPerChunk = 256;

/** Rows that one statement writes: a mebibyte. */
const chunksPerStatement = 128;

/** The first step of the search for a leaf: the tree of every elector in the country has fewer than twice as many chunks. */
const widestStep = 131_072;

/**
 * Stores the nodes of a tree. A row of the lowest level also has the commitment of its first leaf, by which a leaf is found, and how
 * many leaves there are.
 */
export async function insertTree(
  manager: EntityManager,
  round: RoundId,
  { levels, commitments }: Pick<Publication, 'levels' | 'commitments'>,
): Promise<void> {
  for (const [level, nodes] of levels.entries()) {
    const chunks = Math.ceil(nodes.length / (nodesPerChunk * nodeSize));
    const firstLeaf = (chunk: number) => (level === 0 ? commitments.at(chunk * nodesPerChunk) : undefined);
    for (let first = 0; first < chunks; first += chunksPerStatement) {
      const numbers = Array.from(
        { length: Math.min(chunksPerStatement, chunks - first) },
        (_, i) => first + i,
      );
      await manager.query(
        `INSERT INTO published_tree (round_id, level, chunk, first_leaf, tree_size, nodes)
         SELECT $1, $2, chunk, first_leaf, $3, nodes
         FROM unnest($4::integer[], $5::bytea[], $6::bytea[]) AS c (chunk, first_leaf, nodes)`,
        [
          round,
          level,
          level === 0 ? commitments.length : null,
          numbers,
          numbers.map((chunk) => optionalBytea(firstLeaf(chunk))),
          numbers.map((chunk) => bytea(chunkOf(nodes, chunk))),
        ],
      );
    }
  }
}

function chunkOf(nodes: Uint8Array, chunk: number): Uint8Array {
  const size = nodesPerChunk * nodeSize;
  return nodes.subarray(chunk * size, (chunk + 1) * size);
}

/**
 * Where a commitment stands. A binary search for the last row whose first leaf isn't after it: each step looks one row up by the
 * primary key, whatever PostgreSQL believes of the table. The leaf must be in that row.
 */
export async function findPlace(
  dataSource: DataSource,
  round: RoundId,
  commitment: Commitment,
): Promise<TreePlace | undefined> {
  const [row] = await dataSource.query<{ chunk: number; nodes: Buffer; size: number }[]>(
    `WITH RECURSIVE search (chunk, step) AS (
       SELECT 0, ${widestStep}
       UNION ALL
       SELECT chunk + CASE WHEN (SELECT t.first_leaf FROM published_tree t WHERE t.round_id = $1 AND t.level = 0
           AND t.chunk = search.chunk + search.step) <= $2 THEN step ELSE 0 END, step / 2
       FROM search WHERE step > 0
     )
     SELECT found.* FROM search, LATERAL (SELECT chunk, nodes, tree_size AS size FROM published_tree t
       WHERE t.round_id = $1 AND t.level = 0 AND t.chunk = search.chunk OFFSET 0) AS found WHERE step = 0`,
    [round, bytea(commitment)],
  );
  if (row === undefined) return undefined;
  const wanted = hashLeaf(commitment);
  for (let start = 0; start < row.nodes.length; start += nodeSize)
    if (equalOctets(row.nodes.subarray(start, start + nodeSize), wanted))
      return { index: row.chunk * nodesPerChunk + start / nodeSize, treeSize: row.size };
  return undefined;
}

/** The nodes, each 32 bytes cut out of its row. The subquery makes PostgreSQL look each one up by the primary key. */
export async function readNodes(
  dataSource: DataSource,
  round: RoundId,
  nodes: readonly TreeNode[],
): Promise<readonly Uint8Array[]> {
  const rows = await dataSource.query<{ node: Buffer | null }[]>(
    `SELECT (SELECT substring(t.nodes FROM w.start FOR ${nodeSize}) FROM published_tree t
         WHERE t.round_id = $1 AND t.level = w.level AND t.chunk = w.chunk) AS node
     FROM unnest($2::smallint[], $3::integer[], $4::integer[]) WITH ORDINALITY AS w (level, chunk, start, position)
     ORDER BY w.position`,
    [
      round,
      nodes.map(({ level }) => level),
      nodes.map(({ place }) => Math.floor(place / nodesPerChunk)),
      nodes.map(({ place }) => (place % nodesPerChunk) * nodeSize + 1),
    ],
  );
  return rows.map(({ node }) => node ?? new Uint8Array());
}
