import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Response } from 'supertest';
import { answerProbe, openRound, submitRound } from '../../../src/core/ceremony/index.js';
import { base64, type LeadCaseToSign, roundOpening, valueOf } from '../../../src/devkit/index.js';
import type { CaseNumber } from '../../../src/core/identifiers.js';
import { CaseService, ServiceSwitches } from '../../../src/cases/index.js';
import { PublicResults } from '../../../src/checking/index.js';
import { dataOfPages } from '../../../src/http/pages/page-data.js';
import { ServiceStatus } from '../../../src/http/platform/service-status.js';
import { staffRoles } from '../../../src/staff/index.js';
import { origin, type TestApplication, type TestCase } from '../../support/application/application.js';
import { collectingCase, issuedCase } from '../../support/application/cases.js';
import { citizens, coSign } from '../../support/application/co-signers.js';
import { exchange } from '../../support/application/exchange.js';
import { TestInstallation } from '../../support/application/installation.js';

const caseNumber = '9001' as CaseNumber;
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

/** The pattern of the page at an address of the platform. */
const pagePatternOf = (address: string): string =>
  new URL(address).pathname.replace(/\/9001$/, '/:caseNumber');

describe('the lead over HTTP', () => {
  let installation: TestInstallation;
  let application: TestApplication;
  let main: TestCase;
  let keyless: TestCase | undefined;
  beforeAll(async () => {
    installation = await TestInstallation.create();
    application = await installation.start();
  });
  afterAll(() => installation.remove());

  const tokenOf = async (of: TestCase): Promise<string | undefined> => (await application.asLead(of)).token;
  const send = (
    method: 'get' | 'post',
    path: string,
    token: string | undefined,
    body: object | undefined,
  ): Promise<Response> => {
    const request = application.request[method](`/api/v1/${path}`);
    if (token !== undefined) void request.set('authorization', `Bearer ${token}`);
    return Promise.resolve(body === undefined ? request : request.send(body));
  };

  it('goes from code to submission and takes the records along', async () => {
    const card = installation.people.lead;
    main = await issuedCase(application, '9001', card, { electorTotal: 1000 });
    let token = await tokenOf(main);
    const own = await send('get', 'lead/case', token, undefined);
    expect(own.body).toMatchObject({ number: '9001', state: 'code-issued', round: { round: 1 } });
    expect(own.body).not.toHaveProperty('signingAddress');
    const made = valueOf(await openRound(roundOpening(card, own.body as LeadCaseToSign)));
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
      signingAddress: `${origin}/cases/9001`,
      round: { openedOn: '2026-03-02', publicKey: base64(made.publicKey) },
    });

    // The address leads to the case's page.
    const { signingAddress } = opened.body as { signingAddress: string };
    const pages = dataOfPages(
      () => application.get(CaseService),
      () => application.get(ServiceStatus),
      () => application.get(PublicResults),
      () => application.get(ServiceSwitches),
    );
    expect(pages.has(pagePatternOf(signingAddress))).toBe(true);

    await installation.nextDay();
    token = await tokenOf(main);
    await coSign(application, '9001', citizens(3));
    expect((await send('get', 'lead/progress', token, undefined)).body).toEqual({
      recordCount: 3,
      byDay: [{ day: '2026-03-03', count: 3 }],
      daysLeft: 184,
      lastDay: '2026-09-02',
      movedBy: [],
      today: '2026-03-03',
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
          caseNumber,
          round: 1,
          origin,
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

  describe('every route', () => {
    let others: readonly (string | undefined)[];
    beforeAll(async () => {
      const lapsing = await collectingCase(application, '9005', installation.people.otherLead);
      const { round } = await (
        await application.asLead(lapsing)
      ).get<{ round: { lastDay: string } }>('lead/case');
      await installation.moveTo(new Date(`${round.lastDay}T15:30:00Z`));
      const ended = await tokenOf(lapsing);
      await installation.moveTo(new Date(`${round.lastDay}T16:00:00Z`));
      others = [undefined, 'nonsense', (await application.as(...staffRoles)).token, ended];
    });

    it.each(routes)(
      '%s %s asks everybody but the lead to sign in, with the same answer for every case',
      async (method, path, body) => {
        const nobody = await exchange(application, { method: 'get', path: '/api/v1/lead/case' });
        expect(nobody.status).toBe(401);
        for (const token of others)
          expect(await exchange(application, { method, path: `/api/v1/${path}`, token, body })).toEqual(
            nobody,
          );
      },
    );
  });

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
    keyless ??= await issuedCase(application, '9002', installation.people.lead);
    const answer = await send('post', path, await tokenOf(keyless), body);
    expect({ status: answer.status, body: answer.body as unknown }).toMatchObject({
      status: 400,
      body: { code: 'request-invalid' },
    });
  });

  it.each(['limit=0', 'limit=501', 'limit=x', 'after=00', 'after=zz', 'round=3', 'more=1'])(
    'refuses a page of records with %s',
    async (query) => {
      const answer = await send('get', `lead/round/records?${query}`, await tokenOf(main), undefined);
      expect(answer.status).toBe(400);
    },
  );

  it.each(['lead/round/key', 'lead/submission'])(
    'takes the largest body the fields allow at %s',
    async (path) => {
      const largest = base64(Buffer.alloc(32_768, 0x30));
      const wrappedKey = base64(Buffer.alloc(16_384, 0x30));
      const of =
        path === 'lead/submission'
          ? await collectingCase(application, '9003', installation.people.lead)
          : await issuedCase(application, '9004', installation.people.lead);
      const body =
        path === 'lead/submission'
          ? { statement: largest, wrappedKey }
          : { publicKey: 'AAAA', wrappedKey, keyStatement: largest };
      const answer = await send('post', path, await tokenOf(of), body);
      expect((answer.body as { code: string }).code).toMatch(/^(evidence-|round-key-unsuitable$)/);
    },
  );
});
