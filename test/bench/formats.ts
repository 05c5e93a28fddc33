/**
 * `npm run bench -- formats`: the processor time of each step of a co-signature in core, and of the bare cryptography of that step, in
 * microseconds. Prints one JSON object.
 */

import { createECDH, createSign, randomBytes, sign, verify } from 'node:crypto';
import { valueOf } from '../../src/devkit/index.js';
import { issueChallenge, verifyChallenge } from '../../src/core/challenge.js';
import {
  commitmentOf,
  countersign,
  openEvidence,
  openingKey,
  openRecord,
  parseCardSignature,
  parseEvidence,
  sealingKey,
  sealRecord,
  type VerifiedSignedData,
  verifyCountersignature,
  verifySignedData,
} from '../../src/core/cms/index.js';
import type { CaseNumber } from '../../src/core/identifiers.js';
import type { NationalId } from '../../src/core/national-id.js';
import { jwsSigner } from '../../src/core/jws-signing.js';
import { signReceipt } from '../../src/core/receipt-signing.js';
import { renderStatement } from '../../src/core/statement/index.js';
import type { TaipeiDate } from '../../src/core/taipei-date.js';
import { ecPair, certified, rsaPair, signerOf, spkiOf } from '../support/cms/certificates.js';
import { signedDataBy } from '../support/cms/signed-data.js';

const rounds = 3000;
const at = new Date('2026-01-02T03:04:05Z');
const card = certified(rsaPair());
const roundPair = ecPair();
const intakePair = ecPair();
const intake = signerOf(intakePair);
const keys = [intake.publicKey];
const challengeKey = randomBytes(32);
const context = 'co-sign:9001:1';
const challenge = issueChallenge(challengeKey, context, at);
const fields = {
  caseNumber: '9001' as CaseNumber,
  round: 1 as const,
  mainText: '你是否同意公民投票得以電子方式連署？',
  documentDigest: randomBytes(32),
  origin: 'https://connect.example.gov.tw',
};
const statement = renderStatement(fields, 'A123456789' as NationalId, challenge);
const signedData = signedDataBy(card, statement);
const bareSignature = sign('sha256', statement, card.privateKey);
const verified = verifiedEvidence();
const plan = { signer: intake, at, references: [] };
const evidence = await countersign(verified, plan);
const commissionRoundPair = ecPair();
const sealing = {
  lead: sealingKey(spkiOf(roundPair.publicKey)),
  commission: sealingKey(spkiOf(commissionRoundPair.publicKey)),
};
const opening = openingKey(roundPair.privateKey);
const commissionOpening = openingKey(commissionRoundPair.privateKey);
if (opening === undefined || commissionOpening === undefined) throw new Error('no opening key');
const content = { nationalId: 'A123456789', evidence };
const record = sealRecord(content, sealing);
const receipt = {
  issuer: fields.origin,
  caseNumber: fields.caseNumber,
  round: 1 as const,
  commitment: commitmentOf(record),
  recordedOn: '2026-01-02' as TaipeiDate,
  issuedAt: at,
};
const signing = await jwsSigner(intakePair.privateKey);
const point = createECDH('prime256v1').generateKeys();
const ephemeral = createECDH('prime256v1');

function verifiedEvidence(): VerifiedSignedData {
  return valueOf(verifySignedData(valueOf(parseCardSignature({ form: 'cms', signedData })), statement));
}

function checkStored(): void {
  const leadRecord = valueOf(openRecord(record, opening ?? roundPair.privateKey));
  const opened = openEvidence(leadRecord, commissionOpening ?? commissionRoundPair.privateKey);
  const stored = valueOf(parseEvidence(valueOf(opened)));
  valueOf(verifySignedData(stored, statement));
  valueOf(verifyCountersignature(stored, keys));
}

/** The processor time of one call in microseconds, the median of five runs. Other programs on the machine have little effect on it. */
async function microseconds(step: () => unknown): Promise<number> {
  const runs: number[] = [];
  for (let run = 0; run < 5; run++) {
    const start = process.cpuUsage();
    for (let round = 0; round < rounds / 5; round++) await step();
    const { user, system } = process.cpuUsage(start);
    runs.push((user + system) / (rounds / 5));
  }
  return Math.round(runs.sort((a, b) => a - b)[2]! * 10) / 10;
}

console.log(
  JSON.stringify({
    benchmark: 'formats',
    bytes: { signedData: signedData.length, evidence: evidence.length, record: record.length },
    microseconds: {
      verifyChallenge: await microseconds(() => verifyChallenge(challengeKey, context, challenge, at)),
      renderStatement: await microseconds(() =>
        renderStatement(fields, 'A123456789' as NationalId, challenge),
      ),
      parseCardSignature: await microseconds(() => parseCardSignature({ form: 'cms', signedData })),
      parseAndVerify: await microseconds(verifiedEvidence),
      countersign: await microseconds(() => countersign(verified, plan)),
      sealRecord: await microseconds(() => sealRecord(content, sealing)),
      commitmentOf: await microseconds(() => commitmentOf(record)),
      signReceipt: await microseconds(() => signReceipt(receipt, signing)),
      openAndCheck: await microseconds(checkStored),
    },
    bareMicroseconds: {
      rsaVerify: await microseconds(() => verify('sha256', statement, card.publicKey, bareSignature)),
      p256Sign: await microseconds(() => createSign('sha256').update(statement).sign(intakePair.privateKey)),
      ephemeralAndDerive: await microseconds(() => {
        ephemeral.generateKeys();
        return ephemeral.computeSecret(point);
      }),
    },
  }),
);
