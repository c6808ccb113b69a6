import { counted } from '../lib/counted.js';
import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { Command } from './commandLine/command.js';
import { DEFAULT_TENANT } from '../access/clients/client.js';
import { ConfigError, parseConfig, type Config } from '../config/config.js';
import { withTenant } from '../config/tenants.js';
import { DatabaseError } from '../replica/database.js';
import type { ReplicaConfig } from '../replica/replicaConfig.js';
import { openFileConnections } from '../storage/disk/disk.js';
import { ReplicaFiles } from '../storage/libsql/replicaFiles.js';
import { ReplicaSchemas } from '../storage/postgres/replicaSchemas.js';
import type { ConnectionStore } from '../tenants/connections/connectionStore.js';
import { createLogger } from './serve/createLogger.js';
import { RedisConnectionStore } from '../storage/redis/redisConnections.js';
import { systemClock } from '../lib/clock.js';
import { connectToRedis } from '../storage/redis/connection.js';
import { purge as purgeKeys } from '../storage/redis/purge.js';
import { Sealer } from '../lib/sealer.js';
import { companyKeyOf } from '../tenants/tenant.js';
import { keysOf } from '../tenants/tenants.js';

/** Deletes what gateways keep of a Gong company, in Redis, in the memory of instances, and in the replica. */
export const purge: Command = {
  forms: ['[TENANT]'],
  help: `Deletes the data of a company that gateways keep: what instances on one Redis have cached, and the replica.
It needs the environment of the gateways. Stop the gateways first when there is a replica.

  TENANT      The tenant whose company's data to delete. If omitted, default.
  -h, --help  Prints this text.`,
  mostPositionals: 1,
  run: async ({ positionals: [tenant = DEFAULT_TENANT] }) => {
    try {
      await purgeTenant(tenant);
    } catch (error) {
      const problems = error instanceof ConfigError ? error.problems : [(error as Error).message];
      console.error(`Nothing was purged:\n${problems.map((line) => `- ${line}`).join('\n')}`);
      process.exitCode = 1;
    }
  },
};

async function purgeTenant(tenant: string): Promise<void> {
  const config = parseConfig(process.env);
  const { redisUrl } = config;
  const { replica } = withTenant(config, config.tenants?.get(tenant));
  if (redisUrl === undefined && (replica.place === 'off' || config.isSandbox)) {
    throw new ConfigError([
      'There is nothing to purge: neither REDIS_URL nor GATEWAY_REPLICA is set. Use the same values as the gateways.',
    ]);
  }
  if (redisUrl !== undefined) await purgeRedis(redisUrl, tenant, config, replica);
  else await purgeReplica(config, replica, await dataOf(tenant, config, openConnections(config)));
}

async function purgeRedis(
  redisUrl: string,
  tenant: string,
  config: Config,
  replica: ReplicaConfig,
): Promise<void> {
  const redis = connectToRedis(redisUrl);
  await new Promise((resolve, reject) => {
    redis.once('ready', resolve);
    redis.once('close', () => {
      reject(new Error('Redis is unreachable. Start it, or correct REDIS_URL.'));
    });
  });
  try {
    const data = await dataOf(tenant, config, openConnections(config, redis));
    if (replica.place !== 'off') await purgeReplica(config, replica, data);
    const deleted = await purgeKeys(redis, data);
    console.log(
      `Deleted ${counted(deleted, 'entry', 'entries')}. Running instances have deleted their copies.`,
    );
  } finally {
    redis.disconnect();
  }
}

/** @throws ConfigError while a gateway uses it. */
async function purgeReplica(
  { stateDir, secret }: Pick<Config, 'stateDir' | 'secret'>,
  { place }: ReplicaConfig,
  data: string,
): Promise<void> {
  // Without a secret, the configuration allows no replica.
  if (secret === undefined) return;
  const options = { stateDir, secret, clock: systemClock, logger: createLogger('silent') };
  try {
    await new ReplicaFiles(options).purgeReplica(data);
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    throw new ConfigError(['A gateway uses the replica. Stop the gateway first.']);
  }
  if (typeof place === 'object') {
    await new ReplicaSchemas(options).dropReplica(data, place.postgresUrl);
  }
  console.log('Deleted the replica. The gateway copies the company again when it starts.');
}

/** Stored connections to Gong; null: none can be read. */
function openConnections(
  { secret, stateDir }: Pick<Config, 'secret' | 'stateDir'>,
  redis?: Redis,
): Pick<ConnectionStore, 'get'> | null {
  if (secret === undefined) return null;
  if (redis === undefined) {
    return openFileConnections({ stateDir, secret }, systemClock, createLogger('silent'));
  }
  return new RedisConnectionStore({
    redis,
    sealer: new Sealer(secret, 'connection'),
    clock: systemClock,
    createId: randomUUID,
  });
}

/** Returns the name by which the company's data is kept. */
async function dataOf(
  tenant: string,
  { gong }: Pick<Config, 'gong'>,
  connections: Pick<ConnectionStore, 'get'> | null,
): Promise<string> {
  if (gong !== null && tenant === DEFAULT_TENANT) return companyKeyOf(gong);
  const connection = (await connections?.get(tenant)) ?? null;
  if (connection !== null) return keysOf(connection).data;
  throw new ConfigError([
    `Tenant "${tenant}" is not connected. Set GONG_ACCESS_KEY and GONG_ACCESS_KEY_SECRET, or GATEWAY_SECRET, to the same values as the gateways.`,
  ]);
}
