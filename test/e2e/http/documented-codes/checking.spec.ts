import { afterAll, beforeAll, jest } from '@jest/globals';
import {
  CASE_LOCK,
  type CaseLock,
  CheckingService,
  type EntryName,
  PaperService,
} from '../../../../src/checking/index.js';
import type { CaseNumber, Commitment } from '../../../../src/core/identifiers.js';
import { fail } from '../../../../src/core/result.js';
import type { TaipeiDate } from '../../../../src/core/taipei-date.js';
import { RECEIPT_ISSUER, type ReceiptIssuer } from '../../../../src/cosigning/index.js';
import {
  type AnswerTampering,
  answerTamperings,
  type Attempt,
  type MockMoi,
  type StaffClient,
} from '../../../../src/devkit/index.js';
import { byCode, driveDocumentedCodes, get, post } from '../../../support/http/documented-codes.js';
import {
  collectingCase,
  staffClient,
  stopped,
  submitted,
  twoCases,
} from '../../../support/application/cases.js';
import { citizens, coSign } from '../../../support/application/co-signers.js';
import { type Ask, exchange } from '../../../support/application/exchange.js';
import { enterPaper, rowsOnPage } from '../../../support/checking/enter-paper.js';
import { bob } from '../../../support/checking/paper-scene.js';
import type { TestApplication, TestCase } from '../../../support/application/application.js';
import { TestInstallation } from '../../../support/application/installation.js';

let installation: TestInstallation;
let application: TestApplication;
let verifier: string | undefined;
let moi: MockMoi;
/** The roster of 9004. */
let roster: ReadonlyMap<string, Uint8Array>;

/** 9001 collects, every record of 9003 has a verdict, 9004 waits for MOI's answer, 9005 has it, 9002 is stopped. 9006 waits for its paper rows. */
beforeAll(async () => {
  installation = await TestInstallation.create();
  application = await installation.start();
  const { deputy, auditor, registrar, secondVerifier } = installation.people;
  await twoCases(application);
  const leads = { '9003': deputy, '9004': auditor, '9005': registrar, '9006': secondVerifier };
  const opened: TestCase[] = [];
  for (const [number, lead] of Object.entries(leads))
    opened.push(await collectingCase(application, number, lead));
  await installation.nextDay();
  const people: Attempt[] = [];
  for (const each of opened) {
    const signers = citizens(3, each.number);
    people.push(...signers);
    await coSign(application, each.number, signers);
    await submitted(application, each);
  }
  moi = installation.ministry(people);
  await withVerdicts('9003');
  roster = await sent('9004');
  const nine = await staffClient(application, '9005');
  await nine.handInAnswer(await answering(await sent('9005'), {}));
  await nine.requestAndApprove('import-answer');
  await stopped(application, '9002');
  verifier = (await application.as('verifier')).token;
});

afterAll(() => installation.remove());

async function withVerdicts(number: string): Promise<StaffClient> {
  const staff = await staffClient(application, number);
  await staff.requestAndApprove('start-check');
  await staff.waitForVerdicts();
  return staff;
}

async function sent(number: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const staff = await withVerdicts(number);
  await staff.requestAndApprove('send-roster');
  return staff.roster();
}

/** MOI's answer to a roster as it is handed in. */
const answering = (
  to: ReadonlyMap<string, Uint8Array>,
  tampering: AnswerTampering,
): Promise<ReadonlyMap<string, Uint8Array>> => moi.answer(to, installation.clock.now(), tampering);

const read = (caseNumber: string, what: string): Ask => get(`staff/cases/${caseNumber}/${what}`, verifier);
const requesting = (caseNumber: string, action: string): Ask =>
  post(`staff/cases/${caseNumber}/requests`, { action }, verifier);
const controlling = (caseNumber: string, step: string): Ask =>
  post(`staff/cases/${caseNumber}/check/${step}`, undefined, verifier);
const uploading = (caseNumber: string, name = 'manifest.json'): Ask => ({
  method: 'put',
  path: `/api/v1/staff/cases/${caseNumber}/answer/${name}`,
  token: verifier,
  body: 'a sealed file',
  headers: { 'content-type': 'application/cms' },
});
const discarding = (caseNumber: string): Ask => ({
  method: 'delete',
  path: `/api/v1/staff/cases/${caseNumber}/answer`,
  token: verifier,
});

