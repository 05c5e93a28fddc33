import { sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parseEvidence, signDocument } from '../../../../src/core/cms/index.js';
import { CmsOid } from '../../../../src/core/cms/oids.js';
import { encodeSignedData } from '../../../../src/core/cms/signed-data.js';
import { der } from '../../../../src/core/der/index.js';
import { ok } from '../../../../src/core/result.js';
import { secondOpinion, secondOpinionOnCountersignature } from '../../../../src/core/second-opinion/index.js';
import {
  confirmCountersignature,
  confirmSignature,
  reviewedRefusals,
} from '../../../../src/core/validators.js';
import { Oid } from '../../../../src/core/x509/index.js';
import { cmsAttribute, valueOf } from '../../../../src/devkit/index.js';
import {
  certifiedSignerOf,
  ecPair,
  certified,
  pssPair,
  rsaPair,
  spkiOf,
} from '../../../support/cms/certificates.js';
import { digest, pssAlgorithm, signedDataBy } from '../../../support/cms/signed-data.js';
import { bothOnDocument, bothOnEvidence, storedEvidence } from '../../../support/cms/validators.js';

const content = Buffer.from('公民投票案電子連署書\n案號：9001\n');
const at = new Date('2026-02-03T04:05:06Z');
const rsa = certified(rsaPair());
const p256 = certified(ecPair(), { serial: 8 });
const p384 = certified(ecPair('P-384'), { serial: 9 });
const pss = certified(pssPair(), { serial: 10 });
const intake = ecPair();
const contentType = cmsAttribute(CmsOid.contentType, der.oid(CmsOid.data));
const messageDigest = cmsAttribute(CmsOid.messageDigest, der.octetString(digest(content)));
const usedPss = { pss: true, signatureAlgorithm: pssAlgorithm(Oid.sha256) };
const edited = (bytes: Uint8Array, place: (bytes: Buffer) => number): Uint8Array => {
  const copy = Buffer.from(bytes);
  copy[place(copy)]! ^= 1;
  return copy;
};

describe('both validators', () => {
  it.each<[string, Uint8Array]>([
    ['RSA', signedDataBy(rsa, content)],
    ['RSA without signed attributes', signedDataBy(rsa, content, { attributes: null })],
    ['RSA over SHA-512', signedDataBy(rsa, content, { hash: 'sha512' })],
    ['RSA-PSS by a plain key', signedDataBy(rsa, content, usedPss)],
    ['RSA-PSS by its own kind of key', signedDataBy(pss, content, usedPss)],
    ['P-256', signedDataBy(p256, content)],
    ['P-256 without signed attributes', signedDataBy(p256, content, { attributes: null })],
    ['P-384', signedDataBy(p384, content, { hash: 'sha384' })],
    ['an empty content', signedDataBy(rsa, new Uint8Array())],
    [
      'certificates beside',
      signedDataBy(rsa, content, { certificates: [p256, rsa].map((each) => each.certificate.der) }),
    ],
  ])('accept %s', async (_what, bytes) => {
    expect(await bothOnDocument(bytes)).toBe('good');
    expect(await secondOpinion(bytes)).toBeDefined();
  });

  it.each<[string, Uint8Array, string]>([
    [
      'the content changed',
      edited(signedDataBy(rsa, content), (bytes) => bytes.indexOf(content)),
      'evidence-message-digest-wrong',
    ],
    [
      'the signature changed',
      edited(signedDataBy(rsa, content), (bytes) => bytes.length - 1),
      'evidence-signature-wrong',
    ],
    [
      'another key’s signature',
      signedDataBy({ ...rsaPair(), certificate: rsa.certificate }, content),
      'evidence-signature-wrong',
    ],
    ['bytes behind', Buffer.concat([signedDataBy(rsa, content), Buffer.of(0)]), 'evidence-trailing-bytes'],
    ['no signer', signedDataBy(rsa, content, { signers: 0 }), 'evidence-no-signer'],
    ['two signers', signedDataBy(rsa, content, { signers: 2 }), 'evidence-more-than-one-signer'],
    ['no certificate', signedDataBy(rsa, content, { certificates: [] }), 'evidence-certificate-missing'],
    [
      'another kind of CMS',
      signedDataBy(rsa, content, { outerType: CmsOid.envelopedData }),
      'evidence-not-signed-data',
    ],
    [
      'no message-digest',
      signedDataBy(rsa, content, { attributes: [contentType] }),
      'evidence-message-digest-wrong',
    ],
    ['no content', signedDataBy(rsa, content, { attached: false }), 'evidence-content-missing'],
    ['nothing', new Uint8Array(), 'evidence-malformed'],
    // From here on only ours refuses: docs/adr/0009-second-opinion.md says who is right.
    ['SHA-1', signedDataBy(rsa, content, { hash: 'sha1' }), 'evidence-weak-digest'],
    ['RSA of 1024 bits', signedDataBy(certified(rsaPair(1024)), content), 'evidence-weak-key'],
    [
      'another content type inside',
      signedDataBy(rsa, content, { contentType: '1.2.3' }),
      'evidence-not-signed-data',
    ],
    [
      'a wrong signing-certificate',
      signedDataBy(rsa, content, {
        attributes: [
          contentType,
          messageDigest,
          cmsAttribute(
            CmsOid.signingCertificateV2,
            der.sequence(der.sequence(der.sequence(der.octetString(digest(content))))),
          ),
        ],
      }),
      'evidence-signing-certificate-wrong',
    ],
    [
      'a wrong content-type attribute',
      signedDataBy(rsa, content, {
        attributes: [cmsAttribute(CmsOid.contentType, der.oid('1.2.3')), messageDigest],
      }),
      'evidence-content-type-wrong',
    ],
    [
      'parameters to rsaEncryption',
      signedDataBy(rsa, content, {
        signatureAlgorithm: der.sequence(der.oid(Oid.rsaEncryption), der.integer(1)),
      }),
      'evidence-algorithm-unsupported',
    ],
    // And where no review covers it, they disagree.
    [
      'two message-digests',
      signedDataBy(rsa, content, {
        attributes: [
          contentType,
          cmsAttribute(CmsOid.messageDigest, ...[0, 1].map(() => der.octetString(digest(content)))),
        ],
      }),
      'validators-disagree',
    ],
  ])('refuse %s', async (_what, bytes, code) => {
    expect(await bothOnDocument(bytes)).toBe(code);
  });

  it('accept stored evidence, and refuse it with another intake key', async () => {
    for (const signer of [rsa, p256]) {
      const evidence = await storedEvidence(signer, content, intake);
      expect(await bothOnEvidence(evidence, spkiOf(intake.publicKey))).toBe('good');
      expect(await bothOnEvidence(evidence, spkiOf(ecPair().publicKey))).toBe(
        'evidence-countersignature-wrong',
      );
    }
  });
});

