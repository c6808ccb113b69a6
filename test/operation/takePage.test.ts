import { describe, expect, it } from '@jest/globals';
import type { Chunk } from '../../src/company/walks/walk.js';
import { GongError, type GongErrorKind } from '../../src/gong/errors.js';
import {
  ListPage,
  oneList,
  takePage,
  toConnection,
  type Filter,
  type PageSet,
} from '../../src/operation/loaders/takePage.js';

type Step = readonly number[] | Error;

/** A walk through chunks of numbers, each of which stands where it says; notes which were read. */
function walkOf(...steps: readonly Step[]) {
  const read: number[] = [];
  async function* walk(): AsyncGenerator<Chunk<number, string>, void> {
    for (const [index, step] of steps.entries()) {
      read.push(index);
      await Promise.resolve();
      if (step instanceof Error) throw step;
      yield {
        items: step.map((item) => ({ item, position: () => `after ${item}` })),
        total: 10 + index,
        hasMore: index < steps.length - 1,
        end: () => (step.length > 0 ? `after ${step.at(-1)}` : `after chunk ${index}`),
      };
    }
  }
  return { read, walk: walk() };
}

const all: Filter<number> = (items) => Promise.resolve(items);
const even: Filter<number> = (items) =>
  Promise.resolve(items.map((item) => (item % 2 === 0 ? item : null)));
const error = (kind: GongErrorKind): GongError => new GongError(kind, kind);

async function take(
  steps: readonly Step[],
  wanted: number,
  filter = all,
  counts: 'examined' | 'shown' = 'examined',
) {
  const { read, walk } = walkOf(...steps);
  const page = new ListPage<number, string>(wanted, counts);
  const taken = await takePage(walk, oneList(page), filter);
  const items = page.items.map(({ item }) => item);
  const places = page.items.map(({ position }) => position());
  return { read, page, taken, items, places, end: taken.end?.() };
}

describe('takePage', () => {
  it('takes whole chunks, and reads no unneeded one', async () => {
    const { read, items, taken } = await take([[1, 2], [3, 4], [5]], 3);

    expect(items).toEqual([1, 2, 3, 4]);
    expect(taken).toMatchObject({ total: 11, hasMore: true, cut: null });
    expect(read).toEqual([0, 1]);
  });

  it('ends when enough items were examined, and fills the page from what was read', async () => {
    const { read, items } = await take([[1, 2, 3, 4, 6], [8]], 3, even);

    expect(items).toEqual([2, 4, 6]);
    expect(read).toEqual([0]);
    expect((await take([[1, 2, 3], [8]], 3, even)).items).toEqual([2]);
  });

  it('continues until one item is shown when all are hidden', async () => {
    const { read, items, end } = await take([[1, 3], [5], [7, 8, 9], [10]], 2, even);

    expect(items).toEqual([8]);
    expect(end).toBe('after 9');
    expect(read).toEqual([0, 1, 2]);
  });

  it('continues until enough items are shown with a filter of the client', async () => {
    const { read, items } = await take([[1, 2, 3], [4, 5], [6]], 2, even, 'shown');

    expect(items).toEqual([2, 4]);
    expect(read).toEqual([0, 1]);
  });

  it('ends with the walk when fewer items exist', async () => {
    const { items, taken } = await take([[1], [2]], 9);

    expect(items).toEqual([1, 2]);
    expect(taken).toMatchObject({ total: 11, hasMore: false, cut: null });
  });

  it('gives items positions after all hidden items that follow', async () => {
    expect((await take([[2, 4, 5]], 9, even)).places).toEqual(['after 2', 'after 5']);
    const steps = [
      [2, 1],
      [3, 5],
      [7, 8, 10, 9],
    ];
    expect((await take(steps, 9, even)).places).toEqual(['after 7', 'after 8', 'after 9']);
  });

  it('ends after everything that was examined, even in a chunk without items', async () => {
    expect((await take([[1, 3]], 9, even)).end).toBe('after 3');
    expect((await take([[1, 3], []], 9, even)).end).toBe('after chunk 1');
    expect((await take([], 9, even)).end).toBeUndefined();
  });

  it('fails with the filter', async () => {
    const taking = take([[1]], 1, () => Promise.reject(new Error('Unknown.')));
    await expect(taking).rejects.toThrow('Unknown.');
  });

  it.each<[GongErrorKind, readonly number[]]>([
    ['deadline-exceeded', [1, 2]],
    ['rate-limited', [1, 2]],
    ['unavailable', [1, 2]],
    ['bad-request', [1, 2]],
    ['bad-response', [1, 2]],
    ['deadline-exceeded', []],
  ])('keeps the items of a walk that was cut by %s: %j', async (kind, given) => {
    const cut = error(kind);

    const { items, taken } = await take([...(given.length === 0 ? [] : [given]), cut], 9);

    expect(items).toEqual(given);
    expect(taken).toMatchObject({ hasMore: true, cut });
  });

  it.each<[string, readonly Step[]]>([
    ['its first page is refused', [error('rate-limited')]],
    ['its first page fails', [error('unavailable')]],
    ['nothing was there before a page fails', [[], error('unavailable')]],
    ['nothing was shown before a page fails', [[1], error('unavailable')]],
    ['something else goes wrong', [[2], new Error('a bug')]],
  ])('fails when %s', async (_, steps) => {
    await expect(take(steps, 9, even)).rejects.toBe(steps.at(-1));
  });
});

describe('takePage for several lists', () => {
  /** Numbers below ten and others, as two lists. */
  const listsOf = (small: number, large: number): PageSet<number, string> => ({
    pages: new Map([
      ['small', new ListPage<number, string>(small)],
      ['large', new ListPage<number, string>(large)],
    ]),
    listOf: (item) => (item < 10 ? 'small' : 'large'),
  });

  it('reads until each list has enough items', async () => {
    const lists = listsOf(2, 1);
    const { read, walk } = walkOf([1, 2, 3], [4], [11], [12]);

    await takePage(walk, lists, all);

    const items = [...lists.pages.values()].map((page) => page.items.map(({ item }) => item));
    expect(items).toEqual([[1, 2, 3, 4], [11]]);
    expect(read).toEqual([0, 1, 2]);
  });

  it('continues after the examined items when nothing of one list is shown', async () => {
    const lists = listsOf(2, 1);

    const taken = await takePage(walkOf([2, 4], [11, 13], [15]).walk, lists, even);

    const large = lists.pages.get('large');
    if (large === undefined) throw new Error('No list.');
    const connection = toConnection(large, taken, {
      first: 1,
      after: null,
      hasPreviousPage: false,
      totalCount: null,
      seal: (at) => `sealed ${at}`,
    });
    expect(connection).toMatchObject({
      entries: [],
      hasNextPage: true,
      restartCursor: 'sealed after 13',
      cut: null,
    });
  });

  it('gives each list positions after its own hidden items', async () => {
    const lists = listsOf(9, 9);

    await takePage(walkOf([2, 12, 3, 13, 15, 14, 5]).walk, lists, even);

    const places = [...lists.pages.values()].map((page) =>
      page.items.map(({ position }) => position()),
    );
    expect(places).toEqual([['after 5'], ['after 15', 'after 14']]);
  });
});
