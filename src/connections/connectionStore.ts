import type { Connection } from './connection.js';

/**
 * Where connections are kept, encrypted, for all gateways that share it. Everything rejects with
 * `StoreUnavailableError` where that can't be done: a connection that is thought to be kept must be.
 */
export interface ConnectionStore {
  /** Null where the tenant isn't connected, or was with another secret. */
  get(tenant: string): Promise<Connection | null>;
  /** Resolves when it outlives the process. */
  put(connection: Connection): Promise<void>;
  /** False where there was none. */
  delete(tenant: string): Promise<boolean>;
  list(): Promise<readonly Connection[]>;
  /**
   * Keeps the others away from the tenant's connection until it is released, but no longer than `LOCK_MS`; null where
   * somebody else does. A gateway that dies doesn't keep it.
   */
  lock(tenant: string): Promise<Lock | null>;
}

export interface Lock {
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
