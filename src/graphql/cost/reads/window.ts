import { DAY_MS } from '../../../lib/clock.js';
import { parseInstant, toMillis } from '../../../lib/instant.js';

/** A window of time as arguments give it. */
export interface Window {
  readonly from: unknown;
  readonly to: unknown;
}

/** Its length in days, up to the present where it is open; null where it has no beginning. */
export function daysOf({ from, to }: Window, nowMs: number): number | null {
  const start = millis(from);
  if (start === null) return null;
  return Math.max(0, ((millis(to) ?? nowMs) - start) / DAY_MS);
}

/** Equal for times that are the same, however they are written. */
export function canonicalTime(time: unknown): string | null {
  if (typeof time !== 'string') return null;
  return parseInstant(time)?.toString() ?? time;
}

/** Instants, and days at their beginning. */
function millis(time: unknown): number | null {
  if (typeof time !== 'string') return null;
  const instant = parseInstant(time);
  const value = instant === null ? Date.parse(time) : toMillis(instant);
  return Number.isNaN(value) ? null : value;
}
