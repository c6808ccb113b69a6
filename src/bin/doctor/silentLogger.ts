import type { Logger } from '../../lib/logger.js';

/** The doctor reports problems itself. */
export const silentLogger: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
