import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import {
  createDecipheriv,
  createECDH,
  createHash,
  createPublicKey,
  type ECDH,
  type KeyObject,
  verify,
} from 'node:crypto';
import {
  type AuthEnvelopedData,
  parseAuthEnvelopedData,
  sharedInfo,
} from '../../../src/core/cms/auth-enveloped-data.js';
import { maximumRecordBytes, openEvidence, openRecord, parseEvidence } from '../../../src/core/cms/index.js';
import type { KeyAgreement } from '../../../src/core/cms/recipient-info.js';
import { readSignerInfo } from '../../../src/core/cms/signer-info.js';
import { DerReader } from '../../../src/core/der/index.js';
import { publicKeyBits } from '../../../src/core/x509/public-key.js';
import { valueOf } from '../../../src/devkit/index.js';
import type { BenchRound } from './bench-round.js';

/** A layer of a record, ready to be opened. */
interface Layer extends Pick<AuthEnvelopedData, 'nonce' | 'ciphertext' | 'tag'> {
  readonly point: Uint8Array;
  readonly wrappedKey: Uint8Array;
}

interface Signed {
  readonly data: Uint8Array;
  readonly signature: Uint8Array;
}

/** The inputs of a record's cryptography. */
interface Bare {
  readonly layers: readonly [Layer, Layer];
  /** RSAPublicKey. */
  readonly cardKey: Buffer;
  readonly card: Signed;
  readonly certificate: Signed;
  readonly countersignature: Signed;
}

/**
 * What the bare cryptography of the first records of a file takes with node:crypto, microseconds of processor a record, in as many threads at
 * once as the check has: two ECDH agreements with key derivation, unwrapping and AES-256-GCM, the card's signature under its own key, the
 * certificate's signature and the countersignature under keys at hand. Its inputs are those of the records, taken out before.
 */
export async function bareMicroseconds(file: string, threads: number): Promise<number> {
  const script = new URL('./bare-thread.ts', import.meta.url);
  const workers = Array.from({ length: threads }, () => new Worker(script, { workerData: file }));
  await Promise.all(workers.map((worker) => once(worker, 'message')));
  const before = process.cpuUsage();
  const done = Promise.all(workers.map((worker) => once(worker, 'message')));
  for (const worker of workers) worker.postMessage('begin');
  const counts = (await done).map(([count]) => count as number);
  const { user, system } = process.cpuUsage(before);
  await Promise.all(workers.map((worker) => worker.terminate()));
  return (user + system) / counts.reduce((sum, count) => sum + count, 0);
}

/** Makes the inputs ready, and answers what does all of it once: how many records that were. */
export function bareWork(records: readonly Uint8Array[], round: BenchRound): () => number {
  const inputs = records.flatMap((record) => bareOf(record, round));
  const lead = agreementOf(round.lead.privateKey);
  const commission = agreementOf(round.commission.privateKey);
  const issuer = createPublicKey(round.pki.authorities.moicaG2.key.privateKey);
  const intake = createPublicKey({ key: Buffer.from(round.intake.publicKey), format: 'der', type: 'spki' });
  const all = ({ layers: [outer, inner], cardKey, card, certificate, countersignature }: Bare): void => {
    open(lead, outer);
    open(commission, inner);
    const key = createPublicKey({ key: cardKey, format: 'der', type: 'pkcs1' });
    const right =
      verify('sha256', card.data, key, card.signature) &&
      verify('sha256', certificate.data, issuer, certificate.signature) &&
      verify('sha256', countersignature.data, intake, countersignature.signature);
    if (!right) throw new Error('a signature of the bench does not verify');
  };
  return () => {
    for (const input of inputs) all(input);
    return inputs.length;
  };
}

const keyWrap = sharedInfo(undefined);

function open(agreement: ECDH, { point, wrappedKey, nonce, ciphertext, tag }: Layer): void {
  const secret = agreement.computeSecret(point);
  const keyEncryptionKey = createHash('sha256')
    .update(secret)
    .update(Uint8Array.of(0, 0, 0, 1))
    .update(keyWrap);
  const unwrapping = createDecipheriv('id-aes256-wrap', keyEncryptionKey.digest(), Buffer.alloc(8, 0xa6));
  const decipher = createDecipheriv('aes-256-gcm', unwrapping.update(wrappedKey), nonce);
  decipher.setAuthTag(tag);
  decipher.update(ciphertext);
  decipher.final();
}

function agreementOf(privateKey: KeyObject): ECDH {
  const agreement = createECDH('prime256v1');
  agreement.setPrivateKey(String(privateKey.export({ format: 'jwk' }).d), 'base64url');
  return agreement;
}

function bareOf(record: Uint8Array, { lead, commission }: BenchRound): Bare[] {
  const leadRecord = valueOf(openRecord(record, lead.privateKey));
  const evidence = parseEvidence(valueOf(openEvidence(leadRecord, commission.privateKey)));
  if (!evidence.ok) return [];
  const { signer, signerInfo, content, countersignature } = evidence.value;
  const over = readSignerInfo(new DerReader(countersignature));
  return [
    {
      layers: [layerOf(record), layerOf(leadRecord.sealedEvidence)],
      cardKey: Buffer.from(publicKeyBits(signer.subjectPublicKeyInfo) ?? []),
      card: { data: signerInfo.signedAttributes?.der ?? content, signature: signerInfo.signature },
      certificate: { data: signer.tbs, signature: signer.signature },
      countersignature: {
        data: over.signedAttributes?.der ?? signerInfo.signature,
        signature: over.signature,
      },
    },
  ];
}

function layerOf(envelope: Uint8Array): Layer {
  const sealed = parseAuthEnvelopedData(envelope, maximumRecordBytes);
  const recipient = sealed?.recipients[0] as KeyAgreement | undefined;
  if (sealed === undefined || recipient === undefined) throw new Error('a record of the bench that is none');
  const { nonce, ciphertext, tag } = sealed;
  return { nonce, ciphertext, tag, point: recipient.originator, wrappedKey: recipient.encryptedKey };
}
