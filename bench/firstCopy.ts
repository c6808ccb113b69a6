import { createSandbox } from '../sandbox/src/index.js';
import { DAY_MS, HOUR_MS } from '../src/lib/clock.js';
import { FakeWire } from '../test/gong/support.js';
import { FakeClock } from '../test/support/clock.js';
import { FastGong } from '../test/company/sync/fastGong.js';
import { setUpSync } from '../test/company/sync/support.js';
import { startGateway } from './gatewayProcess.js';
import { percentile } from './support.js';

const PER_SECOND = 3;
const SECOND_MS = 1000;
const CALLS = 50_000;
const DAYS = 100;
const READS = 40;

/** How many requests the first copy takes, and what clients notice of it. */
export async function measureFirstCopy(): Promise<string> {
  const requests = await countRequests();
  const without = await measureReads('off');
  const beside = await measureReads('on');
  return [
    `First copy of ${CALLS} calls: ${requests} requests`,
    `A read each second, of a call or of a page, without a first copy: ${without}`,
    `Beside one: ${beside}`,
  ].join('\n');
}

/** In simulated time. */
async function countRequests(): Promise<number> {
  const start = Date.parse('2026-06-01T06:00:00Z');
  const clock = new FakeClock(start);
  const calls = Array.from({ length: CALLS }, (_, index) => {
    const startMs = start - ((index + 1) * (DAYS - 1) * DAY_MS) / CALLS;
    const id = String(1_000_000 + index);
    return { id, startMs, shownAt: startMs, analyzedAt: startMs };
  });
  const gong = new FastGong(calls, () => clock.now());
  const wire = new FakeWire(clock, gong.answer);
  const { syncer, replica } = setUpSync({ clock, fetch: wire.fetch, config: { sinceDays: DAYS } });
  syncer.start();
  while (syncer.status.state === 'FILLING') await clock.advance(HOUR_MS / 60);
  const requests = wire.sent.length;
  await syncer.stop();
  if (replica.calls.size !== CALLS)
    throw new Error(`Only ${replica.calls.size} calls were copied.`);
  return requests;
}

/** At three requests a second, as at Gong. */
async function measureReads(replica: 'on' | 'off'): Promise<string> {
  const sandbox = createSandbox({ calls: 8000, requestsPerSecond: PER_SECOND });
  const gong = await sandbox.listen();
  const gateway = await startGateway(gong.url, { GATEWAY_REPLICA: replica });
  const ids = sandbox.company.calls.map(({ metaData }) => metaData.id);
  const times: number[] = [];
  try {
    for (let count = 0; count < READS; count += 1) {
      const id = ids[(count * 7) % ids.length] ?? '';
      const from = new Date(Date.UTC(2026, 0, 1, 0, count)).toISOString();
      const query =
        count % 2 === 0
          ? `{ call(id: "${id}") { title brief } }`
          : `{ calls(first: 20, filter: { from: "${from}" }) { nodes { id title } } }`;
      const startedAt = performance.now();
      await read(gateway.origin, query);
      times.push(performance.now() - startedAt);
      await new Promise((resolve) => setTimeout(resolve, SECOND_MS));
    }
    const sent = sandbox.requests.filter(({ status }) => status === 200).length;
    return (
      `median ${percentile(times, 0.5).toFixed(0)} ms, 95th percentile ${percentile(times, 0.95).toFixed(0)} ms, ` +
      `longest ${Math.max(...times).toFixed(0)} ms; ${sent} requests in the same time`
    );
  } finally {
    await gateway.kill();
    await gong.close();
  }
}

async function read(origin: string, query: string): Promise<void> {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { errors } = (await response.json()) as { errors?: unknown };
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
}
