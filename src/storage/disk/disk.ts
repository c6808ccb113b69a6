import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../../config/config.js';
import type { ResealableStore } from '../../tenants/connections/connectionStore.js';
import { FileConnectionStore } from './connectionFiles.js';
import type { Logger } from '../../lib/logger.js';
import type { Clock } from '../../lib/clock.js';
import { entriesOf, makeAllPrivate } from '../../lib/files/privateFiles.js';
import { FileState } from './fileState.js';
import { openDiskState } from './diskState.js';
import { openQuotaState } from './quotaState.js';
import { Sealer } from '../../lib/sealer.js';
import type { Storage } from '../../tenants/storage.js';

/** The folder of no company. Companies' folders have digests as names. */
const NO_COMPANY = 'gateway';
/** The folder with the stored connections. */
const CONNECTIONS = 'connections';

/** The state below GATEWAY_STATE_DIR that survives the process, with one folder for each company. */
export interface DiskStorage extends Storage {
  /** Returns whether the daily counts that were opened are stored. */
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
      const { clientCounts, ...quotaState } = openQuotaState(config.stateDir, key, logger);
      keepsCounts &&= quotaState.isKept;
      return { quotaState, clientCounts };
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

/** Opens the Gong connections that are stored on disk. */
export function openFileConnections(
  { stateDir, secret }: { readonly stateDir: string; readonly secret: string },
  clock: Clock,
  logger: Logger,
): ResealableStore {
  hideFromOtherUsers(stateDir, logger);
  return new FileConnectionStore({
    folder: join(stateDir, CONNECTIONS),
    sealer: new Sealer(secret, 'connection'),
    clock,
    createId: randomUUID,
  });
}

/** An earlier release or a restored backup may have left files that other users of the machine can read. */
function hideFromOtherUsers(stateDir: string, logger: Logger): void {
  const entries = entriesOf(stateDir);
  const own = entries.filter(({ name }) => isOwn(name)).map(({ name }) => join(stateDir, name));
  // The gateway does not change the permissions of a folder that also contains other files.
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

/** Returns whether the gateway created an entry of GATEWAY_STATE_DIR. */
function isOwn(name: string): boolean {
  return name === NO_COMPANY || name === CONNECTIONS || /^[\w-]{43}$/.test(name);
}
