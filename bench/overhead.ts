import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { systemClock } from '../src/lib/clock.js';
import { createKeepAliveFetch } from '../src/gong/fetch.js';
import type { Fetch } from '../src/gong/exchange.js';
import { createSandbox } from '../sandbox/src/index.js';
import { createRunner } from './support.js';

const WARM_UP_RUNS = 20;
const MEASURED_RUNS = 100;
const EXPORTED_CALLS = 10_000;

/** A hundred calls, ten fields each. */
const WIDE_LIST = `{ calls(first: 100) { nodes {
  id title url startedAt durationSeconds direction scope mediaType system isPrivate
} } }`;
const EXPORT = `query ($after: String) { calls(first: 1000, after: $after) {
  nodes { id title url startedAt durationSeconds direction scope mediaType system isPrivate }
  pageInfo { hasNextPage endCursor }
} }`;

/** The gateway's own work, without the sandbox's: its answers are recorded first. */
export async function measureOverhead(): Promise<string> {
  const sandbox = createSandbox({
    calls: EXPORTED_CALLS,
    requestsPerSecond: Infinity,
    requestsPerDay: Infinity,
  });
  const listening = await sandbox.listen();
  const gong = createKeepAliveFetch(systemClock);
  const recorded = new Map<string, string>();
  const fetch: Fetch = async (url, init) => {
    const key = `${url} ${typeof init.body === 'string' ? init.body : ''}`;
    let text = recorded.get(key);
    if (text === undefined) {
      text = await (await gong.fetch(url, init)).text();
      recorded.set(key, text);
    }
    const body = text;
    return { status: 200, headers: { get: () => null }, text: () => Promise.resolve(body) };
  };
  const uncached = createRunner({ baseUrl: listening.url, fetch });
  const cached = createRunner({
    baseUrl: listening.url,
    fetch,
    config: { cacheTtlSeconds: 300 },
  });
  const cpu = async (run: () => Promise<unknown>): Promise<string> => {
    for (let count = 0; count < WARM_UP_RUNS; count += 1) await run();
    const before = process.cpuUsage();
    for (let count = 0; count < MEASURED_RUNS; count += 1) await run();
    const { user, system } = process.cpuUsage(before);
    return `${((user + system) / 1000 / MEASURED_RUNS).toFixed(1)} ms CPU`;
  };
  const lines = [
    `100 calls × 10 fields, Gong's answers in memory: ${await cpu(() => uncached.run(WIDE_LIST))} an operation`,
    `The same from the cache: ${await cpu(() => cached.run(WIDE_LIST))} an operation`,
  ];

  await exportAll(uncached.run);
  const collectGarbage = garbageCollector();
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  let peak = 0;
  await exportAll(uncached.run, () => {
    peak = Math.max(peak, process.memoryUsage().heapUsed);
  });
  collectGarbage();
  const kept = process.memoryUsage().heapUsed - before;
  gong.close();
  await listening.close();
  lines.push(
    `${EXPORTED_CALLS} calls exported, 1,000 an operation: ${mib(Math.max(0, peak - before))} above the start at ` +
      `most, ${mib(Math.max(0, kept))} after it`,
  );
  return lines.join('\n');
}

async function exportAll(
  run: (query: string, variables: Record<string, unknown>) => Promise<{ data: object }>,
  onPage: () => void = () => undefined,
): Promise<void> {
  for (let after: string | null = null, hasNextPage = true; hasNextPage;) {
    const { data } = await run(EXPORT, { after });
    const { calls } = data as {
      calls: { pageInfo: { hasNextPage: boolean; endCursor: string | null } };
    };
    ({ endCursor: after, hasNextPage } = calls.pageInfo);
    onPage();
  }
}

function garbageCollector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}

function mib(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}
