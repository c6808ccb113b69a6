import { describe, expect, it } from '@jest/globals';
import {
  walkOldestFirst,
  type CallPosition,
  type CallReader,
} from '../../../src/company/walks/oldestFirst.js';
import { GongError } from '../../../src/gong/errors.js';
import { formatInstant } from '../../../src/lib/instant.js';
import {
  callAgo,
  createRandom,
  DAY_US,
  FakeCallList,
  newestFirst,
  NOW_US,
  take,
  type FakeCall,
} from '../support.js';

/** One call an hour, the last one an hour ago. */
const hourly = (count: number): FakeCall[] =>
  Array.from({ length: count }, (_, index) => callAgo(index + 1, (count - index) * 3_600_000_000));

/** Up to three calls at each instant, some microseconds apart. */
const crowded = (count: number): FakeCall[] =>
  Array.from({ length: count }, (_, index) =>
    callAgo(index + 1, 40 * DAY_US - Math.floor(index / 3) * 400),
  );

const ids = (calls: readonly FakeCall[]): string[] => calls.map(({ id }) => id);

describe('a walk from the beginning', () => {
  it('reads every page once with the same filter', async () => {
    const list = new FakeCallList(hourly(250));
    const query = { from: '2026-01-01T00:00:00Z', workspaceId: '7' };

    const all = await take(walkOldestFirst(list, query, null));

    expect(all.ids).toEqual(ids(hourly(250)));
    expect(list.requests).toEqual([
      { query, cursor: null },
      { query, cursor: '0' },
      { query, cursor: '1' },
    ]);
  });

  it('yields one page at a time and reads no further', async () => {
    const list = new FakeCallList(hourly(250));

    const first = await take(walkOldestFirst(list, {}, null), 100);

    expect(first).toMatchObject({ total: 250, hasMore: true });
    expect(first.ids).toHaveLength(100);
    expect(list.requests).toHaveLength(1);
  });

  it('yields one empty chunk for an empty list', async () => {
    const list = new FakeCallList([]);

    const all = await take(walkOldestFirst(list, {}, null));

    expect(all).toEqual({ ids: [], places: [], total: 0, hasMore: false });
    expect(list.requests).toHaveLength(1);
  });

  it('drops a call that a later page repeats', async () => {
    const list = new FakeCallList(hourly(150), { pageSize: 50 });
    const walk = walkOldestFirst(list, {}, null);
    await walk.next();
    // A call that was processed late shifts all that follow by one place.
    list.calls = [callAgo(999, 90 * DAY_US), ...list.calls];

    const rest = await take(walk);

    expect(rest.ids).toEqual(ids(hourly(150)).slice(50));
  });
});

describe('a walk that continues from a position', () => {
  it.each([
    ['hourly', hourly(230), {}],
    ['crowded', crowded(230), {}],
    ['crowded, compared by the millisecond', crowded(230), { comparesMillis: true }],
    ['crowded, compared by schedule', crowded(230), { comparesStart: false }],
  ] as const)('yields the rest from any position: %s', async (_, calls, options) => {
    const list = new FakeCallList(calls, options);
    const { places } = await take(walkOldestFirst(list, {}, null));

    const rests = await Promise.all(
      places.map(({ position }) => take(walkOldestFirst(list, {}, position))),
    );

    expect(rests.map((rest) => rest.ids)).toEqual(
      places.map((_place, index) => ids(calls).slice(index + 1)),
    );
  });

  it('uses Gong’s cursor at the end of a page', async () => {
    const list = new FakeCallList(hourly(150));
    const { places } = await take(walkOldestFirst(list, {}, null), 100);

    const rest = await take(walkOldestFirst(list, {}, places[99]?.position ?? null));

    expect(rest.ids).toEqual(ids(hourly(150)).slice(100));
    expect(list.requests.at(-1)).toEqual({ query: {}, cursor: '0' });
    expect(list.requests).toHaveLength(2);
  });

  it('requests from the start of the last call at other positions', async () => {
    const list = new FakeCallList(hourly(150));
    const { places } = await take(walkOldestFirst(list, {}, null), 100);

    await take(walkOldestFirst(list, {}, places[41]?.position ?? null), 1);

    const started = list.calls[41]?.started ?? 0n;
    expect(list.requests.at(-1)).toEqual({ query: { from: formatInstant(started) }, cursor: null });
  });

  it('keeps the count of the whole filter', async () => {
    const list = new FakeCallList(hourly(150), { totalRunsAheadBy: 3 });
    const { places } = await take(walkOldestFirst(list, {}, null), 100);

    const rest = await take(walkOldestFirst(list, {}, places[41]?.position ?? null), 1);

    expect(rest.total).toBe(153);
  });

  it('fails when its last call is gone and the position cannot be determined', async () => {
    const list = new FakeCallList(hourly(150), { comparesStart: false });
    const { places } = await take(walkOldestFirst(list, {}, null), 100);
    list.calls = list.calls.filter(({ id }) => id !== places[41]?.id);

    const rest = take(walkOldestFirst(list, {}, places[41]?.position ?? null));

    await expect(rest).rejects.toMatchObject({ kind: 'bad-response' });
  });
});

