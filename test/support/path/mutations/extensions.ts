import { der } from '../../../../src/core/der/index.js';
import { Oid } from '../../../../src/core/x509/index.js';
import {
  authorityInfoAccess,
  basicConstraints,
  crlDistributionPoints,
  extendedKeyUsage,
  extension,
  keyUsage,
  subjectAltName,
  subjectDirectoryAttributes,
} from '../../../../src/devkit/index.js';
import { drop, m, type Mutation, type Place, raw, set } from './mutation.js';

/** Basic constraints, key usage, version, serial number, and extensions in general. */
export const constraints: readonly Mutation[] = [
  m('any', 'no basicConstraints', (link) => drop(link, Oid.basicConstraints)),
  m('any', 'cA false', (link) => set(link, basicConstraints(false))),
  m('any', 'cA false in so many octets', (link) => set(link, raw(Oid.basicConstraints, '3003010100', true))),
  m('any', 'basicConstraints not critical', (link) =>
    set(link, { ...basicConstraints(true), critical: false }),
  ),
  m('any', 'path length 0', (link) => set(link, basicConstraints(true, 0))),
  m('any', 'path length 1', (link) => set(link, basicConstraints(true, 1))),
  m('any', 'path length 9', (link) => set(link, basicConstraints(true, 9))),
  m('any', 'path length -1', (link) => set(link, raw(Oid.basicConstraints, '30060101ff0201ff', true))),
  m('any', 'path length 0 behind a self-issued authority', (link, draft, _keys, index) => {
    set(link, basicConstraints(true, 0));
    if (index + 2 < draft.links.length) draft.links[index + 1]!.name = link.name;
  }),
  m('any', 'a path length without cA', (link) => set(link, raw(Oid.basicConstraints, '3003020101', true))),
  m('any', 'basicConstraints that are none', (link) => set(link, raw(Oid.basicConstraints, '0500', true))),
  m('any', 'basicConstraints with an octet more', (link) =>
    set(link, raw(Oid.basicConstraints, '30030101ff00', true)),
  ),
  m('any', 'cA neither true nor false', (link) => set(link, raw(Oid.basicConstraints, '3003010101', true))),
  m('any', 'no keyUsage', (link) => drop(link, Oid.keyUsage)),
  m('any', 'keyUsage digitalSignature', (link) => set(link, keyUsage('digitalSignature'))),
  m('any', 'keyUsage cRLSign', (link) => set(link, keyUsage('cRLSign'))),
  m('any', 'keyUsage keyCertSign, not critical', (link) =>
    set(link, { ...keyUsage('keyCertSign'), critical: false }),
  ),
  m('any', 'keyUsage decipherOnly', (link) => set(link, keyUsage('keyAgreement', 'decipherOnly'))),
  m('any', 'keyUsage without a bit', (link) => set(link, keyUsage())),
  m('any', 'keyUsage that is none', (link) => set(link, raw(Oid.keyUsage, '0101ff', true))),
  m('any', 'v1', (link) => {
    link.shape.version = 1;
    link.extensions = [];
  }),
  m('any', 'v2', (link) => {
    link.shape.version = 2;
    link.extensions = [];
  }),
  m('any', 'extensions in v1', (link) => {
    link.shape.version = 1;
  }),
  m('any', 'no extensions', (link) => {
    link.extensions = [];
  }),
  m('any', 'an extension twice', (link) => {
    link.extensions.push(keyUsage('keyCertSign'), keyUsage('keyCertSign'));
  }),
  m('any', 'an unknown extension', (link) => {
    link.extensions.push(extension('1.2.3.4.5', der.nullValue()));
  }),
  m('any', 'an unknown critical extension', (link) => {
    link.extensions.push(extension('1.2.3.4.5', der.nullValue(), true));
  }),
  m('any', 'serial number 0', (link) => {
    link.shape.serialNumber = 0;
  }),
  m('any', 'a negative serial number', (link) => {
    link.shape.serialNumber = Uint8Array.of(0xfe);
  }),
  m('any', 'a serial number of 20 octets', (link) => {
    link.shape.serialNumber = new Uint8Array(20).fill(0x7f);
  }),
  m('any', 'a serial number of 21 octets', (link) => {
    link.shape.serialNumber = new Uint8Array(21).fill(0x7f);
  }),
  m('any', 'a serial number that is not minimal', (link) => {
    link.shape.serialNumber = Uint8Array.of(0, 1);
  }),
  m('any', 'a byte after the certificate', (link) => {
    link.edit = (bytes) => Uint8Array.of(...bytes, 0);
  }),
  m('any', 'unique identifiers', (link) => {
    link.shape.issuerUniqueId = Uint8Array.of(0, 1);
    link.shape.subjectUniqueId = Uint8Array.of(0, 2);
  }),
];

const malformed = (name: string, type: string, place: Place = 'any'): readonly Mutation[] => [
  m(place, `${name}: not DER`, (link) => set(link, raw(type, '3082'))),
  m(place, `${name}: of another type`, (link) => set(link, raw(type, '0101ff'))),
  m(place, `${name}: an octet more`, (link) => {
    const good = link.extensions.find((each) => each.type === type)?.value ?? Buffer.from('3000', 'hex');
    set(link, extension(type, Uint8Array.of(...good, 0)));
  }),
];

/** Extensions that path validation does not process, and malformed extensions of every kind. */
export const others: readonly Mutation[] = [
  m('any', 'extKeyUsage', (link) => set(link, extendedKeyUsage(['1.3.6.1.5.5.7.3.2']))),
  m('any', 'extKeyUsage, critical', (link) => set(link, extendedKeyUsage(['1.3.6.1.5.5.7.3.2'], true))),
  m('any', 'subjectAltName, critical', (link) => set(link, subjectAltName([{ dns: 'x.example.tw' }], true))),
  m('any', 'crlDistributionPoints', (link) => set(link, crlDistributionPoints('http://example.tw/crl'))),
  m('any', 'crlDistributionPoints, critical', (link) =>
    set(link, {
      ...crlDistributionPoints('http://example.tw/crl'),
      critical: true,
    }),
  ),
  m('any', 'authorityInfoAccess', (link) => set(link, authorityInfoAccess({ ocsp: ['http://example.tw/'] }))),
  m('any', 'authorityInfoAccess, critical', (link) =>
    set(link, { ...authorityInfoAccess({ ocsp: ['http://example.tw/'] }), critical: true }),
  ),
  m('any', 'subjectDirectoryAttributes', (link) =>
    set(link, subjectDirectoryAttributes([[Oid.moicaLastFourDigits, der.printableString('6789')]])),
  ),
  m('any', 'subjectDirectoryAttributes, critical', (link) =>
    set(link, {
      ...subjectDirectoryAttributes([[Oid.moicaLastFourDigits, der.printableString('6789')]]),
      critical: true,
    }),
  ),
  ...malformed('extKeyUsage', Oid.extKeyUsage),
  ...malformed('subjectAltName', Oid.subjectAltName),
  ...malformed('issuerAltName', Oid.issuerAltName),
  ...malformed('nameConstraints', Oid.nameConstraints),
  ...malformed('crlDistributionPoints', Oid.crlDistributionPoints),
  ...malformed('freshestCRL', Oid.freshestCrl),
  ...malformed('authorityInfoAccess', Oid.authorityInfoAccess),
  ...malformed('subjectDirectoryAttributes', Oid.subjectDirectoryAttributes),
  ...malformed('policyMappings', Oid.policyMappings, 'authority'),
  ...malformed('policyConstraints', Oid.policyConstraints, 'authority'),
];
