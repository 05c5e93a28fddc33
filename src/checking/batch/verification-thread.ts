import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import type { Commitment } from '../../core/identifiers.js';
import { partsOf } from '../../core/octet-series.js';
import { directListReader, PastValidation } from '../../trust/index.js';
import type { StoredRecord } from '../ports.js';
import type { Claim } from './claim.js';
import { contextWith, openedElsewhere, openerInMemory } from './round-context.js';
import { type RoundVerifier, verifierHere } from './round-verifier.js';
import type { FromThread, RecordOutcome, RecordsToThread, ThreadStart, ToThread } from './thread-messages.js';
import { ArchiveIncompleteError } from './verify-record.js';

/*
 * The thread that `VerificationThreads` starts: it verifies the records that it is sent, with the same code as `verifierHere`. It has no
 * connection and reads no file. Lists of the archive it asks for.
 */

const { trust, readyBytes } = workerData as ThreadStart;
const rounds = new Map<number, RoundVerifier>();
const wanted = new Map<number, (bytes: Uint8Array | undefined) => void>();
let asked = 0;

/** How much this thread gives way, as nice(1) counts: a third of what a thread of the intake gets, where both want a core. */
const niceness = 5;

giveWay();

const send = (message: FromThread): void => parentPort?.postMessage(message);

const archive = {
  get: (sha256: Uint8Array): Promise<Uint8Array | undefined> =>
    new Promise((resolve) => {
      asked += 1;
      wanted.set(asked, resolve);
      send({ kind: 'list-wanted', list: asked, sha256 });
    }),
};
const validator = new PastValidation(trust, archive, directListReader, readyBytes);

parentPort?.on('message', (message: ToThread) => {
  switch (message.kind) {
    case 'round': {
      const { keys, rules, round } = message;
      const open = keys === undefined ? openedElsewhere : openerInMemory(keys.lead, keys.commission);
      rounds.set(round, verifierHere(contextWith(open, rules, validator)));
      break;
    }
    case 'forget':
      rounds.delete(message.round);
      break;
    case 'list':
      wanted.get(message.list)?.(message.bytes);
      wanted.delete(message.list);
      break;
    default:
      void answer(message);
  }
});

async function answer(message: RecordsToThread): Promise<void> {
  const { task } = message;
  try {
    send({ kind: 'outcomes', task, outcomes: await outcomesOf(message) });
  } catch (error) {
    const bug = error instanceof Error ? error.message : 'not an error';
    send({ kind: 'failed', task, archive: error instanceof ArchiveIncompleteError, bug });
  }
}

async function outcomesOf({ kind, round, records: sent }: RecordsToThread): Promise<RecordOutcome[]> {
  const verifier = rounds.get(round);
  if (verifier === undefined) throw new Error('records of an unknown round');
  const records = partsOf(sent).map((record): StoredRecord => ({ commitment: unknown, record }));
  if (kind === 'claims') return (await verifier.claimsOf(records)).map(withoutCommitment);
  const checked = await verifier.verify(records);
  return checked.map((each) => (each.kind === 'good' ? withoutCommitment(each.claim) : each.code));
}

/** Whoever sent the record knows its commitment. */
const unknown = new Uint8Array() as Commitment;

function withoutCommitment({ nationalId, signedAt, challengeIssuedAt }: Claim): RecordOutcome {
  return { nationalId, signedAt, challengeIssuedAt };
}

/** Whoever signs comes first: a check can wait. On Linux a thread has a priority of its own (sched(7)); elsewhere it would be the whole process's. */
function giveWay(): void {
  if (process.platform !== 'linux') return;
  try {
    setPriority(niceness);
  } catch {
    // Some systems forbid it. Then both get the same.
  }
}
