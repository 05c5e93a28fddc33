import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

/** Runs a script of the shell in the demo's folder: one process for the commands of every record. */
const shell = (script: string): string =>
  execFileSync('sh', ['-e', '-c', script], { cwd: demo.out, stdio: ['ignore', 'pipe', 'pipe'] }).toString(
    'utf8',
  );

/** Opens both layers of each record with openssl alone. The evidence is left beside it, as `.evidence`. */
const openEach = `
  for record in records/*.der; do
    openssl cms -decrypt -binary -inform DER -in $record -inkey round.key -out lead-record.der
    offset=$(openssl asn1parse -inform DER -in lead-record.der | sed -n 's/^ *\\([0-9]*\\):d=1.*OCTET STRING.*/\\1/p' | head -1)
    openssl asn1parse -inform DER -in lead-record.der -strparse $offset -noout -out sealed-evidence.der
    openssl cms -decrypt -binary -inform DER -in sealed-evidence.der -inkey commission-round.key -out $record.evidence
  done`;

/** Has openssl verify evidence at a time, seconds since 1970. The statement is left beside it. */
const verification = (evidence: string, seconds: number): string =>
  `openssl cms -verify -binary -inform DER -in ${evidence} -CAfile anchors.pem -purpose any -attime ${String(seconds)} -out ${evidence}.statement 2>/dev/null`;

beforeAll(async () => {
  demo = await runHeadlessDemo(citizens, 'openssl');
});
afterAll(() => demo.remove());

describe('what a demo leaves', () => {
  it('comes to what the people of every scenario say', () => expectWhatItsFilesSay(demo, citizens));

  it('opens and verifies with openssl, each record and its evidence at its time', () => {
    const names = readdirSync(file('records'));
    expect(names).toHaveLength(Number(demo.summary.accepted));
    shell(openEach);
    const commands = names.map((name) => {
      const evidence = valueOf(parseEvidence(readFileSync(file('records', `${name}.evidence`))));
      const { signedAt } = valueOf(verifyCountersignature(evidence, publicKeys()));
      return verification(`records/${name}.evidence`, signedAt.getTime() / 1000);
    });
    shell(commands.join('\n'));
    const digests = shell('sha256sum records/*.der');
    for (const name of names) {
      const statement = readFileSync(file('records', `${name}.evidence.statement`), 'utf8');
      expect(statement).toContain('本人依公民投票法第十二條連署下列公民投票案');
      expect(digests).toContain(`${name.replace('.der', '')}  records/${name}`);
    }
    for (const name of names)
      for (const made of ['evidence', 'evidence.statement']) rmSync(file('records', `${name}.${made}`));
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
