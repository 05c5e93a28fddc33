import { der } from '../../../../src/core/der/index.js';
import { Oid } from '../../../../src/core/x509/index.js';
import {
  certificatePolicies,
  inhibitAnyPolicy,
  policyConstraints,
  policyMappings,
} from '../../../../src/devkit/index.js';
import { type ChainDraft, type LinkDraft, policyA, policyB } from '../chain-draft.js';
import { drop, issuerOf, m, type Mutation, type Place, raw, set } from './mutation.js';

const everywhere = (draft: ChainDraft, ...policies: readonly string[]): void => {
  for (const link of draft.links.slice(1)) set(link, certificatePolicies(policies));
};
const policy = (name: string, apply: Mutation['apply'], place: Place = 'issued'): Mutation =>
  m(place, `policies: ${name}`, apply);
const explicitly = (draft: ChainDraft, ...policies: readonly string[]): void => {
  draft.requireExplicitPolicy = true;
  draft.policies = [...policies];
};

/** Certificate policies, mappings and constraints. */
export const policies: readonly Mutation[] = [
  policy('required, none there', (link, draft) => {
    everywhere(draft, policyA);
    drop(link, Oid.certificatePolicies);
    explicitly(draft);
  }),
  policy('required and there', (_link, draft) => {
    everywhere(draft, policyA);
    explicitly(draft);
  }),
  policy('the one asked for', (_link, draft) => {
    everywhere(draft, policyA);
    explicitly(draft, policyA);
  }),
  policy('another than asked for', (_link, draft) => {
    everywhere(draft, policyA);
    explicitly(draft, policyB);
  }),
  policy('one of two', (link, draft) => {
    everywhere(draft, policyA, policyB);
    set(link, certificatePolicies([policyB]));
    explicitly(draft, policyA);
  }),
  policy('another in the middle', (link, draft) => {
    everywhere(draft, policyA);
    set(link, certificatePolicies([policyB]));
    explicitly(draft);
  }),
  policy('another than asked for, not required', (_link, draft) => {
    everywhere(draft, policyA);
    draft.policies = [policyB];
  }),
  policy('anyPolicy', (link, draft) => {
    everywhere(draft, policyA);
    set(link, certificatePolicies([Oid.anyPolicy]));
    explicitly(draft, policyA);
  }),
  policy('anyPolicy inhibited by the user', (link, draft) => {
    everywhere(draft, policyA);
    set(link, certificatePolicies([Oid.anyPolicy]));
    explicitly(draft, policyA);
    draft.inhibitAnyPolicy = true;
  }),
  policy('anyPolicy inhibited by an authority', (link, draft, _keys, index) => {
    everywhere(draft, policyA);
    set(link, certificatePolicies([Oid.anyPolicy]));
    set(issuerOf(draft, index), inhibitAnyPolicy(0));
    explicitly(draft, policyA);
  }),
  policy('anyPolicy inhibited further down', (link, draft, _keys, index) => {
    everywhere(draft, policyA);
    set(link, certificatePolicies([Oid.anyPolicy]));
    set(issuerOf(draft, index), inhibitAnyPolicy(1));
    explicitly(draft, policyA);
  }),
  policy('anyPolicy inhibited, self-issued', (link, draft, _keys, index) => {
    everywhere(draft, policyA);
    set(link, certificatePolicies([Oid.anyPolicy]));
    set(issuerOf(draft, index), inhibitAnyPolicy(0));
    link.name = issuerOf(draft, index).name;
    explicitly(draft, policyA);
  }),
  policy(
    'required by an authority',
    (link, draft) => {
      everywhere(draft, policyA);
      drop(draft.links[draft.links.length - 1]!, Oid.certificatePolicies);
      set(link, policyConstraints({ requireExplicitPolicy: 0 }));
    },
    'authority',
  ),
  policy(
    'required by an authority further down',
    (link, draft) => {
      everywhere(draft, policyA);
      drop(draft.links[draft.links.length - 1]!, Oid.certificatePolicies);
      set(link, policyConstraints({ requireExplicitPolicy: 1 }));
    },
    'authority',
  ),
  policy(
    'required by the target itself',
    (link, draft) => {
      everywhere(draft, policyA);
      drop(link, Oid.certificatePolicies);
      set(link, policyConstraints({ requireExplicitPolicy: 0 }));
    },
    'target',
  ),
  policy(
    'mapped',
    (link, draft, _keys, index) => mapped(link, draft, index, [[policyA, policyB]]),
    'authority',
  ),
  policy(
    'mapped, mapping inhibited by the user',
    (link, draft, _keys, index) => {
      mapped(link, draft, index, [[policyA, policyB]]);
      draft.inhibitPolicyMapping = true;
    },
    'authority',
  ),
  policy(
    'mapped, mapping inhibited by an authority',
    (link, draft, _keys, index) => {
      mapped(link, draft, index, [[policyA, policyB]]);
      set(issuerOf(draft, index), policyConstraints({ inhibitPolicyMapping: 0 }));
    },
    'authority',
  ),
  policy(
    'mapped to two',
    (link, draft, _keys, index) => {
      mapped(link, draft, index, [
        [policyA, '1.3.9.9'],
        [policyA, policyB],
      ]);
    },
    'authority',
  ),
  policy(
    'mapped away',
    (link, draft, _keys, index) => mapped(link, draft, index, [[policyA, '1.3.9.9']]),
    'authority',
  ),
  policy(
    'mapped out of anyPolicy',
    (link, draft, _keys, index) => {
      mapped(link, draft, index, [[policyA, policyB]]);
      set(link, certificatePolicies([Oid.anyPolicy]));
    },
    'authority',
  ),
  policy(
    'anyPolicy mapped',
    (link, draft, _keys, index) => mapped(link, draft, index, [[Oid.anyPolicy, policyB]]),
    'authority',
  ),
  policy(
    'mapped to anyPolicy',
    (link, draft, _keys, index) => mapped(link, draft, index, [[policyA, Oid.anyPolicy]]),
    'authority',
  ),
  policy(
    'mapped to anyPolicy, nothing required',
    (link) => set(link, policyMappings([[policyA, Oid.anyPolicy]])),
    'authority',
  ),
  policy('critical', (link, draft) => {
    everywhere(draft, policyA);
    set(link, certificatePolicies([policyA], true));
    explicitly(draft, policyA);
  }),
  policy('one twice', (link) => set(link, certificatePolicies([policyA, policyA]))),
  policy('with a qualifier', (link, draft) => {
    everywhere(draft, policyA);
    const qualifier = der.sequence(der.oid('1.3.6.1.5.5.7.2.1'), der.ia5String('https://example.tw/cps'));
    set(link, certificatePolicies([[policyA, qualifier]]));
    explicitly(draft, policyA);
  }),
  ...[true, false].flatMap((critical) => {
    const flag = critical ? 'critical' : 'not critical';
    const qualified = (link: LinkDraft, ...qualifier: readonly Uint8Array[]): void =>
      set(link, certificatePolicies([[policyA, der.sequence(...qualifier)]], critical));
    return [
      policy(`an unknown qualifier, ${flag}`, (link) => qualified(link, der.oid('1.2.3.4'), der.nullValue())),
      policy(`a user notice, ${flag}`, (link) =>
        qualified(link, der.oid(Oid.userNotice), der.sequence(der.utf8String('通知'))),
      ),
      policy(`a qualifier that is none, ${flag}`, (link) =>
        qualified(link, der.oid(Oid.cpsPointer), der.integer(1)),
      ),
    ];
  }),
  policy(
    "another than the root's",
    (link, draft) => {
      everywhere(draft, policyA);
      set(link, certificatePolicies([policyB]));
      explicitly(draft);
    },
    'root',
  ),
  policy(
    'required by the root',
    (link, draft) => {
      drop(draft.links[draft.links.length - 1]!, Oid.certificatePolicies);
      set(link, policyConstraints({ requireExplicitPolicy: 0 }));
    },
    'root',
  ),
  policy('an empty list', (link) => set(link, raw(Oid.certificatePolicies, '3000'))),
  policy('no list', (link) => set(link, raw(Oid.certificatePolicies, '0500'))),
  policy('empty constraints', (link) => set(link, raw(Oid.policyConstraints, '3000', true)), 'authority'),
  policy(
    'a negative number to skip',
    (link) => set(link, raw(Oid.inhibitAnyPolicy, '0201ff', true)),
    'authority',
  ),
];

function mapped(
  link: LinkDraft,
  draft: ChainDraft,
  index: number,
  pairs: Parameters<typeof policyMappings>[0],
): void {
  everywhere(draft, policyA);
  for (const below of draft.links.slice(index + 1)) set(below, certificatePolicies([policyB]));
  set(link, policyMappings(pairs));
  explicitly(draft, policyA);
}