describe('calls of one millisecond that come in any order', () => {
  /** Gong's list where it sorts and compares by milliseconds alone. */
  class ListByMillisecond extends FakeCallList {
    override async read(...request: Parameters<CallReader['read']>) {
      const page = await super.read(...request);
      // Within the millisecond, the latest first.
      return { ...page, items: [...page.items].reverse() };
    }
  }
  const calls = Array.from({ length: 60 }, (_, index) => callAgo(index + 1, 5_000_999 - index * 9));
  const listOf = () => new ListByMillisecond(calls, { comparesMillis: true });

  it('are all yielded once, from each position', async () => {
    const all = await take(walkOldestFirst(listOf(), {}, null));

    const rests = await Promise.all(
      all.places.map(({ position }) => take(walkOldestFirst(listOf(), {}, position))),
    );

    expect(all.ids).toHaveLength(60);
    expect(rests.map((rest) => rest.ids)).toEqual(
      all.places.map((_, index) => all.ids.slice(index + 1)),
    );
  });

  it('are not repeated after a cursor of an earlier version, which contains those of one instant only', async () => {
    const list = new FakeCallList(calls, { comparesMillis: true });
    const { ids: all, places } = await take(walkOldestFirst(list, {}, null));
    const { sameMillisecond, ...rest } = places[30]?.position ?? {
      id: '',
      started: null,
      total: null,
    };
    const started = formatInstant(calls[30]?.started ?? 0n);
    const old: CallPosition = { ...rest, started, sameStart: sameMillisecond?.slice(-1) ?? [] };

    const first = await take(walkOldestFirst(list, {}, old), 1);
    const second = await take(walkOldestFirst(list, {}, first.places[3]?.position ?? null));

    expect(first.ids).toEqual(all.slice(31));
    expect(second.ids).toEqual(all.slice(35));
  });
});

describe('a page of calls that were already yielded', () => {
  it('has a chunk whose end is after the page', async () => {
    const list = new FakeCallList(
      Array.from({ length: 250 }, (_, index) => callAgo(index + 1, 5_000_000)),
    );
    const { places } = await take(walkOldestFirst(list, {}, null), 100);
    list.expireCursors();

    const { value } = await walkOldestFirst(list, {}, places[99]?.position ?? null).next();
    const end = value?.end();
    const rest = await take(walkOldestFirst(list, {}, end ?? null));

    expect(value?.items).toEqual([]);
    expect(end?.next).toBeDefined();
    expect(rest.ids).toEqual(list.calls.slice(100).map(({ id }) => id));
  });
});

