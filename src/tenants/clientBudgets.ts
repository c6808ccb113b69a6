import { LRUCache } from 'lru-cache';
import type { Clock } from '../lib/clock.js';
import { opaqueName } from '../lib/opaqueName.js';
import { ClientBudget } from '../operation/clientBudget.js';
import type { CompanyQuota } from './companyQuota.js';

/** More clients than operators give tokens to. The least recently seen are no longer reported. */
const MAX_CLIENTS = 1000;

/** What a client of a tenant has used of its Gong requests today. */
export interface ClientUsage {
  readonly client: string;
  readonly usedToday: number;
  /** Null when the company's quota alone limits the client. */
  readonly perDay: number | null;
}

/** The budgets of a tenant's clients. */
export class ClientBudgets {
  private readonly seen = new LRUCache<string, ClientBudget>({ max: MAX_CLIENTS });

  constructor(
    private readonly share: Pick<CompanyQuota, 'clientCounts' | 'day'>,
    private readonly clock: Clock,
  ) {}

  /** @param perDay maximum of requests per day; null: there is none. */
  of(tenant: string, client: string, perDay: number | null): ClientBudget {
    const known = this.seen.get(client);
    if (known?.perDay === perDay) return known;
    const { clientCounts: counts, day } = this.share;
    const budget = new ClientBudget({
      counts,
      day,
      // Clients of several tenants of one company may have equal names.
      client: opaqueName('client', tenant, client),
      perDay,
      clock: this.clock,
    });
    this.seen.set(client, budget);
    return budget;
  }

  /** Returns the clients that this process has seen. */
  usages(): readonly ClientUsage[] {
    return [...this.seen].map(([client, { usedToday, perDay }]) => ({ client, usedToday, perDay }));
  }
}
