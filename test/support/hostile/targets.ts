import { openRound, submitRound } from '../../../src/core/ceremony/index.js';
import type { CardSignature } from '../../../src/core/cms/card.js';
import type { CaseNumber, RoundOrdinal } from '../../../src/core/identifiers.js';
import type { RemedyKind } from '../../../src/core/statement/index.js';
import {
  type ApiClient,
  type ApiProblem,
  cardOf,
  type DemoPeople,
  type LeadCaseToSign,
  type MockCard,
  remedyBody,
  roundOpening,
  signatureJson,
  valueOf,
} from '../../../src/devkit/index.js';
import type { TestApplication } from '../application/application.js';
import {
  collectingCase,
  issuedCase,
  type Sessions,
  signEverybodyIn,
  staffClient,
  submitted,
  twoCases,
} from '../application/cases.js';
import {
  challengeOf,
  citizen,
  citizens,
  coSign,
  coSignatureBody,
  ownCoSignaturesBody,
} from '../application/co-signers.js';

/** What could be sent to an operation and be taken, but for the one field that is made hostile. */
export interface Target {
  readonly token?: string | undefined;
  /** The case or request its address names. */
  readonly parameter?: string;
  /** Bodies that between them have every field; made anew for each use, since challenges grow old. */
  readonly bodies: () => Promise<readonly object[]>;
}

type Signed = readonly [cms: CardSignature, pkcs1: CardSignature];

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/**
 * Brings cases into every state in which some operation takes bytes, and says for each operation what it would take: 9001 collects,
 * 9003 waits for its round's key, 9004 waits for the approval of its check, 9005 for MOI's answer, 9006 for its submission.
 */
export async function prepareTargets(
  application: TestApplication,
): Promise<Readonly<Record<string, Target>>> {
  const { installation } = application;
  const { people } = installation;
  const cases = await twoCases(application);
  const opened = {
    pending: await collectingCase(application, '9004', people.deputy),
    sent: await collectingCase(application, '9005', people.auditor),
    submitting: await collectingCase(application, '9006', people.registrar),
  };
  await installation.nextDay();
  const issued = await issuedCase(application, '9003', people.verifier);
  const keyless = await application.asLead(issued);
  const sessions = await signEverybodyIn(application, cases);
  for (const number of ['9004', '9005', '9006']) await coSign(application, number, citizens(3));
  for (const each of [opened.pending, opened.sent]) await submitted(application, each);
  const sealed = await sendRoster(application);
  const submitting = await application.asLead(opened.submitting);
  return {
    ...publicTargets(application),
    ...leadTargets({ keyless, card: issued.lead, submitting, submittingCard: opened.submitting.lead }),
    ...(await staffTargets(people, sessions, sealed)),
  };
}

/** Sends the roster of 9005; a file of it, which is sealed as an answer would be. */
async function sendRoster(application: TestApplication): Promise<Uint8Array> {
  const desk = await staffClient(application, '9005');
  await desk.requestAndApprove('start-check');
  await desk.waitForVerdicts();
  await desk.requestAndApprove('send-roster');
  return (await desk.roster()).get('part-0001.csv') ?? new Uint8Array();
}

const inBothForms = async (card: MockCard, text: string): Promise<Signed> => [
  await card.sign(Buffer.from(text), 'cms-attached'),
  await card.sign(Buffer.from(text), 'pkcs1'),
];

