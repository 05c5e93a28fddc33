import { afterAll, beforeAll } from '@jest/globals';
import { base64, type MockCard } from '../../../../src/devkit/index.js';
import type { StaffMember } from '../../../../src/staff/index.js';
import { trustErrorCodes } from '../../../../src/trust/index.js';
import { enterStaff } from '../../../support/application/cases.js';
import { type Ask, exchange } from '../../../support/application/exchange.js';
import type { TestApplication } from '../../../support/application/application.js';
import { TestInstallation } from '../../../support/application/installation.js';
import { byCode, driveDocumentedCodes, post } from '../../../support/http/documented-codes.js';
import { refusedInRequest } from '../../../support/trust/refused-in-request.js';

let installation: TestInstallation;
let application: TestApplication;
let removed: StaffMember;
let approver: StaffMember;

/** A registrar and two approvers, so that none of them can go; and somebody who was removed. */
beforeAll(async () => {
  installation = await TestInstallation.create();
  application = await installation.start();
  await enterStaff(application);
  approver = await application.member(installation.card('second approver'), 'approver');
  removed = await application.member(installation.card('removed'), 'auditor');
  await application.databases.owner.query('UPDATE staff_member SET active = false WHERE id = $1', [
    removed.id,
  ]);
});
afterAll(() => installation.remove());

const nobody = '00000000-0000-4000-8000-000000000000';
async function asking(path: string, body: object = {}): Promise<Ask> {
  const { token } = await application.as('registrar');
  return post(`staff/members${path}`, body, token);
}
const adding = (change: object = {}, card: MockCard = installation.card('new')): Promise<Ask> =>
  asking('', { name: '王小明', certificate: base64(card.signingCertificate), roles: ['auditor'], ...change });
const roles = (id: string, ...wanted: readonly string[]): Promise<Ask> =>
  asking(`/${id}/roles`, { roles: wanted });

driveDocumentedCodes(
  'members',
  {
    'Members.add': {
      'member-certificate-malformed': () => adding({ certificate: 'AAAA' }),
      'member-certificate-not-for-signing': () =>
        adding({ certificate: base64(installation.card('new').encryptionCertificate) }),
      'member-without-role': () => adding({ roles: [] }),
      'member-name-unfit': () => adding({ name: '王\n小明' }),
      'member-exists': () => adding({}, installation.people.auditor),
      ...byCode(trustErrorCodes, (code) => async () => {
        const ask = await adding();
        refusedInRequest(application.trust, code);
        return ask;
      }),
    },
    'Members.roles': {
      'member-unknown': () => roles(nobody, 'auditor'),
      'member-inactive': () => roles(removed.id, 'verifier'),
      'member-unchanged': () => roles(approver.id, 'approver'),
      'member-without-role': () => roles(approver.id),
      'members-too-few': () => roles(approver.id, 'auditor'),
    },
    'Members.remove': {
      'member-unknown': () => asking('/x/removal'),
      'member-inactive': () => asking(`/${removed.id}/removal`),
      'members-too-few': () => asking(`/${approver.id}/removal`),
    },
  },
  (ask) => exchange(application, ask),
);
