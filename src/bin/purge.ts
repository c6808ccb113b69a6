/**
 * `npm run purge`: deletes the cache of a Gong company, in Redis and in the memory of instances. `npm run purge --
 * acme` does it for another tenant than the default one.
 */
import { counted } from '../lib/counted.js';
import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import { readArguments } from './commandLine/arguments.js';
import { DEFAULT_TENANT } from '../access/clients/client.js';
import { ConfigError, parseConfig, type Config } from '../config/config.js';
import { RedisConnectionStore } from '../storage/redis/redisConnections.js';
import { systemClock } from '../lib/clock.js';
import { connectToRedis } from '../storage/redis/connection.js';
import { purge } from '../storage/redis/purge.js';
import { Sealer } from '../lib/sealer.js';
import { companyKeyOf } from '../tenants/tenant.js';
import { keysOf } from '../tenants/tenants.js';

const { positionals } = readArguments(
  `Usage: npm run purge [-- TENANT]

Deletes the data of a company that instances on one Redis have cached. It needs their environment.

  TENANT      The tenant whose company's data to delete. If omitted, default.
  -h, --help  Prints this text.`,
  { mostPositionals: 1 },
);
try {
  const config = parseConfig(process.env);
  const { redisUrl } = config;
  if (redisUrl === undefined) {
    throw new ConfigError(['REDIS_URL is not set. Use the same value as the gateways.']);
  }
  const redis = connectToRedis(redisUrl);
  await new Promise((resolve, reject) => {
    redis.once('ready', resolve);
    redis.once('close', () => {
      reject(new Error('Redis is unreachable. Start it, or correct REDIS_URL.'));
    });
  });
  try {
    const deleted = await purge(redis, await dataOf(positionals[0], config, redis));
    console.log(
      `Deleted ${counted(deleted, 'entry', 'entries')}. Running instances have deleted their copies.`,
    );
  } finally {
    redis.disconnect();
  }
} catch (error) {
  const problems = error instanceof ConfigError ? error.problems : [(error as Error).message];
  console.error(`Nothing was purged:\n${problems.map((line) => `- ${line}`).join('\n')}`);
  process.exitCode = 1;
}

/** Returns the name of the company's data in Redis. */
async function dataOf(
  tenant = DEFAULT_TENANT,
  { gong, secret }: Pick<Config, 'gong' | 'secret'>,
  redis: Redis,
): Promise<string> {
  if (gong !== null && tenant === DEFAULT_TENANT) return companyKeyOf(gong);
  const connection =
    secret === undefined
      ? null
      : await new RedisConnectionStore({
          redis,
          sealer: new Sealer(secret, 'connection'),
          clock: systemClock,
          createId: randomUUID,
        }).get(tenant);
  if (connection !== null) return keysOf(connection).data;
  throw new ConfigError([
    `Tenant "${tenant}" is not connected. Set GONG_ACCESS_KEY and GONG_ACCESS_KEY_SECRET, or GATEWAY_SECRET, to the same values as the gateways.`,
  ]);
}
