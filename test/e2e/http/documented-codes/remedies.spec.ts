import { afterAll, beforeAll, jest } from '@jest/globals';
import { fail } from '../../../../src/core/result.js';
import { type ApiClient, cardOf, remedyBody, type WantedRemedy } from '../../../../src/devkit/index.js';
import {
  Filing,
  objectionErrorCodes,
  Objections,
  ownObjectionErrorCodes,
  remedyDecisionErrorCodes,
  RemedyDecisions,
  reportErrorCodes,
  withdrawalErrorCodes,
} from '../../../../src/remedies/index.js';
import { origin, type TestApplication } from '../../../support/application/application.js';
import { twoCases } from '../../../support/application/cases.js';
import { citizen } from '../../../support/application/co-signers.js';
import { type Ask, exchange } from '../../../support/application/exchange.js';
import { TestInstallation } from '../../../support/application/installation.js';
import { byCode, driveDocumentedCodes, get, post } from '../../../support/http/documented-codes.js';

// What leads to each of these codes is in test/e2e/remedies.spec.ts; here, that each endpoint answers it as documented.

let installation: TestInstallation;
let application: TestApplication;
let lead: ApiClient;
let verifier: string | undefined;

beforeAll(async () => {
  installation = await TestInstallation.create();
  application = await installation.start();
  const { main } = await twoCases(application);
  lead = await application.asLead(main);
  verifier = (await application.as('verifier')).token;
});
afterAll(() => installation.remove());

async function asking(path: string, kind: WantedRemedy['kind']): Promise<Ask> {
  const wanted = { kind: 'misuse', caseNumber: '9001', account: '卡片遺失。', origin } as const;
  const body = await remedyBody(application.api, cardOf(citizen('remedies'), installation.pki), wanted);
  return post(`cases/9001/${path}`, kind === 'objection' ? { ...body, receipt: 'x' } : body);
}

const id = '0195d3c0-0000-4000-8000-000000000001';
const proposing = (): Ask =>
  post(`staff/cases/9001/remedies/${id}/decision`, { outcome: 'upheld', reason: '理由' }, verifier);

driveDocumentedCodes(
  'remedies',
  {
    'Remedies.challenge': {
      'not-found': () => post('cases/x/remedies/challenges', { kind: 'misuse' }),
      'withdrawal-not-lawful': () => post('cases/9001/remedies/challenges', { kind: 'withdrawal' }),
    },
    'Remedies.reportMisuse': byCode(reportErrorCodes, (code) => async () => {
      jest.spyOn(application.app.get(Filing), 'reportMisuse').mockResolvedValueOnce(fail(code));
      return asking('misuse-reports', 'misuse');
    }),
    'Remedies.withdraw': byCode(withdrawalErrorCodes, (code) => async () => {
      jest.spyOn(application.app.get(Filing), 'withdraw').mockResolvedValueOnce(fail(code));
      return asking('withdrawals', 'withdrawal');
    }),
    'Remedies.object': byCode(ownObjectionErrorCodes, (code) => async () => {
      jest.spyOn(application.app.get(Objections), 'byCoSigner').mockResolvedValueOnce(fail(code));
      return asking('objections', 'objection');
    }),
    'LeadObjections.object': byCode(objectionErrorCodes, (code) => () => {
      jest.spyOn(application.app.get(Objections), 'byLead').mockResolvedValueOnce(fail(code));
      return post('lead/objections', { nationalId: 'A123456789', account: '理由' }, lead.token);
    }),
    'LeadObjections.objectToPaperRow': byCode(objectionErrorCodes, (code) => () => {
      jest.spyOn(application.app.get(Objections), 'toPaperRow').mockResolvedValueOnce(fail(code));
      return post('lead/objections/paper', { page: 1, line: 2, account: '理由' }, lead.token);
    }),
    'StaffRemedies.list': { 'not-found': () => get('staff/cases/9999/remedies', verifier) },
    'StaffRemedies.propose': byCode(remedyDecisionErrorCodes, (code) => () => {
      jest.spyOn(application.app.get(RemedyDecisions), 'prepare').mockResolvedValueOnce(fail(code));
      return proposing();
    }),
  },
  (ask) => exchange(application, ask),
);
