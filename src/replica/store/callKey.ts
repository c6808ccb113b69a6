import { parseInstant } from '../../lib/instant.js';
import type { CallKey } from '../replica.js';
import { MAX_PASSAGES } from '../text/passages.js';

/** 2010-01-01, in seconds since the epoch. */
const FIRST_S = 1_262_304_000;
/** Calls that can start in the same second before they spill into the next one. */
const SLOTS = 8;

/** The first row number of the calls that start in the second. */
export function firstKeyAt(startS: number): CallKey {
  return (startS - FIRST_S) * SLOTS;
}

/** The second that a row number stands for: that in which the call starts, unless it has spilled. */
export function secondOf(key: CallKey): number {
  return Math.floor(key / SLOTS) + FIRST_S;
}

/** Row numbers for a call, the best one first: which of those of its second doesn't depend on which call came first. */
export function* keysFor(id: string, startS: number): Generator<CallKey> {
  // IDs are decimal digits; 1,000 is a multiple of the slots.
  const slot = Number(id.slice(-3)) % SLOTS;
  for (let second = startS; ; second += 1) {
    for (let n = 0; n < SLOTS; n += 1) yield firstKeyAt(second) + ((slot + n) % SLOTS);
  }
}

/** The row number of a call's first passage. */
export function firstPassageKey(key: CallKey): number {
  return key * MAX_PASSAGES;
}

/** The row number of a call's last possible passage. */
export function lastPassageKey(key: CallKey): number {
  return key * MAX_PASSAGES + MAX_PASSAGES - 1;
}

/** Seconds since the epoch; null for a text that names no instant. */
export function startSeconds(started: string | null | undefined): number | null {
  const instant = parseInstant(started);
  return instant === null ? null : Number(instant / 1_000_000n);
}
