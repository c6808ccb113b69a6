import { formatInstant, type Instant } from '../../../src/lib/instant.js';
import { plainCall, type Call } from '../../../sandbox/src/index.js';
import type { Random } from '../support.js';
import { callIdOf } from '../../support/companies.js';

/** The present of every walk in these tests. */
export const NOW = Date.parse('2026-06-01T12:00:00Z');
const NOW_US: Instant = BigInt(NOW) * 1000n;
const SECOND_US = 1_000_000;
const HOUR_US = 3600 * SECOND_US;
const DAY_US = 24 * HOUR_US;

/** Hosts of the calls, in turn. */
export const HOSTS = ['500', '501', '502'];

/** How long ago calls started, in microseconds: the shapes that have led walks astray, or might. */
export const shapes = {
  steady: (random, count) => spread(count, () => random.next() * 60 * DAY_US),
  'in one microsecond': (random, count) => around(random, count, 1),
  'in one millisecond': (random, count) => around(random, count, 1_000),
  'in one second': (random, count) => around(random, count, SECOND_US),
  'in one microsecond, among others': (random, count) => {
    const at = someTime(random);
    return spread(count, () => (random.chance(0.7) ? at : random.next() * 40 * DAY_US));
  },
  'in bursts, months apart': (random, count) => {
    const bursts = spread(random.integer(2, 5), () => random.integer(1, 700) * DAY_US + 238);
    const length = random.pick([1, 1_000, SECOND_US, HOUR_US]);
    return spread(count, () => random.pick(bursts) + random.next() * length);
  },
  'together across the ends of pages': (random, count) => {
    const begin = someTime(random) + count * 60 * SECOND_US;
    return spread(count, (index) => {
      const place = index % 100 >= 95 || index % 100 < 5 ? Math.round(index / 100) * 100 : index;
      return begin - place * 60 * SECOND_US;
    });
  },
  'after the present': (random, count) =>
    spread(count, () => (random.chance(0.8) ? -random.next() * 60 : random.next() * 3) * SECOND_US),
} satisfies Record<string, (random: Random, count: number) => number[]>;

export type Shape = keyof typeof shapes;

/** Calls of the shape, in no order, with ids that neither rise nor fall with time. */
export function callsOf(random: Random, shape: Shape, count: number): Call[] {
  const starts = shapes[shape](random, count);
  return shuffled(random, starts.map(callAt));
}

/** A call so many microseconds ago; the index decides its id, its host and whether it is private. */
export function callAt(agoUs: number, index: number): Call {
  return plainCall({
    id: callIdOf(index),
    started: formatInstant(NOW_US - BigInt(Math.round(agoUs))),
    primaryUserId: HOSTS[index % HOSTS.length] ?? null,
    isPrivate: index % 5 < 2,
  });
}

export function shuffled<T>(random: Random, items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, place: random.next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

function around(random: Random, count: number, lengthUs: number): number[] {
  const at = someTime(random);
  return spread(count, () => at + random.integer(0, lengthUs - 1));
}

/** Mostly not a whole millisecond, as Gong may well send it. */
function someTime(random: Random): number {
  const days = random.pick([0, 3, 40]);
  return (
    days * DAY_US +
    random.integer(1, 5) * HOUR_US +
    random.integer(1, 9) * 100_000 +
    random.pick([0, 238, 238])
  );
}

function spread(count: number, at: (index: number) => number): number[] {
  return Array.from({ length: count }, (_, index) => at(index));
}
