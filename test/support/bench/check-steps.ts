import { Session } from 'node:inspector/promises';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseEvidence, verifyCountersignature, verifySignedData } from '../../../src/core/cms/index.js';
import { contextOf, type RoundRules } from '../../../src/checking/batch/round-context.js';
import type { RoundMaterial } from '../../../src/checking/batch/submitted-round.js';
import { verifyRecord } from '../../../src/checking/batch/verify-record.js';
import type { Commitment } from '../../../src/core/identifiers.js';
import { directListReader, PastValidation, type TrustConfiguration } from '../../../src/trust/index.js';
import type { MemoryArchive } from '../trust/trust-dependencies.js';
import { benchFolder } from './bench-round.js';

const unknown = new Uint8Array(32) as Commitment;

/** What the steps of the check work with. */
interface Steps {
  readonly records: readonly Uint8Array[];
  readonly context: ReturnType<typeof contextOf>;
}

function stepsOf(
  records: readonly Uint8Array[],
  material: RoundMaterial & { readonly rules: RoundRules },
  trust: TrustConfiguration,
  archive: MemoryArchive,
): Steps {
  return { records, context: contextOf(material, new PastValidation(trust, archive, directListReader)) };
}

/** Microseconds of processor that each of these takes, one after the other in this thread. */
async function processorOf<Item>(items: readonly Item[], work: (item: Item) => unknown): Promise<number> {
  const before = process.cpuUsage();
  for (const item of items) await work(item);
  const { user, system } = process.cpuUsage(before);
  return Math.round((user + system) / items.length);
}

/** What each step of verifying a record takes in one thread, microseconds of processor. */
export async function stepMicroseconds(
  ...given: Parameters<typeof stepsOf>
): Promise<Readonly<Record<string, number>>> {
  const { records, context } = stepsOf(...given);
  const whole = (record: Uint8Array) => verifyRecord({ commitment: unknown, record }, context);
  // The lists are read, and the code is compiled, before anything is measured.
  for (const record of records.slice(0, 1_000)) await whole(record);
  const opened = records.map((record) => context.open(record)?.evidence ?? new Uint8Array());
  const evidence = opened.flatMap((bytes) => {
    const parsed = parseEvidence(bytes);
    return parsed.ok ? [parsed.value] : [];
  });
  return {
    whole: await processorOf(records, whole),
    open: await processorOf(records, (record) => context.open(record)),
    parse: await processorOf(opened, parseEvidence),
    statement: await processorOf(evidence, (each) => context.frame.read(each.content)),
    signature: await processorOf(evidence, (each) => verifySignedData(each, each.content)),
    countersignature: await processorOf(evidence, (each) => verifyCountersignature(each, context.intakeKeys)),
    certificate: await processorOf(evidence, (each) => {
      const countersigned = verifyCountersignature(each, []);
      const at = new Date('2026-03-02T02:00:00Z');
      return context.validator.validateCertificateAsOf({
        target: each.signer,
        candidates: each.certificates,
        at: countersigned.ok ? countersigned.value.signedAt : at,
        references: [],
        ocspResponses: [],
      });
    }),
  };
}

/** Writes a CPU profile of verifying the records in this thread, for the developer tools of a browser. */
export async function writeProfile(...given: Parameters<typeof stepsOf>): Promise<void> {
  const { records, context } = stepsOf(...given);
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.start');
  for (let times = 0; times < 5; times++)
    for (const record of records) await verifyRecord({ commitment: unknown, record }, context);
  const { profile } = await session.post('Profiler.stop');
  const file = path.join(benchFolder, 'check.cpuprofile');
  writeFileSync(file, JSON.stringify(profile));
  process.stderr.write(`${file}\n`);
}
