import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config.js';
import type { ConnectionStore } from '../connections/connectionStore.js';
import { FileConnectionStore } from '../connections/fileStore.js';
import type { Logger } from '../gong/client.js';
import type { Clock } from '../gong/clock.js';
import { FileState } from '../state/fileState.js';
import { openState } from './keptState.js';
import { openQuotaState } from './quotaState.js';
import { Sealer } from '../sealing/sealer.js';
import type { Storage } from './storage.js';

/** Belongs to no company: their folders are named by digests. */
const NO_COMPANY = 'gateway';

/** What outlives the process below GATEWAY_STATE_DIR, a folder for each company. */
export interface DiskStorage extends Storage {
  /** Whether the counts of the day that were opened are kept. */
  keepsCounts(): boolean;
}

export function openDiskStorage(
  config: Pick<Config, 'stateDir' | 'secret'>,
  clock: Clock,
  logger: Logger,
): DiskStorage {
  let keepsCounts = true;
  return {
    openQuota: (key) => {
      const quotaState = openQuotaState(config.stateDir, key, logger);
      keepsCounts &&= quotaState.isKept;
      return { quotaState };
    },
    openData: (key) => {
      const state = openState(config, key, clock, logger);
      return {
        state,
        close: () => {
          if (state instanceof FileState) state.close();
        },
      };
    },
    forgetData: (key) => rm(join(config.stateDir, key), { recursive: true, force: true }),
    state: openState(config, NO_COMPANY, clock, logger),
    keepsCounts: () => keepsCounts,
  };
}

/** How companies are connected, on disk. */
export function openFileConnections(
  { stateDir, secret }: { readonly stateDir: string; readonly secret: string },
  clock: Clock,
): ConnectionStore {
  return new FileConnectionStore({
    folder: join(stateDir, 'connections'),
    sealer: new Sealer(secret, 'connection'),
    clock,
    createId: randomUUID,
  });
}
