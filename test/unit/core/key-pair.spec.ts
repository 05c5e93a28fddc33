import { describe, expect, it } from '@jest/globals';
import { isKeyPair } from '../../../src/core/key-pair.js';
import { ecPair, pkcs8Of, rsaPair, spkiOf } from '../../support/cms/certificates.js';

const pair = ecPair();
const other = ecPair();
const p384 = ecPair('P-384');
const rsa = rsaPair();
const privateKey = pkcs8Of(pair.privateKey);
const publicKey = spkiOf(pair.publicKey);

describe('isKeyPair', () => {
  it('is true of the two halves of a P-256 key', async () => {
    expect(await isKeyPair(privateKey, publicKey)).toBe(true);
  });

  it.each<[string, Uint8Array, Uint8Array]>([
    ['another private key', pkcs8Of(other.privateKey), publicKey],
    ['another public key', privateKey, spkiOf(other.publicKey)],
    ['a pair on another curve', pkcs8Of(p384.privateKey), spkiOf(p384.publicKey)],
    ['an RSA pair', pkcs8Of(rsa.privateKey), spkiOf(rsa.publicKey)],
    ['no private key', Buffer.from('nothing'), publicKey],
    ['no private key at all', new Uint8Array(), publicKey],
    ['no public key', privateKey, new Uint8Array()],
    ['a public key with a byte behind it', privateKey, Uint8Array.of(...publicKey, 0)],
    ['the halves the other way round', publicKey, privateKey],
  ])('is false of %s', async (_what, one, half) => {
    expect(await isKeyPair(one, half)).toBe(false);
  });
});
