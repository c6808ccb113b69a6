import type { Caller } from '../../gong/client.js';
import type { Priority, Requester } from '../../gong/scheduling/waiter.js';
import { MINUTE_MS, type Clock } from '../../lib/clock.js';
import type { ParentSpan } from '../../telemetry/parentSpan.js';
import type { Purpose, SyncBudget } from './budget.js';

/** Name of the sync among the gateway's clients, in metrics and logs. */
export const SYNC_CLIENT = 'sync';

/** What is on hold for longer is refused at once, so that the sync can say why it waits. */
const PATIENCE_MS = 5 * MINUTE_MS;

/** The sync as the caller of its Gong requests. */
export class SyncCaller implements Caller {
  /** What the next requests are for. */
  purpose: Purpose = 'steady';
  /** The span of the running task; null when it is not traced. */
  trace: ParentSpan | null = null;

  constructor(
    readonly signal: AbortSignal,
    private readonly budget: SyncBudget,
    private readonly clock: Clock,
  ) {}

  latestStart(): number {
    return this.clock.monotonic() + PATIENCE_MS;
  }

  priority(): Priority {
    return 'background';
  }

  asker(): Requester {
    return { client: SYNC_CLIENT, operation: SYNC_CLIENT };
  }

  /** @throws BudgetError */
  requireBudget(): void {
    this.budget.admit(this.purpose);
  }

  onAttempt(): void {
    this.budget.count(this.purpose, 1);
  }

  onAttemptOver(wasSent: boolean): void {
    if (!wasSent) this.budget.count(this.purpose, -1);
  }
}
