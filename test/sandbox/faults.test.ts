import { describe, expect, it } from '@jest/globals';
import { createFetch } from '../../sandbox/src/index.js';
import { ask, authorization, createClock, smallSandbox } from './support.js';

const headers = { authorization };

describe('scripted faults', () => {
  it('apply to the next requests and then stop', async () => {
    const sandbox = smallSandbox();
    sandbox.faults.add({ fault: { kind: 'answer', status: 503 }, times: 2 });

    const statuses = [];
    for (let index = 0; index < 3; index += 1) {
      statuses.push((await ask(sandbox, 'GET /v2/users')).status);
    }

    expect(statuses).toEqual([503, 503, 200]);
    expect(sandbox.requests.map(({ status }) => status)).toEqual([503, 503, 200]);
    expect(sandbox.faults.pending).toBe(0);
  });

  it('apply only to matching requests', async () => {
    const sandbox = smallSandbox();
    const answer = { kind: 'answer', status: 500, body: { errors: ['Boom'] } } as const;
    sandbox.faults.add({ fault: answer, operationId: 'listWorkspaces' });
    sandbox.faults.add({ fault: answer, matches: ({ path }) => path.endsWith('/trackers') });

    expect((await ask(sandbox, 'GET /v2/users')).status).toBe(200);
    expect((await ask(sandbox, 'GET /v2/workspaces')).json).toEqual({ errors: ['Boom'] });
    expect((await ask(sandbox, 'GET /v2/settings/trackers')).status).toBe(500);
  });

  it('can have headers and a delay', async () => {
    const clock = createClock();
    const sandbox = smallSandbox({ clock });
    const limited = { kind: 'answer', status: 429, headers: { 'Retry-After': '7' } } as const;
    sandbox.faults.add({ fault: limited });
    sandbox.faults.add({ fault: { kind: 'delay', ms: 2500 } });
    sandbox.faults.add({ fault: { kind: 'redirect', location: 'https://elsewhere.example/' } });

    const [first, second, third] = [
      await ask(sandbox, 'GET /v2/users'),
      await ask(sandbox, 'GET /v2/users'),
      await ask(sandbox, 'GET /v2/users'),
    ];

    expect([first.status, first.headers['retry-after']]).toEqual([429, '7']);
    expect([second.status, clock.slept]).toEqual([200, [2500]]);
    expect([third.status, third.headers['location']]).toEqual([302, 'https://elsewhere.example/']);
  });

  it('do not apply to a request that the limit refuses', async () => {
    const sandbox = smallSandbox({ requestsPerSecond: 1 });
    await ask(sandbox, 'GET /v2/users');
    sandbox.faults.add({ fault: { kind: 'answer', status: 500 } });

    expect((await ask(sandbox, 'GET /v2/users')).status).toBe(429);
    expect(sandbox.faults.pending).toBe(1);
  });
});

describe('the sandbox as fetch', () => {
  it('responds like a server', async () => {
    const fetch = createFetch(smallSandbox());

    const response = await fetch('https://api.gong.io/v2/workspaces', { headers });

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(await response.json()).toHaveProperty('workspaces');
  });

  it('fails like a network', async () => {
    const sandbox = smallSandbox();
    const fetch = createFetch(sandbox);
    sandbox.faults.add({ fault: { kind: 'drop' } });
    sandbox.faults.add({ fault: { kind: 'truncate' } });
    sandbox.faults.add({ fault: { kind: 'malformed-json' } });
    const get = () => fetch('/v2/users', { headers });

    await expect(get()).rejects.toThrow('dropped');
    await expect((await get()).text()).rejects.toThrow('cut');
    await expect((await get()).json()).rejects.toThrow('JSON');
    expect(sandbox.requests.map(({ status }) => status)).toEqual([null, 200, 200]);
  });

  it('can be aborted', async () => {
    const fetch = createFetch(
      smallSandbox({
        clock: { ...createClock(), sleep: () => new Promise(() => undefined) },
        latencyMs: 1,
      }),
    );

    const answering = fetch('/v2/users', { headers, signal: AbortSignal.timeout(1) });

    await expect(answering).rejects.toThrow();
  });
});
