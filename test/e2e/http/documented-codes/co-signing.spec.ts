import { Intake, RoundBindings } from '../../../../src/cosigning/index.js';
import { afterAll, beforeAll, jest } from '@jest/globals';
import { maximumSignatureBytes } from '../../../../src/core/cms/index.js';
import { fail } from '../../../../src/core/result.js';
import { renderSignIn } from '../../../../src/core/statement/index.js';
import { type Attempt, planAttempts, revokeBefore, specialScenarios } from '../../../../src/devkit/index.js';
import { base64 } from '../../../../src/devkit/story/api-client.js';
import { OwnStandings } from '../../../../src/remedies/index.js';
import { type TrustErrorCode, TrustService } from '../../../../src/trust/index.js';
import { faultySignedData } from '../../../support/cms/faulty-signatures.js';
import { byCode, driveDocumentedCodes, post } from '../../../support/http/documented-codes.js';
import { collectingCase, stopped, twoCases } from '../../../support/application/cases.js';
import {
  attemptBody,
  challengeOf,
  citizen,
  coSignatureBody,
  ownCoSignaturesBody,
  statementOf,
} from '../../../support/application/co-signers.js';
import { type Ask, exchange } from '../../../support/application/exchange.js';
import { origin, type TestApplication } from '../../../support/application/application.js';
import { TestInstallation } from '../../../support/application/installation.js';

let installation: TestInstallation;
let application: TestApplication;

const seed = 'documented codes of co-signing';
/** Each special scenario once, each after the good attempt it may rely on. */
const attempts = planAttempts({ seed, citizens: 2 * Object.keys(specialScenarios).length });

/** 9001 and 9002 collect, 9003's lead submits, 9004 is stopped, 9005 begins tomorrow. */
beforeAll(async () => {
  installation = await TestInstallation.create();
  revokeBefore(attempts, installation.pki, installation.clock.now());
  application = await installation.start();
  await twoCases(application);
  const submitting = await collectingCase(application, '9003', installation.people.deputy);
  await collectingCase(application, '9004', installation.people.auditor);
  await installation.nextDay();
  await stopped(application, '9004');
  await collectingCase(application, '9005', installation.people.approver);
  await (await application.asLead(submitting)).post('lead/submission/draft');
});

afterAll(() => installation.remove());

/** The attempt that is to be refused with this code, and the one before it. */
function attemptFor(code: string): [Attempt, Attempt] {
  const attempt = attempts.find((each) => each.expect === code);
  const previous = attempt && attempts[attempt.index - 1];
  if (attempt === undefined || previous === undefined) throw new Error(`no scenario is refused with ${code}`);
  return [attempt, previous];
}

/** A co-signature as the scenario table has it. */
const attempted = (code: string) => async (): Promise<Ask> =>
  post('cases/9001/co-signatures', await attemptBody(application, ...attemptFor(code)));

/** A good citizen's co-signature, but for what is changed in it. */
async function coSigning(changes: object = {}, caseNumber = '9001'): Promise<Ask> {
  const good = await coSignatureBody(application, '9001', citizen('documented'));
  return post(`cases/${caseNumber}/co-signatures`, { ...good, ...changes });
}

/** The same for a question after one's own co-signatures. */
async function asking(attempt: Attempt, changes: object = {}): Promise<Ask> {
  const good = await ownCoSignaturesBody(application, attempt);
  return post('co-signatures/mine', { ...good, ...changes });
}

const asked = (code: string) => (): Promise<Ask> => asking(attemptFor(code)[0]);
const someone = (): Attempt => citizen('documented');

const signatureCodes = Object.keys(faultySignedData).filter(
  (code): code is Exclude<keyof typeof faultySignedData, 'evidence-content-missing'> =>
    code !== 'evidence-content-missing',
);
const faulty = (code: keyof typeof faultySignedData, statement: Uint8Array): object => ({
  signature: { form: 'cms', signedData: base64(faultySignedData[code](statement, maximumSignatureBytes)) },
});

