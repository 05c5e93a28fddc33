import { describe, expect, it } from '@jest/globals';
import { der, Tag } from '../../../../src/core/der/index.js';
import {
  type CertificateExtensions,
  certificateExtensions,
  type DirectoryAttribute,
  KeyUsage,
  moicaHolder,
  Oid,
  ReasonFlag,
} from '../../../../src/core/x509/index.js';
import {
  authorityInfoAccess,
  authorityKeyIdentifier,
  basicConstraints,
  buildCertificate,
  certificatePolicies,
  country,
  crlDistributionPoints,
  distinguishedName,
  extendedKeyUsage,
  extension,
  type ExtensionShape,
  inhibitAnyPolicy,
  keyUsage,
  nameConstraints,
  policyConstraints,
  policyMappings,
  subjectAltName,
  subjectDirectoryAttributes,
  subjectKeyIdentifier,
  valueOf,
} from '../../../../src/devkit/index.js';
import { parsed, testKey } from '../../../support/path/chain-draft.js';

const signer = testKey('p256');
const bytes = (...octets: readonly number[]): Uint8Array => Uint8Array.from(octets);
const decode = (...extensions: readonly ExtensionShape[]): ReturnType<typeof certificateExtensions> =>
  certificateExtensions(parsed(buildCertificate({ signer, extensions })));
const decoded = (shape: ExtensionShape): CertificateExtensions => {
  return valueOf(decode(shape));
};
const qualifier = (kind: string, ...value: readonly Uint8Array[]): Uint8Array =>
  der.sequence(der.oid(kind), ...value);
const cps = (...value: readonly Uint8Array[]): Uint8Array => qualifier(Oid.cpsPointer, ...value);
const notice = (...fields: readonly Uint8Array[]): Uint8Array =>
  qualifier(Oid.userNotice, der.sequence(...fields));
const visible = (text: string): Uint8Array => der.encode(Tag.visibleString, Buffer.from(text));
const reference = (...numbers: readonly Uint8Array[]): Uint8Array =>
  der.sequence(der.utf8String('連署'), der.sequence(...numbers));
const buffer = (octets: Uint8Array | undefined): Buffer => Buffer.from(octets ?? []);

