import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { createCompany, createSandbox, type SandboxOptions } from '../../sandbox/src/index.js';
import { openDiskStorage } from '../../src/storage/disk/disk.js';
import { FakeClock } from '../support/clock.js';
import {
  createTestGateway,
  silentLogger,
  type ClientRequest,
  type TestGatewayOptions,
} from '../support/gateway.js';

const NOW = Date.parse('2026-06-01T12:00:00Z');
const HOUR_MS = 3_600_000;
const company = createCompany({ now: NOW, users: 30, calls: 400, days: 60, steady: true });
const QUERY = '{ workspaces { name } }';

function setUp({
  perDay = 2,
  gong,
  ...options
}: TestGatewayOptions & { readonly perDay?: number; readonly gong?: SandboxOptions } = {}) {
  const clock = new FakeClock(NOW);
  const sandbox = createSandbox({ company, clock, requestsPerSecond: Infinity, ...gong });
  const config = { clientRequestsPerDay: perDay, ...options.config };
  const gateway = createTestGateway({ clock, sandbox, ...options, config });
  return {
    clock,
    sandbox,
    gateway,
    /** Runs operations of a client, one after the other. */
    run: async (client: string, ...queries: string[]) => {
      const answers = [];
      for (const query of queries) {
        answers.push(await clock.runUntil(gateway.trace(query, {}, { client })));
      }
      return answers;
    },
    ask: (query: string, request: ClientRequest) =>
      clock.runUntil(gateway.trace(query, {}, request)),
  };
}

const used = async (
  gateway: ReturnType<typeof setUp>['gateway'],
  client: string,
): Promise<unknown> => {
  const query = '{ quota { clientRequestsToday clientRequestsPerDay usedToday } }';
  return (await gateway.execute(query, {}, { client })).data?.['quota'];
};

const exhausted = { extensions: { code: 'QUOTA_EXHAUSTED', retryable: true } };

