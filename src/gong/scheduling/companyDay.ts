import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../../lib/clock.js';

/**
 * Returns the day in a time zone.
 *
 * @param ms since the epoch; may have a fraction.
 */
export function dayAt(ms: number, timeZone: string): Temporal.PlainDate {
  const instant = Temporal.Instant.fromEpochMilliseconds(Math.floor(ms));
  return instant.toZonedDateTimeISO(timeZone).toPlainDate();
}

export interface Day {
  /** `YYYY-MM-DD` */
  readonly name: string;
  /** When the next day begins, in milliseconds since the epoch. */
  readonly endsAt: number;
}

/** The days of a time zone, in succession. */
export class CompanyDay {
  private current: (Day & { readonly startsBy: number }) | null = null;

  constructor(
    private readonly clock: Clock,
    private readonly timeZone: string,
  ) {}

  /** Returns today. It is computed once a day, because the wall clock may be set back. */
  today(): Day {
    const now = this.clock.now();
    if (this.current === null || now >= this.current.endsAt || now < this.current.startsBy) {
      const day = dayAt(now, this.timeZone);
      const endsAt = day.add({ days: 1 }).toZonedDateTime(this.timeZone).epochMilliseconds;
      this.current = { name: day.toString(), endsAt, startsBy: now };
    }
    return this.current;
  }
}
