import { describe, expect, it } from '@jest/globals';
import type { CallQuery } from '../../../src/gong/endpoints/calls.js';
import { formatInstant } from '../../../src/lib/instant.js';
import type { CallPosition } from '../../../src/company/walks/oldestFirst.js';
import type { NewestFirstOptions } from '../../../src/company/walks/windowSpans.js';
import { seeds } from '../../support/size.js';
import {
  callAgo,
  createRandom,
  DAY_US,
  FakeCallList,
  newestFirst,
  NOW_MS,
  NOW_US,
  take,
  type FakeCall,
  type FakeListOptions,
  type Random,
} from '../support.js';
import { walk, spread, steady } from './newestFirstSupport.js';

/** How traffic may be spread over time; microseconds before the present. */
const shapes: Readonly<Record<string, (random: Random, count: number) => number[]>> = {
  none: () => [],
  steady: (random, count) => spread(count, () => random.next() * 120 * DAY_US),
  dense: (random, count) => spread(count, () => random.next() * 2 * DAY_US),
  'in bursts': (random, count) => {
    const bursts = spread(random.integer(1, 6), () => random.next() * 400 * DAY_US);
    return spread(count, () => random.pick(bursts) + random.next() * 600_000_000);
  },
  'imported at one instant': (random, count) => {
    const at = random.next() * 90 * DAY_US;
    return spread(count, () => (random.chance(0.8) ? at : random.next() * 90 * DAY_US));
  },
  'a few microseconds apart': (random, count) => {
    const at = random.next() * 30 * DAY_US;
    return spread(count, () => at + random.integer(0, 5_000));
  },
  'in pairs within a millisecond': (random, count) =>
    spread(count, () => random.next() * 60 * DAY_US).map((ago, index, all) =>
      index % 2 === 0 ? ago : (all[index - 1] ?? 0) + random.integer(1, 900),
    ),
  'long ago': (random, count) => spread(count, () => (2_000 + random.next() * 50) * DAY_US),
  'in office hours': (random, count) => {
    const days = random.pick([4, 7, 30]);
    return spread(count, () => officeTime(random, random.pick([0, 8, 15]), days));
  },
  'in office hours, but lately': (random, count) =>
    spread(count, () => 4 * DAY_US + officeTime(random, 8, 12)),
  'long ago and lately': (random, count) =>
    spread(count, () => (random.chance(0.1) ? random.next() : 900 + random.next() * 9) * DAY_US),
};

/** Some moment of the nine hours from `hour` on, UTC, of some weekday lately. */
function officeTime(random: Random, hour: number, days: number): number {
  for (;;) {
    const midnight = Math.floor(NOW_MS / 86_400_000 - random.integer(0, days)) * 86_400_000;
    const at = midnight + (hour + random.next() * 9) * 3_600_000;
    const isWeekend = [0, 6].includes(new Date(midnight).getUTCDay());
    if (!isWeekend && at < NOW_MS) return (NOW_MS - at) * 1000;
  }
}

interface Scene {
  readonly calls: readonly FakeCall[];
  readonly query: CallQuery;
  readonly expected: readonly string[];
  readonly options: Partial<NewestFirstOptions>;
}

/** Calls with a filter that ends, or doesn't, on either side: often at a call itself. */
function createScene(random: Random, shape: (random: Random, count: number) => number[]): Scene {
  const calls = shape(random, random.pick([1, 7, 99, 100, 101, 180, 420])).map((ago, index) =>
    callAgo(1000 + index * 7, Math.max(1, ago)),
  );
  const bound = (): bigint | null => {
    if (random.chance(0.5)) return null;
    const call = calls.length > 0 && random.chance(0.7) ? random.pick(calls).started : null;
    const instant = call ?? NOW_US - BigInt(Math.floor(random.next() * 100 * DAY_US));
    // As a client names them: whole milliseconds.
    return (instant / 1000n) * 1000n;
  };
  const [from, to] = [bound(), bound()].sort((a, b) => Number((a ?? 0n) - (b ?? NOW_US)));
  const inside = calls.filter(
    ({ started }) =>
      started !== null && (from == null || started >= from) && (to == null || started < to),
  );
  const wanted = random.pick([1, 5, 20, 100, 1000]);
  return {
    calls,
    query: {
      ...(from == null ? {} : { from: formatInstant(from) }),
      ...(to == null ? {} : { to: formatInstant(to) }),
    },
    expected: newestFirst(inside),
    options: {
      wanted: () => wanted,
      needsTotal: random.chance(0.2),
      isMerged: random.chance(0.3),
    },
  };
}

const cases = Object.keys(shapes).flatMap((shape) =>
  seeds(2, 24).map((seed) => [shape, seed] as const),
);

const scene = (shape: string, seed: number): Scene =>
  createScene(createRandom(seed), shapes[shape] ?? (() => []));

