import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inclusionProof, readInclusionProof, treeLevels } from '../../../src/core/merkle/index.js';

const commitments = fc.array(fc.uint8Array({ minLength: 32, maxLength: 32 }), {
  minLength: 1,
  maxLength: 300,
});
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

describe('a proof read from the levels of a tree', () => {
  it('is the one that RFC 9162 makes of all leaves, at every size and place', async () => {
    await fc.assert(
      fc.asyncProperty(commitments, fc.nat(), async (leaves, any) => {
        const levels = treeLevels(leaves);
        const index = any % leaves.length;
        const proof = await readInclusionProof(index, leaves.length, (nodes) =>
          Promise.resolve(
            nodes.map(({ level, place }) =>
              (levels[level] ?? Buffer.of()).subarray(place * 32, place * 32 + 32),
            ),
          ),
        );
        expect(proof.map(hex)).toEqual(inclusionProof(leaves, index).map(hex));
      }),
    );
  });
});