describe('certificateExtensions', () => {
  it('is empty where there are none, and decodes once', () => {
    const certificate = parsed(buildCertificate({ signer }));
    expect(certificateExtensions(certificate)).toEqual({ ok: true, value: {} });
    expect(certificateExtensions(certificate)).toBe(certificateExtensions(certificate));
  });

  it('ignores unknown extensions', () => {
    expect(decoded(extension('1.2.3.4', bytes(0xff)))).toEqual({});
  });

  it.each<[string, ExtensionShape, CertificateExtensions]>([
    ['basicConstraints', basicConstraints(true, 3), { basicConstraints: { ca: true, pathLength: 3 } }],
    ['no cA', basicConstraints(false), { basicConstraints: { ca: false, pathLength: undefined } }],
    [
      'a path length without cA',
      basicConstraints(false, 3),
      { basicConstraints: { ca: false, pathLength: undefined } },
    ],
    [
      'keyUsage',
      keyUsage('digitalSignature', 'decipherOnly'),
      { keyUsage: KeyUsage.digitalSignature | KeyUsage.decipherOnly },
    ],
    ['extKeyUsage', extendedKeyUsage(['1.2.3', '1.2.4']), { extendedKeyUsage: ['1.2.3', '1.2.4'] }],
    [
      'certificatePolicies',
      certificatePolicies(['1.2.3', '1.2.4']),
      { certificatePolicies: ['1.2.3', '1.2.4'] },
    ],
    [
      'both qualifiers of RFC 5280 §4.2.1.4',
      certificatePolicies([['1.2.3', cps(der.ia5String('https://a.tw/*')), notice(der.utf8String('通知'))]]),
      { certificatePolicies: ['1.2.3'] },
    ],
    [
      'a user notice with everything in it',
      certificatePolicies([
        ['1.2.3', notice(reference(der.integer(1), der.integer(300)), visible('x'.repeat(201)))],
      ]),
      { certificatePolicies: ['1.2.3'] },
    ],
    [
      'a user notice with nothing in it, and one with a reference alone',
      certificatePolicies([['1.2.3', notice(), notice(reference())]]),
      { certificatePolicies: ['1.2.3'] },
    ],
    [
      'the first of two unknown qualifiers',
      certificatePolicies([
        '1.2.3',
        ['1.2.4', cps(der.ia5String('x')), qualifier('1.2.5', der.nullValue())],
        ['1.2.6', qualifier('1.2.7', der.sequence())],
      ]),
      { certificatePolicies: ['1.2.3', '1.2.4', '1.2.6'], unknownPolicyQualifier: '1.2.5' },
    ],
    [
      'policyMappings',
      policyMappings([['1.2.3', '1.2.4']]),
      { policyMappings: [{ issuerDomainPolicy: '1.2.3', subjectDomainPolicy: '1.2.4' }] },
    ],
    [
      'requireExplicitPolicy',
      policyConstraints({ requireExplicitPolicy: 2 }),
      { policyConstraints: { requireExplicitPolicy: 2, inhibitPolicyMapping: undefined } },
    ],
    [
      'inhibitPolicyMapping',
      policyConstraints({ inhibitPolicyMapping: 0 }),
      { policyConstraints: { requireExplicitPolicy: undefined, inhibitPolicyMapping: 0 } },
    ],
    ['inhibitAnyPolicy', inhibitAnyPolicy(1), { inhibitAnyPolicy: 1 }],
    [
      'authorityInfoAccess',
      authorityInfoAccess({ ocsp: ['http://x/'] }),
      { authorityInfoAccess: [{ method: Oid.ocsp, location: { form: 'uri', text: 'http://x/' } }] },
    ],
  ])('reads %s', (_what, shape, expected) => {
    expect(decoded(shape)).toEqual(expected);
  });

  it('reads key identifiers', () => {
    expect(buffer(decoded(subjectKeyIdentifier(bytes(1, 2))).subjectKeyIdentifier)).toEqual(Buffer.of(1, 2));
    const authority = decoded(
      authorityKeyIdentifier({ keyIdentifier: bytes(3), issuer: [{ dns: 'x' }], serialNumber: bytes(9) }),
    ).authorityKeyIdentifier;
    expect(buffer(authority?.keyIdentifier)).toEqual(Buffer.of(3));
    expect(authority?.issuer).toEqual([{ form: 'dns', text: 'x' }]);
    expect(buffer(authority?.serialNumber)).toEqual(Buffer.of(9));
    expect(decoded(authorityKeyIdentifier({})).authorityKeyIdentifier).toEqual({
      keyIdentifier: undefined,
      issuer: undefined,
      serialNumber: undefined,
    });
  });

  it('reads every form of name', () => {
    const names = decoded(
      subjectAltName([
        { other: ['1.2.3', der.nullValue()] },
        { email: 'a@b' },
        { dns: 'b' },
        { encoded: bytes(0xa3, 0) },
        { directory: distinguishedName(country('TW')) },
        { encoded: bytes(0xa5, 0) },
        { uri: 'u:' },
        { ip: bytes(1, 2, 3, 4) },
        { registeredId: '1.2.9' },
      ]),
    ).subjectAltName;
    expect(names?.map(({ form }) => form)).toEqual([
      'other',
      'email',
      'dns',
      'x400',
      'directory',
      'edi-party',
      'uri',
      'ip',
      'registered-id',
    ]);
    expect(names?.[8]).toEqual({ form: 'registered-id', id: '1.2.9' });
  });

  it('reads name constraints', () => {
    const both = decoded(
      nameConstraints({ permitted: [{ dns: 'a' }], excluded: [{ dns: 'b' }] }),
    ).nameConstraints;
    expect(both).toEqual({
      permitted: [{ base: { form: 'dns', text: 'a' }, bounded: false }],
      excluded: [{ base: { form: 'dns', text: 'b' }, bounded: false }],
    });
    const bounded = (field: Uint8Array): Uint8Array =>
      der.sequence(der.context(0, der.sequence(der.contextOctets(2, bytes(0x61)), field)));
    expect(
      decoded(extension(Oid.nameConstraints, bounded(der.contextOctets(0, bytes(1))))).nameConstraints
        ?.permitted[0]!.bounded,
    ).toBe(true);
    expect(
      decoded(extension(Oid.nameConstraints, bounded(der.contextOctets(1, bytes(1))))).nameConstraints
        ?.permitted[0]!.bounded,
    ).toBe(true);
  });

  it('reads distribution points', () => {
    const points = decoded(
      crlDistributionPoints(
        { fullName: [{ uri: 'http://x' }], reasons: ['keyCompromise', 'aACompromise'] },
        {
          relativeName: [der.sequence(der.oid(Oid.commonName), der.utf8String('x'))],
          crlIssuer: [{ dns: 'i' }],
        },
        { crlIssuer: [{ dns: 'i' }] },
      ),
    ).crlDistributionPoints;
    expect(points).toMatchObject([
      {
        name: { kind: 'full', names: [{ form: 'uri', text: 'http://x' }] },
        reasons: ReasonFlag.keyCompromise | ReasonFlag.aaCompromise,
        crlIssuer: undefined,
      },
      {
        name: { kind: 'relative', relativeName: [{ type: Oid.commonName }] },
        crlIssuer: [{ form: 'dns', text: 'i' }],
      },
      { name: undefined, reasons: undefined },
    ]);
  });

  it.each([
    ['basicConstraints with more', Oid.basicConstraints, '30060101ff040100'],
    ['a negative path length', Oid.basicConstraints, '30060101ff0201ff'],
    ['keyUsage without a bit', Oid.keyUsage, '030100'],
    ['keyUsage of 24 bits', Oid.keyUsage, '030400800001'],
    ['keyUsage that is no BIT STRING', Oid.keyUsage, '0500'],
    ['no purpose', Oid.extKeyUsage, '3000'],
    ['no policy', Oid.certificatePolicies, '3000'],
    ['a policy twice', Oid.certificatePolicies, '300c300406022a03300406022a03'],
    ['a policy with too much', Oid.certificatePolicies, '300a300806022a0330000500'],
    ['cA FALSE in so many octets', Oid.basicConstraints, '3003010100'],
    ['minimum 0 in so many octets', Oid.nameConstraints, '300aa0083006820161800100'],
    ['no mapping', Oid.policyMappings, '3000'],
    ['half a mapping', Oid.policyMappings, '3006300406022a03'],
    ['empty policy constraints', Oid.policyConstraints, '3000'],
    ['a policy constraint out of range', Oid.policyConstraints, '300780050100000000'],
    ['no name', Oid.subjectAltName, '3000'],
    ['a name of no form', Oid.subjectAltName, '30020500'],
    ['a DNS name beyond ASCII', Oid.subjectAltName, '30038201e9'],
    ['two names in one', Oid.subjectAltName, '3006a40430003000'],
    ['no name constraint', Oid.nameConstraints, '3000'],
    ['no subtree', Oid.nameConstraints, '3002a000'],
    ['half an authority', Oid.authorityKeyIdentifier, '3003820101'],
    ['an authority with more', Oid.authorityKeyIdentifier, '30020500'],
    ['an empty distribution point', Oid.crlDistributionPoints, '30023000'],
    ['a distribution point with two names', Oid.crlDistributionPoints, '300c300aa008a0028200a0028200'],
    ['no access description', Oid.authorityInfoAccess, '3000'],
    ['no directory attribute', Oid.subjectDirectoryAttributes, '3000'],
    ['a directory attribute without a value', Oid.subjectDirectoryAttributes, '3008300606022a033100'],
  ])('refuses %s', (_what, type, hex) => {
    expect(decode(extension(type, Buffer.from(hex, 'hex')))).toEqual({
      ok: false,
      failure: { code: 'extension-malformed', values: { extension: type } },
    });
  });
});

