import { GongError, isIdRefusal } from '../gong/errors.js';

/** How to read items when Gong refuses a whole request because of one of them. */
export interface DivisibleRead<T> {
  /**
   * Reads some of the items.
   *
   * @param isRest true when these are all items that are neither read nor refused yet.
   * @throws Gong's error; a refusal of an ID makes the caller divide the items.
   */
  readonly read: (some: readonly T[], isRest: boolean) => Promise<void>;
  /** Returns the ID of an item, which Gong may name in its refusal. If omitted, refused items are found by trying. */
  readonly idOf?: (item: T) => string;
  /** Called with each item that Gong refuses, and with the refusal. */
  readonly onRefused: (item: T, refusal: unknown) => void;
  /** Called with Gong's refusal of several items when Gong then accepted each of them. */
  readonly onUnexplained?: (refusal: unknown) => void;
}

/**
 * Reads the items of a refused request except those that Gong refuses. When Gong names the refused items, the others
 * are read with one request. Otherwise, halves are tried one at a time until one refused item is found, and then the
 * rest is read with one request. So one refused item in 100 costs 8 further requests at most. When Gong refuses the
 * rest too, reading continues in smaller groups.
 *
 * @param refusal Gong's refusal of all the items together.
 * @param isAlone whether the refused request contained only the items.
 * @throws the error of a read.
 */
export async function readWithoutRefused<T>(
  items: readonly T[],
  refusal: unknown,
  isAlone: boolean,
  division: DivisibleRead<T>,
): Promise<void> {
  let left = items;
  let size = Infinity;
  let group = items;
  let said = refusal;
  for (;;) {
    const isRest = group.length === left.length;
    const named = namedIn(said, group, division);
    for (const item of named) division.onRefused(item, said);
    left = without(
      left,
      named.length > 0 ? named : await findRefused(group, said, isAlone || !isRest, division),
    );
    if (named.length === 0) size = group === items ? Infinity : Math.ceil(group.length / 2);
    for (;;) {
      if (left.length === 0) return;
      group = left.slice(0, size);
      said = await tryRead(group, group.length === left.length, division);
      if (said !== null) break;
      left = without(left, group);
      size *= 2;
    }
  }
}

/** Returns the items whose IDs Gong names in its refusal. */
function namedIn<T>(
  refusal: unknown,
  group: readonly T[],
  { idOf }: DivisibleRead<T>,
): readonly T[] {
  if (idOf === undefined || !(refusal instanceof GongError)) return [];
  const words = new Set(refusal.messages.join(' ').match(/[\w-]+/g));
  return group.filter((item) => words.has(idOf(item)));
}

/**
 * Finds an item that Gong refuses in a refused group.
 *
 * @returns the item, and all items that were read during the search.
 */
async function findRefused<T>(
  group: readonly T[],
  refusal: unknown,
  isAlone: boolean,
  division: DivisibleRead<T>,
): Promise<readonly T[]> {
  const read: T[] = [];
  let suspects = group;
  let said = refusal;
  let isSure = isAlone && group.length === 1;
  while (suspects.length > 1) {
    const middle = Math.ceil(suspects.length / 2);
    const half = suspects.slice(0, middle);
    const found = await tryRead(half, false, division);
    if (found === null) {
      read.push(...half);
      suspects = suspects.slice(middle);
    } else {
      said = found;
      isSure = true;
      suspects = half;
    }
  }
  // After a refusal of fewer items, the last one left is the cause. After a refusal of all items, the cause may be
  // something else.
  if (!isSure) said = await tryRead(suspects, false, division);
  if (said === null) division.onUnexplained?.(refusal);
  else for (const item of suspects) division.onRefused(item, said);
  return [...read, ...suspects];
}

/** Returns Gong's refusal, or null when Gong accepts the items. */
async function tryRead<T>(
  items: readonly T[],
  isRest: boolean,
  { read }: DivisibleRead<T>,
): Promise<unknown> {
  try {
    await read(items, isRest);
    return null;
  } catch (error) {
    if (!isIdRefusal(error)) throw error;
    return error;
  }
}

function without<T>(items: readonly T[], gone: readonly T[]): readonly T[] {
  const left = new Set(items);
  for (const item of gone) left.delete(item);
  return [...left];
}