function publicTargets(application: TestApplication): Record<string, Target> {
  const { api, installation } = application;
  const signIn = async (purpose: 'staff' | 'lead', card: MockCard, further: object = {}) => {
    const { challenge, statement } = await api.post<Record<'challenge' | 'statement', string>>(
      'sign-in/challenges',
      { purpose },
    );
    const signed = await inBothForms(card, statement);
    return signed.map((signature) => ({ challenge, signature: signatureJson(signature), ...further }));
  };
  const bearer = citizen('bearer');
  const receipt = async (): Promise<string> => {
    const body = await coSignatureBody(application, '9001', bearer);
    const answer = await api.post<{ receipt: string }>('cases/9001/co-signatures', body).catch(earlier);
    return answer.receipt;
  };
  const remedies = async (kind: RemedyKind): Promise<readonly object[]> => {
    const shown = await shownReceipt(receipt);
    const wanted = { kind, caseNumber: '9001', account: '卡片遺失。', origin: api.origin, shown };
    const card = cardOf(bearer, installation.pki);
    return Promise.all(
      (['cms-attached', 'pkcs1'] as const).map((form) => remedyBody(api, card, { ...wanted, form })),
    );
  };
  const someone = citizen('hostile');
  const bare = { ...someone, form: 'pkcs1' as const };
  return {
    'SignIn.challenge': { bodies: () => Promise.resolve([{ purpose: 'staff' }]) },
    'SignIn.staff': { bodies: () => signIn('staff', installation.people.auditor) },
    'SignIn.lead': { bodies: () => signIn('lead', installation.people.lead, { accessCode: 'AAAAA' }) },
    'CoSignature.coSign': {
      parameter: '9001',
      bodies: () => Promise.all([someone, bare].map((each) => coSignatureBody(application, '9001', each))),
    },
    'MobileCoSignature.push': {
      parameter: '9001',
      bodies: async () => [{ nationalId: someone.nationalId, challenge: await challengeOf(api, '9001') }],
    },
    'MobileCoSignature.coSign': {
      parameter: '9001',
      bodies: () => Promise.resolve([{ nationalId: someone.nationalId, ticket: 'A'.repeat(640) }]),
    },
    'Receipts.ofBearer': { bodies: async () => [{ receipt: await receipt() }] },
    'Remedies.challenge': { parameter: '9001', bodies: () => Promise.resolve([{ kind: 'misuse' }]) },
    'Remedies.reportMisuse': { parameter: '9001', bodies: () => remedies('misuse') },
    'Remedies.object': { parameter: '9001', bodies: () => remedies('objection') },
    'Remedies.withdraw': { parameter: '9001', bodies: () => remedies('misuse') },
    'OwnCoSignatures.mine': {
      bodies: async () => {
        const own = [someone, bare].map((each) => ownCoSignaturesBody(application, each));
        return (await Promise.all(own)).map((body) => ({ ...body, receipts: ['e30.e30.AA'] }));
      },
    },
  };
}

/** A receipt, with the commitment that its payload names. */
async function shownReceipt(
  receipt: () => Promise<string>,
): Promise<{ readonly receipt: string; readonly commitment: Uint8Array }> {
  const shown = await receipt();
  const { commitment } = JSON.parse(Buffer.from(shown.split('.')[1] ?? '', 'base64url').toString('utf8')) as {
    readonly commitment: string;
  };
  return { receipt: shown, commitment: Buffer.from(commitment, 'hex') };
}

/** Who co-signs again is shown the receipt of the first time. */
function earlier(error: unknown): { readonly receipt: string } {
  return (error as ApiProblem).members as { receipt: string };
}

interface Leads {
  readonly keyless: ApiClient;
  readonly card: MockCard;
  readonly submitting: ApiClient;
  readonly submittingCard: MockCard;
}

interface LeadCase {
  readonly number: CaseNumber;
  readonly round: {
    readonly round: RoundOrdinal;
    readonly publicKey: string;
    readonly wrappedKey: string;
  };
}

interface Draft {
  readonly origin: string;
  readonly recordCount: number;
  readonly merkleRoot: string;
  readonly commissionCertificate: string;
}

function leadTargets({ keyless, card, submitting, submittingCard }: Leads): Record<string, Target> {
  const roundKey = async () => {
    const referendum = await keyless.get<LeadCaseToSign>('lead/case');
    const { publicKey, wrappedKey, keyStatement } = valueOf(await openRound(roundOpening(card, referendum)));
    return [
      { publicKey: base64(publicKey), wrappedKey: base64(wrappedKey), keyStatement: base64(keyStatement) },
    ];
  };
  const submission = async () => {
    const { number: caseNumber, round } = await submitting.get<LeadCase>('lead/case');
    const draft = await submitting.post<Draft>('lead/submission/draft');
    const { statement, wrappedKey } = valueOf(
      await submitRound({
        card: submittingCard,
        wrappedKey: Buffer.from(round.wrappedKey, 'base64'),
        publicKey: Buffer.from(round.publicKey, 'base64'),
        commissionCertificate: Buffer.from(draft.commissionCertificate, 'base64'),
        draft: { caseNumber, round: round.round, ...draft, merkleRoot: Buffer.from(draft.merkleRoot, 'hex') },
      }),
    );
    return [{ statement: base64(statement), wrappedKey: base64(wrappedKey) }];
  };
  return {
    'Lead.handInKey': { token: keyless.token, bodies: roundKey },
    'Lead.open': {
      token: keyless.token,
      bodies: async () => {
        const [key] = await roundKey();
        await keyless.post('lead/round/key', key);
        return [{ probe: base64(Buffer.alloc(32, 1)) }];
      },
    },
    'Lead.submit': { token: submitting.token, bodies: submission },
    'LeadObjections.object': {
      token: submitting.token,
      bodies: () => Promise.resolve([{ nationalId: 'A123456789', account: '本人仍設籍。' }]),
    },
    'LeadObjections.objectToPaperRow': {
      token: submitting.token,
      bodies: () => Promise.resolve([{ page: 1, line: 2, account: '簽名在欄外。' }]),
    },
  };
}

