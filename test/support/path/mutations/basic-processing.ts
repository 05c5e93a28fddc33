import { der } from '../../../../src/core/der/index.js';
import { Oid } from '../../../../src/core/x509/index.js';
import type { KeyPair } from '../../../../src/devkit/index.js';
import { refusedEncodings } from '../../keys/key-encodings.js';
import type { ChainDraft } from '../chain-draft.js';
import { m, type Mutation } from './mutation.js';

/** Encodings of a key that OpenSSL 3.0 reads, and under which a signature by that key can verify. */
const encodingsTried = refusedEncodings.filter(({ name }) =>
  [
    'explicit curve parameters',
    'a hybrid point',
    'a compressed point',
    'no parameters',
    'parameters that are not NULL',
    'the OID of X.500',
  ].includes(name),
);

/** Signature, algorithm and key. */
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
  ...encodingsTried.map(({ name, of, edit }) =>
    m('authority', `an issuer's ${of} key with ${name}`, (link, draft, { p256 }, index) => {
      const key = of === 'p256' ? p256 : link.key;
      rekey(draft, index, { ...key, publicKey: edit(key.publicKey) });
    }),
  ),
  m('issued', 'a key that is no key', (link, _draft, { stranger }) => {
    link.shape.publicKey = Uint8Array.from(stranger.publicKey).fill(0, 20, 60);
  }),
];

/** Gives an authority another key. The key identifiers stay as they are. */
function rekey(draft: ChainDraft, index: number, key: KeyPair): void {
  draft.links[index]!.shape.publicKey = key.publicKey;
  draft.links[index + 1]!.shape.signer = key;
}

const instant = (text: string): Date => new Date(text);

/** Validity (RFC 5280 §6.1.3 (a) (2)). */
export const times: readonly Mutation[] = [
  m('any', 'expired', (link) => {
    link.shape.notAfter = instant('2026-05-31T00:00:00Z');
  }),
  m('any', 'not yet valid', (link) => {
    link.shape.notBefore = instant('2026-06-02T00:00:00Z');
  }),
  m('any', 'asked about at the last second', (link, draft) => {
    link.shape.notAfter = draft.at;
  }),
  m('any', 'asked about a second late', (link, draft) => {
    link.shape.notAfter = new Date(draft.at.getTime() - 1000);
  }),
  m('any', 'asked about at the first second', (link, draft) => {
    link.shape.notBefore = draft.at;
  }),
  m('any', 'asked about a second early', (link, draft) => {
    link.shape.notBefore = new Date(draft.at.getTime() + 1000);
  }),
  m('any', 'valid to the end of time', (link) => {
    link.shape.notAfter = instant('9999-12-31T23:59:59Z');
  }),
  m('any', 'notAfter in GeneralizedTime before 2050', (link) => {
    link.shape.notAfter = der.generalizedTime(instant('2030-01-01T00:00:00Z'));
  }),
  m('any', 'a time with an offset', (link) => {
    link.shape.notAfter = der.encode(0x17, Buffer.from('300101000000+0800'));
  }),
  m('any', 'a time with a fraction', (link) => {
    link.shape.notAfter = der.encode(0x18, Buffer.from('20300101000000.5Z'));
  }),
  m('any', 'a time without seconds', (link) => {
    link.shape.notAfter = der.encode(0x17, Buffer.from('3001010000Z'));
  }),
  m('any', '30 February', (link) => {
    link.shape.notAfter = der.encode(0x17, Buffer.from('300230000000Z'));
  }),
  m('any', 'notBefore after notAfter', (link) => {
    link.shape.notBefore = instant('2030-01-01T00:00:00Z');
    link.shape.notAfter = instant('2025-01-01T00:00:00Z');
  }),
];
