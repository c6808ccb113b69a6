import { join } from 'node:path';
import type { Logger } from '../../gong/client.js';
import { DayCountInFile, DayCountInMemory, type DayCount } from '../../gong/scheduling/dayCount.js';
import { HoldInFile, HoldInMemory, type Hold } from '../../gong/scheduling/hold.js';

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

/**
 * The same on disk. Where that can't be, in memory, with a warning: the gateway serves all the same.
 *
 * @param tenant which company: opaque.
 */
export function openQuotaState(stateDir: string, tenant: string, logger: Logger): QuotaState {
  const warn = (error: Error): void => {
    logger.warn(
      { err: error },
      "GATEWAY_STATE_DIR can't be written to: the count of the day's requests, and a wait that Gong asked for, end with this process.",
    );
  };
  const folder = join(stateDir, tenant);
  try {
    const dayCount = new DayCountInFile(folder, warn);
    return { dayCount, hold: new HoldInFile(folder, warn), isKept: true };
  } catch (error) {
    warn(error as Error);
    return quotaStateInMemory();
  }
}
