import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { runProgram } from '../../support/program.js';
import { startRedis, type TestRedis } from '../../support/redis.js';

let redis: TestRedis;
const programs: ReturnType<typeof runProgram>[] = [];

beforeAll(async () => {
  redis = await startRedis();
});
afterEach(async () => {
  await Promise.all(programs.splice(0).map((program) => program.kill('SIGKILL')));
});
afterAll(() => redis.close());

function start(): Promise<string> {
  const program = runProgram({
    GONG_SANDBOX: 'on',
    REDIS_URL: redis.url,
    GATEWAY_SECRET: 'a-secret-of-at-least-32-characters',
    GATEWAY_TOKENS: 'web:web-token,bi:bi-token',
    GATEWAY_CLIENT_OPERATIONS_PER_MINUTE: '1',
  });
  programs.push(program);
  return program.started;
}

async function statusOf(origin: string, token: string): Promise<number> {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: '{ __typename }' }),
  });
  await response.arrayBuffer();
  return response.status;
}

it('programs on one Redis limit the operations of a client together', async () => {
  const [one, other] = [await start(), await start()];

  expect([await statusOf(one, 'web-token'), await statusOf(other, 'web-token')]).toEqual([
    200, 429,
  ]);
  expect(await statusOf(other, 'bi-token')).toBe(200);
});
