import { GongError, isEmptyResult, isIdRefusal } from '../gong/errors.js';
import type { Clock } from '../lib/clock.js';
import type { AnswerCache, Generation } from './cache/answerCache.js';
import type { CacheEntry, CacheKey } from './cache/sharedStore.js';
import { notFoundTtl, type CacheTtl } from './cache/ttl.js';
import type { FetchedValue, Key, Source } from './source.js';

/** The cached content of a key. */
export interface CachedResult<Selection, Value> extends Content<Selection, Value> {
  readonly isFresh: boolean;
  /** In milliseconds since the epoch. A value can be fresh longer when a record that was read later extends its TTL. */
  readonly freshUntil: number;
}

interface Content<Selection, Value> {
  /** Null when Gong has no value. */
  readonly value: Value | null;
  readonly selection: Selection;
  /** Gong's refusal, which is cached instead of a value. */
  readonly refusal?: GongError;
}

/** The form in which content is cached. Can be serialized as JSON. */
type StoredContent =
  | {
      readonly value: unknown;
      readonly selection: unknown;
      /** When it was read, in milliseconds since the epoch. */
      readonly readAt: number;
    }
  | {
      readonly refusal: Pick<GongError, 'kind' | 'message' | 'messages'> &
        Partial<Pick<GongError, 'operation' | 'status' | 'requestId'>>;
    };

/** Approximate length of a refusal's JSON. */
const REFUSAL_BYTES = 300;

/** Returns whether a failure is Gong's response to this request, and would be the same a moment later. */
export function isCacheableError(error: unknown): error is GongError {
  if (!(error instanceof GongError)) return false;
  return error.kind === 'bad-request' || isIdRefusal(error) || isEmptyResult(error);
}

/** Reads and writes the cached values, absences, and refusals of sources. */
export class CachedReads {
  /** The deserialized content of each entry, so that each is deserialized once. */
  private readonly contents = new WeakMap<object, object>();

  constructor(
    readonly cache: AnswerCache,
    private readonly clock: Clock,
  ) {}

  /** Returns the cached content of the key, fresh or stale. */
  find<S, V extends object>(source: Source<S, V>, key: Key<S>): CachedResult<S, V> | undefined {
    const { name, viewer, isHidden } = key;
    const known = isHidden === true ? undefined : this.findAt(source, name, keyOf(source, name));
    if (viewer === undefined || (known?.isFresh === true && known.value !== null)) return known;
    return this.findAt(source, name, absenceKey(source, name, viewer));
  }

  /** Returns the cached content when it is fresh and covers the selection. */
  findFresh<S, V extends object>(
    source: Source<S, V>,
    key: Key<S>,
  ): CachedResult<S, V> | undefined {
    const known = this.find(source, key);
    if (known?.isFresh !== true) return undefined;
    const { value, selection } = known;
    return value === null || source.selects.covers(selection, key.selection) ? known : undefined;
  }

  /** Returns the value that can be served while Gong fails; null when there is none. */
  findStale<S, V extends object>(source: Source<S, V>, key: Key<S>): V | null {
    const known = source.servesStale ? this.find(source, key) : undefined;
    if (known?.value == null) return null;
    return source.selects.covers(known.selection, key.selection) ? known.value : null;
  }

  /**
   * Adds the cached selection to that of the key. Otherwise two alternating selections would replace each other's
   * values.
   */
  widened<S, V extends object>(source: Source<S, V>, key: Key<S>): Key<S> {
    const known = this.find(source, key);
    if (known?.isFresh !== true || known.value === null) return key;
    return { ...key, selection: source.selects.union(known.selection, key.selection) };
  }

  /** Loads the entries of other instances for the keys. */
  async fetch<S, V extends object>(
    source: Source<S, V>,
    keys: readonly Pick<Key<S>, 'name' | 'viewer'>[],
  ): Promise<void> {
    await this.cache.fetch(
      keys.flatMap(({ name, viewer }) => [
        keyOf(source, name),
        ...(viewer === undefined ? [] : [absenceKey(source, name, viewer)]),
      ]),
    );
  }

  /** Stores the result of a request. Settles when other instances can see it. */
  keep<S, V extends object>(
    source: Source<S, V>,
    names: readonly string[],
    values: ReadonlyMap<string, V>,
    { selection, bytes, asOf }: Omit<FetchedValue<S, V>, 'value'>,
  ): Promise<void> {
    const share = bytes / Math.max(1, values.size);
    const entries = names.flatMap((name) => {
      const value = values.get(name);
      return value === undefined
        ? [this.absence(source, keyOf(source, name), selection)]
        : this.entry(source, name, value, selection, share);
    });
    return this.cache.put(entries, asOf);
  }

