import { GongError, isIdRefusal } from '../gong/errors.js';

/** How items are read of which Gong may refuse some: for one of them, it refuses a whole request. */
export interface DivisibleRead<T> {
  /**
   * Reads some of the items.
   *
   * @param isRest true when these are all that haven't been read or refused yet.
   * @throws what Gong said; a refusal of an ID is looked into.
   */
  readonly read: (some: readonly T[], isRest: boolean) => Promise<void>;
  /** The ID of an item, which Gong may name in its refusal. If omitted, only trying finds what it refuses. */
  readonly idOf?: (item: T) => string;
  /** Told of each item that Gong refuses, with what it said. */
  readonly onRefused: (item: T, refusal: unknown) => void;
  /** Told of what Gong said to several items of which it then took each. */
  readonly onUnexplained?: (refusal: unknown) => void;
}

/**
 * Reads what a refused request asked for, without what Gong refuses of it. Where Gong names that, all else goes as one
 * request. Otherwise, halves are tried one at a time until a refused item stands alone; all that is left then goes as
 * one request. So one in a hundred costs at most eight further requests. Where the rest is refused too, it goes on in
 * smaller groups.
 *
 * @param refusal what Gong said to all of the items together.
 * @param isAlone whether the refused request held nothing but the items.
 * @throws what a read fails with.
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

/** The items whose IDs Gong names in its refusal. */
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
 * Finds an item that Gong refuses in a group that it refused.
 *
 * @returns it, and all that was read on the way.
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
  // The last one is to blame for a refusal of few. For that of all, something else may have been.
  if (!isSure) said = await tryRead(suspects, false, division);
  if (said === null) division.onUnexplained?.(refusal);
  else for (const item of suspects) division.onRefused(item, said);
  return [...read, ...suspects];
}

/** Null where Gong takes them. */
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
