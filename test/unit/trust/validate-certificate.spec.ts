import { beforeAll, describe, expect, it } from '@jest/globals';
import { der } from '../../../src/core/der/index.js';
import { Oid } from '../../../src/core/x509/index.js';
import {
  buildCertificate,
  type CardShape,
  certificatePolicies,
  commonName,
  country,
  type DemoPki,
  distinguishedName,
  type ExtensionShape,
  keyUsage,
  organization,
} from '../../../src/devkit/index.js';
import { naturalPerson, type TrustConfiguration, type TrustQuestion } from '../../../src/trust/index.js';
import { directListReader, type RevocationList } from '../../../src/trust/revocation-list.js';
import { validateCertificate } from '../../../src/trust/validate-certificate.js';
import { demoPki, holder } from '../../support/demo-pki.js';
import { certificateOf, demoTrust } from '../../support/trust/trust-dependencies.js';

const at = new Date('2026-03-01T00:00:00Z');
const yearsAfter = (from: Date, years: number): Date => new Date(from.getTime() + years * 365 * 86_400_000);
let pki: DemoPki;
let rules: TrustConfiguration;
let lists: readonly RevocationList[];

async function readLists(when = at): Promise<RevocationList[]> {
  const authorities = rules.anchorSets.flatMap((set) => set.authorities);
  const read = await Promise.all(pki.crls(when).map(({ der }) => directListReader.read(der, authorities)));
  return read.flatMap((list) => (list.ok ? [list.value] : []));
}

beforeAll(async () => {
  pki = demoPki({ at });
  rules = demoTrust(pki);
  lists = await readLists();
});

const card = (shape: CardShape = {}): Uint8Array => pki.issueCard(holder, shape).signingCertificate;

interface Circumstances {
  readonly when?: Date;
  readonly rules?: TrustConfiguration;
  readonly lists?: readonly RevocationList[];
  readonly candidates?: readonly Uint8Array[];
}

function verdict(target: Uint8Array, circumstances: Circumstances = {}): string {
  const candidates = (circumstances.candidates ?? []).map(certificateOf);
  const question: TrustQuestion = {
    target: certificateOf(target),
    candidates,
    at: circumstances.when ?? at,
  };
  const data = { lists: circumstances.lists ?? lists, ocsp: [] };
  const result = validateCertificate(question, circumstances.rules ?? rules, data);
  return result.ok ? result.value.policy : result.failure.code;
}

/** Like a card's certificate, but with any issuer name and signed by any key. */
function forged(edit: Partial<Parameters<typeof buildCertificate>[0]> = {}): Uint8Array {
  const { moicaG2 } = pki.authorities;
  return buildCertificate({
    signer: moicaG2.key,
    issuer: moicaG2.name,
    subject: distinguishedName(country('TW'), commonName('王小明')),
    publicKey: pki.commission.key.publicKey,
    serialNumber: Uint8Array.of(7),
    notBefore: yearsAfter(at, -1),
    notAfter: yearsAfter(at, 1),
    extensions: [keyUsage('digitalSignature'), certificatePolicies([Oid.moicaAssuranceLevel3])],
    ...edit,
  });
}

const without =
  (type: string) =>
  (extensions: readonly ExtensionShape[]): readonly ExtensionShape[] =>
    extensions.filter((extension) => extension.type !== type);
const withPurpose =
  (purpose: string) =>
  (extensions: readonly ExtensionShape[]): readonly ExtensionShape[] => [
    ...extensions,
    {
      type: Oid.extKeyUsage,
      critical: false,
      value: der.sequence(der.oid(purpose)),
    },
  ];
const expired = { notBefore: yearsAfter(at, -6), notAfter: yearsAfter(at, -1) };
const notYet = { notBefore: yearsAfter(at, 1) };
const organisation = { subjectType: '2.16.886.1.100.3.2.1' };
const encryption = { signingKeyUsage: ['keyEncipherment'] as const };

