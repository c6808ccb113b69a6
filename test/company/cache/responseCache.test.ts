import { describe, expect, it } from '@jest/globals';
import { AnswerCache, createAnswerMemory } from '../../../src/company/cache/answerCache.js';
import { ResponseCache } from '../../../src/company/cache/responseCache.js';
import { cacheGroups } from '../../../src/company/cache/sharedStore.js';
import { FakeClock } from '../../support/clock.js';

const MIB = 1024 * 1024;
const key = { document: 'hash', operationName: null, variables: {} };
const response = { data: { users: [] }, cacheHits: 1, audit: null };

/** A cache that holds the response: it is kept the second time that the query is sent. */
function setUp() {
  const clock = new FakeClock();
  const memory = createAnswerMemory(MIB);
  const cache = new AnswerCache({ memory, company: 'acme', isOn: true, shared: null, clock });
  const responses = new ResponseCache(cache, clock, { group: 'calls', name: 'moment' }).of(
    () => 'v',
  );
  responses.find(key);
  responses.find(key).keep(response, clock.now() + 10_000);
  return { cache, responses };
}

describe('ResponseCache', () => {
  it.each(cacheGroups)('drops every response when the group "%s" is invalidated', async (group) => {
    const { cache, responses } = setUp();
    expect(responses.find(key).response).toMatchObject(response);

    await cache.drop([group]);

    expect(responses.find(key).response).toBeNull();
  });
});
