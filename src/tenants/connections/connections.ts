import { LRUCache } from 'lru-cache';
import type { Logger } from '../../lib/logger.js';
import { SECOND_MS, type Clock } from '../../lib/clock.js';
import type { Connection, OAuthConnection } from './connection.js';
import { StoreUnavailableError, type ConnectionStore } from './connectionStore.js';

/** So long what was read of a connection is believed: another gateway may have renewed or ended it. */
const BELIEVED_MS = SECOND_MS;

/** So often it is looked how those are that nobody asks for. */
const REFRESHED_MS = 10 * SECOND_MS;

/** More names of tenants than anybody connects: tokens may name any. */
const MAX_KNOWN_TENANTS = 10_000;

interface KnownConnection {
  readonly connection: Connection | null;
  /** By monotonic time. */
  readonly at: number;
}

/** How the tenants that aren't configured by the environment are connected, as far as this gateway knows. */
export class Connections {
  private readonly known = new LRUCache<string, KnownConnection>({
    // As in MemoryState: `max` would reserve the memory for all of them at once.
    maxSize: MAX_KNOWN_TENANTS,
    sizeCalculation: () => 1,
  });
  /** Whether all of them could be listed. */
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
   * The tenant's connection; null where there is none. What is known serves where it can't be looked up.
   *
   * @throws StoreUnavailableError where nothing is known, either.
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
      // What was learned meanwhile is newer.
      if (this.known.get(connection.tenant) === before.get(connection.tenant))
        this.learn(connection);
    }
    for (const [tenant, known] of before) {
      if (!listed.has(tenant) && this.known.get(tenant) === known) this.known.delete(tenant);
    }
    return all;
  }

  /** Looks again how all of them are, unless that was done lately; nobody waits for it. */
  refresh(): void {
    const now = this.clock.monotonic();
    if (now - this.refreshedAt < REFRESHED_MS) return;
    this.refreshedAt = now;
    // Where it can't be done, what is known stays.
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
   * False where there was none.
   *
   * @throws StoreUnavailableError
   */
  async end(tenant: string): Promise<boolean> {
    const wasThere = await this.store.delete(tenant);
    this.known.set(tenant, { connection: null, at: this.clock.monotonic() });
    if (wasThere) this.logger.info({ tenant }, 'Gong connection removed');
    return wasThere;
  }

  /** One was renewed, or found to be revoked, here. */
  learn(connection: Connection): void {
    this.known.set(connection.tenant, { connection, at: this.clock.monotonic() });
  }

  /** How many are connected, and how many of them Gong doesn't take any more; null where that isn't known yet. */
  counts(): {
    readonly connected: number;
    readonly revoked: number;
    /** Stored with another secret. */
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
      // What was learned meanwhile is newer.
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

/** Whether Gong doesn't take it any more. */
export function isRevoked(connection: Connection): connection is OAuthConnection {
  return connection.kind === 'oauth' && connection.revokedAt !== null;
}