/** Servers that compare otherwise than we would wish. */
const servers: readonly [string, FakeListOptions][] = [
  ['compares whole milliseconds', { comparesMillis: true }],
  ['tells totals that run ahead', { totalRunsAheadBy: 250 }],
  ['tells totals that lag behind', { totalRunsAheadBy: -90 }],
];

describe('a walk through any distribution of calls', () => {
  it.each(cases)('yields every call once, newest first: %s, seed %i', async (shape, seed) => {
    const { calls, query, expected, options } = scene(shape, seed);
    const list = new FakeCallList(calls);

    const { ids, hasMore } = await take(walk(list, query, null, options));

    expect(ids).toEqual(expected);
    expect(hasMore).toBe(false);
  });

  it.each(cases)('continues correctly from every position: %s, seed %i', async (shape, seed) => {
    const { calls, query, expected, options } = scene(shape, seed);
    const { places } = await take(walk(new FakeCallList(calls), query, null, options));
    const random = createRandom(seed);
    const checked = places.filter(() => places.length < 110 || random.chance(0.25));

    for (const { id, position } of checked) {
      const rest = await take(walk(new FakeCallList(calls), query, position, options));

      expect([id, ...rest.ids]).toEqual(expected.slice(expected.indexOf(id)));
    }
    expect(checked.length).toBeGreaterThanOrEqual(Math.min(1, places.length));
  });

  it.each(cases)('yields the list page by page with cursors: %s, seed %i', async (shape, seed) => {
    const { calls, query, expected, options } = scene(shape, seed);
    const random = createRandom(seed + 1000);
    const ids: string[] = [];
    let after: CallPosition | null = null;

    do {
      const size = random.integer(1, 60);
      const wanted = () => size;
      const part = await take(
        walk(new FakeCallList(calls), query, after, { ...options, wanted }),
        size,
      );
      const page = part.places.slice(0, size);
      ids.push(...page.map(({ id }) => id));
      after = page.at(-1)?.position ?? null;
    } while (after !== null);

    expect(ids).toEqual(expected);
  });
});

describe.each(servers)('a server that %s', (_, options) => {
  it.each(cases)('still gets a walk with every call once: %s, seed %i', async (shape, seed) => {
    const { calls, query, expected, options: wants } = scene(shape, seed);

    const { ids } = await take(walk(new FakeCallList(calls, options), query, null, wants));

    expect(ids).toEqual(expected);
  });

  it.each(cases)(
    'still gets a walk with every call once, in pages: %s, seed %i',
    async (shape, seed) => {
      const { calls, query, expected, options: wants } = scene(shape, seed);
      const list = new FakeCallList(calls, options);
      const ids: string[] = [];
      let after: CallPosition | null = null;

      do {
        const part = await take(walk(list, query, after, wants), 30);
        ids.push(...part.ids.slice(0, 30));
        after = part.places.slice(0, 30).at(-1)?.position ?? null;
      } while (after !== null);

      expect(ids).toEqual(expected);
    },
  );
});

describe('a window with too many calls', () => {
  /** Two calls at or within each of 300 milliseconds; `shift` decides whether a page ends between. */
  const pairs = (shift: number, apartUs: number, offUs: number): FakeCall[] =>
    Array.from({ length: 600 }, (_, index) => {
      const place = index + shift;
      const ago = (60 - Math.floor(place / 2) / 10) * DAY_US;
      return callAgo(index + 1, ago - (place % 2) * apartUs - offUs);
    });

  it.each([
    [0, 300, 500],
    [1, 300, 500],
    [0, 0, 0],
    [1, 0, 0],
  ])('keeps its oldest page without repeating calls (%#)', async (shift, apartUs, offUs) => {
    const calls = pairs(shift, apartUs, offUs);
    const list = new FakeCallList(calls, { comparesMillis: true });

    const { ids } = await take(walk(list, {}, null, { needsTotal: true }));

    expect(ids).toEqual(newestFirst(calls));
    // The oldest hundred came with the first request: the last one asks for what lies above them.
    expect(list.requests[0]).toEqual({ query: {}, cursor: null });
    expect(list.requests.at(-1)?.query.from).toBeDefined();
  });
});

