import { describe, expect, it } from '@jest/globals';
import { fail, mapValue, ok } from '../../../src/core/result.js';

describe('mapValue', () => {
  it('makes another value of a value', () => {
    expect(mapValue(ok(2), String)).toEqual({ ok: true, value: '2' });
  });

  it('leaves a failure as it is', () => {
    expect(mapValue(fail('no', { line: 1 }), String)).toEqual(fail('no', { line: 1 }));
  });
});
