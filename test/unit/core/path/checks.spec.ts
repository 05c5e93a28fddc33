import { describe, expect, it } from '@jest/globals';
import { der } from '../../../../src/core/der/index.js';
import type { PathErrorCode } from '../../../../src/core/path/index.js';
import { nameAttribute, Oid } from '../../../../src/core/x509/index.js';
import {
  basicConstraints,
  certificatePolicies,
  extension,
  inhibitAnyPolicy,
  keyUsage,
  nameConstraints,
  policyConstraints,
  policyMappings,
  subjectAltName,
  valueOf,
} from '../../../../src/devkit/index.js';
import {
  type ChainDraft,
  draftTime,
  type LinkDraft,
  policyA,
  policyB,
  testName,
} from '../../../support/path/chain-draft.js';
import { fixedChain, validateDraft } from '../../../support/path/fixed-chain.js';
import { drop, set } from '../../../support/path/mutations/mutation.js';

type Links = readonly [root: LinkDraft, one: LinkDraft, two: LinkDraft, target: LinkDraft];
type Edit = (draft: ChainDraft, links: Links) => unknown;

const dayBefore = new Date(draftTime.getTime() - 86_400_000);
const dayAfter = new Date(draftTime.getTime() + 86_400_000);

const cpsPointer = der.sequence(der.oid(Oid.cpsPointer), der.ia5String('https://a.tw/cps'));
const userNotice = der.sequence(der.oid(Oid.userNotice), der.sequence(der.utf8String('通知')));
const unknownQualifier = der.sequence(der.oid('1.2.3.4'), der.nullValue());

