import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../../config/config.js';
import type { ConnectionStore } from '../../tenants/connections/connectionStore.js';
import { FileConnectionStore } from './connectionFiles.js';
import type { Logger } from '../../lib/logger.js';
import type { Clock } from '../../lib/clock.js';
import { entriesOf, makeAllPrivate } from '../../lib/files/privateFiles.js';
import { FileState } from './fileState.js';
import { openDiskState } from './diskState.js';
import { openQuotaState } from './quotaState.js';
import { Sealer } from '../../lib/sealer.js';
import type { Storage } from '../../tenants/storage.js';

/** Belongs to no company: their folders are named by digests. */
const NO_COMPANY = 'gateway';
/** Holds how companies are connected. */
const CONNECTIONS = 'connections';

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
  hideFromOtherUsers(config.stateDir, logger);
  let keepsCounts = true;
  return {
    openQuota: (key) => {
      const quotaState = openQuotaState(config.stateDir, key, logger);
      keepsCounts &&= quotaState.isKept;
      return { quotaState };
    },
    openData: (key) => {
      const state = openDiskState(config, key, clock, logger);
      return {
        state,
        close: () => {
          if (state instanceof FileState) state.close();
        },
      };
    },
    forgetData: (key) => rm(join(config.stateDir, key), { recursive: true, force: true }),
    state: openDiskState(config, NO_COMPANY, clock, logger),
    keepsCounts: () => keepsCounts,
  };
}

/** Stored Gong connections, on disk. */
export function openFileConnections(
  { stateDir, secret }: { readonly stateDir: string; readonly secret: string },
  clock: Clock,
  logger: Logger,
): ConnectionStore {
  hideFromOtherUsers(stateDir, logger);
  return new FileConnectionStore({
    folder: join(stateDir, CONNECTIONS),
    sealer: new Sealer(secret, 'connection'),
    clock,
    createId: randomUUID,
  });
}

/** An earlier release, or a backup that was restored, may have left what other users of the machine can read. */
function hideFromOtherUsers(stateDir: string, logger: Logger): void {
  const entries = entriesOf(stateDir);
  const own = entries.filter(({ name }) => isOwn(name)).map(({ name }) => join(stateDir, name));
  // A folder that holds other things, too, is not the gateway's to close.
  const folders = own.length === entries.length ? [stateDir] : own;
  const visible = folders.reduce((sum, folder) => sum + makeAllPrivate(folder), 0);
  if (visible === 0) return;
  const hint =
    'Give the files to the user that runs the gateway, with mode 0600 in folders of mode 0700.';
  logger.warn(
    { visible, hint },
    'Other users of this machine can access files in GATEWAY_STATE_DIR',
  );
}

/** Whether the gateway made an entry of GATEWAY_STATE_DIR. */
function isOwn(name: string): boolean {
  return name === NO_COMPANY || name === CONNECTIONS || /^[\w-]{43}$/.test(name);
}
