import { once } from 'node:events';
import { afterEach, describe, expect, it } from '@jest/globals';
import { GatewayMetrics } from '../../src/telemetry/gatewayMetrics.js';
import type { Fetch } from '../../src/gong/exchange.js';
import { FakeClock, settle } from '../support/clock.js';
import { startServer, type TestServer, type TestServerOptions } from './support.js';

const running: TestServer[] = [];

async function start(options: TestServerOptions = {}): Promise<TestServer> {
  const server = await startServer(options);
  running.push(server);
  return server;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map(({ app }) => app.close()));
});

interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

async function scrape({ origin }: TestServer): Promise<readonly Sample[]> {
  return samplesOf(await (await fetch(`${origin}/metrics`)).text());
}

/** The lines of Prometheus' text, but for the comments. */
function samplesOf(text: string): readonly Sample[] {
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, name = '', labels = '', value = ''] = /^(\w+)(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
      const pairs = [...labels.matchAll(/(\w+)="([^"]*)"/g)].map(([, key, each]) => [key, each]);
      return { name, labels: Object.fromEntries(pairs) as Sample['labels'], value: Number(value) };
    });
}

/** Sum of a metric over all series that have these labels. */
function sum(samples: readonly Sample[], name: string, labels: Sample['labels'] = {}): number {
  return samples
    .filter((sample) => sample.name === `gong_gateway_${name}`)
    .filter((sample) => Object.entries(labels).every(([key, each]) => sample.labels[key] === each))
    .reduce((total, { value }) => total + value, 0);
}

const REQUESTS = 'gong_requests_total';

/** Lets Gong see the request, then keeps the answer until who asked has left. */
function neverAnswer() {
  let arrive: () => void = () => undefined;
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const fetch =
    (next: Fetch): Fetch =>
    async (url, init) => {
      const answer = await next(url, init);
      if (!url.endsWith('/workspaces')) return answer;
      arrive();
      await once(init.signal, 'abort');
      init.signal.throwIfAborted();
      return answer;
    };
  return { fetch, arrived };
}

