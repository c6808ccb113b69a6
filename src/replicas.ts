import { randomBytes, randomUUID } from 'node:crypto';
import type { Config } from './config.js';
import type { Logger } from './gong/client.js';
import type { Clock } from './gong/clock.js';
import { connectToRedis } from './redis/connection.js';
import { RedisDocuments } from './redis/redisDocuments.js';
import { RedisQuotaTable } from './redis/quotaTable.js';
import { RedisQuota } from './redis/redisQuota.js';
import { RedisState } from './redis/redisState.js';
import { RedisStore } from './redis/redisStore.js';
import { Sealer } from './sealing/sealer.js';
import type { HealthPart } from './server/health.js';

/** This gateway as one of several that share a Gong company's quota and what is read of it. */
export interface Replicas {
  readonly quota: RedisQuota;
  readonly store: RedisStore;
  readonly state: RedisState;
  /** What clients may name by a hash, at each of the gateways. */
  readonly documents: RedisDocuments;
  /** The line for `/health/ready`. Without Redis the gateway serves all the same. */
  health(): HealthPart;
  /** Gives the others back this gateway's share. */
  close(): Promise<void>;
}

export interface ReplicasOptions {
  readonly redisUrl: string;
  readonly config: Pick<
    Config,
    'requestsPerSecond' | 'requestsPerDay' | 'rateMarginMs' | 'dayTimeZone' | 'secret'
  >;
  /** Which company: opaque. */
  readonly tenant: string;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Three connections: behind long answers slots would be late, and one that listens can do nothing else. */
export function joinReplicas(options: ReplicasOptions): Replicas {
  const { redisUrl, config, tenant, clock, logger } = options;
  const connections = {
    quota: connectToRedis(redisUrl),
    store: connectToRedis(redisUrl),
    subscriber: connectToRedis(redisUrl),
  };
  const replica = randomUUID();
  const rate = { requestsPerSecond: config.requestsPerSecond, marginMs: config.rateMarginMs };
  const quota = new RedisQuota({
    ...rate,
    table: new RedisQuotaTable({ ...rate, redis: connections.quota, tenant, replica, clock }),
    replica,
    requestsPerDay: config.requestsPerDay,
    dayTimeZone: config.dayTimeZone,
    clock,
    logger,
    createId: randomUUID,
  });
  // With a secret of its own, a gateway finds nothing of the others', and they nothing of its.
  const secret = config.secret ?? randomBytes(32).toString('base64');
  const state = new RedisState({
    redis: connections.store,
    tenant,
    sealer: new Sealer(secret, 'state'),
    clock,
  });
  const documents = new RedisDocuments({
    redis: connections.store,
    sealer: new Sealer(secret, 'state'),
    clock,
  });
  const store = new RedisStore({
    redis: connections.store,
    subscriber: connections.subscriber,
    tenant,
    secret,
    replica,
    clock,
    createId: randomUUID,
  });
  return {
    quota,
    store,
    state,
    documents,
    health: () => redisHealth(quota.status()),
    close: async () => {
      store.close();
      await quota.close();
      for (const connection of Object.values(connections)) connection.disconnect();
    },
  };
}

function redisHealth({ status, replicas }: ReturnType<RedisQuota['status']>): HealthPart {
  const message =
    status === 'ok'
      ? `Quota and answers are shared; gateways seen lately: ${replicas}.`
      : `Redis can't be reached: the rate is divided by the ${replicas} gateways seen last.`;
  return { status, message, replicas };
}
