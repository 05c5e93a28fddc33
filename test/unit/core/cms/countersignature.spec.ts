import { cmsAttribute, valueOf } from '../../../../src/devkit/index.js';
import { sign } from 'node:crypto';
import { afterAll, describe, expect, it } from '@jest/globals';
import { encodeIntakeJudgement } from '../../../../src/core/cms/countersignature.js';
import {
  countersign,
  type Evidence,
  parseEvidence,
  type VerifiedSignedData,
  verifyCardSignature,
  verifyCountersignature,
  verifySignedData,
} from '../../../../src/core/cms/index.js';
import { CmsOid } from '../../../../src/core/cms/oids.js';
import { der } from '../../../../src/core/der/index.js';
import { subjectKeyIdentifier } from '../../../../src/core/x509/key-identifier.js';
import type { RevocationReference } from '../../../../src/core/revocation/revocation.js';
import {
  ecPair,
  certified,
  pemOf,
  rsaPair,
  signerOf,
  spkiOf,
  testCa,
} from '../../../support/cms/certificates.js';
import { digest, signedDataBy } from '../../../support/cms/signed-data.js';
import { OpensslFolder } from '../../../support/openssl.js';

const statement = Buffer.from('公民投票案電子連署書\n案號：9001\n');
const rsa = certified(rsaPair());
const p384 = certified(ecPair('P-384'), { serial: 9 });
const intake = ecPair();
const otherIntake = ecPair();
const intakeKeys = [spkiOf(otherIntake.publicKey), spkiOf(intake.publicKey)];
const at = new Date('2026-01-15T03:04:05.678Z');
/** Nothing here reads what is in it. */
const ocspResponse = der.sequence(der.encode(0x0a, Uint8Array.of(0)));
const references: RevocationReference[] = [
  { kind: 'crl', sha256: digest(Buffer.from('crl')), number: '123456789012345678901234567890' },
  { kind: 'crl', sha256: digest(Buffer.from('another')), number: undefined },
  { kind: 'ocsp', sha256: digest(ocspResponse) },
];

function verified(signedData: Uint8Array): VerifiedSignedData {
  return valueOf(verifyCardSignature({ form: 'cms', signedData }, statement));
}

function bare(): VerifiedSignedData {
  const signature = sign('sha256', statement, p384.privateKey);
  return valueOf(
    verifyCardSignature({ form: 'pkcs1', signature, certificate: p384.certificate.der }, statement),
  );
}

const forms: [string, VerifiedSignedData][] = [
  ['attached with attributes', verified(signedDataBy(rsa, statement))],
  [
    'detached without attributes',
    verified(signedDataBy(rsa, statement, { attached: false, attributes: null })),
  ],
  [
    'the signer by key identifier, unsigned attributes and other certificates',
    verified(
      signedDataBy(rsa, statement, {
        version: 3,
        identifier: der.contextOctets(0, subjectKeyIdentifier(spkiOf(rsa.publicKey))),
        unsigned: [cmsAttribute('1.2.3', der.nullValue())],
        certificates: [p384.certificate.der, rsa.certificate.der],
      }),
    ),
  ],
  ['bare', bare()],
];

const store = (evidence: VerifiedSignedData, issuers?: Uint8Array[]): Promise<Uint8Array> =>
  countersign(evidence, {
    signer: signerOf(intake),
    at,
    references,
    ocspResponses: [ocspResponse],
    ...(issuers && { issuers }),
  });

function parsedEvidence(bytes: Uint8Array): Evidence {
  return valueOf(parseEvidence(bytes));
}

const openssl = new OpensslFolder();
afterAll(() => openssl.remove());

