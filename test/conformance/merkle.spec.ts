import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { verifyInclusion } from '../../src/core/merkle/index.js';
import { describeVectors, vectorPath } from '../support/vectors/vectors.js';

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

describeVectors('merkle', () => {
  const cases = JSON.parse(readFileSync(vectorPath('merkle', 'inclusion.json'), 'utf8')) as Vector[];

  it('has 98 proofs', () => expect(cases).toHaveLength(98));

  it.each(cases)('$file: $desc', ({ leafIdx, treeSize, root, leafHash, proof, wantErr }) => {
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
