import { join } from 'node:path';
import type { Logger } from '../../lib/logger.js';
import {
  ClientCountsInFile,
  ClientCountsInMemory,
  type ClientCounts,
} from '../../gong/scheduling/clientCounts.js';
import { DayCountInFile } from '../../gong/scheduling/dayCount.js';
import { HoldInFile } from '../../gong/scheduling/hold.js';
import { quotaStateInMemory, type QuotaState } from '../../gong/scheduling/quotaState.js';

/**
 * Opens the state of the quota on disk. When the folder is not usable, it stays in memory, and the gateway logs a
 * warning and continues.
 *
 * @param tenant opaque name of the company.
 */
export function openQuotaState(
  stateDir: string,
  tenant: string,
  logger: Logger,
): QuotaState & { readonly clientCounts: ClientCounts } {
  const warn = (error: Error): void => {
    logger.warn(
      { err: error },
      "GATEWAY_STATE_DIR is not writable: the daily request count and Gong's Retry-After do not survive a restart",
    );
  };
  const folder = join(stateDir, tenant);
  try {
    const dayCount = new DayCountInFile(folder, warn);
    const clientCounts = new ClientCountsInFile(folder, warn);
    return { dayCount, hold: new HoldInFile(folder, warn), clientCounts, isKept: true };
  } catch (error) {
    warn(error as Error);
    return { ...quotaStateInMemory(), clientCounts: new ClientCountsInMemory() };
  }
}
