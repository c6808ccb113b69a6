import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CallDimension, Measures, Replica, StatsQuery } from '../../../src/replica/replica.js';
import { everything } from '../../../src/replica/visibility.js';
import { companyOf, type Facts } from './company.js';
import { isSeen, matches } from './naive.js';
import { questionsOf } from './questions.js';
import { dialects } from '../../support/databases.js';
import { openCompanies } from './testReplica.js';

describe.each(dialects)('in a database of %s', (dialect) => {
  const { company, close } = openCompanies(dialect);
  afterAll(close);

  /** Counted call by call. */
  function measure(
    calls: readonly { call: Facts; hits: number; reviews: Facts['reviews'] }[],
  ): Measures {
    const sum = (of: (each: (typeof calls)[number]) => number): number =>
      calls.reduce((total, each) => total + of(each), 0);
    const talk = (
      { call }: (typeof calls)[number],
      whose: (email: string, side: string) => boolean,
    ) => 10 * call.turns.filter(({ speaker }) => whose(speaker.email, speaker.affiliation)).length;
    return {
      calls: calls.length,
      durationSeconds: sum(({ call }) => call.duration),
      callsWithDuration: calls.length,
      hostTalkSeconds: sum((each) =>
        talk(each, (email) => each.call.hostId !== '' && email === each.call.parties[0]?.email),
      ),
      hostedTalkSeconds: sum((each) => (each.call.hostId === '' ? 0 : talk(each, () => true))),
      customerTalkSeconds: sum((each) => talk(each, (_email, side) => side === 'External')),
      talkSeconds: sum((each) => talk(each, () => true)),
      callsWithTalkTime: calls.length,
      companyQuestions: sum(({ call }) => call.turns.length),
      otherQuestions: sum(({ call }) => call.parties.length),
      trackerHits: sum(({ hits }) => hits),
      callsWithTrackerHits: calls.filter(({ hits }) => hits > 0).length,
      reviews: sum(({ reviews }) => reviews.length),
      scoreSum: sum(({ reviews }) =>
        reviews.reduce((total, { overall }) => total + (overall ?? 0), 0),
      ),
      scoredReviews: sum(({ reviews }) => reviews.filter(({ overall }) => overall !== null).length),
    };
  }

  /** The values that a call has of a dimension, as a calendar of the runtime knows them. */
  function valuesOf(call: Facts, dimension: CallDimension, timeZone: string): (string | null)[] {
    const several = (values: readonly string[]): (string | null)[] =>
      values.length === 0 ? [null] : [...new Set(values)];
    // Sweden writes dates as ISO 8601 does.
    const day = new Intl.DateTimeFormat('sv-SE', { timeZone }).format(call.startMs);
    const date = new Date(`${day}T00:00:00Z`);
    switch (dimension) {
      case 'DAY':
        return [day];
      case 'WEEK':
        date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
        return [date.toISOString().slice(0, 10)];
      case 'MONTH':
        return [day.slice(0, 7)];
      case 'QUARTER':
        return [`${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`];
      case 'HOST':
        return [call.hostId];
      case 'WORKSPACE':
        return [call.workspaceId];
      case 'OUTCOME':
        return [call.outcomeId];
      case 'SCOPE':
        return [call.scope];
      case 'DIRECTION':
        return [call.direction];
      case 'LANGUAGE':
        return [call.language];
      case 'ACCOUNT':
      case 'OPPORTUNITY': {
        const type = dimension === 'ACCOUNT' ? 'Account' : 'Opportunity';
        return several(call.crm.filter((each) => each.type === type).map(({ id }) => id));
      }
      case 'TRACKER':
        return several(call.trackers.map(({ id }) => id));
      case 'SCORECARD':
        return several(call.reviews.map(({ scorecardId }) => scorecardId));
    }
  }

  function countedByHand(
    calls: readonly Facts[],
    { filter, visibility, by, timeZone }: StatsQuery,
  ) {
    const counted = calls.filter((call) => matches(call, filter) && isSeen(call, visibility));
    const named = filter.trackers?.flatMap(({ trackerIds }) => trackerIds);
    const rows = new Map<string, { call: Facts; hits: number; reviews: Facts['reviews'] }[]>();
    const each = (call: Facts, values: readonly (string | null)[]) => {
      const tracker = values[by.indexOf('TRACKER')];
      const scorecard = values[by.indexOf('SCORECARD')];
      const hits = call.trackers
        .filter(({ id }) =>
          tracker === undefined ? (named?.includes(id) ?? true) : id === tracker,
        )
        .reduce((total, { count }) => total + count, 0);
      const { scorecardId, method } = filter.review ?? {};
      const reviews = call.reviews.filter((review) =>
        scorecard === undefined
          ? (scorecardId ?? review.scorecardId) === review.scorecardId &&
            (method ?? review.method) === review.method
          : review.scorecardId === scorecard,
      );
      return { call, hits, reviews };
    };
    for (const call of counted) {
      const combined = by.reduce<(string | null)[][]>(
        (some, dimension) =>
          some.flatMap((values) =>
            valuesOf(call, dimension, timeZone).map((value) => [...values, value]),
          ),
        [[]],
      );
      for (const values of combined) {
        const key = JSON.stringify(values);
        rows.set(key, [...(rows.get(key) ?? []), each(call, values)]);
      }
    }
    return {
      rows: new Map(Array.from(rows, ([key, some]) => [key, measure(some)])),
      total: measure(counted.map((call) => each(call, []))),
    };
  }

  describe('statistics', () => {
    const calls = companyOf(5, 150);
    let queries: Replica;
    beforeAll(async () => {
      ({ replica: queries } = await company(calls));
    });
    const ask = (query: Partial<StatsQuery>) =>
      queries.stats({
        filter: {},
        visibility: everything,
        by: ['HOST'],
        timeZone: 'UTC',
        first: 1000,
        ...query,
      });

    it.each<readonly CallDimension[]>([
      ['DAY'],
      ['WEEK'],
      ['MONTH'],
      ['QUARTER'],
      ['HOST'],
      ['WORKSPACE'],
      ['ACCOUNT'],
      ['OPPORTUNITY'],
      ['TRACKER'],
      ['SCORECARD'],
      ['OUTCOME'],
      ['SCOPE'],
      ['DIRECTION'],
      ['LANGUAGE'],
      ['HOST', 'WEEK'],
      ['TRACKER', 'WEEK'],
      ['ACCOUNT', 'TRACKER', 'MONTH'],
      ['SCORECARD', 'HOST', 'DAY'],
    ])('by %s, %s, and %s equal those counted by hand', async (...given) => {
      const by = given.filter((each) => each !== undefined);
      const { filter, visibility, pick } = questionsOf(by.length, calls);
      for (let round = 0; round < 8; round += 1) {
        const query = {
          by,
          filter: round === 0 ? {} : filter(),
          visibility: round === 0 ? everything : visibility(),
          timeZone: pick(['UTC', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland']),
          first: 1000,
        };
        const stats = await queries.stats(query);
        const rows = new Map(
          stats.rows.map(({ keys, measures }) => [
            JSON.stringify(keys.map(({ value }) => value)),
            measures,
          ]),
        );
        expect({ query, rows, total: stats.total }).toEqual({
          query,
          ...countedByHand(calls, query),
        });
      }
    });

    it('compare what hosts say with what is said in calls that have a host', async () => {
      const some = calls
        .slice(0, 20)
        .map((call, at) => (at % 2 === 0 ? call : { ...call, hostId: '' }));
      const { replica: few } = await company(some);
      const { total } = await few.stats({
        filter: {},
        visibility: everything,
        by: ['WEEK'],
        timeZone: 'UTC',
        first: 10,
      });
      const counted = some.map((call) => ({
        call,
        hits: call.trackers.reduce((hits, { count }) => hits + count, 0),
        reviews: call.reviews,
      }));
      expect(total).toEqual(measure(counted));
      expect(total.hostedTalkSeconds).toBeLessThan(total.talkSeconds);
    });

    it('begin and end a day where the clocks change', async () => {
      const { rows } = await ask({ by: ['DAY'], timeZone: 'Europe/Berlin' });
      const day = rows.map(({ keys: [key] }) => key).find((key) => key?.value === '2026-03-29');
      expect(day).toEqual({
        value: '2026-03-29',
        label: null,
        fromMs: Date.parse('2026-03-28T23:00:00Z'),
        toMs: Date.parse('2026-03-29T22:00:00Z'),
      });
    });

    it('put calls around a change of the clocks into the right weeks', async () => {
      const at = [
        '2026-03-28T22:59:59Z',
        '2026-03-29T21:59:59Z',
        '2026-03-29T22:00:00Z',
        '2026-10-25T22:59:59Z',
        '2026-10-25T23:00:00Z',
      ];
      const some = companyOf(6, at.length).map((call, index) => ({
        ...call,
        startMs: Date.parse(at[index] ?? ''),
      }));
      const { replica: few } = await company(some);
      const { rows } = await few.stats({
        filter: {},
        visibility: everything,
        by: ['WEEK'],
        timeZone: 'Europe/Berlin',
        first: 10,
      });
      expect(
        rows.map(({ keys: [key], measures: { calls: count } }) => [key?.value, count]),
      ).toEqual([
        ['2026-03-23', 2],
        ['2026-03-30', 1],
        ['2026-10-19', 1],
        ['2026-10-26', 1],
      ]);
    });

    it('name what they group by', async () => {
      const { rows } = await ask({ by: ['ACCOUNT', 'TRACKER'] });
      expect(rows.map(({ keys }) => keys.map(({ label }) => label))).toContainEqual([
        'Acme Corp',
        'Tracker t1',
      ]);
    });

    it('keep the largest rows, and say that there are more', async () => {
      const all = await ask({ by: ['DAY', 'HOST'] });
      const few = await ask({ by: ['DAY', 'HOST'], first: 3 });
      expect(all.isTruncated).toBe(false);
      expect(few).toEqual({ rows: all.rows.slice(0, 3), total: all.total, isTruncated: true });
      const counts = all.rows.map(({ measures: { calls: count } }) => count);
      expect(counts).toEqual([...counts].sort((a, b) => b - a));
    });

    it('are empty when nothing matches', async () => {
      const { rows, total } = await ask({ filter: { hostIds: [] } });
      expect(rows).toEqual([]);
      expect(total).toEqual(measure([]));
    });
  });
});