describe('validatePath', () => {
  it('returns the path, its policies and the working key', () => {
    const draft = fixedChain();
    const { certificates, anchor, policies, workingPublicKey } = valueOf(validateDraft(draft));
    expect(certificates.map(({ subject }) => nameAttribute(subject, Oid.commonName))).toEqual([
      'Target',
      'Two',
      'One',
    ]);
    expect(nameAttribute(anchor.name, Oid.commonName)).toBe('Root');
    expect(policies).toEqual([policyA]);
    expect(Buffer.from(workingPublicKey)).toEqual(Buffer.from(draft.links[3]!.key.publicKey));
  });

  it.each<[string, Edit]>([
    [
      'a self-issued authority under path length 0',
      (_draft, [, one, two]) => {
        set(one, basicConstraints(true, 0));
        two.name = one.name;
      },
    ],
    ['a path length that is long enough', (_draft, [, one]) => set(one, basicConstraints(true, 1))],
    [
      'a serial number of 20 octets and a leading zero',
      (_draft, [, one]) => (one.shape.serialNumber = Uint8Array.of(0, ...new Uint8Array(20).fill(0xff))),
    ],
    ['no key usage', (_draft, [, one]) => drop(one, Oid.keyUsage)],
    [
      'an alternative name for a subject',
      (_draft, [, , , target]) => {
        target.name = der.sequence();
        set(target, subjectAltName([{ dns: 'a.tw' }], true));
      },
    ],
    [
      'an alternative name for a subject without key usage',
      (_draft, [, , , target]) => {
        target.name = der.sequence();
        set(target, subjectAltName([{ dns: 'a.tw' }], true));
        drop(target, Oid.keyUsage);
      },
    ],
    [
      'critical policies with both qualifiers of §4.2.1.4',
      (_draft, [, , , target]) => set(target, certificatePolicies([[policyA, cpsPointer, userNotice]], true)),
    ],
    [
      'policies with an unknown qualifier that are not critical',
      (_draft, [, , , target]) => set(target, certificatePolicies([[policyA, unknownQualifier]])),
    ],
    [
      "an anchor's own policy",
      (draft, [root]) => {
        set(root, certificatePolicies([policyA, '1.3.5.7'], true));
        draft.requireExplicitPolicy = true;
        draft.policies = [policyA];
      },
    ],
    [
      'anyPolicy of an anchor',
      (draft, [root]) => {
        set(root, certificatePolicies([Oid.anyPolicy]));
        draft.inhibitAnyPolicy = true;
        draft.requireExplicitPolicy = true;
      },
    ],
    [
      'a policy that an anchor maps',
      (draft, [root, ...below]) => {
        set(root, certificatePolicies([policyB]), policyMappings([[policyB, policyA]]));
        for (const link of below) set(link, certificatePolicies([policyA]));
        draft.requireExplicitPolicy = true;
        draft.policies = [policyB];
      },
    ],
    [
      'a policy that an anchor maps and does not have',
      (draft, [root]) => {
        set(root, policyMappings([[policyB, policyA]]));
        draft.requireExplicitPolicy = true;
        draft.policies = [policyB];
      },
    ],
    [
      'an anchor that requires a policy, and a path that has it',
      (_draft, [root]) => set(root, policyConstraints({ requireExplicitPolicy: 0 })),
    ],
    [
      'a self-issued authority outside the name constraints',
      (_draft, [, one, two]) => {
        set(one, nameConstraints({ permitted: [{ dns: 'a.tw' }] }));
        two.name = one.name;
        set(two, subjectAltName([{ dns: 'b.tw' }]));
      },
    ],
    [
      'a policy below anyPolicy',
      (draft, [, one]) => {
        set(one, certificatePolicies([Oid.anyPolicy]));
        draft.requireExplicitPolicy = true;
        draft.policies = [policyA];
      },
    ],
    [
      'anyPolicy for one asked for',
      (draft, [, one, two, target]) => {
        for (const link of [one, two, target]) set(link, certificatePolicies([Oid.anyPolicy]));
        draft.requireExplicitPolicy = true;
        draft.policies = [policyB];
      },
    ],
    [
      'anyPolicy in a self-issued certificate, inhibited',
      (draft, [root, one]) => {
        set(one, certificatePolicies([Oid.anyPolicy]));
        one.name = root.name;
        draft.inhibitAnyPolicy = true;
        draft.requireExplicitPolicy = true;
      },
    ],
    [
      'a policy mapped',
      (draft, [, one, two, target]) => {
        set(
          one,
          policyMappings([
            [policyA, policyB],
            [policyA, '1.3.5.7'],
          ]),
        );
        set(two, certificatePolicies([policyB, '1.3.5.7']));
        set(target, certificatePolicies([policyB]));
        draft.requireExplicitPolicy = true;
        draft.policies = [policyA];
      },
    ],
    [
      'a policy mapped below anyPolicy',
      (draft, [, one, two, target]) => {
        set(one, certificatePolicies([Oid.anyPolicy]), policyMappings([[policyA, policyB]]));
        for (const link of [two, target]) set(link, certificatePolicies([policyB]));
        draft.requireExplicitPolicy = true;
        draft.policies = [policyA];
      },
    ],
    [
      'a mapping of a policy that no certificate has',
      (_draft, [, one]) => set(one, policyMappings([['1.3.5.7', policyB]])),
    ],
    [
      'no policy, none required',
      (_draft, links) => {
        for (const link of links.slice(1)) drop(link, Oid.certificatePolicies);
      },
    ],
    [
      'a policy required only further down',
      (_draft, [, one, , target]) => {
        set(one, policyConstraints({ requireExplicitPolicy: 3 }));
        drop(target, Oid.certificatePolicies);
      },
    ],
    [
      'an anchor of version 1',
      (_draft, [root]) => {
        root.shape.version = 1;
        root.extensions = [];
      },
    ],
  ])('accepts %s', (_what, edit) => {
    const draft = fixedChain();
    edit(draft, draft.links as readonly LinkDraft[] as Links);
    expect(validateDraft(draft)).toMatchObject({ ok: true });
  });

  const unknown = extension('1.2.3.4', der.nullValue(), true);
  const everyLink = ([, one, two, target]: Links, ...policies: readonly string[]): void => {
    for (const link of [one, two, target]) set(link, certificatePolicies(policies));
  };

  it.each<[string, Edit, PathErrorCode, string | undefined]>([
    [
      'an expired target',
      (_d, [, , , target]) => (target.shape.notAfter = dayBefore),
      'certificate-expired',
      'Target',
    ],
    ['an expired authority', (_d, [, one]) => (one.shape.notAfter = dayBefore), 'certificate-expired', 'One'],
    [
      'a target that is valid from tomorrow',
      (_d, [, , , target]) => (target.shape.notBefore = dayAfter),
      'certificate-not-yet-valid',
      'Target',
    ],
    [
      'an anchor that expired yesterday',
      (_d, [root]) => (root.shape.notAfter = dayBefore),
      'anchor-not-valid-then',
      'Root',
    ],
    [
      'an anchor that is valid from tomorrow',
      (_d, [root]) => (root.shape.notBefore = dayAfter),
      'anchor-not-valid-then',
      'Root',
    ],
    [
      'an anchor that is no authority',
      (_d, [root]) => set(root, basicConstraints(false)),
      'issuer-not-ca',
      'Root',
    ],
    [
      'an anchor that may not sign',
      (_d, [root]) => set(root, keyUsage('cRLSign')),
      'issuer-key-usage',
      'Root',
    ],
    [
      'an anchor with an unknown critical extension',
      (_d, [root]) => set(root, unknown),
      'critical-extension-unknown',
      'Root',
    ],
    [
      'a malformed extension in the anchor',
      (_d, [root]) => set(root, extension(Oid.keyUsage, der.nullValue())),
      'extension-malformed',
      'Root',
    ],
    [
      'a serial number of 21 octets',
      (_d, [, one]) => (one.shape.serialNumber = new Uint8Array(21).fill(1)),
      'serial-number-too-long',
      'One',
    ],
    [
      'two algorithms',
      (_d, [, one]) => (one.shape.outerAlgorithmIdentifier = der.sequence(der.oid(Oid.sha256WithRsa))),
      'signature-algorithm-mismatch',
      'One',
    ],
    [
      'an unknown critical extension',
      (_d, [, one]) => set(one, unknown),
      'critical-extension-unknown',
      'One',
    ],
    [
      'an unknown critical extension in the target',
      (_d, [, , , target]) => set(target, unknown),
      'critical-extension-unknown',
      'Target',
    ],
    [
      'a malformed extension',
      (_d, [, , two]) => set(two, extension(Oid.certificatePolicies, der.nullValue())),
      'extension-malformed',
      'Two',
    ],
    ['no basicConstraints', (_d, [, one]) => drop(one, Oid.basicConstraints), 'issuer-not-ca', 'One'],
    [
      'an authority of version 1',
      (_d, [, one]) => {
        one.shape.version = 1;
        one.extensions = [];
      },
      'issuer-not-ca',
      'One',
    ],
    [
      'a key that may not sign certificates',
      (_d, [, one]) => set(one, keyUsage('cRLSign')),
      'issuer-key-usage',
      'One',
    ],
    ['one authority too many', (_d, [, one]) => set(one, basicConstraints(true, 0)), 'path-too-long', 'Two'],
    [
      "an authority too many for the anchor's own limit",
      (_d, [root]) => set(root, basicConstraints(true, 1)),
      'path-too-long',
      'Two',
    ],
    [
      'no name at all',
      (_d, [, , , target]) => {
        target.name = der.sequence();
        drop(target, Oid.subjectAltName);
      },
      'name-missing',
      undefined,
    ],
    [
      'an alternative name for a subject, not critical (§4.1.2.6)',
      (_d, [, , , target]) => (target.name = der.sequence()),
      'name-missing',
      undefined,
    ],
    [
      'an alternative name for the subject of an authority (§4.1.2.6)',
      (_d, [, , , target]) => {
        target.name = der.sequence();
        set(target, subjectAltName([{ dns: 'a.tw' }], true), basicConstraints(true));
      },
      'name-missing',
      undefined,
    ],
    [
      'an alternative name for the subject of a CRL issuer (§4.1.2.6)',
      (_d, [, , , target]) => {
        target.name = der.sequence();
        set(target, subjectAltName([{ dns: 'a.tw' }], true), keyUsage('cRLSign'));
      },
      'name-missing',
      undefined,
    ],
    [
      'critical policies with an unknown qualifier (§4.2.1.4)',
      (_d, [, , two]) => set(two, certificatePolicies([[policyA, cpsPointer, unknownQualifier]], true)),
      'critical-extension-unknown',
      'Two',
    ],
    [
      'critical policies with an unknown qualifier, in an anchor',
      (_d, [root]) => set(root, certificatePolicies([[policyA, unknownQualifier]], true)),
      'critical-extension-unknown',
      'Root',
    ],
    [
      'a qualifier that can not be read',
      (_d, [, , two]) => set(two, certificatePolicies([[policyA, der.sequence(der.oid(Oid.cpsPointer))]])),
      'extension-malformed',
      'Two',
    ],
    [
      'cA FALSE written out (X.690 §11.5)',
      (_d, [, , , target]) =>
        set(target, extension(Oid.basicConstraints, der.sequence(der.boolean(false)), true)),
      'extension-malformed',
      'Target',
    ],
    [
      "a policy that is not among the anchor's (RFC 5937)",
      (d, [root]) => {
        set(root, certificatePolicies([policyB]));
        d.requireExplicitPolicy = true;
      },
      'policy-not-valid',
      'One',
    ],
    [
      'anyPolicy below an anchor with another policy than asked for',
      (d, links) => {
        set(links[0], certificatePolicies([policyB]));
        everyLink(links, Oid.anyPolicy);
        d.requireExplicitPolicy = true;
        d.policies = [policyA];
      },
      'policy-not-valid',
      'Target',
    ],
    [
      'a policy that the anchor maps away',
      (d, [root]) => {
        set(root, certificatePolicies([policyA]), policyMappings([[policyA, policyB]]));
        d.requireExplicitPolicy = true;
      },
      'policy-not-valid',
      'One',
    ],
    [
      'a policy that the anchor maps, where the user inhibits it',
      (d, [root]) => {
        set(root, certificatePolicies([policyB]), policyMappings([[policyB, policyA]]));
        d.inhibitPolicyMapping = true;
        d.requireExplicitPolicy = true;
      },
      'policy-not-valid',
      'One',
    ],
    [
      'an anchor that maps anyPolicy',
      (_d, [root]) => set(root, policyMappings([[Oid.anyPolicy, policyB]])),
      'policy-mapping-invalid',
      'Root',
    ],
    [
      'no policy, where the anchor requires one',
      (_d, [root, , , target]) => {
        set(root, policyConstraints({ requireExplicitPolicy: 0 }));
        drop(target, Oid.certificatePolicies);
      },
      'policy-not-valid',
      'Target',
    ],
    [
      'no policy, where the anchor requires one from the third certificate on',
      (_d, [root, , , target]) => {
        set(root, policyConstraints({ requireExplicitPolicy: 2 }));
        drop(target, Oid.certificatePolicies);
      },
      'policy-not-valid',
      'Target',
    ],
    [
      'a mapping that the anchor inhibits',
      (d, [root, one, two, target]) => {
        set(root, policyConstraints({ inhibitPolicyMapping: 0 }));
        set(one, policyMappings([[policyA, policyB]]));
        for (const link of [two, target]) set(link, certificatePolicies([policyB]));
        d.requireExplicitPolicy = true;
      },
      'policy-not-valid',
      'Two',
    ],
    [
      'anyPolicy that the anchor inhibits',
      (d, links) => {
        set(links[0], inhibitAnyPolicy(0));
        everyLink(links, Oid.anyPolicy);
        d.requireExplicitPolicy = true;
      },
      'policy-not-valid',
      'One',
    ],
    [
      'an issuer without a name',
      (_d, [, , two, target]) => {
        two.name = der.sequence();
        target.shape.issuer = der.sequence();
      },
      'name-missing',
      'Target',
    ],
    [
      'a name outside',
      (_d, [, one]) => set(one, nameConstraints({ permitted: [{ dns: 'b.tw' }] })),
      'name-not-permitted',
      'Target',
    ],
    [
      "a name outside the anchor's own constraints",
      (_d, [root]) => set(root, nameConstraints({ permitted: [{ dns: 'b.tw' }] })),
      'name-not-permitted',
      'Target',
    ],
    [
      'a name excluded',
      (_d, [, one]) => set(one, nameConstraints({ excluded: [{ directory: testName('Two') }] })),
      'name-excluded',
      'Two',
    ],
    [
      'a policy lost',
      (d, [, , two]) => {
        set(two, certificatePolicies([policyB]));
        d.requireExplicitPolicy = true;
      },
      'policy-not-valid',
      'Two',
    ],
    [
      'another policy than asked for',
      (d) => {
        d.requireExplicitPolicy = true;
        d.policies = [policyB];
      },
      'policy-not-valid',
      'Target',
    ],
    [
      'a policy required by the target',
      (_d, [, , , target]) => {
        drop(target, Oid.certificatePolicies);
        set(target, policyConstraints({ requireExplicitPolicy: 0 }));
      },
      'policy-not-valid',
      'Target',
    ],
    [
      'a policy required by an authority',
      (_d, [, one, , target]) => {
        set(one, policyConstraints({ requireExplicitPolicy: 1 }));
        drop(target, Oid.certificatePolicies);
      },
      'policy-not-valid',
      'Target',
    ],
    [
      'anyPolicy inhibited',
      (d, [, one, two]) => {
        set(one, inhibitAnyPolicy(0));
        set(two, certificatePolicies([Oid.anyPolicy]));
        d.requireExplicitPolicy = true;
      },
      'policy-not-valid',
      'Two',
    ],
    [
      'a mapping inhibited',
      (d, [, one, two, target]) => {
        set(one, policyMappings([[policyA, policyB]]));
        for (const link of [two, target]) set(link, certificatePolicies([policyB]));
        d.inhibitPolicyMapping = true;
        d.requireExplicitPolicy = true;
      },
      'policy-not-valid',
      'Two',
    ],
    [
      'a mapping inhibited by an authority',
      (d, [, one, two, target]) => {
        set(one, policyConstraints({ inhibitPolicyMapping: 0 }));
        set(two, policyMappings([[policyA, policyB]]));
        set(target, certificatePolicies([policyB]));
        d.requireExplicitPolicy = true;
      },
      'policy-not-valid',
      'Target',
    ],
    [
      'anyPolicy mapped',
      (_d, [, one]) => set(one, policyMappings([[Oid.anyPolicy, policyB]])),
      'policy-mapping-invalid',
      'One',
    ],
    [
      'a mapping to anyPolicy',
      (_d, [, one]) => set(one, policyMappings([[policyA, Oid.anyPolicy]])),
      'policy-mapping-invalid',
      'One',
    ],
  ])('refuses %s', (_what, edit, code, at) => {
    const draft = fixedChain();
    edit(draft, draft.links as readonly LinkDraft[] as Links);
    const result = validateDraft(draft);
    if (result.ok) throw new Error('accepted');
    expect(result.failure.code).toBe(code);
    expect(
      result.failure.certificate && nameAttribute(result.failure.certificate.subject, Oid.commonName),
    ).toBe(at);
  });
});
