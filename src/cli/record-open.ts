import { createPublicKey, type JsonWebKey } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import {
  commitmentOf,
  type Evidence,
  openRecord,
  parseEvidence,
  verifyCountersignature,
  verifySignedData,
} from '../core/cms/index.js';
import { hex } from '../core/octets.js';
import { fail, type Failure, ok, type Result } from '../core/result.js';
import { confirmCountersignature, confirmSignature } from '../core/validators.js';
import { OperatorError } from './failure.js';
import { privateKeyIn, publishedKeysIn } from './input-files.js';
import { commandGroup } from './localized-command.js';
import { printable } from './terminal-text.js';
import type { Translator } from './translator.js';

interface Options {
  readonly key: string;
  readonly out?: string;
  readonly keys?: string;
  readonly json?: true;
}

interface OpenedRecord {
  readonly commitment: string;
  readonly statement: string;
  readonly signature: Result<unknown>;
  readonly countersignature: Result<{ readonly signedAt: Date }>;
}

/** `lianshu record open`: opens one sealed record with the round key, offline, and verifies its signatures. */
export function registerRecordOpen(program: Command, translator: Translator): void {
  commandGroup(program, 'record', translator.text('help.record'))
    .command('open')
    .description(translator.text('help.record-open'))
    .argument('<record>', translator.text('argument.record'))
    .requiredOption('--key <file>', translator.text('option.round-key'))
    .option('--out <file>', translator.text('option.evidence-out'))
    .option('--keys <file>', translator.text('option.countersignature-keys'))
    .option('--json', translator.text('option.json'))
    .action((record: string, options: Options) => run(record, options, translator));
}

async function run(recordFile: string, options: Options, translator: Translator): Promise<void> {
  const record = await readFile(recordFile);
  const key = await privateKeyIn(options.key);
  // Read the keys before writing anything, so that a wrong option leaves no file.
  const keys = options.keys === undefined ? undefined : await intakeKeysIn(options.keys);
  const opened = openRecord(record, key);
  if (opened.ok && options.out !== undefined)
    await writeFile(options.out, opened.value, { mode: 0o600, flag: 'wx' });
  const described = opened.ok ? await describe(record, opened.value, keys) : opened;
  if (!described.ok || !allGood(described.value)) process.exitCode = 1;
  if (options.json === true) console.log(JSON.stringify(asJson(described)));
  else print(described, options.out, translator);
}

async function describe(
  record: Uint8Array,
  bytes: Uint8Array,
  keys: readonly Uint8Array[] | undefined,
): Promise<Result<OpenedRecord>> {
  const evidence = parseEvidence(bytes);
  if (!evidence.ok) return evidence;
  const signature = verifySignedData(evidence.value, evidence.value.content);
  return ok({
    commitment: hex(commitmentOf(record)),
    statement: Buffer.from(evidence.value.content).toString('utf8'),
    signature: await confirmSignature(signature, bytes),
    countersignature: await checkCountersignature(evidence.value, bytes, keys),
  });
}

async function checkCountersignature(
  evidence: Evidence,
  bytes: Uint8Array,
  keys: readonly Uint8Array[] | undefined,
): Promise<Result<{ readonly signedAt: Date }>> {
  if (keys === undefined) return fail('not-checked');
  return confirmCountersignature(verifyCountersignature(evidence, keys), bytes, keys);
}

/** The SubjectPublicKeyInfo (DER) of each published key. */
async function intakeKeysIn(file: string): Promise<readonly Uint8Array[]> {
  const { keys } = await publishedKeysIn(file);
  try {
    return keys.map((key: JsonWebKey) =>
      createPublicKey({ key, format: 'jwk' }).export({ format: 'der', type: 'spki' }),
    );
  } catch {
    throw new OperatorError('keys-malformed', { file });
  }
}

const isNotChecked = (result: Result<unknown>): boolean =>
  !result.ok && result.failure.code === 'not-checked';

function allGood({ signature, countersignature }: OpenedRecord): boolean {
  return signature.ok && (countersignature.ok || isNotChecked(countersignature));
}

function asJson(described: Result<OpenedRecord>): object {
  if (!described.ok) return { failure: described.failure.code };
  const { commitment, statement, signature, countersignature } = described.value;
  return {
    commitment,
    statement,
    signature: signature.ok ? 'good' : signature.failure.code,
    countersignature: countersignature.ok ? 'good' : countersignature.failure.code,
    ...(countersignature.ok && { countersignedAt: countersignature.value.signedAt.toISOString() }),
  };
}

function print(described: Result<OpenedRecord>, out: string | undefined, translator: Translator): void {
  if (!described.ok) {
    console.error(
      translator.paragraph(translator.text('record.refused'), translator.explain(described.failure)),
    );
    return;
  }
  const { commitment, statement, signature, countersignature } = described.value;
  const good = translator.text('finding.good');
  console.log(printable(statement, 'as-they-are'));
  console.log(translator.text('record.commitment', { value: commitment }));
  console.log(
    translator.text('record.signature', {
      finding: signature.ok ? good : translator.explain(signature.failure),
    }),
  );
  console.log(
    translator.text('record.countersignature', {
      finding: countersignature.ok
        ? `${good}, ${countersignature.value.signedAt.toISOString()}`
        : findingOf(countersignature.failure, translator),
    }),
  );
  console.log(translator.text('record.not-judged'));
  if (out !== undefined) console.log(translator.text('record.written', { file: out }));
}

function findingOf(failure: Failure, translator: Translator): string {
  return failure.code === 'not-checked'
    ? translator.text('finding.not-checked')
    : translator.explain(failure);
}
