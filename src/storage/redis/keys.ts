import { DAY_MS, SECOND_MS } from '../../lib/clock.js';

/**
 * What the keys of one company begin with. The braces keep them on one node of a cluster, as scripts over
 * several of them need it.
 *
 * @param tenant says which company, and tells nothing about it.
 */
export function prefixOf(tenant: string): string {
  return `gong-gateway:{${tenant}}:`;
}

/**
 * Of those, what the keys of cache entries begin with. The number changes with the shape of an entry, so that gateways of
 * two releases that share one Redis leave each other's entries alone.
 */
export function cachePrefixOf(tenant: string): string {
  return `${prefixOf(tenant)}cache2:`;
}

/** And those of reads under way. */
export function leasePrefixOf(tenant: string): string {
  return `${prefixOf(tenant)}claim:`;
}

/** And those of what has to outlive a request. */
export function statePrefixOf(tenant: string): string {
  return `${prefixOf(tenant)}state:`;
}

/** Claims of a gateway that died are gone by then. */
export const LEASE_TTL_MS = 3 * SECOND_MS;

/** A group's generation is remembered for longer than anything of it is kept. */
export const MAX_ENTRY_TTL_MS = 7 * DAY_MS;
export const GENERATIONS_TTL_MS = 2 * MAX_ENTRY_TTL_MS;
