import { sign } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import {
  type CardSignature,
  openRecord,
  parseSignedDocument,
  type SealingKey,
  sealingKey,
  sealRecord,
  sealToKey,
  signDocument,
  verifyCardSignature,
} from '../../../../src/core/cms/index.js';
import { openRoundRecord, roundOpeningKey } from '../../../../src/core/ceremony/round-records.js';
import {
  verifyCardSignatureByWebCrypto,
  verifyDocumentByWebCrypto,
} from '../../../../src/core/cms/verify-by-webcrypto.js';
import type { Result } from '../../../../src/core/result.js';
import { der } from '../../../../src/core/der/index.js';
import { Oid } from '../../../../src/core/x509/index.js';
import {
  type CertifiedPair,
  certified,
  certifiedSignerOf,
  ecPair,
  pkcs8Of,
  pssPair,
  rsaPair,
  spkiOf,
} from '../../../support/cms/certificates.js';
import { pssAlgorithm, signedDataBy, type SignedDataOverrides } from '../../../support/cms/signed-data.js';
import { OpensslFolder } from '../../../support/openssl.js';

const statement = Buffer.from('本人連署下列公民投票案\n');
const rsa = certified(rsaPair());
const p256 = certified(ecPair());
const p384 = certified(ecPair('P-384'));
const p521 = certified(ecPair('P-521'));
const forPss = certified(pssPair());

const codeOf = (result: Result<unknown>): string => (result.ok ? 'verified' : result.failure.code);
const cms = (by: CertifiedPair, overrides?: SignedDataOverrides): CardSignature => ({
  form: 'cms',
  signedData: signedDataBy(by, statement, overrides),
});
const bare = (by: CertifiedPair): CardSignature => ({
  form: 'pkcs1',
  signature: sign('sha256', statement, by.privateKey),
  certificate: by.certificate.der,
});
/** A signature of P-256 with these numbers. */
const ofNumbers = (r: Uint8Array, s: Uint8Array): CardSignature =>
  cms(p256, { signature: der.sequence(der.unsignedInteger(r), der.unsignedInteger(s)) });
const pss = { pss: true, signatureAlgorithm: pssAlgorithm(Oid.sha256) };
const ones = new Uint8Array(32).fill(0xff);

describe('a card’s signature, by WebCrypto as by node', () => {
  it.each<[string, string, CardSignature]>([
    ['RSA', 'verified', cms(rsa)],
    ['RSA with SHA-384', 'verified', cms(rsa, { hash: 'sha384' })],
    ['RSA with SHA-512', 'verified', cms(rsa, { hash: 'sha512' })],
    ['RSA with PSS', 'verified', cms(rsa, pss)],
    ['P-256', 'verified', cms(p256)],
    ['P-384 with SHA-384', 'verified', cms(p384, { hash: 'sha384' })],
    ['detached', 'verified', cms(rsa, { attached: false })],
    ['no attributes', 'verified', cms(rsa, { attributes: null })],
    ['bare, RSA', 'verified', bare(rsa)],
    ['bare, P-256', 'verified', bare(p256)],
    ['SHA-1', 'evidence-weak-digest', cms(rsa, { hash: 'sha1' })],
    ['P-521', 'evidence-algorithm-unsupported', cms(p521)],
    ['no SignedData', 'evidence-malformed', { form: 'cms', signedData: Uint8Array.of(0x30, 0) }],
    ['another content inside', 'evidence-statement-wrong', cms(rsa, { content: Buffer.from('another') })],
    ['a signature of zeros', 'evidence-signature-wrong', cms(rsa, { signature: new Uint8Array(256) })],
    ['an empty signature', 'evidence-signature-wrong', cms(rsa, { signature: new Uint8Array() })],
    ['numbers of ones', 'evidence-signature-wrong', ofNumbers(ones, ones)],
    ['a number of 33 octets', 'evidence-signature-wrong', ofNumbers(Uint8Array.of(1, ...ones), ones)],
    ['numbers of zero', 'evidence-signature-wrong', ofNumbers(Uint8Array.of(0), Uint8Array.of(0))],
    ['one number', 'evidence-signature-wrong', cms(p256, { signature: der.sequence(der.integer(1)) })],
    ['no numbers', 'evidence-signature-wrong', cms(p256, { signature: Uint8Array.of(1, 2, 3) })],
    ['another key’s', 'evidence-signature-wrong', bareBy(rsa, certified(rsaPair()))],
  ])('%s: %s', async (_what, code, signature) => {
    expect(codeOf(verifyCardSignature(signature, statement))).toBe(code);
    expect(codeOf(await verifyCardSignatureByWebCrypto(signature, statement))).toBe(code);
  });

  it('over another statement', async () => {
    for (const signature of [cms(rsa), cms(rsa, { attached: false }), bare(p256)]) {
      const another = Buffer.from('another');
      const code = codeOf(verifyCardSignature(signature, another));
      expect(code).not.toBe('verified');
      expect(codeOf(await verifyCardSignatureByWebCrypto(signature, another))).toBe(code);
    }
  });

  it('is refused of a key for PSS alone, which browsers do not import', async () => {
    expect(codeOf(await verifyCardSignatureByWebCrypto(cms(forPss, pss), statement))).toBe(
      'evidence-signature-wrong',
    );
  });
});

