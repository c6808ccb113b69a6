import { join } from 'node:path';
import type { Config } from '../../config/config.js';
import type { Logger } from '../../lib/logger.js';
import type { Clock } from '../../lib/clock.js';
import { Sealer } from '../../lib/sealer.js';
import { FileState } from './fileState.js';
import { MemoryState } from '../../lib/memoryState.js';

/**
 * Opens the state of a company on disk. It stays in memory when no permanent secret is configured, or when the folder
 * is not writable.
 *
 * @param tenant opaque name of the company.
 */
export function openDiskState(
  { stateDir, secret }: Pick<Config, 'stateDir' | 'secret'>,
  tenant: string,
  clock: Clock,
  logger: Logger,
): FileState | MemoryState {
  // The gateway logs this at startup.
  if (secret === undefined) return new MemoryState(clock);
  const onFailure = (error: Error): void => {
    logger.warn(
      { err: error },
      'GATEWAY_STATE_DIR is not writable: the state of uploads does not survive a restart',
    );
  };
  const sealer = new Sealer(secret, 'state');
  try {
    return new FileState({ folder: join(stateDir, tenant, 'state'), sealer, clock, onFailure });
  } catch (error) {
    onFailure(error as Error);
    return new MemoryState(clock);
  }
}
