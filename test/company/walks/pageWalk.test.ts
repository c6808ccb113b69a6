import { describe, expect, it } from '@jest/globals';
import { GongError } from '../../../src/gong/errors.js';
import type { Page } from '../../../src/gong/endpoints/wire.js';
import { walkPages, type PagePosition } from '../../../src/company/walks/pages.js';
import type { Chunk } from '../../../src/company/walks/walk.js';

/** A list in no order that anyone knows, in pages of ten, whose cursors can expire. */
class FakePages {
  readonly asked: (string | null)[] = [];
  private generation = 0;

  constructor(public items: readonly string[]) {}

  readonly read = (cursor: string | null): Promise<Page<string>> => {
    this.asked.push(cursor);
    const [generation, offset] = (cursor ?? `${this.generation}:0`).split(':').map(Number);
    if (generation !== this.generation) {
      return Promise.reject(new GongError('bad-request', 'cursor has expired'));
    }
    const next = (offset ?? 0) + 10;
    return Promise.resolve({
      items: this.items.slice(offset, next),
      cursor: next < this.items.length ? `${this.generation}:${next}` : null,
      total: this.items.length,
    });
  };

  expire(): void {
    this.generation += 1;
  }
}

const names = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${index * 7919}`);

const identity = (item: string): string => item;

async function take(pages: FakePages, after: PagePosition | null = null, most = Infinity) {
  const places: { item: string; position: PagePosition }[] = [];
  let hasMore = false;
  let total: number | null = null;
  for await (const chunk of walkPages(pages.read, identity, after)) {
    ({ hasMore, total } = chunk);
    for (const { item, position } of chunk.items) {
      places.push({ item, position: JSON.parse(JSON.stringify(position())) as PagePosition });
    }
    if (places.length >= most) break;
  }
  return { items: places.map(({ item }) => item), places, hasMore, total };
}

describe('a walk through pages', () => {
  it('yields every item in Gong’s order', async () => {
    const pages = new FakePages(names(35));

    const all = await take(pages);

    expect(all).toMatchObject({ items: names(35), hasMore: false, total: 35 });
    expect(pages.asked).toEqual([null, '0:10', '0:20', '0:30']);
  });

  it('reads no page before it is needed', async () => {
    const pages = new FakePages(names(35));

    const first = await take(pages, null, 10);

    expect(first).toMatchObject({ items: names(10), hasMore: true });
    expect(pages.asked).toEqual([null]);
  });

  it('yields one empty chunk for an empty list', async () => {
    const pages = new FakePages([]);

    const all = await take(pages);

    expect(all).toMatchObject({ items: [], hasMore: false, total: 0 });
    expect(pages.asked).toEqual([null]);
  });

  it('continues with the rest from any position', async () => {
    const pages = new FakePages(names(35));
    const { places } = await take(pages);

    const rests = await Promise.all(places.map(({ position }) => take(pages, position)));

    expect(rests.map(({ items }) => items)).toEqual(
      places.map((_, index) => names(35).slice(index + 1)),
    );
  });

  it('requests only the next page at the end of a page', async () => {
    const pages = new FakePages(names(35));
    const { places } = await take(pages, null, 20);
    pages.asked.length = 0;

    await take(pages, places[19]?.position, 10);

    expect(pages.asked).toEqual(['0:20']);
  });

  it('drops items that a later page repeats', async () => {
    const pages = new FakePages(names(20));
    const { places } = await take(pages, null, 10);
    pages.items = ['new', ...pages.items];

    const rest = await take(pages, places[9]?.position);

    expect(rest.items).toEqual(names(20).slice(10));
  });
});

describe('items without an ID', () => {
  it('are yielded once, from each position', async () => {
    const pages = new FakePages(names(35));
    const nameless = () => null;
    const all = [];
    for await (const { items } of walkPages(pages.read, nameless, null)) all.push(...items);

    for (const [index, { position }] of all.entries()) {
      const rest: string[] = [];
      for await (const { items } of walkPages(pages.read, nameless, position())) {
        rest.push(...items.map(({ item }) => item));
      }
      expect(rest).toEqual(names(35).slice(index + 1));
    }
    expect(all).toHaveLength(35);
  });
});

describe('a page without new items', () => {
  it('has a chunk whose end is after the page', async () => {
    const pages = new FakePages(names(35));
    const { places } = await take(pages, null, 20);
    pages.expire();

    const first = await walkPages(pages.read, identity, places[19]?.position ?? null).next();
    const position = (first.value as Chunk<string, PagePosition>).end();
    pages.asked.length = 0;
    const rest = await take(pages, position);

    expect(first.value).toMatchObject({ items: [], hasMore: true });
    expect(rest.items).toEqual(names(35).slice(20));
    expect(pages.asked).toEqual(['1:10', '1:20', '1:30']);
  });
});

describe('a cursor that has expired', () => {
  it('makes the walk start over without the items already yielded', async () => {
    const pages = new FakePages(names(35));
    const walk = walkPages(pages.read, identity, null);
    await walk.next();
    pages.expire();

    const rest: string[] = [];
    for await (const { items } of walk) rest.push(...items.map(({ item }) => item));

    expect(rest).toEqual(names(35).slice(10));
    expect(pages.asked).toEqual([null, '0:10', null, '1:10', '1:20', '1:30']);
  });

  it('does not interrupt a walk at any position, in any new order', async () => {
    const pages = new FakePages(names(35));
    const { places } = await take(pages);
    pages.expire();
    pages.items = [...names(35)].reverse();

    for (const [index, { position }] of places.entries()) {
      const rest = await take(pages, position);

      expect([...rest.items].sort()).toEqual(
        names(35)
          .slice(index + 1)
          .sort(),
      );
    }
    expect(places).toHaveLength(35);
  });

  it.each([
    ['a first page', null, 'bad-request'],
    ['a failure of another kind', '0:10', 'unavailable'],
  ] as const)('is not assumed of %s', async (_, page, kind) => {
    const asked: (string | null)[] = [];
    const read = (cursor: string | null): Promise<Page<string>> => {
      asked.push(cursor);
      return Promise.reject(new GongError(kind, 'no'));
    };
    const after = page === null ? null : { page, given: '', total: null };

    await expect(walkPages(read, identity, after).next()).rejects.toMatchObject({ kind });
    expect(asked).toEqual([page]);
  });
});

describe('pages that do not advance', () => {
  /** Answers with what the page of each number holds, without an end. */
  async function walkThrough(pageOf: (number: number) => Partial<Page<string>>) {
    const given: string[] = [];
    let asked = 0;
    const read = (): Promise<Page<string>> => {
      asked += 1;
      if (asked > 1000) throw new Error('No end in sight.');
      return Promise.resolve({ items: [], cursor: `c${asked}`, total: null, ...pageOf(asked) });
    };
    const walk = async () => {
      for await (const { items } of walkPages(read, identity, null)) {
        given.push(...items.map(({ item }) => item));
      }
    };
    const failure = await walk().catch((error: unknown) => error);
    return { given, asked, failure };
  }

  it.each<[string, (number: number) => Partial<Page<string>>, number]>([
    ['the same cursor again', () => ({ items: ['a', 'b'], cursor: 'c' }), 2],
    ['a cursor that leads back', (number) => ({ items: ['a'], cursor: `c${number % 3}` }), 4],
    ['the same page under new cursors', () => ({ items: ['a', 'b'] }), 5],
    ['empty pages under new cursors', () => ({}), 4],
    ['empty pages after one with items', (number) => ({ items: number === 1 ? ['a'] : [] }), 5],
    [
      'items that come by turns',
      (number) => ({ items: number % 2 === 0 ? ['a', 'b'] : ['c', 'd'] }),
      6,
    ],
  ])('end the walk with an error: %s', async (_, pageOf, most) => {
    const { given, asked, failure } = await walkThrough(pageOf);

    expect(failure).toMatchObject({ kind: 'bad-response' });
    expect(asked).toBeLessThanOrEqual(most);
    expect(new Set(given).size).toBe(given.length);
  });

  it('do not include a few in succession without new items', async () => {
    const { given, asked, failure } = await walkThrough((number) => ({
      items: number % 4 === 1 ? [`item ${number}`] : number % 4 === 2 ? ['item 1'] : [],
      ...(number === 41 ? { cursor: null } : {}),
    }));

    expect(failure).toBeUndefined();
    expect(given).toHaveLength(11);
    expect(asked).toBe(41);
  });
});
