import { createECDH, createPublicKey, type KeyObject } from 'node:crypto';
import { afterAll, describe, expect, it } from '@jest/globals';
import { encodeAuthEnvelopedData } from '../../../../src/core/cms/auth-enveloped-data.js';
import { deriveKeyEncryptionKey, encryptContent, wrapKey } from '../../../../src/core/cms/content-key.js';
import {
  maximumRecordBytes,
  type OpeningKey,
  openingKey,
  openWithKey,
  sealingKey,
  sealToKey,
} from '../../../../src/core/cms/index.js';
import { CmsOid } from '../../../../src/core/cms/oids.js';
import { encodeKeyAgreement, encodeKeyTransport } from '../../../../src/core/cms/recipient-info.js';
import { der } from '../../../../src/core/der/index.js';
import { Oid } from '../../../../src/core/x509/index.js';
import { subjectKeyIdentifier } from '../../../../src/core/x509/key-identifier.js';
import { ecPair, certified, pemOf, pkcs8Of, rsaPair, spkiOf } from '../../../support/cms/certificates.js';
import { OpensslFolder } from '../../../support/openssl.js';

const round = certified(ecPair());
const other = ecPair();
const key = sealingKey(spkiOf(round.publicKey));
const content = Buffer.from('the evidence, 公投連署');
const openssl = new OpensslFolder();
afterAll(() => openssl.remove());
openssl.put('round.key', round.privateKey.export({ format: 'pem', type: 'pkcs8' }));
openssl.put('round.pem', pemOf(round.certificate));

const open = (
  envelope: Uint8Array,
  privateKey: OpeningKey | KeyObject | Uint8Array,
): ReturnType<typeof openWithKey> => openWithKey(envelope, privateKey, maximumRecordBytes);

const code = (record: Uint8Array, privateKey = round.privateKey): string => {
  const opened = open(record, privateKey);
  return opened.ok ? 'ok' : opened.failure.code;
};

describe('an envelope to a P-256 key', () => {
  it.each([0, 1, 100, 3500, 65_536])('of %i bytes opens to what was sealed', (length) => {
    const evidence = Buffer.alloc(length, 7);
    expect(open(sealToKey(evidence, key), round.privateKey)).toEqual({ ok: true, value: evidence });
  });

  it('opens with a KeyObject, PKCS #8 and a key made ready', () => {
    const record = sealToKey(content, key);
    const ready = openingKey(round.privateKey)!;
    for (const each of [round.privateKey, pkcs8Of(round.privateKey), ready]) {
      expect(open(record, each)).toEqual({ ok: true, value: content });
    }
  });

  it('opens with openssl', () => {
    openssl.put('record.der', sealToKey(content, key));
    const decrypt = [
      'cms',
      '-decrypt',
      '-binary',
      '-inform',
      'DER',
      '-in',
      'record.der',
      '-inkey',
      'round.key',
    ];
    expect(openssl.must(...decrypt)).toEqual(content);
  });

  it.each([
    ['as it comes', []],
    ['with SHA-256', ['-keyopt', 'ecdh_kdf_md:sha256']],
  ])('of openssl’s opens here, %s', (_what, options) => {
    openssl.put('content', content);
    openssl.must(
      ...['cms', '-encrypt', '-binary', '-aes-256-gcm', '-keyid', '-in', 'content', '-outform', 'DER'],
      ...['-out', 'theirs.der', '-recip', 'round.pem', ...options],
    );
    expect(open(openssl.get('theirs.der'), round.privateKey)).toEqual({ ok: true, value: content });
  });

  it('has an ephemeral key, a content key and a nonce of its own', () => {
    const [one, two] = [sealToKey(content, key), sealToKey(content, key)];
    const tail = (record: Uint8Array): Uint8Array => record.subarray(-content.length - 60);
    expect(tail(one)).not.toEqual(tail(two));
    expect(Buffer.from(one).subarray(60, 120)).not.toEqual(Buffer.from(two).subarray(60, 120));
  });

  it('names its key as openssl would', () => {
    const extension = openssl
      .must('x509', '-in', 'round.pem', '-noout', '-ext', 'subjectKeyIdentifier')
      .toString();
    const hex = Buffer.from(subjectKeyIdentifier(spkiOf(round.publicKey))).toString('hex');
    expect(extension.replaceAll(':', '').toLowerCase()).toContain(hex);
  });
});

const otherKey = sealingKey(spkiOf(other.publicKey));
const byName = {
  kind: 'issuer-and-serial-number',
  issuer: round.certificate.issuer.der,
  serialNumber: Uint8Array.of(7),
} as const;
const byIdentifier = { kind: 'key-identifier', keyIdentifier: key.keyIdentifier } as const;
const contentKey = Buffer.alloc(32, 1);
const nonce = Buffer.alloc(12, 2);
const ephemeral = createECDH('prime256v1');
const point = ephemeral.generateKeys();
const wrapped = wrapKey(deriveKeyEncryptionKey(ephemeral.computeSecret(key.point), 'sha256'), contentKey);
const soundRecipient = encodeKeyAgreement(byIdentifier, point, wrapped);

