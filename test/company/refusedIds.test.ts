import { describe, expect, it } from '@jest/globals';
import { AnswerCache, createAnswerMemory } from '../../src/company/cache/answerCache.js';
import { Company } from '../../src/company/company.js';
import { listAnsweredScorecards } from '../../src/gong/endpoints/answeredScorecards.js';
import { createOperation, createTestClient, FakeWire, type WireAnswer } from '../gong/support.js';
import { FakeClock } from '../support/clock.js';
import { down } from './recordReadsSupport.js';

interface Query {
  readonly hosts?: readonly string[] | undefined;
  readonly cards?: readonly string[] | undefined;
  readonly from?: string | undefined;
}

interface Asked {
  readonly query: Query;
  readonly cursor: string | null;
}

interface AskedBody {
  readonly cursor?: string;
  readonly filter: {
    readonly reviewedUserIds?: readonly string[];
    readonly scorecardIds?: readonly string[];
    readonly callFromDate?: string;
    readonly reviewMethod: string;
  };
}

const refusal = (text: string): WireAnswer => ({ status: 400, body: { errors: [text] } });
const JSON_TEXT = 'Json parse error';
const MORE = 'more';

/** A Gong that lists the IDs it is given, and refuses the whole request for a bad one. */
function setUp(bad: readonly string[], failure?: (asked: Asked) => WireAnswer | undefined) {
  const asked: Asked[] = [];
  const clock = new FakeClock();
  const wire = new FakeWire(clock, ({ body }) => {
    const { cursor = null, filter } = body as AskedBody;
    const { reviewedUserIds: hosts, scorecardIds: cards, callFromDate: from } = filter;
    // Without it, Gong lists others.
    expect(filter.reviewMethod).toBe('BOTH');
    const query = {
      ...(hosts && { hosts }),
      ...(cards && { cards }),
      ...(from !== undefined && { from }),
    };
    asked.push({ query, cursor });
    const ids = [...(hosts ?? []), ...(cards ?? [])];
    const refused = ids.some((id) => bad.includes(id)) ? refusal(JSON_TEXT) : undefined;
    const found = {
      answeredScorecards: ids.map((id) => ({ answeredScorecardId: id })),
      records: { cursor: MORE, totalRecords: ids.length },
    };
    return failure?.({ query, cursor }) ?? refused ?? { body: found };
  });
  const { client } = createTestClient({ clock, wire, requestsPerSecond: 1000 });
  const memory = createAnswerMemory(1e6);
  // Nothing is kept: what is read once is read again.
  const cache = new AnswerCache({ memory, company: 'acme', isOn: false, shared: null, clock });
  const limits = { directoryTtlSeconds: 300, requestsPerSecond: 1000 };
  const company = new Company({ client, cache, ...limits, clock });
  const pages = company.pages(listAnsweredScorecards, createOperation(clock));
  const read = async ({ hosts, cards, from }: Query, cursor: string | null) => {
    const query = {
      reviewedUserIds: hosts,
      scorecardIds: cards,
      callFrom: from,
      reviewMethod: 'BOTH' as const,
    };
    const page = await clock.runUntil(pages(query, cursor));
    return { ...page, items: page.items.map(({ answeredScorecardId }) => answeredScorecardId) };
  };
  return { asked, read };
}

const numbers = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => String(index + 1));

describe('a filter with valid IDs', () => {
  it.each<Query>([{}, { from: 'May' }, { hosts: ['1', '2'] }, { hosts: ['1'], cards: ['2'] }])(
    'is sent unchanged: %j',
    async (query) => {
      const { asked, read } = setUp([]);

      await read(query, null);
      await read(query, MORE);

      expect(asked).toEqual([
        { query, cursor: null },
        { query, cursor: MORE },
      ]);
    },
  );
});

