import { SECOND_MS, sleep } from '../../lib/clock.js';
import { DatabaseError } from '../../replica/database.js';
import type { Lease } from '../../replica/replica.js';
import { SyncBudget } from './budget.js';
import type { SyncOptions } from './options.js';
import { SyncSession } from './session.js';
import { reasonTexts, type SyncStatus } from './status.js';
import { readStatus } from './syncState.js';

const LEASE_MS = 20 * SECOND_MS;
/** How often a gateway without the lease asks for it. */
const ACQUIRE_INTERVAL_MS = 5 * SECOND_MS;
/** After a failure of the replica. */
const RETRY_MS = 30 * SECOND_MS;

/**
 * Keeps the copy of one company current, while the process lives. Of several gateways that share a copy, one does. Nothing
 * that Gong or the store does ends it.
 */
export class Syncer {
  private readonly controller = new AbortController();
  private running: Promise<void> | null = null;
  private latest: SyncStatus;
  private readonly progress: Progress;
  private readonly budget: SyncBudget;

  constructor(private readonly options: SyncOptions) {
    const { config, clock } = options;
    this.latest = {
      state: 'FILLING',
      reasons: [],
      from: null,
      lacksCalls: true,
      asOf: null,
      unreadTranscripts: null,
      unreadReviewsBefore: null,
      lateness: null,
      callsMissing: 0,
      requestsToday: 0,
      requestsPerDay: config.requestsPerDay,
      progress: { share: 0, endsAt: null },
    };
    this.progress = new Progress(options.logger);
    this.budget = new SyncBudget(clock, config.dayTimeZone, {
      steady: config.requestsPerDay,
      fill: config.fillRequestsPerDay,
    });
  }

  /** How the copy stands, as known here: where another gateway syncs, a few seconds ago. */
  get status(): SyncStatus {
    return this.latest;
  }

  start(): void {
    this.running ??= this.loop();
  }

  /** Aborts the task in progress. Resolves when the sync no longer reads or writes. */
  async stop(): Promise<void> {
    this.controller.abort(new Error('The sync has ended.'));
    await this.running;
  }

  private get isStopped(): boolean {
    return this.controller.signal.aborted;
  }

  private async loop(): Promise<void> {
    const { replica, holder, leaseMs = LEASE_MS } = this.options;
    while (!this.isStopped) {
      try {
        const lease = await replica.leases.acquire(holder, leaseMs);
        if (lease !== null) await this.lead(lease, leaseMs);
        else {
          this.latest = (await readStatus(replica.sync)) ?? this.latest;
          await this.sleep(ACQUIRE_INTERVAL_MS);
        }
      } catch (error) {
        if (this.isStopped) return;
        if (isLost(error)) await this.sleep(ACQUIRE_INTERVAL_MS);
        else await this.recover(error);
      }
    }
  }

  /** Syncs for as long as the lease lasts. */
  private async lead(lease: Lease, leaseMs: number): Promise<void> {
    const tenure = new AbortController();
    const end = (): void => {
      tenure.abort(new Error('The sync has ended.'));
    };
    this.controller.signal.addEventListener('abort', end, { once: true });
    const stopRenewing = this.renew(leaseMs, end);
    const session = new SyncSession(this.options, this.budget, lease, tenure.signal, (status) => {
      this.latest = status;
      this.progress.tell(status);
    });
    try {
      if (!this.isStopped) await session.run();
    } finally {
      stopRenewing();
      this.controller.signal.removeEventListener('abort', end);
      await this.options.replica.leases.release(lease).catch(() => undefined);
    }
  }

  /** @returns ends it. */
  private renew(leaseMs: number, onLost: () => void): () => void {
    const { replica, clock, holder } = this.options;
    let cancel: () => void = () => undefined;
    let isOver = false;
    const schedule = (): void => {
      cancel = clock.after(leaseMs / 3, () => {
        replica.leases.acquire(holder, leaseMs).then(
          (lease) => {
            if (lease === null) onLost();
            else if (!isOver) schedule();
          },
          () => {
            onLost();
          },
        );
      });
    };
    schedule();
    return () => {
      isOver = true;
      cancel();
    };
  }

  private async recover(error: unknown): Promise<void> {
    const { logger } = this.options;
    const isStore = error instanceof DatabaseError;
    if (!isStore) logger.error({ err: error }, 'Replica sync failed unexpectedly');
    else if (this.latest.state !== 'UNAVAILABLE') {
      // The message of a DatabaseError holds no data.
      logger.warn({ kind: error.kind, reason: error.message }, 'Replica sync interrupted');
    }
    this.latest = { ...this.latest, state: 'UNAVAILABLE', reasons: ['STORE'] };
    this.progress.tell(this.latest);
    await this.sleep(RETRY_MS);
  }

  private sleep(delayMs: number): Promise<void> {
    return sleep(this.options.clock, delayMs, this.controller.signal);
  }
}

/** Whether another gateway has got the lease, or writes so much that this one never comes first. */
function isLost(error: unknown): boolean {
  return error instanceof DatabaseError && error.kind === 'conflict';
}

/** Says in the log how the copy stands, when that changes. */
class Progress {
  private told: { readonly state: string; readonly tenth: number } = { state: '', tenth: 0 };

  constructor(private readonly logger: SyncOptions['logger']) {}

  tell(status: SyncStatus): void {
    const { state, reasons, progress, requestsToday, lateness } = status;
    const tenth = Math.floor((progress?.share ?? 1) * 10);
    const before = this.told;
    this.told = { state: `${state} ${reasons.join(' ')}`, tenth };
    if (state === 'FILLING' && reasons.length === 0) {
      if (before.tenth === tenth && before.state === this.told.state) return;
      const endsAt = progress?.endsAt == null ? null : new Date(progress.endsAt).toISOString();
      this.logger.info(
        { percent: tenth * 10, requestsToday, endsAt },
        'First copy of the company in progress',
      );
      return;
    }
    // A copy that catches up needs nothing.
    if (before.state === this.told.state || reasons[0] === 'CATCHING_UP') return;
    if (reasons.length === 0) this.logger.info({ requestsToday }, 'Replica is current');
    else {
      const hint = reasonTexts(status).join('; ');
      this.logger.warn({ reasons, lateness, requestsToday, hint }, 'Replica is behind');
    }
  }
}
