import { der } from '../../../../src/core/der/index.js';
import { Oid } from '../../../../src/core/x509/index.js';
import {
  commonName,
  country,
  distinguishedName,
  distinguishedNameOfSets,
  organization,
  subjectAltName,
} from '../../../../src/devkit/index.js';
import { testName } from '../chain-draft.js';
import { set, drop, issuerOf, m } from './edits.js';
import { type Mutation } from './mutation.js';

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
  m('leaf', 'no subject and no alternative name', (link) => {
    link.name = der.sequence();
    drop(link, Oid.subjectAltName);
  }),
  m('leaf', 'no subject but an alternative name', (link) => {
    link.name = der.sequence();
    set(link, subjectAltName([{ dns: 'host.example.tw' }], true));
  }),
  m('authority', 'an authority without a name', (link) => {
    link.name = der.sequence();
  }),
  m('issued', 'issuer and subject of one name', (link, draft, _keys, index) => {
    link.name = issuerOf(draft, index).name;
  }),
];
