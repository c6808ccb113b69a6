import { Temporal } from 'temporal-polyfill';
import { DAY_MS } from '../../lib/clock.js';
import { dayAt } from '../../gong/scheduling/companyDay.js';

/** A range of days `YYYY-MM-DD` that excludes `to`; undefined is an open bound. */
export interface DayRange {
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** No time zone is further behind UTC: 12 hours. */
const LAST_TIME_ZONE = 'Etc/GMT+12';

/** Calls further apart than this get separate ranges, so that the days between them are not read. */
const MAX_GAP_MS = 14 * DAY_MS;

/** Calls, and the day range in the company's time zone that contains them. */
export interface CallsOfDays<T> {
  readonly range: DayRange;
  readonly calls: readonly T[];
}

/**
 * Groups calls into few day ranges. When the company's time zone is unknown, one more day on each side covers every
 * zone. Calls without a start could be on any day.
 *
 * @param calls each with its start in milliseconds since the epoch; null when unknown.
 * @param timeZone the company's; undefined when unknown.
 * @param nowMs the present. Gong refuses ranges that end in the future, so these stay open.
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

/** Groups calls that started close together. */
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
