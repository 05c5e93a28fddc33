import { der, Tag } from '../../../../src/core/der/index.js';
import { Oid } from '../../../../src/core/x509/index.js';
import {
  authorityKeyIdentifier,
  basicConstraints,
  commonName,
  country,
  distinguishedName,
  distinguishedNameOfSets,
  type ExtensionShape,
  organization,
  subjectAltName,
  subjectKeyIdentifier,
} from '../../../../src/devkit/index.js';
import { type ChainDraft, testName } from '../chain-draft.js';
import { drop, issuerOf, m, type Mutation, raw, set } from './mutation.js';

const text = (type: string, encoded: Uint8Array): Uint8Array => distinguishedName({ type, encoded });

/** Issuer and subject. */
export const names: readonly Mutation[] = [
  m('issued', 'another issuer name', (link) => {
    link.shape.issuer = testName('Somebody');
  }),
  m('issued', 'the issuer name in other case', (link, draft, _keys, index) => {
    issuerOf(draft, index).name = testName('Some Authority');
    link.shape.issuer = testName('SOME authority');
  }),
  m('issued', 'the issuer name with more spaces', (link, draft, _keys, index) => {
    issuerOf(draft, index).name = testName('Some Authority');
    link.shape.issuer = testName('  Some   Authority ');
  }),
  m('issued', 'the issuer name in another string type', (link, draft, _keys, index) => {
    issuerOf(draft, index).name = text(Oid.commonName, der.printableString('Some Authority'));
    link.shape.issuer = text(Oid.commonName, der.utf8String('Some Authority'));
  }),
  m('issued', 'the issuer name in BMPString', (link, draft, _keys, index) => {
    issuerOf(draft, index).name = text(Oid.commonName, der.utf8String('連署'));
    link.shape.issuer = text(Oid.commonName, der.encode(0x1e, Buffer.from('90237f72', 'hex')));
  }),
  m('issued', 'the issuer name in other case beyond ASCII', (link, draft, _keys, index) => {
    issuerOf(draft, index).name = text(Oid.commonName, der.utf8String('ÉTAT'));
    link.shape.issuer = text(Oid.commonName, der.utf8String('état'));
  }),
  m('issued', 'the issuer name in full-width letters', (link, draft, _keys, index) => {
    issuerOf(draft, index).name = text(Oid.commonName, der.utf8String('ABC'));
    link.shape.issuer = text(Oid.commonName, der.utf8String('ＡＢＣ'));
  }),
  m('issued', 'the issuer name in another order', (link, draft, _keys, index) => {
    issuerOf(draft, index).name = distinguishedName(country('TW'), organization('Test'), commonName('X'));
    link.shape.issuer = distinguishedName(organization('Test'), country('TW'), commonName('X'));
  }),
  m('issued', 'the issuer name in one relative name', (link, draft, _keys, index) => {
    issuerOf(draft, index).name = distinguishedName(organization('Test'), commonName('X'));
    link.shape.issuer = distinguishedNameOfSets([organization('Test'), commonName('X')]);
  }),
  m('issued', 'a relative name of two attributes', (_link, draft, _keys, index) => {
    issuerOf(draft, index).name = distinguishedNameOfSets([organization('Test'), commonName('X')]);
  }),
  m('target', 'no subject and no alternative name', (link) => {
    link.name = der.sequence();
    drop(link, Oid.subjectAltName);
  }),
  m('target', 'no subject but an alternative name', (link) => {
    link.name = der.sequence();
    set(link, subjectAltName([{ dns: 'host.example.tw' }], true));
  }),
  m('target', 'no subject but an alternative name, not critical', (link) => {
    link.name = der.sequence();
    set(link, subjectAltName([{ dns: 'host.example.tw' }]));
  }),
  m('target', 'an authority, by its alternative name alone', (link) => {
    link.name = der.sequence();
    set(link, subjectAltName([{ dns: 'host.example.tw' }], true), basicConstraints(true));
  }),
  m('issued', 'an asterisk in a PrintableString', (link) => {
    link.name = text(Oid.commonName, der.printableString('*.example.tw'));
  }),
  m('issued', 'a letter in a NumericString', (link) => {
    link.name = text(Oid.serialNumberAttribute, der.encode(Tag.numericString, Buffer.from('12a')));
  }),
  m('issued', 'Latin-1 in an IA5String', (link) => {
    link.name = text(Oid.emailAddress, der.encode(Tag.ia5String, Buffer.from('\xe9@example.tw', 'latin1')));
  }),
  m('authority', 'an authority without a name', (link) => {
    link.name = der.sequence();
  }),
  m('issued', 'issuer and subject of one name', (link, draft, _keys, index) => {
    link.name = issuerOf(draft, index).name;
  }),
];

/** Key identifiers. */
export const identifiers: readonly Mutation[] = [
  m('any', 'no subjectKeyIdentifier', (link) => drop(link, Oid.subjectKeyIdentifier)),
  m('any', 'another subjectKeyIdentifier', (link) => set(link, subjectKeyIdentifier(Uint8Array.of(1, 2, 3)))),
  m('any', 'a critical subjectKeyIdentifier', (link) =>
    set(link, { ...subjectKeyIdentifier(link.key.keyIdentifier), critical: true }),
  ),
  m('any', 'a subjectKeyIdentifier that is none', (link) =>
    set(link, raw(Oid.subjectKeyIdentifier, '0101ff')),
  ),
  m('issued', 'no authorityKeyIdentifier', (link) => drop(link, Oid.authorityKeyIdentifier)),
  m('issued', 'another authorityKeyIdentifier', (link) =>
    set(link, authorityKeyIdentifier({ keyIdentifier: Uint8Array.of(1, 2, 3) })),
  ),
  m('issued', 'a critical authorityKeyIdentifier', (link, draft, _keys, index) =>
    set(link, {
      ...authorityKeyIdentifier({ keyIdentifier: issuerOf(draft, index).key.keyIdentifier }),
      critical: true,
    }),
  ),
  m('issued', 'an authorityKeyIdentifier by issuer and serial number', (link, draft, _keys, index) =>
    set(link, issuerAndSerial(draft, index, Uint8Array.of(Math.max(index, 1)))),
  ),
  m('issued', 'an authorityKeyIdentifier with another serial number', (link, draft, _keys, index) =>
    set(link, issuerAndSerial(draft, index, Uint8Array.of(77))),
  ),
  m('issued', 'an authorityKeyIdentifier with half a name', (link) =>
    set(link, authorityKeyIdentifier({ serialNumber: Uint8Array.of(1) })),
  ),
  m('issued', 'an authorityKeyIdentifier that is none', (link) =>
    set(link, raw(Oid.authorityKeyIdentifier, '0500')),
  ),
];

function issuerAndSerial(draft: ChainDraft, index: number, serialNumber: Uint8Array): ExtensionShape {
  const issuersIssuer = issuerOf(draft, Math.max(index - 1, 0));
  return authorityKeyIdentifier({ issuer: [{ directory: issuersIssuer.name }], serialNumber });
}
