import { createServer } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { type Fetch } from '../../../src/gong/exchange.js';
import { createFetch } from '../../../sandbox/src/index.js';
import { FakeClock } from '../../support/clock.js';
import { NOW, sandboxOf, ShiftedClock, visit, withKey, READ_SCOPES } from './support.js';

describe('Limits', () => {
  it.each([
    ['quota-exhausted', { GONG_REQUESTS_PER_DAY: '1' }, 'the daily quota is used up'],
    [
      'slow',
      { GONG_REQUESTS_PER_SECOND: '0.02' },
      'the requests would take too long within the rate limit',
    ],
  ])('can prevent the check of scopes: %s', async (_which, environment, reason) => {
    const { about } = await visit({ ...withKey(), ...environment });

    expect(about('Scopes')[1]).toMatchObject({
      grade: 'warning',
      says: `not checked, because ${reason}:`,
      words: expect.arrayContaining(['api:calls:read:extensive']),
    });
  });

  it.each([
    ['GONG_REQUESTS_PER_SECOND', '4', 'allows a company 3 requests a second'],
    ['GONG_REQUESTS_PER_DAY', '20000', 'allows a company 10000 requests a day'],
  ])('beyond what Gong allows are a warning: %s', async (name, value, says) => {
    const { about } = await visit({ ...withKey(), [name]: value });

    expect(about('Limits')[0]).toMatchObject({
      grade: 'warning',
      says: expect.stringContaining(`${name} is ${value}, but Gong ${says}`),
      todo: expect.stringContaining(`Set ${name}=`),
    });
  });

  it('are respected when they are low', async () => {
    const { sandbox, about } = await visit({ ...withKey(), GONG_REQUESTS_PER_SECOND: '0.1' });

    const ats = sandbox.requests.map(({ at }) => at);
    expect(ats.slice(1).every((at, index) => at - (ats[index] ?? 0) >= 10_000)).toBe(true);
    expect(sandbox.requests).toHaveLength(5);
    expect(about('Scopes')[0]?.words).toEqual(READ_SCOPES);
  });

  it('per day that are used up are a problem, and nothing is sent', async () => {
    const environment = { ...withKey(), GONG_REQUESTS_PER_DAY: '5' };
    const first = await visit(environment);

    const { about, sandbox } = await visit(environment);

    expect(first.about('Limits')[1]).toMatchObject({ grade: 'problem' });
    expect(about('Limits')[1]).toEqual({
      grade: 'problem',
      about: 'Limits',
      says: "5 of the day's 5 requests are used, including those of the doctor.",
      todo: expect.stringContaining('2026-06-02T00:00:00.000Z (midnight in UTC)'),
    });
    expect(about('Host')).toMatchObject([
      {
        grade: 'warning',
        says: 'the doctor sent no request to api.gong.io. The other findings give the reason.',
      },
    ]);
    expect(sandbox.requests).toEqual([]);
  });

  it('per day that are almost used up are a warning', async () => {
    const { about } = await visit({ ...withKey(), GONG_REQUESTS_PER_DAY: '6' });

    expect(about('Limits')[1]).toMatchObject({
      grade: 'warning',
      says: expect.stringContaining("5 of the day's 6"),
    });
  });

  it('that other programs exceed show as a 429, after which the doctor waits', async () => {
    const clock = new FakeClock(NOW);
    const sandbox = sandboxOf(clock);
    sandbox.faults.add({
      operationId: 'listMultipleUsers',
      fault: { kind: 'answer', status: 429, headers: { 'retry-after': '7' } },
    });

    const { about, diagnosis } = await visit(withKey(), { sandbox, clock });

    expect(about('Limits').at(-1)).toEqual({
      grade: 'warning',
      about: 'Limits',
      says: 'Gong rejected 1 request of the doctor with 429, and requested a pause of 7 s.',
      todo: expect.stringContaining('GONG_REQUESTS_PER_SECOND'),
    });
    expect((sandbox.requests[1]?.at ?? 0) - NOW).toBeGreaterThanOrEqual(7000);
    // The repeated one is one of the five: the last isn't tried.
    expect([diagnosis.requests, sandbox.requests.length]).toEqual([5, 5]);
    expect(about('Scopes')[1]?.words).toContain('api:settings:scorecards:read');
  });

  it('that Gong enforces with a long pause are a problem, also for a later run', async () => {
    const clock = new FakeClock(NOW);
    const sandbox = sandboxOf(clock);
    const environment = withKey();
    sandbox.faults.add({
      fault: { kind: 'answer', status: 429, headers: { 'retry-after': '3600' } },
    });

    const first = await visit(environment, { sandbox, clock });
    await clock.advance(600_000);
    const { about, diagnosis } = await visit(environment, { sandbox, clock });

    const held = (visited: typeof first) => visited.about('Limits').at(-1)?.says;
    expect(held(first)).toBe(
      'Gong requested a pause: the gateway sends nothing for another 3600 s.',
    );
    expect(about('Limits').at(-1)).toMatchObject({
      grade: 'problem',
      says: 'Gong requested a pause: the gateway sends nothing for another 3000 s.',
    });
    expect(first.about('Host')).toMatchObject([{ grade: 'ok' }]);
    expect(first.about('Key')).toMatchObject([{ grade: 'warning' }]);
    expect([first.diagnosis.requests, diagnosis.requests, sandbox.requests.length]).toEqual([
      1, 0, 1,
    ]);
  });
});

