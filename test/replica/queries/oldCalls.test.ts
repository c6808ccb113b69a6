import { afterAll, describe, expect, it } from '@jest/globals';
import { parseTextQuery } from '../../../src/replica/text/query.js';
import { wordsOf } from '../../../src/replica/text/tokenizer.js';
import { everything } from '../../../src/replica/visibility.js';
import { dialects } from '../../support/databases.js';
import { companyOf } from './company.js';
import { matches, naivePassages, passages } from './naive.js';
import { openCompanies } from './testReplica.js';

const DAY_MS = 86_400_000;

describe.each(dialects)('calls of before 2010 in a database of %s', (dialect) => {
  const { company, close } = openCompanies(dialect);
  afterAll(close);

  it('are found by each of their passages', async () => {
    const calls = companyOf(12, 20).map((call) => ({
      ...call,
      startMs: call.startMs - 20 * 365 * DAY_MS,
    }));
    const { replica } = await company(calls);
    const said = calls.flatMap((call) => passages(call).map(({ text }) => wordsOf(text)));
    const queries = said
      .filter((words) => words.length > 1)
      .map((words) => parseTextQuery(`"${words.slice(0, 2).join(' ')}"`));
    expect(queries.length).toBeGreaterThan(20);
    for (const text of queries) {
      const search = { visibility: everything, order: 'NEWEST_FIRST', after: null } as const;
      const found = await replica.searchPassages({
        ...{ ...search, text, speech: null, first: 1000, needsTotal: false },
        filter: { minDurationSeconds: 0 },
      });
      const filter = { said: text };
      const { total } = await replica.searchCalls({
        ...search,
        filter,
        first: 1,
        needsTotal: true,
      });

      const places = found.passages.map((each) => `${each.callId} ${each.text}`);
      const expected = naivePassages(calls, text, null);
      expect(places.sort()).toEqual(expected.map((each) => `${each.callId} ${each.text}`).sort());
      expect(total).toBe(calls.filter((call) => matches(call, filter)).length);
    }
  });
});
