import type { Connection, OAuthConnection } from './connection.js';

/**
 * Where connections are kept, encrypted, for all gateways that share it. Everything rejects with
 * `StoreUnavailableError` where that can't be done: a connection that is thought to be kept must be.
 */
export interface ConnectionStore {
  /** Null where the tenant isn't connected, or was with another secret. */
  get(tenant: string): Promise<Connection | null>;
  /** An administrator connects the company. Resolves when it outlives the process. */
  put(connection: Connection): Promise<void>;
  /**
   * Puts a later state of a connection in the place of the one that is expected there. False, and nothing is stored,
   * where that one isn't there any more: somebody ended it, connected anew, or was quicker.
   */
  replace(expected: OAuthConnection, next: OAuthConnection): Promise<boolean>;
  /** False where there was none. */
  delete(tenant: string): Promise<boolean>;
  list(): Promise<StoredConnections>;
  /**
   * Keeps the others from renewing the tenant's connection until it is released, but no longer than `LOCK_MS`; null
   * where somebody else does. A gateway that dies doesn't keep it.
   */
  lock(tenant: string): Promise<Lock | null>;
}

export interface StoredConnections {
  readonly connections: readonly Connection[];
  /** How many there are that this secret doesn't open. */
  readonly unreadable: number;
}

export interface Lock {
  /** Never rejects: what can't be released ends by itself. */
  release(): Promise<void>;
}

/** Longer than Gong may take to give out tokens, and than storing them does. */
export const LOCK_MS = 20_000;

/** Stored connections can't be read or written at the moment. */
export class StoreUnavailableError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreUnavailableError';
  }
}
