import { describe, expect, it } from '@jest/globals';
import { type ConstrainedName, withinSubtree } from '../../../../src/core/path/subtree.js';
import type { GeneralName } from '../../../../src/core/x509/index.js';

const email = (text: string): GeneralName => ({ form: 'email', text });
const subjectEmail = (text: string): ConstrainedName => ({ form: 'email', text, inSubject: true });
const dns = (text: string): GeneralName => ({ form: 'dns', text });
const uri = (text: string): GeneralName => ({ form: 'uri', text });
const ip = (...octets: readonly number[]): GeneralName => ({ form: 'ip', octets: Uint8Array.from(octets) });
const directory: GeneralName = { form: 'directory', name: { der: new Uint8Array(), relativeNames: [] } };
const zeros = (count: number): GeneralName => ({ form: 'ip', octets: new Uint8Array(count) });

describe('withinSubtree (RFC 5280 §4.2.1.10)', () => {
  it.each<[ConstrainedName, GeneralName, boolean | undefined]>([
    [dns('a.tw'), dns('a.tw'), true],
    [dns('B.A.tw'), dns('a.TW'), true],
    [dns('ba.tw'), dns('a.tw'), false],
    [dns('a.tw'), dns('b.a.tw'), false],
    [email('me@a.tw'), email('me@A.tw'), true],
    [email('me@a.tw'), email('Me@a.tw'), false],
    [email('me@a.tw'), email('me@b.tw'), false],
    [email('"x@y"@a.tw'), email('a.tw'), true],
    [email('me@b.a.tw'), email('a.tw'), false],
    [email('me@b.a.tw'), email('.a.tw'), true],
    [email('me@a.tw'), email('.a.tw'), false],
    [email('nobody'), email('a.tw'), undefined],
    [uri('https://a.tw'), uri('a.tw'), true],
    [uri('ldap://me:x@A.tw:389/cn?x'), uri('a.tw'), true],
    [uri('https://b.a.tw#x'), uri('.a.tw'), true],
    [uri('https://b.a.tw/'), uri('a.tw'), false],
    [uri('https://10.0.0.1/'), uri('a.tw'), undefined],
    [uri('https://[::1]/'), uri('a.tw'), undefined],
    [uri('mailto:me@a.tw'), uri('a.tw'), undefined],
    [uri('a.tw'), uri('a.tw'), undefined],
    [ip(10, 1, 2, 3), ip(10, 0, 0, 0, 255, 0, 0, 0), true],
    [ip(11, 1, 2, 3), ip(10, 0, 0, 0, 255, 0, 0, 0), false],
    [zeros(16), zeros(32), true],
    [zeros(16), zeros(8), false],
    [zeros(5), zeros(8), undefined],
    [zeros(4), zeros(9), undefined],
    [directory, directory, true],
    [directory, dns('a'), false],
    [dns('a'), directory, false],
    [email('a@b'), directory, false],
    [uri('a://b'), directory, false],
    [zeros(4), directory, false],
    [{ form: 'registered-id', id: '1.2' }, { form: 'registered-id', id: '1.2' }, undefined],
    [{ form: 'other', der: new Uint8Array() }, { form: 'other', der: new Uint8Array() }, undefined],
  ])('%j in %j: %s', (name, base, expected) => {
    expect(withinSubtree(name, base)).toBe(expected);
  });

  const long = 'x'.repeat(63);
  const tooLong = `${`${long}.`.repeat(4)}tw`;

  it.each<[string, ConstrainedName, GeneralName, boolean | undefined]>([
    ['a dot of the root in the name', dns('a.tw.'), dns('a.tw'), true],
    ['a dot of the root in the base', dns('b.a.tw'), dns('a.tw.'), true],
    ['a dot of the root in both', dns('b.a.tw.'), dns('a.tw.'), true],
    ['a label of 63 octets', dns(`${long}.a.tw`), dns('a.tw'), true],
    ['hyphens and digits within labels', dns('1-2--3.a.tw'), dns('A.TW'), true],
    ['a wildcard within', dns('*.a.tw'), dns('a.tw'), true],
    ['a wildcard outside', dns('*.b.tw'), dns('a.tw'), false],
    ['a wildcard two labels above', dns('*.a.tw'), dns('c.b.a.tw'), false],
    ['a wildcard just above', dns('*.a.tw'), dns('b.a.tw'), undefined],
    ['a wildcard further down', dns('b.*.a.tw'), dns('a.tw'), undefined],
    ['a wildcard in half a label', dns('b*.a.tw'), dns('a.tw'), undefined],
    ['a wildcard in the base', dns('b.a.tw'), dns('*.a.tw'), undefined],
    ['a wildcard of everything', dns('*.'), dns('a.tw'), undefined],
  ])('DNS: %s', (_what, name, base, expected) => expect(withinSubtree(name, base)).toBe(expected));

  const unreadableHosts = [
    '',
    '.',
    '..',
    '.a.tw',
    'b..a.tw',
    'a.tw..',
    '-.a.tw',
    'b-.a.tw',
    '-b.a.tw',
    'b_c.a.tw',
    'b a.tw',
    ' a.tw',
    'a.tw\0',
    'é.a.tw',
    '\u212a.a.tw',
    '192.0.2.1',
    'a.1',
    `${long}x.a.tw`,
    tooLong,
  ];

  it.each(unreadableHosts)('%j is no DNS name, and no DNS constraint', (text) => {
    expect(withinSubtree(dns(text), dns('a.tw'))).toBeUndefined();
    expect(withinSubtree(dns('a.tw'), dns(text))).toBeUndefined();
  });

  it.each(unreadableHosts)('%j is no host of an e-mail address', (text) => {
    expect(withinSubtree(email(`me@${text}`), email('a.tw'))).toBeUndefined();
    expect(withinSubtree(email('me@a.tw'), email(`me@${text}`))).toBeUndefined();
  });

  it.each(unreadableHosts.filter((text) => text !== '.a.tw'))('%j is no range of hosts', (text) => {
    expect(withinSubtree(email('me@a.tw'), email(text))).toBeUndefined();
    expect(withinSubtree(email('me@a.tw'), email(`.${text}`))).toBeUndefined();
    expect(withinSubtree(uri('https://a.tw/'), uri(text))).toBeUndefined();
  });

  it.each<[string, ConstrainedName, GeneralName, boolean | undefined]>([
    ['the host in other case', email('me@A.Tw'), email('a.tW'), true],
    ['the host in other case, in a mailbox', email('me@A.Tw'), email('me@a.tw'), true],
    ['the local part in other case', email('ME@a.tw'), email('me@a.tw'), false],
    ['all in other case, in the subject', subjectEmail('ME@A.tw'), email('me@a.TW'), true],
    ['another local part, in the subject', subjectEmail('you@a.tw'), email('me@a.tw'), false],
    ['a dot of the root in the name', email('me@a.tw.'), email('a.tw'), true],
    ['a dot of the root in the base', email('me@b.a.tw'), email('.a.tw.'), true],
    ['a dot of the root in a mailbox', email('me@a.tw'), email('me@a.tw.'), true],
    ['a quoted local part', email('"me"@a.tw'), email('me@a.tw'), true],
    ['a quoted local part in the base', email('me@a.tw'), email('"m\\e"@a.tw'), true],
    ['two @, the first one quoted', email('"me@b.tw"@a.tw'), email('b.tw'), false],
    ['nothing before the @', email('@a.tw'), email('a.tw'), undefined],
    ['nothing before the @ of the base', email('me@a.tw'), email('@a.tw'), undefined],
    ['nothing after the @', email('me@'), email('a.tw'), undefined],
    ['two @', email('me@b.tw@a.tw'), email('a.tw'), undefined],
    ['two @ in the base', email('b@a.tw'), email('a@b@a.tw'), undefined],
    ['a dot at the end of the local part', email('me.@a.tw'), email('a.tw'), undefined],
    ['two dots in the local part', email('m..e@a.tw'), email('a.tw'), undefined],
    ['a space in the local part', email('m e@a.tw'), email('a.tw'), undefined],
    ['an open quote', email('"me@a.tw'), email('a.tw'), undefined],
    ['letters beyond ASCII', email('é@a.tw'), email('a.tw'), undefined],
    ['an address literal', email('me@[192.0.2.1]'), email('a.tw'), undefined],
    ['a display name', email('Me <me@a.tw>'), email('a.tw'), undefined],
    ['more than a mailbox may have', email(`${'m'.repeat(320)}@a.tw`), email('a.tw'), undefined],
  ])('e-mail: %s', (_what, name, base, expected) => expect(withinSubtree(name, base)).toBe(expected));

  it.each<[string, GeneralName, GeneralName, boolean | undefined]>([
    ['a dot of the root in the name', uri('https://a.tw./'), uri('a.tw'), true],
    ['a dot of the root in the base', uri('https://b.a.tw/'), uri('.a.tw.'), true],
    ['a range of one label', uri('https://a.tw/'), uri('.tw'), true],
    ['an empty port', uri('https://a.tw:/'), uri('a.tw'), true],
    ['a scheme in the base', uri('https://a.tw/'), uri('https://a.tw'), undefined],
    ['a port in the base', uri('https://a.tw:8443/'), uri('a.tw:8443'), undefined],
    ['a path in the base', uri('https://a.tw/x'), uri('a.tw/x'), undefined],
    ['a user in the base', uri('https://me@a.tw/'), uri('me@a.tw'), undefined],
    ['a host that is not fully qualified', uri('https://tw/'), uri('.a.tw'), undefined],
    ['a base that is not fully qualified', uri('https://a.tw/'), uri('tw'), undefined],
    ['a backslash in the authority', uri('https://b.tw\\@a.tw/'), uri('a.tw'), undefined],
    ['two @ in the authority', uri('https://a@b@a.tw/'), uri('a.tw'), undefined],
    ['a percent sign in the host', uri('https://%61.tw/'), uri('a.tw'), undefined],
    ['a port that is no number', uri('https://a.tw:x/'), uri('a.tw'), undefined],
    ['no scheme', uri('//a.tw/'), uri('a.tw'), undefined],
    ['nothing', uri(''), uri('a.tw'), undefined],
  ])('URI: %s', (_what, name, base, expected) => expect(withinSubtree(name, base)).toBe(expected));

  it.each<[string, GeneralName, GeneralName, boolean | undefined]>([
    ['a mask of all ones', ip(10, 1, 2, 3), ip(10, 1, 2, 3, 255, 255, 255, 255), true],
    ['a mask that ends within an octet', ip(10, 127, 2, 3), ip(10, 64, 0, 0, 255, 192, 0, 0), true],
    ['a mask with a hole between octets', ip(10, 1, 2, 3), ip(10, 0, 2, 0, 255, 0, 255, 0), undefined],
    ['a mask with a hole in an octet', ip(10, 1, 2, 3), ip(10, 0, 0, 0, 0xfd, 0, 0, 0), undefined],
    ['a mask that starts with zeros', ip(10, 1, 2, 3), ip(0, 0, 0, 3, 0, 0, 0, 255), undefined],
    ['a hole in a mask of the other family', zeros(16), ip(10, 0, 0, 0, 0, 255, 0, 0), undefined],
    ['no octets', ip(), zeros(8), undefined],
    ['a base of an address alone', ip(10, 1, 2, 3), ip(10, 1, 2, 3), undefined],
    ['a base of no octets', ip(10, 1, 2, 3), ip(), undefined],
    ['a base of IPv6 and half a mask', zeros(16), zeros(24), undefined],
  ])('IP: %s', (_what, name, base, expected) => expect(withinSubtree(name, base)).toBe(expected));
});