describe.each(forms)('stored evidence, %s', (_form, evidence) => {
  it('keeps the statement, the signature, the time and the revocation data', async () => {
    const stored = parsedEvidence(await store(evidence));
    expect(stored.content).toEqual(Uint8Array.from(statement));
    expect(stored.certificates.map(({ der }) => der)).toEqual([evidence.signer.der]);
    expect(verifySignedData(stored, statement).ok).toBe(true);
    expect(verifyCountersignature(stored, intakeKeys)).toEqual({
      ok: true,
      value: { signedAt: new Date('2026-01-15T03:04:05Z'), references: references.map(asBytes) },
    });
  });

  it('is what openssl verifies at its time', async () => {
    openssl.put('anchors.pem', pemOf(testCa));
    openssl.put('evidence.der', await store(evidence));
    const content = openssl.must(
      ...['cms', '-verify', '-binary', '-inform', 'DER', '-in', 'evidence.der', '-CAfile', 'anchors.pem'],
      ...['-purpose', 'any', '-attime', String(Math.floor(at.getTime() / 1000))],
    );
    expect(content).toEqual(statement);
  });

  it('takes the OCSP response along and binds it', async () => {
    const stored = parsedEvidence(await store(evidence));
    expect(stored.ocspResponses).toEqual([ocspResponse]);
    const other = der.sequence(der.encode(0x0a, Uint8Array.of(6)));
    for (const ocspResponses of [[], [other], [ocspResponse, other]])
      expect(verifyCountersignature({ ...stored, ocspResponses }, intakeKeys)).toMatchObject(wrong);
  });

  it('takes issuers along and binds them', async () => {
    const stored = parsedEvidence(await store(evidence, [testCa.der]));
    expect(stored.certificates).toHaveLength(2);
    expect(verifyCountersignature(stored, intakeKeys).ok).toBe(true);
    const stripped = { ...stored, certificates: [stored.signer] };
    expect(verifyCountersignature(stripped, intakeKeys)).toMatchObject(wrong);
  });
});

const asBytes = (reference: RevocationReference): RevocationReference => ({
  ...reference,
  sha256: Uint8Array.from(reference.sha256),
});
const wrong = { failure: { code: 'evidence-countersignature-wrong' } };

describe('stored evidence that must be refused', () => {
  const countersignature = cmsAttribute(CmsOid.countersignature, der.sequence());
  it.each<[string, Uint8Array, string]>([
    ['detached', signedDataBy(rsa, statement, { attached: false }), 'evidence-content-missing'],
    ['without countersignature', signedDataBy(rsa, statement), 'evidence-countersignature-missing'],
    [
      'with another unsigned attribute',
      signedDataBy(rsa, statement, { unsigned: [cmsAttribute('1.2.3', der.nullValue())] }),
      'evidence-countersignature-missing',
    ],
    [
      'with two countersignatures',
      signedDataBy(rsa, statement, {
        unsigned: [cmsAttribute(CmsOid.countersignature, der.sequence(), der.sequence())],
      }),
      'evidence-countersignature-missing',
    ],
    [
      'with a countersignature and more',
      signedDataBy(rsa, statement, { unsigned: [countersignature, cmsAttribute('1.2.3', der.nullValue())] }),
      'evidence-countersignature-missing',
    ],
    [
      'without the signer’s certificate',
      signedDataBy(rsa, statement, { unsigned: [countersignature], certificates: [] }),
      'evidence-certificate-missing',
    ],
    [
      'with something that nothing signs',
      signedDataBy(rsa, statement, { unsigned: [countersignature], extra: [der.context(1, der.sequence())] }),
      'evidence-malformed',
    ],
    ...(
      [
        ['with a CRL beside', der.sequence()],
        ['with revocation information of another kind', der.context(1, der.oid('1.2.3'), der.sequence())],
        [
          'with two values of one kind',
          der.context(1, der.oid(CmsOid.ocspResponse), der.sequence(), der.sequence()),
        ],
        ['with an OCSP response that is missing', der.context(1, der.oid(CmsOid.ocspResponse))],
      ] as const
    ).map(([edit, info]): [string, Uint8Array, string] => [
      edit,
      signedDataBy(rsa, statement, { unsigned: [countersignature], extra: [der.context(1, info)] }),
      'evidence-malformed',
    ]),
    ['too large', Buffer.alloc(65_537), 'evidence-too-large'],
  ])('%s', (_edit, bytes, code) => {
    expect(parseEvidence(bytes)).toMatchObject({ failure: { code } });
  });

  it('with a bit flipped in any byte', async () => {
    const bytes = await store(forms[3]![1]);
    // Each byte, and all eight bits in turn: over the length of the evidence every kind of field meets every bit.
    for (let index = 0; index < bytes.length; index++) {
      const flipped = Uint8Array.from(bytes);
      flipped[index]! ^= 1 << (index & 7);
      const evidence = parseEvidence(flipped);
      const accepted =
        evidence.ok &&
        verifySignedData(evidence.value, statement).ok &&
        verifyCountersignature(evidence.value, intakeKeys).ok;
      if (accepted) throw new Error(`byte ${index} makes no difference`);
    }
  });
});

