import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CallPart, ReplicaRecordKind } from '../../../src/replica/parts.js';
import type { Replica, Seq, ToldPage } from '../../../src/replica/replica.js';
import { everything } from '../../../src/replica/visibility.js';
import { companyOf, recordOf, type Facts } from './company.js';
import { dialects } from '../../support/databases.js';
import { fill, openCompanies, READ_AT } from './testReplica.js';

describe.each(dialects)('in a database of %s', (dialect) => {
  const { company, close } = openCompanies(dialect);
  afterAll(close);

  const [changing, going, staying, coming, passing] = companyOf(8, 5) as [
    Facts,
    Facts,
    Facts,
    Facts,
    Facts,
  ];
  let replica: Replica;
  let before: Seq;

  /** Reads of the calls before and after the number that the first call got. */
  beforeAll(async () => {
    ({ replica } = await company([changing, going, staying]));
    await replica.putRecords(
      'USER',
      new Map([
        ['u', { id: 'u' }],
        ['v', { id: 'v' }],
      ]),
      READ_AT,
      true,
    );
    ({ seq: before } = await replica.head());
    await fill(replica, [coming, passing]);
    const more = [{ id: 't9', count: 2 }];
    await replica.putCalls(
      [recordOf({ ...changing, title: 'Another one', trackers: more })],
      READ_AT + 1,
    );
    await replica.removeCalls([going.id, passing.id]);
    await replica.putRecords('TRACKER', new Map([['t', { id: 't' }]]), READ_AT + 1, true);
    await replica.putRecords('USER', new Map([['u', { id: 'u' }]]), READ_AT + 1, true);
  });

  describe('changes of calls', () => {
    it('come once each, in the order in which they were noticed', async () => {
      const changes = await replica.callChanges({ after: before, first: 10, parts: null });
      expect(changes.map(({ id, isGone, isNew }) => ({ id, isGone, isNew }))).toEqual([
        { id: coming.id, isGone: false, isNew: true },
        { id: changing.id, isGone: false, isNew: false },
        { id: going.id, isGone: true, isNew: false },
      ]);
      const numbers = changes.map(({ seq }) => seq);
      expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
      expect((await replica.head()).seq).toBeGreaterThanOrEqual(numbers.at(-1) ?? Infinity);
    });

    it('name again only what changed since, of a call that came on a page before', async () => {
      const { replica: own } = await company([staying]);
      const { seq: start } = await own.head();
      const trackers = [{ id: 't9', count: 2 }];
      const put = async (facts: Facts, at: number): Promise<Seq> => {
        await own.putCalls([recordOf(facts)], READ_AT + at);
        return (await own.head()).seq;
      };
      let earlier: readonly ToldPage[] = [];
      const changed = async (upTo: Seq, head: Seq, parts: readonly CallPart[] | null = null) => {
        const pages = [{ upTo, head }, ...earlier];
        const rows = await own.callChanges({ after: upTo, since: start, pages, first: 10, parts });
        return rows.map((row) => row.changed);
      };
      const titled = await put({ ...staying, title: 'Another one' }, 1);
      expect(await changed(start, titled)).toEqual([['BASIC']]);
      await put({ ...staying, title: 'Another one', trackers }, 2);

      expect(await changed(titled, titled)).toEqual([['ANALYSIS']]);
      expect(await changed(titled, titled, ['BASIC'])).toEqual([]);
      // The page ended before the call.
      expect(await changed(start, titled)).toEqual([['BASIC', 'ANALYSIS']]);
      const tracked = (await own.head()).seq;
      // When the last page was read, it had moved beyond that. Another page may have told it before it moved.
      expect(await changed(titled, tracked)).toEqual([['BASIC', 'ANALYSIS']]);
      earlier = [{ upTo: titled, head: titled }];
      expect(await changed(titled, tracked)).toEqual([['ANALYSIS']]);
      earlier = [];
      await put({ ...staying, title: 'A third one', trackers }, 3);
      expect(await changed(titled, titled)).toEqual([['BASIC', 'ANALYSIS']]);
      expect(await changed(titled, titled, ['COMMENTS'])).toEqual([]);
      expect(await changed(tracked, tracked)).toEqual([['BASIC']]);
    });

    it('name the parts that changed, and of a new call those that exist', async () => {
      const [come, changed, gone] = await replica.callChanges({
        after: before,
        first: 10,
        parts: null,
      });
      expect(changed?.changed).toEqual(['BASIC', 'ANALYSIS']);
      expect(come?.changed).toEqual(expect.arrayContaining(['BASIC', 'PARTIES', 'ANALYSIS']));
      expect(gone?.changed).toEqual([]);
    });

    it('begin with every call that is there', async () => {
      const ids = [];
      let after = 0;
      for (;;) {
        const page = await replica.callChanges({ after, first: 2, parts: null });
        if (page.length === 0) break;
        ids.push(...page.filter(({ isGone }) => !isGone).map(({ id }) => id));
        after = page.at(-1)?.seq ?? after;
      }
      expect(ids).toEqual([staying.id, coming.id, changing.id]);
      expect(await replica.callChanges({ after, first: 2, parts: null })).toEqual([]);
    });

    it('can be those of some parts; what is gone is always told', async () => {
      const of = async (parts: readonly CallPart[]): Promise<string[]> =>
        (await replica.callChanges({ after: before, first: 10, parts })).map(({ id }) => id);
      expect(await of(['ANALYSIS'])).toEqual([coming.id, changing.id, going.id]);
      expect(await of(['PARTIES'])).toEqual([coming.id, going.id]);
    });

    it('leave gone calls out of what is counted and found', async () => {
      expect(await replica.countCalls()).toBe(3);
      const { calls, total } = await replica.searchCalls({
        filter: {},
        visibility: everything,
        order: 'OLDEST_FIRST',
        first: 10,
        after: null,
        needsTotal: true,
      });
      expect(new Set(calls.map(({ id }) => id))).toEqual(
        new Set([changing, staying, coming].map(({ id }) => id)),
      );
      expect(total).toBe(3);
    });
  });

  describe('changes of records', () => {
    it('are told in the same way', async () => {
      expect(await replica.recordChanges({ after: before, first: 10 }, null)).toMatchObject([
        { kind: 'TRACKER', id: 't', isGone: false, isNew: true },
        { kind: 'USER', id: 'v', isGone: true, isNew: false },
      ]);
      expect(await replica.recordChanges({ after: before, first: 10 }, ['TRACKER'])).toMatchObject([
        { id: 't' },
      ]);
      expect(await replica.recordChanges({ after: before, first: 1 }, null)).toHaveLength(1);
      expect(await replica.recordChanges({ after: 0, first: 10 }, null)).toMatchObject([
        { id: 'u' },
        { id: 't' },
      ]);
    });

    it('are new again only to readers that no page before has told of the record', async () => {
      const { replica: own } = await company([]);
      const put = async (kind: ReplicaRecordKind, name: string, at: number): Promise<Seq> => {
        await own.putRecords(kind, new Map([['r', { id: 'r', name }]]), READ_AT + at, true);
        return (await own.head()).seq;
      };
      const { seq: start } = await own.head();
      const isNew = async (upTo: Seq, ...heads: readonly Seq[]): Promise<readonly boolean[]> => {
        const pages = heads.map((head) => ({ upTo, head }));
        const query = { after: upTo, since: start, pages, first: 10 };
        return (await own.recordChanges(query, ['USER'])).map((row) => row.isNew);
      };
      const first = await put('USER', 'First', 1);
      // Another record with the same ID has places of its own.
      const other = await put('TRACKER', 'First', 1);
      await put('TRACKER', 'Second', 2);
      const second = await put('USER', 'Second', 3);
      expect(await isNew(first)).toEqual([true]);
      expect(await isNew(first, first)).toEqual([false]);
      expect(await isNew(other, other)).toEqual([false]);
      // The page ended before the record.
      expect(await isNew(start, first)).toEqual([true]);
      // When the last page was read, the record had moved beyond that. An earlier page had it.
      expect(await isNew(first, second)).toEqual([true]);
      const third = await put('USER', 'Third', 4);
      expect(await isNew(first, second)).toEqual([true]);
      expect(await isNew(first, second, first)).toEqual([false]);
      expect(await isNew(second, second)).toEqual([false]);

      await own.putRecords('USER', new Map(), READ_AT + 5, true);
      await put('USER', 'Back', 6);
      // What it was before it was gone is forgotten.
      expect(await isNew(first, first)).toEqual([true]);
      expect(await isNew(third, third)).toEqual([true]);
    });
  });
});
