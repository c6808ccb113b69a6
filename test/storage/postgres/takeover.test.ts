import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createSandbox, DEFAULT_CREDENTIAL, type Sandbox } from '../../../sandbox/src/index.js';
import { startPostgres } from '../../support/postgres.js';
import { runProgram } from '../../support/program.js';

/** What the gateway that syncs says in its log, and no other. */
const SYNCS = 'First copy of the company in progress';

let postgres: Awaited<ReturnType<typeof startPostgres>>;
let gong: Awaited<ReturnType<Sandbox['listen']>>;
beforeAll(async () => {
  postgres = await startPostgres();
  gong = await createSandbox({ calls: 3000, days: 300, users: 5 }).listen();
});
afterAll(async () => {
  await gong.close();
  await postgres.close();
});

async function startGateway() {
  const program = runProgram({
    GONG_ACCESS_KEY: DEFAULT_CREDENTIAL.accessKey,
    GONG_ACCESS_KEY_SECRET: DEFAULT_CREDENTIAL.accessKeySecret,
    GONG_API_BASE_URL: gong.url,
    GONG_ALLOW_ANY_HOST: 'true',
    // Not done before the end of the test.
    GONG_REQUESTS_PER_SECOND: '1',
    GATEWAY_SECRET: 'a-secret-of-at-least-32-characters',
    GATEWAY_REPLICA: postgres.url,
  });
  const origin = await program.started;
  return { program, origin };
}

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
  const first = await startGateway();
  await first.program.printed(SYNCS);
  const second = await startGateway();
  const before = await stateAt(second.origin);

  const saidBefore = second.program.output();
  await first.program.kill('SIGKILL');
  await second.program.printed(SYNCS);

  expect(before).toBe('FILLING');
  expect(saidBefore).not.toContain(SYNCS);
  await second.program.stop();
}, 60_000);
