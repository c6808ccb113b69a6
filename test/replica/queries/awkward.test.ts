import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CallFilter } from '../../../src/replica/filter.js';
import type { Replica } from '../../../src/replica/replica.js';
import { parseTextQuery } from '../../../src/replica/text/query.js';
import { wordsOf } from '../../../src/replica/text/tokenizer.js';
import { everything } from '../../../src/replica/visibility.js';
import { dialects } from '../../support/databases.js';
import { companyOf, type Facts } from './company.js';
import { matches, naivePassages } from './naive.js';
import { openCompanies } from './testReplica.js';

/** What once broke a tokenizer, a query language, or a database. */
const strings = [
  'cut\u0000here',
  'lone \ud800 surrogate',
  "'; drop table call; --",
  'a" OR "b',
  'word) NOT (word',
  'NEAR(one two)',
  't : one',
  "it's ' and '' and \\'",
  'one & two | !three <-> four:*',
  '100% under_score %_',
  'e-mail me@acme.com -5 1,000.50',
  'foo/bar\\baz\tqux\r\nend',
  'x'.repeat(5000),
  'again '.repeat(250).trim(),
  '東京都で話しました',
  'ｶﾞｲﾄﾞ ガイド',
  'ภาษาไทย',
  'हिन्दी में',
  'مُحَمَّد',
  'שָׁלוֹם',
  '한국어로',
  '👨‍👩‍👧 family 👍🏽',
  'Zoë naïve Ångström ﬁne Straße İstanbul',
  'می\u200cخواهم co\u00adoperate',
  '{"json": [1, null]} <b>html</b> ${x} $1 ?1 :x',
];

describe.each(dialects)('awkward strings in a database of %s', (dialect) => {
  const { company, close } = openCompanies(dialect);
  afterAll(close);

  let replica: Replica;
  const calls = companyOf(9, strings.length).map((call, at): Facts => {
    const [awkward = ''] = strings.slice(at);
    const parties = call.parties.map((party) => ({ ...party, name: awkward }));
    const [speaker] = parties;
    return {
      ...call,
      parties,
      title: awkward,
      crm: [{ type: 'Account', id: `A${at}`, name: awkward }],
      turns: speaker === undefined ? [] : [{ speaker, text: `${awkward} after` }],
    };
  });
  beforeAll(async () => {
    ({ replica } = await company(calls));
  });

  const found = async (filter: CallFilter): Promise<string[]> => {
    const search = {
      visibility: everything,
      order: 'OLDEST_FIRST',
      first: 100,
      after: null,
    } as const;
    const { calls: some } = await replica.searchCalls({ ...search, filter, needsTotal: false });
    return some.map(({ id }) => id).sort();
  };
  const expected = (filter: CallFilter): string[] =>
    calls.filter((call) => matches(call, filter)).map(({ id }) => id);

  it.each(strings.map((text) => [text.slice(0, 40), text] as const))(
    'are found by %j in every text',
    async (_shown, text) => {
      const words = wordsOf(text).slice(0, 30).join(' ');
      for (const written of [words, `"${words}"`, `after -"${words}"`]) {
        const query = parseTextQuery(written);
        for (const name of ['title', 'said', 'crmName'] as const) {
          expect(await found({ [name]: query })).toEqual(expected({ [name]: query }));
        }
        const participants = [{ name: query }];
        expect(await found({ participants })).toEqual(expected({ participants }));
        const { passages } = await replica.searchPassages({
          text: query,
          filter: {},
          visibility: everything,
          speech: null,
          order: 'NEWEST_FIRST',
          first: 100,
          after: null,
          needsTotal: false,
        });
        const texts = passages.map((each) => each.text).sort();
        expect(texts).toEqual(
          naivePassages(calls, query, null)
            .map((each) => each.text)
            .sort(),
        );
      }
      expect(await found({ title: parseTextQuery(`"${words}"`) })).not.toEqual([]);
    },
  );

  it.each(strings.map((text) => [text.slice(0, 40), text] as const))(
    'are values like any other: %j',
    async (_shown, text) => {
      const filters: CallFilter[] = [
        { callIds: [text] },
        { workspaceIds: [text] },
        { hostIds: [text, text] },
        { outcomeIds: [text] },
        { languages: [text] },
        { scope: text },
        { direction: text },
        { domains: [text] },
        { crmObjects: [{ objectType: text, objectId: text, system: text }] },
        { trackers: [{ trackerIds: [text], minCount: 1 }] },
        { review: { scorecardId: text } },
        { participants: [{ userId: text }] },
        { participants: [{ emails: [text] }] },
        { participants: [{ phoneNumber: text }] },
      ];
      for (const filter of filters) expect(await found(filter)).toEqual([]);
      const { passages } = await replica.searchPassages({
        text: parseTextQuery('after'),
        filter: {},
        visibility: everything,
        speech: { userIds: [text], emails: [text] },
        order: 'NEWEST_FIRST',
        first: 9,
        after: null,
        needsTotal: true,
      });
      expect(passages).toEqual([]);
    },
  );
});
