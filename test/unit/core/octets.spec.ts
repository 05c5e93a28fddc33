import { describe, expect, it } from '@jest/globals';
import { equalOctets, octetAt } from '../../../src/core/octets.js';
import { SerialChainsBuilder } from '../../../src/core/revocation/crl/serial-table.js';
import { uint32At } from '../../../src/core/revocation/crl/uint32-list.js';

describe('octets', () => {
  it('are equal when all of them are', () => {
    expect(equalOctets(Uint8Array.of(1, 2), Buffer.of(1, 2))).toBe(true);
    expect(equalOctets(Uint8Array.of(1, 2), Uint8Array.of(1, 3))).toBe(false);
    expect(equalOctets(Uint8Array.of(1, 2), Uint8Array.of(1))).toBe(false);
  });

  it.each([-1, 2, 0.5])('have none at %d of two', (index) => {
    expect(() => octetAt(Uint8Array.of(0, 255), index)).toThrow(RangeError);
    expect(() => new SerialChainsBuilder(Uint8Array.of(0, 255), 1).add(index, 3)).toThrow(RangeError);
    expect(() => uint32At(Uint32Array.of(0, 2 ** 32 - 1), index)).toThrow(RangeError);
  });

  it('are read where there are some', () => {
    expect([0, 1].map((index) => octetAt(Uint8Array.of(0, 255), index))).toEqual([0, 255]);
    expect([0, 1].map((index) => uint32At(Uint32Array.of(0, 2 ** 32 - 1), index))).toEqual([0, 2 ** 32 - 1]);
  });
});
