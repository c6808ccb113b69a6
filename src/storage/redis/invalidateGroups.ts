import type { Redis } from 'ioredis';
import type { CacheGroup } from '../../company/cache/sharedStore.js';
import { SECOND_MS, type Clock } from '../../lib/clock.js';
import { prefixOf } from './keys.js';

/** Longest wait for an instance to acknowledge an invalidation. */
const ACK_TIMEOUT_MS = SECOND_MS / 2;
const ACK_POLL_MS = 3;

/** How many times each group was invalidated. */
export type Generations = ReadonlyMap<CacheGroup, number>;

export const generationsKey = (tenant: string): string => `${prefixOf(tenant)}generations`;

/** Returns the channel of the instances of a company. */
export const channelOf = (tenant: string): string => `${prefixOf(tenant)}events`;

/** Returns the key that counts the acknowledgements of an invalidation. */
export const ackCountKey = (tenant: string, drop: string): string =>
  `${prefixOf(tenant)}heard:${drop}`;

/** After the wait, nothing reads the count. */
export const ACK_COUNT_TTL_MS = 10 * ACK_TIMEOUT_MS;

/** Restores the generations in a Redis that lost them. */
export async function restoreGenerations(
  redis: Redis,
  tenant: string,
  known: Generations,
): Promise<void> {
  await redis.restoreGenerations(generationsKey(tenant), ...[...known].flat());
}

export interface Drop {
  readonly redis: Redis;
  readonly tenant: string;
  readonly groups: readonly CacheGroup[];
  /** The generations that this instance knows. */
  readonly known: Generations;
  /** Name of this instance, which ignores its own events. */
  readonly from: string;
  /** Unique name of this invalidation. */
  readonly name: string;
  readonly clock: Clock;
}

/**
 * Makes everything that is stored in these groups unreachable, and notifies the running instances.
 *
 * @returns the new generations, and a promise that settles when all reachable instances have acknowledged.
 */
export async function invalidateGroups({
  redis,
  tenant,
  groups,
  known,
  from,
  name,
  clock,
}: Drop): Promise<{ readonly generations: Generations; readonly acknowledged: Promise<void> }> {
  const args = groups.flatMap((group) => [group, known.get(group) ?? 0]);
  const reply = await redis.invalidateGroups(
    generationsKey(tenant),
    channelOf(tenant),
    from,
    name,
    ...args,
  );
  const [receivers = 0, ...generations] = reply as number[];
  return {
    generations: new Map(groups.map((group, index) => [group, generations[index] ?? 0])),
    acknowledged: awaitAcks({ redis, tenant, name, clock }, receivers),
  };
}

async function awaitAcks(
  { redis, tenant, name, clock }: Pick<Drop, 'redis' | 'tenant' | 'name' | 'clock'>,
  receivers: number,
): Promise<void> {
  const deadline = clock.monotonic() + ACK_TIMEOUT_MS;
  try {
    while (clock.monotonic() < deadline) {
      if (Number(await redis.get(ackCountKey(tenant, name))) >= receivers) return;
      await new Promise<void>((resolve) => {
        clock.after(ACK_POLL_MS, resolve);
      });
    }
  } catch {
    // An unreachable instance learns of it when it reconnects.
  }
}
