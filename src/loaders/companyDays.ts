import { DAY_MS, HOUR_MS } from '../gong/clock.js';

/** Days `YYYY-MM-DD`, from inclusive, to exclusive; undefined is an open bound. */
export interface DayRange {
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** No place on earth is further behind UTC. */
const FURTHEST_BEHIND_UTC_MS = 12 * HOUR_MS;

/** Days of calls further apart than this are asked for apart, so as not to read all that lies between. */
const LARGEST_GAP_MS = 30 * DAY_MS;

/**
 * The days, in the company's time zone, on which the given moments lie, as few ranges as make sense.
 * Where the zone isn't known, a day on either side covers every zone.
 *
 * @param moments milliseconds since the epoch.
 * @param timeZone the company's; undefined where not known.
 * @param nowMs the present: Gong refuses ranges that end in the future, so these stay open.
 */
export function daysOf(
  moments: readonly number[],
  timeZone: string | undefined,
  nowMs: number,
): readonly DayRange[] {
  const paddingMs = timeZone === undefined ? DAY_MS : 0;
  const dayOf = dayFormatter(timeZone ?? 'UTC');
  const today = dayOf(timeZone === undefined ? nowMs - FURTHEST_BEHIND_UTC_MS : nowMs);
  return clusters(moments).map(([first, last]) => {
    const to = nextDay(dayOf(last + paddingMs));
    return { from: dayOf(first - paddingMs), to: to > today ? undefined : to };
  });
}

/** Earliest and latest moment of each group of moments that lie close together. */
function clusters(moments: readonly number[]): [number, number][] {
  const groups: [number, number][] = [];
  for (const moment of [...moments].sort((a, b) => a - b)) {
    const group = groups.at(-1);
    if (group !== undefined && moment - group[1] <= LARGEST_GAP_MS) group[1] = moment;
    else groups.push([moment, moment]);
  }
  return groups;
}

function dayFormatter(timeZone: string): (ms: number) => string {
  // Of the locales, this one writes days as YYYY-MM-DD.
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return (ms) => format.format(ms);
}

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
}
