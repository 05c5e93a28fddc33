import { der } from '../../../../src/core/der/index.js';
import { Oid } from '../../../../src/core/x509/index.js';
import {
  authorityInfoAccess,
  crlDistributionPoints,
  extendedKeyUsage,
  extension,
  subjectAltName,
  subjectDirectoryAttributes,
} from '../../../../src/devkit/index.js';
import { set, raw, m } from './edits.js';
import { type Mutation, type Place } from './mutation.js';

const malformed = (name: string, type: string, place: Place = 'any'): readonly Mutation[] => [
  m(place, `${name}: not DER`, (link) => set(link, raw(type, '3082'))),
  m(place, `${name}: of another type`, (link) => set(link, raw(type, '0101ff'))),
  m(place, `${name}: an octet more`, (link) => {
    const good = link.extensions.find((each) => each.type === type)?.value ?? Buffer.from('3000', 'hex');
    set(link, extension(type, Uint8Array.of(...good, 0)));
  }),
];

/** Extensions that say nothing about paths, and malformed ones of every kind. */
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
