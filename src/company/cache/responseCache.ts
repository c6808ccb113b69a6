import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Clock } from '../../lib/clock.js';
import type { AnswerCache } from './answerCache.js';
import type { CacheKey } from './sharedStore.js';
import { VOLATILE_TTL_MS } from './ttl.js';

/** The response to an operation that read nothing but what was cached. */
export interface CachedResponse {
  readonly data: Record<string, unknown>;
  /** What its reads counted as when it was made. */
  readonly cacheHits: number;
}

/** Two operations with equal members get the same response. */
export interface ResponseKey {
  /** Hash of the document. */
  readonly document: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A place among the cached responses of one viewer, found before the operation runs. */
export interface ResponsePlace {
  readonly response: CachedResponse | null;
  /**
   * Keeps the response to an operation that was sent before, unless anything was invalidated since it began.
   *
   * @param freshUntil when the first of its reads stops being fresh, in milliseconds since the epoch.
   */
  keep(response: CachedResponse, freshUntil: number): void;
}

/** Finds responses for one viewer under one policy. */
export interface ViewerResponses {
  find(key: ResponseKey): ResponsePlace;
}

interface VersionedResponse extends CachedResponse {
  readonly version: number;
}

/** Operations of which it is known that they were sent: most are sent once, and not worth keeping. */
const MAX_KNOWN_OPERATIONS = 5000;
/** More variables than these are rarely sent twice. */
const MAX_VARIABLES_LENGTH = 32_000;

/**
 * Whole responses of one company, beside the reads that they were made of, in this process alone: what a response read
 * is looked up once for all that ask the same. A response is as fresh as the least fresh of its reads, serves
 * for 30 seconds at most, and ends when anything that was read is invalidated.
 */
export class ResponseCache {
  private readonly known = new LRUCache<string, true>({ max: MAX_KNOWN_OPERATIONS });

  constructor(
    private readonly cache: AnswerCache,
    private readonly clock: Clock,
    /** Names the entry by whose present all windows of time are laid. */
    private readonly referenceTime: CacheKey,
  ) {}

  get isOn(): boolean {
    return this.cache.isOn;
  }

  /** @param viewer names the viewer, the policy, and all else that decides on what a viewer is shown. */
  of(viewer: () => string): ViewerResponses {
    return { find: (key) => this.find(viewer(), key) };
  }

  private find(viewer: string, { document, operationName, variables }: ResponseKey): ResponsePlace {
    const text = JSON.stringify(variables);
    if (text.length > MAX_VARIABLES_LENGTH) return nowhere;
    const hash = createHash('sha256').update(JSON.stringify([viewer, document, operationName]));
    const name = `response ${hash.update(text).digest('base64url')}`;
    const key: CacheKey = { group: 'calls', name };
    const { version } = this.cache;
    const entry = this.cache.find(key);
    const kept = entry === undefined ? null : (entry.value as VersionedResponse);
    if (kept?.version === version) return { response: kept, keep: () => undefined };
    const isKnown = this.known.has(name);
    this.known.set(name, true);
    return {
      response: null,
      keep: (response, freshUntil) => {
        if (isKnown && version === this.cache.version) {
          this.put(key, { ...response, version }, freshUntil);
        }
      },
    };
  }

  private put(key: CacheKey, value: VersionedResponse, freshUntil: number): void {
    const now = this.clock.now();
    const present = this.cache.find(this.referenceTime);
    const until = Math.min(freshUntil, present?.freshUntil ?? Infinity, now + VOLATILE_TTL_MS);
    if (until <= now) return;
    const lifetime = { freshMs: until - now, staleMs: until - now };
    const bytes = JSON.stringify(value.data).length;
    const asOf = this.cache.generation(key.group);
    void this.cache.put([{ key, value, bytes, lifetime }], asOf, { share: false });
  }
}

const nowhere: ResponsePlace = { response: null, keep: () => undefined };
