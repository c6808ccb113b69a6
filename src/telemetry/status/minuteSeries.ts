import { MINUTE_MS } from '../../lib/clock.js';

/** Minutes that are kept: 24 hours. */
export const KEPT_MINUTES = 24 * 60;

/** What is counted in each minute, for each tenant. Tables that are stored in Redis have this order. */
export const measures = [
  'requests',
  'rateLimited',
  'waitedMs',
  'operations',
  'operationRequests',
  'failedOperations',
  'durationMs',
  'cacheHits',
  'sharedRequests',
] as const;
export type Measure = (typeof measures)[number];

/** The counts of one minute, in the order of `measures`, by tenant. */
export type MinuteCounts = Readonly<Record<string, readonly number[]>>;

/** Returns the number of the minute since the epoch. */
export function minuteAt(ms: number): number {
  return Math.floor(ms / MINUTE_MS);
}

/** Counts by tenant and minute, of the last 24 hours. A tenant takes 52 KB. */
export class MinuteSeries {
  private readonly tables = new Map<string, Uint32Array>();
  private newest = Number.NEGATIVE_INFINITY;

  /** Adds to a count of a minute. Minutes that are no longer kept are ignored. */
  add(tenant: string, minute: number, measure: Measure, count: number): void {
    this.advance(minute);
    if (!this.isKept(minute)) return;
    const table = this.tableOf(tenant);
    const index = indexOf(minute, measures.indexOf(measure));
    table[index] = (table[index] ?? 0) + Math.round(count);
  }

  /** Replaces all counts of a minute. */
  replace(minute: number, counts: MinuteCounts): void {
    this.advance(minute);
    if (!this.isKept(minute)) return;
    for (const table of this.tables.values()) clear(table, minute);
    for (const [tenant, values] of Object.entries(counts)) {
      this.tableOf(tenant).set(values.slice(0, measures.length), indexOf(minute, 0));
    }
  }

  /** Returns the counts of the tenants that have any in this minute. */
  at(minute: number): MinuteCounts {
    if (!this.isKept(minute)) return {};
    const start = indexOf(minute, 0);
    const counts = [...this.tables].map(([tenant, table]): [string, number[]] => [
      tenant,
      [...table.subarray(start, start + measures.length)],
    ]);
    return Object.fromEntries(counts.filter(([, values]) => values.some((value) => value > 0)));
  }

  /**
   * Adds the counts of consecutive minutes to `sums`, which has one list for each measure.
   *
   * @param tenant null: all.
   * @param from the first minute, which belongs to the first number of each list.
   */
  addTo(sums: Readonly<Record<Measure, number[]>>, tenant: string | null, from: number): void {
    const tables = tenant === null ? [...this.tables.values()] : [this.tables.get(tenant) ?? []];
    measures.forEach((measure, column) => {
      const list = sums[measure];
      for (let offset = 0; offset < list.length; offset += 1) {
        if (!this.isKept(from + offset)) continue;
        const index = indexOf(from + offset, column);
        for (const table of tables) list[offset] = (list[offset] ?? 0) + (table[index] ?? 0);
      }
    });
  }

  private isKept(minute: number): boolean {
    return minute <= this.newest && minute > this.newest - KEPT_MINUTES;
  }

  /** Empties the places of the minutes that have begun, which are those of the day before. */
  private advance(minute: number): void {
    if (minute <= this.newest) return;
    const first = Math.max(this.newest + 1, minute - KEPT_MINUTES + 1);
    for (let begun = first; begun <= minute; begun += 1) {
      for (const table of this.tables.values()) clear(table, begun);
    }
    this.newest = minute;
  }

  private tableOf(tenant: string): Uint32Array {
    let table = this.tables.get(tenant);
    if (table === undefined) {
      table = new Uint32Array(KEPT_MINUTES * measures.length);
      this.tables.set(tenant, table);
    }
    return table;
  }
}

function indexOf(minute: number, column: number): number {
  return (minute % KEPT_MINUTES) * measures.length + column;
}

function clear(table: Uint32Array, minute: number): void {
  table.fill(0, indexOf(minute, 0), indexOf(minute, 0) + measures.length);
}
