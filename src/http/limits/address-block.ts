import { isIPv4, isIPv6 } from 'node:net';

/**
 * Whom a limit counts: an IPv4 address, also where it is written as `::ffff:192.0.2.1`, or the /64 of an IPv6 address, as one customer
 * commands a whole /64. Other text counts as it is.
 */
export function addressBlock(address: string): string {
  const bare = address.split('%', 1).join('');
  if (isIPv4(bare) || !isIPv6(bare)) return bare;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1];
  return mapped ?? `${firstFourGroups(bare)}::/64`;
}

function firstFourGroups(address: string): string {
  const parts = address.split('::');
  const tail = parts.at(1);
  const left = groupsOf(parts.at(0));
  const right = groupsOf(tail);
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  const groups = [...left, ...(tail === undefined ? [] : zeros), ...right];
  return groups.slice(0, 4).map(withoutLeadingZeros).join(':');
}

/** The 16-bit groups of part of an address; a dotted quad at its end stands for two, whatever they are. */
function groupsOf(part: string | undefined): string[] {
  if (part === undefined || part === '') return [];
  return part.split(':').flatMap((group) => (group.includes('.') ? [group, group] : [group]));
}

function withoutLeadingZeros(group: string): string {
  return group.toLowerCase().replace(/^0+(?=.)/, '');
}
