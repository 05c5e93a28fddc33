import { describe, expect, it } from '@jest/globals';
import { verifyInclusion } from '../../src/core/merkle/index.js';
import { vectors } from '../support/vectors.js';

interface Vector {
  readonly leafIdx: number;
  readonly treeSize: number;
  readonly root: string;
  readonly leafHash: string;
  readonly proof: readonly string[] | null;
  readonly desc: string;
  readonly wantErr: boolean;
  readonly file: string;
}

const cases = vectors<Vector[]>('merkle/inclusion.json');

(cases === undefined ? describe.skip : describe)('RFC 6962 inclusion proofs', () => {
  it('there are 98 of them', () => expect(cases).toHaveLength(98));

  it.each(cases ?? [])('$file: $desc', ({ leafIdx, treeSize, root, leafHash, proof, wantErr }) => {
    const claim = {
      index: leafIdx,
      treeSize,
      root: Buffer.from(root, 'base64'),
      leafHash: Buffer.from(leafHash, 'base64'),
      proof: (proof ?? []).map((hash) => Buffer.from(hash, 'base64')),
    };
    expect(verifyInclusion(claim)).toBe(!wantErr);
  });
});
