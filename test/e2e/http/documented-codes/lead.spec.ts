import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, jest } from '@jest/globals';
import { answerProbe, openRound } from '../../../../src/core/ceremony/index.js';
import { cardSignedDocument, sealForCertificate } from '../../../../src/core/cms/index.js';
import type { CaseNumber } from '../../../../src/core/identifiers.js';
import { fail } from '../../../../src/core/result.js';
import { RoundBindings } from '../../../../src/cosigning/index.js';
import { type LeadCaseToSign, roundOpening, valueOf } from '../../../../src/devkit/index.js';
import { type ApiClient, base64 } from '../../../../src/devkit/story/api-client.js';
import { LeadService, maximumStatementBytes } from '../../../../src/lead/index.js';
import { Sessions } from '../../../../src/staff/index.js';
import { trustErrorCodes, TrustService } from '../../../../src/trust/index.js';
import { faultySignedData, signatureByNobody } from '../../../support/cms/faulty-signatures.js';
import { byCode, driveDocumentedCodes, get, post } from '../../../support/http/documented-codes.js';
import { collectingCase, enterStaff, issuedCase } from '../../../support/application/cases.js';
import { type Ask, exchange } from '../../../support/application/exchange.js';
import type { TestApplication, TestCase } from '../../../support/application/application.js';
import { TestInstallation } from '../../../support/application/installation.js';

let installation: TestInstallation;
let application: TestApplication;
let issued: TestCase;
let opening: ApiClient;
let collecting: ApiClient;

/** 9001 has its code and no key, 9002 collects. */
beforeAll(async () => {
  installation = await TestInstallation.create();
  application = await installation.start();
  await enterStaff(application);
  issued = await issuedCase(application, '9001', installation.people.lead);
  const opened = await collectingCase(application, '9002', installation.people.otherLead);
  opening = await application.asLead(issued);
  collecting = await application.asLead(opened);
});

afterAll(() => installation.remove());

const content = Buffer.from('電子連署金鑰聲明書');
/** A statement that the lead of 9001 or 9002 signed, of nothing that was asked for. */
const signedBy = async (who: 'lead' | 'otherLead'): Promise<string> =>
  base64(await cardSignedDocument(installation.people[who], content));

/** Good key material for 9001. */
async function madeKey() {
  const referendum = await opening.get<LeadCaseToSign>('lead/case');
  const caseNumber = issued.number as CaseNumber;
  const material = valueOf(await openRound(roundOpening(issued.lead, referendum)));
  return { caseNumber, material };
}

/** A request with it, but for what is changed in it. */
async function handingIn(changes: object = {}): Promise<Ask> {
  const { material } = await madeKey();
  const { publicKey, wrappedKey, keyStatement } = material;
  const fields = { publicKey, wrappedKey, keyStatement };
  const body = Object.fromEntries(Object.entries(fields).map(([name, bytes]) => [name, base64(bytes)]));
  return post('lead/round/key', { ...body, ...changes }, opening.token);
}

/** As the lead of a case to which the access ended after the session was admitted. */
async function ofNoCase(ask: (token: string) => Ask): Promise<Ask> {
  const caseNumber = '9999' as CaseNumber;
  const expiresAt = new Date(installation.clock.now().getTime() + 3_600_000);
  const token = await application.get(Sessions).openLead({ kind: 'lead', caseNumber, expiresAt });
  jest.spyOn(application.app.get(LeadService, { strict: false }), 'hasAccess').mockResolvedValueOnce(true);
  return ask(token);
}

/** A page of what is read as that lead. */
const readingNothing = (path: string) => (): Promise<Ask> => ofNoCase((token) => get(`lead/${path}`, token));

const answeringProbe = (token: string | undefined): Ask =>
  post('lead/round/opening', { probe: base64(Buffer.alloc(32, 1)) }, token);

/** A submission of 9002 by its lead, of a key that is wrapped for the commission. */
async function submitting(changes: object = {}, token = collecting.token): Promise<Ask> {
  const body = { statement: await signedBy('otherLead'), wrappedKey: wrappedForCommission(anotherKey) };
  return post('lead/submission', { ...body, ...changes }, token);
}

const anotherKey = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({
  format: 'der',
  type: 'pkcs8',
});
const wrappedForCommission = (key: Uint8Array): string =>
  base64(sealForCertificate(key, installation.pki.commissionDecryption.certificate));

