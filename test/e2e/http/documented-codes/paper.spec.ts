import { afterAll, beforeAll, jest } from '@jest/globals';
import { CASE_LOCK, type CaseLock, PAPER_STORE, type PaperStore } from '../../../../src/checking/index.js';
import { mostPaperRows, PaperService } from '../../../../src/checking/index.js';
import type { CaseNumber } from '../../../../src/core/identifiers.js';
import { fail } from '../../../../src/core/result.js';
import { signInStaff } from '../../../../src/devkit/index.js';
import type { TestApplication } from '../../../support/application/application.js';
import { collectingCase, staffClient, submitted, twoCases } from '../../../support/application/cases.js';
import { citizens, coSign } from '../../../support/application/co-signers.js';
import { type Ask, exchange } from '../../../support/application/exchange.js';
import { TestInstallation } from '../../../support/application/installation.js';
import { enterPaper, rowsOnPage } from '../../../support/checking/enter-paper.js';
import { paperCsv } from '../../../support/checking/paper-scene.js';
import { driveDocumentedCodes, get } from '../../../support/http/documented-codes.js';

let installation: TestInstallation;
let application: TestApplication;
let verifier: string | undefined;

/** 9001 collects, 9003 waits for its paper rows, 9004 is being checked. */
beforeAll(async () => {
  installation = await TestInstallation.create();
  application = await installation.start();
  const { deputy, auditor, verifier: card } = installation.people;
  await twoCases(application);
  const opened = [
    await collectingCase(application, '9003', deputy),
    await collectingCase(application, '9004', auditor),
  ];
  await installation.nextDay();
  for (const each of opened) {
    await coSign(application, each.number, citizens(3, each.number));
    await submitted(application, each);
  }
  await (await staffClient(application, '9004')).requestAndApprove('start-check');
  verifier = (await signInStaff(application.api, card)).token;
});

afterAll(() => installation.remove());

const number = '9003' as CaseNumber;
const [one, other] = [rowsOnPage(['A123456789']), rowsOnPage(['A223456781'])];
const read = (caseNumber: string, what = ''): Ask => get(`staff/cases/${caseNumber}/paper${what}`, verifier);
const entering = (caseNumber: string, body = paperCsv(one), entry = 'first'): Ask => ({
  method: 'put',
  path: `/api/v1/staff/cases/${caseNumber}/paper/entries/${entry}`,
  token: verifier,
  body,
  headers: { 'content-type': 'text/csv' },
});
const removing = (caseNumber: string): Ask => ({
  method: 'delete',
  path: `/api/v1/staff/cases/${caseNumber}/paper/entries/first`,
  token: verifier,
});
const settling = (caseNumber: string, place = '1/1', body: object = { settledAs: 'first' }): Ask => ({
  method: 'put',
  path: `/api/v1/staff/cases/${caseNumber}/paper/differences/${place}`,
  token: verifier,
  body,
});
const whileHeld = (ask: Ask) => (): Ask => {
  const lock = application.get<CaseLock>(CASE_LOCK);
  jest.spyOn(lock, 'exclusively').mockResolvedValueOnce(fail('step-under-way'));
  return ask;
};
/** The two entries disagree on the first row of 9003. */
const withDifference = (ask: Ask) => async (): Promise<Ask> => {
  await enterPaper(application, number, one, other);
  return ask;
};
/** As if a stored part of 9003 were another. */
const withBrokenParts = (ask: Ask) => async (): Promise<Ask> => {
  await enterPaper(application, number, one, other);
  const store = application.get<PaperStore>(PAPER_STORE);
  const broken = { part: 0, first: { page: 1, line: 1 }, sealed: Buffer.from('broken') };
  jest.spyOn(store, 'partWith').mockResolvedValueOnce(broken);
  jest.spyOn(store, 'parts').mockImplementationOnce(async function* () {
    yield await Promise.resolve(broken);
  });
  return ask;
};
const stages = (ask: (caseNumber: string) => Ask) => ({
  'not-found': () => ask('9999'),
  'check-not-ready': () => ask('9001'),
  'paper-closed': () => ask('9004'),
});

driveDocumentedCodes(
  'paper',
  {
    'Paper.overview': stages((caseNumber) => read(caseNumber)),
    'Paper.differences': stages((caseNumber) => read(caseNumber, '/differences')),
    'Paper.openDifference': {
      ...stages((caseNumber) => read(caseNumber, '/differences/1/1')),
      'paper-difference-unknown': () => read('9003', '/differences/1/1000'),
      'paper-not-opened': async () => withBrokenParts(read('9003', '/differences/1/1'))(),
    },
    'Paper.settleDifference': {
      ...stages((caseNumber) => settling(caseNumber)),
      'paper-difference-unknown': async () => withDifference(settling('9003', '1/2'))(),
      'paper-value-refused': async () =>
        withDifference(
          settling('9003', '1/1', { settledAs: 'other', nationalId: 'A123456788', code: '00' }),
        )(),
      'step-under-way': () => whileHeld(settling('9003'))(),
    },
    'Paper.removeEntry': {
      ...stages((caseNumber) => removing(caseNumber)),
      'step-under-way': () => whileHeld(removing('9003'))(),
    },
    'Paper.keepEntry': {
      ...stages((caseNumber) => entering(caseNumber)),
      'step-under-way': () => whileHeld(entering('9003'))(),
      'paper-rows-rejected': () => entering('9003', 'page,line,national_id,code\r\n1,1,A123456788,00\r\n'),
      'paper-entry-empty': () => entering('9003', paperCsv([])),
      'paper-entry-same-person': async () => {
        const paper = application.get(PaperService);
        for (const name of ['first', 'second'] as const) await paper.removeEntry(number, name, '');
        await exchange(application, entering('9003'));
        return entering('9003', paperCsv(one), 'second');
      },
      'paper-not-opened': async () => withBrokenParts(entering('9003'))(),
      // A million rows, and ten thousand differences: test/unit/checking/paper makes the second.
      'paper-entry-too-long': () => mocked('paper-entry-too-long', { most: mostPaperRows }),
      'paper-entries-unlike': () => mocked('paper-entries-unlike', { most: 10_000, page: 1, line: 1 }),
    },
  },
  (ask) => exchange(application, ask),
);

function mocked(code: 'paper-entry-too-long' | 'paper-entries-unlike', values: Record<string, number>): Ask {
  jest.spyOn(application.get(PaperService), 'keepEntry').mockResolvedValueOnce(fail(code, values));
  return entering('9003');
}
