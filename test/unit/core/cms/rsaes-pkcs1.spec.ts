import { afterAll, describe, expect, it } from '@jest/globals';
import { encryptPkcs1 } from '../../../../src/core/cms/rsaes-pkcs1.js';
import { ecPair, pkcs8Of, pssPair, rsaPair, spkiOf } from '../../../support/cms/certificates.js';
import { OpensslFolder } from '../../../support/openssl.js';

const openssl = new OpensslFolder();
afterAll(() => {
  openssl.remove();
});

describe('RSAES-PKCS1-v1_5', () => {
  const message = Buffer.from('0123456789abcdef0123456789abcdef');

  it.each([2048, 2056, 3072])('to a key of %d bits is what openssl decrypts, and computes', (bits) => {
    const pair = rsaPair(bits);
    const key = openssl.put('key.der', pkcs8Of(pair.privateKey));
    const publicKey = openssl.put('public.der', spkiOf(pair.publicKey));
    const encrypted = encryptPkcs1(spkiOf(pair.publicKey), message);
    expect(encrypted).toHaveLength(bits / 8);
    openssl.put('encrypted', encrypted);
    const decrypt = ['pkeyutl', '-decrypt', '-keyform', 'DER', '-inkey', key, '-in', 'encrypted'];
    expect(openssl.must(...decrypt)).toEqual(message);

    const block = openssl.must(...decrypt, '-pkeyopt', 'rsa_padding_mode:none');
    expect([...block.subarray(0, 2)]).toEqual([0, 2]);
    expect(block.subarray(2, -33).includes(0)).toBe(false);
    expect(block.subarray(-33)).toEqual(Buffer.concat([Buffer.alloc(1), message]));
    openssl.put('block', block);
    const encrypt = ['pkeyutl', '-encrypt', '-pubin', '-keyform', 'DER', '-inkey', publicKey, '-in', 'block'];
    expect(openssl.must(...encrypt, '-pkeyopt', 'rsa_padding_mode:none')).toEqual(Buffer.from(encrypted));
  });

  it('is another every time', () => {
    const publicKey = spkiOf(rsaPair().publicKey);
    const encrypted = Array.from({ length: 8 }, () =>
      Buffer.from(encryptPkcs1(publicKey, message)).toString('hex'),
    );
    expect(new Set(encrypted).size).toBe(8);
  });

  it('takes a message up to eleven octets shorter than the modulus', () => {
    const publicKey = spkiOf(rsaPair().publicKey);
    expect(encryptPkcs1(publicKey, new Uint8Array(245))).toHaveLength(256);
    expect(() => encryptPkcs1(publicKey, new Uint8Array(246))).toThrow(RangeError);
  });

  it.each([
    ['a key on a curve', spkiOf(ecPair().publicKey)],
    ['a key for PSS alone', spkiOf(pssPair().publicKey)],
    ['no key', Uint8Array.of(0x30, 0)],
  ])('refuses %s', (_what, publicKey) => {
    expect(() => encryptPkcs1(publicKey, message)).toThrow('not an RSA key');
  });
});
