import { expect, it } from '@jest/globals';
import { answerOf } from '../../../../src/web/api/answer';

const problem = { status: 409, code: 'nothing-to-object-to', detail: 'It counts.' };
const answered = (status: number, parts: { data?: unknown; error?: unknown } = {}, headers = {}) =>
  Promise.resolve({ ...parts, response: new Response(null, { status, headers }) });

it.each([
  ['data', answered(200, { data: { a: 1 } }), { kind: 'answered', data: { a: 1 } }],
  ['no content, where none is promised', answered(204), { kind: 'answered', data: undefined }],
  ['nothing, where data is promised', answered(200), { kind: 'unknown' }],
  ['a refusal', answered(409, { error: problem }), { kind: 'refused', problem, retryAfter: undefined }],
  [
    'a refusal for now',
    answered(503, { error: { ...problem, status: 503 } }, { 'retry-after': '20' }),
    { kind: 'refused', problem: { ...problem, status: 503 }, retryAfter: 20 },
  ],
  [
    'a database that was lost on the way',
    answered(503, { error: { ...problem, status: 503, code: 'outcome-unknown' } }),
    { kind: 'unknown' },
  ],
  ['an internal error', answered(500, { error: { ...problem, status: 500 } }), { kind: 'unknown' }],
  ['a gateway’s page', answered(502, { error: '<html>' }), { kind: 'unknown' }],
  ['no answer', Promise.reject(new TypeError('Failed to fetch')), { kind: 'unknown' }],
])('%s', async (_what, pending, expected) => {
  expect(await answerOf(pending)).toEqual(expected);
});
