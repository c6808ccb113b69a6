import { describe, expect, it } from '@jest/globals';
import { GongError, type GongErrorKind } from '../../src/gong/errors.js';
import type { Page } from '../../src/gong/endpoints/wire.js';
import { tolerateRejectedIds } from '../../src/company/walks/rejectedIds.js';

interface Query {
  readonly hosts?: readonly string[];
  readonly calls?: readonly string[];
  readonly from?: string;
}

interface Asked {
  readonly query: Query;
  readonly cursor: string | null;
}

const refuse = (message: string, kind: GongErrorKind = 'bad-request'): GongError =>
  new GongError(kind, message, { messages: [message] });
const JSON_TEXT = 'Json parse error';

/** A Gong that lists the ids it is given, and refuses the whole request for a bad one. */
function setUp(bad: readonly string[], failure?: (asked: Asked) => GongError | undefined) {
  const asked: Asked[] = [];
  const read = tolerateRejectedIds(
    ['hosts', 'calls'],
    (query: Query, cursor: string | null): Promise<Page<string>> => {
      asked.push({ query, cursor });
      const ids = [...(query.hosts ?? []), ...(query.calls ?? [])];
      const error =
        failure?.({ query, cursor }) ??
        (ids.some((id) => bad.includes(id)) ? refuse(JSON_TEXT) : undefined);
      if (error !== undefined) return Promise.reject(error);
      return Promise.resolve({ items: ids, cursor: 'more', total: ids.length });
    },
  );
  return { asked, read };
}

const numbers = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => String(index + 1));

describe('a filter by ids of which Gong refuses none', () => {
  it.each<Query>([{}, { from: 'May' }, { hosts: ['1', '2'] }, { hosts: ['1'], calls: ['2'] }])(
    'is read as it is: %j',
    async (query) => {
      const { asked, read } = setUp([]);

      await read(query, null);
      await read(query, 'more');

      expect(asked).toEqual([
        { query, cursor: null },
        { query, cursor: 'more' },
      ]);
    },
  );
});

describe('a filter by ids of which Gong refuses some', () => {
  it.each([
    ['the first', ['1']],
    ['the last', ['100']],
    ['three', ['7', '50', '93']],
    ['all but one', numbers(99)],
  ])('lists what the others name: %s', async (_, bad) => {
    const { read } = setUp(bad);

    const page = await read({ hosts: numbers(100) }, null);

    expect(page.items).toEqual(numbers(100).filter((id) => !bad.includes(id)));
    expect(page.cursor).toBe('more');
  });

  it('keeps what else it says', async () => {
    const { asked, read } = setUp(['2']);

    await read({ hosts: ['1', '2'], from: 'May' }, null);

    expect(asked.at(-1)).toEqual({ query: { hosts: ['1'], from: 'May' }, cursor: null });
  });

  it('finds one in a hundred in few requests', async () => {
    const { asked, read } = setUp(['64']);

    await read({ hosts: numbers(100) }, null);

    // Once as it is, and twice a halving; then what is left.
    expect(asked.length).toBeLessThanOrEqual(1 + 1 + 2 * 7 + 1);
  });

  it('finds them in each list of ids', async () => {
    const { read } = setUp(['2', '8']);

    const page = await read({ hosts: ['1', '2', '3'], calls: ['7', '8'] }, null);

    expect(page.items).toEqual(['1', '3', '7']);
  });

  it('finds them in the second list alone', async () => {
    const { read } = setUp(['8']);

    const page = await read({ hosts: ['1'], calls: ['8', '9'] }, null);

    expect(page.items).toEqual(['1', '9']);
  });

  it('leaves them out from then on', async () => {
    const { asked, read } = setUp(['2']);
    const query = { hosts: ['1', '2', '3'] };
    await read(query, null);
    asked.length = 0;

    await read(query, 'more');
    await read(query, null);

    expect(asked).toEqual([
      { query: { hosts: ['1', '3'] }, cursor: 'more' },
      { query: { hosts: ['1', '3'] }, cursor: null },
    ]);
  });

  it('learns of others in a later filter', async () => {
    const { read } = setUp(['2', '5']);
    await read({ hosts: ['1', '2'] }, null);

    const page = await read({ hosts: ['1', '2', '4', '5'] }, null);

    expect(page.items).toEqual(['1', '4']);
  });
});

describe('a filter of which nothing is left', () => {
  const nothing = { items: [], cursor: null, total: 0 };

  it.each<[Query, number]>([
    [{ hosts: ['1'] }, 1],
    [{ hosts: ['1', '2'] }, 4],
    [{ hosts: ['1'], calls: ['8'] }, 3],
  ])('matches nothing: %j', async (query, most) => {
    const { asked, read } = setUp(['1', '2']);

    expect(await read(query, null)).toEqual(nothing);
    expect(asked.length).toBeLessThanOrEqual(most);
    asked.length = 0;
    expect(await read(query, null)).toEqual(nothing);
    expect(asked).toEqual([]);
  });
});

describe('a refusal for another reason', () => {
  it.each<[string, GongError]>([
    ['a 400 that names no id', refuse('filter.from: must be before filter.to')],
    ['another failure', refuse(JSON_TEXT, 'unavailable')],
  ])('is handed on at once: %s', async (_, error) => {
    const { asked, read } = setUp([], () => error);

    await expect(read({ hosts: ['1', '2'] }, null)).rejects.toBe(error);
    expect(asked).toHaveLength(1);
  });

  it('is handed on where no ids were given', async () => {
    const error = refuse(JSON_TEXT);
    const { asked, read } = setUp([], () => error);

    await expect(read({ from: 'May' }, null)).rejects.toBe(error);
    expect(asked).toHaveLength(1);
  });

  it('is handed on where Gong takes each of the ids', async () => {
    const error = refuse(JSON_TEXT);
    const { read } = setUp([], ({ query }) => (query.from === undefined ? undefined : error));

    await expect(read({ hosts: ['1', '2'], from: 'May' }, null)).rejects.toBe(error);
  });

  it('is handed on to a cursor, which may have expired', async () => {
    const { asked, read } = setUp(['2']);

    await expect(read({ hosts: ['1', '2'] }, 'old')).rejects.toMatchObject({
      kind: 'bad-request',
    });
    expect(asked).toHaveLength(1);
  });

  it('ends the search where it comes amid it', async () => {
    const down = refuse('Down.', 'unavailable');
    const { read } = setUp(['1'], ({ query }) => (query.hosts?.length === 1 ? down : undefined));

    await expect(read({ hosts: ['1', '2'] }, null)).rejects.toBe(down);
  });
});
