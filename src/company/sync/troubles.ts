import { GongError } from '../../gong/errors.js';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../../lib/clock.js';
import { BudgetError } from './budget.js';
import type { SyncReason } from './status.js';

/** A scope may be granted, and a feature enabled. */
const SCOPE_MS = HOUR_MS;
const CREDENTIALS_MS = 5 * MINUTE_MS;
/** The first pause after a failure: it doubles with each further one. */
const FIRST_PAUSE_MS = 30 * SECOND_MS;
const LONGEST_PAUSE_MS = 30 * MINUTE_MS;
/** So many failures in a row are worth a word. */
const FEW_FAILURES = 3;

/** What keeps one task from its work. */
interface Trouble {
  /** When the task may start again. */
  readonly until: number;
  /** Failures since the task last succeeded. */
  readonly failures: number;
  readonly lacksScope: boolean;
}

/** What keeps the sync from its work, and until when. Times are in milliseconds since the epoch. */
export class Troubles {
  private readonly ofTasks = new Map<string, Trouble>();
  /** Keeps every task from its work. */
  private pause: { readonly until: number; readonly reason: SyncReason | null } | null = null;
  /** Failures in a row, of whichever tasks. */
  private failures = 0;

  /** When the task may start. */
  freeAt(task: string, needsGong: boolean): number {
    const pausedUntil = needsGong ? (this.pause?.until ?? 0) : 0;
    return Math.max(pausedUntil, this.ofTasks.get(task)?.until ?? 0);
  }

  get reasons(): readonly SyncReason[] {
    const reasons = new Set<SyncReason>();
    for (const { lacksScope, failures } of this.ofTasks.values()) {
      if (lacksScope) reasons.add('SCOPE');
      if (failures >= FEW_FAILURES) reasons.add('GONG_FAILS');
    }
    if (this.pause?.reason != null) reasons.add(this.pause.reason);
    return [...reasons];
  }

  succeeded(task: string): void {
    this.pause = null;
    this.failures = 0;
    this.ofTasks.delete(task);
  }

  /** The task has nothing to do. */
  forget(task: string): void {
    this.ofTasks.delete(task);
  }

  /**
   * A task failed.
   *
   * @param now when it did.
   */
  failed(task: string, error: unknown, now: number): void {
    // The budget itself says when the next request may be sent.
    if (error instanceof BudgetError) return;
    if (!(error instanceof GongError)) {
      this.ofTasks.set(task, { until: now + LONGEST_PAUSE_MS, failures: 0, lacksScope: false });
      return;
    }
    switch (error.kind) {
      case 'missing-scope':
      case 'not-licensed':
        this.failures = 0;
        this.ofTasks.set(task, { until: now + SCOPE_MS, failures: 0, lacksScope: true });
        return;
      case 'bad-credentials':
        this.pause = { until: now + CREDENTIALS_MS, reason: 'CREDENTIALS' };
        return;
      case 'quota-exhausted': {
        // The day may end early, as when the clock is set; to look costs nothing.
        const waitMs = Math.min(error.retryAfterMs ?? HOUR_MS, HOUR_MS);
        this.pause = { until: now + waitMs, reason: 'QUOTA' };
        return;
      }
      case 'rate-limited':
        this.pauseFor(error.retryAfterMs ?? MINUTE_MS, now);
        return;
      case 'deadline-exceeded':
        this.pauseFor(backoffMs(this.failures + 1), now);
        return;
      case 'unavailable':
        this.pauseFor(backoffMs(this.failures + 1), now);
        this.postpone(task, now);
        return;
      case 'bad-request':
      case 'bad-response':
      case 'conflict':
      case 'cost-limit-exceeded':
      case 'credits-exhausted':
      case 'not-found':
      case 'outcome-unknown':
        this.postpone(task, now);
    }
  }

  private pauseFor(delayMs: number, now: number): void {
    this.failures += 1;
    const reason = this.failures >= FEW_FAILURES ? 'GONG_FAILS' : null;
    this.pause = { until: now + delayMs, reason };
  }

  /** Other tasks may fare better, and their success says nothing about this one. */
  private postpone(task: string, now: number): void {
    const failures = (this.ofTasks.get(task)?.failures ?? 0) + 1;
    this.ofTasks.set(task, { until: now + backoffMs(failures), failures, lacksScope: false });
  }
}

/** How long to wait after so many failures in a row. */
function backoffMs(failures: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (failures - 1));
}

/** Whether the reason may be what was requested, so that another request may succeed. */
export function isOfRequest(error: unknown): boolean {
  return (
    error instanceof GongError &&
    ['unavailable', 'bad-request', 'bad-response'].includes(error.kind)
  );
}
