import { CompanyDay } from '../../gong/scheduling/companyDay.js';
import { DAY_MS, type Clock } from '../../lib/clock.js';

/** `steady`: keeps the copy current. `fill`: makes it. Each has requests of its own. */
export type Purpose = 'steady' | 'fill';

export interface Spent {
  readonly day: string;
  readonly steady: number;
  readonly fill: number;
}

/** The sync may not send another request now. */
export class BudgetError extends Error {
  override readonly name = 'BudgetError';

  constructor() {
    super('The sync has no Gong requests left.');
  }
}

/** What may be spent ahead of time, as a part of the day's requests. */
const AHEAD = 0.2;

/**
 * Requests that the sync may send in a day of the company's. They survive a restart, and also count while the replica
 * cannot be written.
 */
export class SyncBudget {
  private readonly day: CompanyDay;
  private spent: Spent = { day: '', steady: 0, fill: 0 };

  constructor(
    private readonly clock: Clock,
    timeZone: string,
    private readonly perDay: Readonly<Record<Purpose, number>>,
  ) {
    this.day = new CompanyDay(clock, timeZone);
  }

  get today(): Spent {
    const { name } = this.day.today();
    return this.spent.day === name ? this.spent : { day: name, steady: 0, fill: 0 };
  }

  /** @param spent as the last holder of the lease stored it. */
  restore(spent: Spent): void {
    const { today } = this;
    if (spent.day !== today.day) return;
    this.spent = {
      day: today.day,
      steady: Math.max(spent.steady, today.steady),
      fill: Math.max(spent.fill, today.fill),
    };
  }

  count(purpose: Purpose, requests: number): void {
    const { today } = this;
    this.spent = { ...today, [purpose]: today[purpose] + requests };
  }

  /** @throws BudgetError */
  admit(purpose: Purpose): void {
    if (this.today[purpose] >= this.perDay[purpose]) throw new BudgetError();
  }

  /**
   * When a task may start, in milliseconds since the epoch. Those that keep the copy current are spread over the day,
   * so that its last hours have some, too.
   */
  freeAt(purpose: Purpose): number {
    const { endsAt } = this.day.today();
    const spent = this.today[purpose];
    const perDay = this.perDay[purpose];
    if (spent >= perDay) return endsAt;
    if (purpose === 'fill') return -Infinity;
    return endsAt - DAY_MS + (spent / perDay - AHEAD) * DAY_MS;
  }
}
