import { describe, expect, it } from '@jest/globals';
import { canonicalJson, type JsonValue } from '../../../src/core/canonical-json.js';

describe('canonical JSON (RFC 8785)', () => {
  it.each<[JsonValue, string]>([
    [null, 'null'],
    [true, 'true'],
    ['é"\u0007\n/', '"é\\"\\u0007\\n/"'],
    [-0, '0'],
    [9007199254740991, '9007199254740991'],
    [[3, [], {}], '[3,[],{}]'],
    [{ b: 1, a: { d: 2, c: [true] } }, '{"a":{"c":[true],"d":2},"b":1}'],
    // RFC 8785 §3.2.3: by UTF-16 code units, so that a surrogate comes before U+FB33.
    [
      { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 },
      '{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\ud83d\ude00":5,"\ufb33":3}',
    ],
  ])('writes %p', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it.each([0.5, NaN, Infinity, 2 ** 53])(
    'has no number %p, which programs may write differently',
    (number) => {
      expect(() => canonicalJson({ a: [number] })).toThrow('safe integer');
    },
  );
});
