import { DayCountInMemory, type DayCount } from './dayCount.js';
import { HoldInMemory, type Hold } from './hold.js';

/** What must survive a restart for a company's quota to be kept to. */
export interface QuotaState {
  readonly dayCount: DayCount;
  readonly hold: Hold;
  /** Whether it does. */
  readonly isKept: boolean;
}

/** What the quota needs to know, for as long as the process lives. */
export function quotaStateInMemory(): QuotaState {
  return { dayCount: new DayCountInMemory(), hold: new HoldInMemory(), isKept: false };
}
