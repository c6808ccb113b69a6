import type { Attempt, ClientObserver } from '../../gong/attempt.js';
import type { Clock } from '../../lib/clock.js';
import type { OperationObserver } from '../endedOperation.js';
import { clientLabel, OperationLabels, OTHER } from '../labels.js';
import { HourCounts, hourAt } from './hourCounts.js';
import { minuteAt, MinuteSeries } from './minuteSeries.js';

/** Maximum of tenants with counts of their own. */
const MAX_TENANTS = 200;

/** Counts the work of this instance for the status page. It keeps names and numbers, and never data. */
export class StatusCounts {
  readonly minutes = new MinuteSeries();
  readonly hours = new HourCounts();
  private readonly operationLabels = new OperationLabels();
  private readonly tenants = new Set<string>();

  constructor(private readonly clock: Pick<Clock, 'now'>) {}

  /** Returns the observer of the requests to a tenant's company. */
  observerOf(tenant: string): ClientObserver {
    return {
      onAttempt: (attempt) => {
        this.countAttempt(this.tenantLabel(tenant), attempt);
      },
    };
  }

  /** Counts an operation that has ended. */
  readonly onEnded: OperationObserver = (ended) => {
    const { kind, client, name, errorCodes, durationMs, gongRequests, cacheHits, shared } = ended;
    // The operation that returned the upload URL is counted.
    if (kind === 'upload') return;
    const tenant = this.tenantLabel(ended.tenant);
    const now = this.clock.now();
    const minute = minuteAt(now);
    this.minutes.add(tenant, minute, 'operations', 1);
    this.minutes.add(tenant, minute, 'operationRequests', gongRequests);
    this.minutes.add(tenant, minute, 'durationMs', durationMs);
    this.minutes.add(tenant, minute, 'cacheHits', cacheHits);
    this.minutes.add(tenant, minute, 'sharedRequests', shared);
    const hour = hourAt(now);
    const label = this.operationLabels.of(name);
    this.hours.add(hour, 'operations', tenant, label, clientLabel(client));
    if (errorCodes.length === 0) return;
    this.minutes.add(tenant, minute, 'failedOperations', 1);
    this.hours.add(hour, 'failedOperations', tenant, label, clientLabel(client));
    for (const code of errorCodes) this.hours.add(hour, 'errors', tenant, code);
  };

  private countAttempt(tenant: string, { asker, outcome, waitedMs }: Attempt): void {
    const now = this.clock.now();
    const minute = minuteAt(now);
    this.minutes.add(tenant, minute, 'requests', 1);
    this.minutes.add(tenant, minute, 'waitedMs', waitedMs);
    if (outcome === 'rate-limited') this.minutes.add(tenant, minute, 'rateLimited', 1);
    const hour = hourAt(now);
    const label = this.operationLabels.of(asker.operation);
    this.hours.add(hour, 'requests', tenant, label, clientLabel(asker.client));
    if (outcome !== 'ok' && outcome !== 'empty') {
      this.hours.add(hour, 'failures', tenant, outcome);
    }
  }

  /** Returns the tenant's name, or `other` when there are too many. */
  private tenantLabel(tenant: string): string {
    if (this.tenants.has(tenant)) return tenant;
    if (this.tenants.size >= MAX_TENANTS) return OTHER;
    this.tenants.add(tenant);
    return tenant;
  }
}
