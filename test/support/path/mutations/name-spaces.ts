import { contextConstructed, der } from '../../../../src/core/der/index.js';
import { Oid } from '../../../../src/core/x509/index.js';
import {
  country,
  distinguishedName,
  extension,
  type ExtensionShape,
  nameConstraints,
  subjectAltName,
} from '../../../../src/devkit/index.js';
import type { ChainDraft } from '../chain-draft.js';
import { drop, m, type Mutation, raw, set } from './mutation.js';

const constrain = (name: string, shape: Parameters<typeof nameConstraints>[0]): Mutation =>
  m('authority', `name constraints: ${name}`, (link) => set(link, nameConstraints(shape)));
const tw = distinguishedName(country('TW'));
const us = distinguishedName(country('US'));
const targetNames = (draft: ChainDraft, ...alternatives: Parameters<typeof subjectAltName>[0]): void =>
  set(draft.links[draft.links.length - 1]!, subjectAltName(alternatives));
const named = (
  name: string,
  shape: Parameters<typeof nameConstraints>[0],
  ...alternatives: Parameters<typeof subjectAltName>[0]
): Mutation =>
  m('authority', `name constraints: ${name}`, (link, draft) => {
    set(link, nameConstraints(shape));
    targetNames(draft, ...alternatives);
  });
const bytes = (...octets: readonly number[]): Uint8Array => Uint8Array.from(octets);

