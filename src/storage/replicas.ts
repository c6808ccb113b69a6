import type { Clock } from '../lib/clock.js';
import type { Logger } from '../lib/logger.js';
import type { Storage } from '../tenants/storage.js';
import { ReplicaFiles } from './libsql/replicaFiles.js';

/** The copies of companies, each where its settings say. */
export function openReplicas(
  { stateDir, secret }: { readonly stateDir: string; readonly secret: string | undefined },
  clock: Clock,
  logger: Logger,
): Required<Pick<Storage, 'openReplica' | 'dropReplica'>> {
  // Without a secret, the settings allow no replica.
  const files = secret === undefined ? null : new ReplicaFiles({ stateDir, secret, clock, logger });
  return {
    openReplica: async (key, settings) => {
      if (files === null)
        return { off: 'GATEWAY_SECRET is not set, and without it no replica can be kept.' };
      return files.openReplica(key, settings);
    },
    dropReplica: async (key) => {
      await files?.dropReplica(key);
    },
  };
}
