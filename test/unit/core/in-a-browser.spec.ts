import { beforeAll, describe, expect, it } from '@jest/globals';
import { answerProbe } from '../../../src/core/ceremony/index.js';
import {
  commitmentOf,
  openRecord,
  openSealed,
  parseSignedDocument,
  sealingKey,
  sealRecord,
  sealToKey,
  signForCard,
  verifyCardSignature,
} from '../../../src/core/cms/index.js';
import type { CaseNumber, Commitment } from '../../../src/core/identifiers.js';
import { hashLeaf, inclusionProof, merkleRoot } from '../../../src/core/merkle/index.js';
import type { NationalId } from '../../../src/core/national-id.js';
import { encodePem } from '../../../src/core/pem.js';
import { jwksOf, jwsSigner } from '../../../src/core/jws-signing.js';
import type { Receipt } from '../../../src/core/receipt.js';
import { signReceipt } from '../../../src/core/receipt-signing.js';
import { caseDocument, renderStatement } from '../../../src/core/statement/index.js';
import type { TaipeiDate } from '../../../src/core/taipei-date.js';
import { valueOf } from '../../../src/devkit/index.js';
import { bundle, nodeGlobals, runInPage } from '../../support/browser/page-realm.js';
import type * as CoreOfPages from '../../support/browser/core-of-pages.js';
import { certified, certifiedSignerOf, ecPair, spkiOf } from '../../support/cms/certificates.js';
import { begins, demoPki, holder } from '../../support/demo-pki.js';

let code: string;
let browser: typeof CoreOfPages;
beforeAll(() => {
  code = bundle('test/support/browser/core-of-pages.ts');
  browser = runInPage(code) as typeof CoreOfPages;
});

const card = demoPki().issueCard(holder);
const commission = certified(ecPair());
const fields = {
  caseNumber: '9001' as CaseNumber,
  round: 1,
  mainText: '你是否同意公民投票得以電子方式連署？',
  documentDigest: new Uint8Array(32).fill(7),
  origin: 'https://connect.example.gov.tw',
} as const;
const statement = renderStatement(fields, holder.nationalId as NationalId, 'challenge');

describe('the core in a browser', () => {
  it('names nothing of Node', () => {
    expect(nodeGlobals()).toEqual([]);
    expect(code.match(/\b(?:Buffer|process|require|__dirname)\b.*/g)).toBeNull();
  });

  it('renders the statement and the case document, octet for octet', () => {
    const id = valueOf(browser.parseNationalId(holder.nationalId));
    expect(browser.renderStatement(fields, id, 'challenge')).toEqual(statement);
    expect(browser.caseDocument('主文', '理由')).toEqual(caseDocument('主文', '理由'));
    expect(browser.parseNationalId('A123456780')).toMatchObject({
      failure: { code: 'national-id-check-digit-wrong' },
    });
  });

  it('reads a certificate, in PEM too, and the name on it', () => {
    const pem = new TextEncoder().encode(encodePem('CERTIFICATE', card.signingCertificate));
    const [der] = valueOf(browser.parseDerOrPem(pem, 'CERTIFICATE'));
    const { subject } = valueOf(browser.parseCertificate(der ?? new Uint8Array()));
    expect(browser.nameAttribute(subject, browser.Oid.commonName)).toBe(holder.name);
  });

  it('verifies what a card signed', async () => {
    const signature = await card.sign(statement, 'cms-attached');
    expect(await browser.verifyCardSignatureByWebCrypto(signature, statement)).toMatchObject({ ok: true });
    const changed = Uint8Array.of(...statement, 10);
    expect(await browser.verifyCardSignatureByWebCrypto(signature, changed)).toMatchObject({
      failure: { code: 'evidence-statement-wrong' },
    });
  });

  it('verifies a receipt, and the proof that the record is in the tree', async () => {
    const intake = ecPair();
    const leaves = [5, 6, 7].map((octet) => new Uint8Array(32).fill(octet));
    const receipt: Receipt = {
      issuer: fields.origin,
      caseNumber: fields.caseNumber,
      round: 1,
      commitment: leaves[2] as Commitment,
      recordedOn: '2026-03-03' as TaipeiDate,
      issuedAt: new Date('2026-03-03T01:00:00Z'),
    };
    const jws = await signReceipt(receipt, await jwsSigner(intake.privateKey));
    const jwks = await jwksOf([{ publicKey: spkiOf(intake.publicKey) }]);
    const read = valueOf(await browser.verifyReceipt(jws, jwks));
    expect({ ...read, issuedAt: new Date(read.issuedAt.getTime()) }).toEqual(receipt);
    expect(await browser.verifyReceipt(jws, { keys: [] })).toMatchObject({
      failure: { code: 'receipt-invalid' },
    });
    const leafHash = await browser.hashLeafByWebCrypto(read.commitment);
    expect(leafHash).toEqual(Uint8Array.from(hashLeaf(read.commitment)));
    const claim = {
      leafHash,
      index: 2,
      treeSize: 3,
      proof: inclusionProof(leaves, 2),
      root: merkleRoot(leaves),
    };
    expect(await browser.verifyInclusionByWebCrypto(claim)).toBe(true);
    expect(await browser.verifyInclusionByWebCrypto({ ...claim, index: 1 })).toBe(false);
  });
});

