import type { Resealed } from '../../lib/sealer.js';
import { latestOf, type Connection, type OAuthConnection } from './connection.js';

/**
 * Stores encrypted connections for all instances. All methods reject with `StoreUnavailableError` when they cannot
 * complete, because a connection must never seem stored when it is not.
 */
export interface ConnectionStore {
  /** Returns null when the tenant is not connected, or was connected with another secret. */
  get(tenant: string): Promise<Connection | null>;
  /** Stores a connection that an administrator made. Resolves when it is permanently stored. */
  put(connection: Connection): Promise<void>;
  /**
   * Replaces the expected state of a connection with a later one. Returns false and stores nothing when another state
   * is stored: the connection was ended, replaced, or already renewed.
   */
  replace(expected: OAuthConnection, next: OAuthConnection): Promise<boolean>;
  /** Returns false when there was none. */
  delete(tenant: string): Promise<boolean>;
  list(): Promise<StoredConnections>;
  /**
   * Locks the tenant's connection against renewal by other instances until it is released, and for `LOCK_MS` at most.
   * Returns null when another instance holds the lock. The lock of an instance that crashed expires.
   */
  lock(tenant: string): Promise<Lock | null>;
}

/** A store whose connections can be sealed again while gateways use it. */
export interface ResealableStore extends ConnectionStore {
  /** Seals with the first secret what another one sealed. Doing so again changes nothing. */
  reseal(): Promise<Resealed>;
}

export interface StoredConnections {
  readonly connections: readonly Connection[];
  /** Number of connections that this secret cannot open. */
  readonly unreadable: number;
}

export interface Lock {
  /** Never rejects. A lock that cannot be released expires. */
  release(): Promise<void>;
}

/** Longer than Gong takes to issue tokens, plus the time to store them. */
export const LOCK_MS = 20_000;

/** Stored connections cannot be read or written at the moment. */
export class StoreUnavailableError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreUnavailableError';
  }
}

/**
 * Counts what was found in a store.
 *
 * @param found null: it cannot be opened.
 */
export function listOf(found: readonly (Connection | null)[]): StoredConnections {
  const byTenant = new Map<string, Connection>();
  for (const connection of found) {
    if (connection === null) continue;
    const { tenant } = connection;
    byTenant.set(tenant, latestOf([byTenant.get(tenant) ?? null, connection]) ?? connection);
  }
  const unreadable = found.filter((connection) => connection === null).length;
  return { connections: [...byTenant.values()], unreadable };
}

/** Locks all names, in an order that is the same everywhere; null when another instance holds one of them. */
export async function lockAll(
  names: readonly string[],
  lockOne: (name: string) => Promise<Lock | null>,
): Promise<Lock | null> {
  const held: Lock[] = [];
  const lock = {
    release: async () => {
      await Promise.all(held.map((each) => each.release()));
    },
  };
  for (const name of names.toSorted()) {
    const one = await lockOne(name);
    if (one === null) {
      await lock.release();
      return null;
    }
    held.push(one);
  }
  return lock;
}