describe('/metrics', () => {
  it('is text for Prometheus that is not cached', async () => {
    const { origin } = await start();

    const response = await fetch(`${origin}/metrics`);

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.text()).toMatch(/^# HELP gong_gateway_gong_requests_total .+\n# TYPE/);
  });

  it('has names with the gateway’s prefix and a unit', async () => {
    const server = await start();
    await server.post('{ workspaces { id } }');

    const names = [...new Set((await scrape(server)).map(({ name }) => name))];

    expect(names.filter((name) => !name.startsWith('gong_gateway_'))).toEqual([]);
    expect(
      names.filter(
        (name) => !/_(total|seconds|bytes|requests|info)(_bucket|_sum|_count)?$/.test(name),
      ),
    ).toEqual([]);
  });

  it.each([true, false])('says whether the data is invented: %s', async (isSandbox) => {
    const samples = await scrape(await start({ config: { isSandbox } }));

    expect(samples.filter(({ name }) => name === 'gong_gateway_info')).toEqual([
      { name: 'gong_gateway_info', labels: { sandbox: String(isSandbox) }, value: 1 },
    ]);
  });

  it('counts as many requests as Gong saw, however they ended', async () => {
    const clock = new FakeClock();
    const { fetch, arrived } = neverAnswer();
    const tokens = [
      { client: 'web', tenant: 'default', token: 'w' },
      { client: 'bi', tenant: 'default', token: 'b' },
    ];
    const server = await start({ clock, tokens, fetch });
    const { sandbox } = server;
    const ask = async (query: string, token: string): Promise<void> => {
      await answered(clock, server.post(query, { headers: { authorization: `Bearer ${token}` } }));
    };
    sandbox.faults.add({
      operationId: 'listUsers',
      fault: { kind: 'answer', status: 429, headers: { 'retry-after': '2' } },
    });
    sandbox.faults.add({
      operationId: 'listTrackers',
      times: 2,
      fault: { kind: 'answer', status: 503, body: { errors: ['Down.'] } },
    });
    sandbox.faults.add({ operationId: 'listScorecards', fault: { kind: 'malformed-json' } });
    sandbox.faults.add({
      operationId: 'getLibraryStructure',
      fault: { kind: 'answer', status: 403, body: { errors: ['No.'] } },
    });

    await ask('query People { users(first: 1) { nodes { id } } }', 'w');
    await ask('query Words { trackers { name } scorecards { name } }', 'b');
    await ask('{ folders(workspaceId: "1") { name } call(id: "1") { title } }', 'b');
    const leaving = new AbortController();
    const headers = { authorization: 'Bearer w' };
    const left = server.post('query Gone { workspaces { name } }', {
      headers,
      signal: leaving.signal,
    });
    left.catch(() => undefined);
    await arrived;
    leaving.abort();
    await ended(server);

    const samples = await scrape(server);
    const counted = samples.filter(({ name }) => name === `gong_gateway_${REQUESTS}`);
    expect(sum(samples, REQUESTS)).toBe(sandbox.requests.length);
    for (const endpoint of new Set(
      sandbox.requests.map(({ operationId }) => String(operationId)),
    )) {
      const seen = sandbox.requestsTo(endpoint).length;
      expect([endpoint, sum(samples, REQUESTS, { endpoint })]).toEqual([endpoint, seen]);
      expect(sum(samples, 'gong_request_wait_seconds_count', { endpoint })).toBe(seen);
      expect(sum(samples, 'gong_request_duration_seconds_count', { endpoint })).toBe(seen);
    }
    expect(
      counted.map(({ labels, value }) => [
        labels['client'],
        labels['operation'],
        labels['endpoint'],
        labels['outcome'],
        value,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['web', 'People', 'listUsers', 'rate-limited', 1],
        ['web', 'People', 'listUsers', 'ok', 1],
        ['bi', 'Words', 'listTrackers', 'unavailable', 2],
        ['bi', 'Words', 'listTrackers', 'ok', 1],
        ['bi', 'anonymous', 'getLibraryStructure', 'bad-credentials', 1],
        ['web', 'Gone', 'listWorkspaces', 'aborted', 1],
      ]),
    );
    expect(sum(samples, 'gong_rate_limited_total')).toBe(1);
  });

  it('measures time in the queue and at Gong', async () => {
    const clock = new FakeClock();
    const slow =
      (next: Fetch): Fetch =>
      async (url, init) => {
        await new Promise<void>((resolve) => clock.after(3000, resolve));
        return next(url, init);
      };
    const server = await start({ clock, fetch: slow, requestsPerSecond: 1 });

    const answers = Promise.all([
      server.post('query A { workspaces { id } }'),
      server.post('query B { trackers { id } }'),
    ]);
    // Both have begun before time goes on.
    while (server.contexts.length < 2) await settle();
    await settle();
    await answered(clock, answers);

    const samples = await scrape(server);
    // The second one may leave a second and the margin after the first.
    expect(sum(samples, 'gong_request_wait_seconds_sum')).toBeCloseTo(1.015, 3);
    expect(sum(samples, 'gong_request_duration_seconds_sum')).toBe(6);
    expect(sum(samples, 'operation_duration_seconds_sum')).toBeCloseTo(7.015, 3);
    expect(sum(samples, 'operation_duration_seconds_count', { errors: 'false' })).toBe(2);
  });

  it('counts operations by outcome', async () => {
    const server = await start();
    const { faults } = server.sandbox;
    faults.add({
      operationId: 'listTrackers',
      fault: { kind: 'answer', status: 402, body: { errors: ['Not licensed.'] } },
    });

    await server.post('query Fine { workspaces { id } }');
    await server.post('query Fine { workspaces { id } }');
    await server.post('query Half { workspaces { id } trackers { id } }');
    await server.post('query Bad { call(id: "x") { id } }');
    await server.post('query Wrong { nothing }');
    await server.post('{');

    const samples = await scrape(server);
    const codes = samples
      .filter(({ name }) => name === 'gong_gateway_operations_total')
      .map(({ labels, value }) => [labels['code'], value]);
    expect(Object.fromEntries(codes)).toEqual({
      ok: 2,
      GONG_NOT_LICENSED: 1,
      BAD_USER_INPUT: 1,
      GRAPHQL_VALIDATION_FAILED: 1,
      GRAPHQL_PARSE_FAILED: 1,
    });
    const timed = samples
      .filter(({ name }) => name === 'gong_gateway_operation_duration_seconds_count')
      .map(({ labels, value }) => [`${labels['operation']} ${labels['errors']}`, value]);
    expect(Object.fromEntries(timed)).toEqual({
      'Fine false': 2,
      'Half true': 1,
      'Bad true': 1,
      'anonymous true': 2,
    });
  });

  it('counts shared requests and cache hits', async () => {
    const server = await start({ config: { cacheTtlSeconds: 300 } });
    const query = '{ users(first: 1) { nodes { id } } }';

    const [first, second] = await Promise.all([server.post(query), server.post(query)]);
    const third = await server.post(query);

    const costs = await Promise.all(
      [first, second, third].map(async (response) => {
        const { extensions } = (await response.json()) as {
          readonly extensions: { readonly gong: Record<'shared' | 'cacheHits', number> };
        };
        return extensions.gong;
      }),
    );
    const samples = await scrape(server);
    const total = (of: 'shared' | 'cacheHits') => costs.reduce((all, each) => all + each[of], 0);
    expect(sum(samples, REQUESTS)).toBe(1);
    expect(total('shared') + total('cacheHits')).toBeGreaterThanOrEqual(2);
    expect(sum(samples, 'shared_requests_total')).toBe(total('shared'));
    expect(sum(samples, 'cache_hits_total')).toBe(total('cacheHits'));
  });

  it('reports queued requests, the remaining quota, and cached bytes', async () => {
    const clock = new FakeClock();
    const config = { cacheTtlSeconds: 300, requestsPerDay: 50 };
    const server = await start({ clock, config, requestsPerSecond: 1 });
    await server.post('{ workspaces { id } }');
    const waiting = server.post('{ trackers { id } }');
    let before = await scrape(server);
    while (sum(before, 'queued_requests') === 0) before = await scrape(server);

    await answered(clock, waiting);
    const after = await scrape(server);

    expect([before, after].map((each) => sum(each, 'queued_requests'))).toEqual([1, 0]);
    expect([before, after].map((each) => sum(each, 'quota_remaining_requests'))).toEqual([49, 48]);
    expect(sum(before, 'cache_bytes')).toBeGreaterThan(0);
    expect(sum(after, 'cache_bytes')).toBeGreaterThan(sum(before, 'cache_bytes'));
  });

  it('reports what is charged to each client today, and the budget', async () => {
    const server = await start({
      tokens: [
        { client: 'web', tenant: 'default', token: 'web-token' },
        { client: 'bi', tenant: 'default', token: 'bi-token' },
      ],
      config: { clientRequestsPerDay: 7 },
    });
    const ask = (token: string) =>
      server.post('{ workspaces { id } }', { headers: { authorization: `Bearer ${token}` } });
    for (const token of ['web-token', 'bi-token', 'web-token']) await ask(token);
    const samples = await scrape(server);

    expect(
      ['web', 'bi'].map((client) =>
        ['client_used_requests', 'client_budget_requests'].map((name) =>
          sum(samples, name, { tenant: 'default', client }),
        ),
      ),
    ).toEqual([
      [2, 7],
      [1, 7],
    ]);
  });

  it('contains no data of requests or responses', async () => {
    const server = await start();
    const [user] = server.sandbox.company.users;
    const [call] = server.sandbox.company.calls;
    const secrets = [user?.id, user?.emailAddress, call?.metaData.id, call?.metaData.title];
    const [userId, email, callId] = secrets;

    await server.post(
      `query Search_${callId} { searchUsers(email: "${email}") { id name emailAddress } }`,
    );
    await server.post(
      `query Both { user(id: "${userId}") { name } call(id: "${callId}") { title brief } }`,
    );
    const text = await (await fetch(`${server.origin}/metrics`)).text();

    for (const secret of secrets) expect(text).not.toContain(secret);
    expect(text).not.toMatch(/@/);
    expect(sum(samplesOf(text), REQUESTS, { operation: 'other' })).toBe(1);
    expect(sum(samplesOf(text), REQUESTS, { operation: 'Both' })).toBe(2);
  });
});

