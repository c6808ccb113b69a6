import { SECOND_MS } from '../../lib/clock.js';
import type { CallKey } from '../replica.js';
import { MAX_PASSAGES } from '../text/passages.js';

/** The row number of a call is its start in seconds since 2010, times 8, so that 8 calls may start at once. */
const FIRST_SECOND = Date.UTC(2010, 0) / SECOND_MS;
const CALLS_PER_SECOND = 8;
/** Where more start at once, they are numbered as if they started later: by minutes at most. */
const SPILL_SECONDS = 3600;

/** The row numbers of calls that start in the window, and of few others. */
export function keysIn(
  fromMs: number | undefined,
  toMs: number | undefined,
): { readonly from: CallKey | null; readonly to: CallKey | null } {
  return {
    from: fromMs === undefined ? null : firstKeyOf(secondsOf(fromMs)),
    to: toMs === undefined ? null : firstKeyOf(secondsOf(toMs) + SPILL_SECONDS),
  };
}

/** Calls start at whole seconds: the first one that is not before the time. */
export function secondsOf(ms: number): number {
  return Math.ceil(ms / SECOND_MS);
}

function firstKeyOf(second: number): CallKey {
  return (second - FIRST_SECOND) * CALLS_PER_SECOND;
}

/** When the calls with these row numbers start, in seconds since the epoch: between the first and the last of these. */
export function secondsBetween(first: CallKey, last: CallKey): readonly [number, number] {
  const secondOf = (key: CallKey): number => Math.floor(key / CALLS_PER_SECOND) + FIRST_SECOND;
  return [secondOf(first) - SPILL_SECONDS, secondOf(last)];
}

/** Row number of a passage: that of its call, then 11 bits for its number. */
export function firstRidOf(key: CallKey): number {
  return key * MAX_PASSAGES;
}

export function callOfRid(rid: number): { readonly key: CallKey; readonly number: number } {
  const key = Math.floor(rid / MAX_PASSAGES);
  return { key, number: rid - key * MAX_PASSAGES };
}
