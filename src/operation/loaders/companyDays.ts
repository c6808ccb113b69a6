import { Temporal } from 'temporal-polyfill';
import { DAY_MS } from '../../lib/clock.js';
import { dayAt } from '../../gong/scheduling/companyDay.js';

/** Days `YYYY-MM-DD`, from inclusive, to exclusive; undefined is an open bound. */
export interface DayRange {
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** No place on earth is further behind UTC: 12 hours. */
const LAST_TIME_ZONE = 'Etc/GMT+12';

/** Days of calls further apart than this are asked for apart, so as not to read all that lies between. */
const MAX_GAP_MS = 14 * DAY_MS;

/** Calls with the days, in the company's time zone, on which they lie. */
export interface CallsOfDays<T> {
  readonly range: DayRange;
  readonly calls: readonly T[];
}

/**
 * Calls by ranges of days, as few as make sense. Where the company's zone isn't known, a day on either side
 * covers every zone. Calls that don't say when they were could be on any day.
 *
 * @param calls each with its moment in milliseconds since the epoch; null where not known.
 * @param timeZone the company's; undefined where not known.
 * @param nowMs the present: Gong refuses ranges that end in the future, so these stay open.
 */
export function inDayRanges<T extends { readonly startMs: number | null }>(
  calls: readonly T[],
  timeZone: string | undefined,
  nowMs: number,
): readonly CallsOfDays<T>[] {
  if (calls.some(({ startMs }) => startMs === null)) {
    return [{ range: { from: undefined, to: undefined }, calls }];
  }
  const padding = { days: timeZone === undefined ? 1 : 0 };
  const today = dayAt(nowMs, timeZone ?? LAST_TIME_ZONE);
  const dayOf = (ms: number) => dayAt(ms, timeZone ?? 'UTC');
  return clusters(calls).map(({ first, last, calls: group }) => {
    const from = dayOf(first).subtract(padding);
    const to = dayOf(last).add(padding).add({ days: 1 });
    const isOver = Temporal.PlainDate.compare(to, today) <= 0;
    return {
      range: { from: from.toString(), to: isOver ? to.toString() : undefined },
      calls: group,
    };
  });
}

interface Cluster<T> {
  readonly first: number;
  last: number;
  readonly calls: T[];
}

/** Groups of calls that lie close together. */
function clusters<T extends { readonly startMs: number | null }>(
  calls: readonly T[],
): Cluster<T>[] {
  const groups: Cluster<T>[] = [];
  const byStart = calls
    .map((call) => ({ call, startMs: call.startMs ?? 0 }))
    .sort((a, b) => a.startMs - b.startMs);
  for (const { call, startMs } of byStart) {
    const group = groups.at(-1);
    if (group !== undefined && startMs - group.last <= MAX_GAP_MS) {
      group.last = startMs;
      group.calls.push(call);
    } else {
      groups.push({ first: startMs, last: startMs, calls: [call] });
    }
  }
  return groups;
}
