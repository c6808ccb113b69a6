import { describe, expect, it } from '@jest/globals';
import { AnswerCache, createAnswerMemory } from '../../../src/company/cache/answerCache.js';
import { directoryLifetime, ageBasedTtl } from '../../../src/company/cache/ttl.js';
import type {
  CacheEntry,
  CacheGroup,
  CacheKey,
  SharedStore,
} from '../../../src/company/cache/sharedStore.js';
import { FakeClock } from '../../support/clock.js';

const key = (name: string, group: CacheGroup = 'users'): CacheKey => ({ group, name });
const lifetime = { freshMs: 1000, staleMs: 5000 };

/** A store that answers when the test says so. */
class FakeStore implements SharedStore {
  readonly entries = new Map<string, CacheEntry>();
  readonly dropped: (readonly CacheGroup[])[] = [];
  private tellDropped: (groups: readonly CacheGroup[]) => void = () => undefined;
  wait: Promise<void> = Promise.resolve();

  async get(keys: readonly CacheKey[]) {
    const found = keys.map(({ name }) => this.entries.get(name) ?? null);
    await this.wait;
    return found;
  }
  set(entries: readonly { readonly key: CacheKey; readonly entry: CacheEntry }[]) {
    for (const each of entries) this.entries.set(each.key.name, each.entry);
    return Promise.resolve();
  }
  forget(keys: readonly CacheKey[]) {
    for (const { name } of keys) this.entries.delete(name);
    return Promise.resolve();
  }
  acquireLeases() {
    return Promise.resolve([]);
  }
  releaseLeases() {
    return Promise.resolve();
  }
  waitForRelease() {
    return Promise.resolve();
  }
  async drop(groups: readonly CacheGroup[]) {
    await this.wait;
    this.dropped.push(groups);
    this.entries.clear();
  }
  tellEnded: () => void = () => undefined;
  onEnd(listener: () => void) {
    this.tellEnded = listener;
  }
  onDrop(listener: (groups: readonly CacheGroup[]) => void) {
    this.tellDropped = listener;
  }
  dropElsewhere(groups: readonly CacheGroup[]) {
    this.tellDropped(groups);
  }
}

function setUp(options: { maxBytes?: number; isOn?: boolean; shared?: SharedStore } = {}) {
  const clock = new FakeClock();
  const { maxBytes = 10_000, ...rest } = options;
  const memory = createAnswerMemory(maxBytes);
  const cache = new AnswerCache({
    memory,
    company: 'acme',
    isOn: true,
    shared: null,
    clock,
    ...rest,
  });
  const put = (name: string, bytes = 100, asOf = cache.generation('users')) =>
    cache.put([{ key: key(name), value: name, bytes, lifetime }], asOf);
  return { clock, cache, memory, put };
}

describe('a cache entry', () => {
  it('is fresh, then stale, then evicted', async () => {
    const { clock, cache, put } = setUp();
    await put('a');
    const states: unknown[] = [];
    for (const ms of [0, 999, 1, 3999, 1]) {
      await clock.advance(ms);
      const entry = cache.find(key('a'));
      states.push(entry === undefined ? 'gone' : cache.isFresh(entry) ? 'fresh' : 'stale');
    }
    expect(states).toEqual(['fresh', 'fresh', 'stale', 'stale', 'gone']);
  });

  it('is evicted when the least recently used, so that the cache stays within its limit', async () => {
    const { cache, memory, put } = setUp({ maxBytes: 1000 });
    for (let index = 0; index < 100; index += 1) {
      await put(`n${index}`, 90);
      // Used again and again, this one stays.
      expect(cache.find(key('n0'))?.value).toBe('n0');
      expect(memory.calculatedSize).toBeLessThanOrEqual(1000);
    }
    expect(cache.find(key('n99'))).toBeDefined();
    expect(cache.find(key('n50'))).toBeUndefined();
  });

  it('does not evict all others by being larger than the cache', async () => {
    const { cache, put } = setUp({ maxBytes: 1000 });
    await put('small');
    await put('large', 5000);
    expect(cache.find(key('large'))).toBeUndefined();
    expect(cache.find(key('small'))).toBeDefined();
  });

  it('can have any size, including fractions and zero', async () => {
    const { cache, put } = setUp();
    await put('a', 0);
    await put('b', 0.3);
    expect([cache.find(key('a')), cache.find(key('b'))].map((each) => each?.value)).toEqual([
      'a',
      'b',
    ]);
  });

  it('is separate from an entry with the same name in another group', async () => {
    const { cache } = setUp();
    await cache.put([{ key: key('1', 'users'), value: 'user', bytes: 1, lifetime }], 0);
    await cache.put([{ key: key('1', 'calls'), value: 'call', bytes: 1, lifetime }], 0);
    await cache.drop(['calls']);
    expect(cache.find(key('1', 'users'))?.value).toBe('user');
    expect(cache.find(key('1', 'calls'))).toBeUndefined();
  });

  it('is neither stored nor found when caches are off', async () => {
    const { cache, put } = setUp({ isOn: false, shared: new FakeStore() });
    await put('a');
    expect(cache.find(key('a'))).toBeUndefined();
    expect(cache.shared).toBeNull();
  });
});

