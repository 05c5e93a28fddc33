import { describe, expect, it } from '@jest/globals';
import { withinSubtree } from '../../../../src/core/path/name-constraints.js';
import type { GeneralName } from '../../../../src/core/x509/index.js';

const email = (text: string): GeneralName => ({ form: 'email', text });
const dns = (text: string): GeneralName => ({ form: 'dns', text });
const uri = (text: string): GeneralName => ({ form: 'uri', text });
const ip = (...octets: readonly number[]): GeneralName => ({ form: 'ip', octets: Uint8Array.from(octets) });
const directory: GeneralName = { form: 'directory', name: { der: new Uint8Array(), relativeNames: [] } };
const zeros = (count: number): GeneralName => ({ form: 'ip', octets: new Uint8Array(count) });

describe('withinSubtree (RFC 5280 §4.2.1.10)', () => {
  it.each<[GeneralName, GeneralName, boolean | undefined]>([
    [dns('a.tw'), dns('a.tw'), true],
    [dns('B.A.tw'), dns('a.TW'), true],
    [dns('ba.tw'), dns('a.tw'), false],
    [dns('a.tw'), dns('b.a.tw'), false],
    [dns('a.tw'), dns(''), true],
    [dns('b.a.tw'), dns('.a.tw'), true],
    [dns('.a.tw'), dns('.a.tw'), true],
    [dns('a.tw'), dns('.a.tw'), false],
    [email('me@a.tw'), email('me@A.tw'), true],
    [email('me@a.tw'), email('Me@a.tw'), false],
    [email('me@a.tw'), email('me@b.tw'), false],
    [email('"x@y"@a.tw'), email('a.tw'), true],
    [email('me@b.a.tw'), email('a.tw'), false],
    [email('me@b.a.tw'), email('.a.tw'), true],
    [email('me@a.tw'), email('.a.tw'), false],
    [email('me@.a.tw'), email('.a.tw'), false],
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
});