async function staffTargets(
  people: DemoPeople,
  sessions: Sessions,
  sealed: Uint8Array,
): Promise<Record<string, Target>> {
  const { id, statement } = await sessions.verifier.post<Record<'id' | 'statement', string>>(
    'staff/cases/9004/requests',
    { action: 'start-check', withoutPaper: true },
  );
  return {
    'StaffCases.register': {
      token: sessions.registrar.token,
      bodies: () =>
        Promise.resolve([
          {
            number: '9100',
            mainText: '你是否同意公園應設置飲水機？',
            reason: '為了解渴。',
            leadSigningCertificate: base64(people.deputy.signingCertificate),
            leadEncryptionCertificate: base64(people.deputy.encryptionCertificate),
            electorTotal: 200,
            noticedOn: '2026-03-02',
            mode: 'two-key',
          },
        ]),
    },
    'Members.add': {
      token: sessions.registrar.token,
      bodies: () =>
        Promise.resolve([
          { name: '王小明', certificate: base64(people.deputy.signingCertificate), roles: ['auditor'] },
        ]),
    },
    'Members.roles': {
      token: sessions.registrar.token,
      parameter: '00000000-0000-4000-8000-000000000000',
      bodies: () => Promise.resolve([{ roles: ['auditor'] }]),
    },
    'StaffCases.issueCode': {
      token: sessions.registrar.token,
      parameter: '9100',
      bodies: () => Promise.resolve([{ paperFormOn: '2026-03-02' }]),
    },
    'OfflineSubmission.request': {
      token: sessions.registrar.token,
      parameter: '9001',
      bodies: () =>
        Promise.resolve([
          { statement: 'MAA=', wrappedKey: 'MAA=', handedOverAt: '2026-03-02T09:00:00+08:00' },
        ]),
    },
    'LeadCertificates.replace': {
      token: sessions.registrar.token,
      parameter: '9003',
      bodies: () =>
        Promise.resolve([
          {
            leadSigningCertificate: base64(people.deputy.signingCertificate),
            leadEncryptionCertificate: base64(people.deputy.encryptionCertificate),
          },
        ]),
    },
    'Calendar.closure': {
      token: sessions.registrar.token,
      bodies: () =>
        Promise.resolve([{ day: '2026-03-03', kind: 'natural-disaster', reference: '公告', area: '臺北市' }]),
    },
    'Switches.ofPlatform': {
      token: sessions.registrar.token,
      bodies: () =>
        Promise.resolve([{ name: 'intake-paused', on: true, reasonZhTW: '更新', reasonEn: 'An update' }]),
    },
    'Switches.ofCase': {
      token: sessions.registrar.token,
      parameter: '9100',
      bodies: () => Promise.resolve([{ on: true, reasonZhTW: '更新', reasonEn: 'An update' }]),
    },
    'Calendar.supplementNotice': {
      token: sessions.registrar.token,
      parameter: '9100',
      bodies: () => Promise.resolve([{ noticedOn: '2026-03-02' }]),
    },
    'Calendar.announcement': {
      token: sessions.registrar.token,
      parameter: '9100',
      bodies: () => Promise.resolve([{ announcedOn: '2026-03-02' }]),
    },
    'Calendar.hold': {
      token: sessions.registrar.token,
      parameter: '9100',
      bodies: () => Promise.resolve([{ reference: '臺北高等行政法院' }]),
    },
    'Calendar.finalRuling': {
      token: sessions.registrar.token,
      parameter: '9100',
      bodies: () => Promise.resolve([{ finalRulingOn: '2026-03-02' }]),
    },
    'Check.request': {
      token: sessions.verifier.token,
      parameter: '9005',
      bodies: () =>
        Promise.resolve([
          {
            action: 'import-answer',
            files: [{ name: 'part-0001.csv', content: base64(sealed) }],
          },
        ]),
    },
    'StaffRemedies.propose': {
      token: sessions.verifier.token,
      parameter: '00000000-0000-4000-8000-000000000000',
      bodies: () => Promise.resolve([{ outcome: 'upheld', reason: '戶籍資料已更正。' }]),
    },
    'Paper.settleDifference': {
      token: sessions.verifier.token,
      parameter: '9004',
      bodies: () => Promise.resolve([{ settledAs: 'other', nationalId: 'A123456789', code: '00' }]),
    },
    'Approvals.approve': {
      token: sessions.approver.token,
      parameter: id,
      bodies: async () => {
        const signed = await inBothForms(people.approver, statement);
        return signed.map((signature) => ({ signature: signatureJson(signature) }));
      },
    },
  };
}