describe('validateCertificate', () => {
  it.each<[string, CardShape]>([
    ['an ordinary card', {}],
    ['a card of the next generation', { issuer: 'moicaG3' }],
    ['P-256', { keyKind: 'p256' }],
    ['P-384', { keyKind: 'p384' }],
    ['a purpose of e-mail', { editExtensions: withPurpose('1.3.6.1.5.5.7.3.4') }],
    ['keyUsage with more bits', { signingKeyUsage: ['digitalSignature', 'nonRepudiation'] }],
  ])('accepts %s', (_case, shape) => {
    expect(verdict(card(shape))).toBe('natural-person');
  });

  it.each<[string, CardShape, string]>([
    ['an impostor of the same name', { issuer: 'impostor' }, 'certificate-untrusted'],
    ['a health-insurance card', { issuer: 'healthInsurance' }, 'certificate-health-insurance'],
    ['expired', expired, 'certificate-expired'],
    ['not yet valid', notYet, 'certificate-not-yet-valid'],
    ["an organisation's", organisation, 'certificate-wrong-type'],
    ['no subject type', { subjectType: undefined }, 'certificate-wrong-type'],
    ['no last four digits', { lastFourDigits: undefined }, 'certificate-wrong-type'],
    ['letters for digits', { lastFourDigits: '12a4' }, 'certificate-wrong-type'],
    ['no holder serial number', { holderSerialNumber: '' }, 'certificate-wrong-type'],
    ['another assurance level', { policies: ['2.16.886.101.0.3.1'] }, 'certificate-wrong-type'],
    ['no policy', { editExtensions: without(Oid.certificatePolicies) }, 'certificate-wrong-type'],
    ['another authority of the government', { issuer: 'office' }, 'certificate-wrong-type'],
    ['RSA of 1,024 bits', { keyKind: 'rsa-1024' }, 'certificate-weak-algorithm'],
    ['the encryption certificate', encryption, 'certificate-wrong-key-usage'],
    ['no key usage', { editExtensions: without(Oid.keyUsage) }, 'certificate-wrong-key-usage'],
    [
      'a purpose of time stamps',
      { editExtensions: withPurpose('1.3.6.1.5.5.7.3.8') },
      'certificate-wrong-key-usage',
    ],
  ])('refuses %s', (_case, shape, code) => {
    expect(verdict(card(shape))).toBe(code);
  });

  it.each<[string, CardShape, string]>([
    ['expired, of an impostor', { ...expired, issuer: 'impostor' }, 'certificate-untrusted'],
    ['not yet valid, of an impostor', { ...notYet, issuer: 'impostor' }, 'certificate-untrusted'],
    ['an organisation of an impostor', { ...organisation, issuer: 'impostor' }, 'certificate-untrusted'],
    ['expired, of an organisation', { ...expired, ...organisation }, 'certificate-expired'],
    ['expired, for encryption', { ...expired, ...encryption }, 'certificate-expired'],
    ['an organisation, for encryption', { ...organisation, ...encryption }, 'certificate-wrong-type'],
    ['weak, for encryption', { ...encryption, keyKind: 'rsa-1024' }, 'certificate-weak-algorithm'],
  ])('returns the first of two faults: %s', (_case, shape, code) => {
    expect(verdict(card(shape))).toBe(code);
  });

  it('refuses a certificate policy that is not valid for the whole path', () => {
    const { moicaG2, grca } = pki.authorities;
    const mute = buildCertificate({
      signer: grca.key,
      issuer: grca.name,
      subject: moicaG2.name,
      publicKey: moicaG2.key.publicKey,
      serialNumber: Uint8Array.of(9),
      notBefore: yearsAfter(at, -2),
      notAfter: yearsAfter(at, 2),
      extensions: [
        {
          type: Oid.basicConstraints,
          critical: true,
          value: der.sequence(der.boolean(true)),
        },
        keyUsage('keyCertSign', 'cRLSign'),
      ],
    });
    const set = rules.anchorSets[0]!;
    const silent = {
      ...rules,
      anchorSets: [{ ...set, intermediates: [certificateOf(mute)] }],
    };
    expect(verdict(card(), { rules: silent })).toBe('certificate-wrong-type');
  });

  it('refuses a health-insurance card by its name, without a path', () => {
    const issuer = distinguishedName(country('TW'), organization('衛生福利部中央健康保險署'));
    const target = forged({ issuer, signer: pki.authorities.impostor.key });
    expect(verdict(target)).toBe('certificate-health-insurance');
    const byPolicy = {
      ...rules,
      refusals: [
        {
          ...rules.refusals[0]!,
          certificatePolicies: [Oid.moicaAssuranceLevel3],
        },
      ],
    };
    expect(verdict(forged(), { rules: byPolicy })).toBe('certificate-health-insurance');
  });

  it('refuses SHA-1, even by a trusted authority', () => {
    expect(verdict(forged({ algorithm: 'rsa-sha1' }))).toBe('certificate-weak-algorithm');
  });

  describe('with other policies', () => {
    it('accepts nothing while every policy is off', () => {
      const off = { ...rules, policies: [{ ...naturalPerson, accepted: [] }] };
      expect(verdict(card(), { rules: off })).toBe('certificate-wrong-type');
    });

    it('uses the policy in force at the time asked about, not now', () => {
      const until = at.getTime();
      const policies = [{ ...naturalPerson, accepted: [{ from: -Infinity, until }] }];
      expect(verdict(card(), { rules: { ...rules, policies } })).toBe('certificate-wrong-type');
      const earlier = {
        rules: { ...rules, policies },
        when: new Date(until - 1),
      };
      expect(verdict(card(), earlier)).toBe('revocation-unavailable');
    });

    it.each<[string, object, string]>([
      ['the one that issued it', { issuerKeyIdentifiers: ['G2'] }, 'natural-person'],
      ['another generation', { issuerKeyIdentifiers: ['G3'] }, 'certificate-wrong-type'],
      ['another name', { issuerName: [{ type: Oid.countryName, value: 'JP' }] }, 'certificate-wrong-type'],
    ])('can require an authority: %s', (_case, edit, expected) => {
      const { moicaG2, moicaG3 } = pki.authorities;
      const hex = JSON.stringify(edit)
        .replace('G2', Buffer.from(moicaG2.key.keyIdentifier).toString('hex'))
        .replace('G3', Buffer.from(moicaG3.key.keyIdentifier).toString('hex'));
      const kind = { ...naturalPerson.kind, ...(JSON.parse(hex) as object) };
      expect(
        verdict(card(), {
          rules: { ...rules, policies: [{ ...naturalPerson, kind }] },
        }),
      ).toBe(expected);
    });

    it('trusts nothing outside the anchor sets in force', () => {
      expect(verdict(card(), { when: new Date('2019-12-31T00:00:00Z') })).toBe('certificate-untrusted');
    });

    it('finds intermediates among the certificates that came with it', () => {
      const set = rules.anchorSets[0]!;
      const bare = { ...rules, anchorSets: [{ ...set, intermediates: [] }] };
      expect(verdict(card(), { rules: bare })).toBe('certificate-untrusted');
      expect(verdict(card(), { rules: bare, candidates: pki.intermediates })).toBe('natural-person');
    });
  });

  describe('by the status of the certificate', () => {
    const revokedCard = (): Uint8Array => card({ edition: 1 });
    let after: readonly RevocationList[];
    beforeAll(async () => {
      pki.revoke(revokedCard(), new Date(at.getTime() - 1000));
      after = await readLists();
    });

    it.each<[string, CardShape, string]>([['revoked', {}, 'certificate-revoked']])(
      'refuses %s',
      (_case, _shape, code) => {
        expect(verdict(revokedCard(), { lists: after })).toBe(code);
        expect(verdict(revokedCard())).toBe('natural-person');
      },
    );

    it('returns wrong key usage before revoked', () => {
      const shape: CardShape = { edition: 2, ...encryption };
      pki.revoke(card(shape), new Date(at.getTime() - 1000));
      expect(verdict(card(shape), { lists: after })).toBe('certificate-wrong-key-usage');
    });

    it.each<[string, (list: RevocationList, i: number) => boolean]>([
      ['no list at all', () => false],
      ["no list of the card's authority, but one of the next generation", (_list, i) => i !== 2],
      ["no list of the root's", (_list, i) => i !== 0],
    ])('does not decide with %s', (_case, keep) => {
      expect(verdict(card(), { lists: lists.filter(keep) })).toBe('revocation-unavailable');
    });

    it.each<[string, number, string]>([
      ['before the list', -1, 'revocation-unavailable'],
      ['at the list', 0, 'natural-person'],
      ['just before its end', 86_400_000 - 1, 'natural-person'],
      ['at its end', 86_400_000, 'revocation-unavailable'],
    ])('uses lists that are current at the time asked about: %s', (_case, offset, expected) => {
      expect(verdict(card(), { when: new Date(at.getTime() + offset) })).toBe(expected);
    });

    it('refuses a card of a revoked authority, and needs no lists of other authorities', async () => {
      const { moicaG3 } = pki.authorities;
      const before = card({ issuer: 'moicaG3' });
      expect(verdict(before)).toBe('natural-person');
      pki.revoke(moicaG3.certificate, new Date(at.getTime() - 1000));
      const now = await readLists();
      expect(verdict(before, { lists: now })).toBe('certificate-revoked');
      expect(verdict(card(), { lists: now })).toBe('natural-person');
    });
  });

  it('returns the holder, the path, and the data relied on', () => {
    const result = validateCertificate({ target: certificateOf(card()), candidates: [], at }, rules, {
      lists,
      ocsp: [],
    });
    if (!result.ok) throw new Error(result.failure.code);
    const { path, references, holder: found } = result.value;
    expect(path.map(({ der: bytes }) => Buffer.from(bytes).toString('hex').slice(-8))).toEqual(
      [card(), pki.authorities.moicaG2.certificate].map((bytes) =>
        Buffer.from(bytes).toString('hex').slice(-8),
      ),
    );
    expect(references.map(({ sha256 }) => Buffer.from(sha256).toString('hex')).sort()).toEqual(
      [lists[0]!, lists[2]!].map(({ sha256 }) => Buffer.from(sha256).toString('hex')).sort(),
    );
    expect(found).toMatchObject({
      identifier: holder.holderSerialNumber,
      nationalIdPart: { from: 7, text: holder.nationalId.slice(-4) },
    });
  });

  it('gives holders of all generations the same issuer name, in a form that never changes', () => {
    const organizationOf = (issuer: 'moicaG2' | 'moicaG3'): string => {
      const target = certificateOf(pki.issueCard(holder, { issuer }).signingCertificate);
      const result = validateCertificate({ target, candidates: [], at }, rules, {
        lists,
        ocsp: [],
      });
      return result.ok ? Buffer.from(result.value.holder.issuerName).toString() : result.failure.code;
    };
    expect(organizationOf('moicaG2')).toBe(organizationOf('moicaG3'));
    // Holder tags are computed from these bytes. If they change, a collecting case accepts people twice.
    expect(organizationOf('moicaG2')).toBe(
      '2.5.4.6=tw\u00022.5.4.10=行政院\u00022.5.4.11=內政部憑證管理中心',
    );
  });
});
