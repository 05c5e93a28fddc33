import { describe, expect, it } from '@jest/globals';
import { der, Tag } from '../../../../src/core/der/index.js';
import { defaultWorkLimits, WorkBudget } from '../../../../src/core/path/index.js';
import { constrainedNames, NameConstraintState } from '../../../../src/core/path/name-constraints.js';
import type { ConstrainedName } from '../../../../src/core/path/subtree.js';
import { type GeneralName, type NameConstraints, Oid } from '../../../../src/core/x509/index.js';
import { buildCertificate, distinguishedName } from '../../../../src/devkit/index.js';
import { parsed, testKey } from '../../../support/path/chain-draft.js';

const dns = (text: string): GeneralName => ({ form: 'dns', text });
const bases = (...names: readonly GeneralName[]): NameConstraints['permitted'] =>
  names.map((base) => ({ base, bounded: false }));
const other: GeneralName = { form: 'other', der: new Uint8Array() };

function refusal(
  names: readonly GeneralName[],
  ...met: readonly Partial<NameConstraints>[]
): string | undefined {
  const state = new NameConstraintState(new WorkBudget());
  for (const constraints of met) state.add({ permitted: [], excluded: [], ...constraints });
  return state.refusalOf(names);
}

describe('NameConstraintState', () => {
  it.each<[string, readonly GeneralName[], readonly Partial<NameConstraints>[], string | undefined]>([
    ['no constraint', [dns('a')], [], undefined],
    ['one of two permitted', [dns('b')], [{ permitted: bases(dns('a'), dns('b')) }], undefined],
    [
      'permitted by one certificate and not by another',
      [dns('b')],
      [{ permitted: bases(dns('a'), dns('b')) }, { permitted: bases(dns('a')) }],
      'name-not-permitted',
    ],
    [
      'permitted and excluded',
      [dns('b.a')],
      [{ permitted: bases(dns('a')) }, { excluded: bases(dns('b.a')) }],
      'name-excluded',
    ],
    ['another excluded', [dns('b')], [{ excluded: bases(dns('a')) }], undefined],
    ['a form nobody constrains', [dns('b')], [{ permitted: bases({ form: 'email', text: 'a' }) }], undefined],
    [
      'a permitted form nobody can tell',
      [other],
      [{ permitted: bases(other) }],
      'name-constraint-unsupported',
    ],
    [
      'an excluded form nobody can tell',
      [other],
      [{ excluded: bases(other) }],
      'name-constraint-unsupported',
    ],
    [
      'a bounded subtree',
      [dns('a')],
      [{ permitted: [{ base: dns('a'), bounded: true }] }],
      'name-constraint-unsupported',
    ],
    [
      'a permitted subtree that can not be read, before one that permits',
      [dns('a')],
      [{ permitted: bases(dns('..'), dns('a')) }],
      'name-constraint-unsupported',
    ],
    [
      'a permitted subtree that can not be read, after one that permits',
      [dns('a')],
      [{ permitted: bases(dns('a'), dns('..')) }],
      'name-constraint-unsupported',
    ],
    [
      'an excluded subtree that can not be read',
      [dns('a')],
      [{ excluded: bases(dns('b'), dns('.a')) }],
      'name-constraint-unsupported',
    ],
    [
      'a subtree that can not be read, of a form that the name has not',
      [dns('a')],
      [{ excluded: bases({ form: 'email', text: '@' }) }],
      undefined,
    ],
    [
      'a name that can not be read, beside an exclusion',
      [dns('')],
      [{ excluded: bases(dns('b')) }],
      'name-constraint-unsupported',
    ],
    ['a name that can not be read, and no constraint of its form', [dns('')], [], undefined],
    ['the second name', [dns('a'), dns('b')], [{ permitted: bases(dns('a')) }], 'name-not-permitted'],
  ])('%s', (_what, names, met, expected) => {
    expect(refusal(names, ...met)).toBe(expected);
  });

  it('stops when the budget is used up', () => {
    const budget = new WorkBudget({ ...defaultWorkLimits, nameComparisons: 100 });
    const state = new NameConstraintState(budget);
    state.add({ permitted: [], excluded: bases(...Array.from({ length: 60 }, (_, n) => dns(`x${n}`))) });
    expect(state.refusalOf([dns('a')])).toBeUndefined();
    expect(state.refusalOf([dns('a')])).toBe('path-search-exhausted');
    expect(budget.used.nameComparisons).toBe(100);
  });
});

