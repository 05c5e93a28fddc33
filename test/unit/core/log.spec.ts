import { describe, expect, it } from '@jest/globals';
import { describeBug, stackFrames } from '../../../src/core/log.js';

const secret = 'A123456789';

describe('an error as the log may see it', () => {
  it('is its class, its code and where it was thrown, without its message', () => {
    const error = Object.assign(new TypeError(`${secret}\n  of a row`), { code: '23505', detail: secret });
    const described = describeBug(error);
    expect(described).toMatchObject({ type: 'TypeError', code: '23505' });
    expect(described.frames[0]).toMatch(/^at /);
    expect(JSON.stringify(described)).not.toContain(secret);
  });

  it.each<[string, unknown, object]>([
    ['an error whose code is a number', Object.assign(new Error(), { code: 5 }), { type: 'Error' }],
    [
      'an error without a stack',
      Object.assign(new Error(), { stack: undefined }),
      { type: 'Error', frames: [] },
    ],
    ['text', secret, { type: 'string', frames: [] }],
    ['nothing', undefined, { type: 'undefined', frames: [] }],
  ])('is little of %s', (_what, error, expected) => {
    expect(describeBug(error)).toMatchObject(expected);
    expect(describeBug(error)).not.toHaveProperty('code');
  });

  it('keeps no line of a message that has several', () => {
    expect(stackFrames(`Error: ${secret}\nmore of it\n    at f (a.ts:1:2)\n    at g (b.ts:3:4)`)).toEqual([
      'at f (a.ts:1:2)',
      'at g (b.ts:3:4)',
    ]);
  });
});
