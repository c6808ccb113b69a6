import { createServer } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { NotSentError, type Fetch } from '../../src/gong/exchange.js';
import { createFetch } from '../../sandbox/src/index.js';
import { FakeClock } from '../support/clock.js';
import { credential, NOW, sandboxOf, ShiftedClock, visit, withKey } from './support.js';

const READ_SCOPES = [
  'api:users:read',
  'api:workspaces:read',
  'api:calls:read:extensive',
  'api:calls:read:media-url',
  'api:calls:read:transcript',
  'api:settings:scorecards:read',
];
const without = (scope: string) => ({
  credentials: [{ ...credential, scopes: READ_SCOPES.filter((each) => each !== scope) }],
});

/** A wire on which no connection comes about, as Node and node-fetch tell it. */
const unreachable =
  (code: string): Fetch =>
  () =>
    Promise.reject(new NotSentError(Object.assign(new Error('secret-address'), { code })));

const answering =
  (status: number, body: string, headers: Record<string, string> = {}): Fetch =>
  () =>
    Promise.resolve(new Response(body, { status, headers }));

describe('An environment that is right', () => {
  it('has five requests sent, as fast as is allowed beside a gateway, and nothing but good news', async () => {
    const { sandbox, diagnosis, text, hosts } = await visit(withKey());

    // The scopes that are not tried become more with each operation.
    expect(text.replace(/(5 requests:\n)(?: {9}api:.*\n)+/, '$1         SCOPES\n')).toBe(
      `ok       Configuration: all variables are well-formed.
ok       Connection: Gong at https://api.gong.io, by API key.
ok       Host: api.gong.io can be reached.
ok       Key: Gong takes the key.
ok       Scopes: there are:
         api:users:read, api:workspaces:read, api:calls:read:extensive, api:calls:read:media-url,
         api:calls:read:transcript, api:settings:scorecards:read
ok       Scopes: not tried, to spend no more than 5 requests:
         SCOPES
ok       Limits: at most 3 requests a second and 10000 a day; Gong allows 3 and 10000.
ok       Limits: 5 of the day's 10000 requests are used, by gateways and by this look.
ok       Secret: GATEWAY_SECRET is set: cursors and upload addresses outlive a restart.
ok       Redis: REDIS_URL is not set: this gateway shares nothing with others.
ok       State: STATE can be written to.
ok       Clients: HOST is 127.0.0.1: only this machine is served, without a token.

0 problems, 0 warnings. Requests sent to Gong: 5.`.replace(
        'STATE',
        /State: (\S+)/.exec(text)?.[1] ?? '',
      ),
    );
    expect(sandbox.requests.map(({ operationId }) => operationId)).toEqual([
      'listMultipleUsers',
      'listWorkspaces',
      'listCallsExtensive',
      'getCallTranscripts',
      'listScorecards',
    ]);
    expect(sandbox.requests.map(({ at }) => Math.floor((at - NOW) / 1000))).toEqual([
      0, 1, 2, 3, 4,
    ]);
    // Of the last minute alone: little is read.
    expect(sandbox.requests[2]?.body).toMatchObject({
      filter: {
        fromDateTime: '2026-06-01T11:59:00.000Z',
        toDateTime: '2026-06-01T12:00:00.000Z',
      },
    });
    expect(sandbox.undocumented).toEqual([]);
    expect(diagnosis.requests).toBe(5);
    expect(new Set(hosts)).toEqual(new Set(['api.gong.io']));
  });

  it('counts what gateways used before', async () => {
    const environment = withKey();
    await visit(environment);

    const { about } = await visit(environment);

    expect(about('Limits')[1]?.says).toContain("10 of the day's 10000 requests");
  });
});

