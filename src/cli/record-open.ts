import { createPrivateKey, createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import {
  commitmentOf,
  type Evidence,
  openRecord,
  parseEvidence,
  verifyCountersignature,
  verifyEvidence,
} from '../core/cms/index.js';
import { fail, ok, type Result } from '../core/result.js';
import { confirmCountersignature, confirmSignature } from '../core/validators/index.js';
import { commandGroup } from './command-group.js';

interface Options {
  readonly key: string;
  readonly out?: string;
  readonly keys?: string;
  readonly json?: true;
}

interface OpenedRecord {
  readonly commitment: string;
  readonly statement: string;
  /** `good`, or the code of what is wrong. */
  readonly signature: string;
  /** `good`, `not-checked` without the platform's keys, or the code of what is wrong. */
  readonly countersignature: string;
  readonly countersignedAt?: string;
}

/** `lianshu record open`: opens one sealed record with the round key, offline, and says what in it verifies. */
export function registerRecordOpen(program: Command): void {
  commandGroup(program, 'record', 'sealed records')
    .command('open')
    .description('open a sealed record with the round key; shows the statement and what verifies')
    .argument('<record>', 'sealed record, DER')
    .requiredOption('--key <file>', 'private key of the round, PEM')
    .option(
      '--out <file>',
      'write the evidence (CMS SignedData, DER) to this file; it holds a national ID number',
    )
    .option('--keys <file>', 'the platform’s published keys (JWKS), to verify the countersignature')
    .option('--json', 'print JSON')
    .action(run);
}

async function run(recordFile: string, options: Options): Promise<void> {
  const record = await readFile(recordFile);
  const opened = openRecord(record, createPrivateKey(await readFile(options.key)));
  if (opened.ok && options.out !== undefined) await writeFile(options.out, opened.value, { mode: 0o600 });
  const described = opened.ok ? await describe(record, opened.value, options.keys) : opened;
  if (!described.ok || !allGood(described.value)) process.exitCode = 1;
  print(described, options.json === true);
}

async function describe(
  record: Uint8Array,
  bytes: Uint8Array,
  keysFile: string | undefined,
): Promise<Result<OpenedRecord>> {
  const evidence = parseEvidence(bytes);
  if (!evidence.ok) return evidence;
  const first = verifyEvidence(evidence.value, evidence.value.content);
  const signature = await confirmSignature(first, bytes);
  const countersignature = await checkCountersignature(evidence.value, bytes, keysFile);
  return ok({
    commitment: Buffer.from(commitmentOf(record)).toString('hex'),
    statement: Buffer.from(evidence.value.content).toString('utf8'),
    signature: signature.ok ? 'good' : signature.failure.code,
    countersignature: countersignature.ok ? 'good' : countersignature.failure.code,
    ...(countersignature.ok ? { countersignedAt: countersignature.value.signedAt.toISOString() } : {}),
  });
}

async function checkCountersignature(
  evidence: Evidence,
  bytes: Uint8Array,
  keysFile: string | undefined,
): Promise<Result<{ readonly signedAt: Date }>> {
  if (keysFile === undefined) return fail('not-checked');
  const { keys } = JSON.parse(await readFile(keysFile, 'utf8')) as { keys: JsonWebKey[] };
  const intakeKeys = keys.map((key) => publicKeyBytes(createPublicKey({ key, format: 'jwk' })));
  return confirmCountersignature(verifyCountersignature(evidence, intakeKeys), bytes, intakeKeys);
}

function publicKeyBytes(key: KeyObject): Uint8Array {
  return key.export({ format: 'der', type: 'spki' });
}

function allGood({ signature, countersignature }: OpenedRecord): boolean {
  return signature === 'good' && (countersignature === 'good' || countersignature === 'not-checked');
}

function print(described: Result<OpenedRecord>, json: boolean): void {
  if (json) {
    console.log(JSON.stringify(described.ok ? described.value : { failure: described.failure.code }));
  } else if (!described.ok) {
    console.error(`The record does not open: ${described.failure.code}`);
  } else {
    const { commitment, statement, signature, countersignature, countersignedAt } = described.value;
    console.log(`${statement}\nCommitment: ${commitment}\nSignature: ${signature}`);
    console.log(`Countersignature: ${countersignature}${countersignedAt ? `, ${countersignedAt}` : ''}`);
    console.log('The certificate’s path and revocation are not judged here.');
  }
}