  /** Stores values that a list contained. Other instances can see the list itself. */
  offer<S, V extends object>(
    source: Source<S, V>,
    values: ReadonlyMap<string, V>,
    { selection, bytes, asOf }: Omit<FetchedValue<S, V>, 'value'>,
  ): void {
    const share = bytes / Math.max(1, values.size);
    const entries = [...values].flatMap(([name, value]) =>
      this.entry(source, name, value, selection, share),
    );
    void this.cache.put(entries, asOf, { share: false });
  }

  /** Stores Gong's refusal of a request. Settles when other instances can see it. */
  keepRefusal<S, V extends object>(
    source: Source<S, V>,
    name: string,
    { kind, message, messages, operation, status, requestId }: GongError,
    asOf: Generation,
  ): Promise<void> {
    const value: StoredContent = {
      refusal: { kind, message, messages, operation, status, requestId },
    };
    const key = keyOf(source, name);
    return this.cache.put([{ key, value, bytes: REFUSAL_BYTES, lifetime: notFoundTtl }], asOf);
  }

  /** Stores that no record may be shown to the viewer, because there is none or it is hidden. */
  keepAbsences<S, V extends object>(
    source: Source<S, V>,
    keys: readonly Key<S>[],
    viewer: string,
    asOf: Generation,
  ): void {
    const news = keys.filter(({ name }) => {
      const entry = this.cache.find(absenceKey(source, name, viewer));
      return entry === undefined || !this.cache.isFresh(entry);
    });
    if (news.length === 0) return;
    const entries = news.map(({ name, selection }) =>
      this.absence(source, absenceKey(source, name, viewer), selection),
    );
    void this.cache.put(entries, asOf);
  }

  private findAt<S, V extends object>(
    source: Source<S, V>,
    name: string,
    key: CacheKey,
  ): CachedResult<S, V> | undefined {
    const entry = this.cache.find(key);
    if (entry === undefined) return undefined;
    const content = this.contentOf(source, entry);
    const isFresh = this.cache.isFresh(entry) || this.isStillFresh(source, name, entry);
    return { ...content, isFresh, freshUntil: entry.freshUntil };
  }

  private contentOf<S, V extends object>(
    { selects, unpack }: Source<S, V>,
    { value }: CacheEntry,
  ): Content<S, V> {
    const packed = value as StoredContent;
    const known = this.contents.get(packed) as Content<S, V> | undefined;
    if (known !== undefined) return known;
    let content: Content<S, V>;
    if ('refusal' in packed) {
      const { kind, message, ...details } = packed.refusal;
      const refusal = new GongError(kind, message, details);
      content = { value: null, selection: undefined as S, refusal };
    } else {
      const selection = selects.fromJson(packed.selection);
      content = {
        value: packed.value === null ? null : unpack(packed.value, selection),
        selection,
      };
    }
    this.contents.set(packed, content);
    return content;
  }

  private isStillFresh<S, V extends object>(
    { laterTtl }: Source<S, V>,
    name: string,
    { value }: CacheEntry,
  ): boolean {
    const packed = value as StoredContent;
    if (laterTtl === undefined || 'refusal' in packed || packed.value === null) return false;
    const ttl = laterTtl(name);
    return ttl !== null && packed.readAt + ttl.freshMs > this.clock.now();
  }

  private entry<S, V extends object>(
    source: Source<S, V>,
    name: string,
    value: V,
    selection: S,
    bytes: number,
  ): { key: CacheKey; value: StoredContent; bytes: number; lifetime: CacheTtl }[] {
    const { keeps, pack, selects, ttl } = source;
    const kept = keeps(value, selection);
    if (kept === null) return [];
    const key = keyOf(source, name);
    const before = this.findAt(source, name, key);
    // A fresh value with the wider selection is kept.
    const isNarrower =
      before?.isFresh === true &&
      before.value !== null &&
      !selects.covers(kept.selection, before.selection) &&
      selects.covers(before.selection, kept.selection);
    if (isNarrower) return [];
    const packed: StoredContent = {
      value: pack(kept.value),
      selection: selects.toJson(kept.selection),
      readAt: this.clock.now(),
    };
    this.contents.set(packed, kept);
    return [{ key, value: packed, bytes, lifetime: ttl(kept.value, name) }];
  }

  private absence<S, V extends object>({ selects }: Source<S, V>, key: CacheKey, selection: S) {
    const readAt = this.clock.now();
    const value: StoredContent = { value: null, selection: selects.toJson(selection), readAt };
    return { key, value, bytes: 1, lifetime: notFoundTtl };
  }
}

/** Returns the cache key of a source's value. */
export function keyOf(
  { kind, group }: { readonly kind: string; readonly group: CacheKey['group'] },
  name: string,
): CacheKey {
  return { group, name: `${kind} ${name}` };
}

/** Returns the cache key under which the absence of a record is stored for one viewer. */
function absenceKey(
  source: { readonly kind: string; readonly group: CacheKey['group'] },
  name: string,
  viewer: string,
): CacheKey {
  return keyOf(source, `none ${viewer} ${name}`);
}