describe('the lead’s ceremony in a browser', () => {
  it('opens a round, reads its records and submits it', async () => {
    const opening = { card, ...fields, mode: 'number-to-lead', undertaking: '本人切結。' } as const;
    const commissionRoundKey = spkiOf(commission.publicKey);
    const opened = valueOf(await browser.openRound({ ...opening, commissionRoundKey, passphrase: 'staple' }));
    expect(parseSignedDocument(opened.keyStatement)).toMatchObject({ ok: true });

    // What it wrapped, this side opens; what this side sealed, it opens.
    const probe = sealToKey(statement, sealingKey(opened.publicKey));
    expect(valueOf(await answerProbe(card, opened.wrappedKey, probe))).toEqual(statement);
    expect(valueOf(await browser.answerProbe(card, opened.wrappedKey, probe))).toEqual(statement);
    const privateKey = valueOf(await browser.openWithPassphrase(opened.wrappedKey, 'staple'));

    const keys = { lead: sealingKey(opened.publicKey), commission: sealingKey(commissionRoundKey) };
    const record = sealRecord({ nationalId: holder.nationalId, evidence: statement }, keys);
    const key = await browser.roundOpeningKey(privateKey, opened.publicKey);
    const read = valueOf(await browser.openRoundRecord(record, key!));
    expect(read).toEqual(valueOf(openRecord(record, privateKey)));
    expect(await browser.commitmentOfRecord(record)).toEqual(Uint8Array.from(commitmentOf(record)));

    const submitted = valueOf(
      await browser.submitRound({
        card,
        wrappedKey: opened.wrappedKey,
        publicKey: opened.publicKey,
        commissionCertificate: commission.certificate.der,
        draft: { ...fields, recordCount: 1, merkleRoot: new Uint8Array(32) },
      }),
    );
    const wrapped = openSealed(submitted.wrappedKey, commission.certificate.der, commission.privateKey);
    expect(Uint8Array.from(valueOf(wrapped))).toEqual(privateKey);
    const signed = { form: 'cms', signedData: submitted.statement } as const;
    const { content } = valueOf(parseSignedDocument(submitted.statement));
    expect(verifyCardSignature(signed, content)).toMatchObject({ ok: true });
  });

  it('opens a document of the commission, and no other’s', async () => {
    const sealed = await signForCard(
      statement,
      certifiedSignerOf(commission),
      begins,
      card.encryptionCertificate,
    );
    const opened = valueOf(await browser.openForCard(sealed, card, commission.certificate.der));
    expect(opened.content).toEqual(statement);
    expect(opened.signedAt?.getTime()).toBe(begins.getTime());
    expect(await browser.openForCard(sealed, card, card.signingCertificate)).toMatchObject({
      failure: { code: 'card-document-signed-by-another' },
    });
  });
});
