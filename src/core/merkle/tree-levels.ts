import { hashChildren, hashLeaf, merkleRoot } from './tree.js';

/** Octets of a node: SHA-256. */
const nodeSize = 32;

/** A node of a tree: its level, 0 for the hashes of the leaves, and its place in it from the left. */
export interface TreeNode {
  readonly level: number;
  readonly place: number;
}

/** Leaves, however they are kept. */
export interface Leaves extends Iterable<Uint8Array> {
  readonly length: number;
}

/**
 * All nodes of a tree (RFC 9162 §2.1.1): a level each, from the hashes of the leaves up to the root, its nodes of 32 bytes one after
 * the other. A node without a sibling moves up as it is, which is the standard's uneven split. Without leaves, no level.
 */
export function treeLevels(leaves: Leaves): readonly Uint8Array[] {
  const building = buildLevels(leaves);
  for (;;) {
    const step = building.next();
    if (step.done === true) return step.value;
  }
}

/** As {@link treeLevels}; calls `pause` after each 8,192 nodes, so that a million leaves keep nobody waiting for seconds. */
export async function treeLevelsInTurns(
  leaves: Leaves,
  pause: () => Promise<void>,
): Promise<readonly Uint8Array[]> {
  const building = buildLevels(leaves);
  for (;;) {
    const step = building.next();
    if (step.done === true) return step.value;
    await pause();
  }
}

/** The root of a tree (RFC 9162 §2.1.1), made as by {@link treeLevelsInTurns}: the same as `merkleRoot`. */
export async function merkleRootInTurns(leaves: Leaves, pause: () => Promise<void>): Promise<Uint8Array> {
  return (await treeLevelsInTurns(leaves, pause)).at(-1) ?? merkleRoot([]);
}

/** Nodes that are made in one turn. */
const nodesPerTurn = 8_192;

function* buildLevels(leaves: Leaves): Generator<void, readonly Uint8Array[]> {
  if (leaves.length === 0) return [];
  const lowest = new Uint8Array(leaves.length * nodeSize);
  let index = 0;
  for (const leaf of leaves) {
    lowest.set(hashLeaf(leaf), index * nodeSize);
    index += 1;
    if (index % nodesPerTurn === 0) yield;
  }
  const levels = [lowest];
  for (let level = lowest; level.length > nodeSize; levels.push(level)) level = yield* parentsOf(level);
  return levels;
}

function* parentsOf(level: Uint8Array): Generator<void, Uint8Array<ArrayBuffer>> {
  const parents = new Uint8Array(Math.ceil(level.length / (2 * nodeSize)) * nodeSize);
  for (let start = 0; start < level.length; start += 2 * nodeSize) {
    const left = level.subarray(start, start + nodeSize);
    const right = level.subarray(start + nodeSize, start + 2 * nodeSize);
    parents.set(right.length === 0 ? left : hashChildren(left, right), start / 2);
    if (start % (2 * nodeSize * nodesPerTurn) === 0) yield;
  }
  return parents;
}

/**
 * Where the hashes of an inclusion proof stand (RFC 9162 §2.1.3.1), lowest first: at most log2 of the leaves, rounded up. Throws when
 * there is no such leaf.
 */
export function proofNodes(index: number, treeSize: number): readonly TreeNode[] {
  if (!Number.isSafeInteger(index) || index < 0 || index >= treeSize) throw new RangeError('no such leaf');
  const nodes: TreeNode[] = [];
  let place = index;
  let width = treeSize;
  for (let level = 0; width > 1; level += 1) {
    const sibling = place % 2 === 0 ? place + 1 : place - 1;
    if (sibling < width) nodes.push({ level, place: sibling });
    place = Math.floor(place / 2);
    width = Math.ceil(width / 2);
  }
  return nodes;
}

/** Reads these nodes of {@link treeLevels}, wherever they are kept, in this order. */
export type NodeReader = (nodes: readonly TreeNode[]) => Promise<readonly Uint8Array[]>;

/**
 * The inclusion proof (RFC 9162 §2.1.3.1) of the leaf at `index`, as `inclusionProof` makes it from all leaves. Reads its hashes, and
 * nothing else. Throws when there is no such leaf, and when a node is not there.
 */
export async function readInclusionProof(
  index: number,
  treeSize: number,
  read: NodeReader,
): Promise<readonly Uint8Array[]> {
  const wanted = proofNodes(index, treeSize);
  const found = await read(wanted);
  if (found.length !== wanted.length || found.some(({ length }) => length !== nodeSize))
    throw new Error('a node of the tree is not there');
  return found;
}
