import { randomUUID } from 'node:crypto';
import {
  isSameState,
  type Connection,
  type OAuthConnection,
} from '../../../src/tenants/connections/connection.js';
import {
  StoreUnavailableError,
  type ConnectionStore,
  type Lock,
  type StoredConnections,
} from '../../../src/tenants/connections/connectionStore.js';

/** A store in memory, which gateways of a test share; `fail` has it be away. */
export class MemoryConnections implements ConnectionStore {
  readonly kept = new Map<string, Connection>();
  private readonly locked = new Map<string, string>();
  /** What was stored, in order. */
  readonly puts: Connection[] = [];
  isAway = false;

  get(tenant: string): Promise<Connection | null> {
    return this.answer(() => this.kept.get(tenant) ?? null);
  }

  put(connection: Connection): Promise<void> {
    return this.answer(() => {
      this.puts.push(connection);
      this.kept.set(connection.tenant, connection);
    });
  }

  replace(expected: OAuthConnection, next: OAuthConnection): Promise<boolean> {
    return this.answer(() => {
      if (!isSameState(this.kept.get(expected.tenant) ?? null, expected)) return false;
      this.puts.push(next);
      this.kept.set(next.tenant, next);
      return true;
    });
  }

  delete(tenant: string): Promise<boolean> {
    return this.answer(() => this.kept.delete(tenant));
  }

  list(): Promise<StoredConnections> {
    return this.answer(() => ({ connections: [...this.kept.values()], unreadable: 0 }));
  }

  lock(tenant: string): Promise<Lock | null> {
    return this.answer(() => {
      if (this.locked.has(tenant)) return null;
      const mine = randomUUID();
      this.locked.set(tenant, mine);
      return {
        release: () => {
          if (this.locked.get(tenant) === mine) this.locked.delete(tenant);
          return Promise.resolve();
        },
      };
    });
  }

  private answer<T>(give: () => T): Promise<T> {
    return this.isAway
      ? Promise.reject(new StoreUnavailableError('It is away.'))
      : Promise.resolve().then(give);
  }
}
