import type { Redis } from 'ioredis';
import { cacheGroups, type CacheGroup } from '../../company/cache/sharedStore.js';
import { channelOf, type Generations } from './invalidateGroups.js';

/** The messages between the instances of a company. */
export type GatewayEvent =
  | {
      readonly kind: 'drop';
      readonly from: string;
      readonly drop: string;
      readonly generations: Generations;
    }
  | { readonly kind: 'landed'; readonly claims: readonly string[] }
  /** The company is no longer connected, so none of its data may be kept. */
  | { readonly kind: 'ended' };

/**
 * Listens while the connection is up. `onListening` is called each time that listening begins, because events may
 * have been missed. The returned function stops listening.
 */
export function listen(
  subscriber: Redis,
  tenant: string,
  {
    onEvent,
    onListening,
  }: {
    readonly onEvent: (event: GatewayEvent) => void;
    readonly onListening: () => void;
  },
): () => void {
  const channel = channelOf(tenant);
  const subscribe = (): void => {
    // A connection that cannot subscribe is closed or about to close. The next one subscribes again.
    subscriber.subscribe(channel).then(onListening, () => undefined);
  };
  const hear = (from: string, text: string): void => {
    const event = from === channel ? parseEvent(text) : null;
    if (event !== null) onEvent(event);
  };
  subscriber.on('message', hear);
  subscriber.on('ready', subscribe);
  if (subscriber.status === 'ready') subscribe();
  return () => {
    subscriber.off('message', hear);
    subscriber.off('ready', subscribe);
    subscriber.unsubscribe(channel).catch(() => undefined);
  };
}

/** Returns null for a message of another version that this one does not know. */
export function parseEvent(text: string): GatewayEvent | null {
  let event: Readonly<Record<string, unknown>>;
  try {
    event = JSON.parse(text) as Readonly<Record<string, unknown>>;
  } catch {
    return null;
  }
  const { kind, from, drop, generations, claims } = event;
  if (kind === 'drop' && typeof from === 'string' && typeof drop === 'string') {
    return { kind, from, drop, generations: toGenerations(generations) };
  }
  if (kind === 'ended') return { kind };
  if (kind === 'landed' && Array.isArray(claims)) {
    return { kind, claims: claims.filter((claim) => typeof claim === 'string') };
  }
  return null;
}

/** Returns the known groups of an object with a number for each. */
export function toGenerations(object: unknown): Generations {
  const known = new Map<CacheGroup, number>();
  const counts = (object ?? {}) as Readonly<Record<string, unknown>>;
  for (const group of cacheGroups) {
    const generation = Number(counts[group] ?? Number.NaN);
    if (Number.isSafeInteger(generation)) known.set(group, generation);
  }
  return known;
}
