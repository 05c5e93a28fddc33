import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { type PublicKey, readPublicKey } from '../../../../src/core/x509/index.js';
import { importPublicKey } from '../../../../src/core/x509/signature.js';
import { verificationCost } from '../../../../src/core/x509/verification-cost.js';
import { testKey } from '../../../support/path/chain-draft.js';

const der = createHash('sha256').digest();
const rsa = (modulusBits: number, exponentBits = 17): PublicKey => ({
  kind: 'rsa',
  modulusBits,
  exponentBits,
  modulus: der,
  exponent: der,
  der,
});
const ec = (curve: Extract<PublicKey, { kind: 'ec' }>['curve']): PublicKey => ({
  kind: 'ec',
  curve,
  point: der,
  der,
});

describe('verificationCost', () => {
  it.each<[string, PublicKey, number]>([
    ['RSA of 2,048 bits', rsa(2048), 1],
    ['RSA of 2,048 bits and exponent 3', rsa(2048, 2), 1],
    ['RSA of 4,096 bits', rsa(4096), 3],
    ['RSA of 8,192 bits', rsa(8192), 11],
    ['RSA of 2,048 bits and a long exponent', rsa(2048, 2040), 80],
    ['RSA for PSS', { ...rsa(3072), kind: 'rsa-pss' } as PublicKey, 2],
    ['P-256', ec('prime256v1'), 3],
    ['P-384', ec('secp384r1'), 24],
    ['P-521', ec('secp521r1'), 56],
    ['P-224', ec('secp224r1'), 14],
    ['secp256k1', ec('secp256k1'), 14],
    ['DSA', { kind: 'dsa', der }, 14],
    ['Ed25519', { kind: 'ed25519', der }, 4],
  ])('%s', (_what, key, arithmetic) => {
    expect(verificationCost(key, 1000)).toBe(arithmetic + 4);
    expect(verificationCost(key, 65_536)).toBe(arithmetic + 4 + 4);
  });

  it('counts the import of a key once', () => {
    const key = readPublicKey(testKey('p256').publicKey);
    if (key === undefined) throw new Error('not read');
    expect(verificationCost(key, 0)).toBe(7);
    importPublicKey(key);
    expect(verificationCost(key, 0)).toBe(3);
  });
});
