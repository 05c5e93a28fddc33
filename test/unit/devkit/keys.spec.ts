import { createPublicKey, verify } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { invert, toInteger, toOctets } from '../../../src/devkit/keys/big-integer.js';
import { signEcdsa } from '../../../src/devkit/keys/deterministic-ecdsa.js';
import { keyPairFrom } from '../../../src/devkit/keys/key-pair.js';
import { der } from '../../../src/core/der/index.js';
import {
  keyFolder,
  KeyPool,
  makeKey,
  type KeyKind,
  privateKeyPem,
  SeededRandom,
  type SignatureAlgorithm,
  signWith,
} from '../../../src/devkit/index.js';
import { fileOf, openssl } from './openssl.js';

describe('SeededRandom', () => {
  it('gives the same bytes for the same seed, however they are drawn', () => {
    const whole = new SeededRandom('seed').bytes(10_000);
    const random = new SeededRandom('seed');
    const pieces = [1, 4095, 4096, 1808].map((length) => random.bytes(length));
    expect(Buffer.concat(pieces).equals(whole)).toBe(true);
    expect(Buffer.from(new SeededRandom('other').bytes(32))).not.toEqual(Buffer.from(whole.subarray(0, 32)));
  });

  it('makes forks that depend only on the label', () => {
    const random = new SeededRandom('seed');
    const first = random.fork('a').bytes(16);
    random.bytes(100);
    expect(random.fork('a').bytes(16)).toEqual(first);
    expect(random.fork('b').bytes(16)).not.toEqual(first);
  });

  it('shuffles without losing an item', () => {
    const items = Array.from({ length: 50 }, (_, i) => i);
    const shuffled = new SeededRandom('seed').shuffle(items);
    expect(shuffled).not.toEqual(items);
    expect(shuffled.toSorted((a, b) => a - b)).toEqual(items);
  });

  it('draws every number below a bound', () => {
    const random = new SeededRandom('seed');
    expect(new Set(Array.from({ length: 200 }, () => random.below(7))).size).toBe(7);
    expect(random.digits(30)).toMatch(/^\d{30}$/);
  });
});

