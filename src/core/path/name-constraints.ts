import { octetAt } from '../octets.js';
import {
  type Certificate,
  type CertificateExtensions,
  decodeDirectoryString,
  type GeneralName,
  type GeneralSubtree,
  type NameConstraints,
  nameWithin,
  Oid,
} from '../x509/index.js';
import type { PathErrorCode } from './errors.js';
import type { WorkBudget } from './work-budget.js';

/** Why a name does not pass. */
type NameRefusal = Extract<
  PathErrorCode,
  'name-not-permitted' | 'name-excluded' | 'name-constraint-unsupported' | 'path-search-exhausted'
>;

/**
 * The name constraints of the certificates above (RFC 5280 §6.1.4 (g)). A name must lie in a permitted subtree of each
 * certificate that has any, and in no excluded subtree of any certificate.
 */
export class NameConstraintState {
  private readonly met: NameConstraints[] = [];

  constructor(private readonly budget: WorkBudget) {}

  /** Whether there is anything to check. */
  get isEmpty(): boolean {
    return this.met.length === 0;
  }

  /** RFC 5280 §6.1.4 (g): adds a certificate's constraints. */
  add(constraints: NameConstraints): void {
    this.met.push(constraints);
  }

  /** RFC 5280 §6.1.3 (b), (c): why the first name that does not pass is refused. */
  refusalOf(names: readonly GeneralName[]): NameRefusal | undefined {
    for (const name of names) {
      for (const constraints of this.met) {
        const refusal =
          this.permits(name, constraints.permitted) ?? this.excludes(name, constraints.excluded);
        if (refusal !== undefined) return refusal;
      }
    }
    return undefined;
  }

  private permits(name: GeneralName, permitted: readonly GeneralSubtree[]): NameRefusal | undefined {
    let refusal: NameRefusal | undefined;
    for (const subtree of permitted) {
      const contained = this.contains(subtree, name);
      if (contained === true) return undefined;
      if (typeof contained === 'string') return contained;
      if (contained === false) refusal = 'name-not-permitted';
    }
    return refusal;
  }

  private excludes(name: GeneralName, excluded: readonly GeneralSubtree[]): NameRefusal | undefined {
    for (const subtree of excluded) {
      const contained = this.contains(subtree, name);
      if (contained === true) return 'name-excluded';
      if (typeof contained === 'string') return contained;
    }
    return undefined;
  }

  /** Undefined where the subtree is of another form, and so does not apply. */
  private contains({ base, bounded }: GeneralSubtree, name: GeneralName): boolean | NameRefusal | undefined {
    if (!this.budget.take('nameComparisons')) return 'path-search-exhausted';
    if (base.form !== name.form) return undefined;
    return bounded
      ? 'name-constraint-unsupported'
      : (withinSubtree(name, base) ?? 'name-constraint-unsupported');
  }
}

/** The names a certificate's constraints apply to: subject, alternative names, and e-mail addresses in the subject (RFC 5280 §4.2.1.10). */
export function constrainedNames(
  { subject }: Certificate,
  { subjectAltName = [] }: CertificateExtensions,
): readonly GeneralName[] {
  const directory: readonly GeneralName[] =
    subject.relativeNames.length === 0 ? [] : [{ form: 'directory', name: subject }];
  const emails = subject.relativeNames
    .flat()
    .filter(({ type }) => type === Oid.emailAddress)
    .map(({ tag, value }): GeneralName => ({ form: 'email', text: decodeDirectoryString(tag, value) }));
  return [...directory, ...subjectAltName, ...emails];
}

/** Whether a name lies in a subtree. Undefined where its form or syntax gives no answer. */
type Containment = boolean | undefined;

/**
 * Whether `name` lies in the subtree of `base` (RFC 5280 §4.2.1.10). Both have the same form. There is no rule for otherName,
 * x400Address, ediPartyName and registeredID, so for them there is no answer.
 */
export function withinSubtree(name: GeneralName, base: GeneralName): Containment {
  switch (name.form) {
    case 'directory':
      return base.form === 'directory' && nameWithin(name.name, base.name);
    case 'dns':
      return base.form === 'dns' && hostWithin(lowerCase(name.text), lowerCase(base.text));
    case 'email':
      return base.form === 'email' ? emailWithin(name.text, base.text) : false;
    case 'uri':
      return base.form === 'uri' ? uriWithin(name.text, base.text) : false;
    case 'ip':
      return base.form === 'ip' ? addressWithin(name.octets, base.octets) : false;
    default:
      return undefined;
  }
}

const lowerCase = (text: string): string => text.toLowerCase();

// The base with labels added on the left, or none. A leading dot, which RFC 5280 does not define here, requires at least one.
function hostWithin(host: string, base: string): boolean {
  if (base === '' || host === base) return true;
  return host.endsWith(base.startsWith('.') ? base : `.${base}`) && host.length > base.length;
}

// The base is a mailbox, a host, or a domain after a dot. The local part is compared with its case.
function emailWithin(mailbox: string, base: string): Containment {
  const at = mailbox.lastIndexOf('@');
  if (at < 0) return undefined;
  const host = lowerCase(mailbox.slice(at + 1));
  const baseAt = base.lastIndexOf('@');
  if (baseAt >= 0)
    return mailbox.slice(0, at) === base.slice(0, baseAt) && host === lowerCase(base.slice(baseAt + 1));
  return hostOrBelow(host, lowerCase(base));
}

const uriAuthority = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?([^/?#:@[\]]+)(?::[0-9]*)?(?:[/?#]|$)/i;
const dottedDecimal = /^[0-9.]+$/;

// RFC 5280 §4.2.1.10: where a constraint applies, a URI whose authority is not a host name must be refused.
function uriWithin(uri: string, base: string): Containment {
  const host = uriAuthority.exec(uri)?.[1];
  if (host === undefined || dottedDecimal.test(host)) return undefined;
  return hostOrBelow(lowerCase(host), lowerCase(base));
}

// With a leading dot: hosts below the domain. Without one: exactly this host.
function hostOrBelow(host: string, base: string): boolean {
  return base.startsWith('.') ? host.endsWith(base) && host.length > base.length : host === base;
}

// The base is an address, then a mask of the same length (RFC 4632).
function addressWithin(address: Uint8Array, base: Uint8Array): Containment {
  if (!isAddress(address.length) || !isAddress(base.length / 2)) return undefined;
  if (base.length !== address.length * 2) return false;
  return address.every(
    (octet, index) => ((octet ^ octetAt(base, index)) & octetAt(base, index + address.length)) === 0,
  );
}

const isAddress = (octets: number): boolean => octets === 4 || octets === 16;
