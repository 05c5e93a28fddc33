import { sign } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { CompactSign, compactVerify, createLocalJWKSet } from 'jose';
import type { CaseNumber, Commitment } from '../../../src/core/identifiers.js';
import { jwksOf, jwsSigner, jwsSignerWith } from '../../../src/core/jws-signing.js';
import { type Receipt, verifyReceipt } from '../../../src/core/receipt.js';
import { signReceipt } from '../../../src/core/receipt-signing.js';
import type { TaipeiDate } from '../../../src/core/taipei-date.js';
import { ecPair, type NodeKeyPair, rsaPair, signerOf } from '../../support/cms/certificates.js';

const pair = ecPair();
const key = await jwsSigner(pair.privateKey);
const jwks = await jwksOf([signerOf(ecPair()), signerOf(pair)]);
const receipt: Receipt = {
  issuer: 'https://connect.example.gov.tw',
  caseNumber: '9001' as CaseNumber,
  round: 1,
  commitment: new Uint8Array(32).fill(7) as Commitment,
  recordedOn: '2026-01-02' as TaipeiDate,
  issuedAt: new Date('2026-01-02T03:04:05Z'),
};
const invalid = { ok: false, failure: { code: 'receipt-invalid' } };

describe('a receipt', () => {
  it('reads back as it was made out, time after time', async () => {
    for (let i = 0; i < 50; i++) {
      const jws = await signReceipt(receipt, key);
      const read = await verifyReceipt(jws, jwks);
      expect(read).toMatchObject({ ok: true, value: { ...receipt, commitment: Buffer.alloc(32, 7) } });
    }
  });

  it('says of a rehearsal that it is one', async () => {
    const payloadOf = async (caseNumber: string): Promise<object> => {
      const jws = await signReceipt({ ...receipt, caseNumber: caseNumber as CaseNumber }, key);
      return JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString('utf8')) as object;
    };
    expect(await payloadOf('R9001')).toMatchObject({ case: 'R9001', rehearsal: true });
    expect(await payloadOf('9001')).not.toHaveProperty('rehearsal');
  });

  it('is the same, signed by a key that is elsewhere', async () => {
    const elsewhere = (data: Uint8Array): Promise<Uint8Array> =>
      Promise.resolve(sign('sha256', data, { key: pair.privateKey, dsaEncoding: 'ieee-p1363' }));
    const jws = await signReceipt(receipt, await jwsSignerWith(signerOf(pair).publicKey, elsewhere));
    expect(jws.split('.').slice(0, 2)).toEqual((await signReceipt(receipt, key)).split('.').slice(0, 2));
    expect(await verifyReceipt(jws, jwks)).toMatchObject({ ok: true });
  });

  it('is what jose verifies, with the thumbprint for kid and nothing of the person', async () => {
    const jws = await signReceipt(receipt, key);
    const { payload, protectedHeader } = await compactVerify(jws, createLocalJWKSet(jwks));
    expect(protectedHeader).toEqual({ alg: 'ES256', kid: jwks.keys[1]!.kid, typ: 'JWT' });
    expect(JSON.parse(Buffer.from(payload).toString())).toEqual({
      iss: receipt.issuer,
      case: '9001',
      round: 1,
      commitment: '07'.repeat(32),
      recordedOn: '2026-01-02',
      iat: 1767323045,
    });
  });

  it('is refused with any character changed', async () => {
    const jws = await signReceipt(receipt, key);
    for (let index = 0; index < jws.length; index++) {
      const changed = `${jws.slice(0, index)}${jws[index] === 'A' ? 'B' : 'A'}${jws.slice(index + 1)}`;
      // The last character of a part has bits that base64url does not use, so it may read the same.
      const last = index === jws.length - 1 || jws[index + 1] === '.';
      if (!last) expect(await verifyReceipt(changed, jwks)).toEqual(invalid);
    }
  });

  const claims = {
    iss: 'x',
    case: '9001',
    round: 1,
    commitment: '07'.repeat(32),
    recordedOn: '2026-01-02',
    iat: 1767323045,
  };
  const signed = (payload: string, header: object = {}, key: NodeKeyPair = pair): Promise<string> =>
    new CompactSign(Buffer.from(payload))
      .setProtectedHeader({ alg: 'ES256', kid: jwks.keys[1]!.kid, typ: 'JWT', ...header })
      .sign(key.privateKey);

  it.each<[string, () => string | Promise<string>]>([
    ['nothing', () => ''],
    ['random text', () => 'random'],
    ['too long a text', () => 'e'.repeat(4097)],
    ['another key’s', () => signed(JSON.stringify(claims), {}, ecPair())],
    ['an unknown kid', () => signed(JSON.stringify(claims), { kid: 'unknown' })],
    ['another algorithm', () => signed(JSON.stringify(claims), { alg: 'RS256' }, rsaPair())],
    ['another type', () => signed(JSON.stringify(claims), { typ: 'checkpoint+jwt' })],
    ['a payload that is no JSON', () => signed('{')],
    ['a payload that is null', () => signed('null')],
    ['no issuer', () => signed(JSON.stringify({ ...claims, iss: 1 }))],
    ['no case', () => signed(JSON.stringify({ ...claims, case: 'x' }))],
    ['no commitment', () => signed(JSON.stringify({ ...claims, commitment: '07' }))],
    ['no day', () => signed(JSON.stringify({ ...claims, recordedOn: 'today' }))],
    ['no round', () => signed(JSON.stringify({ ...claims, round: 3 }))],
    ['no time', () => signed(JSON.stringify({ ...claims, iat: 'now' }))],
    ['half a second', () => signed(JSON.stringify({ ...claims, iat: 0.5 }))],
  ])('is refused: %s', async (_what, jws) => {
    expect(await verifyReceipt(await jws(), jwks)).toEqual(invalid);
  });

  it('of the supplement round reads too', async () => {
    const jws = await signReceipt({ ...receipt, round: 2 }, key);
    expect(await verifyReceipt(jws, jwks)).toMatchObject({ ok: true, value: { round: 2 } });
  });

  it.each([
    ['an RSA key', rsaPair()],
    ['a key on another curve', ecPair('P-384')],
  ])('can’t be signed by %s, nor verified with one', async (_what, other) => {
    await expect(jwsSigner(other.privateKey)).rejects.toThrow('P-256');
    await expect(jwksOf([signerOf(other)])).rejects.toThrow('P-256');
  });
});
