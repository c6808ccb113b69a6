import { isIP } from 'node:net';
import type { ParseResult } from './values.js';

const NAME = 'GATEWAY_TRUSTED_PROXIES';

/** Bits of an address, by the version that `isIP` returns. */
const BITS: Readonly<Record<number, number>> = { 4: 32, 6: 128 };

/**
 * Parses the addresses and networks of proxies, comma separated. The gateway reads X-Forwarded-For, X-Forwarded-Proto,
 * and X-Forwarded-Host from these alone.
 */
export function parseTrustedProxies(value: string | undefined): ParseResult<readonly string[]> {
  const proxies = (value ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  const problems = proxies.flatMap((entry, index) => {
    const problem = problemOf(entry);
    return problem === null ? [] : [`${NAME}: entry ${index + 1} ${problem}`];
  });
  if (value !== undefined && proxies.length === 0) {
    problems.push(`${NAME} must contain at least one address or network, such as 10.0.0.0/8.`);
  }
  return { value: problems.length > 0 ? [] : proxies, problems };
}

function problemOf(entry: string): string | null {
  const [address = '', length, ...rest] = entry.split('/');
  const bits = BITS[isIP(address)];
  const isLength =
    length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= (bits ?? 0));
  // A zone such as fe80::1%eth0 belongs to one machine.
  if (bits === undefined || address.includes('%') || !isLength || rest.length > 0) {
    return 'is not an IP address or a network. Write it as 10.1.2.3 or 10.0.0.0/8.';
  }
  return Number(length) === 0
    ? 'trusts every address, so that any client could choose its own. Name the network of your proxies.'
    : null;
}
