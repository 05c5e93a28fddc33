import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { compactVerify, createLocalJWKSet, type JSONWebKeySet } from 'jose';
import { valueOf } from '../../../src/devkit/index.js';
import { parseEvidence, verifyCountersignature } from '../../../src/core/cms/index.js';
import { type DemoRun, jsonLines, runHeadlessDemo } from '../../support/demo-process.js';
import { expectWhatItsFilesSay } from '../../support/demo-truth.js';

interface ReceiptLine {
  readonly commitment: string;
  readonly receipt: string;
}

const citizens = 130;
let demo: DemoRun;
const file = (...parts: string[]): string => path.join(demo.out, ...parts);
const openssl = (...args: string[]): Buffer =>
  execFileSync('openssl', args, { stdio: ['ignore', 'pipe', 'pipe'] });
const keys = (): JSONWebKeySet => JSON.parse(readFileSync(file('jwks.json'), 'utf8')) as JSONWebKeySet;

/** The SubjectPublicKeyInfo of a P-256 JWK. */
function publicKeys(): Uint8Array[] {
  const prefix = Buffer.from('3059301306072a8648ce3d020106082a8648ce3d03010703420004', 'hex');
  return keys().keys.map(({ x, y }) =>
    Buffer.concat([prefix, Buffer.from(x ?? '', 'base64url'), Buffer.from(y ?? '', 'base64url')]),
  );
}

function decrypt(envelope: string, key: string, out: string): void {
  openssl(
    ...['cms', '-decrypt', '-binary', '-inform', 'DER', '-in', envelope],
    ...['-inkey', file(key), '-out', out],
  );
}

/** Opens both layers of a record with openssl alone, and answers the evidence. */
function opened(name: string): Buffer {
  decrypt(file('records', name), 'round.key', file('lead-record.der'));
  const shown = openssl('asn1parse', '-inform', 'DER', '-in', file('lead-record.der')).toString('utf8');
  const offset = /^ *(\d+):d=1.*OCTET STRING/m.exec(shown)?.[1] ?? '';
  openssl(
    ...['asn1parse', '-inform', 'DER', '-in', file('lead-record.der'), '-strparse', offset],
    ...['-noout', '-out', file('sealed-evidence.der')],
  );
  decrypt(file('sealed-evidence.der'), 'commission-round.key', file('evidence.der'));
  return readFileSync(file('evidence.der'));
}

beforeAll(async () => {
  demo = await runHeadlessDemo(citizens, 'openssl');
});
afterAll(() => demo.remove());

describe('what a demo leaves', () => {
  it('comes to what the people of every scenario say', () => expectWhatItsFilesSay(demo, citizens));

  it('opens and verifies with openssl, each record and its evidence at its time', () => {
    const names = readdirSync(file('records'));
    expect(names).toHaveLength(Number(demo.summary.accepted));
    for (const name of names) {
      const evidence = valueOf(parseEvidence(opened(name)));
      const { signedAt } = valueOf(verifyCountersignature(evidence, publicKeys()));
      const statement = openssl(
        ...['cms', '-verify', '-binary', '-inform', 'DER', '-in', file('evidence.der')],
        ...['-CAfile', file('anchors.pem'), '-purpose', 'any'],
        ...['-attime', String(signedAt.getTime() / 1000)],
      );
      expect(statement.toString('utf8')).toContain('本人依公民投票法第十二條連署下列公民投票案');
      expect(execFileSync('sha256sum', [file('records', name)]).toString()).toContain(
        name.replace('.der', ''),
      );
    }
  });

  it('has a receipt for each record, which another JOSE call verifies', async () => {
    const lines = await jsonLines<ReceiptLine>(file('receipts.jsonl'));
    expect(new Set(lines.map(({ commitment }) => `${commitment}.der`))).toEqual(
      new Set(readdirSync(file('records'))),
    );
    for (const { commitment, receipt } of lines) {
      const { payload, protectedHeader } = await compactVerify(receipt, createLocalJWKSet(keys()));
      expect(protectedHeader).toMatchObject({ alg: 'ES256', kid: keys().keys[0]!.kid });
      expect(JSON.parse(Buffer.from(payload).toString('utf8'))).toMatchObject({
        case: '9001',
        round: 1,
        commitment,
      });
    }
  });

  it('has the roster as MOI opens it: each number once, of as many as count before the answer', () => {
    const clear = readdirSync(file('roster'))
      .filter((name) => name.endsWith('.csv.p7m'))
      .map((name) => openRosterPart(name));
    const rows = clear.flatMap((csv) => csv.split('\r\n').slice(1, -1));
    const struckOut = demo.summary.struckOut as Record<string, number>;
    expect(rows).toHaveLength(Number(demo.summary.accepted) - struckOut.D01!);
    expect(new Set(rows.map((row) => row.split(',')[1])).size).toBe(rows.length);
  });

  it('has a result whose signature openssl verifies', () => {
    openssl(
      ...['cms', '-verify', '-binary', '-inform', 'DER', '-in', file('bundle', 'result.p7s')],
      ...['-content', file('result.json'), '-CAfile', file('anchors.pem'), '-purpose', 'any'],
      ...['-attime', String(Date.parse('2026-05-01T00:00:00Z') / 1000), '-out', '/dev/null'],
    );
    const result = JSON.parse(readFileSync(file('result.json'), 'utf8')) as Record<string, unknown>;
    expect(result).toMatchObject({
      determination: demo.summary.determination,
      threshold: demo.summary.threshold,
    });
  });
});

function openRosterPart(name: string): string {
  const signed = openssl(
    ...['cms', '-decrypt', '-binary', '-inform', 'DER', '-in', file('roster', name)],
    ...['-inkey', file('moi.key'), '-recip', file('moi.pem')],
  );
  writeFileSync(file('part.p7m'), signed);
  return openssl(
    ...['cms', '-verify', '-binary', '-inform', 'DER', '-in', file('part.p7m')],
    ...[
      '-CAfile',
      file('anchors.pem'),
      '-purpose',
      'any',
      '-attime',
      String(Date.parse('2026-05-01') / 1000),
    ],
  ).toString('utf8');
}
