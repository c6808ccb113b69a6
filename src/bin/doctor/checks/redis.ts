import type { Redis } from 'ioredis';
import { reasonOf } from '../../../storage/redis/connection.js';
import { ok, problem, warning, type Finding } from '../finding.js';

/** Information from Redis, or the reason why it is unavailable. */
export type RedisFacts =
  { readonly version: string; readonly evicts: string } | { readonly reason: string };

const OLDEST = [6, 2];

/** Requests the information once, and closes the connection. */
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

/** @param facts null when REDIS_URL is not set. */
export function redisFindings(
  url: string | undefined,
  facts: RedisFacts | null,
): readonly Finding[] {
  if (url === undefined || facts === null) {
    return [
      ok('Redis', 'REDIS_URL is not set: this instance shares nothing with other instances.'),
    ];
  }
  // Only this part of the URL cannot be a secret.
  const { host } = new URL(url);
  if ('reason' in facts) {
    return [
      problem(
        'Redis',
        `${host} cannot be used (${facts.reason}). Instances continue without it, each with its share of the rate limit, and share no responses.`,
        /^(WRONGPASS|NOAUTH|NOPERM)/.test(facts.reason)
          ? 'Compare the user and password in REDIS_URL with those of the server.'
          : 'Start Redis, or set REDIS_URL to its address.',
      ),
    ];
  }
  const { version, evicts } = facts;
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST;
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
    return [
      problem(
        'Redis',
        `${host} runs Redis ${version}, which is too old.`,
        `Use Redis ${OLDEST.join('.')} or later.`,
      ),
    ];
  }
  const found = ok('Redis', `${host} is reachable, version ${version}.`);
  if (!evicts.startsWith('allkeys-')) return [found];
  return [
    found,
    warning(
      'Redis',
      `its maxmemory-policy is ${evicts}: when its memory is full, it may delete the daily request count.`,
      'Set maxmemory-policy to noeviction, or to a volatile- policy with ample memory.',
    ),
  ];
}
