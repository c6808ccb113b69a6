import { systemClock } from '../src/lib/clock.js';
import type { Fetch } from '../src/gong/exchange.js';
import { createKeepAliveFetch } from '../src/gong/fetch.js';
import { createSandbox, type Sandbox } from '../sandbox/src/index.js';
import { createRunner, densest, percentile, type Runner } from './support.js';

const PER_SECOND = 3;
const SECOND_MS = 1000;
const LOAD_SECONDS = 60;
/** Until the margin of the rate has adapted. */
const SETTLED_SECONDS = 10;
const MAX_DELAY_MS = 150;
const EXPORT = `query Export($after: String) {
  calls(first: 1000, after: $after) {
    nodes { id title brief transcript { wordCount } }
    pageInfo { hasNextPage endCursor }
  }
}`;
const SMALL = 'query Small($id: ID!) { call(id: $id) { title brief } }';

/** Three requests a second, as at Gong: what is used of them, and who waits how long. */
export async function measureRate(): Promise<string> {
  const flood = await withGong(async (runner, sandbox) => {
    // What can be joined is: lists of different windows can't.
    await Promise.all(
      Array.from({ length: 60 }, (_, index) => {
        const from = new Date(Date.UTC(2026, 0, 1 + index)).toISOString();
        const query = `{ calls(first: 1, filter: { from: "${from}" }) { nodes { id } } }`;
        return runner.run(query, {}, `client ${index % 5}`);
      }),
    );
    return `Flood of lists: ${usage(sandbox.requests)}`;
  });
  const fairness = await withGong(async (runner, sandbox, ids) => {
    let isOver = false;
    const exporting = Array.from({ length: 4 }, async (_, index) => {
      for (let after: unknown = null; !isOver;) {
        const { data } = await runner.run(EXPORT, { after }, `export ${index}`);
        const { pageInfo } = data['calls'] as { pageInfo: { endCursor: string | null } };
        after = pageInfo.endCursor;
      }
    });
    const waits: number[] = [];
    for (let count = 0; count < 40; count += 1) {
      await new Promise((resolve) => setTimeout(resolve, 400));
      const id = ids[(count * 7) % ids.length];
      const { tookMs } = await runner.run(SMALL, { id }, 'people');
      waits.push(tookMs);
    }
    isOver = true;
    const line = usage(sandbox.requests);
    void Promise.allSettled(exporting);
    return [
      `Small queries beside four exports of 1,000 calls each: median ${percentile(waits, 0.5).toFixed(0)} ms, ` +
        `99th percentile ${percentile(waits, 0.99).toFixed(0)} ms, longest ${Math.max(...waits).toFixed(0)} ms`,
      `Meanwhile: ${line}`,
    ].join('\n');
  });
  const even = await withGong((runner, sandbox) => measureLoad(runner, sandbox));
  const uneven = await withGong((runner, sandbox) => measureLoad(runner, sandbox), delayed);
  return [
    flood,
    fairness,
    `${LOAD_SECONDS} seconds of load: ${even}`,
    `The same with up to ${MAX_DELAY_MS} ms on the way to Gong: ${uneven}`,
  ].join('\n');
}

/** Clients that together always have a request to send. */
async function measureLoad(runner: Runner, sandbox: Sandbox): Promise<string> {
  const startedAt = performance.now();
  let windows = 0;
  const send = async (client: string): Promise<void> => {
    while (performance.now() - startedAt < LOAD_SECONDS * SECOND_MS) {
      const from = new Date(Date.UTC(2026, 0, 1, windows)).toISOString();
      windows += 1;
      const query = `{ calls(first: 1, filter: { from: "${from}" }) { nodes { id } } }`;
      await runner.run(query, {}, client);
    }
  };
  await Promise.all(Array.from({ length: 2 * PER_SECOND }, (_, index) => send(`client ${index}`)));
  const refused = sandbox.requests.filter(({ status }) => status === 429);
  const firstAt = Math.min(...sandbox.requests.map(({ at }) => at));
  const late = refused.filter(({ at }) => at - firstAt > SETTLED_SECONDS * SECOND_MS).length;
  return `${usage(sandbox.requests)}; after the first ${SETTLED_SECONDS} s, ${late} × 429`;
}

/** A way to Gong that takes some requests longer than others. */
function delayed(fetch: Fetch): Fetch {
  return async (url, init) => {
    init.onSent();
    await new Promise((resolve) => setTimeout(resolve, Math.random() * MAX_DELAY_MS));
    return fetch(url, { ...init, onSent: () => undefined });
  };
}

async function withGong(
  measure: (runner: Runner, sandbox: Sandbox, ids: readonly string[]) => Promise<string>,
  way: (fetch: Fetch) => Fetch = (fetch) => fetch,
): Promise<string> {
  const sandbox = createSandbox({ calls: 4000, requestsPerSecond: PER_SECOND });
  const listening = await sandbox.listen();
  const gong = createKeepAliveFetch(systemClock);
  const runner = createRunner({
    baseUrl: listening.url,
    fetch: way(gong.fetch),
    config: { requestsPerSecond: PER_SECOND },
  });
  const ids = sandbox.company.calls.map(({ metaData }) => metaData.id);
  try {
    return await measure(runner, sandbox, ids);
  } finally {
    gong.close();
    await listening.close();
  }
}

/** How well requests kept to a rate, by when they arrived. */
export function usage(requests: Sandbox['requests'], perSecond = PER_SECOND): string {
  const moments = requests.map(({ at }) => at);
  const spanMs = Math.max(...moments) - Math.min(...moments);
  // What a strict window lets through in that time: so many at once, and so many each second after.
  const permitted = perSecond * (Math.floor(spanMs / SECOND_MS) + 1);
  const accepted = requests.filter(({ status }) => status !== 429).length;
  return (
    `${moments.length} requests in ${(spanMs / SECOND_MS).toFixed(1)} s, ` +
    `${((accepted / permitted) * 100).toFixed(1)} % of the permitted rate, ${moments.length - accepted} × 429, ` +
    `at most ${densest(moments, SECOND_MS)} in any second`
  );
}
