import { describe, expect, it } from '@jest/globals';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../src/lib/clock.js';
import type { Slice } from '../../../src/replica/replica.js';
import {
  cutOf,
  hotIntervalOf,
  latenessOf,
  newestGap,
  nextReadAt,
  sliced,
  windowOf,
  withSlices,
} from '../../../src/company/sync/schedule.js';
import { nextFillLength, partsOf, postponed } from '../../../src/company/sync/windows.js';

const NOW = Date.parse('2026-06-01T12:00:00Z');
const sliceOf = (fromMs: number, toMs: number, calls = 95, readAt = NOW): Slice => ({
  fromMs,
  toMs,
  calls,
  readAt,
  nextAt: readAt,
});

describe('nextReadAt', () => {
  it('reads a slice about 30 times from 3 hours to 90 days, each time its age has grown by 25 %', () => {
    const slice = { fromMs: NOW - HOUR_MS, toMs: NOW };
    let readAt = NOW + 3 * HOUR_MS;
    let reads = 0;
    while (readAt < NOW + 90 * DAY_MS) {
      const next = nextReadAt(slice, readAt);
      expect((next - NOW) / (readAt - NOW)).toBeCloseTo(1.25, 5);
      readAt = next;
      reads += 1;
    }
    expect(reads).toBe(30);
  });

  it('reads an old slice about once a month, and those of one copy on different days', () => {
    const waits = Array.from({ length: 100 }, (_, index) => {
      const toMs = NOW - 200 * DAY_MS - index * 5 * HOUR_MS - index * MINUTE_MS;
      return nextReadAt({ fromMs: 0, toMs }, NOW) - NOW;
    });
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(22 * DAY_MS);
    expect(Math.max(...waits)).toBeLessThanOrEqual(38 * DAY_MS);
    expect(new Set(waits.map((wait) => Math.floor(wait / DAY_MS))).size).toBeGreaterThan(10);
  });
});

describe('sliced', () => {
  const window = { fromMs: NOW - DAY_MS, toMs: NOW };

  it('leaves up to a page of calls in one slice', () => {
    const starts = Array.from({ length: 100 }, (_, index) => NOW - index * MINUTE_MS - SECOND_MS);
    expect(sliced(window, starts, NOW)).toMatchObject([{ ...window, calls: 100 }]);
  });

  it('covers the window with slices of about equal numbers of calls', () => {
    const starts = Array.from({ length: 500 }, (_, index) => NOW - index * MINUTE_MS - 1);
    const slices = sliced(window, starts, NOW);
    expect(slices.map(({ calls }) => calls)).toHaveLength(6);
    expect(slices.reduce((sum, { calls }) => sum + calls, 0)).toBe(500);
    expect(Math.max(...slices.map(({ calls }) => calls))).toBeLessThanOrEqual(95);
    expect([slices[0]?.fromMs, slices.at(-1)?.toMs]).toEqual([window.fromMs, window.toMs]);
    slices.slice(1).forEach((slice, index) => {
      expect(slice.fromMs).toBe(slices[index]?.toMs);
    });
  });

  it('keeps calls of one second together, however many', () => {
    const starts = Array.from({ length: 300 }, (_, index) => NOW - HOUR_MS + index);
    const slices = sliced(window, starts, NOW);
    expect(slices.filter(({ calls }) => calls > 0)).toHaveLength(1);
    expect(slices.every(({ fromMs, toMs }) => fromMs % 1000 === 0 && toMs % 1000 === 0)).toBe(true);
  });
});

describe('cutOf', () => {
  it('cuts nothing while a slice would not be full', () => {
    const starts = Array.from({ length: 84 }, (_, index) => NOW - 4 * HOUR_MS - index);
    expect(cutOf(NOW - 5 * HOUR_MS, starts, NOW)).toBeNull();
  });

  it('cuts full slices from what is older than 3 hours', () => {
    const starts = Array.from({ length: 300 }, (_, index) => NOW - (index + 1) * MINUTE_MS);
    const cut = cutOf(NOW - 6 * HOUR_MS, starts, NOW) ?? 0;
    expect(cut).toBeLessThanOrEqual(NOW - 3 * HOUR_MS);
    expect(starts.filter((start) => start < cut)).toHaveLength(85);
  });

  it('cuts what has been lying still for a week, however few calls there are', () => {
    expect(cutOf(NOW - 8 * DAY_MS, [NOW - 5 * DAY_MS], NOW)).toBe(NOW - 3 * HOUR_MS);
  });
});

