import { afterAll, beforeAll, jest } from '@jest/globals';
import { signedDocumentErrorCodes } from '../../../../src/core/cms/index.js';
import { fail } from '../../../../src/core/result.js';
import type { MockCard } from '../../../../src/devkit/index.js';
import { base64 } from '../../../../src/devkit/story/api-client.js';
import { OfflineSubmissions } from '../../../../src/lead/index.js';
import { trustErrorCodes } from '../../../../src/trust/index.js';
import { byCode, driveDocumentedCodes, post } from '../../../support/http/documented-codes.js';
import { refusedInRequest } from '../../../support/trust/refused-in-request.js';
import { stopped, twoCases } from '../../../support/application/cases.js';
import { type Ask, exchange } from '../../../support/application/exchange.js';
import type { TestApplication } from '../../../support/application/application.js';
import { TestInstallation } from '../../../support/application/installation.js';

let installation: TestInstallation;
let application: TestApplication;
let registrar: string | undefined;

/** 9001 collects, 9002 is stopped. */
beforeAll(async () => {
  installation = await TestInstallation.create();
  application = await installation.start();
  await twoCases(application);
  await stopped(application, '9002');
  registrar = (await application.as('registrar')).token;
});

afterAll(() => installation.remove());

const replacing = (signing: Uint8Array, encryption: Uint8Array, number = '9001'): Ask =>
  post(
    `staff/cases/${number}/lead-certificates`,
    { leadSigningCertificate: base64(signing), leadEncryptionCertificate: base64(encryption) },
    registrar,
  );
const withCard = (card: MockCard, number?: string): Ask =>
  replacing(card.signingCertificate, card.encryptionCertificate, number);

const handingOver = (number: string, changes: object = {}): Ask => {
  const body = {
    statement: 'MAA=',
    wrappedKey: 'MAA=',
    handedOverAt: '2026-03-03T09:00:00+08:00',
    ...changes,
  };
  return post(`staff/cases/${number}/offline-submission`, body, registrar);
};

driveDocumentedCodes(
  'continuity',
  {
    'LeadCertificates.replace': {
      'not-found': () => withCard(installation.people.deputy, '9999'),
      'transition-not-allowed': () => withCard(installation.people.deputy, '9002'),
      'lead-certificate-malformed': () =>
        replacing(Buffer.from('x'), installation.people.deputy.encryptionCertificate),
      'lead-certificates-differ': () =>
        replacing(
          installation.people.deputy.signingCertificate,
          installation.people.otherLead.encryptionCertificate,
        ),
      'lead-certificate-not-for-signing': () => {
        const { signingCertificate, encryptionCertificate } = installation.people.deputy;
        return replacing(encryptionCertificate, signingCertificate);
      },
      'lead-certificate-not-for-encryption': () =>
        replacing(
          installation.card('deputy').signingCertificate,
          installation.card('deputy', { edition: 1 }).signingCertificate,
        ),
      'lead-certificate-unchanged': () => withCard(installation.people.lead),
      'approval-of-own-role': () => withCard(application.cardOf('registrar')),
      ...byCode(trustErrorCodes, (code) => () => {
        refusedInRequest(application.trust, code);
        return withCard(installation.people.deputy);
      }),
    },
    'OfflineSubmission.request': {
      'not-found': () => handingOver('9999'),
      'transition-not-allowed': () => handingOver('9002'),
      'handed-over-out-of-range': () => handingOver('9001'),
      // The same functions look at what the lead submits online: the specs of that drive each code.
      ...byCode(
        [
          ...signedDocumentErrorCodes,
          'statement-signer-not-lead',
          'wrapped-key-not-for-commission',
          'wrapped-key-not-round-key',
        ] as const,
        (code) => () => {
          jest.spyOn(application.app.get(OfflineSubmissions), 'check').mockResolvedValueOnce(fail(code));
          return handingOver('9001');
        },
      ),
    },
  },
  (asked) => exchange(application, asked),
);
