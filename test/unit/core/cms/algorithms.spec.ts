import { describe, expect, it } from '@jest/globals';
import {
  digestAlgorithmFor,
  resolveAlgorithms,
  signatureAlgorithmFor,
} from '../../../../src/core/cms/algorithms.js';
import { der } from '../../../../src/core/der/index.js';
import { Oid } from '../../../../src/core/x509/index.js';

const rsaKey = (modulus: Uint8Array): Uint8Array =>
  der.sequence(
    der.sequence(der.oid(Oid.rsaEncryption), der.nullValue()),
    der.bitString(der.sequence(der.encode(0x02, modulus), der.integer(65537))),
  );

describe('resolveAlgorithms', () => {
  it.each([
    [2048, 'ok'],
    [8192, 'ok'],
    [8200, 'evidence-algorithm-unsupported'],
    [2040, 'evidence-weak-key'],
  ])('an RSA key of %i bits: %s', (bits, expected) => {
    const spki = rsaKey(Buffer.concat([Buffer.alloc(1), Buffer.alloc(bits / 8, 0x81)]));
    const resolved = resolveAlgorithms(
      digestAlgorithmFor('sha256'),
      signatureAlgorithmFor('rsa', 'sha256'),
      spki,
    );
    expect(resolved.ok ? 'ok' : resolved.failure.code).toBe(expected);
  });
});