describe('a cursor of Gong that has expired', () => {
  it.each([
    ['hourly', hourly(320), {}],
    ['crowded', crowded(320), {}],
    ['crowded, compared by the millisecond', crowded(320), { comparesMillis: true }],
    ['crowded, compared by schedule', crowded(320), { comparesStart: false }],
  ] as const)('does not interrupt a walk: %s', async (_, calls, options) => {
    const list = new FakeCallList(calls, options);
    const walk = walkOldestFirst(list, {}, null);
    const first = await walk.next();
    list.expireCursors();

    const rest = await take(walk);

    expect(first.value?.items).toHaveLength(100);
    expect(rest.ids).toEqual(ids(calls).slice(100));
  });

  it.each([1, 2, 3, 4])('never loses or repeats a call: seed %i', async (seed) => {
    const random = createRandom(seed);
    const calls = Array.from({ length: 500 }, (_, index) =>
      callAgo(index + 1, random.integer(1, 60) * DAY_US + random.integer(0, 3)),
    );
    const list = new FakeCallList(calls);
    const given: string[] = [];
    let after: CallPosition | null = null;

    do {
      const page = (await take(walkOldestFirst(list, {}, after), 70)).places.slice(0, 70);
      given.push(...page.map(({ id }) => id));
      after = page.at(-1)?.position ?? null;
      if (random.chance(0.4)) list.expireCursors();
    } while (after !== null);

    expect([...given].sort()).toEqual(newestFirst(calls).sort());
  });

  it('costs one more request, from the last call', async () => {
    const list = new FakeCallList(hourly(150));
    const walk = walkOldestFirst(list, {}, null);
    await walk.next();
    list.expireCursors();

    await take(walk);

    const from = formatInstant(NOW_US - BigInt(51 * 3_600_000_000));
    expect(list.requests.slice(1)).toEqual([
      { query: {}, cursor: '0' },
      { query: { from }, cursor: null },
    ]);
  });
});

describe('a failing read', () => {
  it.each([
    ['a 400 to a first page', new GongError('bad-request', 'no such filter')],
    ['any other failure', new GongError('unavailable', 'down')],
  ])('ends the walk with its error: %s', async (_, error) => {
    const list = new FakeCallList(hourly(10));
    list.read = (query, cursor) => {
      list.requests.push({ query, cursor });
      return Promise.reject(error);
    };

    await expect(take(walkOldestFirst(list, {}, null))).rejects.toBe(error);
    expect(list.requests).toHaveLength(1);
  });
});

describe('pages that do not advance', () => {
  /** Answers with the page of each number, without an end. */
  async function walkThrough(pageOf: (number: number) => { ids: string[]; cursor?: string }) {
    let asked = 0;
    const all = await new FakeCallList(hourly(6)).read({}, null);
    const read: CallReader['read'] = () => {
      asked += 1;
      if (asked > 1000) throw new Error('No end in sight.');
      const page = pageOf(asked);
      return Promise.resolve({
        items: all.items.filter(({ id }) => page.ids.includes(id)),
        cursor: page.cursor ?? `c${asked}`,
        total: null,
      });
    };
    const given: string[] = [];
    const walk = async () => {
      for await (const { items } of walkOldestFirst({ read, comparesStart: true }, {}, null)) {
        given.push(...items.map(({ item }) => item.id));
      }
    };
    const failure = await walk().catch((error: unknown) => error);
    return { given, asked, failure };
  }

  it.each<[string, (number: number) => { ids: string[]; cursor?: string }, string[], number]>([
    ['the same cursor again', () => ({ ids: ['1', '2'], cursor: 'c' }), ['1', '2'], 2],
    ['the same page under new cursors', () => ({ ids: ['1', '2'] }), ['1', '2'], 5],
    ['empty pages under new cursors', () => ({ ids: [] }), [], 4],
    [
      'empty pages after some with calls',
      (number) => ({ ids: number > 3 ? [] : [String(number)] }),
      ['1', '2', '3'],
      7,
    ],
  ])('end the walk with an error: %s', async (_, pageOf, expected, most) => {
    const { given, asked, failure } = await walkThrough(pageOf);

    expect(failure).toMatchObject({ kind: 'bad-response' });
    expect(given).toEqual(expected);
    expect(asked).toBeLessThanOrEqual(most);
  });
});
