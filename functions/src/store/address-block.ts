import { isIPv6 } from 'node:net';

const GROUPS = 8;
/** Of a /64: what a connection is given whole, and changes addresses in as it likes. */
const GROUPS_OF_BLOCK = 4;
const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/**
 * What is counted as one caller: an IPv4 address, or the /64 of an IPv6 one, whoever holds it having 2⁶⁴ addresses to ask from. Anything that is no
 * address stays what it is.
 */
export function addressBlock(address: string): string {
  const [withoutZone = ''] = address.split('%');
  const [, ofIPv4] = mapped.exec(withoutZone) ?? [];
  if (ofIPv4 !== undefined) return ofIPv4;
  if (!isIPv6(withoutZone)) return address;
  const [before = [], after = []] = withoutZone.split('::').map((part) => (part === '' ? [] : part.split(':')));
  // The last group may be an IPv4 address, which stands for two: it is never among the first four.
  const written = before.length + after.length + (withoutZone.includes('.') ? 1 : 0);
  const groups = [...before, ...Array.from({ length: GROUPS - written }, () => '0'), ...after];
  const block = groups.slice(0, GROUPS_OF_BLOCK).map((group) => Number.parseInt(group, 16).toString(16));
  return `${block.join(':')}::/64`;
}
