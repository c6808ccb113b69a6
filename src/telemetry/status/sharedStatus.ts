import { HOUR_MS, MINUTE_MS, SECOND_MS, type Clock } from '../../lib/clock.js';
import { HourCounts, hourAt, KEPT_HOURS, sumOf } from './hourCounts.js';
import { KEPT_MINUTES, minuteAt, MinuteSeries, type MinuteCounts } from './minuteSeries.js';
import type { StatusCounts } from './statusCounts.js';

/** An instance writes this often, so that others show its counts soon and notice when it has ended. */
const WRITE_EVERY_MS = 5 * SECOND_MS;

/** Until then, the connection to Redis is established. */
const FIRST_WRITE_AFTER_MS = SECOND_MS;

/** Minutes that are read again, because another instance may have written them late. */
const LATE_MINUTES = 3;

/** What an instance says of itself. Times are in milliseconds since the epoch. */
export interface InstanceState {
  readonly id: string;
  readonly host: string;
  readonly version: string;
  readonly startedAt: number;
  readonly seenAt: number;
  /** Requests that wait for their slot, by tenant. */
  readonly queued: Readonly<Record<string, number>>;
  /** Whether it has ended. */
  readonly isOver: boolean;
}

interface MinuteEntry {
  readonly counts: MinuteCounts;
  readonly instance: InstanceState;
}

type HourEntry = Readonly<Record<string, number>>;

/** Where the instances of a gateway keep their counts for each other. */
export interface StatusStore {
  /** Replaces what this instance wrote by these names. Returns false when it is not written. */
  write(entries: ReadonlyMap<string, unknown>): Promise<boolean>;
  /** Returns what other instances wrote, by name; null when it is unknown now. */
  read(names: readonly string[]): Promise<ReadonlyMap<string, readonly unknown[]> | null>;
}

export interface SharedStatusOptions {
  readonly own: StatusCounts;
  readonly store: StatusStore;
  readonly clock: Clock;
  /** Returns the state of this instance now. */
  readonly instance: () => Omit<InstanceState, 'isOver'>;
}

/** Shows this instance's counts to the others, and reads theirs. */
export class SharedStatus {
  /** What other instances counted. */
  readonly minutes = new MinuteSeries();
  readonly hours = new HourCounts();
  private others: readonly InstanceState[] = [];
  private writtenUntil: number;
  private readUntil: number | null = null;
  private cancel: () => void = () => undefined;
  private writing: Promise<void> = Promise.resolve();
  private isClosed = false;
  private isReachable = true;

  constructor(private readonly options: SharedStatusOptions) {
    this.writtenUntil = options.clock.now();
    this.schedule(FIRST_WRITE_AFTER_MS);
  }

  /** The other instances that have written lately. */
  get instances(): readonly InstanceState[] {
    return this.others;
  }

  /** Whether the counts of others were read, and those of this instance written, at the last attempt. */
  get isCurrent(): boolean {
    return this.isReachable;
  }

  /** Reads what other instances have counted since the last time. */
  async refresh(): Promise<void> {
    const now = this.options.clock.now();
    const minutes = lastOf(minuteAt(now), this.unreadMinutes(now));
    const hours = lastOf(hourAt(now), this.unreadHours(now));
    const names = [...minutes.map(minuteName), ...hours.map(hourName)];
    const found = await this.options.store.read(names);
    this.isReachable = found !== null;
    if (found === null) return;
    this.readUntil = now;
    for (const minute of minutes) {
      const entries = (found.get(minuteName(minute)) ?? []) as readonly MinuteEntry[];
      this.minutes.replace(minute, totalOf(entries.map(({ counts }) => counts)));
    }
    for (const hour of hours) {
      const entries = (found.get(hourName(hour)) ?? []) as readonly HourEntry[];
      this.hours.replace(hour, sumOf(entries.map((entry) => new Map(Object.entries(entry)))));
    }
    const lately = lastOf(minuteAt(now), 2).flatMap(
      (minute) => (found.get(minuteName(minute)) ?? []) as readonly MinuteEntry[],
    );
    this.others = latestOf(lately.map(({ instance }) => instance));
  }

  /** Says to the others that this instance ends. */
  async close(): Promise<void> {
    this.isClosed = true;
    this.cancel();
    await this.writing;
    await this.write();
  }

  private schedule(delayMs: number): void {
    this.cancel = this.options.clock.after(delayMs, () => {
      this.writing = this.write();
      void this.writing.then(() => {
        if (!this.isClosed) this.schedule(WRITE_EVERY_MS);
      });
    });
  }

  private async write(): Promise<void> {
    const { own, store, clock } = this.options;
    const now = clock.now();
    const instance = { ...this.options.instance(), isOver: this.isClosed };
    // Everything since the last time, which may be long ago when Redis was unreachable.
    const begun = minuteAt(now) - minuteAt(this.writtenUntil) + 1;
    const entries = new Map<string, unknown>();
    for (const minute of lastOf(minuteAt(now), Math.min(begun, KEPT_MINUTES))) {
      const entry: MinuteEntry = { counts: own.minutes.at(minute), instance };
      entries.set(minuteName(minute), entry);
    }
    const begunHours = hourAt(now) - hourAt(this.writtenUntil) + 1;
    for (const hour of lastOf(hourAt(now), Math.min(begunHours, KEPT_HOURS))) {
      const entry: HourEntry = Object.fromEntries(own.hours.at(hour));
      entries.set(hourName(hour), entry);
    }
    this.isReachable = await store.write(entries);
    if (this.isReachable) this.writtenUntil = now;
  }

  /** Returns how many of the last hours must be read. */
  private unreadHours(now: number): number {
    if (this.readUntil === null) return KEPT_HOURS;
    return Math.min(KEPT_HOURS, Math.ceil((now - this.readUntil) / HOUR_MS) + 1);
  }

  /** Returns how many of the last minutes must be read. */
  private unreadMinutes(now: number): number {
    if (this.readUntil === null) return KEPT_MINUTES;
    const since = Math.ceil((now - this.readUntil) / MINUTE_MS);
    return Math.min(KEPT_MINUTES, since + LATE_MINUTES);
  }
}

const minuteName = (minute: number): string => `minute:${minute}`;
const hourName = (hour: number): string => `hour:${hour}`;

/** Returns the last numbers up to this one, in order, and at least this one: clocks may be set back. */
function lastOf(last: number, atLeastOne: number): readonly number[] {
  const count = Math.max(1, atLeastOne);
  return Array.from({ length: count }, (_, index) => last - count + 1 + index);
}

function totalOf(all: readonly MinuteCounts[]): MinuteCounts {
  const total: Record<string, readonly number[]> = {};
  for (const counts of all) {
    for (const [tenant, values] of Object.entries(counts)) {
      const before = total[tenant];
      total[tenant] = values.map((value, index) => value + (before?.[index] ?? 0));
    }
  }
  return total;
}

/** Returns the latest state of each instance that has not ended. */
function latestOf(states: readonly InstanceState[]): readonly InstanceState[] {
  const latest = new Map<string, InstanceState>();
  for (const state of states) {
    if (state.seenAt >= (latest.get(state.id)?.seenAt ?? 0)) latest.set(state.id, state);
  }
  return [...latest.values()].filter(({ isOver }) => !isOver);
}
