import { Oid } from '../../../../src/core/x509/index.js';
import {
  authorityKeyIdentifier,
  subjectKeyIdentifier,
  type ExtensionShape,
} from '../../../../src/devkit/index.js';
import { type ChainDraft } from '../chain-draft.js';
import { set, drop, issuerOf, raw, m } from './edits.js';
import { type Mutation } from './mutation.js';

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
