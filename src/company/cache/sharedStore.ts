import type { CacheGroup } from '../../gong/endpoints/cacheGroups.js';

export { cacheGroups, type CacheGroup } from '../../gong/endpoints/cacheGroups.js';

/** Names an answer, or a record of one, within a company. */
export interface CacheKey {
  readonly group: CacheGroup;
  /** May hold what a client asked for: it is not for others' eyes. */
  readonly name: string;
}

/** Something read from Gong that may serve again. Times are milliseconds since the epoch. */
export interface CacheEntry {
  /** Survives JSON. */
  readonly value: unknown;
  /** Until then it is as good as a request. */
  readonly freshUntil: number;
  /** Until then it is better than a failure; never before `freshUntil`. */
  readonly staleUntil: number;
  /** About the length of its JSON. */
  readonly bytes: number;
}

/** What somebody reads right now, so that nobody else needs to. */
export interface ReadLease {
  readonly key: CacheKey;
  /** What is wanted of it, for others to tell whether it suffices them; survives JSON. */
  readonly selection: unknown;
}

/**
 * What gateways of one company share of their reads: answers, and which reads are under way. A store that
 * can't be reached has nothing and forbids nothing: no method rejects.
 */
export interface SharedStore {
  /** Entries in the order of the keys; null where there is none, or only one that was dropped since. */
  get(keys: readonly CacheKey[]): Promise<readonly (CacheEntry | null)[]>;
  /** Keeps entries until they are stale; the promise settles when others can see them. */
  set(entries: readonly { readonly key: CacheKey; readonly entry: CacheEntry }[]): Promise<void>;
  forget(keys: readonly CacheKey[]): Promise<void>;
  /**
   * Announces reads. For each, null when it is this gateway's to do, or the `want` of the gateway that is at
   * it already. A gateway that dies loses its claims within seconds; until then they hold, however long
   * they wait for a slot.
   */
  acquireLeases(
    leases: readonly ReadLease[],
  ): Promise<readonly ({ readonly selection: unknown } | null)[]>;
  /** The reads are over, well or badly: who waits for them looks for what they brought. */
  releaseLeases(keys: readonly CacheKey[]): Promise<void>;
  /** Resolves when another gateway's read is over or its claim is lost; at once where nobody claims it. */
  waitForRelease(key: CacheKey, signal: AbortSignal): Promise<void>;
  /** Nobody uses what was stored in these groups before; settles when all reachable gateways know. */
  drop(groups: readonly CacheGroup[]): Promise<void>;
  /** Another gateway dropped groups. */
  onDrop(listener: (groups: readonly CacheGroup[]) => void): void;
  /** Another gateway was told that the company isn't connected any more. */
  onEnd(listener: () => void): void;
}
