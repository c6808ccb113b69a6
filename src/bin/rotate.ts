import { randomUUID } from 'node:crypto';
import type { Command } from './commandLine/command.js';
import { ConfigError, parseConfig, type Config } from '../config/config.js';
import { systemClock } from '../lib/clock.js';
import { counted } from '../lib/counted.js';
import { Sealer, type Resealed } from '../lib/sealer.js';
import { createLogger } from '../serve/createLogger.js';
import { openFileConnections } from '../storage/disk/disk.js';
import { connectToRedis } from '../storage/redis/connection.js';
import { RedisConnectionStore } from '../storage/redis/redisConnections.js';
import { StoreUnavailableError } from '../tenants/connections/connectionStore.js';

/** Seals what is stored for long with the first secret, so that the others can be removed. */
export const rotate: Command = {
  help: `Seals the stored Gong connections with the first secret of GATEWAY_SECRET, so that the others can be removed.
It needs the environment of the gateways, which may run. It can be repeated and interrupted at any time.
Ends with 1 when a connection still needs another secret.`,
  run: async () => {
    try {
      report(await reseal(parseConfig(process.env)));
    } catch (error) {
      if (!(error instanceof ConfigError || error instanceof StoreUnavailableError)) throw error;
      const problems = error instanceof ConfigError ? error.problems : [error.message];
      console.error(`Nothing was rotated:\n${problems.map((line) => `- ${line}`).join('\n')}`);
      process.exitCode = 1;
    }
  },
};

async function reseal({
  secret,
  redisUrl,
  stateDir,
}: Pick<Config, 'secret' | 'redisUrl' | 'stateDir'>): Promise<Resealed> {
  if (secret === undefined) {
    throw new ConfigError([
      'GATEWAY_SECRET is not set, and without it nothing is stored. Use the same value as the gateways.',
    ]);
  }
  if (redisUrl === undefined) {
    const logger = createLogger('silent');
    return openFileConnections({ stateDir, secret }, systemClock, logger).reseal();
  }
  const redis = connectToRedis(redisUrl);
  try {
    const sealer = new Sealer(secret, 'connection');
    const options = { redis, sealer, clock: systemClock, createId: randomUUID };
    return await new RedisConnectionStore(options).reseal();
  } finally {
    redis.disconnect();
  }
}

function report({ resealed, current, busy, unreadable }: Resealed): void {
  console.log(
    `Sealed ${counted(resealed, 'connection')} with the first secret. It had sealed ${current} already.`,
  );
  if (busy > 0) {
    console.error(`A gateway uses ${counted(busy, 'connection')} at the moment. Run this again.`);
  }
  if (unreadable > 0) {
    console.error(
      `No secret of GATEWAY_SECRET opens ${counted(unreadable, 'connection')}. Add the secret of earlier gateways, or connect the companies again.`,
    );
  }
  if (busy + unreadable > 0) process.exitCode = 1;
}
