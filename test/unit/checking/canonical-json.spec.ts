import { describe, expect, it } from '@jest/globals';
import { canonicalJson, type CanonicalValue } from '../../../src/checking/canonical-json.js';

describe('canonicalJson (RFC 8785)', () => {
  it.each<[string, CanonicalValue, string]>([
    ['sorts members', { b: 1, a: { d: [], c: true } }, '{"a":{"c":true,"d":[]},"b":1}'],
    ['sorts by code unit', { é: 1, z: 2, '10': 3, '9': 4 }, '{"10":3,"9":4,"z":2,"é":1}'],
    ['keeps the order of arrays', [2, 1, 'b"\n'], '[2,1,"b\\"\\n"]'],
    ['writes Han as UTF-8', '連署', '"連署"'],
  ])('%s', (_what, value, text) => {
    expect(Buffer.from(canonicalJson(value)).toString('utf8')).toBe(text);
  });

  it('throws on what is not a safe integer', () => {
    for (const number of [0.5, NaN, 2 ** 53]) expect(() => canonicalJson({ number })).toThrow(RangeError);
  });
});