interface Parts {
  readonly recipients?: Uint8Array;
  readonly nonce?: Uint8Array;
  readonly tag?: Uint8Array;
  readonly ciphertext?: Uint8Array;
}

const record = (changed: Parts = {}): Uint8Array =>
  encodeAuthEnvelopedData({
    recipients: soundRecipient,
    nonce,
    ...encryptContent(contentKey, nonce, content),
    ...changed,
  });

/** A KeyAgreeRecipientInfo written field by field. */
const agreement = (
  edit: Partial<Record<'version' | 'originator' | 'ukm' | 'algorithm' | 'keys', Uint8Array>>,
): Uint8Array =>
  der.context(
    1,
    edit.version ?? der.integer(3),
    edit.originator ??
      der.context(0, der.context(1, der.sequence(der.oid(Oid.ecPublicKey)), der.bitString(point))),
    edit.ukm ?? new Uint8Array(),
    edit.algorithm ?? der.sequence(der.oid(CmsOid.ecdhSha256Kdf), der.sequence(der.oid(CmsOid.aes256Wrap))),
    edit.keys ??
      der.sequence(
        der.sequence(der.context(0, der.octetString(key.keyIdentifier)), der.octetString(wrapped)),
      ),
  );
const originator = (algorithm: Uint8Array, bytes: Uint8Array = point): Uint8Array =>
  der.context(0, der.context(1, algorithm, der.bitString(bytes)));
const ecKey = der.oid(Oid.ecPublicKey);
const evenPoint = Buffer.from(point);
evenPoint[64]! &= 0xfe;
const material = Buffer.from('material');
const wrappedWithMaterial = wrapKey(
  deriveKeyEncryptionKey(ephemeral.computeSecret(key.point), 'sha256', material),
  contentKey,
);

