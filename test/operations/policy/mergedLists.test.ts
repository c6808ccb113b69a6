import { describe, expect, it } from '@jest/globals';
import { createSandbox, type Company } from '../../../sandbox/src/index.js';
import { FakeClock } from '../../support/clock.js';
import { policyIn } from '../../support/config.js';
import { createTestGateway } from '../../support/gateway.js';
import { createPolicyCompany, NOW } from './support.js';

const clock = new FakeClock(NOW);

interface Page {
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

describe('Calls of several users, read together', () => {
  it.each(['OLDEST_FIRST', 'NEWEST_FIRST'])(
    'cost the same as without a policy, and each page can be continued: %s',
    async (order) => {
      const change = ({ calls, users }: Company): void => {
        for (const [index, { metaData }] of calls.entries()) {
          metaData.primaryUserId = users[index % 2]?.id ?? null;
          // One user's calls are private but for the last and the first of them.
          metaData.isPrivate = index % 2 === 1 && index > 2 && index < 238;
        }
      };
      const query = `query ($ids: [ID!]!, $order: CallOrder) { usersByIds(ids: $ids) {
        calls(first: 10, order: $order) { nodes { id } pageInfo { hasNextPage endCursor } }
      } }`;
      const run = async (words: string) => {
        const company = createPolicyCompany();
        change(company);
        const sandbox = createSandbox({ company, clock, requestsPerSecond: Infinity });
        const config = { policy: policyIn(words) };
        const gateway = createTestGateway({ sandbox, clock, config });
        const ids = company.users.slice(0, 2).map(({ id }) => id);
        const { sent, data } = await gateway.trace(query, { ids, order });
        const pages = data?.['usersByIds'] as unknown as { calls: Page }[];
        return { gateway, company, ids, sent, pages: pages.map(({ calls }) => calls) };
      };
      const whole = await run('show-private');
      const { gateway, company, ids, sent, pages } = await run('hide-private');

      expect(sent.map(({ path, body }) => [path, body])).toEqual(
        whole.sent.map(({ path, body }) => [path, body]),
      );
      const found = pages[1]?.nodes.map(({ id }) => id) ?? [];
      for (let after = pages[1]?.pageInfo.endCursor ?? null; after !== null;) {
        const { data, errors } = await gateway.execute(
          `query ($id: ID!, $after: String, $order: CallOrder) { user(id: $id) {
            calls(first: 10, after: $after, order: $order) {
              nodes { id } pageInfo { hasNextPage endCursor }
            }
          } }`,
          { id: ids[1], after, order },
        );
        expect(errors).toBeUndefined();
        const { nodes, pageInfo } = (data?.['user'] as unknown as { calls: Page }).calls;
        found.push(...nodes.map(({ id }) => id));
        after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
      }
      const expected = [1, 239].map((place) => company.calls[place]?.metaData.id);
      expect(found).toEqual(order === 'OLDEST_FIRST' ? expected : expected.reverse());
    },
  );
});
