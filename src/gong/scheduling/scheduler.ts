import { counted } from '../../lib/counted.js';
import { SECOND_MS, type Clock } from '../../lib/clock.js';
import { GongError } from '../errors.js';
import type { Grant, Refusal, RequestQuota, Verdict } from './requestQuota.js';
import { ServiceOrder } from './serviceOrder.js';
import { windowOf, type Slot } from './slidingWindow.js';
import type { Priority, Waiter } from './waiter.js';

/** What is in the background stops while less than this part of the day's requests is left. */
const RESERVED_PART = 0.3;

export interface SchedulerOptions {
  readonly quota: RequestQuota;
  readonly clock: Clock;
  /** Maximum of waiting requests. */
  readonly maxQueued: number;
}

interface QueueEntry {
  readonly waiter: Waiter;
  /** Returns false when nothing is left to send. */
  readonly grant: (slot: Slot) => boolean;
  readonly refuse: (reason: Error) => void;
}

/**
 * Decides which request to one Gong company starts next, and when. It knows time, priority, and quota, not HTTP. A
 * request that cannot start before its deadline is refused at once.
 */
export class Scheduler {
  private readonly clock: Clock;
  private readonly quota: RequestQuota;
  private readonly waiting = new ServiceOrder<QueueEntry>();
  /** Whether the quota has not responded yet. */
  private isAsking = false;
  /** The quota need not be asked before this time. */
  private askAgainAt = Number.NEGATIVE_INFINITY;
  /** The same, for what is in the background: others may start before. */
  private backgroundAt = Number.NEGATIVE_INFINITY;
  private timer: { readonly at: number; readonly cancel: () => void } | null = null;

  constructor(private readonly options: SchedulerOptions) {
    this.clock = options.clock;
    this.quota = options.quota;
  }

  /** The number of waiting requests. */
  get queued(): number {
    return this.waiting.size;
  }

  /**
   * Calls `start` as soon as a request may be sent, synchronously with taking the slot, and resolves like its
   * promise. When `start` returns null, nothing is left to send, and the next request gets the slot. When it throws,
   * the slot is not used either.
   *
   * @throws GongError at once: `rate-limited` when Gong asked to wait for longer than the waiter can, or too
   * many wait already; `quota-exhausted` when the day's requests are used up, or the rest is not for what is in the
   * background; `deadline-exceeded` when the rate, and those ahead in line, take all the time that the waiter has.
   */
  run<T>(start: (slot: Slot) => Promise<T> | null, waiter: Waiter): Promise<T | null> {
    return new Promise((resolve, reject) => {
      const { signal } = waiter;
      if (signal.aborted) {
        reject(signal.reason as Error);
        return;
      }
      const rejectionFor = this.rejectionFor(waiter);
      if (rejectionFor !== null) {
        reject(rejectionFor);
        return;
      }
      const onAbort = (): void => {
        this.waiting.delete(waiting);
        reject(signal.reason as Error);
      };
      const waiting: QueueEntry = {
        waiter,
        grant: (slot) => {
          signal.removeEventListener('abort', onAbort);
          let started: Promise<T> | null;
          try {
            started = start(slot);
          } catch (error) {
            reject(error instanceof Error ? error : new Error(String(error)));
            return false;
          }
          if (started === null) {
            resolve(null);
            return false;
          }
          started.then(resolve, reject);
          return true;
        },
        refuse: (reason) => {
          signal.removeEventListener('abort', onAbort);
          reject(reason);
        },
      };
      signal.addEventListener('abort', onAbort, { once: true });
      this.waiting.add(waiting);
      this.advance();
    });
  }

  /** Starts nothing for the next `delayMs`. Requests with an earlier deadline are refused at once. */
  pauseFor(delayMs: number): void {
    this.quota.pauseFor(delayMs);
    const blocked = this.quota.blocked();
    if (blocked !== null) this.heed(blocked);
  }

  /** Handles a 429: pauses for the requested time, and then spaces requests further apart. */
  slowDown(delayMs: number): void {
    this.quota.widenMargin();
    this.pauseFor(delayMs);
  }

  /** Returns why a request may not even wait; null when it may. */
  private rejectionFor(waiter: Waiter): GongError | null {
    const blocked = this.quota.blocked();
    const latestStart = waiter.latestStart();
    if (blocked !== null) {
      if (blocked.until > latestStart) return this.refusalError(blocked);
      waiter.onHold?.(blocked.until, this.refusalError(blocked));
    }
    if (waiter.priority() === 'background' && this.isReserved) return this.reservedError();
    const ahead = this.waiting.ahead(waiter);
    const now = this.clock.monotonic();
    const earliest = Math.max(now, this.askAgainAt) + this.durationOf(ahead);
    if (earliest > latestStart) return this.tooLateError(earliest, ahead);
    if (earliest > now) waiter.onHold?.(earliest, this.tooLateError(earliest, ahead));
    if (this.waiting.size >= this.options.maxQueued) {
      // No client may fill the queue at the expense of the others.
      const giving = this.waiting.evictFor(waiter);
      if (giving === undefined) return this.fullError();
      this.waiting.delete(giving);
      giving.refuse(this.fullError());
    }
    return null;
  }