/** A good request, before which the lead's certificate, which was good when they signed in, has become bad. */
const refusing =
  (make: () => Ask | Promise<Ask>) => (code: (typeof trustErrorCodes)[number]) => async (): Promise<Ask> => {
    const ask = await make();
    const trust = application.app.get(TrustService, { strict: false });
    jest.spyOn(trust, 'validateCertificate').mockResolvedValueOnce(fail(code));
    return ask;
  };

/** Hands a good key in and opens its probe: the round would open. */
async function provingKey(): Promise<Ask> {
  const { caseNumber, material } = await madeKey();
  const sealed = valueOf(
    await application.app.get(LeadService, { strict: false }).handInKey(caseNumber, material),
  );
  const probe = valueOf(await answerProbe(issued.lead, material.wrappedKey, sealed));
  return post('lead/round/opening', { probe: base64(probe) }, opening.token);
}

const documentCodes = Object.keys(faultySignedData).filter(
  (code): code is Exclude<keyof typeof faultySignedData, 'evidence-statement-wrong'> =>
    code !== 'evidence-statement-wrong',
);
const faulty = (code: keyof typeof faultySignedData): string =>
  base64(faultySignedData[code](content, maximumStatementBytes));

driveDocumentedCodes(
  'lead',
  {
    'Lead.case': { 'not-found': readingNothing('case') },
    'Lead.progress': { 'not-found': readingNothing('progress') },
    'Lead.records': { 'not-found': readingNothing('round/records') },
    'StruckOut.find': { 'not-found': readingNothing('struck-out') },
    'Lead.handInKey': {
      'not-found': async () => {
        const ask = await handingIn();
        return ofNoCase((token) => ({ ...ask, token }));
      },
      'transition-not-allowed': async () => ({ ...(await handingIn()), token: collecting.token }),
      'round-key-unsuitable': () => handingIn({ publicKey: 'AAAA' }),
      'wrapped-key-malformed': () => handingIn({ wrappedKey: 'AAAA' }),
      ...byCode(documentCodes, (code) => () => handingIn({ keyStatement: faulty(code) })),
      'statement-signer-not-lead': () => handingIn({ keyStatement: base64(signatureByNobody(content)) }),
      'key-statement-differs': async () => handingIn({ keyStatement: await signedBy('lead') }),
      ...byCode(
        trustErrorCodes,
        refusing(() => handingIn()),
      ),
    },
    'Lead.open': {
      'not-found': () => ofNoCase(answeringProbe),
      'transition-not-allowed': () => answeringProbe(collecting.token),
      'round-key-missing': () => answeringProbe(opening.token),
      'round-not-served-here': async () => {
        const ask = await provingKey();
        const bindings = application.app.get(RoundBindings, { strict: false });
        jest.spyOn(bindings, 'bind').mockResolvedValueOnce(fail('round-not-served-here'));
        return ask;
      },
      'probe-wrong': async () => {
        expectStatus(200, await exchange(application, await handingIn()));
        return answeringProbe(opening.token);
      },
      ...byCode(trustErrorCodes, refusing(provingKey)),
    },
    'Lead.draft': {
      'not-found': () => ofNoCase((token) => post('lead/submission/draft', {}, token)),
      'transition-not-allowed': () => post('lead/submission/draft', {}, opening.token),
      ...byCode(
        trustErrorCodes,
        refusing(() => post('lead/submission/draft', {}, collecting.token)),
      ),
    },
    'Lead.submit': {
      'not-found': async () => {
        const ask = await submitting();
        return ofNoCase((token) => ({ ...ask, token }));
      },
      'transition-not-allowed': () => submitting({}, opening.token),
      ...byCode(documentCodes, (code) => () => submitting({ statement: faulty(code) })),
      'statement-signer-not-lead': () => submitting({ statement: base64(signatureByNobody(content)) }),
      ...byCode(
        trustErrorCodes,
        refusing(() => submitting()),
      ),
      'wrapped-key-not-for-commission': () => submitting({ wrappedKey: 'AAAA' }),
      'wrapped-key-not-round-key': () => submitting(),
      'submission-outdated': async () => {
        const { round } = await collecting.get<{
          round: { wrappedKey: string };
        }>('lead/case');
        const key = await installation.people.otherLead.decrypt(Buffer.from(round.wrappedKey, 'base64'));
        return submitting({ wrappedKey: wrappedForCommission(key) });
      },
    },
  },
  (ask) => exchange(application, ask),
);

function expectStatus(status: number, seen: { readonly status: number; readonly body: string }): void {
  if (seen.status !== status) throw new Error(seen.body);
}
