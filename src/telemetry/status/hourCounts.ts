import { HOUR_MS } from '../../lib/clock.js';
import { OTHER } from '../labels.js';

/** Hours that are kept: the current one, and the 23 before. */
export const KEPT_HOURS = 24;

/** Maximum of different counts in an hour, besides those of `other`. */
const MAX_COUNTS = 1000;

/** What is counted in each hour, by two names. */
export type HourKind =
  /** By client and GraphQL operation. */
  | 'operations'
  | 'failedOperations'
  | 'requests'
  /** Operations by error code. */
  | 'errors'
  /** Requests that failed, by outcome. */
  | 'failures';

/** A count of an hour, or of several. */
export interface HourCount {
  readonly kind: HourKind;
  readonly tenant: string;
  /** Name of a GraphQL operation, an error code, or an outcome. */
  readonly name: string;
  /** Name of a client; empty when the kind has none. */
  readonly client: string;
  readonly count: number;
}

/** Counts of one hour by key. */
export type HourTable = ReadonlyMap<string, number>;

/** Returns the number of the hour since the epoch. */
export function hourAt(ms: number): number {
  return Math.floor(ms / HOUR_MS);
}

/** Counts by names, of the last 24 hours. */
export class HourCounts {
  private readonly hours = new Map<number, Map<string, number>>();

  add(hour: number, kind: HourKind, tenant: string, name: string, client = ''): void {
    const table = this.tableOf(hour);
    const key = keyOf(kind, tenant, name, client);
    const isKnown = table.has(key) || table.size < MAX_COUNTS;
    const counted = isKnown ? key : keyOf(kind, tenant, OTHER, client === '' ? '' : OTHER);
    table.set(counted, (table.get(counted) ?? 0) + 1);
  }

  /** Replaces all counts of an hour. */
  replace(hour: number, table: HourTable): void {
    this.tableOf(hour);
    this.hours.set(hour, new Map(table));
  }

  at(hour: number): HourTable {
    return this.hours.get(hour) ?? new Map();
  }

  private tableOf(hour: number): Map<string, number> {
    let table = this.hours.get(hour);
    if (table === undefined) {
      table = new Map();
      this.hours.set(hour, table);
      for (const old of this.hours.keys()) if (old <= hour - KEPT_HOURS) this.hours.delete(old);
    }
    return table;
  }
}

/** Returns the sums of tables. */
export function sumOf(tables: readonly HourTable[]): HourTable {
  const sums = new Map<string, number>();
  for (const table of tables) {
    for (const [key, count] of table) sums.set(key, (sums.get(key) ?? 0) + count);
  }
  return sums;
}

/** Returns the counts of a table by their names. */
export function countsIn(table: HourTable): readonly HourCount[] {
  return [...table].map(([key, count]) => ({ ...parseKey(key), count }));
}

/** Only a client's name can contain spaces, so it comes last. */
function keyOf(kind: HourKind, tenant: string, name: string, client: string): string {
  return `${kind} ${tenant} ${name} ${client}`;
}

function parseKey(key: string): Omit<HourCount, 'count'> {
  const [kind = '', tenant = '', name = '', ...client] = key.split(' ');
  return { kind: kind as HourKind, tenant, name, client: client.join(' ') };
}
