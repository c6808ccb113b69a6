import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startSlowCopy, SYNCS, type SlowCopy } from './slowCopy.js';

let company: SlowCopy;
beforeAll(async () => {
  company = await startSlowCopy();
});
afterAll(() => company.close());

/** How the gateway says that the replica stands. */
async function stateAt(origin: string): Promise<unknown> {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ replica { state requestsToday } }' }),
  });
  const { data } = (await response.json()) as { data: { replica: { state: string } } };
  return data.replica.state;
}

it('goes on syncing by another gateway when the one that syncs is killed, and never by two at once', async () => {
  const first = await company.startGateway('first');
  await first.printed(SYNCS);
  const second = await company.startGateway('second');
  const before = await stateAt(second.origin);

  const saidBefore = second.output();
  await first.kill('SIGKILL');
  await second.printed(SYNCS);

  expect(before).toBe('FILLING');
  expect(saidBefore).not.toContain(SYNCS);
  await second.stop();
}, 60_000);
