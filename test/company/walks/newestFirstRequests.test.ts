import { describe, expect, it } from '@jest/globals';
import { formatInstant } from '../../../src/lib/instant.js';
import {
  callAgo,
  DAY_US,
  FakeCallList,
  newestFirst,
  NOW_MS,
  NOW_US,
  take,
  type FakeCall,
} from '../support.js';
import { walk, steady } from './newestFirstSupport.js';

/** From 9 to 17 o'clock on weekdays, for half a year; the present is a Monday at noon. */
const officeHours = (perDay: number): FakeCall[] =>
  Array.from({ length: 180 }, (_, day) => day)
    .filter((day) => ![0, 6].includes(new Date(NOW_MS - day * 86_400_000).getUTCDay()))
    .flatMap((day) =>
      Array.from({ length: perDay }, (_, index) =>
        callAgo(
          day * 1000 + index + 1,
          day * DAY_US + ((index + 0.5) / perDay - 0.375) * (DAY_US / 3),
        ),
      ),
    )
    .filter(({ started }) => (started ?? 0n) < NOW_US);

describe('the cost of a newest-first walk', () => {
  it.each([1, 2, 5, 10, 17, 40, 100, 250])(
    'is 3 requests at most for 20 of %i calls a day',
    async (perDay) => {
      const calls = steady(perDay);
      const list = new FakeCallList(calls);

      const { ids } = await take(walk(list), 20);

      expect(ids.slice(0, 20)).toEqual(newestFirst(calls).slice(0, 20));
      expect(list.requests.length).toBeLessThanOrEqual(3);
    },
  );

  it.each([
    [3, 20],
    [8, 20],
    [15, 20],
    [30, 20],
    [60, 100],
  ])('includes nights and weekends of %i calls a day for %i requests', async (perDay, first) => {
    const calls = officeHours(perDay);
    const list = new FakeCallList(calls);

    const { ids } = await take(walk(list, {}, null, { wanted: () => first }), first);

    expect(ids.slice(0, first)).toEqual(newestFirst(calls).slice(0, first));
    expect(list.requests.length).toBeLessThanOrEqual(3);
  });

  it('is one request when a short window contains all calls', async () => {
    const list = new FakeCallList(steady(5));
    const from = formatInstant(NOW_US - BigInt(14 * DAY_US));
    const to = formatInstant(NOW_US);

    const { ids } = await take(walk(list, { from, to }));

    expect(ids).toHaveLength(70);
    expect(list.requests).toEqual([{ query: { from, to }, cursor: null }]);
  });

  it('keeps the filter’s spelling of its bounds', async () => {
    const list = new FakeCallList(steady(5));
    const query = { from: '2026-05-20T00:00:00+02:00', to: '2026-05-30T00:00:00Z' };

    await take(walk(list, { ...query, workspaceId: '77' }));

    expect(list.requests).toEqual([{ query: { ...query, workspaceId: '77' }, cursor: null }]);
  });

  it('is one request for an empty list', async () => {
    const list = new FakeCallList([]);

    const { ids, hasMore } = await take(walk(list, { from: '2026-05-30T00:00:00Z' }));

    expect({ ids, hasMore }).toEqual({ ids: [], hasMore: false });
    expect(list.requests).toHaveLength(1);
  });
});

describe('the count of a newest-first walk', () => {
  it('is that of the whole filter, also on later pages', async () => {
    const calls = steady(10);
    const first = await take(walk(new FakeCallList(calls), {}, null, { needsTotal: true }), 20);

    const position = first.places[19]?.position;
    const second = await take(walk(new FakeCallList(calls), {}, position), 20);

    expect([first.total, second.total]).toEqual([1800, 1800]);
  });

  it('is unknown when only windows were requested', async () => {
    const list = new FakeCallList(steady(10));

    const { total } = await take(walk(list), 20);

    expect(total).toBeNull();
    expect(list.requests.every(({ query }) => query.from !== undefined)).toBe(true);
  });
});
