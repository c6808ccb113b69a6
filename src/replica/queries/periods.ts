import { sql, type RawBuilder } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { SECOND_MS } from '../../lib/clock.js';

export type Period = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER';

/** Periods of a time zone as numbers that a database computes. */
export interface PeriodScale {
  /** The period in which a time is, in seconds since the epoch. */
  readonly numberOf: (seconds: RawBuilder<number>) => RawBuilder<number>;
  readonly describe: (number: number) => {
    /** The first day of a day or week, as `2026-03-29`; else `2026-03` and `2026-Q1`. */
    readonly value: string;
    readonly fromMs: number;
    readonly toMs: number;
  };
}

const SECONDS_PER_DAY = 86_400;
const MONTHS_PER_QUARTER = 3;
/** Position of Thursday, 1 January 1970, in its week. */
const FIRST_WEEKDAY = 3;

const epoch = Temporal.PlainDate.from('1970-01-01');

/** Describes each number once: many rows have the same, and calendars take their time. */
function once<Description>(
  describe: (number: number) => Description,
): (number: number) => Description {
  const known = new Map<number, Description>();
  return (number) => {
    const description = known.get(number) ?? describe(number);
    known.set(number, description);
    return description;
  };
}

/**
 * @param between first and last second that there are calls of. The database knows no time zones: the changes of the
 *   clock in between are written into the expression.
 */
export function periodScale(
  period: Period,
  timeZone: string,
  between: readonly [number, number],
): PeriodScale {
  const days = period === 'WEEK' ? 7 : 1;
  const startOf = (date: Temporal.PlainDate): number =>
    date.toZonedDateTime({ timeZone }).epochMilliseconds;
  if (period === 'DAY' || period === 'WEEK') {
    const shift = period === 'WEEK' ? FIRST_WEEKDAY : 0;
    return {
      numberOf: (seconds) =>
        sql`((${seconds} + ${offsetAt(seconds, timeZone, between)}) / ${sql.lit(SECONDS_PER_DAY)}
          + ${sql.lit(shift)}) / ${sql.lit(days)}`,
      describe: once((number) => {
        const date = epoch.add({ days: number * days - shift });
        const fromMs = startOf(date);
        return { value: date.toString(), fromMs, toMs: startOf(date.add({ days })) };
      }),
    };
  }
  const months = period === 'QUARTER' ? MONTHS_PER_QUARTER : 1;
  const dateOf = (number: number): Temporal.PlainDate => epoch.add({ months: number * months });
  return {
    numberOf: (seconds) =>
      periodAt(seconds, timeZone, between, months, (at) => startOf(dateOf(at))),
    describe: once((number) => {
      const date = dateOf(number);
      const month = date.toPlainYearMonth().toString();
      const quarter = Math.ceil(date.month / MONTHS_PER_QUARTER);
      return {
        value: period === 'MONTH' ? month : `${date.year}-Q${quarter}`,
        fromMs: startOf(date),
        toMs: startOf(dateOf(number + 1)),
      };
    }),
  };
}

/** How far the time zone is ahead of UTC at a time, in seconds. */
function offsetAt(
  seconds: RawBuilder<number>,
  timeZone: string,
  [first, last]: readonly [number, number],
): RawBuilder<number> {
  const bounds: number[] = [];
  const offsets: number[] = [];
  let at: Temporal.ZonedDateTime | null = Temporal.Instant.fromEpochMilliseconds(
    first * SECOND_MS,
  ).toZonedDateTimeISO(timeZone);
  while (at !== null && at.epochMilliseconds <= last * SECOND_MS) {
    if (offsets.length > 0) bounds.push(at.epochMilliseconds / SECOND_MS);
    offsets.push(Math.round(at.offsetNanoseconds / 1e9));
    at = at.getTimeZoneTransition('next');
  }
  return steps(seconds, bounds, offsets);
}

/** Number of the month, or of the period of several months, since 1970. */
function periodAt(
  seconds: RawBuilder<number>,
  timeZone: string,
  [first, last]: readonly [number, number],
  months: number,
  startOf: (period: number) => number,
): RawBuilder<number> {
  const { year, month } = Temporal.Instant.fromEpochMilliseconds(
    first * SECOND_MS,
  ).toZonedDateTimeISO(timeZone);
  let number = Math.floor(((year - epoch.year) * 12 + month - 1) / months);
  const numbers = [number];
  const bounds: number[] = [];
  for (;;) {
    number += 1;
    const start = startOf(number) / SECOND_MS;
    if (start > last) return steps(seconds, bounds, numbers);
    bounds.push(start);
    numbers.push(number);
  }
}

/** The value before the first bound, or after the last one that is not after the number: found by halving. */
function steps(
  of: RawBuilder<number>,
  bounds: readonly number[],
  values: readonly number[],
): RawBuilder<number> {
  const middle = Math.floor(bounds.length / 2);
  const bound = bounds[middle];
  if (bound === undefined) return sql.lit(values[0] ?? 0);
  const before = steps(of, bounds.slice(0, middle), values.slice(0, middle + 1));
  const after = steps(of, bounds.slice(middle + 1), values.slice(middle + 1));
  return sql`case when ${of} < ${sql.lit(bound)} then ${before} else ${after} end`;
}
