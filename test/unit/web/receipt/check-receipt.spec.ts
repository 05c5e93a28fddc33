import { generateKeyPairSync } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { JSONWebKeySet } from 'jose';
import type { CaseNumber, Commitment } from '../../../../src/core/identifiers.js';
import { hashLeaf, inclusionProof, merkleRoot } from '../../../../src/core/merkle/index.js';
import { hex } from '../../../../src/core/octets.js';
import type { Receipt } from '../../../../src/core/receipt.js';
import { jwksOf, jwsSigner } from '../../../../src/core/jws-signing.js';
import { signReceipt } from '../../../../src/core/receipt-signing.js';
import { sha256 } from '../../../../src/core/sha256.js';
import type { TaipeiDate } from '../../../../src/core/taipei-date.js';
import { receiptInText } from '../../../../src/web/pages/receipt/find-receipt';
import { inclusionOf } from '../../../../src/web/pages/receipt/inclusion';
import { verifyWith } from '../../../../src/web/pages/receipt/verified-receipt';

const commitments = Array.from({ length: 7 }, (_, index) => sha256(`record ${index}`) as Commitment);
const receipt: Receipt = {
  issuer: 'https://lianshu.test.invalid',
  caseNumber: '9001' as CaseNumber,
  round: 1,
  commitment: commitments[4]!,
  recordedOn: '2026-03-03' as TaipeiDate,
  issuedAt: new Date('2026-03-03T01:00:00Z'),
};

async function newKey() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const spki = publicKey.export({ format: 'der', type: 'spki' });
  return {
    jws: await signReceipt(receipt, await jwsSigner(privateKey)),
    keys: await jwksOf([{ publicKey: spki }]),
  };
}

let jws: string;
let keys: JSONWebKeySet;
let foreign: string;
beforeAll(async () => {
  ({ jws, keys } = await newKey());
  ({ jws: foreign } = await newKey());
});

describe('a receipt in a text', () => {
  it.each([
    ['alone', () => jws],
    ['with spaces around it', () => `  ${jws}\r\n`],
    ['in a receipt file', () => `# 連署收據\n# 案號：9001\n${jws}\n`],
    ['in JSON', () => JSON.stringify({ receipt: jws })],
    ['broken into lines by a mail program', () => jws.replace(/.{60}/g, '$&\r\n')],
    ['broken into lines in a receipt file', () => `# 案號：9001\n${jws.replace(/.{70}/g, '$&\n')}\n`],
  ])('is found %s', (_where, text) => {
    expect(receiptInText(text())).toEqual({ ok: true, value: jws });
  });

  it.each([
    ['nothing', '', 'empty'],
    ['spaces', ' \n', 'empty'],
    ['another text', '這不是收據', 'none-in-text'],
    ['two parts of three', 'eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJ4In0', 'none-in-text'],
    ['far too much', 'a'.repeat(70_000), 'file-too-large'],
  ])('is not in %s', (_what, text, code) => {
    expect(receiptInText(text)).toMatchObject({ ok: false, failure: { code } });
  });
});

describe('a receipt’s signature', () => {
  it('is verified with the published keys', async () => {
    expect(await verifyWith(jws, keys)).toEqual({ ok: true, value: receipt });
  });

  const edited = (part: number, edit: (text: string) => string): string =>
    jws
      .split('.')
      .map((text, index) => (index === part ? edit(text) : text))
      .join('.');
  /** Another first character than the one that is there, whichever that is. */
  const otherFirst = (text: string): string => `${text.startsWith('A') ? 'B' : 'A'}${text.slice(1)}`;
  const claims = (change: object): string =>
    edited(1, (text) => {
      const payload = JSON.parse(Buffer.from(text, 'base64url').toString()) as object;
      return Buffer.from(JSON.stringify({ ...payload, ...change })).toString('base64url');
    });
  const header = (change: object): string =>
    edited(0, (text) => {
      const fields = JSON.parse(Buffer.from(text, 'base64url').toString()) as object;
      return Buffer.from(JSON.stringify({ ...fields, ...change })).toString('base64url');
    });
  it.each([
    ['another case', () => claims({ case: '9002' }), 'signature-wrong'],
    ['another commitment', () => claims({ commitment: '0'.repeat(64) }), 'signature-wrong'],
    ['another day', () => claims({ recordedOn: '2026-03-04' }), 'signature-wrong'],
    ['an octet of the signature', () => edited(2, otherFirst), 'signature-wrong'],
    ['a key of somebody else', () => foreign, 'unknown-key'],
    ['no key named', () => header({ kid: undefined }), 'malformed'],
    ['another algorithm', () => header({ alg: 'none' }), 'malformed'],
    ['a signature cut short', () => jws.slice(0, -4), 'malformed'],
    ['a part too few', () => jws.slice(0, jws.lastIndexOf('.')), 'malformed'],
    ['a header that is no JSON', () => edited(0, () => 'eyJub3Qganso'), 'malformed'],
  ])('with %s is named for what is wrong', async (_edit, text, code) => {
    expect(await verifyWith(text(), keys)).toMatchObject({ ok: false, failure: { code } });
  });
});

describe('an inclusion proof', () => {
  const index = 4;
  const claim = { index, treeSize: 7, proof: inclusionProof(commitments, index).map(hex) };
  const result = (change: object = {}) => ({
    result: Buffer.from(
      JSON.stringify({
        case: '9001',
        round: 1,
        merkleRoot: hex(merkleRoot(commitments)),
        valid: 7,
        ...change,
      }),
    ).toString('base64'),
    signature: '',
    files: [],
    bundle: [],
    round: 1 as const,
    version: 1,
    versions: [],
  });

  it('is verified against the root that the published result names', async () => {
    expect(await inclusionOf(receipt, claim, result())).toBe('included');
    expect(hex(hashLeaf(receipt.commitment))).not.toBe(claim.proof[0]);
  });

  it.each([
    ['another place', { ...claim, index: 3 }, result(), 'not-included'],
    ['another size', { ...claim, treeSize: 6 }, result(), 'not-included'],
    ['a hash fewer', { ...claim, proof: claim.proof.slice(1) }, result(), 'not-included'],
    ['a hash that is none', { ...claim, proof: ['zz', ...claim.proof.slice(1)] }, result(), 'not-included'],
    ['another root', claim, result({ merkleRoot: '0'.repeat(64) }), 'not-included'],
    ['a root of another case', claim, result({ case: '9002' }), 'no-root'],
    ['a root of another round', claim, result({ round: 2 }), 'no-root'],
    ['a result without a root', claim, result({ merkleRoot: undefined }), 'no-root'],
    ['a result that is no JSON', claim, { ...result(), result: 'AAAA' }, 'no-root'],
    ['no result', claim, undefined, 'no-root'],
  ])('with %s does not count as verified', async (_edit, edited, published, expected) => {
    expect(await inclusionOf(receipt, edited, published)).toBe(expected);
  });
});
