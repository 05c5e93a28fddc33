/**
 * `npm run docs:examples`: writes src/http/openapi/request-examples.ts, a whole request for each endpoint that takes JSON. The bytes are
 * real: the development kit's cards made them. Run it when the form of a request changes; keys and challenges are drawn anew each time.
 */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { newAccessCode } from '../src/cases/index.js';
import { openRound, submitRound } from '../src/core/ceremony/index.js';
import { cardSignedDocument } from '../src/core/cms/index.js';
import { issueChallenge } from '../src/core/challenge.js';
import type { CaseNumber, Commitment } from '../src/core/identifiers.js';
import { jwsSigner } from '../src/core/jws-signing.js';
import type { NationalId } from '../src/core/national-id.js';
import { signReceipt } from '../src/core/receipt-signing.js';
import { sha256 } from '../src/core/sha256.js';
import {
  caseDocument,
  type RemedyKind,
  renderApprovalStatement,
  renderRemedyStatement,
  renderSignIn,
  renderStatement,
} from '../src/core/statement/index.js';
import { taipeiDateOf } from '../src/core/taipei-date.js';
import { MobileTickets } from '../src/cosigning/mobile-ticket.js';
import { base64, DemoPki, issueDemoCards, signatureJson, valueOf } from '../src/devkit/index.js';
import { undertaking } from '../src/lead/index.js';

const at = new Date('2026-03-02T01:00:00Z');
const origin = 'https://connect.example.gov.tw';
const caseNumber = '9001' as CaseNumber;
const text = {
  mainText: '你是否同意學校每週五的午餐應提供在地食材？',
  reason: '在地食材較為新鮮，運送距離短，也讓孩子認識家鄉的農漁產。',
};
/** The number that forms in Taiwan are filled in with as an example. */
const nationalId = 'A123456789' as NationalId;

const pki = DemoPki.create({ seed: 'examples of requests', at });
const people = issueDemoCards(pki);
const coSigner = pki.issueCard({ nationalId, name: '王小明', holderSerialNumber: '0000000000000001' });
const challengeFor = (context: string): string => issueChallenge(randomBytes(32), context, at);

const coSigning = challengeFor('co-sign:9001:1');
const statement = renderStatement(
  { caseNumber, round: 1, ...text, documentDigest: sha256(caseDocument(text.mainText, text.reason)), origin },
  nationalId,
  coSigning,
);
const coSignature = async (form: 'cms-attached' | 'pkcs1'): Promise<object> => ({
  nationalId,
  challenge: coSigning,
  signature: signatureJson(await coSigner.sign(statement, form)),
});

type Signer = typeof coSigner;
async function signIn(card: Signer, purpose: 'staff' | 'lead' | 'co-signer'): Promise<object> {
  const challenge = challengeFor(`sign-in:${purpose}`);
  const signed = await card.sign(renderSignIn(purpose, origin, challenge), 'cms-attached');
  return { challenge, signature: signatureJson(signed) };
}

/** A ticket, sealed under a secret that no platform has. */
function mobileTicket(): string {
  const transaction = {
    transactionId: '6d2a5cf4-3a0b-4bb1-9a53-0f5b7a1c2d3e',
    ticketId: '0f5b7a1c-2d3e-4bb1-9a53-6d2a5cf43a0b',
  };
  const expiresAt = at.getTime() + 300_000;
  return new MobileTickets(randomBytes(32)).seal(
    { caseNumber, ordinal: 1, nationalId },
    { challenge: coSigning, expiresAt, transaction },
  );
}

/** A receipt, by a key that no platform has. */
async function receipt(): Promise<string> {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return signReceipt(
    {
      issuer: origin,
      caseNumber,
      round: 1,
      commitment: sha256('example') as Commitment,
      recordedOn: taipeiDateOf(at),
      issuedAt: at,
    },
    await jwsSigner(privateKey),
  );
}

/** What a holder asks for. */
async function remedy(kind: RemedyKind, shown: string | undefined): Promise<object> {
  const account = '卡片遺失，這不是我簽的。';
  const challenge = challengeFor(`remedy:${kind}:${caseNumber}`);
  const commitment = shown === undefined ? undefined : (sha256('example') as Commitment);
  const text = renderRemedyStatement({ kind, caseNumber, commitment, account, origin, challenge });
  const signature = signatureJson(await coSigner.sign(text, 'cms-attached'));
  return { account, challenge, signature, ...(shown === undefined ? {} : { receipt: shown }) };
}

