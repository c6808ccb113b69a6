import { DAY_MS, SECOND_MS } from '../../lib/clock.js';

/**
 * Returns the prefix of all keys of a company. The braces keep them on one node of a cluster, which scripts over
 * several keys need.
 *
 * @param tenant opaque name of the company.
 */
export function prefixOf(tenant: string): string {
  return `gong-gateway:{${tenant}}:`;
}

/**
 * Returns the prefix of cache entries. The number changes with the format of an entry, so that instances of two
 * releases on one Redis ignore each other's entries.
 */
export function cachePrefixOf(tenant: string): string {
  return `${prefixOf(tenant)}cache2:`;
}

/** Returns the prefix of leases on reads. */
export function leasePrefixOf(tenant: string): string {
  return `${prefixOf(tenant)}claim:`;
}

/** Returns the prefix of state that outlives a request. */
export function statePrefixOf(tenant: string): string {
  return `${prefixOf(tenant)}state:`;
}

/** The leases of an instance that crashed expire after this time. */
export const LEASE_TTL_MS = 3 * SECOND_MS;

/** A group's generation is kept longer than any of its entries. */
export const MAX_ENTRY_TTL_MS = 7 * DAY_MS;
export const GENERATIONS_TTL_MS = 2 * MAX_ENTRY_TTL_MS;
