import { describe, expect, it } from '@jest/globals';
import { GongError, type GongErrorKind } from '../../src/gong/errors.js';
import { takeUntil } from '../../src/operation/loaders/connection.js';
import type { Chunk } from '../../src/company/walks/walk.js';

type Step = readonly number[] | Error;

/** A walk through the given chunks; notes how many were asked for. */
function walkOf(...steps: Step[]) {
  const asked: number[] = [];
  async function* walk(): AsyncGenerator<Chunk<number, number>, void> {
    for (const [index, step] of steps.entries()) {
      asked.push(index);
      await Promise.resolve();
      if (step instanceof Error) throw step;
      yield {
        items: step.map((item) => ({ item, position: () => item })),
        total: 10 + index,
        hasMore: index < steps.length - 1,
        end: () => index,
      };
    }
  }
  return { asked, chunks: walk() };
}

const error = (kind: GongErrorKind): GongError => new GongError(kind, kind);

describe('takeUntil', () => {
  it('takes whole chunks and no more than it takes', async () => {
    const { asked, chunks } = walkOf([1, 2], [3, 4], [5]);

    const taken = await takeUntil(chunks, (items) => items.length >= 3);

    expect(taken.items.map(({ item }) => item)).toEqual([1, 2, 3, 4]);
    expect(taken).toMatchObject({ total: 11, hasMore: true, cut: null });
    expect(asked).toEqual([0, 1]);
  });

  it('ends with the walk where it wants more', async () => {
    const { chunks } = walkOf([1], [2]);

    const taken = await takeUntil(chunks, () => false);

    expect(taken.items.map(({ item }) => item)).toEqual([1, 2]);
    expect(taken).toMatchObject({ total: 11, hasMore: false, cut: null });
  });

  it('hands on what it took, chunk by chunk', async () => {
    const { chunks } = walkOf([1, 2], [], [3]);
    const taken: number[][] = [];

    await takeUntil(
      chunks,
      () => false,
      (items) => taken.push(items.map(({ item }) => item)),
    );

    expect(taken).toEqual([[1, 2], [], [3]]);
  });

  it.each<[GongErrorKind, readonly number[]]>([
    ['deadline-exceeded', [1, 2]],
    ['rate-limited', [1, 2]],
    ['unavailable', [1, 2]],
    ['bad-request', [1, 2]],
    ['bad-response', [1, 2]],
    ['deadline-exceeded', []],
  ])('keeps what a walk cut by %s gave: %j', async (kind, items) => {
    const cut = error(kind);
    const { chunks } = walkOf(...(items.length === 0 ? [] : [items]), cut);

    const taken = await takeUntil(chunks, () => false);

    expect(taken.items.map(({ item }) => item)).toEqual(items);
    expect(taken).toMatchObject({ hasMore: true, cut });
  });

  it.each<[string, readonly Step[]]>([
    ['its first page is refused', [error('rate-limited')]],
    ['its first page fails', [error('unavailable')]],
    ['nothing was there before a page fails', [[], error('unavailable')]],
    ['something else goes wrong', [[1], new Error('a bug')]],
  ])('fails where %s', async (_, steps) => {
    const { chunks } = walkOf(...steps);

    await expect(takeUntil(chunks, () => false)).rejects.toBe(steps.at(-1));
  });
});
