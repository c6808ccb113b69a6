import type { Clock } from '../lib/clock.js';
import type { Logger } from '../lib/logger.js';
import type { Storage } from '../tenants/storage.js';
import { ReplicaFiles } from './libsql/replicaFiles.js';
import { ReplicaSchemas } from './postgres/replicaSchemas.js';

/** The copies of companies, each where its settings say. */
export function openReplicas(
  { stateDir, secret }: { readonly stateDir: string; readonly secret: string | undefined },
  clock: Clock,
  logger: Logger,
): Required<Pick<Storage, 'openReplica' | 'dropReplica'>> {
  if (secret === undefined) {
    // The settings allow no replica then.
    const off = 'GATEWAY_SECRET is not set, and without it no replica can be kept.';
    return {
      openReplica: () => Promise.resolve({ off }),
      dropReplica: () => Promise.resolve(),
    };
  }
  const files = new ReplicaFiles({ stateDir, secret, clock, logger });
  const schemas = new ReplicaSchemas({ secret, clock });
  return {
    // A damaged server is not ours to replace.
    openReplica: (key, settings, onDamaged) =>
      typeof settings.place === 'object'
        ? schemas.openReplica(key, settings.place.postgresUrl, settings)
        : files.openReplica(key, settings, onDamaged),
    dropReplica: async (key, { place }) => {
      // It may have been in a file before it came into a database.
      await files.dropReplica(key);
      if (typeof place === 'object') await schemas.dropReplica(key, place.postgresUrl);
    },
  };
}