/** Certificates that cards of the scenario table have. */
const cardCodes = [
  'certificate-health-insurance',
  'certificate-untrusted',
  'certificate-expired',
  'certificate-not-yet-valid',
  'certificate-wrong-type',
  'certificate-wrong-key-usage',
  'certificate-revoked',
];
/** What no card of the demo's PKI leads to: trust is made to say so. */
const trustCodes = ['certificate-weak-algorithm', 'revocation-unknown', 'revocation-unavailable'] as const;
const trustSays = (code: TrustErrorCode): void => {
  jest.spyOn(application.app.get(TrustService), 'validateCertificate').mockResolvedValueOnce(fail(code));
};

/** Has the server find another holder-tag key than the round was opened with; the specs cover how it compares. */
function serveNoRound(asked: 'holderTagKey' | 'holderTagKeyOf' = 'holderTagKey'): void {
  const bindings = application.app.get(RoundBindings, { strict: false });
  jest.spyOn(bindings, asked).mockResolvedValueOnce(fail('round-not-served-here'));
}

driveDocumentedCodes(
  'co-signing',
  {
    'CoSignature.challenge': {
      'not-found': () => post('cases/9999/challenges'),
      'not-collecting': () => post('cases/9004/challenges'),
      'collecting-not-begun': () => post('cases/9005/challenges'),
      'round-not-served-here': () => {
        serveNoRound();
        return post('cases/9001/challenges');
      },
    },
    'CoSignature.coSign': {
      'not-found': () => coSigning({}, '9999'),
      'not-collecting': () => coSigning({}, '9004'),
      'collecting-not-begun': () => coSigning({}, '9005'),
      'round-not-served-here': async () => {
        const ask = await coSigning();
        serveNoRound();
        return ask;
      },
      ...byCode(
        [
          'national-id-malformed',
          'national-id-check-digit-wrong',
          'national-id-not-citizen',
          'national-id-not-the-certificates',
          'challenge-stale',
          'challenge-for-another-purpose',
          'already-co-signed',
          ...cardCodes,
        ],
        attempted,
      ),
      'challenge-malformed': () => coSigning({ challenge: 'x' }),
      ...byCode(signatureCodes, (code) => async () => {
        const { api } = application;
        const body = await coSignatureBody(application, '9001', someone());
        const statement = await statementOf(api, '9001', body);
        return post('cases/9001/co-signatures', { ...body, ...faulty(code, statement) });
      }),
      ...byCode(trustCodes, (code) => async () => {
        const ask = await coSigning();
        trustSays(code);
        return ask;
      }),
      'signing-method-not-admitted': async () => {
        const ask = await coSigning();
        const intake = application.app.get(Intake, { strict: false });
        jest.spyOn(intake, 'take').mockResolvedValueOnce(fail('signing-method-not-admitted'));
        return ask;
      },
      'submission-in-progress': async () => {
        const body = await coSignatureBody(application, '9003', citizen('held'));
        return post('cases/9003/co-signatures', body);
      },
    },
    'OwnCoSignatures.mine': {
      'round-not-served-here': async () => {
        const ask = await asking(someone());
        serveNoRound('holderTagKeyOf');
        return ask;
      },
      ...byCode(
        [
          'not-found',
          'check-not-ready',
          'record-destroyed',
          'round-key-not-opened',
          'commission-round-key-missing',
          'receipt-invalid',
          'receipt-not-of-this-card',
        ] as const,
        (code) => async () => {
          const ask = await asking(someone());
          jest.spyOn(application.app.get(OwnStandings), 'find').mockResolvedValueOnce(fail(code));
          return ask;
        },
      ),
      'challenge-malformed': () => asking(someone(), { challenge: 'x' }),
      'challenge-for-another-purpose': async () =>
        asking(someone(), { challenge: await challengeOf(application.api, '9001') }),
      'challenge-stale': async () => {
        const ask = await asking(someone());
        installation.clock.advance(11 * 60_000);
        return ask;
      },
      ...byCode(cardCodes, asked),
      ...byCode(signatureCodes, (code) => async () => {
        const { challenge } = await ownCoSignaturesBody(application, someone());
        const statement = renderSignIn('co-signer', origin, challenge);
        return post('co-signatures/mine', { challenge, ...faulty(code, statement) });
      }),
      ...byCode(trustCodes, (code) => async () => {
        const ask = await asking(someone());
        trustSays(code);
        return ask;
      }),
    },
  },
  (ask) => exchange(application, ask),
);
