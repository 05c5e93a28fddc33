/*
 * Host names, mailboxes and URIs as names and constraints hold them (RFC 5280 §4.2.1.6, §4.2.1.10). What is not in the syntax that
 * its RFC asks for is undefined, so that nobody has to guess what another reader would make of it.
 */

const maximumHostLength = 253;
const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
// Without the flag u, so that no letter beyond ASCII folds into one.
const hostName = new RegExp(`^(?:${label}\\.)*${label}$`, 'i');
const numericLabel = /(?:^|\.)[0-9]+$/;

/**
 * A host name in preferred name syntax (RFC 1034 §3.5, RFC 1123 §2.1), in lower case. The dot of the root at its end is left out: it
 * names the same host. Undefined for anything else: no text, two dots, a leading dot, letters beyond ASCII, an address.
 */
export function readHost(text: string): string | undefined {
  const host = text.endsWith('.') ? text.slice(0, -1) : text;
  const readable = host.length <= maximumHostLength && hostName.test(host) && !numericLabel.test(host);
  return readable ? host.toLowerCase() : undefined;
}

/** One host, or the hosts below a domain: what a constraint on e-mail addresses or URIs names (RFC 5280 §4.2.1.10). */
export interface HostRange {
  readonly host: string;
  /** A dot stood before it: the hosts below are meant and not the host itself. */
  readonly below: boolean;
}

/** Reads the base of a constraint on e-mail addresses or URIs: `host` or `.domain`. */
export function readHostRange(text: string): HostRange | undefined {
  const below = text.startsWith('.');
  const host = readHost(below ? text.slice(1) : text);
  return host === undefined ? undefined : { host, below };
}

/** Whether a host lies in the range. */
export function inHostRange(name: string, { host, below }: HostRange): boolean {
  return below ? isBelow(name, host) : name === host;
}

/** Whether a host name is another with labels added on the left. */
export function isBelow(host: string, domain: string): boolean {
  return host.endsWith(`.${domain}`) && host.length > domain.length + 1;
}

/** Mailbox (RFC 5321 §4.1.2). */
export interface Mailbox {
  /** As it is meant: without the quotes and the backslashes of a quoted string. */
  readonly localPart: string;
  readonly host: string;
}

const maximumMailboxLength = 64 + 1 + maximumHostLength + 1;
const atom = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";
const quotedString = String.raw`"(?:[ !#-[\]-~]|\\[ -~])*"`;
const mailbox = new RegExp(`^(${atom}(?:\\.${atom})*|${quotedString})@([^@]+)$`, 'i');

/** Reads a Mailbox (RFC 5321 §4.1.2) at a host name. Undefined for no local part, two @ and address literals. */
export function readMailbox(text: string): Mailbox | undefined {
  if (text.length > maximumMailboxLength) return undefined;
  const [, local, domain] = mailbox.exec(text) ?? [];
  const host = domain === undefined ? undefined : readHost(domain);
  if (local === undefined || host === undefined) return undefined;
  return { localPart: local.startsWith('"') ? unquoted(local) : local, host };
}

function unquoted(local: string): string {
  return local.slice(1, -1).replace(/\\(.)/g, '$1');
}

// RFC 3986 §3.2. The lengths are limited, so that an authority of many octets takes no time.
const uriAuthority =
  /^[a-z][a-z0-9+.-]{0,63}:\/\/(?:[a-z0-9._~!$&'()*+,;=:%-]{0,255}@)?([a-z0-9.-]{1,254})(?::[0-9]{0,5})?(?:[/?#]|$)/i;

/** The host of a URI (RFC 3986 §3.2.2) where it is a fully qualified host name: with a dot in it. */
export function readUriHost(text: string): string | undefined {
  const host = readHost(uriAuthority.exec(text)?.[1] ?? '');
  return host?.includes('.') === true ? host : undefined;
}
