import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import { cacheGroups } from '../../company/cache/sharedStore.js';
import { systemClock } from '../../lib/clock.js';
import { channelOf, invalidateGroups } from './invalidateGroups.js';
import type { GatewayEvent } from './events.js';
import { cachePrefixOf, leasePrefixOf, statePrefixOf } from './keys.js';

const KEYS_AT_A_TIME = 1000;

/**
 * Deletes the cache of one company, in Redis and in the memory of the running instances. The count of sent requests
 * remains; without it, the gateway would send more than Gong allows.
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
  // The instances discard their entries first, so that they cannot store older ones after the deletion.
  await acknowledged;
  await deleteAll(redis, leasePrefixOf(tenant));
  return deleteAll(redis, cachePrefixOf(tenant));
}

/** Also deletes all other data of a company that is no longer connected. */
export async function purgeData(redis: Redis, tenant: string): Promise<void> {
  // This precedes the invalidation, which waits for all acknowledgements. After it, no instance that is still reading
  // stores anything.
  await redis.publish(channelOf(tenant), JSON.stringify({ kind: 'ended' } satisfies GatewayEvent));
  await purge(redis, tenant);
  await deleteAll(redis, statePrefixOf(tenant));
}

async function deleteAll(redis: Redis, prefix: string): Promise<number> {
  // Only the tenant in the prefix could contain characters with a meaning in patterns.
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
