import { describe, expect, it } from '@jest/globals';
import type { CallFilter } from '../../../src/replica/filter.js';
import { parseTextQuery } from '../../../src/replica/text/query.js';
import { everything } from '../../../src/replica/visibility.js';
import { dialects } from '../../support/databases.js';
import {
  callRecord,
  callsSaying,
  parties,
  transcriptOf,
  wholeSelection,
} from '../../support/replica.js';
import { storeScene } from './support.js';

describe.each(dialects)('a replica in %s', (dialect) => {
  const scene = storeScene(dialect);
  const { all } = scene;

  async function idsWith(filter: CallFilter): Promise<string[]> {
    const { calls } = await scene.replica.searchCalls({
      filter,
      visibility: everything,
      order: 'NEWEST_FIRST',
      first: 100,
      after: null,
      needsTotal: false,
    });
    return calls.map(({ id }) => id);
  }
  it.each(['PARTIES', 'CRM', 'ANALYSIS', 'INTERACTION', 'COMMENTS'] as const)(
    'has no %s of a call of which Gong sends an empty one',
    async (part) => {
      const contexts = [{ system: 'Salesforce', objects: [{ objectType: 'Account' }] }];
      const full = {
        parties,
        context: contexts,
        content: { brief: 'Said much' },
        interaction: { questions: { companyCount: 1 } },
        collaboration: { publicComments: [{ id: '1' }] },
      };
      const empty = {
        parties: [],
        context: null,
        content: { brief: '', trackers: null },
        interaction: null,
        collaboration: { publicComments: [] },
      };
      await scene.replica.putCalls([callRecord('1', { details: full })], 1);
      await scene.replica.putCalls([callRecord('2', { details: empty })], 1);

      expect(await idsWith({ has: [part] })).toEqual(['1']);
      const changes = await scene.replica.callChanges({ after: 0, first: 10, parts: null });
      expect(changes.map(({ changed }) => changed.includes(part))).toEqual([true, false]);
      const calls = await scene.replica.findCalls(['2']);
      expect(calls.get('2')?.call.selection).toEqual(wholeSelection);
    },
  );

  describe('Replica.putTranscripts()', () => {
    it('makes what was said searchable, with the side of the speaker', async () => {
      await scene.replica.putCalls([callRecord('1', { details: { parties } })], 1);
      const transcript = transcriptOf('1', ['1', 'Our price is fair'], ['2', 'The price is high']);
      await scene.replica.putTranscripts(new Map([['1', transcript]]), 2);

      expect((await scene.replica.findTranscripts(['1'])).get('1')).toEqual({
        transcript,
        readAt: 2,
      });
      expect(await callsSaying(scene.replica, 'price')).toEqual(['1']);
      expect(await callsSaying(scene.replica, 'high', 'External')).toEqual(['1']);
      expect(await callsSaying(scene.replica, 'fair', 'External')).toEqual([]);
    });

    it('follows the parties when these change', async () => {
      await scene.replica.putCalls([callRecord('1')], 1);
      await scene.replica.putTranscripts(new Map([['1', transcriptOf('1', ['2', 'Too high'])]]), 2);
      expect(await callsSaying(scene.replica, 'high', 'External')).toEqual([]);
      await scene.replica.putCalls([callRecord('1', { details: { parties } })], 3);

      expect(await callsSaying(scene.replica, 'high', 'External')).toEqual(['1']);
    });

    it('replaces the words of an earlier transcript', async () => {
      await scene.replica.putCalls([callRecord('1')], 1);
      await scene.replica.putTranscripts(
        new Map([['1', transcriptOf('1', ['1', 'Old words'])]]),
        2,
      );
      await scene.replica.putTranscripts(
        new Map([['1', transcriptOf('1', ['1', 'New words'])]]),
        3,
      );

      expect(await callsSaying(scene.replica, 'old')).toEqual([]);
      expect(await callsSaying(scene.replica, 'new')).toEqual(['1']);
      expect(await idsWith({ said: parseTextQuery('old') })).toEqual([]);
      expect(await idsWith({ said: parseTextQuery('new') })).toEqual(['1']);
    });

    it('takes a transcript without words for none, which is no change', async () => {
      await scene.replica.putCalls([callRecord('1')], 1);
      const { seq } = await scene.replica.head();
      await scene.replica.putTranscripts(new Map([['1', transcriptOf('1')]]), 2);

      expect(await idsWith({ has: ['TRANSCRIPT'] })).toEqual([]);
      expect((await scene.replica.findTranscripts(['1'])).get('1')?.transcript).toBeNull();
      const all = { fromMs: 0, toMs: Number.MAX_SAFE_INTEGER };
      const awaited = await scene.replica.sync.callsWithout('TRANSCRIPT', all, 3, 10);
      expect(awaited.map(({ id }) => id)).toEqual(['1']);
      expect((await scene.replica.head()).seq).toBe(seq);

      await scene.replica.putTranscripts(new Map([['1', transcriptOf('1', ['1', 'Said'])]]), 3);
      const changes = await scene.replica.callChanges({ after: seq, first: 10, parts: null });
      expect(changes).toMatchObject([{ id: '1', changed: ['TRANSCRIPT'] }]);
      await scene.replica.putTranscripts(new Map([['1', null]]), 4);
      expect((await scene.replica.head()).seq).toBe(Number(changes[0]?.seq) + 1);
    });

    it('keeps that Gong has none, and ignores calls that are not kept', async () => {
      await scene.replica.putCalls([callRecord('1')], 1);
      await scene.replica.putTranscripts(
        new Map([
          ['1', null],
          ['2', transcriptOf('2', ['1', 'x'])],
        ]),
        2,
      );

      expect(Object.fromEntries(await scene.replica.findTranscripts(['1', '2']))).toEqual({
        1: { transcript: null, readAt: 2 },
      });
    });
  });

  describe('Replica.putReviews()', () => {
    it('keeps all reviews of a call, with the overall score', async () => {
      await scene.replica.putCalls([callRecord('1')], 1);
      const review = {
        answeredScorecardId: '11',
        scorecardId: '3',
        scorecardName: 'Discovery',
        reviewMethod: 'MANUAL',
        answers: [
          { questionId: '1', isOverall: false, score: 1 },
          { questionId: '2', isOverall: true, score: 4 },
        ],
      };
      await scene.replica.putReviews(new Map([['1', [review]]]), 2);

      expect((await scene.replica.findReviews(['1'])).get('1')).toEqual({
        reviews: [review],
        readAt: 2,
      });
      expect(await all('select id, scorecard_id, method, overall from call_review')).toEqual([
        { id: '11', scorecard_id: '3', method: 'MANUAL', overall: 4 },
      ]);
      await scene.replica.putReviews(new Map([['1', []]]), 3);
      expect((await scene.replica.findReviews(['1'])).get('1')).toEqual({ reviews: [], readAt: 3 });
      expect(await all('select id from call_review')).toEqual([]);
    });

    it('takes reviews in another order for the same', async () => {
      await scene.replica.putCalls([callRecord('1')], 1);
      const reviews = ['11', '12'].map((answeredScorecardId) => ({ answeredScorecardId }));
      await scene.replica.putReviews(new Map([['1', reviews]]), 2);
      const { seq } = await scene.replica.head();
      await scene.replica.putReviews(new Map([['1', reviews.toReversed()]]), 3);

      expect((await scene.replica.findReviews(['1'])).get('1')).toEqual({ reviews, readAt: 3 });
      expect((await scene.replica.head()).seq).toBe(seq);
    });

    it('keeps that a call has none, which is no change of it, and its first review, which is', async () => {
      await scene.replica.putCalls([callRecord('1')], 1);
      const { seq } = await scene.replica.head();
      const changes = (after: number) =>
        scene.replica.callChanges({ after, first: 10, parts: null });
      expect((await scene.replica.findReviews(['1'])).size).toBe(0);

      await scene.replica.putReviews(new Map([['1', []]]), 2);
      expect((await scene.replica.findReviews(['1'])).get('1')).toEqual({ reviews: [], readAt: 2 });
      await scene.replica.putReviews(new Map([['1', []]]), 3);
      expect((await scene.replica.findReviews(['1'])).get('1')).toEqual({ reviews: [], readAt: 3 });
      expect(await changes(seq)).toEqual([]);
      expect((await changes(0)).map(({ changed }) => changed.includes('REVIEWS'))).toEqual([false]);

      await scene.replica.putReviews(new Map([['1', [{ answeredScorecardId: '11' }]]]), 4);
      expect(await changes(seq)).toMatchObject([{ id: '1', changed: ['REVIEWS'] }]);
    });
  });

  describe('Replica.putRecords()', () => {
    const records = (...entries: [string, object][]) => new Map(entries);

    it('numbers new, changed, and missing records', async () => {
      await scene.replica.putRecords('USER', records(['1', { n: 1 }], ['2', { n: 2 }]), 1, true);
      await scene.replica.putRecords('USER', records(['1', { n: 1 }]), 2, false);
      await scene.replica.putRecords('USER', records(['1', { n: 3 }]), 3, true);
      await scene.replica.putRecords('TRACKER', records(['2', { n: 4 }]), 3, true);

      expect(await scene.replica.findRecords('USER')).toEqual(
        records(['1', { record: { n: 3 }, readAt: 3 }]),
      );
      expect(await scene.replica.findRecords('TRACKER', ['2', '9'])).toEqual(
        records(['2', { record: { n: 4 }, readAt: 3 }]),
      );
      const rows = await all(
        'select kind, id, is_gone, changed_seq - 1000000 as seq from record order by seq',
      );
      expect(rows).toEqual([
        { kind: 'USER', id: '1', is_gone: 0, seq: 3 },
        { kind: 'USER', id: '2', is_gone: 1, seq: 4 },
        { kind: 'TRACKER', id: '2', is_gone: 0, seq: 5 },
      ]);
    });

    it('keeps the earlier numbers of a record until it is missing', async () => {
      const places = () =>
        all('select kind, id, seq - 1000000 as seq from record_place order by record_place.seq');
      await scene.replica.putRecords('USER', records(['1', { n: 1 }], ['2', { n: 2 }]), 1, true);
      await scene.replica.putRecords('TRACKER', records(['1', { n: 1 }]), 1, true);
      expect(await places()).toEqual([]);
      await scene.replica.putRecords('USER', records(['1', { n: 3 }], ['2', { n: 4 }]), 2, true);
      await scene.replica.putRecords('USER', records(['1', { n: 3 }], ['2', { n: 5 }]), 3, true);
      await scene.replica.putRecords('TRACKER', records(['1', { n: 2 }]), 3, true);
      expect(await places()).toEqual([
        { kind: 'USER', id: '1', seq: 1 },
        { kind: 'USER', id: '2', seq: 2 },
        { kind: 'TRACKER', id: '1', seq: 3 },
        { kind: 'USER', id: '2', seq: 5 },
      ]);

      await scene.replica.putRecords('USER', records(['2', { n: 5 }]), 4, true);

      expect(await places()).toEqual([
        { kind: 'USER', id: '2', seq: 2 },
        { kind: 'TRACKER', id: '1', seq: 3 },
        { kind: 'USER', id: '2', seq: 5 },
      ]);
    });
  });
});