describe('constrainedNames', () => {
  it('returns the subject, the alternative names, and e-mail addresses in the subject', () => {
    const signer = testKey('p256');
    const email = { type: Oid.emailAddress, encoded: der.ia5String('me@a.tw') };
    const named = parsed(buildCertificate({ signer, subject: distinguishedName(email) }));
    expect(constrainedNames(named, { subjectAltName: [dns('a')] })).toEqual([
      { form: 'directory', name: named.subject },
      dns('a'),
      { form: 'email', text: 'me@a.tw', inSubject: true },
    ]);
    const nameless = parsed(buildCertificate({ signer, subject: der.sequence() }));
    expect(constrainedNames(nameless, {})).toEqual([]);
  });

  const bare = parsed(buildCertificate({ signer: testKey('p256'), subject: der.sequence() }));
  const otherName = (type: string, ...value: readonly Uint8Array[]): GeneralName => ({
    form: 'other',
    der: der.context(0, der.oid(type), ...value.map((each) => der.context(0, each))),
  });

  it.each<[string, GeneralName, readonly ConstrainedName[]]>([
    [
      'a mailbox in UTF-8',
      otherName(Oid.smtpUtf8Mailbox, der.utf8String('é@a.tw')),
      [{ form: 'email', text: 'é@a.tw' }],
    ],
    ['another other name', otherName('1.2.3', der.utf8String('é@a.tw')), []],
    ['a mailbox without a value', otherName(Oid.smtpUtf8Mailbox), [{ form: 'email', text: '' }]],
  ])('adds an e-mail address for %s (RFC 9598 §6)', (_what, name, added) => {
    expect(constrainedNames(bare, { subjectAltName: [name] })).toEqual([name, ...added]);
  });

  it('an e-mail constraint refuses a mailbox in UTF-8, permitted or excluded', () => {
    const names = constrainedNames(bare, {
      subjectAltName: [otherName(Oid.smtpUtf8Mailbox, der.utf8String('é@a.tw'))],
    });
    const email = bases({ form: 'email', text: 'a.tw' });
    expect(refusal(names, { permitted: email })).toBe('name-constraint-unsupported');
    expect(refusal(names, { excluded: email })).toBe('name-constraint-unsupported');
    expect(refusal(names, { permitted: bases(dns('a.tw')) })).toBeUndefined();
  });

  const directory = (encoded: Uint8Array): GeneralName => ({
    form: 'directory',
    name: parsed(
      buildCertificate({
        signer: testKey('p256'),
        subject: distinguishedName(
          { type: Oid.organizationName, encoded },
          { type: Oid.commonName, encoded },
        ),
      }),
    ).subject,
  });
  // U+E000, for private use: it can't be prepared (RFC 4518 §2.4).
  const rareInBmp = directory(der.encode(Tag.bmpString, Uint8Array.of(0xe0, 0x00)));
  const rareInUtf8 = directory(der.utf8String('\ue000'));

  it.each<[string, GeneralName, Partial<NameConstraints>, string | undefined]>([
    ['the same octets, excluded', rareInUtf8, { excluded: bases(rareInUtf8) }, 'name-excluded'],
    ['the same octets, permitted', rareInUtf8, { permitted: bases(rareInUtf8) }, undefined],
    ['other octets, excluded', rareInUtf8, { excluded: bases(rareInBmp) }, 'name-constraint-unsupported'],
    ['other octets, permitted', rareInUtf8, { permitted: bases(rareInBmp) }, 'name-constraint-unsupported'],
    [
      'a name beside it that can be read',
      directory(der.utf8String('a')),
      { excluded: bases(rareInBmp) },
      'name-constraint-unsupported',
    ],
  ])('compares strings that have no prepared form: %s', (_what, name, constraints, expected) => {
    expect(refusal([name], constraints)).toBe(expected);
  });
});