describe('keys', () => {
  it.each<KeyKind>(['rsa-1024', 'rsa-2048', 'rsa-4096', 'p256', 'p384'])(
    '%s: is valid, and the same for the same seed',
    (kind) => {
      const key = makeKey(new SeededRandom('keys'), kind);
      expect(makeKey(new SeededRandom('keys'), kind).publicKey).toEqual(key.publicKey);
      expect(openssl('pkey', '-check', '-noout', '-in', fileOf(privateKeyPem(key))).output).toContain(
        'Key is valid',
      );
      const { modulusLength } = key.privateKey.asymmetricKeyDetails ?? {};
      if (kind.startsWith('rsa')) expect(modulusLength).toBe(Number(kind.slice(4)));
    },
  );

  it.each<KeyKind>(['rsa-2048', 'p256', 'p384'])(
    '%s: has the key identifier that openssl computes',
    (kind) => {
      const key = makeKey(new SeededRandom('keys'), kind);
      const made = openssl(
        'req',
        '-x509',
        '-new',
        '-subj',
        '/CN=x',
        '-key',
        fileOf(privateKeyPem(key)),
      ).stdout;
      const { output } = openssl('x509', '-noout', '-ext', 'subjectKeyIdentifier', '-in', fileOf(made));
      expect(output.replaceAll(':', '').toLowerCase()).toContain(
        Buffer.from(key.keyIdentifier).toString('hex'),
      );
    },
  );

  it('the pool gives a key by its name, whatever the order of the calls', () => {
    const [one, other] = [new KeyPool(new SeededRandom('s')), new KeyPool(new SeededRandom('s'))];
    const names = ['a', 'b', 'c'];
    const first = names.map((name) => one.key(name, 'p256').publicKey);
    const second = names.toReversed().map((name) => other.key(name, 'p256').publicKey);
    expect(first).toEqual(second.toReversed());
    expect(one.key('a', 'p256')).toBe(one.key('a', 'p256'));
  });

  it.each<KeyKind>(['rsa-1024', 'p256'])('%s: what a pool has made is in its store for the next', (kind) => {
    const kept = new Map<string, Uint8Array>();
    const store = {
      find: (label: string) => kept.get(label),
      keep: (label: string, privateKey: Uint8Array) => void kept.set(label, privateKey),
    };
    const made = new KeyPool(new SeededRandom('s'), store).key('a', kind);
    expect([...kept.keys()]).toEqual([`${kind}/a`]);
    // Of another seed, so that a key that is made anew would differ.
    const found = new KeyPool(new SeededRandom('t'), store).key('a', kind);
    expect([found.kind, found.publicKey, found.keyIdentifier]).toEqual([
      kind,
      made.publicKey,
      made.keyIdentifier,
    ]);
    expect(privateKeyPem(found)).toBe(privateKeyPem(made));
    expect([...kept.keys()]).toEqual([`${kind}/a`]);
  });

  it('a folder keeps a key for its seed and its label alone, and leaves nothing unfinished', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'lianshu-keys-'));
    const made = new KeyPool(new SeededRandom('s'), keyFolder(folder, 's')).key('a', 'p256');
    expect(readdirSync(folder)).toHaveLength(1);
    // Of another seed, so that a key that is made anew would differ.
    const found = new KeyPool(new SeededRandom('t'), keyFolder(folder, 's')).key('a', 'p256');
    expect(privateKeyPem(found)).toBe(privateKeyPem(made));
    expect(keyFolder(folder, 't').find('p256/a')).toBeUndefined();
    expect(keyFolder(folder, 's').find('p256/b')).toBeUndefined();
    rmSync(folder, { recursive: true });
    expect(() => new KeyPool(new SeededRandom('s'), keyFolder(folder, 's')).key('a', 'p256')).toThrow(
      'ENOENT',
    );
    expect(() => keyFolder(import.meta.filename, 's').find('p256/a')).toThrow('ENOTDIR');
  });

  it.each<[SignatureAlgorithm, KeyKind]>([
    ['rsa-md5', 'rsa-2048'],
    ['rsa-sha1', 'rsa-2048'],
    ['rsa-sha256', 'rsa-1024'],
    ['rsa-sha384', 'rsa-2048'],
    ['rsa-sha512', 'rsa-2048'],
    ['ecdsa-sha1', 'p256'],
    ['ecdsa-sha256', 'p256'],
    ['ecdsa-sha384', 'p384'],
    ['ecdsa-sha512', 'p256'],
    ['ecdsa-sha256', 'p384'],
  ])('%s by %s verifies, and is the same each time', (algorithm, kind) => {
    const key = makeKey(new SeededRandom('keys'), kind);
    const data = Buffer.from('連署');
    const signature = signWith(key, algorithm, data);
    expect(signWith(key, algorithm, data)).toEqual(signature);
    const publicKey = createPublicKey({ key: Buffer.from(key.publicKey), format: 'der', type: 'spki' });
    expect(verify(algorithm.split('-')[1], data, publicKey, signature)).toBe(true);
  });

  it('signs as RFC 6979 §A.2.5 does (P-256, SHA-256, "sample")', () => {
    const secret = Buffer.from('C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721', 'hex');
    const encoded = der.sequence(
      der.integer(1),
      der.octetString(secret),
      der.context(0, der.oid('1.2.840.10045.3.1.7')),
    );
    const signature = signEcdsa(keyPairFrom('p256', encoded, 'sec1'), 'sha256', Buffer.from('sample'));
    const expected = [
      'EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716',
      'F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8',
    ].map((hex) => der.unsignedInteger(Buffer.from(hex, 'hex')));
    expect(Buffer.from(signature)).toEqual(Buffer.from(der.sequence(...expected)));
  });

  it('does not sign by ECDSA with an RSA key', () => {
    const key = makeKey(new SeededRandom('keys'), 'rsa-2048');
    expect(() => signEcdsa(key, 'sha256', Buffer.from('x'))).toThrow('not an EC private key');
  });

  it('reads and writes integers as octets, and inverts them', () => {
    expect(Buffer.from(toOctets(1n, 4)).toString('hex')).toBe('00000001');
    expect([toInteger(Uint8Array.of(1, 0)), toInteger(new Uint8Array())]).toEqual([256n, 0n]);
    expect((invert(7n, 40n) * 7n) % 40n).toBe(1n);
    expect(() => invert(8n, 40n)).toThrow('not invertible');
  });
});
