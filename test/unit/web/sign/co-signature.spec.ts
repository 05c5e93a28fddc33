import { describe, expect, it } from '@jest/globals';
import createClient from 'openapi-fetch';
import type { NationalId } from '../../../../src/core/national-id.js';
import type { paths } from '../../../../src/web/api/schema';
import { sendCoSignature } from '../../../../src/web/pages/sign/co-signature';

const signed = {
  caseNumber: '9001',
  nationalId: 'A123456789' as NationalId,
  challenge: 'abc',
  signedData: Uint8Array.of(0x30, 0),
};
const taken = { commitment: 'ab'.repeat(32), receipt: 'eyJ.a.b', recordedOn: '2026-03-03' };

type Answered = (request: Request) => Promise<Response>;
const sentWith = (fetch: Answered) =>
  sendCoSignature(createClient<paths>({ baseUrl: 'https://lianshu.test.invalid', fetch }), signed);

const json = (status: number, body: unknown, headers: Record<string, string> = {}): Answered => {
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  return () =>
    Promise.resolve(
      new Response(JSON.stringify(body), { status, headers: { 'content-type': type, ...headers } }),
    );
};
const problem = (status: number, code: string, members: object = {}, headers?: Record<string, string>) =>
  json(status, { type: 'about:blank', title: '', status, code, detail: '…', ...members }, headers);

describe('sending a co-signature', () => {
  it('posts number, challenge and signature in the body, and none of them in the address', async () => {
    let asked: { url: string; body: unknown } | undefined;
    await sentWith(async (request) => {
      asked = { url: request.url, body: await request.json() };
      return json(201, taken)(request);
    });
    expect(asked).toEqual({
      url: 'https://lianshu.test.invalid/api/v1/cases/9001/co-signatures',
      body: {
        nationalId: 'A123456789',
        challenge: 'abc',
        signature: { form: 'cms', signedData: 'MAA=' },
      },
    });
  });

  it.each<[string, Answered, object]>([
    ['201', json(201, taken), { kind: 'taken', taken: { ...taken, earlier: false } }],
    [
      '409 with a receipt',
      problem(409, 'already-co-signed', taken),
      { kind: 'taken', taken: { ...taken, earlier: true } },
    ],
    ['409 without a receipt', problem(409, 'already-co-signed'), { kind: 'refused' }],
    ['409 for another reason', problem(409, 'not-collecting'), { kind: 'refused' }],
    ['422', problem(422, 'certificate-revoked'), { kind: 'refused' }],
    [
      '503 while the lead submits',
      problem(503, 'submission-in-progress', {}, { 'retry-after': '240' }),
      { kind: 'later', seconds: 240 },
    ],
    [
      '503 by too many',
      problem(503, 'temporarily-unavailable', {}, { 'retry-after': '30' }),
      { kind: 'later', seconds: 30 },
    ],
    [
      '503 while two people have paused the intake',
      problem(503, 'intake-paused', {}, { 'retry-after': '60' }),
      { kind: 'later', seconds: 60 },
    ],
    ['503 by a database that was lost on the way', problem(503, 'outcome-unknown'), { kind: 'unknown' }],
    ['429 without a time', problem(429, 'too-many-requests'), { kind: 'later', seconds: 20 }],
    [
      '503 by stale revocation data',
      problem(503, 'revocation-unavailable', {}, { 'retry-after': '30' }),
      { kind: 'refused' },
    ],
    ['500', problem(500, 'internal-error'), { kind: 'unknown' }],
    ['a gateway’s 502', () => Promise.resolve(new Response('<html>', { status: 502 })), { kind: 'unknown' }],
    [
      'a gateway’s 503 in HTML',
      () => Promise.resolve(new Response('<html>', { status: 503 })),
      { kind: 'unknown' },
    ],
    ['no answer', () => Promise.reject(new TypeError('network')), { kind: 'unknown' }],
    ['201 cut short', () => Promise.resolve(new Response('{"commit', { status: 201 })), { kind: 'unknown' }],
    [
      '201 without a body',
      () => Promise.resolve(new Response(null, { status: 201, headers: { 'content-length': '0' } })),
      { kind: 'unknown' },
    ],
  ])('takes %s for what it is', async (_what, answered, expected) => {
    expect(await sentWith(answered)).toMatchObject(expected);
  });
});