async function leadMaterial() {
  const commission = await openRoundOf(new Uint8Array());
  const opened = await openRoundOf(commission.publicKey);
  const submission = valueOf(
    await submitRound({
      card: people.lead,
      wrappedKey: opened.wrappedKey,
      publicKey: opened.publicKey,
      commissionCertificate: pki.commissionDecryption.certificate,
      draft: { caseNumber, round: 1, origin, recordCount: 293_228, merkleRoot: sha256('example') },
    }),
  );
  return { opened, submission };
}

/** A round key, made for this key of the commission. */
async function openRoundOf(commissionRoundKey: Uint8Array) {
  return valueOf(
    await openRound({
      card: people.lead,
      caseNumber,
      round: 1,
      origin,
      mode: 'number-to-lead',
      commissionRoundKey,
      undertaking,
    }),
  );
}

const fields = (bytes: Readonly<Record<string, Uint8Array>>): object =>
  Object.fromEntries(Object.entries(bytes).map(([name, value]) => [name, base64(value)]));

const { opened, submission } = await leadMaterial();
const content = Buffer.from('{"records":293228,"round":1}');
const approval = renderApprovalStatement({
  action: 'start-check',
  caseNumber,
  origin,
  content,
  contentDigest: sha256(content),
  requestId: '01950000-0000-7000-8000-000000000001',
});