describe('an envelope made by others', () => {
  it.each<[string, Uint8Array]>([
    ['as ours', record()],
    [
      'with NULL beside the ephemeral key',
      record({ recipients: agreement({ originator: originator(der.sequence(ecKey, der.nullValue())) }) }),
    ],
    [
      'with the curve beside the ephemeral key',
      record({ recipients: agreement({ originator: originator(der.sequence(ecKey, der.oid(Oid.p256))) }) }),
    ],
    [
      'with user keying material',
      record({
        recipients: agreement({
          ukm: der.context(1, der.octetString(material)),
          keys: der.sequence(
            der.sequence(
              der.context(0, der.octetString(key.keyIdentifier)),
              der.octetString(wrappedWithMaterial),
            ),
          ),
        }),
      }),
    ],
  ])('opens: %s', (_what, bytes) => {
    expect(code(bytes)).toBe('ok');
  });

  it.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'record-malformed'],
    ['random bytes', Buffer.from('random bytes, not DER'), 'record-malformed'],
    ['too many bytes', Buffer.alloc(66_561), 'record-malformed'],
    ['a byte behind it', Buffer.concat([record(), Uint8Array.of(0)]), 'record-malformed'],
    ['another content type', Buffer.from(record()).fill(0x18, 14, 15), 'record-malformed'],
    ['no recipient', record({ recipients: new Uint8Array() }), 'record-malformed'],
    [
      'two recipients',
      record({ recipients: Buffer.concat([soundRecipient, soundRecipient]) }),
      'record-malformed',
    ],
    [
      '33 recipients',
      record({ recipients: Buffer.concat(Array<Uint8Array>(33).fill(der.context(4))) }),
      'record-malformed',
    ],
    ['a nonce of 11 bytes', record({ nonce: Buffer.alloc(11) }), 'record-malformed'],
    ['a tag of 12 bytes', record({ tag: Buffer.alloc(12) }), 'record-malformed'],
    [
      'another version of the recipient',
      record({ recipients: agreement({ version: der.integer(4) }) }),
      'record-malformed',
    ],
    [
      'a key-agreement recipient that is cut off',
      record({ recipients: der.context(1, der.integer(3)) }),
      'record-malformed',
    ],
    [
      'a recipient of an unknown kind',
      record({ recipients: der.context(4, der.oid('1.2.3')) }),
      'record-not-for-this-key',
    ],
    [
      'a key-transport recipient',
      record({
        recipients: encodeKeyTransport(byIdentifier, der.sequence(der.oid(CmsOid.rsaOaep)), wrapped),
      }),
      'record-not-for-this-key',
    ],
    [
      'a recipient by name',
      record({ recipients: encodeKeyAgreement(byName, point, wrapped) }),
      'record-not-for-this-key',
    ],
    ['another recipient', sealToKey(content, otherKey), 'record-not-for-this-key'],
    [
      'an ephemeral key that counts unused bits',
      record({
        recipients: agreement({
          originator: der.context(0, der.context(1, der.sequence(ecKey), der.bitString(evenPoint, 1))),
        }),
      }),
      'record-malformed',
    ],
    [
      'an ephemeral key of another kind',
      record({ recipients: agreement({ originator: originator(der.sequence(der.oid(Oid.rsaEncryption))) }) }),
      'record-not-for-this-key',
    ],
    [
      'an ephemeral key on another curve',
      record({ recipients: agreement({ originator: originator(der.sequence(ecKey, der.oid(Oid.p384))) }) }),
      'record-not-for-this-key',
    ],
    [
      'a compressed ephemeral key',
      record({
        recipients: agreement({
          originator: originator(der.sequence(ecKey), ephemeral.getPublicKey(null, 'compressed')),
        }),
      }),
      'record-not-for-this-key',
    ],
    [
      'a hybrid ephemeral key',
      record({
        recipients: agreement({
          originator: originator(der.sequence(ecKey), ephemeral.getPublicKey(null, 'hybrid')),
        }),
      }),
      'record-not-for-this-key',
    ],
    [
      'another key derivation',
      record({
        recipients: agreement({
          algorithm: der.sequence(der.oid('1.3.132.1.11.2'), der.sequence(der.oid(CmsOid.aes256Wrap))),
        }),
      }),
      'record-not-for-this-key',
    ],
    [
      'another key wrap',
      record({
        recipients: agreement({
          algorithm: der.sequence(der.oid(CmsOid.ecdhSha256Kdf), der.sequence(der.oid(CmsOid.aes256Gcm))),
        }),
      }),
      'record-not-for-this-key',
    ],
    [
      'no key wrap',
      record({ recipients: agreement({ algorithm: der.sequence(der.oid(CmsOid.ecdhSha256Kdf)) }) }),
      'record-not-for-this-key',
    ],
    [
      'an ephemeral key off the curve',
      record({ recipients: encodeKeyAgreement(byIdentifier, Buffer.alloc(65, 4), wrapped) }),
      'record-authentication-failed',
    ],
    [
      'another ephemeral key',
      record({ recipients: encodeKeyAgreement(byIdentifier, key.point, wrapped) }),
      'record-authentication-failed',
    ],
    [
      'a wrapped key that is too short',
      record({ recipients: encodeKeyAgreement(byIdentifier, point, wrapped.subarray(8)) }),
      'record-authentication-failed',
    ],
    ['another tag', record({ tag: Buffer.alloc(16) }), 'record-authentication-failed'],
    ['another nonce', record({ nonce: Buffer.alloc(12) }), 'record-authentication-failed'],
    ['other content', record({ ciphertext: Buffer.alloc(content.length) }), 'record-authentication-failed'],
    [
      'user keying material that was not derived from',
      record({ recipients: agreement({ ukm: der.context(1, der.octetString(material)) }) }),
      'record-authentication-failed',
    ],
  ])('is refused with %s', (_edit, bytes, expected) => {
    expect(code(bytes)).toBe(expected);
  });

  it('is refused with a bit flipped anywhere', () => {
    const ready = openingKey(round.privateKey)!;
    const sealed = sealToKey(content, key);
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const flipped = Uint8Array.from(sealed);
      flipped[bit >> 3]! ^= 1 << (bit & 7);
      if (open(flipped, ready).ok) throw new Error(`bit ${bit} makes no difference`);
    }
  });

  it('is refused cut off anywhere', () => {
    const sealed = sealToKey(content, key);
    for (let length = 0; length < sealed.length; length++) {
      expect(code(sealed.subarray(0, length))).toBe('record-malformed');
    }
  });
});

describe('keys that are not a round’s', () => {
  it.each([
    ['RSA', spkiOf(rsaPair().publicKey)],
    ['P-384', spkiOf(ecPair('P-384').publicKey)],
    ['a compressed point', Uint8Array.from(compressed())],
    ['no key', new Uint8Array(3)],
  ])('can’t be sealed to: %s', (_kind, spki) => {
    expect(() => sealingKey(spki)).toThrow(TypeError);
  });

  it.each<[string, Parameters<typeof openingKey>[0]]>([
    ['RSA', rsaPair().privateKey],
    ['P-384', ecPair('P-384').privateKey],
    ['a public key', createPublicKey(round.privateKey)],
    ['no key', new Uint8Array(3)],
  ])('open nothing: %s', (_kind, privateKey) => {
    expect(openingKey(privateKey)).toBeUndefined();
    expect(open(sealToKey(content, key), privateKey)).toMatchObject({
      failure: { code: 'record-not-for-this-key' },
    });
  });
});

function compressed(): Uint8Array {
  return der.sequence(
    der.sequence(ecKey, der.oid(Oid.p256)),
    der.bitString(ephemeral.getPublicKey(null, 'compressed')),
  );
}
