import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Response } from 'supertest';
import { answerProbe, openRound, submitRound } from '../../../src/core/ceremony/index.js';
import { DemoPki, type MockCard, valueOf } from '../../../src/devkit/index.js';
import {
  caseNumber,
  commissionKeyOf,
  connectPlatform,
  openCase,
  registerCase,
  type TestPlatform,
} from '../../support/cases/platform.js';
import { seenOf, serveCases } from '../../support/cases/server.js';
import { createTestDatabase, type TestDatabase } from '../../support/postgres/database.js';

const at = new Date('2025-07-31T02:00:00Z');
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const bytes = (text: unknown): Uint8Array => Buffer.from(String(text), 'base64');

const routes = [
  ['get', 'lead/case', undefined],
  ['post', 'lead/round/key', { publicKey: 'AAAA', wrappedKey: 'AAAA', keyStatement: 'AAAA' }],
  ['post', 'lead/round/opening', { probe: 'AAAA' }],
  ['get', 'lead/progress', undefined],
  ['post', 'lead/submission/draft', {}],
  ['post', 'lead/submission', { statement: 'AAAA', wrappedKey: 'AAAA' }],
  ['get', 'lead/round/records', undefined],
] as const;

describe('the lead over HTTP', () => {
  let database: TestDatabase;
  let platform: TestPlatform;
  let served: Awaited<ReturnType<typeof serveCases>>;
  let card: MockCard;
  beforeAll(async () => {
    const pki = DemoPki.create({ seed: 'lead over http', at });
    card = pki.issueCard({
      name: '王領銜',
      nationalId: 'A123456789',
      holderSerialNumber: '0000000114000001',
    });
    database = await createTestDatabase();
    platform = await connectPlatform(database.url, at, commissionKeyOf(pki.commission));
    served = await serveCases(platform);
  });
  afterAll(async () => {
    await served.server.stop();
    await platform.close();
    await database.drop();
  });

  const send = (
    method: 'get' | 'post',
    path: string,
    token: string | undefined,
    body: object | undefined,
  ): Promise<Response> => {
    const request = served.server.request[method](`/api/v1/${path}`);
    if (token !== undefined) void request.set('authorization', `Bearer ${token}`);
    return Promise.resolve(body === undefined ? request : request.send(body));
  };

  it('goes from the access code to the submission, and downloads the records', async () => {
    await registerCase(platform, card, '9001');
    const token = await served.sessions.lead('9001');
    const own = await send('get', 'lead/case', token, undefined);
    expect(own.body).toMatchObject({ number: '9001', state: 'code-issued', round: { round: 1 } });
    expect(own.body).not.toHaveProperty('signingAddress');
    const { undertaking } = own.body as { undertaking: string };
    const made = valueOf(await openRound({ card, caseNumber: caseNumber('9001'), round: 1, undertaking }));
    const handed = await send('post', 'lead/round/key', token, {
      publicKey: base64(made.publicKey),
      wrappedKey: base64(made.wrappedKey),
      keyStatement: base64(made.keyStatement),
    });
    expect(handed.status).toBe(200);
    const { sealedProbe } = handed.body as { sealedProbe: string };
    const probe = valueOf(await answerProbe(card, made.wrappedKey, bytes(sealedProbe)));
    const opened = await send('post', 'lead/round/opening', token, { probe: base64(probe) });
    expect(opened.body).toMatchObject({
      state: 'collecting',
      signingAddress: 'https://connect.test.invalid/cases/9001',
      round: { openedOn: '2025-07-31', publicKey: base64(made.publicKey) },
    });

    platform.clock.set(new Date('2025-08-01T04:00:00Z'));
    const round = await platform.openRounds.find(caseNumber('9001'));
    if (round === undefined) throw new Error('not open');
    for (let count = 0; count < 3; count++) await platform.coSign(round.id, made.publicKey, round.firstDay);
    expect((await send('get', 'lead/progress', token, undefined)).body).toEqual({
      recordCount: 3,
      byDay: [{ day: '2025-08-01', count: 3 }],
      daysLeft: 184,
      threshold: 15,
      shareOfThreshold: 0.2,
    });
    const page = await send('get', 'lead/round/records?limit=2', token, undefined);
    const { next, records } = page.body as { next: string; records: { commitment: string }[] };
    expect(records).toHaveLength(2);
    expect(next).toBe(records[1]?.commitment);
    const rest = await send('get', `lead/round/records?limit=2&after=${next}`, token, undefined);
    expect((rest.body as { records: unknown[] }).records).toHaveLength(1);
    expect(rest.body).not.toHaveProperty('next');

    const draft = await send('post', 'lead/submission/draft', token, {});
    const { recordCount, merkleRoot, commissionCertificate } = draft.body as {
      recordCount: number;
      merkleRoot: string;
      commissionCertificate: string;
    };
    const submission = valueOf(
      await submitRound({
        card,
        wrappedKey: made.wrappedKey,
        publicKey: made.publicKey,
        commissionCertificate: bytes(commissionCertificate),
        draft: {
          caseNumber: caseNumber('9001'),
          round: 1,
          recordCount,
          merkleRoot: Buffer.from(merkleRoot, 'hex'),
        },
      }),
    );
    const body = { statement: base64(submission.statement), wrappedKey: base64(submission.wrappedKey) };
    const submitted = await send('post', 'lead/submission', token, body);
    expect({ status: submitted.status, body: submitted.body as unknown }).toEqual({
      status: 201,
      body: { recordCount: 3, merkleRoot },
    });
    const again = await send('post', 'lead/submission', token, body);
    expect({ status: again.status, body: again.body as unknown }).toMatchObject({
      status: 409,
      body: { code: 'transition-not-allowed' },
    });
    expect((await send('get', 'lead/case', token, undefined)).body).toMatchObject({
      state: 'submitted',
      round: { submission: { recordCount: 3, merkleRoot } },
    });
  });

  it.each(routes)(
    '%s %s answers everybody but the lead as a case that does not exist',
    async (method, path, body) => {
      const others = [
        undefined,
        'nonsense',
        await served.sessions.staff('registrar', 'verifier', 'approver', 'auditor'),
        await served.sessions.lead('999999'),
      ];
      const unknown = await send('get', 'cases/999999', undefined, undefined);
      expect(unknown.status).toBe(404);
      for (const token of others)
        expect(seenOf(await send(method, path, token, body))).toEqual(seenOf(unknown));
    },
  );

  it.each([
    ['lead/round/key', { publicKey: 'AAAA', wrappedKey: 'AAAA', keyStatement: 'AAAA', more: 1 }],
    ['lead/round/key', { publicKey: 'AAAA', wrappedKey: 'AAAA' }],
    ['lead/round/key', { publicKey: 'A', wrappedKey: 'AAAA', keyStatement: 'AAAA' }],
    ['lead/round/key', { publicKey: 'AAAA', wrappedKey: base64(Buffer.alloc(16_387)), keyStatement: 'AAAA' }],
    ['lead/round/opening', { probe: 'AAAA', more: 1 }],
    ['lead/round/opening', { probe: ['AAAA'] }],
    ['lead/submission', { statement: 'AAAA', wrappedKey: 'AAAA', recordCount: 0 }],
    ['lead/submission', { statement: 1, wrappedKey: 'AAAA' }],
  ])('refuses at %s the body %j', async (path, body) => {
    platform.clock.set(at);
    if ((await platform.cases.find(caseNumber('9002'))) === undefined)
      await registerCase(platform, card, '9002');
    const answer = await send('post', path, await served.sessions.lead('9002'), body);
    expect({ status: answer.status, body: answer.body as unknown }).toMatchObject({
      status: 400,
      body: { code: 'request-invalid' },
    });
  });

  it.each(['limit=0', 'limit=501', 'limit=x', 'after=00', 'after=zz', 'round=3', 'more=1'])(
    'refuses a page of records with %s',
    async (query) => {
      const answer = await send(
        'get',
        `lead/round/records?${query}`,
        await served.sessions.lead('9001'),
        undefined,
      );
      expect(answer.status).toBe(400);
    },
  );

  it.each(['lead/round/key', 'lead/submission'])(
    'takes the largest body the fields allow at %s',
    async (path) => {
      const largest = base64(Buffer.alloc(32_768, 0x30));
      const wrappedKey = base64(Buffer.alloc(16_384, 0x30));
      platform.clock.set(at);
      const number = path === 'lead/submission' ? '9003' : '9004';
      await registerCase(platform, card, number);
      if (path === 'lead/submission') await openCase(platform, card, caseNumber(number));
      const body =
        path === 'lead/submission'
          ? { statement: largest, wrappedKey }
          : { publicKey: 'AAAA', wrappedKey, keyStatement: largest };
      const answer = await send('post', path, await served.sessions.lead(number), body);
      expect((answer.body as { code: string }).code).toMatch(/^(evidence-|round-key-unsuitable$)/);
    },
  );
});
