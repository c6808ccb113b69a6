/** Whether a host is Gong's own: `gong.io` or a sub-domain of it, and nothing that only looks like one. */
export function isGongHost(hostname: string): boolean {
  return hostname === 'gong.io' || hostname.endsWith('.gong.io');
}
