import { expect, it } from '@jest/globals';
import { type RecordHoldersDependencies, RecordHolders } from '../../../src/checking/batch/record-holder.js';
import type { CaseNumber, Commitment } from '../../../src/core/identifiers.js';

const address = { caseNumber: '9001' as CaseNumber, round: 1 } as const;

it('of a case that doesn’t exist, nobody is said to have signed, and no record is opened', async () => {
  const holders = new RecordHolders({
    cases: { find: () => Promise.resolve(undefined) },
  } as unknown as RecordHoldersDependencies);
  const notFound = { ok: false, failure: { code: 'not-found' } };
  const commitment = new Uint8Array(32) as Commitment;
  expect(await holders.holderOf({ ...address, commitment })).toMatchObject(notFound);
  expect(await holders.struckOutWith({ ...address, nationalId: 'A123456789' })).toMatchObject(notFound);
});
