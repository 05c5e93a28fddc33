import type { Commitment } from '../identifiers.js';

/** Commitments in the order in which they become leaves: by their bytes, so that the order tells nothing of when they came. */
export function sortedCommitments(commitments: readonly Commitment[]): Commitment[] {
  return [...commitments].sort((a, b) => Buffer.compare(a, b));
}
