import { afterEach, describe, expect, it } from '@jest/globals';
import type { Fault } from '../../sandbox/src/index.js';
import { credentialsHealth } from '../../src/http/health/credentialsHealth.js';
import { quotaHealth } from '../../src/http/health/quotaHealth.js';
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

/** What Gong may answer, and what follows for the credentials. */
const answers: readonly [string, Fault, string][] = [
  ['401', { kind: 'answer', status: 401, body: { errors: ['Invalid credentials'] } }, 'refused'],
  ['403 for the address', { kind: 'answer', status: 403, body: { errors: ['No.'] } }, 'refused'],
  [
    '401 that names a scope',
    {
      kind: 'answer',
      status: 401,
      body: { errors: ["You don't have permission to use 'api:workspaces:read'"] },
    },
    'ok',
  ],
  ['404', { kind: 'answer', status: 404, body: { errors: ['No such thing.'] } }, 'ok'],
  ['400', { kind: 'answer', status: 400, body: { errors: ['Bad.'] } }, 'ok'],
];

describe('/health/ready', () => {
  it('has a line for each part', async () => {
    expect(await readiness(await start())).toEqual({
      status: 200,
      spent: 0,
      body: {
        status: 'ready',
        sandbox: false,
        parts: {
          gateway: { status: 'ok', message: 'The gateway serves operations.' },
          quota: {
            status: 'ok',
            message: 'The gateway sends requests to Gong.',
            remainingToday: 1_000_000,
            queued: 0,
            keepsCount: true,
          },
          credentials: {
            status: 'untried',
            message: 'Gong has not yet received a request with the credentials.',
          },
        },
      },
    });
  });

  it('says in the sandbox that the data is invented, and sends Gong no request', async () => {
    const server = await start({ config: { isSandbox: true } });
    await server.post(query);

    expect(await readiness(server)).toMatchObject({
      status: 200,
      body: {
        sandbox: true,
        parts: {
          gateway: {
            message: 'The gateway serves operations with invented data of the embedded sandbox.',
          },
          quota: { message: 'The gateway sends requests to the embedded sandbox.' },
          credentials: { status: 'ok', message: expect.stringContaining('The sandbox accepted') },
        },
      },
    });
  });

  it('is ready whatever the status of a part', async () => {
    const redis = { status: 'away', message: 'Redis does not answer.', replicas: 3 };
    const server = await start({ health: { redis: () => redis } });

    expect(await readiness(server)).toMatchObject({
      status: 200,
      body: { status: 'ready', parts: { redis } },
    });
  });

  it('reports that the daily quota is used up', async () => {
    const server = await start({ config: { requestsPerDay: 1 } });
    await server.post(query);

    expect(await readiness(server)).toMatchObject({
      status: 200,
      spent: 0,
      body: { status: 'ready', parts: { quota: { status: 'exhausted', remainingToday: 0 } } },
    });
  });

  it('reports Gong’s pause and its remaining time', async () => {
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

  it('reports that the daily count ends with the process', () => {
    const part = quotaHealth({ queued: 2, remainingToday: 7, hold: null }, false, false);

    expect(part).toEqual({
      status: 'ok',
      message:
        'The gateway sends requests to Gong. The daily count is kept only in memory and restarts at zero with this process.',
      remainingToday: 7,
      queued: 2,
      keepsCount: false,
    });
  });
});

describe('the credentials in /health/ready', () => {
  const status = async (server: TestServer): Promise<unknown> => {
    const { status: code, body, spent } = await readiness(server);
    expect([code, spent]).toEqual([200, 0]);
    return (body as { parts: { credentials: { status: string } } }).parts.credentials.status;
  };

  it.each(answers)('have the status of Gong’s last response: %s', async (_, fault, expected) => {
    const server = await start();
    expect(await status(server)).toBe('untried');

    server.sandbox.faults.add({ fault });
    await server.post(query);

    expect(await status(server)).toBe(expected);
  });

  it('are refused until Gong accepts them again, and both are logged once', async () => {
    const clock = new FakeClock();
    const server = await start({ clock });
    const refusal = { kind: 'answer', status: 401, body: { errors: ['Invalid'] } } as const;
    server.sandbox.faults.add({ fault: refusal, times: 2 });
    const seen: unknown[] = [];

    for (let times = 0; times < 3; times += 1) {
      await server.post(query);
      seen.push(await status(server));
      // So long, a refusal is believed, and the same isn't sent again.
      await clock.advance(15_000);
    }

    expect(seen).toEqual(['refused', 'refused', 'ok']);
    const lines = server.logged.map(({ message }) => message);
    expect(lines.filter((line) => line.includes('the credentials'))).toEqual([
      'Gong rejected the credentials',
      'Gong accepts the credentials again',
    ]);
  });

  it.each<[string, Fault]>([
    ['a 429', { kind: 'answer', status: 429, headers: { 'retry-after': '1200' } }],
    ['a 503', { kind: 'answer', status: 503, body: { errors: ['Down.'] } }],
    ['no response', { kind: 'drop' }],
  ])('keep their status after %s', async (_, fault) => {
    const clock = new FakeClock();
    const server = await start({ clock });
    server.sandbox.faults.add({ fault, times: Infinity });

    await clock.runUntil(server.post(query));

    expect(await status(server)).toBe('untried');
  });

  it('of several companies are counted, and no tenant is named', () => {
    const part = credentialsHealth(
      [{ credentials: 'ok' }, { credentials: 'refused' }, { credentials: 'untried' }],
      false,
    );

    expect(part).toEqual({
      status: 'refused',
      message:
        'Gong rejected the credentials of 1 of 3 companies. The metric gong_gateway_gong_requests_total with ' +
        'outcome="bad-credentials" names their tenants.',
      ok: 1,
      refused: 1,
      untried: 1,
    });
  });
});
