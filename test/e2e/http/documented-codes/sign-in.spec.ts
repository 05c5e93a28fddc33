import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from '@jest/globals';
import type { MockCard } from '../../../../src/devkit/index.js';
import { signatureJson } from '../../../../src/devkit/story/api-client.js';
import { driveDocumentedCodes, post } from '../../../support/http/documented-codes.js';
import { enterStaff, issuedCase } from '../../../support/application/cases.js';
import { type Ask, exchange } from '../../../support/application/exchange.js';
import type { TestApplication, TestCase } from '../../../support/application/application.js';
import { TestInstallation } from '../../../support/application/installation.js';

let installation: TestInstallation;
let application: TestApplication;
let issued: TestCase;

beforeAll(async () => {
  installation = await TestInstallation.create();
  application = await installation.start();
  await enterStaff(application);
  issued = await issuedCase(application, '9001', installation.people.lead);
});

afterAll(() => installation.remove());

async function signingIn(purpose: 'staff' | 'lead', card: MockCard, further: object = {}): Promise<Ask> {
  const { challenge, statement } = await application.api.post<Record<'challenge' | 'statement', string>>(
    'sign-in/challenges',
    { purpose },
  );
  const signature = signatureJson(await card.sign(Buffer.from(statement), 'cms-attached'));
  return post(`sign-in/${purpose}`, { challenge, signature, ...further });
}

/** What was fetched of revocation data is too old, or as new as can be. */
async function revocationData(is: 'too old' | 'new'): Promise<void> {
  installation.pkiServer.unavailable = is === 'too old';
  if (is === 'too old') installation.clock.advance(5 * 24 * 3_600_000);
  await application.trust.refresh();
}

const endingNoSession = (of: 'staff' | 'lead', token: string | undefined): Ask => ({
  method: 'delete',
  path: `/api/v1/${of}/sessions/${randomUUID()}`,
  token,
});

const asStaff = (card: 'lead' | 'registrar') => signingIn('staff', installation.people[card]);
const asLead = (card: 'lead' | 'deputy') =>
  signingIn('lead', installation.people[card], { accessCode: issued.accessCode });

driveDocumentedCodes(
  'sign-in',
  {
    'StaffSessions.end': {
      'session-unknown': async () => {
        await revocationData('new');
        return endingNoSession('staff', (await application.as('registrar')).token);
      },
    },
    'LeadSessions.end': {
      'session-unknown': async () => {
        await revocationData('new');
        return endingNoSession('lead', (await application.asLead(issued)).token);
      },
    },
    'SignIn.staff': {
      'sign-in-refused': () => revocationData('new').then(() => asStaff('lead')),
      'sign-in-unavailable': () => revocationData('too old').then(() => asStaff('registrar')),
    },
    'SignIn.lead': {
      'sign-in-refused': () => revocationData('new').then(() => asLead('deputy')),
      'sign-in-unavailable': () => revocationData('too old').then(() => asLead('lead')),
    },
  },
  (ask) => exchange(application, ask),
);
