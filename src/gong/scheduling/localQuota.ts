import type { Clock } from '../../lib/clock.js';
import { AdaptiveMargin } from './adaptiveMargin.js';
import { CompanyDay } from './companyDay.js';
import type { DayCount } from './dayCount.js';
import { HoldInMemory, type Hold } from './hold.js';
import type { Grant, QuotaUsage, Refusal, RequestQuota } from './requestQuota.js';
import { SlidingWindow, type WindowOptions } from './slidingWindow.js';
import type { Priority } from './waiter.js';

export interface LocalQuotaOptions extends WindowOptions {
  readonly requestsPerDay: number;
  /** IANA time zone in which the company's day begins. */
  readonly dayTimeZone: string;
  readonly dayCount: DayCount;
  /** Stores Gong's hold; if omitted, it is in memory. */
  readonly hold?: Hold;
  readonly clock: Clock;
}

/** The quota of a company that has one instance. */
export class LocalQuota implements RequestQuota {
  private readonly clock: Clock;
  private readonly margin: AdaptiveMargin;
  private readonly window: SlidingWindow;
  private readonly day: CompanyDay;
  private readonly hold: Hold;
  private pausedUntil = Number.NEGATIVE_INFINITY;

  constructor(private readonly options: LocalQuotaOptions) {
    this.clock = options.clock;
    this.hold = options.hold ?? new HoldInMemory();
    // The hold that Gong requested from the previous process.
    const leftMs = this.hold.until() - this.clock.now();
    if (leftMs > 0) this.pausedUntil = this.clock.monotonic() + leftMs;
    this.margin = new AdaptiveMargin(options.clock, options);
    this.window = new SlidingWindow(options.clock, options, this.margin);
    this.day = new CompanyDay(options.clock, options.dayTimeZone);
  }

  acquire(priority: Priority): Grant | Refusal {
    const blocked = this.blocked();
    if (blocked !== null) return blocked;
    const now = this.clock.monotonic();
    // Who comes next shall find room.
    const waitMs = this.window.freeAt(priority === 'background' ? 1 : 0) - now;
    if (waitMs > 0) {
      return { kind: 'refused', because: 'rate', until: now + this.margin.lookAgainAfter(waitMs) };
    }
    const { slot, take } = this.window.offer();
    return {
      kind: 'granted',
      slot,
      keep: () => {
        take();
        this.options.dayCount.add(this.day.today().name);
      },
      release: () => undefined,
    };
  }

  pauseFor(delayMs: number): void {
    this.pausedUntil = Math.max(this.pausedUntil, this.clock.monotonic() + delayMs);
    this.hold.extendTo(this.clock.now() + delayMs);
  }

  widenMargin(): void {
    this.margin.widen();
  }

  blocked(): Refusal | null {
    const now = this.clock.monotonic();
    const { perDay, usedToday, resetsAt } = this.usage();
    if (usedToday >= perDay) {
      const until = Math.max(this.pausedUntil, now + resetsAt - this.clock.now());
      return { kind: 'refused', because: 'day', until };
    }
    return this.pausedUntil > now
      ? { kind: 'refused', because: 'hold', until: this.pausedUntil }
      : null;
  }

  usage(): QuotaUsage {
    const { name, endsAt } = this.day.today();
    return {
      perSecond: this.options.requestsPerSecond,
      perDay: this.options.requestsPerDay,
      usedToday: this.options.dayCount.used(name),
      resetsAt: endsAt,
    };
  }
}
