import { equalOctets } from '../octets.js';
import { octetKey } from '../native-octets.js';
import { type Certificate, type Name, nameKey } from '../x509/index.js';
import type { WorkBudget } from './work-budget.js';

/**
 * Which issuers are tried. `exact`: those whose encoded name is the same and whose key identifier agrees. This finds nearly every
 * path at once. `tolerant`: those whose name is equal by RFC 5280 §7.1, whatever the key identifiers.
 */
export type Tolerance = 'exact' | 'tolerant';

/** Certificates of one name and key. What one of them signed, all of them issued. */
export interface KeyHolder {
  readonly subject: Name;
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array;
  /** Each once. */
  readonly certificates: readonly Certificate[];
}

/** Tells whether names count as equal. */
export class NameComparison {
  private readonly canonical = new Map<string, string>();

  constructor(private readonly tolerance: Tolerance) {}

  /** Whether two names count as equal. */
  equal(one: Name, other: Name): boolean {
    return this.tolerance === 'exact'
      ? equalOctets(one.der, other.der)
      : this.labelOf(one) === this.labelOf(other);
  }

  /** The same text for equal names. The canonical form of an encoding is made once, however many certificates bear it. */
  labelOf(name: Name): string {
    const encoding = octetKey(name.der);
    if (this.tolerance === 'exact') return encoding;
    const known = this.canonical.get(encoding);
    if (known !== undefined) return known;
    const label = nameKey(name);
    this.canonical.set(encoding, label);
    return label;
  }
}

/** The certificates that may issue others, by name and key, so that a thousand of one name and key are one question. */
export class CertificatePool {
  private readonly holders = new Map<string, readonly KeyHolder[]>();

  constructor(
    private readonly certificates: readonly Certificate[],
    private readonly names: NameComparison,
    private readonly budget: WorkBudget,
  ) {}

  /** Those who have this name, in the order in which they came. Each name is looked for once. */
  holdersOf(name: Name): readonly KeyHolder[] {
    const label = this.names.labelOf(name);
    const known = this.holders.get(label);
    if (known !== undefined) return known;
    const affordable = this.budget.take('lookups', this.certificates.length);
    const holders = affordable ? this.search(name) : [];
    this.holders.set(label, holders);
    return holders;
  }

  private search(name: Name): readonly KeyHolder[] {
    const holders = new Map<string, HolderEntry>();
    for (const certificate of this.certificates) {
      if (this.names.equal(certificate.subject, name)) addTo(holders, certificate);
    }
    return [...holders.values()];
  }
}

interface HolderEntry extends KeyHolder {
  readonly certificates: Certificate[];
  /** The encodings of `certificates`, once there are two. */
  encodings?: Set<string>;
}

function addTo(holders: Map<string, HolderEntry>, certificate: Certificate): void {
  const { subject, subjectPublicKeyInfo: publicKey } = certificate;
  const key = octetKey(publicKey);
  const holder = holders.get(key);
  if (holder === undefined) holders.set(key, { subject, publicKey, certificates: [certificate] });
  else addOnce(holder, certificate);
}

function addOnce(holder: HolderEntry, certificate: Certificate): void {
  holder.encodings ??= new Set(holder.certificates.map(({ der }) => octetKey(der)));
  const encoding = octetKey(certificate.der);
  if (holder.encodings.has(encoding)) return;
  holder.encodings.add(encoding);
  holder.certificates.push(certificate);
}