describe('Without credentials', () => {
  it.each<[string, Record<string, string>]>([
    ['production', { NODE_ENV: 'production' }],
    ['a setting of Gong', { GONG_REQUESTS_PER_SECOND: '5' }],
    ['a misspelled key', { GONG_ACCESS_KEY_ID: 'k' }],
  ])('finds a problem in place of the sandbox for %s', async (_, environment) => {
    const { diagnosis, hosts } = await visit(environment);

    expect(diagnosis.findings.at(-1)).toMatchObject({
      grade: 'problem',
      about: 'Configuration',
      says: expect.stringMatching(/GONG_ACCESS_KEY_SECRET.*or GONG_SANDBOX=on/),
    });
    expect(hosts).toEqual([]);
  });

  it.each<[string, Record<string, string>]>([
    ['nothing is set', {}],
    ['GONG_SANDBOX is on', { GONG_SANDBOX: 'on', NODE_ENV: 'production' }],
  ])('the sandbox is looked at, and it is said so, when %s', async (_, environment) => {
    const { about, diagnosis, sandbox, hosts } = await visit(environment);

    expect(about('Connection')).toEqual([
      {
        grade: 'warning',
        about: 'Connection',
        says: expect.stringContaining('the gateway serves its embedded sandbox'),
        todo: 'Set GONG_ACCESS_KEY and GONG_ACCESS_KEY_SECRET, without GONG_SANDBOX=on, to serve your own company.',
      },
    ]);
    expect(about('Key')).toMatchObject([{ grade: 'ok' }]);
    expect(about('State')).toEqual([]);
    expect(about('Secret')).toMatchObject([{ grade: 'warning' }]);
    expect([diagnosis.requests, sandbox.requests.length]).toEqual([5, 5]);
    expect(new Set(hosts)).toEqual(new Set(['sandbox.test']));
  });
});

describe('A bad environment', () => {
  it('is told with all that is wrong, and nothing is sent', async () => {
    const { diagnosis, hosts, text } = await visit({
      PORT: 'none',
      GONG_ACCESS_KEY: credential.accessKey,
      HOST: '0.0.0.0',
    });

    expect(diagnosis.findings).toMatchObject([
      { grade: 'problem', about: 'Configuration', says: expect.stringContaining('PORT') },
      { grade: 'problem', about: 'Configuration', says: expect.stringContaining('HOST') },
      {
        grade: 'problem',
        about: 'Configuration',
        says: expect.stringContaining('GONG_ACCESS_KEY_SECRET is missing'),
      },
      {
        grade: 'problem',
        about: 'Configuration',
        says: expect.stringMatching(/^Gong credentials are incomplete.*or GONG_SANDBOX=on/),
      },
    ]);
    expect(text).toContain('4 problems, 0 warnings. Requests sent to Gong: 0.');
    expect(hosts).toEqual([]);
  });
});

