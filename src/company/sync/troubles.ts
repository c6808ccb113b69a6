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

/** What keeps the sync from its work, and until when. Times are in milliseconds since the epoch. */
export class Troubles {
  private readonly postponed = new Map<string, number>();
  private readonly scopes = new Set<string>();
  private pause: { readonly until: number; readonly reason: SyncReason | null } | null = null;
  private failures = 0;

  /** When the task may start. */
  freeAt(task: string): number {
    return Math.max(this.pause?.until ?? 0, this.postponed.get(task) ?? 0);
  }

  get reasons(): readonly SyncReason[] {
    const reasons: SyncReason[] = this.scopes.size > 0 ? ['SCOPE'] : [];
    const paused = this.pause?.reason;
    return paused == null ? reasons : [...reasons, paused];
  }

  succeeded(task: string): void {
    this.pause = null;
    this.failures = 0;
    this.postponed.delete(task);
    this.scopes.delete(task);
  }

  /**
   * A task failed.
   *
   * @param now when it did.
   */
  failed(task: string, error: unknown, now: number): void {
    // The budget itself says when the next request may be sent.
    if (error instanceof BudgetError) return;
    this.failures += 1;
    const backoffMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (this.failures - 1));
    const failing = this.failures >= FEW_FAILURES ? 'GONG_FAILS' : null;
    if (!(error instanceof GongError)) {
      this.postponed.set(task, now + LONGEST_PAUSE_MS);
      return;
    }
    switch (error.kind) {
      case 'missing-scope':
      case 'not-licensed':
        this.failures = 0;
        this.scopes.add(task);
        this.postponed.set(task, now + SCOPE_MS);
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
        this.pause = { until: now + (error.retryAfterMs ?? MINUTE_MS), reason: failing };
        return;
      case 'unavailable':
      case 'deadline-exceeded':
        this.pause = { until: now + backoffMs, reason: failing };
        return;
      case 'bad-request':
      case 'bad-response':
      case 'conflict':
      case 'cost-limit-exceeded':
      case 'credits-exhausted':
      case 'not-found':
      case 'outcome-unknown':
        // Other tasks may fare better.
        this.pause = { until: now, reason: failing };
        this.postponed.set(task, now + backoffMs);
    }
  }
}
