import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CallSearch, PassageSearch, Replica } from '../../../src/replica/replica.js';
import { parseTextQuery } from '../../../src/replica/text/query.js';
import { everything } from '../../../src/replica/visibility.js';
import { sized } from '../../support/size.js';
import { companyOf, type Facts } from './company.js';
import { isSeen, matches, naivePassages } from './naive.js';
import { questionsOf } from './questions.js';
import { dialects } from '../../support/databases.js';
import { openCompanies } from './testReplica.js';

describe.each(dialects)('in a database of %s', (dialect) => {
  const { company, close } = openCompanies(dialect);
  afterAll(close);

  let queries: Replica;
  const calls = companyOf(1, 120);

  beforeAll(async () => {
    ({ replica: queries } = await company(calls));
  });

  /** All pages of a search, one after the other. */
  async function pagesOf<Found, After>(
    read: (
      after: After | null,
    ) => Promise<{ found: readonly Found[]; hasNextPage: boolean; end: After | null }>,
  ): Promise<Found[]> {
    const all: Found[] = [];
    let after: After | null = null;
    for (;;) {
      const { found, hasNextPage, end }: Awaited<ReturnType<typeof read>> = await read(after);
      all.push(...found);
      if (!hasNextPage) return all;
      after = end;
    }
  }

  const allCalls = (search: Omit<CallSearch, 'after'>) =>
    pagesOf(async (after: number | null) => {
      const { calls: found, ...rest } = await queries.searchCalls({ ...search, after });
      return { found: found.map(({ id }) => id), ...rest };
    });

  const allPassages = (search: Omit<PassageSearch, 'after'>) =>
    pagesOf(async (after: PassageSearch['after']) => {
      const { passages: found, ...rest } = await queries.searchPassages({ ...search, after });
      return { found: found.map(({ callId, text }) => ({ callId, text })), ...rest };
    });

  /** In the order of row numbers: calls that start at once by the rest of their ID. */
  function newestFirst(some: readonly Facts[]): Facts[] {
    const key = ({ startMs, id }: Facts): number => startMs * 1000 + (Number(id) % 8);
    return [...some].sort((a, b) => key(b) - key(a));
  }

  describe('calls that are searched for', () => {
    it('are those that a search through every call finds, in the order of their start', async () => {
      const { filter, visibility } = questionsOf(1, calls);
      let found = 0;
      for (let round = 0; round < sized(350, 1000); round += 1) {
        const search = { filter: filter(), visibility: visibility(), first: 7, needsTotal: true };
        const expected = newestFirst(calls)
          .filter((call) => matches(call, search.filter) && isSeen(call, search.visibility))
          .map(({ id }) => id);
        const newest = await allCalls({ ...search, order: 'NEWEST_FIRST' });
        expect({ search, ids: newest }).toEqual({ search, ids: expected });
        const { total } = await queries.searchCalls({
          ...search,
          order: 'OLDEST_FIRST',
          after: null,
        });
        expect({ search, total }).toEqual({ search, total: expected.length });
        if (expected.length > 0) found += 1;
      }
      // Else nothing was compared.
      expect(found).toBeGreaterThan(sized(100, 300));
    });

    it('are those in which a phrase is said, with their number on every page', async () => {
      const { said, visibility, pick } = questionsOf(4, calls);
      let found = 0;
      for (let round = 0; round < sized(60, 300); round += 1) {
        const search = { filter: { said: said() }, visibility: pick([everything, visibility()]) };
        const expected = newestFirst(calls)
          .filter((call) => matches(call, search.filter) && isSeen(call, search.visibility))
          .map(({ id }) => id);
        const ids = await pagesOf(async (after: number | null) => {
          const { calls: page, ...rest } = await queries.searchCalls({
            ...search,
            order: 'NEWEST_FIRST',
            first: 3,
            after,
            needsTotal: true,
          });
          expect({ search, total: rest.total }).toEqual({ search, total: expected.length });
          return { found: page.map(({ id }) => id), ...rest };
        });
        expect({ search, ids }).toEqual({ search, ids: expected });
        if (expected.length > 0) found += 1;
      }
      expect(found).toBeGreaterThan(sized(20, 100));
    });

    it.each([
      ['everything', {}],
      ['what is said', { said: parseTextQuery('the price') }],
    ])('are counted on the page after the last one, too: %s', async (_name, filter) => {
      const search = {
        filter,
        visibility: everything,
        order: 'OLDEST_FIRST',
        first: 1000,
      } as const;
      const all = await queries.searchCalls({ ...search, after: null, needsTotal: true });
      const next = await queries.searchCalls({ ...search, after: all.end, needsTotal: true });

      expect(all.calls.length).toBeGreaterThan(10);
      expect(next).toEqual({ ...all, calls: [], total: all.calls.length });
    });

    it('come from the oldest on, too', async () => {
      const search = { filter: {}, visibility: everything, first: 50, needsTotal: false };
      const oldest = await allCalls({ ...search, order: 'OLDEST_FIRST' });
      expect(oldest).toEqual(
        newestFirst(calls)
          .map(({ id }) => id)
          .reverse(),
      );
    });

    it('match or not one by one', async () => {
      const { filter, visibility } = questionsOf(2, calls);
      const { calls: keyed } = await queries.searchCalls({
        filter: {},
        visibility: everything,
        order: 'NEWEST_FIRST',
        first: 1000,
        after: null,
        needsTotal: false,
      });
      for (let round = 0; round < 50; round += 1) {
        const search = { filter: filter(), visibility: visibility() };
        const found = await queries.matching(
          keyed.map(({ key }) => key),
          search.filter,
          search.visibility,
        );
        const ids = keyed.filter(({ key }) => found.has(key)).map(({ id }) => id);
        const expected = newestFirst(calls)
          .filter((call) => matches(call, search.filter) && isSeen(call, search.visibility))
          .map(({ id }) => id);
        expect({ search, ids }).toEqual({ search, ids: expected });
      }
      expect(await queries.matching([], {}, everything)).toEqual(new Set());
    });
  });

  const sorted = (some: readonly object[]): string[] =>
    some.map((each) => JSON.stringify(each)).sort();

  describe('passages that are searched for', () => {
    it('are those that a search through every transcript finds, newest first', async () => {
      const { filter, visibility, text, speech, pick } = questionsOf(3, calls);
      let found = 0;
      for (let round = 0; round < sized(150, 1000); round += 1) {
        const search = {
          text: text(),
          filter: pick([{}, filter()]),
          visibility: pick([everything, visibility()]),
          speech: pick([null, speech()]),
          order: 'NEWEST_FIRST' as const,
          needsTotal: true,
        };
        const seen = newestFirst(calls).filter(
          (call) => matches(call, search.filter) && isSeen(call, search.visibility),
        );
        const expected = naivePassages(seen, search.text, search.speech);
        const passages = await allPassages({ ...search, first: 40 });
        expect({ search, passages }).toEqual({ search, passages: expected });
        const { total } = await queries.searchPassages({ ...search, first: 1, after: null });
        expect({ search, total }).toEqual({ search, total: expected.length });
        if (round % 5 === 0) {
          const ranked = await allPassages({ ...search, order: 'RELEVANCE', first: 40 });
          expect(sorted(ranked)).toEqual(sorted(expected));
        }
        if (expected.length > 0) found += 1;
      }
      expect(found).toBeGreaterThan(sized(60, 400));
    });

    it('are those that have a phrase, newest first', async () => {
      const { said, visibility, speech, pick } = questionsOf(5, calls);
      let found = 0;
      for (let round = 0; round < sized(60, 300); round += 1) {
        const search = {
          text: said(),
          filter: {},
          visibility: pick([everything, visibility()]),
          speech: pick([null, speech()]),
          order: 'NEWEST_FIRST' as const,
          needsTotal: true,
        };
        const seen = newestFirst(calls).filter((call) => isSeen(call, search.visibility));
        const expected = naivePassages(seen, search.text, search.speech);
        const passages = await allPassages({ ...search, first: 2 });
        expect({ search, passages }).toEqual({ search, passages: expected });
        const { total } = await queries.searchPassages({ ...search, first: 1, after: null });
        expect({ search, total }).toEqual({ search, total: expected.length });
        if (expected.length > 0) found += 1;
      }
      expect(found).toBeGreaterThan(sized(15, 75));
    });

    it('show what matches', async () => {
      const { passages } = await queries.searchPassages({
        text: parseTextQuery('jose 東京'),
        filter: {},
        visibility: everything,
        speech: null,
        order: 'NEWEST_FIRST',
        first: 5,
        after: null,
        needsTotal: false,
      });
      expect(passages).toHaveLength(5);
      for (const { text, matches: spans } of passages) {
        for (const { start, end } of spans)
          expect(text.slice(start, end)).toMatch(/^(José’s|東京)/u);
      }
    });
  });
});