describe('A host', () => {
  it.each([
    ['ENOTFOUND', 'the name api.gong.io is not known to DNS here (ENOTFOUND).', "Gong's API page"],
    ['EAI_AGAIN', 'the name api.gong.io is not known to DNS here (EAI_AGAIN).', 'resolves'],
    ['ECONNREFUSED', 'api.gong.io refuses connections (ECONNREFUSED).', 'firewall'],
    ['CERT_HAS_EXPIRED', 'TLS with api.gong.io fails (CERT_HAS_EXPIRED).', 'NODE_EXTRA_CA_CERTS'],
    [
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      'TLS with api.gong.io fails (UNABLE_TO_VERIFY_LEAF_SIGNATURE).',
      'NODE_EXTRA_CA_CERTS',
    ],
    ['EHOSTUNREACH', 'there is no way to api.gong.io from here (EHOSTUNREACH).', 'https'],
    ['EWEIRD', 'no connection to api.gong.io came about (EWEIRD).', 'network'],
  ])('that cannot be reached is told by the reason: %s', async (code, says, todo) => {
    const { about, diagnosis, text } = await visit(withKey(), { fetch: unreachable(code) });

    expect(about('Host')).toEqual([
      { grade: 'problem', about: 'Host', says, todo: expect.stringContaining(todo) },
    ]);
    expect(about('Key')).toMatchObject([
      { grade: 'warning', says: "whether Gong takes the key couldn't be seen." },
    ]);
    expect(about('Scopes')).toEqual([]);
    expect(diagnosis.requests).toBe(0);
    expect(text).not.toContain('secret-address');
  });

  it('is named where the connection ends without an answer', async () => {
    const clock = new FakeClock(NOW);
    const sandbox = sandboxOf(clock);
    sandbox.faults.add({ fault: { kind: 'drop' }, times: 9 });

    const { about, diagnosis } = await visit(withKey(), { sandbox, clock });

    expect(about('Host')).toMatchObject([
      { grade: 'problem', says: 'api.gong.io gave no answer (ECONNRESET).' },
    ]);
    expect(diagnosis.requests).toBe(3);
  });

  it('is not waited for longer than half a minute', async () => {
    const clock = new FakeClock(NOW);
    const silent: Fetch = (_url, { signal }) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          reject(signal.reason as Error);
        });
      });

    const { about, diagnosis } = await visit(withKey(), { clock, fetch: silent });

    expect(about('Host')).toMatchObject([
      { grade: 'problem', says: 'api.gong.io gave no answer.' },
    ]);
    expect(diagnosis.requests).toBe(3);
    expect(clock.now() - NOW).toBeLessThan(32_000);
  });

  it.each([
    ['a page', answering(200, '<html>Welcome</html>'), "is not Gong's API (status 200)"],
    ['any JSON', answering(200, '{"ok":true}'), "is not Gong's API (status 200)"],
    ['nothing there', answering(404, 'Not found'), "is not Gong's API (status 404)"],
    ['a redirect', answering(302, '', { location: 'https://us-1.api.gong.io/' }), 'us-1.api.gong'],
    ['a failure', answering(503, 'Sorry'), 'failed to answer (status 503)'],
  ])('that answers with %s is told', async (_what, fetch, says) => {
    const { about, diagnosis, hosts } = await visit(withKey(), { fetch });

    expect(about('Host')).toMatchObject([
      { grade: 'problem', says: expect.stringContaining(says), todo: expect.any(String) },
    ]);
    expect(about('Scopes')).toEqual([]);
    expect(hosts.length).toBeLessThanOrEqual(3);
    expect(diagnosis.requests).toBe(hosts.length);
  });

  it('whose answer breaks off is told', async () => {
    const breakingOff: Fetch = () => {
      const body = new ReadableStream({
        start(controller) {
          controller.error(new Error('cut'));
        },
      });
      return Promise.resolve(new Response(body));
    };

    const { about, diagnosis } = await visit(withKey(), { fetch: breakingOff });

    expect(about('Host')).toMatchObject([
      { grade: 'problem', says: 'the answer of api.gong.io broke off.' },
    ]);
    expect(diagnosis.requests).toBe(1);
  });

  it("that isn't Gong's is a warning", async () => {
    const { about, hosts } = await visit({
      ...withKey(),
      GONG_API_BASE_URL: 'https://proxy.test',
      GONG_ALLOW_ANY_HOST: 'true',
    });

    expect(about('Connection')).toMatchObject([
      { grade: 'ok', says: 'Gong at https://proxy.test, by API key.' },
      { grade: 'warning', says: "credentials go to https://proxy.test, which isn't Gong's own." },
    ]);
    expect(hosts[0]).toBe('proxy.test');
  });
});

describe('A key', () => {
  it('that Gong refuses costs one request, and both reasons are named', async () => {
    const { about, diagnosis, sandbox, text } = await visit({
      ...withKey(),
      GONG_ACCESS_KEY_SECRET: 'another-secret-by-mistake',
      GONG_API_BASE_URL: 'https://us-1.api.gong.io',
    });

    expect(about('Host')).toMatchObject([{ grade: 'ok' }]);
    expect(about('Key')).toEqual([
      {
        grade: 'problem',
        about: 'Key',
        says: '401: the key is wrong, was revoked or has expired, or belongs to a company on another host than https://us-1.api.gong.io.',
        todo: expect.stringContaining('GONG_API_BASE_URL'),
      },
    ]);
    expect(about('Scopes')).toEqual([]);
    expect([diagnosis.requests, sandbox.requests.length]).toEqual([1, 1]);
    expect(text).toContain('1 problem, 0 warnings. Requests sent to Gong: 1.');
  });

  it('may be used from some addresses only', async () => {
    const clock = new FakeClock(NOW);
    const sandbox = sandboxOf(clock);
    sandbox.faults.add({
      fault: { kind: 'answer', status: 403, body: { requestId: 'x', errors: ['Forbidden'] } },
    });

    const { about, diagnosis } = await visit(withKey(), { sandbox, clock });

    expect(about('Key')).toEqual([
      {
        grade: 'problem',
        about: 'Key',
        says: "403: Gong refuses requests from this machine's address.",
        todo: expect.stringContaining('list of trusted addresses'),
      },
    ]);
    expect(diagnosis.requests).toBe(1);
  });

  it('is taken though the very first scope is missing', async () => {
    const { about, diagnosis } = await visit(withKey(), { sandbox: without('api:users:read') });

    expect(about('Key')).toMatchObject([{ grade: 'ok' }]);
    expect(about('Scopes').filter(({ grade }) => grade === 'problem')).toMatchObject([
      { says: 'api:users:read is missing. Without it, these fields fail:' },
    ]);
    expect(diagnosis.requests).toBe(5);
  });
});

