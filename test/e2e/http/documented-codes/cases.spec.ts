import { afterAll, beforeAll } from '@jest/globals';
import { base64 } from '../../../../src/devkit/story/api-client.js';
import { driveDocumentedCodes, get, post } from '../../../support/http/documented-codes.js';
import { twoCases } from '../../../support/application/cases.js';
import { type Ask, exchange } from '../../../support/application/exchange.js';
import type { TestApplication } from '../../../support/application/application.js';
import { TestInstallation } from '../../../support/application/installation.js';

let installation: TestInstallation;
let application: TestApplication;
let registrar: string | undefined;

/** A case that is registered and has no code yet. */
const registered = '9100';

beforeAll(async () => {
  installation = await TestInstallation.create();
  application = await installation.start();
  await twoCases(application);
  registrar = (await application.as('registrar')).token;
  await exchange(application, registering({}));
});

afterAll(() => installation.remove());

/** The registration of a case, good but for what is changed in it. */
function registering(changes: object): Ask {
  const { deputy } = installation.people;
  const good = {
    number: registered,
    mainText: '你是否同意公園應設置飲水機？',
    reason: '為了解渴。',
    leadSigningCertificate: base64(deputy.signingCertificate),
    leadEncryptionCertificate: base64(deputy.encryptionCertificate),
    electorTotal: 200,
    noticedOn: '2026-03-02',
  };
  return post('staff/cases', { ...good, ...changes }, registrar);
}

const another = '9101';
const unknown = '9999';
const collecting = '9001';
const step = (caseNumber: string, path: string, body?: object): Ask =>
  post(`staff/cases/${caseNumber}/${path}`, body, registrar);

driveDocumentedCodes(
  'cases',
  {
    'Cases.one': { 'not-found': () => get(`cases/${unknown}`) },
    'Cases.document': { 'not-found': () => get(`cases/${registered}/document`) },
    'StaffCases.one': { 'not-found': () => get(`staff/cases/${unknown}`, registrar) },
    'StaffCases.register': {
      'case-number-malformed': () => registering({ number: '09' }),
      'rehearsals-not-accepted': () => registering({ number: 'R1' }),
      'case-exists': () => registering({}),
      'case-main-text-length': () => registering({ number: another, mainText: '題'.repeat(101) }),
      'case-main-text-character': () => registering({ number: another, mainText: '一行\n兩行' }),
      'case-reason-length': () => registering({ number: another, reason: '' }),
      'case-reason-character': () => registering({ number: another, reason: '\u0007' }),
      'day-malformed': () => registering({ number: another, noticedOn: '2026-02-30' }),
      'notice-out-of-range': () => registering({ number: another, noticedOn: '2026-03-03' }),
      'elector-total-out-of-range': () => registering({ number: another, electorTotal: 0 }),
      'lead-certificate-malformed': () => registering({ number: another, leadSigningCertificate: 'AAAA' }),
      'lead-certificates-differ': () =>
        registering({
          number: another,
          leadEncryptionCertificate: base64(installation.people.lead.encryptionCertificate),
        }),
      'lead-certificate-not-for-signing': () => {
        const { signingCertificate, encryptionCertificate } = installation.people.deputy;
        return registering({
          number: another,
          leadSigningCertificate: base64(encryptionCertificate),
          leadEncryptionCertificate: base64(signingCertificate),
        });
      },
      'lead-certificate-not-for-encryption': () => {
        const holder = { name: '王小明', nationalId: 'A123456789', holderSerialNumber: '0000000114000001' };
        const [first, renewed] = [0, 1].map((edition) => installation.pki.issueCard(holder, { edition }));
        return registering({
          number: another,
          leadSigningCertificate: base64(first?.signingCertificate ?? new Uint8Array()),
          leadEncryptionCertificate: base64(renewed?.signingCertificate ?? new Uint8Array()),
        });
      },
    },
    'StaffCases.issueCode': {
      'not-found': () => step(unknown, 'code'),
      'transition-not-allowed': () => step(collecting, 'code'),
      'period-over': async () => {
        await exchange(application, registering({ number: '9102' }));
        const { owner } = application.databases;
        await owner.query(`ALTER TABLE referendum_case DISABLE TRIGGER code_due_only_later`);
        await owner.query(`UPDATE referendum_case SET code_due_on = '2026-03-01' WHERE number = '9102'`);
        return step('9102', 'code');
      },
      'day-malformed': () => step(registered, 'code', { paperFormOn: '2026-02-30' }),
      'day-out-of-range': () => step(registered, 'code', { paperFormOn: '2030-01-01' }),
    },
    'StaffCases.replaceCode': {
      'not-found': () => step(unknown, 'code/replacement'),
      'transition-not-allowed': () => step(registered, 'code/replacement'),
    },
    'StaffCases.stop': {
      'not-found': () => step(unknown, 'stop'),
    },
  },
  (asked) => exchange(application, asked),
);
