import type { Redis } from 'ioredis';
import { cacheGroups, type CacheGroup } from '../../company/cache/sharedStore.js';
import { channelOf, type Generations } from './invalidateGroups.js';

/** What gateways of a company tell each other. */
export type GatewayEvent =
  | {
      readonly kind: 'drop';
      readonly from: string;
      readonly drop: string;
      readonly generations: Generations;
    }
  | { readonly kind: 'landed'; readonly claims: readonly string[] }
  /** The company isn't connected any more: nothing of it is to be kept. */
  | { readonly kind: 'ended' };

/**
 * Listens as long as there is a connection; told each time it begins to, since something was missed before. The
 * returned function ends it.
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
    // A connection that can't subscribe is closed or about to be: the next one tries again.
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

/** Null for what another version may have to say. */
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

/** The groups known here, of an object with a number for each. */
export function toGenerations(object: unknown): Generations {
  const known = new Map<CacheGroup, number>();
  const counts = (object ?? {}) as Readonly<Record<string, unknown>>;
  for (const group of cacheGroups) {
    const generation = Number(counts[group] ?? Number.NaN);
    if (Number.isSafeInteger(generation)) known.set(group, generation);
  }
  return known;
}