const showing = (receipt: string): Ask => post('receipts/status', { receipt });
/** A receipt of ours for a record that there is not. */
const receiptOfNothing = (): Promise<string> =>
  application.get<ReceiptIssuer>(RECEIPT_ISSUER).issue({
    issuer: 'https://lianshu.test.invalid',
    caseNumber: '9001' as CaseNumber,
    round: 1,
    commitment: new Uint8Array(32) as Commitment,
    recordedOn: '2026-03-03' as TaipeiDate,
    issuedAt: new Date(0),
  });

/** Holds the case as a step that is being executed does, while `ask` is asked for. */
const whileHeld = (ask: Ask) => (): Ask => {
  const lock = application.get<CaseLock>(CASE_LOCK);
  jest.spyOn(lock, 'exclusively').mockResolvedValueOnce(fail('step-under-way'));
  return ask;
};

/** Hands in an answer to 9004's roster with something wrong. */
const handingIn = (tampering: AnswerTampering) => async (): Promise<Ask> => {
  await exchange(application, discarding('9004'));
  await (await staffClient(application, '9004')).handInAnswer(await answering(roster, tampering));
  return requesting('9004', 'import-answer');
};

const withoutEntries = async (...names: readonly EntryName[]): Promise<void> => {
  const paper = application.get(PaperService);
  for (const name of names) await paper.removeEntry('9006' as CaseNumber, name, bob.memberId);
};

const withPartMore: NonNullable<AnswerTampering['manifest']> = (manifest) => ({
  ...manifest,
  parts: manifest.parts.flatMap((part) => [part, { ...part, name: 'part-0099.csv' }]),
});

