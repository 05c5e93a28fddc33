import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { compactVerify, createLocalJWKSet } from 'jose';
import createClient, { type Client } from 'openapi-fetch';
import { encodePem } from '../../src/core/pem.js';
import { cardOf, privateKeyPem } from '../../src/devkit/index.js';
import type { components, paths } from '../../src/web/api/schema.js';
import { type TestApplication, origin } from '../support/application/application.js';
import { collectingCase, enterStaff } from '../support/application/cases.js';
import { citizen } from '../support/application/co-signers.js';
import { TestInstallation } from '../support/application/installation.js';
import { OpensslFolder } from '../support/openssl.js';

// A co-signer who has no code of ours: the types and the client that anybody makes of docs/api/openapi.json, and openssl with a key and
// a certificate in files. Each step takes what the API answered to the one before.

let installation: TestInstallation;
let application: TestApplication;
let client: Client<paths>;
const openssl = new OpensslFolder();
const person = citizen('with openssl alone');

beforeAll(async () => {
  installation = await TestInstallation.create();
  application = await installation.start();
  await enterStaff(application);
  await collectingCase(application, '9001', installation.people.lead);
  client = createClient<paths>({ baseUrl: application.address });
  const card = cardOf(person, installation.pki);
  openssl.put('card.pem', encodePem('CERTIFICATE', card.signingCertificate));
  openssl.put('card.key', privateKeyPem(card.signingKey));
});

afterAll(async () => {
  openssl.remove();
  await installation.remove();
});

type CardSignature = components['schemas']['CardSignatureDto'];

/** What openssl signs of a text. */
function signed(text: string): CardSignature {
  const file = openssl.put('statement.txt', text);
  const keys = ['-signer', 'card.pem', '-inkey', 'card.key'];
  const form = ['-sign', '-binary', '-nodetach', '-md', 'sha256', '-outform', 'DER'];
  const der = openssl.must('cms', ...form, '-in', file, ...keys);
  return { form: 'cms', signedData: der.toString('base64') };
}

const at9001 = { params: { path: { caseNumber: '9001' } } };

async function coSign() {
  const { data } = await client.POST('/api/v1/cases/{caseNumber}/challenges', at9001);
  if (data === undefined) throw new Error('no challenge');
  const { beforeNationalId, afterNationalId } = data.statement;
  const { nationalId } = person;
  const signature = signed(`${beforeNationalId}${nationalId}${afterNationalId}`);
  const body = { nationalId, challenge: data.challenge, signature };
  return client.POST('/api/v1/cases/{caseNumber}/co-signatures', { ...at9001, body });
}

type Taken = components['schemas']['CoSignatureAnswer'];
let taken: Taken;

describe('the generated client and openssl', () => {
  it('find the case, and are told to come back on its first day', async () => {
    const { data } = await client.GET('/api/v1/cases', { params: { query: { limit: 10 } } });
    expect(data?.cases).toMatchObject([{ number: '9001', state: 'collecting' }]);
    expect(data?.cases[0]?.daysLeft).toBeUndefined();
    const { error, response } = await client.POST('/api/v1/cases/{caseNumber}/challenges', at9001);
    expect([response.status, error?.code]).toEqual([409, 'collecting-not-begun']);
    expect(error?.detail).toBe('本案自 2026 年 3 月 3 日起開始連署。請於當日起再來連署。');
  });

  it('co-sign it, and get a receipt under the published keys', async () => {
    await installation.nextDay();
    const { data, response } = await coSign();
    if (data === undefined) throw new Error(`refused with ${String(response.status)}`);
    taken = data;
    const { data: keys } = await client.GET('/api/v1/keys');
    const verified = await compactVerify(taken.receipt, createLocalJWKSet({ keys: [...(keys?.keys ?? [])] }));
    expect(JSON.parse(Buffer.from(verified.payload).toString())).toMatchObject({
      iss: origin,
      case: '9001',
      commitment: taken.commitment,
      recordedOn: '2026-03-03',
    });
  });

  it('find its status', async () => {
    const params = { path: { commitment: taken.commitment } };
    const { data } = await client.GET('/api/v1/receipts/{commitment}', { params });
    expect(data).toEqual({ case: '9001', round: 1, status: 'recorded' });
  });

  it('get the same commitment where they try again, by a problem whose members have types', async () => {
    const { error, response } = await coSign();
    expect(response.status).toBe(409);
    if (error?.code !== 'already-co-signed') throw new Error(`another problem: ${String(error?.code)}`);
    const { commitment, recordedOn }: Taken = error;
    expect({ commitment, recordedOn }).toEqual({ commitment: taken.commitment, recordedOn: '2026-03-03' });
  });

  it('find their own co-signature by card, with a receipt', async () => {
    const { data: asked } = await client.POST('/api/v1/co-signatures/challenges');
    const body = { challenge: asked?.challenge ?? '', signature: signed(asked?.statement ?? '') };
    const { data } = await client.POST('/api/v1/co-signatures/mine', { body });
    expect(data).toMatchObject([{ case: '9001', round: 1, commitment: taken.commitment }]);
  });

  it('are asked to sign in at a lead’s address', async () => {
    const { error, response } = await client.GET('/api/v1/lead/case');
    expect([error?.code, response.headers.get('www-authenticate')]).toEqual(['sign-in-required', 'Bearer']);
  });
});
