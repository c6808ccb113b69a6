import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import type { Fetch } from '../../src/gong/exchange.js';
import { systemClock } from '../../src/lib/clock.js';
import { DEFAULT_OAUTH_APP } from '../../sandbox/src/index.js';
import { openRedisStorage, type Replicas } from '../../src/storage/redis/redisStorage.js';
import { silentLogger } from '../support/gateway.js';
import { startRedis, type TestRedis } from '../support/redis.js';
import { ADMIN, atGong, cookieOf, GLOBEX_KEY, SECRET, startTenantServer } from './support.js';

let redis: TestRedis;
let replicas: Replicas;
beforeAll(async () => {
  redis = await startRedis();
  replicas = openRedisStorage({
    redisUrl: redis.url,
    config: { secret: SECRET },
    clock: systemClock,
    logger: silentLogger,
  });
});
afterAll(async () => {
  await replicas.close();
  await redis.close();
});

/** A Gong that repeats what it was sent, as a careless one might. */
function careless(next: Fetch): Fetch {
  return async (url, init) => {
    if (url.includes('/v2/settings/scorecards')) {
      const errors = [`Bad token ${init.headers['authorization'] ?? ''} for ${url}`];
      return {
        status: 400,
        headers: { get: () => null },
        text: () => Promise.resolve(JSON.stringify({ requestId: 'r', errors })),
      };
    }
    if (url.includes('/v2/settings/trackers')) {
      throw new Error(`connect ECONNREFUSED with ${init.headers['authorization'] ?? ''}`);
    }
    return next(url, init);
  };
}

/** All that lies in Redis: names and values, of every kind. */
async function dump(url: string): Promise<string> {
  const client = new Redis(url);
  const parts: string[] = [];
  for (const key of await client.keys('*')) {
    const value = await client.dumpBuffer(key);
    parts.push(key, value?.toString('latin1') ?? '');
    if ((await client.type(key)) === 'hash') {
      parts.push(...Object.entries(await client.hgetall(key)).flat());
    }
  }
  client.disconnect();
  return parts.join('\n');
}

it('no secret of a whole run appears in logs, errors, metrics, responses, or Redis', async () => {
  const server = await startTenantServer({
    storage: replicas,
    connections: replicas.connections,
    fetch: careless,
  });
  const told: string[] = [];
  const secrets: Record<string, string> = {
    admin: ADMIN,
    'client of acme': 'acme-token',
    'client of globex': 'globex-token',
    secret: SECRET,
    app: DEFAULT_OAUTH_APP.clientSecret,
    key: GLOBEX_KEY.accessKeySecret,
    'key in Basic': btoa(`${GLOBEX_KEY.accessKey}:${GLOBEX_KEY.accessKeySecret}`),
    'app in Basic': btoa(`${DEFAULT_OAUTH_APP.clientId}:${DEFAULT_OAUTH_APP.clientSecret}`),
  };
  const hear = async (answer: Response): Promise<void> => {
    told.push(await answer.text());
  };
  const query = async (token: string, text: string, variables = {}): Promise<unknown> => {
    const answer = await server.query(token, text, variables);
    told.push(JSON.stringify(answer));
    return answer;
  };

  const started = await server.admin('GET', '/oauth/gong/start?tenant=acme');
  const back = await atGong(server.acme, started, server.origin);
  const at = new URL(back);
  secrets['state'] = at.searchParams.get('state') ?? '';
  secrets['code'] = at.searchParams.get('code') ?? '';
  secrets['cookie'] = cookieOf(started).split('=')[1] ?? '';
  await hear(await fetch(back));
  await hear(await fetch(back, { headers: { cookie: cookieOf(started) } }));
  await hear(await fetch(back, { headers: { cookie: cookieOf(started) } }));
  const address = '/admin/connections/globex';
  await hear(await server.admin('PUT', address, { ...GLOBEX_KEY, baseUrl: 'https://x y' }));
  const globex = { ...GLOBEX_KEY, baseUrl: 'https://globex.gong.test' };
  await hear(await server.admin('PUT', address, globex));
  await hear(await server.admin('GET', '/admin/connections'));
  await hear(await server.admin('GET', '/admin/connections', undefined, `${ADMIN}x`));

  const first = server.acme.oauth.grants[0];
  secrets['access'] = first?.accessToken ?? '';
  secrets['refresh'] = first?.refreshToken ?? '';
  for (const token of ['acme-token', 'globex-token', 'default-token', 'wrong-token']) {
    await query(token, '{ calls(first: 5) { nodes { id title transcript { text } } } }');
    await query(token, '{ scorecards { name } }');
    await query(token, '{ trackers { name } }');
    await query(token, '{ nothing }');
    await query(token, 'query ($id: ID!) { call(id: $id) { title } }', { id: 'x' });
    await query(
      token,
      'mutation { gongRequest(input: { method: GET, path: "/v2/users" }) { status } }',
    );
  }
  const id = server.acme.company.calls.find(({ metaData }) => !metaData.isPrivate)?.metaData.id;
  const media = (await server.query(
    'acme-token',
    'mutation ($id: ID!) { addCallMedia(input: { callId: $id }) { uploadUrl } }',
    { id },
  )) as unknown as { data: { addCallMedia: { uploadUrl: string } } };
  const { uploadUrl } = media.data.addCallMedia;
  secrets['ticket'] = uploadUrl.slice(uploadUrl.lastIndexOf('/') + 1);
  await hear(
    await fetch(uploadUrl, {
      method: 'PUT',
      body: 'no recording',
      headers: { 'content-type': 'text/plain' },
    }),
  );
  server.acme.oauth.revoke(first?.id ?? '');
  await query('acme-token', '{ workspaces { name } }');
  await hear(await fetch(`${server.origin}/metrics`));
  await hear(await fetch(`${server.origin}/health/ready`));
  const seen = {
    answers: told.join('\n'),
    logs: server.logged.map((line) => JSON.stringify(line, errorsToo)).join('\n'),
    redis: await dump(redis.url),
  };
  await server.close();

  // Whoever looks has something to look at.
  expect(seen.answers).toContain('Bad token');
  expect(seen.answers).toContain('tenant="acme"');
  expect(seen.logs).toContain('"tenant":"globex"');
  expect(seen.redis).toContain('gong-gateway:connections');
  expect(seen.redis.length).toBeGreaterThan(10_000);
  expect(Object.entries(secrets).filter(([, secret]) => secret.length < 8)).toEqual([]);
  const found = Object.entries(secrets).flatMap(([name, secret]) =>
    Object.entries(seen)
      .filter(([, text]) => text.includes(secret))
      .map(([where]) => `${name} in ${where}`),
  );
  expect(found).toEqual([]);
});

/** What a logger would write of an error: all of it, causes too. */
function errorsToo(_key: string, value: unknown): unknown {
  if (!(value instanceof Error)) return value;
  return { ...value, message: value.message, stack: value.stack, cause: value.cause };
}
