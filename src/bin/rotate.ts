import { randomUUID } from 'node:crypto';
import type { Command } from './commandLine/command.js';
import { ConfigError, parseConfig, type Config } from '../config/config.js';
import { withTenant } from '../config/tenants.js';
import { systemClock } from '../lib/clock.js';
import { counted } from '../lib/counted.js';
import { Sealer, type Resealed } from '../lib/sealer.js';
import { DatabaseError } from '../replica/database.js';
import { createLogger } from './serve/createLogger.js';
import { openFileConnections } from '../storage/disk/disk.js';
import { ReplicaFiles } from '../storage/libsql/replicaFiles.js';
import { ReplicaSchemas } from '../storage/postgres/replicaSchemas.js';
import { connectToRedis } from '../storage/redis/connection.js';
import { RedisConnectionStore } from '../storage/redis/redisConnections.js';
import { StoreUnavailableError } from '../tenants/connections/connectionStore.js';

/** Seals what is stored for long with the first secret, so that the others can be removed. */
export const rotate: Command = {
  help: `Seals the stored Gong connections and the keys of replicas with the first secret of GATEWAY_SECRET, so that the
others can be removed.
It needs the environment of the gateways, which may run. It can be repeated and interrupted at any time.
Ends with 1 when a connection or a replica still needs another secret.`,
  run: () =>
    orReport('Nothing was rotated', async () => {
      const config = withSecret(parseConfig(process.env));
      report(await resealConnections(config), {
        one: 'connection',
        fix: 'connect the companies again',
      });
      await orReport('Not all replicas were rotated', () => resealReplicas(config));
    }),
};

type RotateConfig = Config & { readonly secret: string };

function withSecret(config: Config): RotateConfig {
  const { secret } = config;
  if (secret !== undefined) return { ...config, secret };
  throw new ConfigError([
    'GATEWAY_SECRET is not set, and without it nothing is stored. Use the same value as the gateways.',
  ]);
}

async function resealConnections({ secret, redisUrl, stateDir }: RotateConfig): Promise<Resealed> {
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

async function resealReplicas(config: RotateConfig): Promise<void> {
  const { secret, stateDir } = config;
  const options = { stateDir, secret, clock: systemClock, logger: createLogger('silent') };
  const tenants = [undefined, ...(config.tenants?.values() ?? [])];
  const places = tenants.map((tenant) => withTenant(config, tenant).replica.place);
  const urls = places.flatMap((place) => (typeof place === 'object' ? [place.postgresUrl] : []));
  let total = await new ReplicaFiles(options).reseal();
  for (const url of new Set(urls)) {
    total = sumOf(total, await new ReplicaSchemas(options).reseal(url));
  }
  const isUsed = places.some((place) => place !== 'off');
  // Keys may be left from a time when the replica was on.
  const hasKeys = Object.values(total).some((count) => count > 0);
  if (isUsed || hasKeys) {
    report(total, { one: 'replica key', fix: 'let the gateways copy the companies again' });
  }
}

function sumOf(one: Resealed, other: Resealed): Resealed {
  return {
    resealed: one.resealed + other.resealed,
    current: one.current + other.current,
    busy: one.busy + other.busy,
    unreadable: one.unreadable + other.unreadable,
  };
}

function report(
  { resealed, current, busy, unreadable }: Resealed,
  { one, fix }: { readonly one: string; readonly fix: string },
): void {
  console.log(
    `Sealed ${counted(resealed, one)} with the first secret. It had sealed ${current} already.`,
  );
  if (busy > 0) {
    console.error(`A gateway uses ${counted(busy, one)} at the moment. Run this again.`);
  }
  if (unreadable > 0) {
    console.error(
      `No secret of GATEWAY_SECRET opens ${counted(unreadable, one)}. Add the secret of earlier gateways, or ${fix}.`,
    );
  }
  if (busy + unreadable > 0) process.exitCode = 1;
}

/** Runs a step, and reports why it failed when an operator can change that. */
async function orReport(failure: string, step: () => Promise<void>): Promise<void> {
  try {
    await step();
  } catch (error) {
    const isExpected = [ConfigError, StoreUnavailableError, DatabaseError].some(
      (type) => error instanceof type,
    );
    if (!isExpected) throw error;
    const problems = error instanceof ConfigError ? error.problems : [(error as Error).message];
    console.error(`${failure}:\n${problems.map((line) => `- ${line}`).join('\n')}`);
    process.exitCode = 1;
  }
}
