import { createKeepAliveFetch } from '../src/gong/fetch.js';
import { systemClock, type Clock } from '../src/lib/clock.js';
import { createSandbox } from '../sandbox/src/index.js';
import { budgets, createBudgetCompany, NOW, requestsAllowed } from '../test/operations/budgets.js';
import { createRunner, table } from './support.js';

/** Gateway and sandbox are limited to this, which no query here reaches: the wait is all Gong's pace. */
const UNLIMITED_PER_SECOND = 1000;

/** What each query of the budget table costs from a cold start. */
export async function measureBudgets(): Promise<string> {
  const clock: Clock = { ...systemClock, now: () => NOW };
  const company = createBudgetCompany();
  const sandbox = createSandbox({
    company,
    clock: { now: () => NOW },
    requestsPerSecond: Infinity,
    requestsPerDay: Infinity,
  });
  const listening = await sandbox.listen();
  const gong = createKeepAliveFetch(systemClock);
  const rows: string[][] = [];
  for (const budget of budgets) {
    const { run } = createRunner({
      baseUrl: listening.url,
      fetch: gong.fetch,
      clock,
      config: { requestsPerSecond: UNLIMITED_PER_SECOND },
    });
    const { cost, tookMs } = await run(budget.query, budget.variables?.(company));
    const bound = 'atMost' in budget.cost ? 'at most ' : '';
    const allowed = `${bound}${requestsAllowed(budget)}`;
    rows.push([budget.name, String(cost.requests), allowed, tookMs.toFixed(0)]);
  }
  gong.close();
  await listening.close();
  return [
    `Over loopback HTTP, cold start, ${UNLIMITED_PER_SECOND} requests a second allowed:\n`,
    table(['Query', 'Gong requests', 'Budget', 'Wall ms'], rows),
  ].join('\n');
}
