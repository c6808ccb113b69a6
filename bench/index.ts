import { createGateway } from '../src/gateway.js';
import { createKeepAliveFetch } from '../src/gong/fetch.js';
import type { Fetch, Logger } from '../src/gong/client.js';
import { systemClock, type Clock } from '../src/gong/clock.js';
import { createSandbox, DEFAULT_CREDENTIAL } from '../src/sandbox/index.js';
import { createApolloServer } from '../src/server/apollo.js';
import { testConfig } from '../test/support/config.js';
import { budgets, createBudgetCompany, NOW, requestsAllowed } from '../test/http/budgets.js';

/** Gateway and sandbox are limited to this, which no query here reaches: the wait is all Gong's pace. */
const UNLIMITED_PER_SECOND = 1000;
const WARM_UP_RUNS = 20;
const MEASURED_RUNS = 100;

/** A hundred calls, ten fields each. */
const WIDE_LIST = `{ calls(first: 100) { nodes {
  id title url startedAt durationSeconds direction scope mediaType system isPrivate
} } }`;

const silent = () => undefined;
const logger: Logger = { debug: silent, info: silent, warn: silent, error: silent };

const clock: Clock = {
  now: () => NOW,
  monotonic: () => systemClock.monotonic(),
  after: (delayMs, task) => systemClock.after(delayMs, task),
};
const company = createBudgetCompany();
const sandbox = createSandbox({
  company,
  clock: { now: () => NOW },
  requestsPerSecond: Infinity,
  requestsPerDay: Infinity,
});
const listening = await sandbox.listen();
const gong = createKeepAliveFetch();

const rows: string[][] = [];
for (const budget of budgets) {
  const run = createRunner(gong.fetch);
  const variables = budget.variables?.(company);
  const before = sandbox.requests.length;
  const startedAt = performance.now();
  await run(budget.query, variables);
  const wallMs = performance.now() - startedAt;
  const requests = sandbox.requests.length - before;
  const bound = 'atMost' in budget.cost ? 'at most ' : '';
  rows.push([
    budget.name,
    String(requests),
    `${bound}${requestsAllowed(budget)}`,
    wallMs.toFixed(0),
  ]);
}
const cpu = await measureCpu();
gong.close();
await listening.close();

console.log(`Over loopback HTTP, cold start, ${UNLIMITED_PER_SECOND} requests a second allowed:\n`);
console.log(table(['Query', 'Gong requests', 'Budget', 'Wall ms'], rows));
console.log(`\n100 calls × 10 fields, answers of Gong kept in memory: ${cpu}`);

/** Runs operations on a gateway of their own. */
function createRunner(fetch: Fetch) {
  const gateway = createGateway(
    { ...testConfig, requestsPerSecond: UNLIMITED_PER_SECOND, deadlineMs: 60_000 },
    { baseUrl: listening.url, ...DEFAULT_CREDENTIAL },
    { fetch, clock, random: Math.random, logger },
  );
  const apollo = createApolloServer(gateway.schema, logger);
  return async (query: string, variables: Record<string, unknown> = {}): Promise<void> => {
    const { body } = await apollo.executeOperation(
      { query, variables },
      { contextValue: gateway.createContext() },
    );
    if (body.kind === 'single' && body.singleResult.errors !== undefined) {
      throw new Error(JSON.stringify(body.singleResult.errors));
    }
  };
}

/** The gateway's own work for an operation, without the sandbox's: its answers are recorded first. */
async function measureCpu(): Promise<string> {
  const recorded = new Map<string, string>();
  const fetch: Fetch = async (url, init) => {
    const key = `${url} ${init.body ?? ''}`;
    let text = recorded.get(key);
    if (text === undefined) {
      text = await (await gong.fetch(url, init)).text();
      recorded.set(key, text);
    }
    const body = text;
    return { status: 200, headers: { get: () => null }, text: () => Promise.resolve(body) };
  };
  const run = createRunner(fetch);
  for (let count = 0; count < WARM_UP_RUNS; count += 1) await run(WIDE_LIST);
  const before = process.cpuUsage();
  for (let count = 0; count < MEASURED_RUNS; count += 1) await run(WIDE_LIST);
  const { user, system } = process.cpuUsage(before);
  return `${((user + system) / 1000 / MEASURED_RUNS).toFixed(1)} ms CPU per operation`;
}

function table(head: readonly string[], body: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n');
}
