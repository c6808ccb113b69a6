import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';

/** Returns the client's IP address; null when an embedding server has the connection. */
export function addressOf({ ip, socket }: FastifyRequest): string | null {
  const told = withoutPort(ip);
  if (isIP(told) !== 0) return told;
  // A trusted proxy that sends no address must not make its clients nameless.
  const { remoteAddress = '' } = socket;
  return isIP(remoteAddress) === 0 ? null : remoteAddress;
}

/** Some proxies add the port of the client. */
function withoutPort(address: string): string {
  return /^\[(.*)\](?::\d+)?$/.exec(address)?.[1] ?? address.replace(/^([\d.]+):\d+$/, '$1');
}

/**
 * Returns what one client owns of the addresses: an IPv4 address, or the first half of an IPv6 address, of which a
 * client has all others.
 */
export function networkOf(address: string): string {
  if (isIP(address) === 4) return address;
  // A zone is a name on this machine.
  const { hostname } = new URL(`http://[${address.replace(/%.*/, '')}]`);
  const groups = groupsOf(hostname.slice(1, -1));
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (!isMapped)
    return `${groups
      .slice(0, 4)
      .map((group) => group.toString(16))
      .join(':')}::/64`;
  return groups
    .slice(6)
    .flatMap((group) => [group >> 8, group & 0xff])
    .join('.');
}

/** The eight numbers of an IPv6 address, as `URL` spells it. */
function groupsOf(address: string): readonly number[] {
  const [head = '', tail] = address.split('::');
  const numbers = (part: string): number[] =>
    part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16));
  if (tail === undefined) return numbers(head);
  const [first, last] = [numbers(head), numbers(tail)];
  return [...first, ...Array<number>(8 - first.length - last.length).fill(0), ...last];
}
