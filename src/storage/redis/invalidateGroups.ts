import type { Redis } from 'ioredis';
import type { CacheGroup } from '../../company/cache/sharedStore.js';
import { SECOND_MS, type Clock } from '../../lib/clock.js';
import { prefixOf } from './keys.js';

/** A gateway that takes longer than this to hear of a drop is not waited for. */
const ACK_TIMEOUT_MS = SECOND_MS / 2;
const ACK_POLL_MS = 3;

/** How many times each group was dropped; by group. */
export type Generations = ReadonlyMap<CacheGroup, number>;

export const generationsKey = (tenant: string): string => `${prefixOf(tenant)}generations`;

/** Where the gateways of a company tell each other what they did. */
export const channelOf = (tenant: string): string => `${prefixOf(tenant)}events`;

/** Counts those who heard of a drop. */
export const ackCountKey = (tenant: string, drop: string): string =>
  `${prefixOf(tenant)}heard:${drop}`;

/** Nobody asks for it when the waiting is over. */
export const ACK_COUNT_TTL_MS = 10 * ACK_TIMEOUT_MS;

/** Has Redis know again what it knew. */
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
  /** What is known of their generations. */
  readonly known: Generations;
  /** Who drops; a gateway doesn't heed its own. */
  readonly from: string;
  /** Names this drop as no other is named. */
  readonly name: string;
  readonly clock: Clock;
}

/**
 * Makes everything that is stored in these groups unreachable, and tells the gateways that run.
 *
 * @returns the new generations, and a promise for the moment at which all have heard who can.
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
    // Whoever can't be reached hears of it when it comes back.
  }
}
