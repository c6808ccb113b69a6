import type { CacheGroup } from '../../gong/endpoints/cacheGroups.js';

export { cacheGroups, type CacheGroup } from '../../gong/endpoints/cacheGroups.js';

/** Names a cached response or record within a company. */
export interface CacheKey {
  readonly group: CacheGroup;
  /** May contain what a client requested, so it must not be shown or logged. */
  readonly name: string;
}

/** A value that was read from Gong and can be reused. Times are milliseconds since the epoch. */
export interface CacheEntry {
  /** Can be serialized as JSON. */
  readonly value: unknown;
  /** Until then the value is used instead of a request. */
  readonly freshUntil: number;
  /** Until then the value is used when Gong fails; never before `freshUntil`. */
  readonly staleUntil: number;
  /** Approximate length of its JSON. */
  readonly bytes: number;
}

/** The right of one instance to read a key, so that the other instances wait for its result. */
export interface ReadLease {
  readonly key: CacheKey;
  /**
   * What the instance reads of the key. Another instance compares it with its own selection. Can be serialized as
   * JSON.
   */
  readonly selection: unknown;
}

/**
 * What the instances of one company share: cache entries, and leases on the reads in progress. No method rejects:
 * while the store is unreachable, it finds nothing and grants every lease.
 */
export interface SharedStore {
  /** Returns entries in the order of the keys; null when there is none, or when its group was invalidated since. */
  get(keys: readonly CacheKey[]): Promise<readonly (CacheEntry | null)[]>;
  /** Stores entries until they are stale. Settles when other instances can see them. */
  set(entries: readonly { readonly key: CacheKey; readonly entry: CacheEntry }[]): Promise<void>;
  forget(keys: readonly CacheKey[]): Promise<void>;
  /**
   * Acquires leases. For each, returns null when this instance now holds it, or the selection of the instance that
   * does. The leases of an instance that crashed end within seconds; the others last as long as the read.
   */
  acquireLeases(
    leases: readonly ReadLease[],
  ): Promise<readonly ({ readonly selection: unknown } | null)[]>;
  /** Ends leases, after success or failure. Instances that wait for them then look up the results. */
  releaseLeases(keys: readonly CacheKey[]): Promise<void>;
  /** Resolves when another instance's lease ends or is lost, or at once when no instance holds it. */
  waitForRelease(key: CacheKey, signal: AbortSignal): Promise<void>;
  /** Invalidates what was stored in these groups. Settles when all reachable instances know. */
  drop(groups: readonly CacheGroup[]): Promise<void>;
  /** Calls the listener when another instance invalidated groups. */
  onDrop(listener: (groups: readonly CacheGroup[]) => void): void;
  /** Calls the listener when another instance learned that the company is no longer connected. */
  onEnd(listener: () => void): void;
}