describe('a countersignature that must be refused', () => {
  const { signerInfo, signer } = forms[0]![1];
  const certificatesDigest = digest(der.context(0, signer.der));
  const judgement = cmsAttribute(
    CmsOid.intakeJudgement,
    encodeIntakeJudgement({ certificatesDigest, references }),
  );
  const signingTime = cmsAttribute(CmsOid.signingTime, der.time(at));
  const messageDigest = cmsAttribute(CmsOid.messageDigest, der.octetString(digest(signerInfo.signature)));
  const contentType = cmsAttribute(CmsOid.contentType, der.oid(CmsOid.data));
  const all = [messageDigest, signingTime, judgement];
  const byName = der.sequence(signer.issuer.der, der.encode(0x02, signer.serialNumber));
  const judged = (value: Uint8Array): Uint8Array[] => [
    messageDigest,
    signingTime,
    cmsAttribute(CmsOid.intakeJudgement, value),
  ];
  const crl = (...fields: Uint8Array[]): Uint8Array =>
    der.sequence(der.octetString(certificatesDigest), der.sequence(der.context(0, ...fields)));

  const extra = der.sequence(der.oid('1.2.840.10045.4.3.2'), der.nullValue());

  interface Edit {
    readonly signatureAlgorithm?: Uint8Array;
    readonly digestAlgorithm?: Uint8Array;
    readonly unsigned?: Uint8Array;
    readonly attributes?: Uint8Array[] | null;
    readonly identifier?: Uint8Array;
    readonly version?: number;
    readonly key?: typeof intake;
  }

  function countersignatureOf(edit: Edit): Uint8Array {
    const { attributes = all, version = 3, key = intake } = edit;
    const signed = attributes === null ? undefined : der.setOf(...attributes);
    return der.sequence(
      der.integer(version),
      edit.identifier ?? der.contextOctets(0, subjectKeyIdentifier(spkiOf(intake.publicKey))),
      edit.digestAlgorithm ?? der.sequence(der.oid('2.16.840.1.101.3.4.2.1')),
      ...(signed === undefined ? [] : [Uint8Array.of(0xa0, ...signed.subarray(1))]),
      edit.signatureAlgorithm ?? der.sequence(der.oid('1.2.840.10045.4.3.2')),
      der.octetString(sign('sha256', signed ?? signerInfo.signature, key.privateKey)),
      ...(edit.unsigned === undefined ? [] : [der.context(1, edit.unsigned)]),
    );
  }

  const verdict = (countersignature: Uint8Array): string => {
    const result = verifyCountersignature(
      { ...forms[0]![1], content: statement, countersignature, ocspResponses: [ocspResponse] },
      intakeKeys,
    );
    return result.ok ? 'ok' : result.failure.code;
  };

  it('is otherwise accepted', () => {
    expect(verdict(countersignatureOf({}))).toBe('ok');
  });

  it.each<[string, Edit]>([
    ['by a key that is not the one it names', { key: otherIntake }],
    ['by a key that is not the platform’s', { identifier: der.contextOctets(0, Buffer.alloc(20)) }],
    ['by a certificate', { identifier: byName, version: 1 }],
    ['without signed attributes', { attributes: null }],
    ['with parameters in its signature algorithm', { signatureAlgorithm: extra }],
    ['with another digest algorithm', { digestAlgorithm: extra }],
    ['with unsigned attributes of its own', { unsigned: cmsAttribute('1.2.3', der.nullValue()) }],
    ['with a content-type (RFC 5652 §11.4)', { attributes: [...all, contentType] }],
    ['without message-digest', { attributes: [signingTime, judgement] }],
    [
      'of another signature',
      {
        attributes: [
          cmsAttribute(CmsOid.messageDigest, der.octetString(digest(statement))),
          signingTime,
          judgement,
        ],
      },
    ],
    ['without signing-time', { attributes: [messageDigest, judgement] }],
    ['without judgement', { attributes: [messageDigest, signingTime] }],
    [
      'over other certificates',
      { attributes: judged(encodeIntakeJudgement({ certificatesDigest: digest(statement), references })) },
    ],
    ['with a digest that is too short', { attributes: judged(crl(der.octetString(Buffer.alloc(31)))) }],
    [
      'with a negative CRL number',
      { attributes: judged(crl(der.octetString(certificatesDigest), Uint8Array.of(2, 1, 0xff))) },
    ],
    [
      'with a CRL number of 22 octets',
      { attributes: judged(crl(der.octetString(certificatesDigest), der.encode(2, Buffer.alloc(22, 1)))) },
    ],
  ])('%s', (_edit, edit) => {
    expect(verdict(countersignatureOf(edit))).toBe('evidence-countersignature-wrong');
  });

  it('that is no SignerInfo', () => {
    expect(verdict(der.sequence())).toBe('evidence-malformed');
  });
});
