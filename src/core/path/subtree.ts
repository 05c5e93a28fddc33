import { type GeneralName, nameWithin } from '../x509/index.js';

/** Whether a name lies in a subtree; undefined when form or syntax does not let it be told. */
export type Containment = boolean | undefined;

/**
 * Whether `name` lies in the subtree of `base` (RFC 5280 4.2.1.10), both of one form. Forms without a rule there (otherName,
 * x400Address, ediPartyName, registeredID) can't be told.
 */
export function within(name: GeneralName, base: GeneralName): Containment {
  switch (name.form) {
    case 'directory':
      return base.form === 'directory' && nameWithin(name.name, base.name);
    case 'dns':
      return base.form === 'dns' && hostWithin(lower(name.text), lower(base.text));
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

const lower = (text: string): string => text.toLowerCase();

// A DNS name by adding labels on the left; a leading dot, which RFC 5280 does not know here, asks for at least one.
function hostWithin(host: string, base: string): boolean {
  if (base === '' || host === base) return true;
  return host.endsWith(base.startsWith('.') ? base : `.${base}`) && host.length > base.length;
}

// A mailbox, all mailboxes of a host, or of every host below a domain. The local part keeps its case.
function emailWithin(mailbox: string, base: string): Containment {
  const at = mailbox.lastIndexOf('@');
  if (at < 0) return undefined;
  const host = lower(mailbox.slice(at + 1));
  const baseAt = base.lastIndexOf('@');
  if (baseAt >= 0)
    return mailbox.slice(0, at) === base.slice(0, baseAt) && host === lower(base.slice(baseAt + 1));
  return hostOrBelow(host, lower(base));
}

const authority = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?([^/?#:@[\]]+)(?::[0-9]*)?(?:[/?#]|$)/i;
const dottedDecimal = /^[0-9.]+$/;

// RFC 5280: a URI whose authority is no host name must be refused where a constraint applies.
function uriWithin(uri: string, base: string): Containment {
  const host = authority.exec(uri)?.[1];
  if (host === undefined || dottedDecimal.test(host)) return undefined;
  return hostOrBelow(lower(host), lower(base));
}

// With a leading dot hosts below the domain, without one the very host.
function hostOrBelow(host: string, base: string): boolean {
  return base.startsWith('.') ? host.endsWith(base) && host.length > base.length : host === base;
}

// An address and a mask of its length (RFC 4632).
function addressWithin(address: Uint8Array, base: Uint8Array): Containment {
  if (!isAddress(address.length) || !isAddress(base.length / 2)) return undefined;
  if (base.length !== address.length * 2) return false;
  return address.every((octet, index) => ((octet ^ base[index]) & base[index + address.length]) === 0);
}

const isAddress = (octets: number): boolean => octets === 4 || octets === 16;
