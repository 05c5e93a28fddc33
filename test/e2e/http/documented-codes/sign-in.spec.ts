import { afterAll, beforeAll } from '@jest/globals';
import type { MockCard } from '../../../../src/devkit/index.js';
import { signatureJson } from '../../../../src/devkit/story/api-client.js';
import { driveDocumentedCodes, post } from '../../../support/http/documented-codes.js';
import { enterStaff, issuedCase, type TestCase } from '../../../support/platform/cases.js';
import { type Ask, exchange } from '../../../support/platform/exchange.js';
import { House, type HouseApplication } from '../../../support/platform/house.js';
import { createTestDatabase, type TestDatabase } from '../../../support/postgres/database.js';

let house: House;
let database: TestDatabase;
let application: HouseApplication;
let issued: TestCase;

beforeAll(async () => {
  database = await createTestDatabase();
  house = await House.build('documented codes of sign-in');
  application = await house.start(database.url);
  await enterStaff(house, application);
  issued = await issuedCase(house, application, '9001', house.cast.lead);
});

afterAll(async () => {
  await house.pullDown();
  await database.drop();
});

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
  house.pkiServer.unavailable = is === 'too old';
  if (is === 'too old') house.clock.advance(5 * 24 * 3_600_000);
  await application.trust.refresh();
}

const asStaff = (card: 'lead' | 'registrar') => signingIn('staff', house.cast[card]);
const asLead = (card: 'lead' | 'deputy') =>
  signingIn('lead', house.cast[card], { accessCode: issued.accessCode });

await driveDocumentedCodes(
  'sign-in',
  {
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
