import { afterEach, describe, expect, it } from '@jest/globals';
import { quotaHealth } from '../../src/server/quotaHealth.js';
import { FakeClock } from '../support/clock.js';
import { startServer, type TestServer, type TestServerOptions } from './support.js';

const query = '{ workspaces { id } }';
const running: TestServer[] = [];

async function start(options: TestServerOptions = {}): Promise<TestServer> {
  const server = await startServer(options);
  running.push(server);
  return server;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map(({ app }) => app.close()));
});

async function readiness({ origin, sandbox }: TestServer) {
  const before = sandbox.requests.length;
  const response = await fetch(`${origin}/health/ready`);
  const body: unknown = await response.json();
  return { status: response.status, body, spent: sandbox.requests.length - before };
}

describe('/health/ready', () => {
  it('has a line for each part', async () => {
    expect(await readiness(await start())).toEqual({
      status: 200,
      spent: 0,
      body: {
        status: 'ready',
        parts: {
          gateway: { status: 'ok', message: 'Operations are served.' },
          quota: {
            status: 'ok',
            message: 'Requests are sent to Gong.',
            remainingToday: 1_000_000,
            queued: 0,
            keepsCount: true,
          },
        },
      },
    });
  });

  it('is ready whatever a part has to tell', async () => {
    const redis = { status: 'away', message: 'Redis does not answer.', replicas: 3 };
    const server = await start({ health: { redis: () => redis } });

    expect(await readiness(server)).toMatchObject({
      status: 200,
      body: { status: 'ready', parts: { redis } },
    });
  });

  it("tells that the day's requests are used up", async () => {
    const server = await start({ config: { requestsPerDay: 1 } });
    await server.post(query);

    expect(await readiness(server)).toMatchObject({
      status: 200,
      spent: 0,
      body: { status: 'ready', parts: { quota: { status: 'exhausted', remainingToday: 0 } } },
    });
  });

  it('tells that Gong asked to wait, for how long, and when that is over', async () => {
    const clock = new FakeClock();
    const server = await start({ clock });
    server.sandbox.faults.add({
      fault: { kind: 'answer', status: 429, headers: { 'retry-after': '1200' } },
    });
    await server.post(query);

    const held = await readiness(server);
    await clock.advance(1_199_500);
    const nearlyOver = await readiness(server);
    await clock.advance(500);
    const over = await readiness(server);

    expect([held.status, nearlyOver.status, over.status]).toEqual([200, 200, 200]);
    expect([held.body, nearlyOver.body, over.body]).toMatchObject([
      { status: 'ready', parts: { quota: { status: 'held', retryAfterSeconds: 1200 } } },
      { parts: { quota: { status: 'held', retryAfterSeconds: 1 } } },
      { parts: { quota: { status: 'ok' } } },
    ]);
  });

  it("tells that the day's count ends with the process", () => {
    const part = quotaHealth({ queued: 2, remainingToday: 7, hold: null }, false);

    expect(part).toEqual({
      status: 'ok',
      message:
        "Requests are sent to Gong. The day's count is kept in memory alone: it begins anew when this process does.",
      remainingToday: 7,
      queued: 2,
      keepsCount: false,
    });
  });
});
