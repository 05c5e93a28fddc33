import { createPublicKey, type JsonWebKey } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import {
  commitmentOf,
  type Evidence,
  type LeadRecord,
  openEvidence,
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
  readonly commissionKey?: string;
  readonly out?: string;
  readonly keys?: string;
  readonly json?: true;
}

/** The content of the outer layer, and what was found in the inner one. */
interface OpenedRecord {
  readonly commitment: string;
  readonly nationalId: string | undefined;
  /** Undefined where the commission's round key was not given. */
  readonly evidence: Result<OpenedEvidence> | undefined;
}

interface OpenedEvidence {
  readonly statement: string;
  /** Whether the number in the outer layer is the one that was signed. */
  readonly number: Result<unknown>;
  readonly signature: Result<unknown>;
  readonly countersignature: Result<{ readonly signedAt: Date }>;
}

/**
 * `lianshu record open`: opens one sealed record offline. The lead's round key opens the outer layer. With the commission's round key too,
 * it opens the evidence and verifies its signatures.
 */
export function registerRecordOpen(program: Command, translator: Translator): void {
  commandGroup(program, 'record', translator.text('help.record'))
    .command('open')
    .description(translator.text('help.record-open'))
    .argument('<record>', translator.text('argument.record'))
    .requiredOption('--key <file>', translator.text('option.round-key'))
    .option('--commission-key <file>', translator.text('option.commission-round-key'))
    .option('--out <file>', translator.text('option.evidence-out'))
    .option('--keys <file>', translator.text('option.countersignature-keys'))
    .option('--json', translator.text('option.json'))
    .action((record: string, options: Options, command: Command) => {
      if (options.keys !== undefined && options.commissionKey === undefined)
        command.error(translator.text('usage.commission-round-key'));
      return run(record, options, translator);
    });
}

async function run(recordFile: string, options: Options, translator: Translator): Promise<void> {
  const record = await readFile(recordFile);
  const key = await privateKeyIn(options.key);
  // Read the keys before writing anything, so that a wrong option leaves no file.
  const commissionKey =
    options.commissionKey === undefined ? undefined : await privateKeyIn(options.commissionKey);
  const keys = options.keys === undefined ? undefined : await intakeKeysIn(options.keys);
  const opened = openRecord(record, key);
  const evidence = opened.ok && commissionKey ? openEvidence(opened.value, commissionKey) : undefined;
  const innermost = evidence ?? (opened.ok ? ok(opened.value.sealedEvidence) : opened);
  if (innermost.ok && options.out !== undefined)
    await writeFile(options.out, innermost.value, { mode: 0o600, flag: 'wx' });
  const described = opened.ok ? ok(await describe(record, opened.value, evidence, keys)) : opened;
  if (!described.ok || !allGood(described.value)) process.exitCode = 1;
  if (options.json === true) console.log(JSON.stringify(asJson(described)));
  else print(described, innermost.ok ? options.out : undefined, translator);
}

async function describe(
  record: Uint8Array,
  { nationalId }: LeadRecord,
  evidence: Result<Uint8Array> | undefined,
  keys: readonly Uint8Array[] | undefined,
): Promise<OpenedRecord> {
  return {
    commitment: hex(commitmentOf(record)),
    nationalId,
    evidence: evidence?.ok === true ? await describeEvidence(evidence.value, nationalId, keys) : evidence,
  };
}

async function describeEvidence(
  bytes: Uint8Array,
  nationalId: string | undefined,
  keys: readonly Uint8Array[] | undefined,
): Promise<Result<OpenedEvidence>> {
  const evidence = parseEvidence(bytes);
  if (!evidence.ok) return evidence;
  const statement = Buffer.from(evidence.value.content).toString('utf8');
  const signature = verifySignedData(evidence.value, evidence.value.content);
  return ok({
    statement,
    number: checkNumber(nationalId, statement),
    signature: await confirmSignature(signature, bytes),
    countersignature: await checkCountersignature(evidence.value, bytes, keys),
  });
}

function checkNumber(nationalId: string | undefined, statement: string): Result<void> {
  const lines = statement.split('\n');
  const same = nationalId === undefined || lines.includes(`國民身分證統一編號：${nationalId}`);
  return same ? ok(undefined) : fail('finding.number-differs');
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

function allGood({ evidence }: OpenedRecord): boolean {
  if (evidence === undefined) return true;
  if (!evidence.ok) return false;
  const { number, signature, countersignature } = evidence.value;
  return number.ok && signature.ok && (countersignature.ok || isNotChecked(countersignature));
}

function asJson(described: Result<OpenedRecord>): object {
  if (!described.ok) return { failure: described.failure.code };
  const { commitment, nationalId = null, evidence } = described.value;
  if (evidence === undefined) return { commitment, nationalId };
  if (!evidence.ok) return { commitment, nationalId, failure: evidence.failure.code };
  const { statement, number, signature, countersignature } = evidence.value;
  return {
    commitment,
    nationalId,
    statement,
    number: number.ok ? 'good' : 'differs',
    signature: signature.ok ? 'good' : signature.failure.code,
    countersignature: countersignature.ok ? 'good' : countersignature.failure.code,
    ...(countersignature.ok && { countersignedAt: countersignature.value.signedAt.toISOString() }),
  };
}

function print(described: Result<OpenedRecord>, out: string | undefined, translator: Translator): void {
  if (!described.ok) {
    const refused = translator.text('record.refused');
    console.error(translator.paragraph(refused, translator.explain(described.failure)));
    return;
  }
  const { commitment, nationalId, evidence } = described.value;
  console.log(translator.text('record.commitment', { value: commitment }));
  if (nationalId === undefined) console.log(translator.text('record.no-number'));
  else console.log(translator.text('record.number', { value: nationalId }));
  if (evidence === undefined) console.log(translator.text('record.evidence-sealed'));
  else if (evidence.ok) printEvidence(evidence.value, translator);
  else {
    const refused = translator.text('record.evidence-refused');
    console.error(translator.paragraph(refused, translator.explain(evidence.failure)));
  }
  if (out !== undefined) console.log(translator.text('record.written', { file: out }));
}

function printEvidence(evidence: OpenedEvidence, translator: Translator): void {
  const { statement, number, signature, countersignature } = evidence;
  const good = translator.text('finding.good');
  const finding = (result: Result<unknown>): string =>
    result.ok ? good : findingOf(result.failure, translator);
  console.log(printable(statement, 'as-they-are'));
  if (!number.ok) console.log(translator.text('finding.number-differs'));
  console.log(translator.text('record.signature', { finding: finding(signature) }));
  const at = countersignature.ok ? `, ${countersignature.value.signedAt.toISOString()}` : '';
  console.log(translator.text('record.countersignature', { finding: `${finding(countersignature)}${at}` }));
  console.log(translator.text('record.not-judged'));
}

function findingOf(failure: Failure, translator: Translator): string {
  return failure.code === 'not-checked'
    ? translator.text('finding.not-checked')
    : translator.explain(failure);
}