describe('an invalidated group', () => {
  it('excludes values that were read before and arrive later', async () => {
    const { cache, put } = setUp();
    const asOf = cache.generation('users');
    await cache.drop(['users']);
    await put('a', 100, asOf);
    expect(cache.find(key('a'))).toBeUndefined();
    await put('a');
    expect(cache.find(key('a'))).toBeDefined();
  });

  it('excludes values that arrived while the instances were notified', async () => {
    const shared = new FakeStore();
    let told: () => void = () => undefined;
    shared.wait = new Promise((resolve) => (told = resolve));
    const { cache, put } = setUp({ shared });
    const dropping = cache.drop(['users']);
    const putting = put('a');
    told();
    await Promise.all([dropping, putting]);
    expect(cache.find(key('a'))).toBeUndefined();
  });

  it('is invalidated here when another instance invalidates it', async () => {
    const shared = new FakeStore();
    const { cache, put } = setUp({ shared });
    await put('a');
    shared.dropElsewhere(['users']);
    expect(cache.find(key('a'))).toBeUndefined();
  });

  it('is not restored by an earlier lookup in the shared store', async () => {
    const shared = new FakeStore();
    const { cache, put } = setUp({ shared });
    await put('a');
    let answer: () => void = () => undefined;
    shared.wait = new Promise((resolve) => (answer = resolve));
    const fetching = cache.fetch([key('a')]);
    shared.dropElsewhere(['users']);
    answer();
    await fetching;
    expect(cache.find(key('a'))).toBeUndefined();
  });
});

describe('the TTL', () => {
  const MINUTE = 60_000;
  it.each([
    [null, 30_000],
    [-5 * MINUTE, 30_000],
    [0, 30_000],
    [30 * MINUTE, 30_000],
    [60 * MINUTE, MINUTE],
    [24 * 60 * MINUTE, 24 * MINUTE],
    [60 * 60 * MINUTE, 60 * MINUTE],
    [10 * 365 * 24 * 60 * MINUTE, 60 * MINUTE],
  ])('of a call that has settled for %p ms is %i ms', (age, expected) => {
    expect(ageBasedTtl(age)).toEqual({ freshMs: expected, staleMs: expected });
  });

  it('of directory data is as configured, and a day more while Gong fails', () => {
    expect(directoryLifetime(300)).toEqual({ freshMs: 300_000, staleMs: 86_700_000 });
  });
});

describe('the cache of a company that is no longer connected', () => {
  it.each<[string, (cache: AnswerCache, store: FakeStore) => void]>([
    [
      'here',
      (cache) => {
        cache.close();
      },
    ],
    [
      'at another gateway',
      (_, store) => {
        store.tellEnded();
      },
    ],
  ])('is neither used nor extended, whether notified %s', async (_, end) => {
    const store = new FakeStore();
    const { cache, memory, put } = setUp({ shared: store });
    await put('before');
    end(cache, store);
    store.entries.clear();
    await put('after');

    expect(cache.find(key('before'))).toBeUndefined();
    expect(cache.find(key('after'))).toBeUndefined();
    expect(await cache.fetch([key('before')])).toEqual([null]);
    expect([memory.size, store.entries.size]).toEqual([0, 0]);
  });
});
