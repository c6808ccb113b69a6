import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../lib/clock.js';
import type { Slice } from '../../replica/replica.js';

/** A window of call starts: half open, whole seconds, in milliseconds since the epoch. The replica knows no less. */
export interface Window {
  readonly fromMs: number;
  readonly toMs: number;
}

/** A slice is read again whenever its age has grown by this part. */
export const GROWTH = 0.25;

/** What is younger is read as a whole, again and again. */
export const HOT_MS = 3 * HOUR_MS;

/** No slice is left alone for longer, give or take a quarter. */
const LONGEST_INTERVAL_MS = 30 * DAY_MS;

/** Calls on a page of Gong's. */
export const PAGE_CALLS = 100;

/** Calls of a slice, and of one that was hot until now: those that appear late shall fit on its page, too. */
const SLICE_CALLS = 95;
const YOUNG_SLICE_CALLS = 85;

/** What lies still for so long is cut from what is hot, however little it is. */
const LONGEST_CUT_MS = 7 * DAY_MS;

/** The beginning of the second, in milliseconds. */
export function secondOf(ms: number): number {
  return Math.floor(ms / SECOND_MS) * SECOND_MS;
}

/** When a slice that was read then is to be read again. */
export function nextReadAt({ toMs }: Window, readAt: number): number {
  const interval = GROWTH * Math.max(HOT_MS, readAt - toMs);
  if (interval < LONGEST_INTERVAL_MS) return Math.round(readAt + interval);
  // What was copied on one day is not due on one day.
  const part = ((toMs / MINUTE_MS) % 97) / 97;
  return Math.round(readAt + LONGEST_INTERVAL_MS * (0.75 + part / 2));
}

/** How late a change in the slice can be noticed now, as a fraction of its age. */
export function latenessOf({ toMs, readAt }: Slice, now: number): number {
  return (now - readAt) / Math.max(HOT_MS, readAt - toMs);
}

/**
 * A window that was read as a whole, as slices of about one page.
 *
 * @param starts of the calls in it, in any order.
 */
export function sliced(
  { fromMs, toMs }: Window,
  starts: readonly number[],
  readAt: number,
): Slice[] {
  const sorted = [...starts].sort((a, b) => a - b);
  const parts = sorted.length <= PAGE_CALLS ? 1 : Math.ceil(sorted.length / SLICE_CALLS);
  const slices: Slice[] = [];
  let from = fromMs;
  let taken = 0;
  for (let part = 1; part <= parts; part += 1) {
    const boundary = sorted[Math.round((sorted.length * part) / parts)];
    const to = part === parts || boundary === undefined ? toMs : secondOf(boundary);
    // Calls of one second stay together.
    if (to <= from) continue;
    const calls = sorted.filter((start) => start < to).length - taken;
    taken += calls;
    slices.push({
      fromMs: from,
      toMs: to,
      readAt,
      nextAt: nextReadAt({ fromMs: from, toMs: to }, readAt),
      calls,
    });
    from = to;
  }
  return slices;
}

/**
 * Where what is hot ends after it was read: what is older becomes slices. Null: nothing is cut from it yet.
 *
 * @param starts of the calls in it.
 */
export function cutOf(fromMs: number, starts: readonly number[], readAt: number): number | null {
  const latest = secondOf(readAt - HOT_MS);
  const still = starts.filter((start) => start < latest).sort((a, b) => a - b);
  if (still.length < YOUNG_SLICE_CALLS) return latest - fromMs >= LONGEST_CUT_MS ? latest : null;
  // What comes at once, as after a break, is sliced evenly.
  const count = Math.floor(still.length / YOUNG_SLICE_CALLS);
  const whole = count * YOUNG_SLICE_CALLS;
  const cut = secondOf(still[whole] ?? latest);
  return cut > fromMs ? cut : latest;
}

/**
 * The window to read for a slice: with its neighbors as far as all fit on one page and are of about one age, because
 * they cost no more together.
 *
 * @param slices oldest first.
 */
export function windowOf(slices: readonly Slice[], index: number, now: number): Window | null {
  const slice = slices[index];
  if (slice === undefined) return null;
  let { fromMs, toMs, calls } = slice;
  const fits = (other: Slice | undefined, from: number, to: number): other is Slice =>
    other !== undefined &&
    calls + other.calls <= SLICE_CALLS &&
    to - from <= GROWTH * Math.max(HOT_MS, now - toMs);
  for (let next = index + 1; ; next += 1) {
    const other = slices[next];
    if (other?.fromMs !== toMs || !fits(other, fromMs, other.toMs)) break;
    toMs = other.toMs;
    calls += other.calls;
  }
  for (let next = index - 1; ; next -= 1) {
    const other = slices[next];
    if (other?.toMs !== fromMs || !fits(other, other.fromMs, toMs)) break;
    fromMs = other.fromMs;
    calls += other.calls;
  }
  return { fromMs, toMs };
}

/**
 * The newest window that none of these covers.
 *
 * @param slices oldest first.
 */
export function newestGap(slices: readonly Window[], { fromMs, toMs }: Window): Window | null {
  let end = toMs;
  for (const slice of [...slices].reverse()) {
    if (end <= fromMs) return null;
    if (slice.toMs < end) break;
    end = Math.min(end, slice.fromMs);
  }
  if (end <= fromMs) return null;
  const below = slices.filter((slice) => slice.toMs < end).at(-1);
  return { fromMs: Math.max(fromMs, below?.toMs ?? fromMs), toMs: end };
}

/** Adds slices in place of those within their window. Oldest first. */
export function withSlices(slices: readonly Slice[], added: readonly Slice[]): Slice[] {
  const from = added[0]?.fromMs ?? Infinity;
  const to = added.at(-1)?.toMs ?? -Infinity;
  const others = slices.filter((slice) => slice.fromMs < from || slice.toMs > to);
  return [...others, ...added].sort((a, b) => a.fromMs - b.fromMs);
}

/** How long what is hot waits before it is read again. */
export function hotIntervalOf(isBusy: boolean, pages: number, requestsPerDay: number): number {
  const planned = isBusy ? 15 * MINUTE_MS : 30 * MINUTE_MS;
  // It may take half of what may be sent in a day.
  return Math.max(planned, (2 * pages * DAY_MS) / requestsPerDay);
}

/** When a window of which Gong counts more calls than it showed is read again: so many milliseconds later. */
export const CHASES_MS = [5 * MINUTE_MS, 15 * MINUTE_MS, 60 * MINUTE_MS] as const;