describe('The clock', () => {
  const dated = (date: number): Fetch => {
    const sandbox = sandboxOf(new FakeClock(NOW));
    const wire = createFetch(sandbox);
    return async (url, init) => {
      const response = await wire(url, init);
      response.headers.set('date', new Date(date).toUTCString());
      return response;
    };
  };

  it.each([
    ['ahead', NOW - 90_000, "clock is 89 s ahead of Gong's"],
    ['behind', NOW + 90_000, "clock is 90 s behind Gong's"],
  ])('is a warning when it is %s', async (_which, date, says) => {
    const { about } = await visit(
      { ...withKey(), GONG_REQUESTS_PER_DAY: '1' },
      { fetch: dated(date) },
    );

    expect(about('Clock')).toMatchObject([
      { grade: 'warning', says: expect.stringContaining(says), todo: expect.any(String) },
    ]);
  });

  it('can differ by a few seconds', async () => {
    const { about } = await visit(
      { ...withKey(), GONG_REQUESTS_PER_DAY: '1' },
      { fetch: dated(NOW - 4_000) },
    );

    expect(about('Clock')).toMatchObject([{ grade: 'ok' }]);
  });
});

describe('What only this machine shows', () => {
  const jwt = {
    GATEWAY_JWKS_URL: 'https://login.test/jwks',
    GATEWAY_JWT_ISSUER: 'https://login.test/',
    GATEWAY_JWT_AUDIENCE: 'gateway',
  };

  it('includes a folder that is not writable', async () => {
    const { about, sandbox } = await visit({ ...withKey(), GATEWAY_STATE_DIR: '/dev/null/state' });

    expect(about('State')).toMatchObject([
      { grade: 'warning', says: expect.stringContaining('is not writable (ENOTDIR)') },
    ]);
    expect(about('Limits')[1]?.says).toContain('is unknown');
    expect(sandbox.requests).toHaveLength(5);
  });

  const behindTls = { HOST: '0.0.0.0', GATEWAY_BEHIND_TLS: 'on' };
  it.each([
    [{}, 'ok', 'serves only this machine'],
    [{ HOST: '0.0.0.0', GATEWAY_OPEN: 'true' }, 'warning', 'every machine that can reach'],
    [{ HOST: '0.0.0.0', GATEWAY_TOKENS: 'web:t1,app:t2,web:t3' }, 'warning', 'plain HTTP'],
    [{ ...behindTls, GATEWAY_TOKENS: 'web:t1,app:t2,web:t3' }, 'ok', 'Clients need a token'],
    [{ ...behindTls, GATEWAY_TOKENS: 'web:t1', ...jwt }, 'ok', 'Clients need a token'],
  ])('includes which clients are accepted (%j)', async (environment, grade, says) => {
    const { about, text } = await visit({ ...withKey(), ...environment });

    expect(about('Clients')).toMatchObject([{ grade, says: expect.stringContaining(says) }]);
    expect(about('Clients')[0]?.words).toEqual(
      'GATEWAY_JWKS_URL' in environment
        ? ['web', 'a JWT of https://login.test/']
        : 'GATEWAY_TOKENS' in environment
          ? ['app', 'web']
          : undefined,
    );
    expect(text).not.toMatch(/\bt[123]\b/);
  });

  it('includes an unreachable Redis', async () => {
    const server = createServer();
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => {
        const { port: free } = server.address() as { port: number };
        server.close(() => {
          resolve(free);
        });
      });
    });

    const { about, text, sandbox } = await visit(
      {
        ...withKey(),
        GONG_ACCESS_KEY_SECRET: 'another-secret-by-mistake',
        REDIS_URL: `redis://user:hidden-password@127.0.0.1:${port}`,
      },
      { clock: new ShiftedClock() },
    );

    expect(about('Redis')).toMatchObject([
      {
        grade: 'problem',
        says: expect.stringContaining(`127.0.0.1:${port} cannot be used (ECONNREFUSED)`),
      },
    ]);
    expect(about('State')).toEqual([]);
    // Where it is away for a while, the folder isn't used, either.
    expect(about('Limits')[1]?.says).toContain('is unknown');
    expect(sandbox.requests).toHaveLength(1);
    expect(text).not.toContain('hidden-password');
  });
});
