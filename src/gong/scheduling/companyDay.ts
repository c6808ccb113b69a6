import { HOUR_MS, type Clock } from '../../lib/clock.js';

/** The day in some zone as `YYYY-MM-DD`. */
export function dayFormatter(timeZone: string): (ms: number) => string {
  // Of the locales, this one writes days as YYYY-MM-DD.
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return (ms) => format.format(ms);
}

export interface Day {
  /** `YYYY-MM-DD` */
  readonly name: string;
  /** When the next day begins, in milliseconds since the epoch. */
  readonly endsAt: number;
}

/** No day is longer than this, not even one on which clocks are set back. */
const LONGEST_DAY_MS = 26 * HOUR_MS;

/** The days of a time zone, one after the other. */
export class CompanyDay {
  private readonly dayOf: (ms: number) => string;
  private current: (Day & { readonly startsBy: number }) | null = null;

  constructor(
    private readonly clock: Clock,
    timeZone: string,
  ) {
    this.dayOf = dayFormatter(timeZone);
  }

  /** Today. Worked out once a day; the wall clock may be set back. */
  today(): Day {
    const now = this.clock.now();
    if (this.current === null || now >= this.current.endsAt || now < this.current.startsBy) {
      this.current = { name: this.dayOf(now), endsAt: this.endOf(now), startsBy: now };
    }
    return this.current;
  }

  private endOf(now: number): number {
    const name = this.dayOf(now);
    let within = now;
    let beyond = now + LONGEST_DAY_MS;
    while (beyond - within > 1) {
      const middle = Math.floor((within + beyond) / 2);
      if (this.dayOf(middle) === name) within = middle;
      else beyond = middle;
    }
    return beyond;
  }
}