describe('the OCSP responses in stored evidence', () => {
  const response = der.sequence(der.encode(0x0a, Uint8Array.of(0)));
  const another = der.sequence(der.encode(0x0a, Uint8Array.of(6)));

  /** The evidence written again with these responses in place of its own. */
  async function withResponses(...ocspResponses: readonly Uint8Array[]): Promise<Uint8Array> {
    const { signerInfo, certificates, countersignature } = valueOf(
      parseEvidence(await storedEvidence(rsa, content, intake)),
    );
    return encodeSignedData({
      content,
      certificates: certificates.map((each) => each.der),
      signerInfo,
      unsignedAttributes: [cmsAttribute(CmsOid.countersignature, countersignature)],
      ocspResponses,
    });
  }

  it('are found by both to be those that the countersignature names', async () => {
    expect(await bothOnEvidence(await withResponses(response), spkiOf(intake.publicKey))).toBe('good');
  });

  it.each<[string, readonly Uint8Array[]]>([
    ['none', []],
    ['another', [another]],
    ['one more', [response, another]],
  ])('are refused by both where there is %s', async (_what, responses) => {
    const bytes = await withResponses(...responses);
    expect(await bothOnEvidence(bytes, spkiOf(intake.publicKey))).toBe('evidence-countersignature-wrong');
  });

  it('may not be revocation information of another kind', async () => {
    const identifier = Buffer.from(der.oid(CmsOid.ocspResponse));
    const last = identifier.length - 1;
    const bytes = edited(
      await storedEvidence(rsa, content, intake),
      (each) => each.indexOf(identifier) + last,
    );
    expect(await bothOnEvidence(bytes, spkiOf(intake.publicKey))).toBe('evidence-malformed');
    expect(await secondOpinionOnCountersignature(bytes, [spkiOf(intake.publicKey)])).toBeUndefined();
  });
});

describe('a detached signature', () => {
  const detached = signedDataBy(rsa, content, { attached: false });

  it('is over the content beside it, and no other', async () => {
    expect(await secondOpinion(detached, content)).toMatchObject({
      signer: Uint8Array.from(rsa.certificate.der),
    });
    expect(await secondOpinion(detached, Buffer.from('other'))).toBeUndefined();
    expect(await secondOpinion(detached)).toBeUndefined();
  });

  it('may hold the content too, if it is the same', async () => {
    expect(await secondOpinion(signedDataBy(rsa, content), content)).toBeDefined();
    expect(await secondOpinion(signedDataBy(rsa, content), Buffer.from('other'))).toBeUndefined();
  });

  it('is confirmed over that content', async () => {
    const first = ok({ content: undefined, signer: rsa.certificate });
    expect(await confirmSignature(first, detached, content)).toBe(first);
    expect(await confirmSignature(first, detached)).toMatchObject({
      failure: { code: 'validators-disagree' },
    });
  });
});