describe('GATEWAY_METRICS_PORT', () => {
  it('serves /metrics on a port of its own, and nothing else there', async () => {
    const { app, origin } = await start({ httpConfig: { metricsPort: 0 } });
    const separate = (await app.metricsHttp?.listen({ host: '127.0.0.1', port: 0 })) ?? '';
    const [here, there, ...others] = await Promise.all(
      [`${origin}/metrics`, `${separate}/metrics`, `${separate}/graphql`, `${separate}/admin`].map(
        (url) => fetch(url),
      ),
    );

    expect([here?.status, there?.status]).toEqual([404, 200]);
    expect(await there?.text()).toContain('gong_gateway_info');
    expect(there?.headers.get('x-content-type-options')).toBe('nosniff');
    expect(others.map(({ status }) => status)).toEqual([404, 404]);
  });

  it('needs the token there too', async () => {
    const { app } = await start({
      httpConfig: { metricsPort: 0, metricsToken: 'a-token-for-both' },
    });
    const separate = (await app.metricsHttp?.listen({ host: '127.0.0.1', port: 0 })) ?? '';

    expect((await fetch(`${separate}/metrics`)).status).toBe(401);
  });

  it('refuses names of other machines while only this machine is served', async () => {
    const { app } = await start({ isLocalOnly: true, httpConfig: { metricsPort: 0 } });
    const response = await app.metricsHttp?.inject({
      url: '/metrics',
      headers: { host: 'rebound.example.com' },
    });

    expect(response?.statusCode).toBe(403);
  });
});

