import { describe, expect, it } from '@jest/globals';
import { Oid } from '../../../src/core/x509/index.js';
import { type Attempt, type CardShape, planAttempts } from '../../../src/devkit/index.js';
import { certificatePolicyDigest, naturalPerson, standingRefusals } from '../../../src/trust/index.js';
import { certificateHolder, moicaIdentification } from '../../../src/trust/holder-identification.js';
import { demoPki, holder } from '../../support/demo-pki.js';
import { type IntakeScene, intakeScene } from '../../support/cosigning/intake-scene.js';
import { certificateOf, demoTrust } from '../../support/trust/trust-dependencies.js';

// `trust.json` alone describes a kind of certificate that no line of the code knows.

const policyNumber = '2.16.886.101.0.3.2';
/** A certificate of a bank's authority: the whole number is in the common name, and no attribute of MOICA's is there. */
const financialCard: CardShape = {
  issuer: 'office',
  policies: [policyNumber],
  lastFourDigits: undefined,
  subjectType: undefined,
};
const wholeNumber = { in: 'subject', attribute: Oid.commonName, from: 1, to: 10 } as const;
const financial = {
  name: 'financial',
  kind: {
    certificatePolicies: [policyNumber],
    issuerName: [{ type: '2.5.4.11', value: '政府憑證管理中心' }],
  },
  holder: {
    subjectAttribute: Oid.serialNumberAttribute,
    issuerPart: [Oid.countryName, Oid.organizationName],
    nationalId: wholeNumber as object | 'none',
  },
  keyUsage: ['digitalSignature'],
  accepted: [{}] as object[],
};
const moica = {
  name: 'natural-person',
  kind: { certificatePolicies: [Oid.moicaAssuranceLevel3], subjectTypes: [Oid.moicaNaturalPerson] },
  keyUsage: ['digitalSignature'],
  accepted: [{}],
};

const [ordinary] = planAttempts({ seed: 'financial', citizens: 1 }) as [Attempt];
/** The attempt of a holder of such a certificate, who types this number. */
const withFinancial = (named: string, typed = ordinary.nationalId): Attempt => ({
  ...ordinary,
  person: { ...ordinary.person, name: named },
  nationalId: typed,
  card: { shape: financialCard, validity: 'current' },
});

const scenes = new Map<string, Promise<IntakeScene>>();

async function outcome(attempt: Attempt, policies: readonly object[]): Promise<string> {
  const label = JSON.stringify(policies);
  const setting = scenes.get(label) ?? intakeScene([], 'number-to-lead', policies);
  scenes.set(label, setting);
  const scene = await setting;
  const taken = await scene.intake.take(scene.round, await scene.request(attempt));
  return taken.ok ? taken.value.outcome : taken.failure.code;
}

const another = 'A123456789';

describe('a financial certificate, described by data alone', () => {
  const own = ordinary.nationalId;
  it.each<[string, Attempt, readonly object[], string]>([
    ['is taken once its policy is on', withFinancial(own), [moica, financial], 'recorded'],
    [
      'is refused while its policy is off',
      withFinancial(own),
      [moica, { ...financial, accepted: [] }],
      'certificate-wrong-type',
    ],
    ['is refused without a policy', withFinancial(own), [moica], 'certificate-wrong-type'],
    [
      'bears another number',
      withFinancial(own, another),
      [moica, financial],
      'national-id-not-the-certificates',
    ],
    [
      'bears no number where one must be',
      withFinancial('王小明'),
      [moica, financial],
      'certificate-wrong-type',
    ],
    ['bears more than a number', withFinancial(`${own}-01`), [moica, financial], 'certificate-wrong-type'],
    [
      'bears nothing, as its policy says',
      withFinancial('王小明', another),
      [moica, { ...financial, holder: { ...financial.holder, nationalId: 'none' } }],
      'recorded',
    ],
    ['leaves MOICA’s cards as they were', ordinary, [moica, financial], 'recorded'],
    [
      'leaves MOICA’s cards to their four digits',
      { ...ordinary, nationalId: another },
      [moica, financial],
      'national-id-not-the-certificates',
    ],
  ])('%s', async (_what, attempt, policies, expected) => {
    expect(await outcome(attempt, policies)).toBe(expected);
  });
});

describe('certificateHolder', () => {
  const pki = demoPki();
  const of = (shape: CardShape, identification: Parameters<typeof certificateHolder>[1]) =>
    certificateHolder(certificateOf(pki.issueCard(holder, shape).signingCertificate), identification);
  const byOrganization = { ...moicaIdentification, issuerPart: [Oid.organizationName, Oid.countryName] };

  it('knows a holder by the named part of the issuer, in the named order', () => {
    const found = of({}, byOrganization);
    expect(Buffer.from(found?.issuerName ?? []).toString()).toBe('2.5.4.10=行政院\u00022.5.4.6=tw');
    expect(found?.identifier).toBe(holder.holderSerialNumber);
  });

  it.each([
    ['a part that the issuer has not', {}, { ...moicaIdentification, issuerPart: [Oid.commonName] }],
    ['an attribute that the subject has not', {}, { ...moicaIdentification, subjectAttribute: '2.5.4.12' }],
    ['an identifier that is a number', { holderSerialNumber: 'A123456789' }, moicaIdentification],
    ['an identifier with a number in it', { holderSerialNumber: '00a12345678901' }, moicaIdentification],
    ['an identifier with a number in groups', { holderSerialNumber: 'A12-345-6789' }, moicaIdentification],
    ['an identifier with a resident’s number', { holderSerialNumber: 'x-A800000014' }, moicaIdentification],
  ])('finds none by %s', (_what, shape, identification) => {
    expect(of(shape, identification)).toBeUndefined();
  });
});

describe('certificatePolicyDigest', () => {
  const hex = (rules: Parameters<typeof certificatePolicyDigest>[0]): string =>
    Buffer.from(certificatePolicyDigest(rules)).toString('hex');
  const usual = demoTrust(demoPki());

  it('is what rounds were bound to before policies said how a holder is identified', () => {
    expect(hex(usual)).toBe('c59de420d5bf82f9d3ec1e2d3f31c0a3e3bebaecab0f9155e80e3624e34451b1');
  });

  const held = (edit: object) => ({ ...naturalPerson, holder: { ...moicaIdentification, ...edit } });
  it.each([
    ['another attribute of the subject', { policies: [held({ subjectAttribute: '2.5.4.3' })] }],
    ['another part of the issuer', { policies: [held({ issuerPart: [Oid.organizationName] })] }],
    ['no characters of the number', { policies: [held({ nationalId: undefined })] }],
    ['others of its characters', { policies: [held({ nationalId: { ...wholeNumber } })] }],
    [
      'one more kind that is refused',
      {
        refusals: [
          ...standingRefusals,
          { name: 'health-insurance', issuerNameContains: [], certificatePolicies: ['1.2.3'] },
        ],
      },
    ],
  ] as const)('changes with %s', (_what, edit) => {
    const base = { policies: [naturalPerson], refusals: standingRefusals };
    expect(hex({ ...base, ...edit })).not.toBe(hex(base));
  });
});