  private fullError(): GongError {
    const { size } = this.waiting;
    return new GongError(
      'rate-limited',
      `The queue is full: ${counted(size, 'Gong request')} ${size === 1 ? 'is' : 'are'} waiting. ` +
        'Try again after retryAfterSeconds.',
      { retryAfterMs: this.durationOf(size) },
    );
  }

  /** Returns the minimum time in which this many requests start, in milliseconds. */
  private durationOf(count: number): number {
    const { limit, lengthMs } = windowOf({
      requestsPerSecond: this.quota.usage().perSecond,
      marginMs: 0,
    });
    return Math.floor(count / limit) * lengthMs;
  }

  private refusalError({ because, until }: Refusal): GongError {
    const retryAfterMs = Math.max(0, until - this.clock.monotonic());
    switch (because) {
      case 'rate':
        return this.tooLateError(until, 0);
      case 'day':
        return new GongError(
          'quota-exhausted',
          'The daily quota of Gong requests is used up. ' +
            `It resets at ${new Date(this.quota.usage().resetsAt).toISOString()}. Try again then.`,
          { retryAfterMs },
        );
      case 'hold':
        return new GongError(
          'rate-limited',
          "Gong requested a pause that is longer than this operation's deadline allows. Try again after retryAfterSeconds.",
          { retryAfterMs },
        );
    }
  }

  /** The only reason is that the deadline comes before the start. */
  private tooLateError(earliest: number, ahead: number): GongError {
    const { perSecond } = this.quota.usage();
    const queued =
      ahead === 0
        ? ''
        : `, and ${counted(ahead, 'request')} ${ahead === 1 ? 'is' : 'are'} queued ahead`;
    return new GongError(
      'deadline-exceeded',
      `The request to Gong cannot start before the deadline: the rate limit is ${perSecond} per second${queued}. ` +
        'Try again after retryAfterSeconds.',
      { retryAfterMs: Math.max(0, earliest - this.clock.monotonic()) },
    );
  }

  /** Whether what is left of the day's requests is not for what is in the background. */
  private get isReserved(): boolean {
    const { perDay, usedToday } = this.quota.usage();
    return perDay - usedToday < perDay * RESERVED_PART;
  }

  private reservedError(): GongError {
    const { resetsAt } = this.quota.usage();
    return new GongError(
      'quota-exhausted',
      "What is left of the day's Gong requests is reserved for clients. " +
        `The quota resets at ${new Date(resetsAt).toISOString()}.`,
      { retryAfterMs: resetsAt - this.clock.now() },
    );
  }

  private advance(): void {
    while (!this.isAsking && this.waiting.size > 0) {
      if (this.askAgainAt > this.clock.monotonic()) {
        this.wakeAt(this.askAgainAt);
        return;
      }
      const urgency = this.waiting.mostUrgent();
      if (urgency === undefined) return;
      if (urgency === 'background') {
        // Nothing else waits.
        if (this.isReserved) {
          this.refuse([...this.waiting], this.reservedError());
          return;
        }
        if (this.backgroundAt > this.clock.monotonic()) {
          this.wakeAt(this.backgroundAt);
          return;
        }
      }
      const verdict = this.quota.acquire(urgency);
      if (verdict instanceof Promise) {
        this.isAsking = true;
        void verdict.then((granted) => {
          this.isAsking = false;
          this.follow(granted, urgency);
          this.advance();
        });
        return;
      }
      this.follow(verdict, urgency);
    }
  }

  private follow(verdict: Verdict, urgency: Priority): void {
    if (verdict.kind === 'granted') this.serve(verdict);
    else if (verdict.because === 'rate' && urgency === 'background') this.putOff(verdict);
    else this.heed(verdict);
  }

  /** The rate has no room for what is in the background; for others, it may have. */
  private putOff(refusal: Refusal): void {
    this.backgroundAt = refusal.until;
    const late = [...this.waiting].filter(
      ({ waiter }) => waiter.priority() === 'background' && waiter.latestStart() < refusal.until,
    );
    this.refuse(late, this.refusalError(refusal));
  }

  private refuse(those: readonly QueueEntry[], reason: Error): void {
    for (const each of those) {
      this.waiting.delete(each);
      each.refuse(reason);
    }
  }

  private serve(grant: Grant): void {
    for (let next = this.waiting.take(); next !== undefined; next = this.waiting.take()) {
      if (!next.grant(grant.slot)) continue;
      grant.keep();
      return;
    }
    grant.release();
  }

  private heed(refusal: Refusal): void {
    // This is checked repeatedly, because a hold or a day may end early when the wall clock is changed.
    const soon = refusal.because === 'rate' ? Infinity : this.clock.monotonic() + SECOND_MS;
    this.askAgainAt = Math.max(this.askAgainAt, Math.min(refusal.until, soon));
    const reason = this.refusalError(refusal);
    for (const each of [...this.waiting]) {
      if (each.waiter.latestStart() >= refusal.until) {
        each.waiter.onHold?.(refusal.until, reason);
      } else {
        this.waiting.delete(each);
        each.refuse(reason);
      }
    }
  }

  private wakeAt(at: number): void {
    if (this.timer?.at === at) return;
    this.timer?.cancel();
    // Timers may fire up to 1 millisecond early. Rounding up avoids another check.
    const cancel = this.clock.after(Math.ceil(at - this.clock.monotonic()), () => {
      this.timer = null;
      this.advance();
    });
    this.timer = { at, cancel };
  }
}
