import { createHmac, timingSafeEqual } from 'node:crypto';
import { sealingKey, sealRecord } from '../core/cms/index.js';
import type { RoundId } from '../core/identifiers.js';
import { sha256 } from './key-material.js';
import type { KeyMaterial } from './ports.js';

/**
 * Shows that the wrapped key opens before the round goes live: a value sealed to the round key, which only the private half
 * can give back. Nothing is stored: the value is an HMAC over the key material, so it changes when the material does.
 */
export class OpeningProbe {
  /** `secret` is the platform's, 32 bytes. */
  constructor(private readonly secret: Uint8Array) {}

  /** The probe, sealed like a record: CMS AuthEnvelopedData to the round key, DER. */
  seal(roundId: RoundId, material: KeyMaterial): Uint8Array {
    return sealRecord(this.expected(roundId, material), sealingKey(material.publicKey));
  }

  /** Whether this is what was sealed. Constant time. */
  matches(roundId: RoundId, material: KeyMaterial, answer: Uint8Array): boolean {
    const expected = this.expected(roundId, material);
    return answer.length === expected.length && timingSafeEqual(answer, expected);
  }

  private expected(roundId: RoundId, material: KeyMaterial): Uint8Array {
    const mac = createHmac('sha256', this.secret).update(`opening probe ${roundId}\n`, 'utf8');
    for (const part of [material.publicKey, material.wrappedKey, material.keyStatement])
      mac.update(sha256(part));
    return mac.digest();
  }
}
