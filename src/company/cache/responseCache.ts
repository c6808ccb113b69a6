import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Clock } from '../../lib/clock.js';
import type { OperationAudit } from '../../telemetry/audit/operationAudit.js';
import type { AnswerCache } from './answerCache.js';
import type { CacheKey } from './sharedStore.js';
import { VOLATILE_TTL_MS } from './ttl.js';

/** The response to an operation whose reads all came from the cache. */
export interface CachedResponse {
  readonly data: Record<string, unknown>;
  /** The cache hits that the response reported when it was made. */
  readonly cacheHits: number;
  /** What the response shows, for the audit log; null when nothing is audited. */
  readonly audit: OperationAudit | null;
}

/** Operations with equal keys get equal responses. */
export interface ResponseKey {
  /** Hash of the document. */
  readonly document: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Where one operation's response is stored among those of its viewer. It is computed before the operation runs. */
export interface ResponsePlace {
  readonly response: CachedResponse | null;
  /**
   * Stores the response if the same operation was sent before, and if nothing was invalidated since it began.
   *
   * @param freshUntil when the first of its reads becomes stale, in milliseconds since the epoch.
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

/**
 * Operations that were sent at least once. Most are sent only once, so a response is stored from the second time on.
 */
const MAX_KNOWN_OPERATIONS = 5000;
/** Approximate size of an audited ID. */
const AUDITED_ID_BYTES = 32;
/** Operations with longer variables are rarely repeated. */
const MAX_VARIABLES_LENGTH = 32_000;

/**
 * Caches whole responses of one company in this process. A repeated operation then needs one lookup instead of one
 * for each read. A response stays fresh as long as all its reads, for 30 seconds at most, and ends when anything that
 * was read is invalidated.
 */
export class ResponseCache {
  private readonly known = new LRUCache<string, true>({ max: MAX_KNOWN_OPERATIONS });

  constructor(
    private readonly cache: AnswerCache,
    private readonly clock: Clock,
    /** Key of the entry that holds the reference time of all time windows. */
    private readonly referenceTime: CacheKey,
  ) {}

  get isOn(): boolean {
    return this.cache.isOn;
  }

  /** @param viewer names the viewer, the policy, and everything else that decides what the viewer may see. */
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
    const auditedBytes = (value.audit?.size ?? 0) * AUDITED_ID_BYTES;
    const bytes = JSON.stringify(value.data).length + auditedBytes;
    const asOf = this.cache.generation(key.group);
    void this.cache.put([{ key, value, bytes, lifetime }], asOf, { share: false });
  }
}

const nowhere: ResponsePlace = { response: null, keep: () => undefined };
