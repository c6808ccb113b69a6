import type { Logger } from '../../gong/client.js';

/** What goes wrong, the doctor tells in its own words. */
export const silentLogger: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
