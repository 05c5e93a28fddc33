import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inclusionProof, ProofTree } from '../../../src/core/merkle/index.js';

const commitments = fc.array(fc.uint8Array({ minLength: 32, maxLength: 32 }), {
  minLength: 1,
  maxLength: 80,
});
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

describe('the proof tree', () => {
  it('proves as RFC 9162 does, at every size and place', () => {
    fc.assert(
      fc.property(commitments, (leaves) => {
        const tree = new ProofTree(leaves);
        for (const index of leaves.keys())
          expect(tree.proof(index).map(hex)).toEqual(inclusionProof(leaves, index).map(hex));
      }),
    );
  });
});
