import { describe, expect, it } from '@jest/globals';
import { screenedWalk } from '../../src/company/walks/screened.js';
import type { Chunk } from '../../src/company/walks/walk.js';

/** Chunks of numbers, each of which stands where it says. */
async function* walk(...chunks: readonly (readonly number[])[]) {
  for (const [index, numbers] of chunks.entries()) {
    await Promise.resolve();
    const chunk: Chunk<number, string> = {
      items: numbers.map((item) => ({ item, position: () => `after ${item}` })),
      total: 100,
      hasMore: index < chunks.length - 1,
      end: () => (numbers.length > 0 ? `after ${numbers.at(-1)}` : `after chunk ${index}`),
    };
    yield chunk;
  }
}

const evenOnly = (items: readonly number[]) =>
  Promise.resolve(items.map((item) => (item % 2 === 0 ? item : null)));

async function collect(chunks: readonly (readonly number[])[]) {
  const looked: [number, string][] = [];
  const given: Chunk<number, string>[] = [];
  const walked = screenedWalk(walk(...chunks), evenOnly, (count, end) => {
    looked.push([count, end()]);
  });
  for await (const chunk of walked) given.push(chunk);
  const items = given.map((chunk) => chunk.items.map(({ item }) => item));
  const places = given.flatMap((chunk) => chunk.items.map(({ position }) => position()));
  return { looked, given, items, places };
}

describe('A screened walk', () => {
  it('leaves out what is hidden, and goes on through chunks of nothing else', async () => {
    const { items, given } = await collect([[1, 2, 3], [5], [4, 6]]);
    expect(items).toEqual([[2], [], [4, 6]]);
    expect(given.map(({ hasMore }) => hasMore)).toEqual([true, true, false]);
  });

  it('stands behind all hidden ones that follow, in the same chunk and in later ones', async () => {
    expect((await collect([[2, 4, 5]])).places).toEqual(['after 2', 'after 5']);
    expect(
      (
        await collect([
          [2, 1],
          [3, 5],
          [7, 8, 10, 9],
        ])
      ).places,
    ).toEqual(['after 7', 'after 8', 'after 9']);
  });

  it('reports what was examined and where that ended, also of a chunk without items', async () => {
    const { looked } = await collect([[1, 3], [], [2, 5]]);
    expect(looked).toEqual([
      [2, 'after 3'],
      [0, 'after chunk 1'],
      [2, 'after 5'],
    ]);
  });

  it('fails with the screen', async () => {
    const walked = screenedWalk(walk([1]), () => Promise.reject(new Error('Unknown.')));
    await expect(walked.next()).rejects.toThrow('Unknown.');
  });
});