describe('A scope that is missing', () => {
  it.each([
    ['api:workspaces:read', 'Query.workspaces'],
    ['api:calls:read:media-url', 'Call.media'],
    ['api:calls:read:extensive', 'Query.calls'],
    ['api:calls:read:transcript', 'Call.transcript'],
    ['api:settings:scorecards:read', 'Scorecard.*'],
  ])('is named with the fields that it takes away: %s', async (scope, field) => {
    const { about, diagnosis, sandbox } = await visit(withKey(), { sandbox: without(scope) });

    const [granted, missing, untried] = about('Scopes');
    expect(missing).toMatchObject({
      grade: 'problem',
      says: `${scope} is missing. Without it, these fields fail:`,
      words: expect.arrayContaining([field]),
      todo: expect.stringContaining('technical administrator'),
    });
    // Where the calls' own is missing, Gong doesn't come to look for that of the links.
    const untold = scope === 'api:calls:read:extensive' ? ['api:calls:read:media-url'] : [];
    expect(granted?.words).toEqual(
      READ_SCOPES.filter((each) => each !== scope && !untold.includes(each)),
    );
    expect(untried?.words).toEqual(expect.arrayContaining([...untold, 'api:library:read']));
    expect([diagnosis.requests, sandbox.requests.length]).toEqual([5, 5]);
  });

  it('is told where no field is known to need it', async () => {
    const clock = new FakeClock(NOW);
    const sandbox = sandboxOf(clock);
    const errors = ["You don't have permission to use 'api:new:read' in your app."];
    sandbox.faults.add({
      operationId: 'listScorecards',
      fault: { kind: 'answer', status: 401, body: { requestId: 'x', errors } },
    });

    const { about } = await visit(withKey(), { sandbox, clock });

    expect(about('Scopes')[1]).toMatchObject({
      says: 'api:new:read is missing, says Gong, though no field is known to need it.',
      words: [],
    });
  });

  it('is looked for no further once Gong fails', async () => {
    const clock = new FakeClock(NOW);
    const sandbox = sandboxOf(clock);
    sandbox.faults.add({
      operationId: 'listWorkspaces',
      fault: { kind: 'answer', status: 503 },
      times: 9,
    });

    const { about, diagnosis } = await visit(withKey(), { sandbox, clock });

    expect(about('Host')).toMatchObject([{ grade: 'ok' }]);
    expect(about('Scopes')).toMatchObject([
      { grade: 'ok', words: ['api:users:read'] },
      {
        grade: 'warning',
        says: 'not tried, since listWorkspaces failed (status 503):',
      },
    ]);
    expect([diagnosis.requests, sandbox.requests.length]).toEqual([4, 4]);
  });
});

