import { runInNewContext } from 'node:vm';
import { expect, it } from '@jest/globals';
import { errorCode } from '../../../src/core/error-code.js';

it.each<[string, unknown, unknown]>([
  ['an error with a code', Object.assign(new Error('x'), { code: 'ENOENT' }), 'ENOENT'],
  ['a number for a code', { code: 256 }, 256],
  ['an error without one', new Error('x'), undefined],
  [
    'an error of another realm',
    runInNewContext(`Object.assign(new Error('x'), { code: 'EEXIST' })`),
    'EEXIST',
  ],
  ['null', null, undefined],
  ['text', 'ENOENT', undefined],
])('the code of %s', (_what, error, code) => {
  expect(errorCode(error)).toBe(code);
});
