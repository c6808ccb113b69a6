import { type Call } from '../../../sandbox/src/index.js';
import { callsAt } from '../../support/companies.js';

export const NOW = Date.parse('2026-06-01T12:00:00Z');

export const MINUTE_MS = 60_000;

export const HOUR_MS = 60 * MINUTE_MS;

export const DAY_MS = 24 * HOUR_MS;

export const range = (count: number): number[] =>
  Array.from({ length: count }, (_, index) => index);

/** 1,050 calls, some minutes apart; now and then several begin together, also across Gong's pages. */
function manyCalls(): Call[] {
  const starts = range(1050).map((index) => {
    const together = index % 100 >= 95 || index % 100 < 5;
    const place = together ? Math.round(index / 100) * 100 : index;
    const micros = String(index % 3 === 0 && !together ? 123_456 : 123_000);
    return new Date(NOW - 90 * DAY_MS + place * 7 * MINUTE_MS)
      .toISOString()
      .replace('000Z', `${micros}Z`);
  });
  return callsAt(starts);
}

export const calls = manyCalls();
