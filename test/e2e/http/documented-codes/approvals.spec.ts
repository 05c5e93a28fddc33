import { afterAll, beforeAll, jest } from '@jest/globals';
import { CheckingService } from '../../../../src/checking/index.js';
import { maximumSignatureBytes } from '../../../../src/core/cms/index.js';
import type { CaseNumber } from '../../../../src/core/identifiers.js';
import { equalOctets } from '../../../../src/core/octets.js';
import { fail } from '../../../../src/core/result.js';
import type { MockCard } from '../../../../src/devkit/index.js';
import { base64, signatureJson, signInStaff } from '../../../../src/devkit/story/api-client.js';
import { RemedyDecisions } from '../../../../src/remedies/index.js';
import {
  Approvals,
  CaseConflicts,
  certificateDigest,
  MEMBER_STORE,
  type MemberStore,
  Sessions,
  type StaffSession,
} from '../../../../src/staff/index.js';
import { trustErrorCodes } from '../../../../src/trust/index.js';
import { faultySignedData, signatureByNobody } from '../../../support/cms/faulty-signatures.js';
import { refusedInRequest } from '../../../support/trust/refused-in-request.js';
import { byCode, driveDocumentedCodes, get, post } from '../../../support/http/documented-codes.js';
import { collectingCase, stopped, submitted, twoCases } from '../../../support/application/cases.js';
import { citizens, coSign } from '../../../support/application/co-signers.js';
import { type Ask, exchange } from '../../../support/application/exchange.js';
import type { TestApplication } from '../../../support/application/application.js';
import { TestInstallation } from '../../../support/application/installation.js';

let installation: TestInstallation;
let application: TestApplication;

/** 9001 collects, 9003 is submitted, 9004 is stopped. */
beforeAll(async () => {
  installation = await TestInstallation.create();
  application = await installation.start();
  await twoCases(application);
  const collecting = await collectingCase(application, '9003', installation.people.deputy);
  await collectingCase(application, '9004', installation.people.auditor);
  await installation.nextDay();
  await coSign(application, '9003', citizens(3));
  await submitted(application, collecting);
  await stopped(application, '9004');
});

afterAll(() => installation.remove());

/** A session of somebody of the staff, which lasts eight hours of the installation's clock. */
async function as(card: MockCard): Promise<string> {
  return (await signInStaff(application.api, card)).token ?? '';
}

interface Pending {
  readonly id: string;
  readonly statement: string;
}

/**
 * A request by the verifier, or another, for something to be approved: kept without asking whether there is anything to do, as it would
 * be where things changed between the request and its approval.
 */
async function pending(
  action = 'start-check',
  caseNumber = '9001',
  by: MockCard = installation.people.verifier,
): Promise<Pending> {
  const session = (await application.app.get(Sessions).find(await as(by))) as StaffSession;
  const wanted = { action, caseNumber: caseNumber as CaseNumber, content: Buffer.from('{}') };
  const kept = await application.app.get(Approvals).request(wanted, session);
  if (!kept.ok) throw new Error(kept.failure.code);
  const request = get(`staff/requests/${kept.value.id}`, await as(installation.people.approver));
  return JSON.parse((await exchange(application, request)).body) as Pending;
}

/** The approver's signature over a request's statement, with another signature where one is given. */
async function approving(
  request: Pending,
  signedData?: Uint8Array,
  card: MockCard = installation.people.approver,
): Promise<Ask> {
  const { id, statement } = request;
  const signature =
    signedData === undefined
      ? signatureJson(await card.sign(Buffer.from(statement), 'cms-attached'))
      : { form: 'cms', signedData: base64(signedData) };
  return post(`staff/requests/${id}/approval`, { signature }, await as(installation.people.approver));
}

/** What a registrar asks for of the staff. */
async function asked(path: string, body: object = {}): Promise<Pending> {
  const { token } = await application.as('registrar');
  return JSON.parse((await exchange(application, post(`staff/${path}`, body, token))).body) as Pending;
}

const turning = async (path: string, body: object): Promise<Ask> =>
  post(`staff/${path}`, body, (await application.as('registrar')).token);

const carryingOut = (action: string, caseNumber: string) => async (): Promise<Ask> =>
  approving(await pending(action, caseNumber));

const signatureCodes = Object.keys(faultySignedData).filter(
  (code): code is Exclude<keyof typeof faultySignedData, 'evidence-content-missing'> =>
    code !== 'evidence-content-missing',
);