describe('windowOf', () => {
  const old = NOW - 40 * DAY_MS;

  it('joins neighbors that fit on one page together', () => {
    const slices = [
      sliceOf(old, old + DAY_MS, 40),
      sliceOf(old + DAY_MS, old + 2 * DAY_MS, 30),
      sliceOf(old + 2 * DAY_MS, old + 3 * DAY_MS, 20),
      sliceOf(old + 3 * DAY_MS, old + 4 * DAY_MS, 90),
    ];
    expect(windowOf(slices, 1, NOW)).toEqual({ fromMs: old, toMs: old + 3 * DAY_MS });
    expect(windowOf(slices, 3, NOW)).toEqual({ fromMs: old + 3 * DAY_MS, toMs: old + 4 * DAY_MS });
  });

  it('joins no slices of very different ages, and none across a gap', () => {
    const slices = [
      sliceOf(old, old + DAY_MS, 1),
      sliceOf(old + 2 * DAY_MS, NOW - DAY_MS, 1),
      sliceOf(NOW - DAY_MS, NOW - 3 * HOUR_MS, 1),
    ];
    for (const index of [0, 1, 2]) {
      const { fromMs, toMs } = slices[index] as Slice;
      expect(windowOf(slices, index, NOW)).toEqual({ fromMs, toMs });
    }
  });
});

describe('newestGap', () => {
  const all = { fromMs: NOW - 10 * DAY_MS, toMs: NOW };

  it.each([
    ['everything when there are no slices', [], all],
    ['nothing when slices cover all', [sliceOf(all.fromMs - 5, all.toMs)], null],
    [
      'what is below the last slice',
      [sliceOf(NOW - 2 * DAY_MS, NOW)],
      { fromMs: all.fromMs, toMs: NOW - 2 * DAY_MS },
    ],
    [
      'the newest of several',
      [
        sliceOf(all.fromMs, NOW - 8 * DAY_MS),
        sliceOf(NOW - 6 * DAY_MS, NOW - 4 * DAY_MS),
        sliceOf(NOW - DAY_MS, NOW),
      ],
      { fromMs: NOW - 4 * DAY_MS, toMs: NOW - DAY_MS },
    ],
  ])('returns %s', (_, slices, gap) => {
    expect(newestGap(slices, all)).toEqual(gap);
  });
});

it('withSlices replaces the slices within the window of the new ones', () => {
  const [a, b, c] = [sliceOf(0, 10), sliceOf(10, 20), sliceOf(20, 30)];
  const joined = sliceOf(0, 20);
  expect(withSlices([a, b, c], [joined])).toEqual([joined, c]);
});

it('latenessOf measures the time since a slice was read by its age then', () => {
  const slice = sliceOf(NOW - 5 * HOUR_MS, NOW - 4 * HOUR_MS);
  expect(latenessOf(slice, NOW + HOUR_MS)).toBe(0.25);
});

it('hotIntervalOf lets the latest calls take half of the requests of a day at most', () => {
  expect(hotIntervalOf(true, 2, 500)).toBe(15 * MINUTE_MS);
  expect(hotIntervalOf(false, 1, 500)).toBe(30 * MINUTE_MS);
  expect(hotIntervalOf(true, 15, 500)).toBe(0.06 * DAY_MS);
});

it('nextFillLength aims at 500 calls, and grows or shrinks fourfold at most', () => {
  expect(nextFillLength(DAY_MS, 500)).toBe(DAY_MS);
  expect(nextFillLength(DAY_MS, 250)).toBe(2 * DAY_MS);
  expect(nextFillLength(DAY_MS, 0)).toBe(4 * DAY_MS);
  expect(nextFillLength(DAY_MS, 100_000)).toBe(DAY_MS / 4);
});

it('partsOf divides a window into adjacent parts', () => {
  const parts = partsOf({ fromMs: 0, toMs: DAY_MS }, 1600);
  expect(parts).toHaveLength(4);
  expect([parts[0]?.fromMs, parts.at(-1)?.toMs]).toEqual([0, DAY_MS]);
});

describe('a slice that Gong failed to send', () => {
  it.each([
    ['young', 2 * HOUR_MS, 45 * MINUTE_MS],
    ['old', 30 * DAY_MS, HOUR_MS],
  ])('is requested again by its age, after an hour at most: a %s one', (_, ageMs, waitMs) => {
    const toMs = NOW - ageMs;
    const failed = sliceOf(toMs - HOUR_MS, toMs, 95, toMs);
    const other = sliceOf(toMs - 2 * HOUR_MS, toMs - HOUR_MS, 95, toMs);

    expect(postponed([other, failed], failed, NOW)).toEqual([{ ...failed, nextAt: NOW + waitMs }]);
  });
});
