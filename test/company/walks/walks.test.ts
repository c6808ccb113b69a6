import { describe, expect, it } from '@jest/globals';
import { createRandom } from '../support.js';
import { companyOf } from '../../support/companies.js';
import { seeds } from '../../support/size.js';
import { companyWith, listsOf, walkByChance } from './scenes.js';
import { callAt } from './traffic.js';
import { checkOrder, walkToEnd } from './walk.js';

const DAY_US = 86_400_000_000;
const never = (): boolean => false;
const range = (from: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => from + index);

describe('A walk through any list, whatever happens on the way', () => {
  // The same seeds and many more: walks.long.test.ts.
  it.each(seeds(24, 400))(
    'advances with each page, repeats no request, and is complete: seed %i',
    async (seed) => {
      await expect(walkByChance(seed)).resolves.toBeUndefined();
    },
  );
});

const crowded = () => companyWith(createRandom(1), 'in one second', 330);
const listNames = listsOf(crowded()).map(({ name }) => name);

describe('A cursor of Gong that expires', () => {
  it.each(listNames)('loses and repeats no call, at any page: %s', async (name) => {
    let expired = 0;
    // Beyond the last page, where none expires, is as far as the walks go.
    for (let at = 1; at === expired + 1; at += 1) {
      const company = crowded();
      const list = listsOf(company).find((each) => each.name === name);
      if (list === undefined) throw new Error(`No list ${name}`);
      const expiresAt = (request: number): boolean => request === at;
      const scene = { list, company, first: 150, cacheTtlSeconds: 0, expiresAt };

      const { ids, pages } = await walkToEnd(scene);

      checkOrder(scene, company, ids);
      expect([...ids].sort()).toEqual([...list.idsIn(company)].sort());
      expired += pages.flat().some(({ status }) => status === 400) ? 1 : 0;
    }
    expect(expired).toBeGreaterThan(0);
  });
});

describe('Calls that all started in one microsecond, three days ago', () => {
  const started = '2026-05-29T11:13:17.979238Z';
  const company = companyOf({
    calls: range(0, 330).map((index) => {
      const call = callAt(3 * DAY_US, index);
      call.metaData.started = started;
      return call;
    }),
  });

  it.each([0, 300])('cost few requests newest first, with a cache TTL of %i s', async (ttl) => {
    const [list] = listsOf(company);
    if (list === undefined) throw new Error('No list.');
    const scene = { list, company, first: 20, cacheTtlSeconds: ttl, expiresAt: never };

    const { ids, pages } = await walkToEnd(scene);

    checkOrder(scene, company, ids);
    expect(ids).toHaveLength(330);
    // A window that holds all, two guesses, and the four pages of which the oldest was known.
    expect(pages[0]?.length).toBeLessThanOrEqual(6);
    for (const sent of pages) expect(sent.length).toBeLessThanOrEqual(6);
  });
});
