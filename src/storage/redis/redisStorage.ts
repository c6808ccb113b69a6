import { randomBytes, randomUUID } from 'node:crypto';
import type { Config } from '../../config/config.js';
import type { ConnectionStore } from '../../tenants/connections/connectionStore.js';
import { RedisConnectionStore } from './redisConnections.js';
import type { Logger } from '../../lib/logger.js';
import type { Clock } from '../../lib/clock.js';
import { connectToRedis } from './connection.js';
import { purgeData } from './purge.js';
import { RedisClientCounts } from './redisClientCounts.js';
import { RedisDocuments } from './redisDocuments.js';
import { RedisRateLimits } from './redisRateLimits.js';
import { RedisQuotaStore } from './quotaStore.js';
import { RedisQuota } from './redisQuota.js';
import { RedisState } from './redisState.js';
import { RedisStatus } from './redisStatus.js';
import { RedisStore } from './redisStore.js';
import { Sealer } from '../../lib/sealer.js';
import type { QuotaConfig, Storage } from '../../tenants/storage.js';

/** The storage of an instance that shares the quotas and cached data of companies with others. */
export interface Replicas extends Storage {
  openQuota(
    key: string,
    config: QuotaConfig,
  ): { readonly quota: RedisQuota; readonly clientCounts: RedisClientCounts };
  openData(key: string): {
    readonly store: RedisStore;
    readonly state: RedisState;
    close(): void;
  };
  /** Documents that clients may name by a hash at every instance. */
  readonly documents: RedisDocuments;
  /** Counts what clients do, at all instances together. */
  readonly rates: RedisRateLimits;
  /** The stored connections. An instance with a secret of its own cannot open those of the others. */
  readonly connections: ConnectionStore;
  /** Counts that the instances show each other. */
  readonly counts: RedisStatus;
  /** Returns whether Redis is unreachable, and how many instances were seen recently, including this one. */
  status(): { readonly isAway: boolean; readonly replicas: number };
  /** Returns this instance's share to the others. */
  close(): Promise<void>;
}

export interface ReplicasOptions {
  readonly redisUrl: string;
  readonly config: Pick<Config, 'secret'>;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Prefix of keys of no company. The prefixes of companies are digests. */
const NO_COMPANY = 'gateway';

/** Opens three connections: long responses would delay slots, and a subscribed connection can send no commands. */
function connect(redisUrl: string) {
  const connections = {
    quota: connectToRedis(redisUrl),
    store: connectToRedis(redisUrl),
    subscriber: connectToRedis(redisUrl),
  };
  // Each company adds listeners to every connection.
  for (const connection of Object.values(connections)) connection.setMaxListeners(0);
  return connections;
}

export function openRedisStorage({ redisUrl, config, clock, logger }: ReplicasOptions): Replicas {
  const connections = connect(redisUrl);
  const replica = randomUUID();
  const createId = randomUUID;
  // An instance with a secret of its own shares no data with the others.
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
      const clientCounts = new RedisClientCounts({ redis: connections.quota, tenant, clock });
      return { quota, clientCounts };
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
    rates: new RedisRateLimits({ ...shared, sealer, tenant: NO_COMPANY }),
    connections: new RedisConnectionStore({
      ...shared,
      sealer: new Sealer(secret, 'connection'),
      createId,
    }),
    counts: new RedisStatus({ ...shared, replica, sealer: new Sealer(secret, 'status') }),
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
