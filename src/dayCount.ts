import { join } from 'node:path';
import type { Logger } from './gong/client.js';
import { DayCountInFile, DayCountInMemory, type DayCount } from './gong/scheduling/dayCount.js';

/**
 * Where the day's requests to a company are counted: on disk, so that the count survives a restart. Where that
 * can't be, in memory, with a warning: the gateway serves all the same.
 */
export function openDayCount(stateDir: string, tenant: string, logger: Logger): DayCount {
  try {
    return new DayCountInFile(join(stateDir, tenant));
  } catch (error) {
    logger.warn(
      { err: error as Error },
      "GATEWAY_STATE_DIR can't be written to: the count of the day's requests ends with this process.",
    );
    return new DayCountInMemory();
  }
}
