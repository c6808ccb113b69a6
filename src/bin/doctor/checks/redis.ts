import type { Redis } from 'ioredis';
import { reasonOf } from '../../../storage/redis/connection.js';
import { ok, problem, warning, type Finding } from '../finding.js';

/** What Redis says of itself, or why it can't be asked. */
export type RedisFacts =
  { readonly version: string; readonly evicts: string } | { readonly reason: string };

const OLDEST = [6, 2];

/** Asks Redis once. Closes the connection. */
export async function askRedis(redis: Redis): Promise<RedisFacts> {
  try {
    await new Promise((resolve, reject) => {
      redis.once('ready', resolve);
      redis.once('error', reject);
    });
    const info = await redis.info();
    const told = (name: string): string =>
      new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1] ?? '';
    return { version: told('redis_version'), evicts: told('maxmemory_policy') };
  } catch (error) {
    return { reason: reasonOf(error) };
  } finally {
    redis.disconnect();
  }
}

/** @param facts null: REDIS_URL is not set. */
export function redisFindings(
  url: string | undefined,
  facts: RedisFacts | null,
): readonly Finding[] {
  if (url === undefined || facts === null) {
    return [ok('Redis', 'REDIS_URL is not set: this gateway shares nothing with others.')];
  }
  // Of the address, only this can't be a secret.
  const { host } = new URL(url);
  if ('reason' in facts) {
    return [
      problem(
        'Redis',
        `${host} can't be used (${facts.reason}): gateways go on without it, each with its share of the rate, and share no answers.`,
        /^(WRONGPASS|NOAUTH|NOPERM)/.test(facts.reason)
          ? 'Compare user and password in REDIS_URL with those of the server.'
          : 'Start it, or compare REDIS_URL with where it is.',
      ),
    ];
  }
  const { version, evicts } = facts;
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST;
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
    return [
      problem('Redis', `${host} is Redis ${version}.`, `Take ${OLDEST.join('.')} or a newer one.`),
    ];
  }
  const found = ok('Redis', `${host} answers, version ${version}.`);
  if (!evicts.startsWith('allkeys-')) return [found];
  return [
    found,
    warning(
      'Redis',
      `its maxmemory-policy is ${evicts}: when its memory is full, it may forget the day's count.`,
      'Set it to noeviction, or to a volatile- one with ample memory.',
    ),
  ];
}
