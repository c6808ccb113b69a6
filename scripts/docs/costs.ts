import { createSandbox } from '../../sandbox/src/index.js';
import { FakeClock } from '../../test/support/clock.js';
import { policyIn } from '../../test/support/config.js';
import { createTestGateway } from '../../test/support/gateway.js';
import { companyCopy } from '../../test/support/company.js';
import { page, table } from './markdown.js';
import { documentedOperations, NOW, type DocumentedOperation } from './operations.js';

const heading = ({ title }: DocumentedOperation): string =>
  `[${title}](#${title
    .toLowerCase()
    .replace(/[^\w\- ]/g, '')
    .replaceAll(' ', '-')})`;

/** docs/reference/costs.md: each operation is estimated, then run, by a gateway that knows nothing yet. */
export async function costsPage(): Promise<string> {
  const clock = new FakeClock(NOW);
  const company = companyCopy(
    { now: NOW, users: 240, calls: 2000, days: 120, steady: true },
    { name: 'as it is', change: () => undefined },
  );
  const rows: string[][] = [];
  for (const operation of documentedOperations) {
    const sandbox = createSandbox({ company, clock, requestsPerSecond: Infinity });
    const gateway = createTestGateway({ sandbox, clock, config: { policy: policyIn('') } });
    const variables = operation.variables?.(company) ?? {};
    const asked = { extensions: { gong: { estimateOnly: true } } };
    const { extensions: estimated, errors: refused } = await gateway.execute(
      operation.query,
      variables,
      asked,
    );
    const { extensions: spent, errors } = await gateway.execute(operation.query, variables);
    const problem = refused?.[0] ?? errors?.[0];
    if (problem !== undefined) throw new Error(`${operation.title}: ${problem.message}`);
    const { min, max } = estimated?.gong?.estimate ?? { min: 0, max: null };
    const range = max === null ? `at least ${min}` : min === max ? String(min) : `${min} to ${max}`;
    rows.push([heading(operation), range, String(spent?.gong?.requests ?? 0)]);
  }
  const queries = documentedOperations.map(
    ({ title, query }) => `### ${title}\n\n\`\`\`graphql\n${query}\n\`\`\``,
  );
  return page(
    'Query costs',
    'What these operations cost in Gong requests, with empty caches and the default policy. "Estimate" is what ' +
      '`"extensions": { "gong": { "estimateOnly": true } }` returns while the size of the company is unknown. "Sent" is ' +
      'what the operation then needed in a sandbox company with 240 users and 2,000 calls of 120 days.',
    table(['Operation', 'Estimate', 'Sent'], rows),
    '[Reduce the cost of a query](../how-to/reduce-query-cost.md) says how to spend less, and ' +
      '[Cost, quota, and scheduling](../explanation/cost-and-quota.md) how the estimate works.',
    `## The operations\n\n${queries.join('\n\n')}`,
  );
}