driveDocumentedCodes(
  'checking',
  {
    'Check.check': {
      'not-found': () => read('9999', 'check'),
      'check-not-ready': () => read('9001', 'check'),
    },
    ...Object.fromEntries(
      ['pause', 'resume', 'begin-anew'].map((step) => [
        step === 'begin-anew' ? 'Batch.beginAnew' : `Batch.${step}`,
        {
          'not-found': () => controlling('9999', step),
          // Every record of 9003 has its verdict.
          'check-not-ready': () => controlling('9003', step),
        },
      ]),
    ),
    'Check.roster': {
      'not-found': () => read('9999', 'roster'),
      'check-not-ready': () => read('9001', 'roster'),
      'roster-not-sent': () => read('9003', 'roster'),
    },
    'Reports.report': {
      'not-found': () => read('9003', 'reports/batch.docx'),
      'check-not-ready': () => read('9001', 'reports/batch.pdf'),
      'result-not-ready': () => read('9003', 'reports/result.csv'),
    },
    'ResultDraft.draft': {
      'not-found': () => read('9999', 'result'),
      'check-not-ready': () => read('9001', 'result'),
      'result-not-ready': () => read('9003', 'result'),
    },
    'Check.purge': {
      'not-found': () => read('9999', 'purge'),
      'check-not-ready': () => read('9001', 'purge'),
      // Two years and a purge after what the other codes want; test/integration/checking goes through them.
      'purge-done-already': () => {
        const checking = application.app.get(CheckingService);
        jest.spyOn(checking, 'purgePlan').mockResolvedValueOnce(fail('purge-done-already'));
        return read('9002', 'purge');
      },
      'announcement-missing': () => {
        const checking = application.app.get(CheckingService);
        jest.spyOn(checking, 'purgePlan').mockResolvedValueOnce(fail('announcement-missing'));
        return read('9002', 'purge');
      },
    },
    'Check.keepAnswerFile': {
      'not-found': () => uploading('9999'),
      'check-not-ready': () => uploading('9001'),
      'roster-not-sent': () => uploading('9003'),
      'answer-already-imported': () => uploading('9005'),
      'answer-file-unknown': () => uploading('9004', 'part-0099.csv'),
      'step-under-way': () => whileHeld(uploading('9004'))(),
    },
    'Check.discardAnswer': {
      'not-found': () => discarding('9999'),
      'check-not-ready': () => discarding('9001'),
      'roster-not-sent': () => discarding('9003'),
      'answer-already-imported': () => discarding('9005'),
      'step-under-way': () => whileHeld(discarding('9004'))(),
    },
    'Check.request': {
      'step-under-way': () => whileHeld(requesting('9004', 'import-answer'))(),
      'answer-not-handed-in': async () => {
        await exchange(application, discarding('9004'));
        return requesting('9004', 'import-answer');
      },
      'paper-not-entered': async () => {
        await withoutEntries('first', 'second');
        return requesting('9006', 'start-check');
      },
      'paper-handed-in': async () => {
        await enterPaper(application, '9006' as CaseNumber, rowsOnPage(['A123456789']));
        return post('staff/cases/9006/requests', { action: 'start-check', withoutPaper: true }, verifier);
      },
      'paper-differences-open': async () => {
        await enterPaper(
          application,
          '9006' as CaseNumber,
          rowsOnPage(['A123456789']),
          rowsOnPage(['A223456781']),
        );
        return requesting('9006', 'start-check');
      },
      'paper-entry-missing': async () => {
        await enterPaper(application, '9006' as CaseNumber, rowsOnPage(['A123456789']));
        await withoutEntries('second');
        return requesting('9006', 'start-check');
      },
      'not-found': () => requesting('9999', 'start-check'),
      'check-not-ready': () => requesting('9001', 'start-check'),
      'roster-not-sent': () => requesting('9003', 'import-answer'),
      'answer-already-imported': () => requesting('9005', 'import-answer'),
      'result-not-ready': () => requesting('9003', 'confirm-result'),
      'purge-too-early': () => requesting('9002', 'purge'),
      'paper-not-opened': () => {
        const checking = application.app.get(CheckingService);
        jest.spyOn(checking, 'prepare').mockResolvedValueOnce(fail('paper-not-opened'));
        return requesting('9001', 'start-check');
      },
      ...byCode(
        [
          'round-key-not-opened',
          'commission-round-key-missing',
          'nothing-to-correct',
          'correction-takes-back',
        ] as const,
        (code) => () => {
          const checking = application.app.get(CheckingService);
          jest.spyOn(checking, 'approvalContent').mockResolvedValueOnce(fail(code));
          return requesting('9005', 'correct-result');
        },
      ),
      'purge-done-already': () => {
        const checking = application.app.get(CheckingService);
        jest.spyOn(checking, 'approvalContent').mockResolvedValueOnce(fail('purge-done-already'));
        return requesting('9002', 'purge');
      },
      // test/e2e/cases/calendar.spec.ts has the announcement and the lawsuit that these want.
      ...byCode(['announcement-missing', 'purge-on-hold'] as const, (code) => () => {
        const checking = application.app.get(CheckingService);
        jest.spyOn(checking, 'approvalContent').mockResolvedValueOnce(fail(code));
        return requesting('9002', 'purge');
      }),
      'answer-not-opened': handingIn(answerTamperings['seal-altered']),
      'answer-unsigned': handingIn(answerTamperings.unsigned),
      'answer-signed-by-another': handingIn(answerTamperings['signed-by-another']),
      'answer-for-another-batch': handingIn(answerTamperings['of-another-batch']),
      'answer-file-unknown': handingIn({ manifest: withPartMore }),
      'answer-file-missing': handingIn(answerTamperings['part-missing']),
      'answer-file-repeated': handingIn(answerTamperings['part-listed-twice']),
      'answer-malformed': handingIn(answerTamperings['code-empty']),
      'answer-manifest-malformed': handingIn({ manifest: (manifest) => ({ ...manifest, more: 1 }) }),
      'answer-cut-short': handingIn(answerTamperings['cut-short-in-a-row']),
      'answer-digest-wrong': handingIn(answerTamperings['digest-wrong']),
      'answer-row-repeated': handingIn(answerTamperings['row-repeated']),
      'answer-row-missing': handingIn(answerTamperings['row-missing']),
      'answer-row-unknown': handingIn(answerTamperings['row-extra']),
      'answer-code-unknown': handingIn(answerTamperings['code-unknown']),
    },
    'Receipts.status': { 'not-found': () => get(`receipts/${'00'.repeat(32)}`) },
    'Receipts.ofBearer': {
      'receipt-invalid': () => showing('eyJ.eyJ.x'),
      'not-found': async () => showing(await receiptOfNothing()),
    },
    'Result.result': { 'not-found': () => get('cases/9001/result') },
    'Result.file': { 'not-found': () => get('cases/9001/result/result.json') },
    'Result.fileOfVersion': {
      'not-found': () => get('cases/9001/result/rounds/1/versions/1/result.json'),
    },
  },
  (ask) => exchange(application, ask),
);