describe('GATEWAY_CLIENT_REQUESTS_PER_DAY', () => {
  it('refuses fields that need Gong when the client has used it up, and sends nothing', async () => {
    const { gateway, run } = setUp();
    const [, second, refused] = await run('web', QUERY, QUERY, QUERY);

    expect(second?.errors).toBeUndefined();
    expect(refused?.sent).toEqual([]);
    expect(refused?.errors).toMatchObject([
      {
        path: ['workspaces'],
        message:
          "The client's daily budget of 2 Gong requests is used up. It renews at 2026-06-02T00:00:00.000Z. " +
          'Try again then. An operator can raise GATEWAY_CLIENT_REQUESTS_PER_DAY.',
        extensions: { code: 'QUOTA_EXHAUSTED', retryable: true, retryAfterSeconds: 12 * 3600 },
      },
    ]);
    expect(await used(gateway, 'web')).toEqual({
      clientRequestsToday: 2,
      clientRequestsPerDay: 2,
      usedToday: 2,
    });
  });

  it('leaves other clients alone', async () => {
    const { gateway, run } = setUp();
    await run('web', QUERY, QUERY);
    const [other] = await run('bi', QUERY);

    expect([other?.errors, other?.sent.length]).toEqual([undefined, 1]);
    expect(await used(gateway, 'bi')).toMatchObject({ clientRequestsToday: 1, usedToday: 3 });
  });

  it("renews with the company's day", async () => {
    const { clock, run } = setUp({ config: { dayTimeZone: 'America/New_York' } });
    await run('web', QUERY, QUERY);
    await clock.advance(16 * HOUR_MS - 30_000);
    const [before] = await run('web', QUERY);
    await clock.advance(30_000);
    const [after] = await run('web', QUERY);

    expect(before?.errors).toMatchObject([exhausted]);
    expect(after?.errors).toBeUndefined();
  });

  it('counts retries', async () => {
    const { gateway, sandbox, run } = setUp({ perDay: 3 });
    sandbox.faults.add({ fault: { kind: 'answer', status: 503 }, times: 2 });
    await run('web', QUERY);

    expect(await used(gateway, 'web')).toMatchObject({ clientRequestsToday: 3 });
  });

  it('ends the retries of a request', async () => {
    const { sandbox, run } = setUp({ perDay: 2 });
    sandbox.faults.add({ fault: { kind: 'answer', status: 503 }, times: 2 });
    const [answer] = await run('web', QUERY);

    expect(answer?.sent).toHaveLength(2);
    expect(answer?.errors).toMatchObject([exhausted]);
  });

  it('counts and refuses mutations', async () => {
    const { gateway, run } = setUp({ perDay: 1 });
    const [host] = company.users;
    const create = (id: string) => `mutation { createCall(input: {
      clientUniqueId: "${id}", primaryUserId: "${host?.id}", direction: INBOUND,
      actualStart: "2026-05-30T10:00:00Z", parties: [{ userId: "${host?.id}" }]
    }) { callId } }`;
    if (host !== undefined) host.settings.telephonyCallsImported = true;
    const [first, second] = await run('web', create('one'), create('two'));

    expect(first?.errors).toBeUndefined();
    expect(second?.errors).toMatchObject([exhausted]);
    expect(second?.sent).toEqual([]);
    expect(await used(gateway, 'web')).toMatchObject({ clientRequestsToday: 1 });
  });

  it('cuts a list that has items', async () => {
    const { run } = setUp();
    const [cut] = await run('web', '{ calls(first: 400) { nodes { id } } }');

    expect(cut?.errors).toBeUndefined();
    expect(cut?.extensions?.gong?.incomplete).toEqual([
      { path: ['calls'], code: 'QUOTA_EXHAUSTED' },
    ]);
  });

  it('still serves what is cached', async () => {
    const { run } = setUp({ perDay: 1, config: { cacheTtlSeconds: 300 } });
    const [, again] = await run('web', QUERY, QUERY);

    expect([again?.errors, again?.sent.length]).toEqual([undefined, 0]);
  });

  it('is not used by an estimate', async () => {
    const { gateway, ask } = setUp();
    await ask(QUERY, { client: 'web', extensions: { gong: { estimateOnly: true } } });

    expect(await used(gateway, 'web')).toMatchObject({ clientRequestsToday: 0 });
  });

  it('lets a client share a request that another one pays', async () => {
    const { clock, gateway, sandbox, run } = setUp({ perDay: 1 });
    await run('web', QUERY);
    const before = sandbox.requests.length;
    const query = '{ trackers { name } }';
    const answers = await clock.runUntil(
      Promise.all(['bi', 'web'].map((client) => gateway.execute(query, {}, { client }))),
    );

    expect(sandbox.requests.length - before).toBe(1);
    expect(answers.map(({ errors }) => errors)).toEqual([undefined, undefined]);
    expect(await used(gateway, 'web')).toMatchObject({ clientRequestsToday: 1 });
    expect(await used(gateway, 'bi')).toMatchObject({ clientRequestsToday: 1 });
  });

  it('can differ in the tenants file', async () => {
    const tenants = new Map([['default', { clientRequestsPerDay: 1 }]]);
    const { gateway, run } = setUp({ perDay: 5, config: { tenants } });
    const [, second] = await run('web', QUERY, QUERY);

    expect(second?.errors).toMatchObject([exhausted]);
    expect(await used(gateway, 'web')).toMatchObject({ clientRequestsPerDay: 1 });
  });

  it('survives a restart', async () => {
    const stateDir = mkdtempSync(join(tmpdir(), 'budgets-'));
    const open = (clock: FakeClock) =>
      openDiskStorage({ stateDir, secret: 's' }, clock, silentLogger);
    try {
      const before = setUp({ storage: open(new FakeClock(NOW)) });
      await before.run('web', QUERY, QUERY);
      const after = setUp({ storage: open(new FakeClock(NOW)) });
      const [refused] = await after.run('web', QUERY);
      const [other] = await after.run('bi', QUERY);

      expect(refused?.errors).toMatchObject([exhausted]);
      expect(other?.errors).toBeUndefined();
    } finally {
      rmSync(stateDir, { recursive: true, force: true });
    }
  });
});

it('counts the requests of each client when there is no budget', async () => {
  const { gateway, run } = setUp({ config: { clientRequestsPerDay: undefined } });
  await run('web', QUERY, QUERY, QUERY);

  expect(await used(gateway, 'web')).toEqual({
    clientRequestsToday: 3,
    clientRequestsPerDay: null,
    usedToday: 3,
  });
});
