import { DayCountInMemory, type DayCount } from './dayCount.js';
import { HoldInMemory, type Hold } from './hold.js';

/** The part of a company's quota that must survive a restart. */
export interface QuotaState {
  readonly dayCount: DayCount;
  readonly hold: Hold;
  /** Whether it survives. */
  readonly isKept: boolean;
}

/** Returns a quota state that ends with the process. */
export function quotaStateInMemory(): QuotaState {
  return { dayCount: new DayCountInMemory(), hold: new HoldInMemory(), isKept: false };
}
