import { describe, expect, it } from '@jest/globals';
import {
  formatInstant,
  fromMillis,
  nextMillisecond,
  parseInstant,
  toMillis,
  toUtc,
} from '../../src/lib/instant.js';

const EPOCH_US = BigInt(Date.UTC(2026, 2, 2, 14, 5, 0)) * 1000n;

describe('parseInstant', () => {
  it.each([
    ['2026-03-02T14:05:00Z', 0n],
    ['2026-03-02T14:05:00.000Z', 0n],
    ['2026-03-02T14:05:00.1Z', 100_000n],
    ['2026-03-02T14:05:00.123Z', 123_000n],
    ['2026-03-02T14:05:00.123456Z', 123_456n],
    ['2026-03-02T14:05:00.000001Z', 1n],
    ['2026-03-02T14:05:00.123456789Z', 123_456n],
    ['2026-03-02T16:05:00.123456+02:00', 123_456n],
    ['2026-03-02T06:05:00.5-08:00', 500_000n],
    ['2026-03-02T19:35:00+05:30', 0n],
    ['2026-03-02T16:05:00+0200', 0n],
    ['2026-03-02t14:05:00z', 0n],
    ['2026-03-02 14:05:00Z', 0n],
    ['2026-03-02T14:05Z', 0n],
    ['  2026-03-02T14:05:00Z ', 0n],
  ])('reads %s to the microsecond', (text, offset) => {
    expect(parseInstant(text)).toBe(EPOCH_US + offset);
  });

  it.each([
    null,
    undefined,
    '',
    'soon',
    '2026-03-02',
    '2026-03-02T14:05:00',
    '2026-13-02T14:05:00Z',
    '2026-03-02T25:05:00Z',
    '2026-03-02T14:05:00.Z',
    '2026-03-02T14:05:00Z and more',
    '1772460300000',
  ])('returns null for %p', (text) => {
    expect(parseInstant(text)).toBeNull();
  });

  it('reads instants before 1970 to the microsecond', () => {
    expect(parseInstant('1969-12-31T23:59:59.999999Z')).toBe(-1n);
  });
});

describe('formatInstant', () => {
  it.each([
    [EPOCH_US, '2026-03-02T14:05:00.000Z'],
    [EPOCH_US + 120_000n, '2026-03-02T14:05:00.120Z'],
    [EPOCH_US + 123_456n, '2026-03-02T14:05:00.123456Z'],
    [EPOCH_US + 1n, '2026-03-02T14:05:00.000001Z'],
    [-1n, '1969-12-31T23:59:59.999999Z'],
  ])('writes %i as %s, which parses back', (instant, text) => {
    expect(formatInstant(instant)).toBe(text);
    expect(parseInstant(text)).toBe(instant);
  });
});

describe('toUtc', () => {
  it.each([
    ['2026-03-02T16:05:00.123999+02:00', '2026-03-02T14:05:00.123Z'],
    ['2026-03-02T14:05:00Z', '2026-03-02T14:05:00.000Z'],
    ['yesterday', null],
    ['', null],
    [null, null],
  ])('converts %p to UTC with milliseconds', (text, expected) => {
    expect(toUtc(text)).toBe(expected);
  });
});

describe('whole milliseconds', () => {
  it.each([
    [0n, 1000n],
    [1n, 1000n],
    [999n, 1000n],
    [1000n, 2000n],
    [-1n, 0n],
    [-1000n, 0n],
    [-1001n, -1000n],
  ])('after %i microseconds begin at %i', (instant, next) => {
    expect(nextMillisecond(instant)).toBe(next);
  });

  it.each([
    [1999n, 1],
    [-1n, -1],
    [-1000n, -1],
    [-1001n, -2],
  ])('contain %i microseconds as %i', (instant, millis) => {
    expect(toMillis(instant)).toBe(millis);
    expect(fromMillis(millis)).toBe(BigInt(millis) * 1000n);
  });

  it('drop fractions', () => {
    expect([fromMillis(1.9), fromMillis(-0.5)]).toEqual([1000n, -1000n]);
  });
});