driveDocumentedCodes(
  'approvals',
  {
    'Switches.ofPlatform': {
      'switch-set-already': () => turning('switches', { name: 'read-only', on: false }),
      'switch-reason-unfit': () => turning('switches', { name: 'read-only', on: true, reasonZhTW: '更新' }),
    },
    'Switches.ofCase': {
      'not-found': () => turning('cases/9999/intake-pause', { on: false }),
      'switch-set-already': () => turning('cases/9001/intake-pause', { on: false }),
      'switch-reason-unfit': () =>
        turning('cases/9001/intake-pause', { on: true, reasonZhTW: '兩\n行', reasonEn: 'two lines' }),
    },
    'Approvals.one': {
      'approval-request-unknown': async () => get('staff/requests/x', await as(installation.people.approver)),
    },
    'Approvals.approve': {
      'approval-request-unknown': async () =>
        approving({ id: '01890000-0000-7000-8000-000000000000', statement: '' }),
      'approval-not-pending': async () => {
        const request = await pending();
        await exchange(application, await approving(request));
        return approving(request);
      },
      'approval-by-requester': async () =>
        approving(await pending('start-check', '9001', installation.people.approver)),
      ...byCode(signatureCodes, (code) => async () => {
        const request = await pending();
        const statement = Buffer.from(request.statement);
        return approving(request, faultySignedData[code](statement, maximumSignatureBytes));
      }),
      'approval-certificate-not-the-approvers': async () => {
        const request = await pending();
        return approving(request, signatureByNobody(Buffer.from(request.statement)));
      },
      ...byCode(trustErrorCodes, (code) => async () => {
        const ask = await approving(await pending());
        refusedInRequest(application.trust, code);
        return ask;
      }),
      'conflict-of-interest': async () => {
        jest.spyOn(application.get(CaseConflicts), 'isLead').mockResolvedValueOnce(true);
        return approving(await pending());
      },
      'approval-of-own-role': async () => {
        const card = installation.people.approver;
        const digest = certificateDigest(card.signingCertificate);
        const { id } = (await application.get<MemberStore>(MEMBER_STORE).findActive(digest)) ?? { id: '' };
        return approving(await asked(`members/${id}/roles`, { roles: ['approver', 'auditor'] }));
      },
      'members-too-few': async () => {
        await application.member(installation.card('one more'), 'approver');
        const signer = certificateDigest(installation.people.approver.signingCertificate);
        const others = (await application.get<MemberStore>(MEMBER_STORE).list()).filter(
          ({ roles, certificateDigest: digest }) =>
            roles.includes('approver') && !equalOctets(digest, signer),
        );
        const removals = await Promise.all(others.map(({ id }) => asked(`members/${id}/removal`)));
        const last = removals.pop();
        if (last === undefined) throw new Error('nobody else approves');
        for (const removal of removals) await exchange(application, await approving(removal));
        return approving(last);
      },
      'approval-not-verified': async () => {
        const request = await pending();
        await application.databases.owner.query(
          `UPDATE approval_request SET requester_certificate_digest = sha256('x') WHERE id = $1`,
          [request.id],
        );
        return approving(request);
      },
      'not-found': carryingOut('start-check', '9999'),
      'transition-not-allowed': async () => {
        const registrar = (await application.as('registrar')).token;
        const asked = await exchange(application, post('staff/cases/9004/stop', {}, registrar));
        return approving(JSON.parse(asked.body) as Pending);
      },
      'check-not-ready': carryingOut('start-check', '9001'),
      'purge-too-early': carryingOut('purge', '9004'),
      'approval-outdated': carryingOut('start-check', '9003'),
      ...byCode(
        [
          'step-under-way',
          'purge-done-already',
          'announcement-missing',
          'purge-on-hold',
          'submission-does-not-match',
          'round-key-not-opened',
          'commission-round-key-missing',
          'paper-entry-missing',
          'paper-differences-open',
          'paper-not-opened',
        ] as const,
        (code) => async () => {
          const ask = await approving(await pending());
          jest.spyOn(application.app.get(CheckingService), 'execute').mockResolvedValueOnce(fail(code));
          return ask;
        },
      ),
      // test/e2e/lead/lead-continuity.spec.ts takes in a submission.
      'submission-outdated': async () => {
        const ask = await approving(await pending());
        const outdated = fail('submission-outdated') as never;
        jest.spyOn(application.app.get(CheckingService), 'execute').mockResolvedValueOnce(outdated);
        return ask;
      },
      ...byCode(
        [
          'record-destroyed',
          'remedy-unknown',
          'remedy-decided',
          'remedy-not-now',
          'remedy-without-record',
          'remedy-not-for-people',
          'account-malformed',
        ] as const,
        (code) => async () => {
          const ask = await approving(await pending('decide-misuse'));
          jest.spyOn(application.app.get(RemedyDecisions), 'carryOut').mockResolvedValueOnce(fail(code));
          return ask;
        },
      ),
      'approval-expired': async () => {
        const request = await pending();
        for (let day = 0; day < 4; day++) await installation.nextDay();
        return approving(request);
      },
    },
  },
  (ask) => exchange(application, ask),
);
