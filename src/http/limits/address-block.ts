import { isIPv4, isIPv6 } from 'node:net';

/**
 * Whom a limit counts: an IPv4 address, also where it stands inside an IPv6 address (IPv4-mapped, RFC 4291 §2.5.5.2; NAT64, RFC 6052
 * §2.1), or the /64 of an IPv6 address, as one customer commands a whole /64. A port and a zone are left out, since proxies add them.
 * Other text counts as it is.
 */
export function addressBlock(address: string): string {
  const bare = withoutPort(address).split('%', 1).join('');
  if (!isIPv6(bare)) return bare;
  const groups = groupsOf(bare);
  return embeddedIPv4(groups) ?? `${groups.slice(0, 4).join(':')}::/64`;
}

/** `192.0.2.1:443` and `[2001:db8::1]:443` without what is not the address. */
function withoutPort(text: string): string {
  const bracketed = /^\[(.*)\](?::\d+)?$/.exec(text)?.[1];
  if (bracketed !== undefined) return bracketed;
  const [host = '', port] = text.split(':');
  return port !== undefined && isIPv4(host) ? host : text;
}

/** The prefixes, in 96 bits, behind which an IPv4 address stands. */
const embeddingPrefixes: readonly string[] = ['0:0:0:0:0:ffff', '64:ff9b:0:0:0:0'];

function embeddedIPv4(groups: readonly string[]): string | undefined {
  if (!embeddingPrefixes.includes(groups.slice(0, 6).join(':'))) return undefined;
  const octets = groups.slice(6).flatMap((group) => {
    const value = Number.parseInt(group, 16);
    return [value >> 8, value & 0xff];
  });
  return octets.join('.');
}

/** The eight groups of an IPv6 address, in hexadecimal without leading zeros. */
function groupsOf(address: string): readonly string[] {
  const [left = [], right] = withHexadecimalTail(address)
    .toLowerCase()
    .split('::')
    .map((half) => (half === '' ? [] : half.split(':')));
  const zeros = Array.from({ length: 8 - left.length - (right?.length ?? 0) }, () => '0');
  return [...left, ...zeros, ...(right ?? [])].map((group) => group.replace(/^0+(?=.)/, ''));
}

/** The address with a dotted quad at its end written as two groups. */
function withHexadecimalTail(address: string): string {
  return address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_all, ...octets: string[]) => {
    const [a = 0, b = 0, c = 0, d = 0] = octets.slice(0, 4).map(Number);
    return `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
  });
}
