import type { DataSource, EntityManager } from 'typeorm';
import type { Publication, TreeLeaf } from '../../../checking/index.js';
import type { Commitment, RoundId } from '../../../core/identifiers.js';
import { hashLeaf, type TreeNode } from '../../../core/merkle/index.js';
import { equalOctets } from '../../../core/octets.js';
import { bytea, optionalBytea } from './check-tables.js';

const nodeSize = 32;

/** Nodes of a level that are in one row. */
const nodesPerChunk = 256;

/** Rows that one statement writes: a mebibyte. */
const chunksPerStatement = 128;

/** Stores the nodes of a tree. A row of the lowest level also has the commitment of its first leaf, by which a leaf is found. */
export async function insertTree(
  manager: EntityManager,
  round: RoundId,
  { levels, commitments }: Pick<Publication, 'levels' | 'commitments'>,
): Promise<void> {
  for (const [level, nodes] of levels.entries()) {
    const chunks = Math.ceil(nodes.length / (nodesPerChunk * nodeSize));
    for (let first = 0; first < chunks; first += chunksPerStatement) {
      const numbers = Array.from(
        { length: Math.min(chunksPerStatement, chunks - first) },
        (_, i) => first + i,
      );
      await manager.query(
        `INSERT INTO published_tree (round_id, level, chunk, first_leaf, nodes)
         SELECT $1, $2, chunk, first_leaf, nodes
         FROM unnest($3::integer[], $4::bytea[], $5::bytea[]) AS c (chunk, first_leaf, nodes)`,
        [
          round,
          level,
          numbers,
          numbers.map((chunk) => optionalBytea(level === 0 ? commitments[chunk * nodesPerChunk] : undefined)),
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

/** Where a commitment stands: reads the row in which it must be, and how long the last row is. */
export async function findLeaf(
  dataSource: DataSource,
  round: RoundId,
  commitment: Commitment,
): Promise<TreeLeaf | undefined> {
  const [row] = await dataSource.query<{ chunk: number; nodes: Buffer; size: number }[]>(
    `SELECT chunk, nodes, (SELECT chunk * ${nodesPerChunk} + length(nodes) / ${nodeSize} FROM published_tree
         WHERE round_id = $1 AND level = 0 ORDER BY chunk DESC LIMIT 1) AS size
     FROM published_tree WHERE round_id = $1 AND first_leaf <= $2 ORDER BY first_leaf DESC LIMIT 1`,
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
