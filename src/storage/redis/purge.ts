import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import { cacheGroups } from '../../company/cache/sharedStore.js';
import { systemClock } from '../../lib/clock.js';
import { channelOf, invalidateGroups } from './invalidateGroups.js';
import type { GatewayEvent } from './events.js';
import { cachePrefixOf, leasePrefixOf, statePrefixOf } from './keys.js';

const KEYS_AT_A_TIME = 1000;

/**
 * Deletes everything that is cached of one company, in Redis and in the memory of the gateways that run. What
 * says how many requests were sent stays: without it, more would be sent than Gong allows.
 *
 * @returns how many entries were deleted.
 */
export async function purge(redis: Redis, tenant: string): Promise<number> {
  const { acknowledged } = await invalidateGroups({
    redis,
    tenant,
    groups: cacheGroups,
    known: new Map(),
    from: 'purge',
    name: randomUUID(),
    clock: systemClock,
  });
  // First they forget, so that nothing of before is stored behind our back.
  await acknowledged;
  await deleteAll(redis, leasePrefixOf(tenant));
  return deleteAll(redis, cachePrefixOf(tenant));
}

/** The same, with all else that is kept of its data: for a company that is not connected any more. */
export async function purgeData(redis: Redis, tenant: string): Promise<void> {
  // Before the drop, which is waited for until all have heard: whoever still reads stores nothing after it.
  await redis.publish(channelOf(tenant), JSON.stringify({ kind: 'ended' } satisfies GatewayEvent));
  await purge(redis, tenant);
  await deleteAll(redis, statePrefixOf(tenant));
}

async function deleteAll(redis: Redis, prefix: string): Promise<number> {
  // Of the prefix, only the tenant could hold something that a pattern gives a meaning.
  const pattern = `${prefix.replace(/[*?[\]\\^]/g, '\\$&')}*`;
  let deleted = 0;
  let cursor = '0';
  do {
    const [next, keys] = await redis.scan(cursor, 'MATCH', pattern, 'COUNT', KEYS_AT_A_TIME);
    cursor = next;
    if (keys.length > 0) deleted += await redis.unlink(keys);
  } while (cursor !== '0');
  return deleted;
}