describe('the second opinion', () => {
  it('takes no ECDSA signature written in another way than DER’s', async () => {
    const signature = sign('sha256', content, p256.privateKey);
    const longLength = Buffer.concat([Buffer.of(0x30, 0x81), signature.subarray(1)]);
    const signed = (value: Uint8Array): Uint8Array =>
      signedDataBy(p256, content, { attributes: null, signature: value });
    expect(await secondOpinion(signed(signature))).toBeDefined();
    expect(await secondOpinion(signed(longLength))).toBeUndefined();
  });

  const digestAlgorithm = der.sequence(der.oid(Oid.sha256));
  const bare = der.sequence(
    der.integer(3),
    der.encode(0x80, Buffer.alloc(20)),
    digestAlgorithm,
    der.sequence(der.oid(Oid.ecdsaSha256)),
    der.octetString(Buffer.of()),
  );
  it.each<[string, Uint8Array]>([
    ['none', signedDataBy(rsa, content)],
    [
      'one without signed attributes',
      signedDataBy(rsa, content, { unsigned: [cmsAttribute(CmsOid.countersignature, bare)] }),
    ],
    ['two', signedDataBy(rsa, content, { unsigned: [cmsAttribute(CmsOid.countersignature, bare, bare)] })],
    ['no SignedData around it', new Uint8Array()],
  ])('has none on a countersignature where there is %s', async (_what, bytes) => {
    expect(await secondOpinionOnCountersignature(bytes, [spkiOf(intake.publicKey)])).toBeUndefined();
  });
});

describe('a disagreement', () => {
  const bytes = signedDataBy(rsa, content);

  it.each<[string, Parameters<typeof confirmSignature>[0]]>([
    ['another content', ok({ content: Buffer.from('other'), signer: rsa.certificate })],
    ['another signer', ok({ content, signer: p256.certificate })],
    ['a refusal no review covers', { ok: false, failure: { code: 'evidence-signature-wrong' } }],
  ])('is named: %s', async (_what, first) => {
    expect(await confirmSignature(first, bytes)).toEqual({
      ok: false,
      failure: { code: 'validators-disagree' },
    });
  });

  it('is named on a countersignature too', async () => {
    const keys = [spkiOf(intake.publicKey)];
    const evidence = await storedEvidence(rsa, content, intake);
    const disagree = { ok: false, failure: { code: 'validators-disagree' } };
    const good = ok({ signedAt: at, references: [] });
    expect(await confirmCountersignature(good, evidence, keys)).toEqual(disagree);
    expect(await confirmCountersignature(good, bytes, keys)).toEqual(disagree);
    const wrong = { ok: false, failure: { code: 'evidence-countersignature-wrong' } } as const;
    expect(await confirmCountersignature(wrong, evidence, keys)).toEqual(disagree);
  });
});

describe('signed attributes that are not BER, where pkijs refuses the whole object', () => {
  const contentTypeValue = Buffer.concat([der.oid(CmsOid.contentType), Buffer.of(0x31, 0x0b)]);
  const messageDigestValue = Buffer.concat([der.oid(CmsOid.messageDigest), Buffer.of(0x31, 0x22)]);

  it.each<[what: string, before: Buffer, offset: number, flip: number, code: string]>([
    ['a content type that ends within a number', contentTypeValue, 10, 0x80, 'evidence-content-type-wrong'],
    ['a digest with the tag of an identifier', messageDigestValue, 0, 0x02, 'evidence-message-digest-wrong'],
    ['a digest with the tag zero', messageDigestValue, 0, 0x04, 'evidence-message-digest-wrong'],
  ])('%s is refused by both', async (_what, before, offset, flip, code) => {
    const evidence = Buffer.from(await storedEvidence(rsa, content, intake));
    const place = evidence.indexOf(before) + before.length + offset;
    evidence.writeUInt8(evidence.readUInt8(place) ^ flip, place);
    expect(await bothOnEvidence(evidence, spkiOf(intake.publicKey))).toBe(code);
    expect(await secondOpinion(evidence)).toBeUndefined();
  });
});

it('every reviewed refusal stands in the decision', () => {
  const decision = readFileSync(`${import.meta.dirname}/../../../../docs/adr/0009-second-opinion.md`, 'utf8');
  expect([...reviewedRefusals].filter((code) => !decision.includes(`\`${code}\``))).toEqual([]);
});

it('our own signer writes what both accept', async () => {
  for (const signer of [rsa, p256])
    expect(await bothOnDocument(await signDocument(content, certifiedSignerOf(signer), at))).toBe('good');
});
