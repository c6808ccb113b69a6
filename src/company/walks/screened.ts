import type { Chunk, WalkItem } from './walk.js';

/** Items in their places, null for one that may not be shown. */
export type Screen<T> = (items: readonly T[]) => Promise<readonly (T | null)[]>;

/** Told of what was looked at, shown or not: how many items, and the place behind the last of them. */
export type OnLooked<P> = (count: number, end: () => P) => void;

/**
 * A walk without what may not be shown. The place after an item is behind all hidden ones that follow it, so that
 * who goes on from there doesn't look at them again, and nothing tells that there were any.
 */
export async function* screenedWalk<T, P>(
  chunks: AsyncGenerator<Chunk<T, P>, void>,
  screen: Screen<T>,
  onLooked: OnLooked<P> = () => undefined,
): AsyncGenerator<Chunk<T, P>, void> {
  /** Where the latest item that was shown stands. */
  let latest: { position: () => P } | null = null;
  for await (const chunk of chunks) {
    const seen = await screen(chunk.items.map(({ item }) => item));
    const items: WalkItem<T, P>[] = [];
    for (const [index, { position }] of chunk.items.entries()) {
      const item = seen[index] ?? null;
      if (item === null) {
        if (latest !== null) latest.position = position;
        continue;
      }
      const place = { position };
      latest = place;
      items.push({ item, position: () => place.position() });
    }
    onLooked(chunk.items.length, chunk.end);
    yield { ...chunk, items };
  }
}
