import { LRUCache } from 'lru-cache';
import type { Logger } from '../../lib/logger.js';
import { SECOND_MS, type Clock } from '../../lib/clock.js';
import type { Connection, OAuthConnection } from './connection.js';
import { StoreUnavailableError, type ConnectionStore } from './connectionStore.js';

/** How long a connection that was read is used without reading it again. Another instance may renew or end it. */
const BELIEVED_MS = SECOND_MS;

/** Interval at which all connections are read again, including those that no client uses. */
const REFRESHED_MS = 10 * SECOND_MS;

/** More names than any operator connects, because tokens may name any tenant. */
const MAX_KNOWN_TENANTS = 10_000;

interface KnownConnection {
  readonly connection: Connection | null;
  /** In monotonic time. */
  readonly at: number;
}

/** The connections of tenants that the environment does not configure, as far as this instance knows. */
export class Connections {
  private readonly known = new LRUCache<string, KnownConnection>({
    // `max` would reserve memory for all entries at once, as in MemoryState.
    maxSize: MAX_KNOWN_TENANTS,
    sizeCalculation: () => 1,
  });
  /** Whether all connections could be listed. */
  private isListed = false;
  private unreadable = 0;
  private refreshedAt = Number.NEGATIVE_INFINITY;
  private readonly reading = new Map<string, Promise<Connection | null>>();

  constructor(
    readonly store: ConnectionStore,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /**
   * Returns the tenant's connection; null when there is none. While the store is unreachable, returns the last known
   * one.
   *
   * @throws StoreUnavailableError when none is known.
   */
  async of(tenant: string): Promise<Connection | null> {
    const known = this.known.get(tenant);
    if (known !== undefined && this.clock.monotonic() - known.at < BELIEVED_MS) {
      return known.connection;
    }
    let reading = this.reading.get(tenant);
    if (reading === undefined) {
      reading = this.read(tenant).finally(() => {
        this.reading.delete(tenant);
      });
      this.reading.set(tenant, reading);
    }
    return reading;
  }

  /** @throws StoreUnavailableError */
  async list(): Promise<readonly Connection[]> {
    const before = new Map(this.known.entries());
    const { connections: all, unreadable } = await this.store.list();
    if (unreadable > 0 && !this.isListed) {
      this.logger.warn(
        { unreadable },
        'Some stored Gong connections cannot be decrypted: they were created with a different GATEWAY_SECRET',
      );
    }
    this.unreadable = unreadable;
    this.isListed = true;
    const listed = new Set(all.map(({ tenant }) => tenant));
    for (const connection of all) {
      // A connection that changed in the meantime is newer.
      if (this.known.get(connection.tenant) === before.get(connection.tenant))
        this.learn(connection);
    }
    for (const [tenant, known] of before) {
      if (!listed.has(tenant) && this.known.get(tenant) === known) this.known.delete(tenant);
    }
    return all;
  }

  /** Reads all connections again in the background, unless that was done recently. */
  refresh(): void {
    const now = this.clock.monotonic();
    if (now - this.refreshedAt < REFRESHED_MS) return;
    this.refreshedAt = now;
    // When it fails, the known connections remain.
    void this.list().catch(() => undefined);
  }

  /** @throws StoreUnavailableError */
  async save(connection: Connection): Promise<void> {
    await this.store.put(connection);
    this.learn(connection);
    const { tenant, kind, baseUrl } = connection;
    this.logger.info({ tenant, kind, gong: baseUrl }, 'Gong connection stored');
  }

  /**
   * Returns false when there was none.
   *
   * @throws StoreUnavailableError
   */
  async end(tenant: string): Promise<boolean> {
    const wasThere = await this.store.delete(tenant);
    this.known.set(tenant, { connection: null, at: this.clock.monotonic() });
    if (wasThere) this.logger.info({ tenant }, 'Gong connection removed');
    return wasThere;
  }

  /** Records a connection that this instance renewed or found revoked. */
  learn(connection: Connection): void {
    this.known.set(connection.tenant, { connection, at: this.clock.monotonic() });
  }

  /**
   * Returns how many tenants are connected, and how many of them Gong no longer accepts; null while that is unknown.
   */
  counts(): {
    readonly connected: number;
    readonly revoked: number;
    /** Connections that were stored with another secret. */
    readonly unreadable: number;
  } | null {
    if (!this.isListed) return null;
    const all = [...this.known.values()].flatMap(({ connection }) => connection ?? []);
    const revoked = all.filter((each) => isRevoked(each)).length;
    return { connected: all.length - revoked, revoked, unreadable: this.unreadable };
  }

  private async read(tenant: string): Promise<Connection | null> {
    const before = this.known.get(tenant);
    try {
      const connection = await this.store.get(tenant);
      // A connection that changed in the meantime is newer.
      if (this.known.get(tenant) === before) {
        this.known.set(tenant, { connection, at: this.clock.monotonic() });
      }
      return this.known.get(tenant)?.connection ?? null;
    } catch (error) {
      if (!(error instanceof StoreUnavailableError) || before === undefined) throw error;
      return before.connection;
    }
  }
}

/** Returns whether Gong no longer accepts the connection. */
export function isRevoked(connection: Connection): connection is OAuthConnection {
  return connection.kind === 'oauth' && connection.revokedAt !== null;
}