/** A bare signature by one pair, beside the certificate of another. */
function bareBy(signer: CertifiedPair, shown: CertifiedPair): CardSignature {
  return { ...bare(signer), form: 'pkcs1', certificate: shown.certificate.der } as CardSignature;
}

describe('a document, by WebCrypto as by node', () => {
  it('is read, with its signing-certificate held against the certificate', async () => {
    const document = await signDocument(statement, certifiedSignerOf(p256), new Date('2026-03-02T01:00:00Z'));
    const byNode = parseSignedDocument(document);
    expect(byNode).toMatchObject({ ok: true });
    expect(await verifyDocumentByWebCrypto(document)).toEqual(byNode);
    for (let at = 0; at < document.length; at += 7) {
      const changed = Uint8Array.from(document, (octet, index) => (index === at ? octet ^ 1 : octet));
      expect(codeOf(await verifyDocumentByWebCrypto(changed))).toBe(codeOf(parseSignedDocument(changed)));
    }
  });
});

describe('a record, by WebCrypto as by node', () => {
  const round = ecPair();
  const key = sealingKey(spkiOf(round.publicKey));
  const commission = sealingKey(spkiOf(ecPair().publicKey));
  const evidence = Buffer.from('evidence');
  const sealed = (lead: SealingKey): Uint8Array =>
    sealRecord({ nationalId: 'A123456789', evidence }, { lead, commission });
  const record = sealed(key);

  it.each<[string, string, Uint8Array]>([
    ['of this round', 'verified', record],
    [
      'without a number',
      'verified',
      sealRecord({ nationalId: undefined, evidence }, { lead: key, commission }),
    ],
    ['of another round', 'record-not-for-this-key', sealed(commission)],
    [
      'changed',
      'record-authentication-failed',
      record.map((octet, at) => (at === record.length - 1 ? octet ^ 1 : octet)),
    ],
    ['cut short', 'record-malformed', record.subarray(0, -1)],
    ['that holds something else', 'record-content-malformed', sealToKey(evidence, key)],
  ])('%s: %s', async (_what, code, bytes) => {
    const opening = await roundOpeningKey(pkcs8Of(round.privateKey), spkiOf(round.publicKey));
    const opened = await openRoundRecord(bytes, opening!);
    expect(codeOf(opened)).toBe(code);
    expect(codeOf(openRecord(bytes, round.privateKey))).toBe(code);
    if (opened.ok) expect(opened).toEqual(openRecord(bytes, round.privateKey));
  });

  it('that openssl sealed, deriving with SHA-1', async () => {
    const openssl = new OpensslFolder();
    const pair = certified(round);
    openssl.put('content', 'not a LeadRecord');
    openssl.put(
      'to.pem',
      `-----BEGIN CERTIFICATE-----\n${Buffer.from(pair.certificate.der).toString('base64')}\n-----END CERTIFICATE-----\n`,
    );
    const encrypted = openssl.must(
      'cms',
      '-encrypt',
      '-binary',
      '-aes-256-gcm',
      '-aes256-wrap',
      '-outform',
      'DER',
      '-in',
      'content',
      '-recip',
      'to.pem',
      '-keyid',
    );
    openssl.remove();
    const opening = await roundOpeningKey(pkcs8Of(round.privateKey), spkiOf(round.publicKey));
    // It opens, or this would be record-authentication-failed.
    expect(codeOf(await openRoundRecord(encrypted, opening!))).toBe('record-content-malformed');
    expect(codeOf(openRecord(encrypted, round.privateKey))).toBe('record-content-malformed');
  });

  it('needs both halves of a key', async () => {
    expect(await roundOpeningKey(Uint8Array.of(1), spkiOf(round.publicKey))).toBeUndefined();
    expect(await roundOpeningKey(pkcs8Of(round.privateKey), Uint8Array.of(1))).toBeUndefined();
  });
});
