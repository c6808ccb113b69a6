import type { CallQuery } from '../../gong/endpoints/calls.js';
import type { CallReader } from '../walks/oldestFirst.js';
import { parseInstant, toMillis } from '../../lib/instant.js';
import { HOUR_MS, MINUTE_MS, type Clock } from '../../lib/clock.js';
import type { ReplicaWriter, Slice } from '../../replica/replica.js';
import { nextReadAt, PAGE_CALLS, secondOf, type Window } from './schedule.js';

/** A window of calls that was read to its end, and stored. */
export interface WindowRead {
  /** When the reading began. */
  readonly readAt: number;
  /** Starts of the calls, by ID. */
  readonly starts: ReadonlyMap<string, number>;
  readonly pages: number;
  /** Calls that Gong counted and didn't show. */
  readonly unseen: number;
  /** Whether Gong compared the bounds with the starts, so that a call which is missing is missing. */
  readonly isExact: boolean;
}

/** A window that holds more is not read through when that can be avoided: what is read so far would be lost by a failure. */
export const MOST_CALLS = 1000;

/**
 * Reads all calls of a window and stores them, page by page.
 *
 * @returns null where there are too many: shorter windows are to be read.
 * @throws GongError, DatabaseError; what was read until then is stored.
 */
export async function readWindow(
  reader: CallReader,
  { fromMs, toMs }: Window,
  replica: ReplicaWriter,
  clock: Clock,
  mostCalls = MOST_CALLS,
): Promise<WindowRead | null> {
  const readAt = clock.now();
  const query: CallQuery = { from: iso(fromMs), to: iso(toMs) };
  const starts = new Map<string, number>();
  let cursor: string | null = null;
  let pages = 0;
  let total = 0;
  do {
    const pageAt = clock.now();
    const page = await reader.read(query, cursor);
    pages += 1;
    total = Math.max(total, page.total ?? 0);
    if (pages === 1 && total > mostCalls && toMs - fromMs > MINUTE_MS) return null;
    await replica.putCalls(page.items, pageAt);
    const before = starts.size;
    for (const { id, basic } of page.items) {
      const start = parseInstant(basic.started);
      const ms = start === null ? fromMs : toMillis(start);
      // A list by scheduled times holds others, too.
      starts.set(id, Math.min(Math.max(ms, fromMs), toMs - 1));
    }
    cursor = starts.size === before ? null : page.cursor;
  } while (cursor !== null);
  const unseen = Math.max(0, total - starts.size);
  return { readAt, starts, pages, unseen, isExact: reader.comparesStart };
}

/** Equal parts of a window, oldest first, each expected to hold half of what is read through. */
export function partsOf({ fromMs, toMs }: Window, calls: number): Window[] {
  const count = Math.max(2, Math.ceil(calls / (MOST_CALLS / 2)));
  const bounds = Array.from({ length: count + 1 }, (_, part) =>
    secondOf(fromMs + ((toMs - fromMs) * part) / count),
  );
  return bounds.slice(1).map((to, part) => ({ fromMs: bounds[part] ?? fromMs, toMs: to }));
}

/** A slice that Gong fails to send is requested again at most so much later. */
const SLICE_AGAIN_MS = HOUR_MS;

/** The slices of a window that Gong failed to send: the others go first for a while. */
export function postponed(slices: readonly Slice[], window: Window, now: number): Slice[] {
  return slicesIn(slices, window).map((slice) => ({
    ...slice,
    nextAt: Math.min(now + SLICE_AGAIN_MS, nextReadAt(slice, now)),
  }));
}

/** Into a window have come more calls than are read at one time: its parts are read one after the other. */
export function divided(slices: readonly Slice[], window: Window, now: number): Slice[] {
  const within = slicesIn(slices, window);
  const readAt = Math.min(...within.map((slice) => slice.readAt));
  const calls = Math.max(...within.map((slice) => slice.calls));
  return partsOf(window, 2 * MOST_CALLS).map((part) => ({ ...part, readAt, nextAt: now, calls }));
}

function slicesIn(slices: readonly Slice[], { fromMs, toMs }: Window): readonly Slice[] {
  return slices.filter((slice) => slice.fromMs < toMs && slice.toMs > fromMs);
}

/** Length of the next window of the first copy, in milliseconds: about five pages, as far as is known. */
export function nextFillLength(lengthMs: number, calls: number): number {
  const factor = (5 * PAGE_CALLS) / Math.max(1, calls);
  return lengthMs * Math.min(4, Math.max(0.25, factor));
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
