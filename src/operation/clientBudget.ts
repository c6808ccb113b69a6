import { counted } from '../lib/counted.js';
import type { Clock } from '../lib/clock.js';
import { GongError } from '../gong/errors.js';
import type { ClientCounts } from '../gong/scheduling/clientCounts.js';
import type { CompanyDay } from '../gong/scheduling/companyDay.js';

export interface ClientBudgetOptions {
  readonly counts: ClientCounts;
  readonly day: CompanyDay;
  /** Opaque name of the client. */
  readonly client: string;
  /** Maximum of requests per day; null: the company's quota alone limits the client. */
  readonly perDay: number | null;
  readonly clock: Clock;
}

/** The Gong requests of one client on the company's day. All its operations share them. */
export class ClientBudget {
  constructor(private readonly options: ClientBudgetOptions) {}

  get perDay(): number | null {
    return this.options.perDay;
  }

  /** Requests that were charged to the client today, as far as this instance knows. */
  get usedToday(): number {
    const { counts, day, client } = this.options;
    return counts.used(day.today().name, client);
  }

  get isSpent(): boolean {
    const { perDay } = this;
    return perDay !== null && this.usedToday >= perDay;
  }

  /** Counts a request that is about to be sent. Returns false when the client may send none. */
  charge(): boolean | Promise<boolean> {
    const { counts, day, client, perDay } = this.options;
    return counts.add(day.today().name, client, perDay);
  }

  /** Learns what other instances have counted. */
  async refresh(): Promise<void> {
    const { counts, day, client } = this.options;
    await counts.refresh(day.today().name, client);
  }

  spentError(): GongError {
    const { day, perDay, clock } = this.options;
    const { endsAt } = day.today();
    return new GongError(
      'quota-exhausted',
      `The client's daily budget of ${counted(perDay ?? 0, 'Gong request')} is used up. ` +
        `It renews at ${new Date(endsAt).toISOString()}. Try again then. ` +
        'An operator can raise GATEWAY_CLIENT_REQUESTS_PER_DAY.',
      { retryAfterMs: endsAt - clock.now() },
    );
  }
}
