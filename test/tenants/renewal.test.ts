import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ConnectionStore } from '../../src/tenants/connections/connectionStore.js';
import { RedisConnectionStore } from '../../src/storage/redis/redisConnections.js';
import { systemClock, type Clock } from '../../src/lib/clock.js';
import type { Fetch } from '../../src/gong/exchange.js';
import { connectToRedis } from '../../src/storage/redis/connection.js';
import { Sealer } from '../../src/lib/sealer.js';
import { openFileConnections } from '../../src/storage/disk/disk.js';
import { RecordingLogger } from '../storage/redis/support.js';
import { startRedis, type TestRedis } from '../support/redis.js';
import { createAcme, SECRET, startTenantServer, type TenantServer } from './support.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** Real time, which a test can move on. */
class MovableClock implements Clock {
  private movedMs = 0;

  move(ms: number): void {
    this.movedMs += ms;
  }
  now(): number {
    return systemClock.now() + this.movedMs;
  }
  monotonic(): number {
    return systemClock.monotonic() + this.movedMs;
  }
  after(delayMs: number, task: () => void): () => void {
    return systemClock.after(delayMs, task);
  }
}

interface Shared {
  /** The store as one more gateway opens it. */
  readonly open: (clock: Clock) => ConnectionStore;
  readonly close: () => void;
}

let folder: string;
let redis: TestRedis;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'renewal-'));
  redis = await startRedis();
});
afterAll(async () => {
  await redis.close();
  await rm(folder, { recursive: true });
});

const shared: readonly [string, () => Shared][] = [
  [
    'one state folder',
    () => {
      const stateDir = join(folder, randomUUID());
      return {
        open: (clock) =>
          openFileConnections({ stateDir, secret: SECRET }, clock, new RecordingLogger()),
        close: () => undefined,
      };
    },
  ],
  [
    'one Redis',
    () => {
      const connection = connectToRedis(redis.url);
      return {
        open: (clock) =>
          new RedisConnectionStore({
            redis: connection,
            sealer: new Sealer(SECRET, 'connection'),
            clock,
            createId: randomUUID,
          }),
        close: () => {
          connection.disconnect();
        },
      };
    },
  ],
];

/** Runs a test against two gateways of one company. */
async function withTwoGateways(
  { open, close }: Shared,
  run: (servers: readonly [TenantServer, TenantServer], clock: MovableClock) => Promise<void>,
  intercept: (next: Fetch) => Fetch = (next) => next,
): Promise<void> {
  const clock = new MovableClock();
  const acme = createAcme(clock);
  const start = (): Promise<TenantServer> =>
    startTenantServer({ clock, acme, connections: open(clock), fetch: intercept });
  const servers = [await start(), await start()] as const;
  try {
    await servers[0].connect('acme');
    await run(servers, clock);
  } finally {
    await Promise.all(servers.map((server) => server.close()));
    close();
  }
}

/** Twenty operations at once that share no request, half of them at each gateway. */
const askTwenty = (
  servers: readonly TenantServer[],
  round = 0,
): Promise<Awaited<ReturnType<TenantServer['query']>>[]> =>
  Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      servers[index % servers.length]?.query(
        'acme-token',
        `{ calls(filter: { from: "2020-01-01T00:${round}0:${10 + index}Z" }, first: 1) { nodes { id } } }`,
      ),
    ).flatMap((answer) => answer ?? []),
  );

const isToken = (url: string): boolean => url.includes('/oauth2/generate-customer-token');

describe.each(shared)('two instances on %s', (_, createShared) => {
  it('renew a refused access token once for 20 operations, however old it is', async () => {
    await withTwoGateways(createShared(), async (servers, clock) => {
      const { oauth } = servers[0].acme;
      const ages = [5 * SECOND, 50 * MINUTE, MINUTE, 5 * SECOND];
      for (const [round, age] of ages.entries()) {
        clock.move(age);
        oauth.expireAccessTokens();
        const before = servers[0].acme.requests.length;
        const answers = await askTwenty(servers, round);
        expect(answers.flatMap(({ errors = [] }) => errors)).toEqual([]);
        const sent = servers[0].acme.requests.slice(before).map(({ status }) => status);
        expect(sent.filter((status) => status === 200)).toHaveLength(20);
        expect(sent.length).toBeLessThanOrEqual(40);
        expect([age, oauth.tokenRequests('refresh_token')]).toEqual([age, round + 1]);
      }
    });
  });

  it('say to connect again when the response to a renewal is lost', async () => {
    let lost = 0;
    const loseFirst =
      (next: Fetch): Fetch =>
      async (url, init) => {
        const answer = await next(url, init);
        if (!isToken(url) || !url.includes('refresh_token') || lost > 0) return answer;
        lost += 1;
        throw new Error('socket hang up');
      };
    await withTwoGateways(
      createShared(),
      async (servers, clock) => {
        clock.move(5 * SECOND);
        servers[0].acme.oauth.expireAccessTokens();
        await askTwenty(servers);
        clock.move(3 * SECOND);
        const answers = await askTwenty(servers, 1);

        expect(answers).toHaveLength(20);
        for (const { errors } of answers) {
          expect(errors).toMatchObject([
            {
              message: expect.stringContaining('/oauth/gong/start?tenant=acme'),
              extensions: { code: 'GONG_BAD_CREDENTIALS', retryable: false },
            },
          ]);
        }
        for (const { origin } of servers) {
          const ready = await fetch(`${origin}/health/ready`);
          expect(await ready.json()).toMatchObject({
            parts: { connections: { status: 'revoked', connected: 0, revoked: 1 } },
          });
        }
        await servers[1].connect('acme');
        // The other gateway looks again after a second.
        clock.move(SECOND);
        const again = await askTwenty(servers, 2);
        expect(again.flatMap(({ errors = [] }) => errors)).toEqual([]);
      },
      loseFirst,
    );
  });
});
