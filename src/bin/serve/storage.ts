import type { Config } from '../../config/config.js';
import type { Clock } from '../../lib/clock.js';
import type { Logger } from '../../lib/logger.js';
import { openDiskStorage, openFileConnections } from '../../storage/disk/disk.js';
import { openRedisStorage, type Replicas } from '../../storage/redis/redisStorage.js';
import { openReplicas } from '../../storage/replicas.js';
import type { ConnectionStore } from '../../tenants/connections/connectionStore.js';
import { storageInMemory } from '../../tenants/gateway.js';
import type { Storage } from '../../tenants/storage.js';
import type { EmbeddedSandbox } from './sandbox.js';

/** Where a gateway keeps what outlives an operation. */
export interface OpenStorage {
  readonly storage: Storage;
  /** What instances share through Redis; null: there is one instance. */
  readonly replicas: Replicas | null;
  /** Returns whether the daily count of requests survives the process. */
  readonly keepsCount: () => boolean;
  /** The stored Gong connections; null: none can be stored. */
  readonly connections: ConnectionStore | null;
}

/** Opens Redis where instances share it, else the state folder. */
export function openStorage(
  config: Pick<Config, 'redisUrl' | 'stateDir' | 'secret'>,
  sandbox: EmbeddedSandbox | null,
  { clock, logger }: { readonly clock: Clock; readonly logger: Logger },
): OpenStorage {
  const { redisUrl, stateDir, secret } = config;
  const replicas =
    redisUrl === undefined ? null : openRedisStorage({ redisUrl, config, clock, logger });
  // The sandbox starts over with each process, and so does its quota.
  const disk =
    sandbox === null && replicas === null ? openDiskStorage(config, clock, logger) : null;
  return {
    storage: {
      ...(replicas ?? disk ?? storageInMemory(clock)),
      ...openReplicas(sandbox?.copies ?? { stateDir, secret }, clock, logger),
    },
    replicas,
    keepsCount: () => replicas !== null || disk?.keepsCounts() === true,
    // Invented data and a company's data never mix, so the sandbox serves no stored connections. Without a secret to
    // seal them, credentials cannot be stored.
    connections:
      sandbox !== null || secret === undefined
        ? null
        : (replicas?.connections ?? openFileConnections({ stateDir, secret }, clock, logger)),
  };
}