describe('policy qualifiers (RFC 5280 §4.2.1.4)', () => {
  it.each<[string, Uint8Array]>([
    ['without a value', qualifier('1.2.5')],
    ['with two values', qualifier('1.2.5', der.nullValue(), der.nullValue())],
    ['that is none', der.nullValue()],
    ['that points to a UTF8String', cps(der.utf8String('https://a.tw/'))],
    ['that points beyond ASCII', cps(der.encode(Tag.ia5String, bytes(0xe9)))],
    ['that points to nothing', cps()],
    ['that notices a PrintableString', notice(der.printableString('x'))],
    ['that notices broken UTF-8', notice(der.encode(Tag.utf8String, bytes(0xff)))],
    ['that notices a control character in a VisibleString', notice(visible('a\n'))],
    ['that notices twice', notice(visible('a'), visible('b'))],
    ['that notices no sequence', qualifier(Oid.userNotice, visible('a'))],
    ['that refers to no numbers', notice(der.sequence(visible('a')))],
    ['that refers to more than numbers', notice(der.sequence(visible('a'), der.sequence(), der.nullValue()))],
    ['that refers to something else', notice(reference(der.boolean(true)))],
  ])('refuses one %s', (_what, encoded) => {
    expect(decode(certificatePolicies([['1.2.3', encoded]]))).toMatchObject({
      ok: false,
      failure: { code: 'extension-malformed' },
    });
  });

  it('refuses a list of none', () => {
    const none = der.sequence(der.sequence(der.oid('1.2.3'), der.sequence()));
    expect(decode(extension(Oid.certificatePolicies, none)).ok).toBe(false);
  });
});

describe('moicaHolder', () => {
  const attributes = (
    ...pairs: Parameters<typeof subjectDirectoryAttributes>[0]
  ): readonly DirectoryAttribute[] =>
    decoded(subjectDirectoryAttributes(pairs)).subjectDirectoryAttributes ?? [];
  const digits = (...values: readonly Uint8Array[]): string | undefined =>
    moicaHolder(attributes([Oid.moicaLastFourDigits, ...values])).lastFourDigits;

  it('reads the digits and the subject type', () => {
    const holder = moicaHolder(
      attributes(
        [Oid.moicaSubjectType, der.oid(Oid.moicaNaturalPerson)],
        [Oid.moicaLastFourDigits, der.printableString('6789')],
      ),
    );
    expect(holder).toEqual({ lastFourDigits: '6789', subjectType: Oid.moicaNaturalPerson });
  });

  it.each([
    ['five digits', [der.printableString('56789')]],
    ['letters', [der.printableString('678A')]],
    ['full-width digits', [der.utf8String('６７８９')]],
    ['two values', [der.printableString('6789'), der.printableString('6788')]],
    ['a number', [der.integer(6789)]],
  ])('reads no digits from %s', (_what, values) => {
    expect(digits(...values)).toBeUndefined();
  });

  it('reads no subject type that is not an object identifier', () => {
    const holder = moicaHolder(attributes([Oid.moicaSubjectType, der.utf8String('person')]));
    expect(holder).toEqual({ lastFourDigits: undefined, subjectType: undefined });
  });
});