describe('GATEWAY_METRICS_TOKEN', () => {
  const TOKEN = 'a-token-for-metrics';
  const get = async (authorization?: string) => {
    const { origin } = await start({ httpConfig: { metricsToken: TOKEN } });
    const headers = authorization === undefined ? {} : { authorization };
    return fetch(`${origin}/metrics`, { headers });
  };

  it('opens /metrics to requests that send it', async () => {
    const response = await get(`Bearer ${TOKEN}`);

    expect(response.status).toBe(200);
    expect(await response.text()).toContain('gong_gateway_info');
  });

  it.each([undefined, 'Bearer another-token-of-metrics', `Basic ${btoa(`user:${TOKEN}`)}`])(
    'refuses %s, and names the fix',
    async (authorization) => {
      const response = await get(authorization);
      const text = await response.text();

      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toBe('Bearer realm="metrics"');
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(text).toContain('GATEWAY_METRICS_TOKEN');
      expect(text).not.toContain('gong_gateway');
      expect(text).not.toContain(TOKEN);
    },
  );
});

describe('the metrics of several gateways in one process', () => {
  it('are separate', async () => {
    const [one, other] = [await start(), await start()];

    await one.post('{ workspaces { id } }');

    expect(sum(await scrape(one), REQUESTS)).toBe(1);
    expect(sum(await scrape(other), REQUESTS)).toBe(0);
  });

  it('can include process metrics', async () => {
    const one = new GatewayMetrics(false);
    const other = new GatewayMetrics(false).addProcess();

    expect(await one.registry.metrics()).not.toContain('process_cpu_seconds_total');
    expect(await other.registry.metrics()).toContain('process_cpu_seconds_total');
  });
});

/** Lets time pass, little by little, until the answer is there: sockets take turns of their own. */
async function answered(clock: FakeClock, answer: Promise<unknown>): Promise<void> {
  let isThere = false;
  void answer.then(() => (isThere = true));
  for (;;) {
    await settle();
    if (isThere) return;
    await clock.advance(100);
  }
}

/** Every operation so far has ended, and what it was doing at Gong with it. */
async function ended({ contexts }: TestServer): Promise<void> {
  while (!contexts.every(({ operation }) => operation.ended)) await settle();
  await settle();
}
