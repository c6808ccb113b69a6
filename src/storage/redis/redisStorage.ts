import { randomBytes, randomUUID } from 'node:crypto';
import type { Config } from '../../config/config.js';
import type { ConnectionStore } from '../../tenants/connections/connectionStore.js';
import { RedisConnectionStore } from './redisConnections.js';
import type { Logger } from '../../lib/logger.js';
import type { Clock } from '../../lib/clock.js';
import { connectToRedis } from './connection.js';
import { purgeData } from './purge.js';
import { RedisDocuments } from './redisDocuments.js';
import { RedisQuotaStore } from './quotaStore.js';
import { RedisQuota } from './redisQuota.js';
import { RedisState } from './redisState.js';
import { RedisStore } from './redisStore.js';
import { Sealer } from '../../lib/sealer.js';
import type { QuotaConfig, Storage } from '../../tenants/storage.js';

/** This gateway as one of several that share the companies' quotas and what is read of them. */
export interface Replicas extends Storage {
  openQuota(key: string, config: QuotaConfig): { readonly quota: RedisQuota };
  openData(key: string): {
    readonly store: RedisStore;
    readonly state: RedisState;
    close(): void;
  };
  /** What clients may name by a hash, at each of the gateways. */
  readonly documents: RedisDocuments;
  /** How companies are connected; a secret of its own opens none of the others'. */
  readonly connections: ConnectionStore;
  /** Whether Redis can't be reached, and how many gateways were seen lately, this one included. */
  status(): { readonly isAway: boolean; readonly replicas: number };
  /** Gives the others back this gateway's share. */
  close(): Promise<void>;
}

export interface ReplicasOptions {
  readonly redisUrl: string;
  readonly config: Pick<Config, 'secret'>;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Belongs to no company: their keys are digests. */
const NO_COMPANY = 'gateway';

/** Three connections: behind long answers slots would be late, and one that listens can do nothing else. */
function connect(redisUrl: string) {
  const connections = {
    quota: connectToRedis(redisUrl),
    store: connectToRedis(redisUrl),
    subscriber: connectToRedis(redisUrl),
  };
  // Each company listens to all of them.
  for (const connection of Object.values(connections)) connection.setMaxListeners(0);
  return connections;
}

export function openRedisStorage({ redisUrl, config, clock, logger }: ReplicasOptions): Replicas {
  const connections = connect(redisUrl);
  const replica = randomUUID();
  const createId = randomUUID;
  // With a secret of its own, a gateway finds nothing of the others', and they nothing of its.
  const secret = config.secret ?? randomBytes(32).toString('base64');
  const shared = { redis: connections.store, clock };
  const sealer = new Sealer(secret, 'state');
  const openState = (tenant: string): RedisState => new RedisState({ ...shared, tenant, sealer });
  const quotas: RedisQuota[] = [];
  const stores = new Set<RedisStore>();
  return {
    openQuota: (tenant, { requestsPerSecond, rateMarginMs, requestsPerDay, dayTimeZone }) => {
      const rate = { requestsPerSecond, marginMs: rateMarginMs, clock, replica };
      const table = new RedisQuotaStore({ ...rate, redis: connections.quota, tenant });
      const quota = new RedisQuota({
        ...rate,
        table,
        requestsPerDay,
        dayTimeZone,
        logger,
        createId,
      });
      quotas.push(quota);
      return { quota };
    },
    openData: (tenant) => {
      const state = openState(tenant);
      const { subscriber } = connections;
      const store = new RedisStore({ ...shared, subscriber, tenant, secret, replica, createId });
      stores.add(store);
      return {
        store,
        state,
        close: () => {
          stores.delete(store);
          store.close();
          state.close();
        },
      };
    },
    forgetData: (key) => purgeData(connections.store, key),
    state: openState(NO_COMPANY),
    documents: new RedisDocuments({ ...shared, sealer }),
    connections: new RedisConnectionStore({
      ...shared,
      sealer: new Sealer(secret, 'connection'),
      createId,
    }),
    status: () => statusOf(connections.store.status === 'ready', quotas),
    close: async () => {
      for (const store of stores) store.close();
      await Promise.all(quotas.map((quota) => quota.close()));
      for (const connection of Object.values(connections)) connection.disconnect();
    },
  };
}

function statusOf(
  isConnected: boolean,
  quotas: readonly RedisQuota[],
): ReturnType<Replicas['status']> {
  const statuses = quotas.map((quota) => quota.status());
  return {
    isAway: !isConnected || statuses.some(({ status }) => status !== 'ok'),
    replicas: Math.max(1, ...statuses.map(({ replicas }) => replicas)),
  };
}