describe('Limits', () => {
  it.each([
    ['quota-exhausted', { GONG_REQUESTS_PER_DAY: '1' }, "the day's requests are used up"],
    ['slow', { GONG_REQUESTS_PER_SECOND: '0.02' }, 'the limits let so many requests take too long'],
  ])('may keep scopes from being tried: %s', async (_which, environment, reason) => {
    const { about } = await visit({ ...withKey(), ...environment });

    expect(about('Scopes')[1]).toMatchObject({
      grade: 'warning',
      says: `not tried, since ${reason}:`,
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
      says: expect.stringContaining(`${name} is ${value}; Gong ${says}`),
      todo: expect.stringContaining(`Set ${name}=`),
    });
  });

  it('are not exceeded where they are low', async () => {
    const { sandbox, about } = await visit({ ...withKey(), GONG_REQUESTS_PER_SECOND: '0.1' });

    const ats = sandbox.requests.map(({ at }) => at);
    expect(ats.slice(1).every((at, index) => at - (ats[index] ?? 0) >= 10_000)).toBe(true);
    expect(sandbox.requests).toHaveLength(5);
    expect(about('Scopes')[0]?.words).toEqual(READ_SCOPES);
  });

  it('of the day that are used up are a problem, and nothing is sent', async () => {
    const environment = { ...withKey(), GONG_REQUESTS_PER_DAY: '5' };
    const first = await visit(environment);

    const { about, sandbox } = await visit(environment);

    expect(first.about('Limits')[1]).toMatchObject({ grade: 'problem' });
    expect(about('Limits')[1]).toEqual({
      grade: 'problem',
      about: 'Limits',
      says: "5 of the day's 5 requests are used, by gateways and by this look.",
      todo: expect.stringContaining('2026-06-02T00:00:00.000Z (midnight in UTC)'),
    });
    expect(about('Host')).toMatchObject([
      { grade: 'warning', says: 'api.gong.io was not asked: see below.' },
    ]);
    expect(sandbox.requests).toEqual([]);
  });

  it('of the day that are nearly used up are a warning', async () => {
    const { about } = await visit({ ...withKey(), GONG_REQUESTS_PER_DAY: '6' });

    expect(about('Limits')[1]).toMatchObject({
      grade: 'warning',
      says: expect.stringContaining("5 of the day's 6"),
    });
  });

  it('that others exceed are seen by a 429, which is waited out', async () => {
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
      says: 'Gong answered 429 to 1 of these requests, and asked to wait 7 s.',
      todo: expect.stringContaining('GONG_REQUESTS_PER_SECOND'),
    });
    expect((sandbox.requests[1]?.at ?? 0) - NOW).toBeGreaterThanOrEqual(7000);
    // The repeated one is one of the five: the last isn't tried.
    expect([diagnosis.requests, sandbox.requests.length]).toEqual([5, 5]);
    expect(about('Scopes')[1]?.words).toContain('api:settings:scorecards:read');
  });

  it('that Gong has asked to keep to for long are a problem, also for who comes later', async () => {
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
    expect(held(first)).toBe('Gong asked to wait: nothing may be sent for another 3600 s.');
    expect(about('Limits').at(-1)).toMatchObject({
      grade: 'problem',
      says: 'Gong asked to wait: nothing may be sent for another 3000 s.',
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
  ])('is a warning where it is %s', async (_which, date, says) => {
    const { about } = await visit(
      { ...withKey(), GONG_REQUESTS_PER_DAY: '1' },
      { fetch: dated(date) },
    );

    expect(about('Clock')).toMatchObject([
      { grade: 'warning', says: expect.stringContaining(says), todo: expect.any(String) },
    ]);
  });

  it('may differ by the little that nobody notices', async () => {
    const { about } = await visit(
      { ...withKey(), GONG_REQUESTS_PER_DAY: '1' },
      { fetch: dated(NOW - 4_000) },
    );

    expect(about('Clock')).toMatchObject([{ grade: 'ok' }]);
  });
});

describe('What only the machine knows', () => {
  const jwt = {
    GATEWAY_JWKS_URL: 'https://login.test/jwks',
    GATEWAY_JWT_ISSUER: 'https://login.test/',
    GATEWAY_JWT_AUDIENCE: 'gateway',
  };

  it('is told: a folder that nothing can be written to', async () => {
    const { about, sandbox } = await visit({ ...withKey(), GATEWAY_STATE_DIR: '/dev/null/state' });

    expect(about('State')).toMatchObject([
      { grade: 'warning', says: expect.stringContaining("can't be written to (ENOTDIR)") },
    ]);
    expect(about('Limits')[1]?.says).toContain("isn't known");
    expect(sandbox.requests).toHaveLength(5);
  });

  it.each([
    [{}, 'ok', 'only this machine is served'],
    [{ HOST: '0.0.0.0', GATEWAY_OPEN: 'true' }, 'warning', 'whoever can reach it'],
    [{ HOST: '0.0.0.0', GATEWAY_TOKENS: 'web:t1,app:t2,web:t3' }, 'ok', 'needs a token, of:'],
    [{ HOST: '0.0.0.0', GATEWAY_TOKENS: 'web:t1', ...jwt }, 'ok', 'needs a token, of:'],
  ])('is told: who may ask (%j)', async (environment, grade, says) => {
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

  it('is told: a Redis that is away', async () => {
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
        says: expect.stringContaining(`127.0.0.1:${port} can't be used (ECONNREFUSED)`),
      },
    ]);
    expect(about('State')).toEqual([]);
    // Where it is away for a while, the folder isn't used, either.
    expect(about('Limits')[1]?.says).toContain("isn't known");
    expect(sandbox.requests).toHaveLength(1);
    expect(text).not.toContain('hidden-password');
  });
});
