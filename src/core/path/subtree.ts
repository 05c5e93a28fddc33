import { octetAt } from '../octets.js';
import { type GeneralName, nameWithin } from '../x509/index.js';
import { inHostRange, isBelow, readHost, readHostRange, readMailbox, readUriHost } from './internet-names.js';

/** A name that constraints apply to. `inSubject`: an e-mail address from the subject, where case makes no difference (RFC 5280 §4.1.2.6). */
export type ConstrainedName = GeneralName & { readonly inSubject?: true };

/** Whether a name lies in a subtree. Undefined where its form or syntax, or the subtree's, gives no answer. */
type Containment = boolean | undefined;

/**
 * Whether `name` lies in the subtree of `base` (RFC 5280 §4.2.1.10). Both have the same form. There is no rule for otherName,
 * x400Address, ediPartyName and registeredID, and none for what can't be read, so for them there is no answer.
 */
export function withinSubtree(name: ConstrainedName, base: GeneralName): Containment {
  switch (name.form) {
    case 'directory':
      return base.form === 'directory' && nameWithin(name.name, base.name);
    case 'dns':
      return base.form === 'dns' ? dnsWithin(name.text, base.text) : false;
    case 'email':
      return base.form === 'email' ? emailWithin(name, base.text) : false;
    case 'uri':
      return base.form === 'uri' ? uriWithin(name.text, base.text) : false;
    case 'ip':
      return base.form === 'ip' ? addressWithin(name.octets, base.octets) : false;
    default:
      return undefined;
  }
}

/** The base with labels added on the left, or none. `*.` at the start of a name stands for one label. */
function dnsWithin(name: string, base: string): Containment {
  const wildcard = name.startsWith('*.');
  const host = readHost(wildcard ? name.slice(2) : name);
  const domain = readHost(base);
  if (host === undefined || domain === undefined) return undefined;
  if (host === domain || isBelow(host, domain)) return true;
  // Of the names that the wildcard stands for, some are in the subtree and some are not.
  return wildcard && isOneLabelBelow(domain, host) ? undefined : false;
}

function isOneLabelBelow(host: string, domain: string): boolean {
  return isBelow(host, domain) && !host.slice(0, -domain.length - 1).includes('.');
}

/** The base is a mailbox, a host, or a domain after a dot. */
function emailWithin(name: { readonly text: string; readonly inSubject?: true }, base: string): Containment {
  const mailbox = readMailbox(name.text);
  if (mailbox === undefined) return undefined;
  if (!base.includes('@')) {
    const range = readHostRange(base);
    return range && inHostRange(mailbox.host, range);
  }
  const only = readMailbox(base);
  if (only === undefined) return undefined;
  const sameLocalPart =
    name.inSubject === true
      ? mailbox.localPart.toLowerCase() === only.localPart.toLowerCase()
      : mailbox.localPart === only.localPart;
  return sameLocalPart && mailbox.host === only.host;
}

/** RFC 5280 §4.2.1.10: where a constraint applies, a URI whose authority is not a fully qualified host name must be refused. */
function uriWithin(uri: string, base: string): Containment {
  const host = readUriHost(uri);
  const range = readHostRange(base);
  if (host === undefined || range === undefined) return undefined;
  return range.below || range.host.includes('.') ? inHostRange(host, range) : undefined;
}

/** The base is an address, then a mask of the same length (RFC 4632 §5.1): ones, then zeros. */
function addressWithin(address: Uint8Array, base: Uint8Array): Containment {
  const octets = base.length / 2;
  const mask = base.subarray(octets);
  if (!isAddress(address.length) || !isAddress(octets) || !isContiguous(mask)) return undefined;
  if (address.length !== octets) return false;
  return address.every((octet, index) => ((octet ^ octetAt(base, index)) & octetAt(mask, index)) === 0);
}

const isAddress = (octets: number): boolean => octets === 4 || octets === 16;

function isContiguous(mask: Uint8Array): boolean {
  const bits = Array.from(mask, (octet) => octet.toString(2).padStart(8, '0')).join('');
  return !bits.includes('01');
}
