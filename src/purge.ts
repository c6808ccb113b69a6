/** `npm run purge`: deletes what gateways have cached of the configured Gong company, in Redis and in memory. */
import { ConfigError, parseConfig } from './config.js';
import { tenantOf } from './tenants/company.js';
import { connectToRedis } from './redis/connection.js';
import { purge } from './redis/purge.js';

try {
  const { gong, redisUrl } = parseConfig(process.env);
  if (gong === null || redisUrl === undefined) {
    throw new ConfigError([
      'REDIS_URL, GONG_ACCESS_KEY and GONG_ACCESS_KEY_SECRET say whose cache is purged: set them as for the gateways.',
    ]);
  }
  const redis = connectToRedis(redisUrl);
  await new Promise((resolve, reject) => {
    redis.once('ready', resolve);
    redis.once('close', () => {
      reject(new Error('Redis cannot be reached.'));
    });
  });
  const deleted = await purge(redis, tenantOf(gong));
  redis.disconnect();
  console.log(`Deleted ${deleted} entries. Running gateways have forgotten theirs.`);
} catch (error) {
  const problems = error instanceof ConfigError ? error.problems : [(error as Error).message];
  console.error(`Nothing was purged:\n${problems.map((line) => `- ${line}`).join('\n')}`);
  process.exitCode = 1;
}