type Examples = Readonly<Record<string, readonly [summary: string, value: object]>>;
const examples: Readonly<Record<string, Examples>> = {
  'StaffCases.register': {
    case: [
      'A case of which the lead reads numbers',
      {
        number: caseNumber,
        ...text,
        ...fields({
          leadSigningCertificate: people.lead.signingCertificate,
          leadEncryptionCertificate: people.lead.encryptionCertificate,
        }),
        electorTotal: 19_548_531,
        noticedOn: '2026-03-02',
        mode: 'number-to-lead',
      },
    ],
  },
  'StaffCases.issueCode': { paper: ['After the paper form was handed over', { paperFormOn: '2026-03-01' }] },
  'LeadCertificates.replace': {
    renewed: [
      'The lead’s renewed card',
      fields({
        leadSigningCertificate: people.lead.signingCertificate,
        leadEncryptionCertificate: people.lead.encryptionCertificate,
      }),
    ],
  },
  'OfflineSubmission.request': {
    outage: [
      'Handed over on the last day, while the platform was down',
      {
        ...fields({ statement: submission.statement, wrappedKey: submission.wrappedKey }),
        handedOverAt: '2026-09-02T16:30:00+08:00',
      },
    ],
  },
  'Calendar.closure': {
    disaster: [
      'A typhoon day',
      {
        day: '2026-09-02',
        kind: 'natural-disaster',
        reference: '行政院人事行政總處 2026-09-01 公告',
        area: '臺北市',
      },
    ],
  },
  'Switches.ofPlatform': {
    pause: [
      'The intake of all cases is to be paused',
      {
        name: 'intake-paused',
        on: true,
        reasonZhTW: '憑證管理中心系統維護',
        reasonEn: 'Maintenance at the certificate authority',
      },
    ],
  },
  'Switches.ofCase': { resume: ['The intake of a case is to go on', { on: false }] },
  'Calendar.supplementNotice': { notice: ['The letter was delivered', { noticedOn: '2026-11-05' }] },
  'Calendar.announcement': { day: ['The case was announced', { announcedOn: '2026-12-01' }] },
  'Calendar.hold': {
    lawsuit: ['A lawsuit over the case', { reference: '臺北高等行政法院 115 年度訴字第 1 號' }],
  },
  'Calendar.finalRuling': { ruling: ['The ruling is final', { finalRulingOn: '2027-05-31' }] },
  'Check.request': {
    start: ['The start of the check, with the paper rows that were entered', { action: 'start-check' }],
    'without-paper': [
      'The start of a check of which nothing was handed in on paper',
      { action: 'start-check', withoutPaper: true },
    ],
  },
  'Paper.settleDifference': {
    entry: ['As the second entry has it', { settledAs: 'second' }],
    other: ['A third value', { settledAs: 'other', nationalId, code: '00' }],
  },
  'CoSignature.coSign': {
    cms: ['A card that answers CMS SignedData', await coSignature('cms-attached')],
    pkcs1: ['A card that answers a bare signature', await coSignature('pkcs1')],
  },
  'MobileCoSignature.push': { phone: ['A person at their phone', { nationalId, challenge: coSigning }] },
  'MobileCoSignature.coSign': {
    ticket: ['With the ticket, as it was answered', { nationalId, ticket: mobileTicket() }],
  },
  'Receipts.ofBearer': { receipt: ['A receipt as the platform signed it', { receipt: await receipt() }] },
  'OwnCoSignatures.mine': {
    card: ['Signed by the holder', await signIn(coSigner, 'co-signer')],
    receipts: [
      'With the receipt of a closed case',
      { ...(await signIn(coSigner, 'co-signer')), receipts: [await receipt()] },
    ],
  },
  'Remedies.challenge': { misuse: ['For a report of misuse', { kind: 'misuse' }] },
  'Remedies.reportMisuse': { card: ['Signed by the holder', await remedy('misuse', undefined)] },
  'Remedies.object': { card: ['Signed by the holder', await remedy('objection', await receipt())] },
  'Remedies.withdraw': { card: ['Signed by the holder', await remedy('withdrawal', undefined)] },
  'LeadObjections.object': {
    number: ['A number of the struck-out list', { nationalId, account: '戶籍登記有誤。' }],
  },
  'LeadObjections.objectToPaperRow': {
    row: ['A paper row of the struck-out list', { page: 1, line: 2, account: '簽名在欄外，並非未簽。' }],
  },
  'StaffRemedies.propose': {
    decision: ['What two people are to decide', { outcome: 'upheld', reason: '戶籍機關已更正登記。' }],
  },
  'Lead.handInKey': {
    key: [
      'Key, wrapped key and key statement',
      fields({
        publicKey: opened.publicKey,
        wrappedKey: opened.wrappedKey,
        keyStatement: opened.keyStatement,
      }),
    ],
  },
  'Lead.open': { probe: ['What the probe held', fields({ probe: randomBytes(32) })] },
  'Lead.submit': {
    submission: [
      'The signed statement, and the key for the commission',
      fields({ statement: submission.statement, wrappedKey: submission.wrappedKey }),
    ],
  },
  'SignIn.challenge': { lead: ['For a lead proposer', { purpose: 'lead' }] },
  'SignIn.staff': { card: ['Signed by a member of staff', await signIn(people.registrar, 'staff')] },
  'SignIn.lead': {
    card: [
      'Signed by the lead, with the access code',
      { ...(await signIn(people.lead, 'lead')), accessCode: newAccessCode() },
    ],
  },
  'Members.add': {
    member: [
      'Somebody new who approves',
      {
        name: '王小明',
        ...fields({ certificate: people.approver.signingCertificate }),
        roles: ['approver'],
      },
    ],
  },
  'Members.roles': { roles: ['Somebody who reads the log and approves', { roles: ['approver', 'auditor'] }] },
  'Approvals.approve': {
    signature: [
      'Signed by the second person',
      { signature: { form: 'cms', signedData: base64(await cardSignedDocument(people.approver, approval)) } },
    ],
  },
};

const asOpenApi = Object.fromEntries(
  Object.entries(examples).map(([operation, each]) => [
    operation,
    Object.fromEntries(Object.entries(each).map(([name, [summary, value]]) => [name, { summary, value }])),
  ]),
);

const root = join(import.meta.dirname, '..');
const source = `/** A request as it may be sent, by the OpenAPI document's Example Object. */
interface RequestExample {
  readonly summary: string;
  readonly value: object;
}

/**
 * Whole requests by the endpoint's name in the document: bytes that cards of the development kit made. Written by
 * \`npm run docs:examples\`: not to be edited.
 */
export const requestExamples: Readonly<Record<string, Readonly<Record<string, RequestExample>>>> = ${JSON.stringify(asOpenApi)};
`;
const path = 'src/http/openapi/request-examples.ts';
writeFileSync(
  join(root, path),
  await format(source, { parser: 'typescript', singleQuote: true, printWidth: 110, trailingComma: 'all' }),
);
console.error(`${path} written`);
