import { describe, expect, it } from '@jest/globals';
import { MobileCoSigning } from '../../../src/cosigning/mobile-co-signing.js';
import type { CoSigningChallenges } from '../../../src/cosigning/intake.js';
import type { CaseNumber } from '../../../src/core/identifiers.js';
import { Oid } from '../../../src/core/x509/index.js';
import { type Attempt, ManualClock, planAttempts } from '../../../src/devkit/index.js';
import {
  certificatePolicyDigest,
  defaultPolicies,
  naturalPerson,
  type SigningMethod,
} from '../../../src/trust/index.js';
import { begins, demoPki } from '../../support/demo-pki.js';
import { intakeScene } from '../../support/cosigning/intake-scene.js';
import { demoTrust } from '../../support/trust/trust-dependencies.js';

const moica = {
  name: 'natural-person',
  kind: { certificatePolicies: [Oid.moicaAssuranceLevel3], subjectTypes: [Oid.moicaNaturalPerson] },
  keyUsage: ['digitalSignature'],
  accepted: [{}],
};
const [ordinary] = planAttempts({ seed: 'signing methods', citizens: 1 }) as [Attempt];

describe('the ways of signing that a policy admits', () => {
  it.each<[string, object, SigningMethod, string]>([
    ['the card where it says nothing', {}, 'card', 'recorded'],
    ['not the phone where it says nothing', {}, 'mobile', 'signing-method-not-admitted'],
    ['the phone once it is named', { signingMethods: ['card', 'mobile'] }, 'mobile', 'recorded'],
    [
      'not the card where the phone alone is named',
      { signingMethods: ['mobile'] },
      'card',
      'signing-method-not-admitted',
    ],
  ])('are %s', async (_what, edit, method, expected) => {
    const scene = await intakeScene([], 'number-to-lead', [{ ...moica, ...edit }]);
    const taken = await scene.intake.take(scene.round, { ...(await scene.request(ordinary)), method });
    expect(taken.ok ? taken.value.outcome : taken.failure.code).toBe(expected);
    expect(scene.records.entries.size).toBe(expected === 'recorded' ? 1 : 0);
  });

  it('are in the digest that rounds are bound to, unless it is the card alone', () => {
    const digest = (signingMethods: readonly SigningMethod[] | undefined): string => {
      const stated = signingMethods === undefined ? {} : { signingMethods };
      const trust = demoTrust(demoPki(), (json) =>
        Object.assign(json, { policies: [{ ...moica, ...stated }] }),
      );
      return Buffer.from(certificatePolicyDigest(trust)).toString('hex');
    };
    expect(digest(['card'])).toBe(digest(undefined));
    expect(digest(['mobile', 'card'])).toBe(digest(['card', 'mobile']));
    expect(
      new Set([undefined, ['mobile'], ['card', 'mobile']].map((each) => digest(each as SigningMethod[])))
        .size,
    ).toBe(3);
  });
});

describe('co-signing by mobile certificate', () => {
  const never = (): never => {
    throw new Error('asked');
  };
  const service = { push: never, result: never };
  const mobile = { ...naturalPerson, signingMethods: ['card', 'mobile'] as const };
  it.each([
    ['as the commission has it today', defaultPolicies, service],
    ['where the policy that admits it is off', [{ ...mobile, accepted: [] }], service],
    ['where there is no service', [mobile], undefined],
  ])('is off %s, and nobody is asked anything', async (_what, policies, connected) => {
    const coSigning = new MobileCoSigning({
      clock: new ManualClock(begins),
      rules: { policies },
      service: connected,
      challenges: { verify: never } as unknown as CoSigningChallenges,
      coSigning: { servedRound: never, coSign: never },
      secret: Buffer.alloc(32),
    });
    const number = '9001' as CaseNumber;
    const off = { ok: false, failure: { code: 'signing-method-not-admitted' } };
    expect(await coSigning.push(number, { nationalId: 'A123456789', challenge: '' })).toMatchObject(off);
    expect(await coSigning.coSign(number, { nationalId: 'A123456789', ticket: '' })).toMatchObject(off);
  });
});
