import type { Config } from '../config/config.js';
import { ClientCountsInMemory, type ClientCounts } from '../gong/scheduling/clientCounts.js';
import { CompanyDay } from '../gong/scheduling/companyDay.js';
import { LocalQuota } from '../gong/scheduling/localQuota.js';
import { quotaStateInMemory } from '../gong/scheduling/quotaState.js';
import type { QuotaUsage, RefusalReason, RequestQuota } from '../gong/scheduling/requestQuota.js';
import { Scheduler } from '../gong/scheduling/scheduler.js';
import type { Clock } from '../lib/clock.js';
import type { QuotaConfig, QuotaParts } from './storage.js';

/** The quota of a Gong company, which outlives its connections. */
export interface CompanyQuota {
  readonly quota: RequestQuota;
  readonly scheduler: Scheduler;
  /** What each client has used today. */
  readonly clientCounts: ClientCounts;
  readonly day: CompanyDay;
}

export function createCompanyQuota(
  config: QuotaConfig & Pick<Config, 'maxQueued'>,
  { quota: shared, quotaState, clientCounts = new ClientCountsInMemory() }: QuotaParts,
  clock: Clock,
): CompanyQuota {
  const quota =
    shared ??
    new LocalQuota({
      requestsPerSecond: config.requestsPerSecond,
      requestsPerDay: config.requestsPerDay,
      marginMs: config.rateMarginMs,
      dayTimeZone: config.dayTimeZone,
      ...(quotaState ?? quotaStateInMemory()),
      clock,
    });
  const scheduler = new Scheduler({ quota, clock, maxQueued: config.maxQueued });
  return { quota, scheduler, clientCounts, day: new CompanyDay(clock, config.dayTimeZone) };
}

/** How many requests of a company wait and remain, and whether they are on hold. */
export interface CompanyQuotaState {
  /** The limits, and what is used of them. */
  readonly usage: QuotaUsage;
  readonly queued: number;
  readonly remainingToday: number;
  /** What prevents every request to Gong for a while, and for how many milliseconds; null when nothing does. */
  readonly hold: { readonly because: RefusalReason; readonly forMs: number } | null;
}

export function quotaStateOf(
  { quota, scheduler }: Pick<CompanyQuota, 'quota' | 'scheduler'>,
  clock: Clock,
): CompanyQuotaState {
  const usage = quota.usage();
  const blocked = quota.blocked();
  return {
    usage,
    queued: scheduler.queued,
    remainingToday: Math.max(0, usage.perDay - usage.usedToday),
    hold:
      blocked === null
        ? null
        : { because: blocked.because, forMs: blocked.until - clock.monotonic() },
  };
}
