import type { Endpoint } from '../http/endpoints.js';
import { operationOf } from './exchange.js';
import type { House } from './house.js';

/**
 * What a member of staff would send to each operation that changes something, by operation. A new one must be given here: a
 * sweep over all routes throws where it has nothing to send.
 */
const sensible: Readonly<Record<string, (house: House) => readonly object[]>> = {
  'StaffCases.register': ({ cast }) => [registration('9103', cast), registration('9001', cast)],
  'StaffCases.issueCode': () => [{}, { paperFormOn: '2026-03-02' }],
  'StaffCases.replaceCode': () => [{}],
  'StaffCases.stop': () => [{}],
  'Check.request': () => [
    { action: 'start-check' },
    { action: 'send-roster' },
    { action: 'import-answer', files: [{ name: 'part-0001.csv', content: 'MAA=' }] },
    { action: 'confirm-result' },
    { action: 'purge' },
  ],
  'Approvals.approve': () => [{ signature: { form: 'cms', signedData: 'MAA=' } }],
};

function registration(number: string, cast: House['cast']): object {
  return {
    number,
    mainText: '你是否同意公園應設置飲水機？',
    reason: '為了解渴。',
    leadSigningCertificate: Buffer.from(cast.deputy.signingCertificate).toString('base64'),
    leadEncryptionCertificate: Buffer.from(cast.deputy.encryptionCertificate).toString('base64'),
    electorTotal: 200,
  };
}

/** Sensible bodies for an operation of staff. */
export function sensibleStaffBodies(house: House, endpoint: Endpoint): readonly object[] {
  const bodies = sensible[operationOf(endpoint)] as ((house: House) => readonly object[]) | undefined;
  if (bodies === undefined) throw new Error(`nothing sensible to send to ${operationOf(endpoint)}`);
  return bodies(house);
}

/** Bodies that are refused whatever the operation. */
export const refusedBodies: readonly (object | string)[] = [{}, { unknown: 1 }, '[]', 'null', '{"cut":'];
