import { describe, expect, it } from '@jest/globals';
import { ask, createClock, smallSandbox } from './support.js';

const burst = async (sandbox: ReturnType<typeof smallSandbox>, count: number) => {
  const answers = [];
  for (let index = 0; index < count; index += 1)
    answers.push(await ask(sandbox, 'GET /v2/workspaces'));
  return answers;
};

describe('the limit', () => {
  it('allows 3 requests in any second', async () => {
    const clock = createClock();
    const sandbox = smallSandbox({ clock, requestsPerSecond: 3 });

    await burst(sandbox, 2);
    clock.advance(600);
    const [third, fourth] = await burst(sandbox, 2);
    clock.advance(400);
    const later = await burst(sandbox, 3);

    expect([third?.status, fourth?.status]).toEqual([200, 429]);
    // Two of the old ones have left the window, the third is still inside.
    expect(later.map(({ status }) => status)).toEqual([200, 200, 429]);
  });

  it('names the wait in whole seconds', async () => {
    const clock = createClock();
    const sandbox = smallSandbox({ clock, requestsPerSecond: 3 });

    const refused = (await burst(sandbox, 4)).at(-1);

    expect(refused?.headers['retry-after']).toBe('1');
    expect(refused?.json.errors).toEqual([expect.any(String)]);
  });

  it('does not count refused requests', async () => {
    const clock = createClock();
    const sandbox = smallSandbox({ clock, requestsPerSecond: 3, requestsPerDay: 6 });

    await burst(sandbox, 9);
    clock.advance(1000);
    const again = await burst(sandbox, 3);

    expect(again.map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  it('makes a client wait until midnight once the daily quota is used up', async () => {
    const clock = createClock();
    const sandbox = smallSandbox({ clock, requestsPerDay: 5 });

    const refused = (await burst(sandbox, 6)).at(-1);
    clock.advance(Number(refused?.headers['retry-after']) * 1000);
    const [tomorrow] = await burst(sandbox, 1);

    expect([refused?.status, refused?.headers['retry-after']]).toEqual([429, '43200']);
    expect(tomorrow?.status).toBe(200);
  });

  it('counts error responses, but not unauthorized requests', async () => {
    const sandbox = smallSandbox({ requestsPerSecond: 3 });

    await ask(sandbox, 'GET /v2/workspaces', undefined, {});
    await ask(sandbox, 'GET /v2/calls/1');
    await ask(sandbox, 'GET /v2/calls/x');
    await ask(sandbox, 'GET /v2/workspaces');
    const last = await ask(sandbox, 'GET /v2/workspaces');

    expect(sandbox.requests.map(({ status }) => status)).toEqual([401, 404, 400, 200, 429]);
    expect(last.status).toBe(429);
  });
});
