import { describe, expect, it } from '@jest/globals';
import { inDayRanges, type DayRange } from '../../src/operation/loaders/companyDays.js';
import { createRandom } from '../company/support.js';

const NOW = '2026-06-01T12:00:00Z';
const daysOf = (
  moments: readonly number[],
  timeZone: string | undefined,
  nowMs: number,
): readonly DayRange[] =>
  inDayRanges(
    moments.map((startMs) => ({ startMs })),
    timeZone,
    nowMs,
  ).map(({ range }) => range);

const days = (moments: readonly string[], timeZone?: string, now = NOW) =>
  daysOf(
    moments.map((startMs) => Date.parse(startMs)),
    timeZone,
    Date.parse(now),
  );

describe('days in a known zone', () => {
  it.each([
    ['UTC', '2026-03-10T00:00:00Z', '2026-03-10', '2026-03-11'],
    ['UTC', '2026-03-10T23:59:59Z', '2026-03-10', '2026-03-11'],
    ['America/New_York', '2026-03-10T03:59:00Z', '2026-03-09', '2026-03-10'],
    ['America/New_York', '2026-03-10T04:00:00Z', '2026-03-10', '2026-03-11'],
    ['Asia/Tokyo', '2026-03-10T15:00:00Z', '2026-03-11', '2026-03-12'],
    ['Asia/Kolkata', '2026-03-10T18:29:00Z', '2026-03-10', '2026-03-11'],
    ['Asia/Kolkata', '2026-03-10T18:30:00Z', '2026-03-11', '2026-03-12'],
    ['Pacific/Kiritimati', '2026-03-10T10:00:00Z', '2026-03-11', '2026-03-12'],
    ['UTC', '2026-02-28T12:00:00Z', '2026-02-28', '2026-03-01'],
    ['UTC', '2024-02-28T12:00:00Z', '2024-02-28', '2024-02-29'],
    ['UTC', '2025-12-31T12:00:00Z', '2025-12-31', '2026-01-01'],
  ])('contain the start and no other day: %s %s', (zone, startMs, from, to) => {
    expect(days([startMs], zone)).toEqual([{ from, to }]);
  });

  it.each([
    ['2026-03-08T04:59:00Z', '2026-03-07', '2026-03-08'],
    ['2026-03-08T05:00:00Z', '2026-03-08', '2026-03-09'],
    ['2026-03-09T03:59:00Z', '2026-03-08', '2026-03-09'],
    ['2026-03-09T04:00:00Z', '2026-03-09', '2026-03-10'],
    ['2025-11-02T03:59:00Z', '2025-11-01', '2025-11-02'],
    ['2025-11-03T04:59:00Z', '2025-11-02', '2025-11-03'],
    ['2025-11-03T05:00:00Z', '2025-11-03', '2025-11-04'],
  ])('follow daylight saving time: %s', (startMs, from, to) => {
    expect(days([startMs], 'America/New_York')).toEqual([{ from, to }]);
  });

  it('span from the earliest to the latest start', () => {
    const moments = ['2026-03-20T12:00:00Z', '2026-03-10T12:00:00Z', '2026-03-15T12:00:00Z'];

    expect(days(moments, 'UTC')).toEqual([{ from: '2026-03-10', to: '2026-03-21' }]);
  });
});

describe('days in an unknown zone', () => {
  it('have one more day on each side', () => {
    expect(days(['2026-03-10T12:00:00Z'])).toEqual([{ from: '2026-03-09', to: '2026-03-12' }]);
  });

  it.each([1, 2, 3])('cover the day in any zone: seed %i', (seed) => {
    const random = createRandom(seed);
    const zones = ['Pacific/Kiritimati', 'Etc/GMT+12', 'America/New_York', 'Asia/Kathmandu', 'UTC'];

    for (let count = 0; count < 100; count += 1) {
      const startMs = Date.UTC(2025, 0, 1) + random.integer(0, 400 * 86_400_000);
      const [range] = daysOf([startMs], undefined, Date.UTC(2027, 0, 1));
      const local = zones.map((timeZone) =>
        new Intl.DateTimeFormat('en-CA', { timeZone }).format(startMs),
      );

      expect(local.every((day) => day >= (range?.from ?? '') && day < (range?.to ?? ''))).toBe(
        true,
      );
    }
  });
});

describe('days that reach into the future', () => {
  it.each([
    ['UTC', '2026-05-30T12:00:00Z', '2026-05-31'],
    ['UTC', '2026-05-31T12:00:00Z', '2026-06-01'],
    ['UTC', '2026-06-01T11:00:00Z', undefined],
    // In Tokyo it is the 1st until 15:00 UTC; in Kiritimati the 2nd has begun.
    ['Asia/Tokyo', '2026-05-31T12:00:00Z', '2026-06-01'],
    ['Asia/Tokyo', '2026-05-31T16:00:00Z', undefined],
    ['Pacific/Kiritimati', '2026-06-01T09:00:00Z', '2026-06-02'],
    [undefined, '2026-05-29T12:00:00Z', '2026-05-31'],
    [undefined, '2026-05-30T12:00:00Z', '2026-06-01'],
    [undefined, '2026-05-31T12:00:00Z', undefined],
  ])('leave their end open: %s %s', (zone, startMs, to) => {
    expect(days([startMs], zone).map((range) => range.to)).toEqual([to]);
  });

  it.each([
    ['2026-06-01T11:59:00Z', undefined],
    ['2026-06-01T12:00:00Z', '2026-06-01'],
  ])('count a day as begun when it has begun in the last zone: now %s', (now, to) => {
    expect(days(['2026-05-30T12:00:00Z'], undefined, now).map((range) => range.to)).toEqual([to]);
  });
});

describe('starts that are far apart', () => {
  it.each([
    ['2026-01-24T12:00:00Z', [{ from: '2026-01-10', to: '2026-01-25' }]],
    [
      '2026-01-24T12:00:01Z',
      [
        { from: '2026-01-10', to: '2026-01-11' },
        { from: '2026-01-24', to: '2026-01-25' },
      ],
    ],
  ])('have separate ranges beyond 14 days: %s', (startMs, expected) => {
    expect(days([startMs, '2026-01-10T12:00:00Z'], 'UTC')).toEqual(expected);
  });

  it('share a range when others are between them', () => {
    const moments = ['2026-01-10T12:00:00Z', '2026-01-22T12:00:00Z', '2026-02-03T12:00:00Z'];

    expect(days(moments, 'UTC')).toEqual([{ from: '2026-01-10', to: '2026-02-04' }]);
  });

  it('have no range when there are none', () => {
    expect(days([], 'UTC')).toEqual([]);
  });
});
