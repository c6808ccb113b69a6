import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MAX_JUDGED, TooManyToJudgeError } from '../../../src/replica/queries/judge.js';
import { createQueries } from '../../../src/replica/queries/queries.js';
import type { PassageSearch, Replica } from '../../../src/replica/replica.js';
import { sqlFor } from '../../../src/replica/sql/sql.js';
import { parseTextQuery } from '../../../src/replica/text/query.js';
import { everything, type CallVisibility } from '../../../src/replica/visibility.js';
import { recordOf, companyOf } from './company.js';
import { dialects } from '../../support/databases.js';
import { openCompanies } from './testReplica.js';

describe.each(dialects)('in a database of %s', (dialect) => {
  const { company, close } = openCompanies(dialect);
  afterAll(close);

  describe('a policy module', () => {
    const calls = companyOf(7, 90);
    const judged: string[] = [];
    const visibility: CallVisibility = {
      ...everything,
      judge: async ({ id }) => {
        judged.push(id);
        return Promise.resolve(Number(id) % 3 === 0);
      },
    };
    const seen = new Set(calls.map(({ id }) => id).filter((id) => Number(id) % 3 === 0));
    let queries: Replica;
    beforeAll(async () => {
      ({ replica: queries } = await company(calls));
    });

    it('judges each call of a search once, and the total stays unknown', async () => {
      const found = [];
      let after: number | null = null;
      judged.length = 0;
      for (;;) {
        const page = await queries.searchCalls({
          filter: {},
          visibility,
          order: 'NEWEST_FIRST',
          first: 10,
          after,
          needsTotal: true,
        });
        expect(page.total).toBeNull();
        found.push(...page.calls.map(({ id }) => id));
        if (!page.hasNextPage) break;
        after = page.end;
      }
      expect(new Set(found)).toEqual(seen);
      expect(found).toHaveLength(seen.size);
    });

    it('judges passages by their calls', async () => {
      const search: PassageSearch = {
        text: parseTextQuery('price'),
        filter: {},
        speech: null,
        visibility: everything,
        order: 'NEWEST_FIRST',
        first: 1000,
        after: null,
        needsTotal: true,
      };
      const all = await queries.searchPassages(search);
      const allowed = await queries.searchPassages({ ...search, visibility });
      expect(allowed.total).toBeNull();
      expect(allowed.passages).toEqual(all.passages.filter(({ callId }) => seen.has(callId)));
      expect(allowed.passages.length).toBeLessThan(all.passages.length);
    });

    it('leaves no total of passages, whether a call is hidden or missing', async () => {
      const hidden = calls.find(({ id, turns }) => !seen.has(id) && turns.length > 0)?.id ?? '';
      for (const id of [hidden, '9999999']) {
        const found = await queries.searchPassages({
          text: parseTextQuery('price'),
          filter: { callIds: [id] },
          speech: null,
          visibility,
          order: 'NEWEST_FIRST',
          first: 10,
          after: null,
          needsTotal: true,
        });
        expect(found).toMatchObject({ passages: [], hasNextPage: false, total: null });
      }
    });

    it('decides which calls are counted and which still match', async () => {
      const query = { filter: {}, by: ['HOST'], timeZone: 'UTC', first: 10 } as const;
      const { total } = await queries.stats({ ...query, visibility });
      expect(total.calls).toBe(seen.size);
      const { calls: keyed } = await queries.searchCalls({
        filter: {},
        visibility: everything,
        order: 'NEWEST_FIRST',
        first: 1000,
        after: null,
        needsTotal: false,
      });
      const matching = await queries.matching(
        keyed.map(({ key }) => key),
        {},
        visibility,
      );
      expect(
        keyed
          .filter(({ key }) => matching.has(key))
          .map(({ id }) => id)
          .sort(),
      ).toEqual([...seen].sort());
    });

    it('judges at most 10,000 calls for an answer, and the next page goes on from there', async () => {
      const [one] = calls;
      if (one === undefined) throw new Error('There is a call.');
      const { database } = await company([one]);
      const db = sqlFor(database.dialect);
      const ids = Array.from({ length: MAX_JUDGED + 5 }, (_, index) => String(8_000_000 + index));
      await database.write(
        db.insert(
          'call',
          ids.map((id, key) => ({
            id,
            key,
            start_s: key,
            is_private: 0,
            is_gone: 0,
            first_seq: 0,
            changed_seq: -key - 1,
            changed_at: 0,
          })),
        ),
      );
      const reader: Parameters<typeof createQueries>[1] = {
        findCalls: (some) =>
          Promise.resolve(
            new Map(some.map((id) => [id, { call: { ...recordOf(one), id }, readAt: new Map() }])),
          ),
        findTranscripts: () => Promise.resolve(new Map()),
      };
      const large = createQueries(database, reader, { isReady: true });
      const oldest = ids[0];
      let count = 0;
      const strict: CallVisibility = {
        ...everything,
        judge: ({ id }) => {
          count += 1;
          return id === oldest;
        },
      };
      const search = {
        filter: {},
        visibility: strict,
        order: 'NEWEST_FIRST',
        first: 1,
        needsTotal: false,
      } as const;
      const page = await large.searchCalls({ ...search, after: null });
      expect({ ...page, count }).toMatchObject({ calls: [], hasNextPage: true, count: MAX_JUDGED });
      const next = await large.searchCalls({ ...search, after: page.end });
      expect(next.calls.map(({ id }) => id)).toEqual([oldest]);
      await expect(
        large.stats({
          filter: {},
          visibility: { ...everything, judge: () => true },
          by: ['HOST'],
          timeZone: 'UTC',
          first: 1,
        }),
      ).rejects.toThrow(TooManyToJudgeError);
    });
  });
});