/** Name constraints, and the names that they apply to. */
export const nameSpaces: readonly Mutation[] = [
  constrain('directory permitted', { permitted: [{ directory: tw }] }),
  constrain('directory in other case', { permitted: [{ directory: distinguishedName(country('tw')) }] }),
  constrain('directory not permitted', { permitted: [{ directory: us }] }),
  constrain('directory excluded', { excluded: [{ directory: tw }] }),
  constrain('another directory excluded', { excluded: [{ directory: us }] }),
  constrain('every directory name excluded', { excluded: [{ directory: der.sequence() }] }),
  constrain('one of two directories', { permitted: [{ directory: us }, { directory: tw }] }),
  constrain('DNS permitted', { permitted: [{ dns: 'example.tw' }] }),
  constrain('DNS in capitals', { permitted: [{ dns: 'EXAMPLE.TW' }] }),
  constrain('DNS not permitted', { permitted: [{ dns: 'example.org' }] }),
  constrain('DNS of half a label', { permitted: [{ dns: 'ample.tw' }] }),
  constrain('DNS excluded', { excluded: [{ dns: 'example.tw' }] }),
  constrain('DNS with a leading dot', { permitted: [{ dns: '.example.tw' }] }),
  constrain('DNS with a leading dot, the domain itself', { permitted: [{ dns: '.host.example.tw' }] }),
  constrain('DNS with a dot of the root', { permitted: [{ dns: 'example.tw.' }] }),
  constrain('DNS excluded with a dot of the root', { excluded: [{ dns: 'example.tw.' }] }),
  constrain('DNS with two dots', { permitted: [{ dns: 'example..tw' }] }),
  constrain('DNS excluded with two dots', { excluded: [{ dns: 'other..tw' }] }),
  constrain('a DNS wildcard', { permitted: [{ dns: '*.example.tw' }] }),
  constrain('every DNS name permitted', { permitted: [{ dns: '' }] }),
  named('a name with a dot of the root', { permitted: [{ dns: 'example.tw' }] }, { dns: 'a.example.tw.' }),
  named(
    'an excluded name with a dot of the root',
    { excluded: [{ dns: 'example.tw' }] },
    { dns: 'example.tw.' },
  ),
  named(
    'a name with two dots, another excluded',
    { excluded: [{ dns: 'other.tw' }] },
    { dns: 'a..example.tw' },
  ),
  named('an empty name, another excluded', { excluded: [{ dns: 'other.tw' }] }, { dns: '' }),
  constrain('every DNS name excluded', { excluded: [{ dns: '' }] }),
  constrain('e-mail host', { permitted: [{ email: 'example.tw' }] }),
  constrain('another e-mail host', { permitted: [{ email: 'example.org' }] }),
  constrain('e-mail below a domain', { permitted: [{ email: '.tw' }] }),
  constrain('e-mail below, the domain itself', { permitted: [{ email: '.example.tw' }] }),
  constrain('a mailbox', { permitted: [{ email: 'me@example.tw' }] }),
  constrain('a mailbox with its host in capitals', { permitted: [{ email: 'me@EXAMPLE.TW' }] }),
  constrain('a mailbox in other case', { permitted: [{ email: 'ME@example.tw' }] }),
  constrain('a mailbox excluded', { excluded: [{ email: 'me@example.tw' }] }),
  constrain('a mailbox without a local part', { excluded: [{ email: '@other.tw' }] }),
  constrain('two @ excluded', { excluded: [{ email: 'a@b@other.tw' }] }),
  constrain('no e-mail excluded', { excluded: [{ email: '' }] }),
  named(
    'two @ in a name, another excluded',
    { excluded: [{ email: 'b@other.tw' }] },
    { email: 'a@b@example.tw' },
  ),
  named('no @ in a name, another excluded', { excluded: [{ email: 'b@other.tw' }] }, { email: 'example.tw' }),
  named(
    'a mailbox with a dot of the root',
    { permitted: [{ email: 'example.tw' }] },
    { email: 'me@example.tw.' },
  ),
  named(
    'a quoted mailbox excluded',
    { excluded: [{ email: 'me@example.tw' }] },
    { email: '"me"@example.tw' },
  ),
  named(
    'a mailbox in UTF-8, its host not permitted',
    { permitted: [{ email: 'example.tw' }] },
    { other: [Oid.smtpUtf8Mailbox, der.utf8String('é@example.org')] },
  ),
  named(
    'a mask with a hole',
    { permitted: [{ ip: bytes(10, 0, 2, 0, 255, 0, 255, 0) }] },
    { ip: bytes(10, 1, 2, 3) },
  ),
  named(
    'a mask with a hole, excluded',
    { excluded: [{ ip: bytes(10, 0, 9, 0, 255, 0, 255, 0) }] },
    { ip: bytes(10, 1, 2, 3) },
  ),
  named(
    'an address of five octets, another excluded',
    { excluded: [{ ip: new Uint8Array(8) }] },
    { ip: new Uint8Array(5) },
  ),
  named(
    'IPv4 permitted',
    { permitted: [{ ip: bytes(10, 0, 0, 0, 255, 0, 0, 0) }] },
    { ip: bytes(10, 1, 2, 3) },
  ),
  named(
    'IPv4 not permitted',
    { permitted: [{ ip: bytes(10, 0, 0, 0, 255, 0, 0, 0) }] },
    { ip: bytes(11, 1, 2, 3) },
  ),
  named(
    'IPv4 excluded',
    { excluded: [{ ip: bytes(10, 0, 0, 0, 255, 0, 0, 0) }] },
    { ip: bytes(10, 1, 2, 3) },
  ),
  named(
    'IPv6 under an IPv4 constraint',
    { permitted: [{ ip: bytes(10, 0, 0, 0, 255, 0, 0, 0) }] },
    { ip: new Uint8Array(16) },
  ),
  named('an address of five octets', { permitted: [{ ip: new Uint8Array(8) }] }, { ip: new Uint8Array(5) }),
  named('a constraint of nine octets', { permitted: [{ ip: new Uint8Array(9) }] }, { ip: new Uint8Array(4) }),
  named('URI host', { permitted: [{ uri: 'example.tw' }] }, { uri: 'https://example.tw/x' }),
  named(
    'URI host with port and user',
    { permitted: [{ uri: 'example.tw' }] },
    { uri: 'https://me@example.tw:8/x' },
  ),
  named('URI of a host below', { permitted: [{ uri: '.example.tw' }] }, { uri: 'https://a.example.tw/' }),
  named('URI of another host', { permitted: [{ uri: 'example.tw' }] }, { uri: 'https://a.example.tw/' }),
  named('URI excluded', { excluded: [{ uri: 'example.tw' }] }, { uri: 'https://EXAMPLE.tw/' }),
  named(
    'URI with a scheme in the constraint',
    { permitted: [{ uri: 'https://example.tw' }] },
    { uri: 'https://example.tw/' },
  ),
  named(
    'URI excluded by a constraint with a scheme',
    { excluded: [{ uri: 'https://example.tw' }] },
    { uri: 'https://example.tw/' },
  ),
  named(
    'URI excluded by a constraint with a port',
    { excluded: [{ uri: 'example.tw:443' }] },
    { uri: 'https://example.tw:443/' },
  ),
  named('URI with a dot of the root', { excluded: [{ uri: 'example.tw' }] }, { uri: 'https://example.tw./' }),
  named('URI without a host', { permitted: [{ uri: 'example.tw' }] }, { uri: 'urn:example.tw' }),
  named('URI of an address', { excluded: [{ uri: 'example.tw' }] }, { uri: 'https://192.0.2.1/' }),
  named(
    'other name',
    { permitted: [{ other: ['1.2.3', der.nullValue()] }] },
    { other: ['1.2.3', der.nullValue()] },
  ),
  named('registered identifier', { excluded: [{ registeredId: '1.2.3' }] }, { registeredId: '1.2.3' }),
  named('a form the target does not bear', { permitted: [{ uri: 'example.tw' }] }, { dns: 'elsewhere.org' }),
  m('authority', 'name constraints: e-mail in the subject', (link, draft) => {
    set(link, nameConstraints({ permitted: [{ email: 'example.tw' }] }));
    const target = draft.links[draft.links.length - 1]!;
    target.name = distinguishedName(country('TW'), {
      type: Oid.emailAddress,
      encoded: der.ia5String('x@example.org'),
    });
    drop(target, Oid.subjectAltName);
  }),
  m('authority', 'name constraints: e-mail in the subject in other case', (link, draft) => {
    set(link, nameConstraints({ excluded: [{ email: 'me@example.tw' }] }));
    const target = draft.links[draft.links.length - 1]!;
    target.name = distinguishedName(country('TW'), {
      type: Oid.emailAddress,
      encoded: der.ia5String('ME@example.tw'),
    });
    drop(target, Oid.subjectAltName);
  }),
  m('authority', 'name constraints: minimum 0 written out', (link) =>
    set(link, subtree([der.contextOctets(0, bytes(0))])),
  ),
  m('authority', 'name constraints: minimum 1', (link) =>
    set(link, subtree([der.contextOctets(0, bytes(1))])),
  ),
  m('authority', 'name constraints: a maximum', (link) =>
    set(link, subtree([der.contextOctets(1, bytes(3))])),
  ),
  m('authority', 'name constraints: none at all', (link) =>
    set(link, raw(Oid.nameConstraints, '3000', true)),
  ),
  m('authority', 'name constraints: not critical', (link) =>
    set(link, { ...nameConstraints({ permitted: [{ dns: 'example.org' }] }), critical: false }),
  ),
  m('authority', 'name constraints: a self-issued authority outside', (link, draft, _keys, index) => {
    const middle = index + 2 < draft.links.length ? draft.links[index + 1] : undefined;
    set(link, nameConstraints({ excluded: [{ dns: 'authority.tw' }] }));
    if (middle !== undefined) {
      middle.name = link.name;
      set(middle, subjectAltName([{ dns: 'authority.tw' }]));
    }
  }),
  m('target', 'name constraints: in the target', (link) =>
    set(link, nameConstraints({ permitted: [{ directory: us }] })),
  ),
];

function subtree(bounds: readonly Uint8Array[]): ExtensionShape {
  const base = der.contextOctets(2, Buffer.from('example.tw'));
  const subtrees = der.encode(contextConstructed(0), der.sequence(base, ...bounds));
  return extension(Oid.nameConstraints, der.sequence(subtrees), true);
}
