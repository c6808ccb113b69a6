import type { Logger } from '../../lib/logger.js';

/** What goes wrong, the doctor tells in its own words. */
export const silentLogger: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
