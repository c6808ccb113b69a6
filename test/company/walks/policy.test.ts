import { describe, expect, it } from '@jest/globals';
import { createSandbox, type Company } from '../../../sandbox/src/index.js';
import { createRandom, type Random } from '../support.js';
import { FakeClock } from '../../support/clock.js';
import { policyIn } from '../../support/config.js';
import { createTestGateway } from '../../support/gateway.js';
import { seeds } from '../../support/size.js';
import { connectionIn } from '../../support/walk.js';
import { companyWith, listsOf } from './scenes.js';
import { NOW, shapes, type Shape } from './traffic.js';
import { walkToEnd } from './walk.js';

const shapeNames = Object.keys(shapes) as Shape[];

/** A company some of whose calls are private, one by one and in runs. */
function companyBy(random: Random): Company {
  const company = companyWith(random, random.pick(shapeNames), random.pick([99, 230, 330]));
  const share = random.integer(1, 80) / 100;
  let isRun = false;
  for (const { metaData } of company.calls) {
    if (random.chance(0.05)) isRun = !isRun;
    metaData.isPrivate = isRun || random.chance(share);
  }
  return company;
}

function oldestFirst(company: Company, name: string) {
  const list = listsOf(company).find((each) => each.name === `${name}, oldest first`);
  if (list === undefined) throw new Error(`No list ${name}`);
  return list;
}

const LISTING = `query ($first: Int, $after: String, $order: CallOrder) {
  calls(first: $first, after: $after, order: $order) {
    nodes { id } pageInfo { startCursor endCursor hasNextPage hasPreviousPage }
  }
}`;

describe('A walk through a list of calls that a policy filters', () => {
  it.each(seeds(12, 300))(
    'sends the same requests on each page as for the whole list, and yields each visible call once: seed %i',
    async (seed) => {
      const random = createRandom(seed);
      const company = companyBy(random);
      const sandbox = createSandbox({
        company,
        clock: new FakeClock(NOW),
        requestsPerSecond: Infinity,
      });
      const order = random.pick(['OLDEST_FIRST', 'NEWEST_FIRST']);
      const first = random.pick([7, 20, 80, 100, 130, 150, 500]);
      const hidden = new Set(
        company.calls.flatMap(({ metaData }) => (metaData.isPrivate ? [metaData.id] : [])),
      );
      const run = async (words: string, after: string | null) => {
        const gateway = createTestGateway({
          sandbox,
          clock: new FakeClock(NOW),
          config: { policy: policyIn(words) },
        });
        const answer = await gateway.trace(LISTING, { first, after, order });
        const sent = answer.sent.map(({ path, body }) => ({ path, body }));
        return { sent, ...connectionIn(answer, 'calls') };
      };
      const found: string[] = [];
      for (let after: string | null = null; ;) {
        const visible = await run('hide-private', after);
        const whole = await run('show-private', after);

        expect(visible.sent.slice(0, whole.sent.length)).toEqual(whole.sent);
        if (whole.nodes.some(({ id }) => !hidden.has(id))) {
          expect(visible.sent).toHaveLength(whole.sent.length);
        }
        found.push(...visible.nodes.map(({ id }) => id));
        if (!visible.pageInfo.hasNextPage) break;
        expect(visible.nodes.length).toBeGreaterThan(0);
        expect(visible.pageInfo.endCursor).not.toBe(after);
        after = visible.pageInfo.endCursor;
      }

      const expected = company.calls.filter(({ metaData }) => !metaData.isPrivate);
      expect(found.sort()).toEqual(expected.map(({ metaData }) => metaData.id).sort());
    },
  );

  it.each(seeds(8, 200))(
    'needs no more requests than the whole list, oldest first: seed %i',
    async (seed) => {
      const random = createRandom(seed);
      const company = companyBy(random);
      const first = random.pick([20, 80, 99, 100, 130, 150, 500]);
      const scene = { company, first, cacheTtlSeconds: 300, expiresAt: () => false };
      const list = oldestFirst(company, 'calls that the viewer may see');

      const visible = await walkToEnd({ ...scene, list });
      const whole = await walkToEnd({ ...scene, list: oldestFirst(company, 'calls') });

      expect(visible.ids).toHaveLength(list.idsIn(company).length);
      expect(new Set(visible.ids)).toEqual(new Set(list.idsIn(company)));
      expect(visible.requests).toBeLessThanOrEqual(whole.requests);
    },
  );
});
