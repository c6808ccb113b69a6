import { sql, type RawBuilder } from 'kysely';
import { SECOND_MS } from '../../lib/clock.js';
import type { CallKey } from '../replica.js';
import { firstKeyAt, firstPassageKey, secondOf } from '../store/callKey.js';

/** Where more calls start in a second than there are numbers for it, they have those of later seconds: of minutes at most. */
const SPILL_SECONDS = 3600;

/** The row numbers of calls that start in the window, and of few others. */
export function keysIn(
  fromMs: number | undefined,
  toMs: number | undefined,
): { readonly from: CallKey | null; readonly to: CallKey | null } {
  return {
    from: fromMs === undefined ? null : firstKeyAt(secondsOf(fromMs)),
    to: toMs === undefined ? null : firstKeyAt(secondsOf(toMs) + SPILL_SECONDS),
  };
}

/** Calls start at whole seconds: the first one that is not before the time. */
export function secondsOf(ms: number): number {
  return Math.ceil(ms / SECOND_MS);
}

/** When the calls with these row numbers start, in seconds since the epoch: between the first and the last of these. */
export function secondsBetween(first: CallKey, last: CallKey): readonly [number, number] {
  return [secondOf(first) - SPILL_SECONDS, secondOf(last)];
}

/**
 * The row number of a passage's call. The calls of before 2010 have negative numbers, which a division would round
 * towards zero.
 */
export function callKeyOf(rid: RawBuilder<number>): RawBuilder<number> {
  return sql`(${rid} >> ${sql.lit(Math.log2(firstPassageKey(1)))})`;
}

/** The call of a passage, and the passage's number in it. */
export function callOfRid(rid: number): { readonly key: CallKey; readonly number: number } {
  const key = Math.floor(rid / firstPassageKey(1));
  return { key, number: rid - firstPassageKey(key) };
}
