import { der } from '../../../../src/core/der/index.js';
import { Oid } from '../../../../src/core/x509/index.js';
import { type KeyPair } from '../../../../src/devkit/index.js';
import { type ChainDraft } from '../chain-draft.js';
import { m } from './edits.js';
import { type Mutation } from './mutation.js';

/** What ties a certificate to its issuer: signature, algorithm, key. */
export const authentic: readonly Mutation[] = [
  m('any', 'nothing', () => undefined),
  m('issued', 'one bit of the signature', (link) => {
    link.shape.editSignature = (signature) => signature.map((octet, at) => (at === 40 ? octet ^ 4 : octet));
  }),
  m('issued', 'a signature of zeros', (link) => {
    link.shape.editSignature = (signature) => new Uint8Array(signature.length);
  }),
  m('issued', 'an empty signature', (link) => {
    link.shape.editSignature = () => new Uint8Array();
  }),
  m('issued', 'a signature with a zero octet before it', (link) => {
    link.shape.editSignature = (signature) => Uint8Array.of(0, ...signature);
  }),
  m('issued', 'signed by a stranger', (link, _draft, { stranger }) => {
    link.shape.signer = stranger;
  }),
  m('issued', 'one bit of the subject after signing', (link) => {
    link.edit = (bytes) => {
      const at = Buffer.from(bytes).lastIndexOf('Test');
      return bytes.map((octet, index) => (index === at ? octet ^ 1 : octet));
    };
  }),
  m('issued', 'another algorithm outside than inside', (link) => {
    link.shape.outerAlgorithmIdentifier = der.sequence(der.oid(Oid.sha384WithRsa), der.nullValue());
  }),
  m('issued', 'no NULL in the outer algorithm', (link) => {
    link.shape.outerAlgorithmIdentifier = der.sequence(der.oid(Oid.sha256WithRsa));
  }),
  m('issued', 'no NULL in both algorithms', (link) => {
    link.shape.outerAlgorithmIdentifier = der.sequence(der.oid(Oid.sha256WithRsa));
    link.shape.tbsAlgorithmIdentifier = der.sequence(der.oid(Oid.sha256WithRsa));
  }),
  m('issued', 'parameters that are not NULL', (link) => {
    link.shape.outerAlgorithmIdentifier = der.sequence(der.oid(Oid.sha256WithRsa), der.integer(5));
    link.shape.tbsAlgorithmIdentifier = der.sequence(der.oid(Oid.sha256WithRsa), der.integer(5));
  }),
  m('issued', 'an unknown algorithm', (link) => {
    link.shape.outerAlgorithmIdentifier = der.sequence(der.oid('1.2.3.4'));
    link.shape.tbsAlgorithmIdentifier = der.sequence(der.oid('1.2.3.4'));
  }),
  m('issued', 'an ECDSA algorithm over an RSA key', (link) => {
    link.shape.outerAlgorithmIdentifier = der.sequence(der.oid(Oid.ecdsaSha256));
    link.shape.tbsAlgorithmIdentifier = der.sequence(der.oid(Oid.ecdsaSha256));
  }),
  m('issued', 'SHA-1', (link) => {
    link.shape.algorithm = 'rsa-sha1';
  }),
  m('issued', 'MD5', (link) => {
    link.shape.algorithm = 'rsa-md5';
  }),
  m('issued', 'SHA-512', (link) => {
    link.shape.algorithm = 'rsa-sha512';
  }),
  m('issued', 'PSS', (link) => {
    link.shape.algorithm = 'rsa-pss-sha256';
  }),
  m('authority', 'a P-256 issuer', (_link, draft, { p256 }, index) => rekey(draft, index, p256)),
  m('authority', 'a P-384 issuer', (_link, draft, { p384 }, index) => rekey(draft, index, p384)),
  m('issued', 'a key that is no key', (link, _draft, { stranger }) => {
    link.shape.publicKey = Uint8Array.from(stranger.publicKey).fill(0, 20, 60);
  }),
];

/** Gives an authority another key; the identifiers keep the old one's, which are mere labels. */
function rekey(draft: ChainDraft, index: number, key: KeyPair): void {
  draft.links[index].shape.publicKey = key.publicKey;
  draft.links[index + 1].shape.signer = key;
}
