import { describe, expect, it } from '@jest/globals';
import { walkNewestFirst } from '../../../src/company/walks/newestFirst.js';
import {
  createRandom,
  FakeCallList,
  newestFirst,
  take,
  type FakeCall,
  type Random,
} from '../support.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const DAYS = 28;

/** When the calls of a day start, in milliseconds since its midnight, UTC. */
type Day = (random: Random, weekday: number, perDay: number) => number[];

const spread = (count: number, at: () => number): number[] => Array.from({ length: count }, at);

/** Weekdays, for nine hours from the given one on. */
const office =
  (hour: number): Day =>
  (random, weekday, perDay) =>
    weekday === 0 || weekday === 6
      ? []
      : spread(perDay, () => (hour + random.next() * 9) * HOUR_MS);

const even: Day = (random, _, perDay) => spread(perDay, () => random.next() * DAY_MS);

/** Most calls start on the hour or the half. */
const onTheHalfHour: Day = (random, weekday, perDay) =>
  office(8)(random, weekday, perDay).map((at) =>
    random.chance(0.8)
      ? Math.floor(at / (HOUR_MS / 2)) * (HOUR_MS / 2) + random.integer(0, 99)
      : at,
  );

function callsUntil(now: number, day: Day, perDay: number): FakeCall[] {
  const random = createRandom(perDay);
  const today = Math.floor(now / DAY_MS);
  return Array.from({ length: DAYS }, (_, index) => today - DAYS + 1 + index)
    .flatMap((date) =>
      day(random, new Date(date * DAY_MS).getUTCDay(), perDay).map((at) => date * DAY_MS + at),
    )
    .filter((at) => at < now)
    .map((at, index) => ({ id: String(index + 1), started: BigInt(Math.floor(at)) * 1000n }));
}

/** Requests for the twenty newest; checks that it gives these. */
async function priceOf(now: number, calls: readonly FakeCall[], needsTotal: boolean) {
  const list = new FakeCallList(calls);
  const walk = walkNewestFirst(list, {}, null, {
    wanted: () => 21,
    needsTotal,
    isMerged: false,
    now: () => now,
  });
  const { ids } = await take(walk, 21);
  expect(ids.slice(0, 20)).toEqual(newestFirst(calls).slice(0, 20));
  return list.requests.length;
}

const moments: readonly [string, number][] = [
  ['Sunday evening', Date.parse('2026-11-22T20:00:00Z')],
  ['Monday, just begun', Date.parse('2026-11-16T08:30:00Z')],
  ['Wednesday morning', Date.parse('2026-11-18T07:00:00Z')],
  ['Wednesday afternoon', Date.parse('2026-11-18T15:00:00Z')],
  ['Friday night', Date.parse('2026-11-20T22:00:00Z')],
];

/** Most requests for the twenty newest, at any moment, and most on average. */
const patterns: readonly [string, Day, { readonly most: number; readonly mean: number }][] = [
  ['even', even, { most: 2, mean: 2 }],
  ['Europe’s office hours', office(8), { most: 4, mean: 2.3 }],
  ['New York’s', office(14), { most: 4, mean: 2.3 }],
  ['California’s, past midnight', office(16), { most: 4, mean: 2.3 }],
  ['Asia’s', office(1), { most: 4, mean: 2.3 }],
  ['Sydney’s, from the evening before', sydney, { most: 4, mean: 2.3 }],
  ['Europe’s, on the half hour', onTheHalfHour, { most: 4, mean: 2.3 }],
];

/** Monday’s day begins on Sunday by UTC. */
function sydney(random: Random, weekday: number, perDay: number): number[] {
  return weekday === 5 || weekday === 6
    ? []
    : spread(perDay, () => (22 + random.next() * 9) * HOUR_MS);
}

describe.each(patterns)('the twenty newest of calls that arrive %s', (_, day, { most, mean }) => {
  it.each([false, true])(
    'cost few requests at any time; with the count: %s',
    async (needsTotal) => {
      const prices: Record<string, number> = {};
      for (const [moment, now] of moments) {
        for (const perDay of [5, 20, 40, 80, 150, 300]) {
          const price = await priceOf(now, callsUntil(now, day, perDay), needsTotal);
          prices[`${moment}, ${String(perDay)} a day`] = price;
        }
      }
      const forCount = needsTotal ? 1 : 0;
      const dear = Object.entries(prices).filter(([, price]) => price > most + forCount);
      const all = Object.values(prices);

      expect(Object.fromEntries(dear)).toEqual({});
      expect(all.reduce((sum, price) => sum + price, 0) / all.length).toBeLessThanOrEqual(
        mean + forCount,
      );
    },
  );
});
