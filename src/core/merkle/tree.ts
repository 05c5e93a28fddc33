import { createHash } from 'node:crypto';
import type { Commitment } from '../identifiers.js';
import { compareOctets } from '../octets.js';
import { sha256 } from '../sha256.js';

/** A complete subtree: its root and how many leaves it has, a power of two. */
interface Subtree {
  readonly root: Uint8Array;
  readonly size: number;
}

/**
 * Grows a tree leaf by leaf (RFC 9162 §2.1.1) and remembers only the roots of its complete subtrees, one for each bit of
 * the leaf count: a million leaves need twenty.
 */
export class MerkleTree {
  private readonly subtrees: Subtree[] = [];

  /** Appends a leaf's data. */
  append(leaf: Uint8Array): void {
    this.push({ root: hashLeaf(leaf), size: 1 });
  }

  /** Appends a complete subtree no larger than the last one. */
  private push(subtree: Subtree): void {
    let merged = subtree;
    for (let last = this.subtrees.at(-1); last?.size === merged.size; last = this.subtrees.at(-1)) {
      this.subtrees.pop();
      merged = { root: hashChildren(last.root, merged.root), size: last.size * 2 };
    }
    this.subtrees.push(merged);
  }

  /** The root over all leaves so far, 32 bytes. */
  root(): Uint8Array {
    return this.subtrees.length === 0
      ? emptyRoot()
      : this.subtrees.map(({ root }) => root).reduceRight((right, left) => hashChildren(left, right));
  }
}

/** The root over these leaves in this order (RFC 9162 §2.1.1). Commitments come sorted: see `sortedCommitments`. */
export function merkleRoot(leaves: Iterable<Uint8Array>): Uint8Array {
  const tree = new MerkleTree();
  for (const leaf of leaves) tree.append(leaf);
  return tree.root();
}

const leafPrefix = Uint8Array.of(0);
const nodePrefix = Uint8Array.of(1);

/** The hash of a leaf's data (RFC 9162 §2.1.1), SHA-256. */
export function hashLeaf(data: Uint8Array): Uint8Array {
  return createHash('sha256').update(leafPrefix).update(data).digest();
}

/** The hash of a node over its children (RFC 9162 §2.1.1). */
export function hashChildren(left: Uint8Array, right: Uint8Array): Uint8Array {
  return createHash('sha256').update(nodePrefix).update(left).update(right).digest();
}

/** The root of a tree without leaves: the hash of nothing. */
function emptyRoot(): Uint8Array {
  return sha256(new Uint8Array());
}

/** Commitments in the order in which they become leaves: by their bytes, so that the order tells nothing of when they came. */
export function sortedCommitments(commitments: readonly Commitment[]): Commitment[] {
  return [...commitments].sort((a, b) => compareOctets(a, b));
}