describe('a filter with IDs that Gong refuses', () => {
  it.each([
    ['the first', ['1']],
    ['the last', ['100']],
    ['three', ['7', '50', '93']],
    ['all but one', numbers(99)],
  ])('lists the records of the other IDs: %s', async (_, bad) => {
    const { read } = setUp(bad);

    const page = await read({ hosts: numbers(100) }, null);

    expect(page.items).toEqual(numbers(100).filter((id) => !bad.includes(id)));
    expect(page.cursor).toBe(MORE);
  });

  it('keeps its other conditions', async () => {
    const { asked, read } = setUp(['2']);

    await read({ hosts: ['1', '2'], from: 'May' }, null);

    expect(asked.at(-1)).toEqual({ query: { hosts: ['1'], from: 'May' }, cursor: null });
  });

  it('finds one refused ID in 100 in few requests', async () => {
    const { asked, read } = setUp(['64']);

    await read({ hosts: numbers(100) }, null);

    // Once as it is, and twice a halving; then what is left.
    expect(asked.length).toBeLessThanOrEqual(1 + 1 + 2 * 7 + 1);
  });

  it('finds refused IDs in each list of IDs', async () => {
    const { read } = setUp(['2', '8']);

    const page = await read({ hosts: ['1', '2', '3'], cards: ['7', '8'] }, null);

    expect(page.items).toEqual(['1', '3', '7']);
  });

  it('finds refused IDs in the second list only', async () => {
    const { read } = setUp(['8']);

    const page = await read({ hosts: ['1'], cards: ['8', '9'] }, null);

    expect(page.items).toEqual(['1', '9']);
  });

  it('omits refused IDs from then on', async () => {
    const { asked, read } = setUp(['2']);
    const query = { hosts: ['1', '2', '3'] };
    await read(query, null);
    asked.length = 0;

    await read(query, MORE);
    await read(query, null);

    expect(asked).toEqual([
      { query: { hosts: ['1', '3'] }, cursor: MORE },
      { query: { hosts: ['1', '3'] }, cursor: null },
    ]);
  });

  it('finds other refused IDs in a later filter', async () => {
    const { read } = setUp(['2', '5']);
    await read({ hosts: ['1', '2'] }, null);

    const page = await read({ hosts: ['1', '2', '4', '5'] }, null);

    expect(page.items).toEqual(['1', '4']);
  });
});

describe('a filter whose IDs are all refused', () => {
  const nothing = { items: [], cursor: null, total: 0 };

  it.each<[Query, number]>([
    [{ hosts: ['1'] }, 1],
    [{ hosts: ['1', '2'] }, 4],
    [{ hosts: ['1'], cards: ['8'] }, 3],
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
  it.each([
    ['a 400 that names no ID', refusal('filter.from: must be before filter.to'), 'bad-request'],
    ['another failure', down, 'bad-credentials'],
  ])('is thrown at once: %s', async (_, answer, kind) => {
    const { asked, read } = setUp([], () => answer);

    await expect(read({ hosts: ['1', '2'] }, null)).rejects.toMatchObject({ kind });
    expect(asked).toHaveLength(1);
  });

  it('is thrown when the filter has no IDs', async () => {
    const { asked, read } = setUp([], () => refusal(JSON_TEXT));

    await expect(read({ from: 'May' }, null)).rejects.toMatchObject({ messages: [JSON_TEXT] });
    expect(asked).toHaveLength(1);
  });

  it('is thrown when Gong accepts each ID', async () => {
    const { read } = setUp([], ({ query }) =>
      query.from === undefined ? undefined : refusal(JSON_TEXT),
    );

    const reading = read({ hosts: ['1', '2'], from: 'May' }, null);

    await expect(reading).rejects.toMatchObject({ messages: [JSON_TEXT] });
  });

  it('is thrown for a cursor, which may have expired', async () => {
    const { asked, read } = setUp(['2']);

    await expect(read({ hosts: ['1', '2'] }, 'old')).rejects.toMatchObject({
      kind: 'bad-request',
    });
    expect(asked).toHaveLength(1);
  });

  it('ends the search for refused IDs', async () => {
    const { read } = setUp(['1'], ({ query }) => (query.hosts?.length === 1 ? down : undefined));

    await expect(read({ hosts: ['1', '2'] }, null)).rejects.toMatchObject({
      kind: 'bad-credentials',
    });
  });
});
