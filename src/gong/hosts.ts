/** Returns whether a host belongs to Gong: it is `gong.io` or a subdomain of it. */
export function isGongHost(hostname: string): boolean {
  return hostname === 'gong.io' || hostname.endsWith('.gong.io');
}
