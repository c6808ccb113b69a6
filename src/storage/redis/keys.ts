/**
 * What the keys of one company begin with. The braces keep them on one node of a cluster, as scripts over
 * several of them need it.
 *
 * @param tenant says which company, and tells nothing about it.
 */
export function prefixOf(tenant: string): string {
  return `gong-gateway:{${tenant}}:`;
}

/** Of those, what the keys of stored answers begin with. */
export function cachePrefixOf(tenant: string): string {
  return `${prefixOf(tenant)}cache:`;
}

/** And those of reads under way. */
export function claimPrefixOf(tenant: string): string {
  return `${prefixOf(tenant)}claim:`;
}

/** And those of what has to outlive a request. */
export function statePrefixOf(tenant: string): string {
  return `${prefixOf(tenant)}state:`;
}
