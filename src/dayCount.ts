import { join } from 'node:path';
import type { Logger } from './gong/client.js';
import { DayCountInFile, DayCountInMemory, type DayCount } from './gong/scheduling/dayCount.js';

/**
 * Where the day's requests to a company are counted: on disk, so that the count survives a restart. Where that
 * can't be, in memory, with a warning: the gateway serves all the same.
 */
export function openDayCount(stateDir: string, tenant: string, logger: Logger): DayCount {
  const warn = (error: Error): void => {
    logger.warn(
      { err: error },
      "GATEWAY_STATE_DIR can't be written to: the count of the day's requests ends with this process.",
    );
  };
  try {
    return new DayCountInFile(join(stateDir, tenant), warn);
  } catch (error) {
    warn(error as Error);
    return new DayCountInMemory();
  }
}
