import { systemClock } from '../src/lib/clock.js';
import { createKeepAliveFetch } from '../src/gong/fetch.js';
import { createSandbox } from '../sandbox/src/index.js';
import { createRunner } from './support.js';

const DASHBOARD = `{
  calls(order: NEWEST_FIRST, first: 50) {
    nodes { title startedAt primaryUser { name } trackers { name count } transcript { wordCount } }
  }
  workspaces { name folders { name } }
}`;
const RUNS = 200;

/** The same dashboard again and again: first all at once, then one after the other. */
export async function measureSavings(): Promise<string> {
  const sandbox = createSandbox({ requestsPerSecond: Infinity, requestsPerDay: Infinity });
  const listening = await sandbox.listen();
  const gong = createKeepAliveFetch(systemClock);
  const create = (cacheTtlSeconds: number) =>
    createRunner({ baseUrl: listening.url, fetch: gong.fetch, config: { cacheTtlSeconds } });
  const { cost: alone } = await create(0).run(DASHBOARD);

  const sharing = create(0);
  await Promise.all(Array.from({ length: RUNS }, () => sharing.run(DASHBOARD)));
  const before = sandbox.requests.length;
  const atOnce = before - alone.requests;

  const caching = create(300);
  for (let count = 0; count < RUNS; count += 1) await caching.run(DASHBOARD);
  const oneByOne = sandbox.requests.length - before;

  const startedAt = performance.now();
  const runs = 500;
  for (let count = 0; count < runs; count += 1) await caching.run(DASHBOARD);
  const perSecond = runs / ((performance.now() - startedAt) / 1000);
  gong.close();
  await listening.close();
  const naive = RUNS * alone.requests;
  return [
    `A dashboard of ${alone.requests} requests, ${RUNS} times (${naive} requests without sharing): ` +
      `all at once without a cache ${atOnce}, one after the other with it ${oneByOne}`,
    `The same dashboard from the cache (50 calls, five fields and three references each): ` +
      `${perSecond.toFixed(0)} a second in one process`,
  ].join('\n');
}