describe('a server that compares scheduled times', () => {
  /** Most start within minutes of their schedule, some hours off. */
  const planned = (random: Random, calls: readonly FakeCall[]): FakeCall[] =>
    calls.map((call) => {
      const off = random.chance(0.2) ? 6 * 3_600_000_000 : 300_000_000;
      const shift = BigInt(Math.floor((random.next() - 0.5) * 2 * off));
      return { ...call, scheduled: (call.started ?? 0n) + shift };
    });

  it.each(cases)('gets a walk with every call once: %s, seed %i', async (shape, seed) => {
    const { calls, options } = scene(shape, seed);
    const scheduled = planned(createRandom(seed), calls);

    const { ids } = await take(
      walk(new FakeCallList(scheduled, { comparesStart: false }), {}, null, options),
    );

    expect([...ids].sort()).toEqual(calls.map(({ id }) => id).sort());
  });

  it.each(cases)(
    'gets a walk with every call once with cursors: %s, seed %i',
    async (shape, seed) => {
      const { calls, options } = scene(shape, seed);
      const random = createRandom(seed + 2000);
      const list = new FakeCallList(planned(random, calls), { comparesStart: false });
      const ids: string[] = [];
      let after: CallPosition | null = null;

      do {
        const size = random.pick([1, 20, 45, 150, 300]);
        const wanted = () => size;
        const part = await take(walk(list, {}, after, { ...options, wanted }), size);
        const page = part.places.slice(0, size);
        ids.push(...page.map(({ id }) => id));
        after = page.at(-1)?.position ?? null;
      } while (after !== null);

      expect([...ids].sort()).toEqual(calls.map(({ id }) => id).sort());
    },
  );
});

describe('a filter that ends within a millisecond', () => {
  it('yields nothing after its end, whether resumed or not', async () => {
    const calls = [callAgo(1, DAY_US + 900), callAgo(2, DAY_US + 800), callAgo(3, DAY_US + 200)];
    const query = { to: formatInstant(NOW_US - BigInt(DAY_US + 500)) };
    const { ids, places } = await take(walk(new FakeCallList(calls), query));

    const list = new FakeCallList(calls);
    const rest = await take(walk(list, query, places[0]?.position));

    expect(ids).toEqual(['2', '1']);
    expect(rest.ids).toEqual(['1']);
    expect(list.requests[0]?.query.to).toBe(query.to);
  });
});

describe('calls that started at the same instant', () => {
  it('are sorted by descending ID, longer IDs first', async () => {
    const calls = ['9', '10', '100', '99', '11'].map((id) => callAgo(id, DAY_US));

    const { ids } = await take(walk(new FakeCallList(calls)));

    expect(ids).toEqual(['100', '99', '11', '10', '9']);
  });

  it('come before calls without a start', async () => {
    const calls = [{ id: '5', started: null }, callAgo('3', DAY_US), callAgo('4', 90 * DAY_US)];

    const { ids, places } = await take(walk(new FakeCallList(calls)));
    const rest = await take(walk(new FakeCallList(calls), {}, places[1]?.position));

    expect(ids).toEqual(['3', '4', '5']);
    expect(rest.ids).toEqual(['5']);
  });
});

describe('calls that start at one time', () => {
  const together = (count: number, agoUs: number): FakeCall[] =>
    Array.from({ length: count }, (_, index) => callAgo(index + 1, agoUs));

  it.each<[string, number, CallQuery, FakeListOptions]>([
    ['within a millisecond', 3 * DAY_US + 238, {}, {}],
    [
      'at a whole one, from which the filter begins',
      3 * DAY_US,
      { from: '2026-05-29T12:00:00Z' },
      {},
    ],
    ['after the present', -90_000_000, {}, {}],
    ['by schedule', 3 * DAY_US + 238, {}, { comparesStart: false }],
  ])('cost their own pages and a few extra requests: %s', async (_, agoUs, query, options) => {
    const calls = together(330, agoUs);
    const list = new FakeCallList(calls, options);

    const { ids } = await take(walk(list, query));

    expect(ids).toEqual(newestFirst(calls));
    expect(list.requests.length).toBeLessThanOrEqual(4 + 6);
    const asked = list.requests.map((request) => JSON.stringify(request));
    expect(new Set(asked).size).toBe(asked.length);
  });

  it('fail at once when they exceed the budget', async () => {
    const list = new FakeCallList(together(5_000, 3 * DAY_US + 238));
    const maxPages = () => 30 - list.requests.length;

    const failing = take(walk(list, {}, null, { maxPages }));

    await expect(failing).rejects.toMatchObject({
      kind: 'cost-limit-exceeded',
      isRetryable: false,
    });
    expect(list.requests.length).toBeLessThanOrEqual(8);
  });

  it('cost few requests among 5,000 calls of one second', async () => {
    const calls = Array.from({ length: 5_000 }, (_, index) =>
      callAgo(index + 1, 3 * DAY_US + index * 200),
    );
    const list = new FakeCallList(calls);

    const { ids } = await take(walk(list), 20);

    expect(ids.slice(0, 20)).toEqual(newestFirst(calls).slice(0, 20));
    expect(list.requests.length).toBeLessThanOrEqual(13);
  });
});

describe('a failing read', () => {
  it('ends the walk with its error', async () => {
    const list = new FakeCallList(steady(1));
    list.read = () => Promise.reject(new Error('the network'));

    await expect(take(walk(list))).rejects.toThrow('the network');
  });
});
