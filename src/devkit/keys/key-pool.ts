import type { SeededRandom } from '../random.js';
import { seededEcKey } from './ec-key.js';
import type { KeyKind, KeyPair } from './key-pair.js';
import { seededRsaKey } from './rsa-key.js';

/** How many keys of each kind the cards share: making one takes far longer than making a certificate. */
const poolSizes: Record<KeyKind, number> = { 'rsa-2048': 8, 'rsa-4096': 1, 'rsa-1024': 1, p256: 4, p384: 2 };

/** Keys by name, made when first asked for; which key a name gets depends on the seed and the name alone. */
export class KeyPool {
  private readonly keys = new Map<string, KeyPair>();

  constructor(private readonly random: SeededRandom) {}

  /** The key of this name and kind, the same at every call. */
  key(name: string, kind: KeyKind): KeyPair {
    const label = `${kind}/${name}`;
    const known = this.keys.get(label);
    if (known !== undefined) return known;
    const made = makeKey(this.random.fork(label), kind);
    this.keys.set(label, made);
    return made;
  }

  /** One of the few keys of this kind that cards share. */
  shared(kind: KeyKind, random: SeededRandom): KeyPair {
    return this.key(`card ${random.below(poolSizes[kind])}`, kind);
  }
}

/** A deterministic key of this kind. */
export function makeKey(random: SeededRandom, kind: KeyKind): KeyPair {
  switch (kind) {
    case 'rsa-1024':
      return seededRsaKey(random, 1024);
    case 'rsa-2048':
      return seededRsaKey(random, 2048);
    case 'rsa-4096':
      return seededRsaKey(random, 4096);
    case 'p256':
    case 'p384':
      return seededEcKey(random, kind);
  }
}
