/**
 * A process that makes records of the bench's round, started by `npm run bench -- make-records`. Arguments: the first place, the place after
 * the last, the number of all records, the file to write. Each record is its length (four octets, big-endian) and its octets.
 *
 * Every card has a certificate and an RSA key of its own: sharing a few keys would make checking easier, since keys are remembered. To make
 * 300,000 moduli in reasonable time, they share primes, each pair of primes once. That makes no verification easier, only the keys weak.
 */
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { issueChallenge } from '../../../src/core/challenge.js';
import {
  countersign,
  parseCardSignature,
  sealRecord,
  verifySignedData,
} from '../../../src/core/cms/index.js';
import { der } from '../../../src/core/der/index.js';
import type { NationalId } from '../../../src/core/national-id.js';
import type { RevocationReference } from '../../../src/core/revocation/index.js';
import { renderStatement } from '../../../src/core/statement/index.js';
import { parseCertificate } from '../../../src/core/x509/index.js';
import { valueOf } from '../../../src/devkit/index.js';
import { invert } from '../../../src/devkit/keys/big-integer.js';
import { type KeyPair, keyPairFrom } from '../../../src/devkit/keys/key-pair.js';
import type { CardShape } from '../../../src/devkit/pki/card-issuer.js';
import { directListReader } from '../../../src/trust/revocation-list.js';
import { validateCertificate } from '../../../src/trust/validate-certificate.js';
import { demoTrust } from '../trust/trust-dependencies.js';
import { BenchRound, days, DistinctKeys, firstDay, holderAt, plannedVerdict } from './bench-round.js';
import { revokedCards } from './revoked-cards.js';

const [from = 0, to = 0, count = 0] = process.argv.slice(2, 5).map(Number);
const [primesFile = '', file = ''] = process.argv.slice(5);

const exponent = 65_537n;
function keyOf(p: bigint, q: bigint): KeyPair {
  const d = invert(exponent, (p - 1n) * (q - 1n));
  const numbers = [0n, p * q, exponent, d, p, q, d % (p - 1n), d % (q - 1n), invert(q, p)];
  return keyPairFrom('rsa-2048', der.sequence(...numbers.map((number) => der.integer(number))), 'pkcs1');
}

const round = new BenchRound();
const primes = readFileSync(primesFile, 'utf8').trim().split('\n');
const keys = new DistinctKeys(
  primes.map((prime) => BigInt(`0x${prime}`)),
  keyOf,
);
const cards = round.cards(keys);
revokedCards(round, cards, count);

/** What a card's certificate is like, by what becomes of the record. */
function shapeAt(index: number): CardShape {
  switch (plannedVerdict(index)) {
    case 'D01':
      return { edition: 1 };
    case 'E03':
      return { notAfter: new Date(firstDay.getTime() - 1000) };
    case 'E05':
      return { lastFourDigits: '0000' };
    default:
      return {};
  }
}

/** The references to the lists of each day, as the intake writes them. */
async function referencesOf(day: number): Promise<readonly RevocationReference[]> {
  const rules = demoTrust(round.pki);
  const authorities = rules.anchorSets.flatMap((set) => set.authorities);
  const read = await Promise.all(round.lists(day).map((list) => directListReader.read(list, authorities)));
  const target = valueOf(parseCertificate(cards.issue(holderAt(0)).signingCertificate));
  const question = { target, candidates: [], at: round.signedAt(day) };
  return valueOf(validateCertificate(question, rules, { lists: read.map(valueOf), ocsp: [] })).references;
}

const references = await Promise.all(Array.from({ length: days }, (_, day) => referencesOf(day)));
const sealing = round.sealingKeys();
const other = { ...round.fields, mainText: '你是否反對？' };

async function recordAt(index: number): Promise<Uint8Array> {
  keys.place = index;
  const holder = holderAt(index);
  const nationalId = holder.nationalId as NationalId;
  const at = round.signedAt(index);
  const challenge = issueChallenge(Buffer.alloc(32), 'co-sign:9001:1', new Date(at.getTime() - 60_000));
  const fields = plannedVerdict(index) === 'E02' ? other : round.fields;
  const statement = renderStatement(fields, nationalId, challenge);
  const signature = await cards.issue(holder, shapeAt(index)).sign(statement, 'cms-attached');
  const verified = valueOf(verifySignedData(valueOf(parseCardSignature(signature)), statement));
  const named = references[index % days] ?? [];
  const evidence = await countersign(verified, { signer: round.intake, at, references: named });
  return sealRecord({ nationalId, evidence }, sealing);
}

const output = openSync(file, 'w');
for (let index = from; index < to; index++) {
  const record = await recordAt(index);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(record.length);
  writeSync(output, Buffer.concat([length, record]));
}
closeSync(output);
