import { describe, expect, it } from '@jest/globals';
import { NotSentError, type Fetch } from '../../../src/gong/exchange.js';
import { FakeClock } from '../../support/clock.js';
import { credential, NOW, sandboxOf, visit, withKey, READ_SCOPES } from './support.js';

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

describe('In a valid environment, the doctor', () => {
  it('sends five requests at the allowed rate and finds no problem', async () => {
    const { sandbox, diagnosis, text, hosts } = await visit(withKey());

    // The scopes that are not tried become more with each operation.
    const withoutScopes = text.replace(
      /(not checked.*:\n)(?: {9}api:.*\n)+/g,
      '$1         SCOPES\n',
    );
    expect(withoutScopes).toBe(
      `ok       Configuration: all variables are valid.
ok       Connection: Gong at https://api.gong.io, by API key.
ok       Host: api.gong.io is reachable.
ok       Key: Gong accepts the key.
ok       Scopes: granted:
         api:users:read, api:workspaces:read, api:calls:read:extensive, api:calls:read:media-url,
         api:calls:read:transcript, api:settings:scorecards:read
ok       Scopes: not checked, because the doctor sends at most 5 requests:
         SCOPES
         → To try them, with one request each, run npm run doctor -- --all-scopes.
ok       Scopes: not checked, because only requests that change something or spend Gong credits need them:
         SCOPES
ok       Limits: at most 3 requests a second and 10000 a day. Gong allows 3 and 10000.
ok       Limits: 5 of the day's 10000 requests are used, including those of the doctor.
ok       Secret: GATEWAY_SECRET is set: cursors and upload URLs stay valid after a restart.
ok       Redis: REDIS_URL is not set: this instance shares nothing with other instances.
ok       State: STATE is writable.
ok       Clients: HOST is 127.0.0.1: the gateway serves only this machine, without a token.

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

  it('counts requests that instances sent before', async () => {
    const environment = withKey();
    await visit(environment);

    const { about } = await visit(environment);

    expect(about('Limits')[1]?.says).toContain("10 of the day's 10000 requests");
  });
});

describe('Without credentials, the doctor', () => {
  it.each<[string, Record<string, string>]>([
    ['production', { NODE_ENV: 'production' }],
    ['a setting of Gong', { GONG_REQUESTS_PER_SECOND: '5' }],
    ['a misspelled key', { GONG_ACCESS_KEY_ID: 'k' }],
  ])('finds a problem instead of the sandbox for %s', async (_, environment) => {
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
  ])('checks the sandbox, and says so, when %s', async (_, environment) => {
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

describe('In an invalid environment, the doctor', () => {
  it('reports all problems and sends nothing', async () => {
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
    ['ENOTFOUND', 'DNS does not know the name api.gong.io (ENOTFOUND).', "Gong's API page"],
    ['EAI_AGAIN', 'DNS does not know the name api.gong.io (EAI_AGAIN).', 'resolves'],
    ['ECONNREFUSED', 'api.gong.io refuses connections (ECONNREFUSED).', 'firewall'],
    [
      'CERT_HAS_EXPIRED',
      'the TLS handshake with api.gong.io fails (CERT_HAS_EXPIRED).',
      'NODE_EXTRA_CA_CERTS',
    ],
    [
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      'the TLS handshake with api.gong.io fails (UNABLE_TO_VERIFY_LEAF_SIGNATURE).',
      'NODE_EXTRA_CA_CERTS',
    ],
    ['EHOSTUNREACH', 'this machine has no route to api.gong.io (EHOSTUNREACH).', 'https'],
    ['EWEIRD', 'a connection to api.gong.io could not be established (EWEIRD).', 'network'],
  ])('that cannot be reached is reported with the reason: %s', async (code, says, todo) => {
    const { about, diagnosis, text } = await visit(withKey(), { fetch: unreachable(code) });

    expect(about('Host')).toEqual([
      { grade: 'problem', about: 'Host', says, todo: expect.stringContaining(todo) },
    ]);
    expect(about('Key')).toMatchObject([
      { grade: 'warning', says: 'the doctor could not check whether Gong accepts the key.' },
    ]);
    expect(about('Scopes')).toEqual([]);
    expect(diagnosis.requests).toBe(0);
    expect(text).not.toContain('secret-address');
  });

  it('is named when the connection ends without a response', async () => {
    const clock = new FakeClock(NOW);
    const sandbox = sandboxOf(clock);
    sandbox.faults.add({ fault: { kind: 'drop' }, times: 9 });

    const { about, diagnosis } = await visit(withKey(), { sandbox, clock });

    expect(about('Host')).toMatchObject([
      { grade: 'problem', says: 'api.gong.io did not respond (ECONNRESET).' },
    ]);
    expect(diagnosis.requests).toBe(3);
  });

  it('fails after 30 seconds without a response', async () => {
    const clock = new FakeClock(NOW);
    const silent: Fetch = (_url, { signal }) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          reject(signal.reason as Error);
        });
      });

    const { about, diagnosis } = await visit(withKey(), { clock, fetch: silent });

    expect(about('Host')).toMatchObject([
      { grade: 'problem', says: 'api.gong.io did not respond.' },
    ]);
    expect(diagnosis.requests).toBe(3);
    expect(clock.now() - NOW).toBeLessThan(32_000);
  });

  it.each([
    ['a page', answering(200, '<html>Welcome</html>'), "is not Gong's API (status 200)"],
    ['any JSON', answering(200, '{"ok":true}'), "is not Gong's API (status 200)"],
    ['nothing there', answering(404, 'Not found'), "is not Gong's API (status 404)"],
    ['a redirect', answering(302, '', { location: 'https://us-1.api.gong.io/' }), 'us-1.api.gong'],
    ['a failure', answering(503, 'Sorry'), 'returned a server error (503)'],
  ])('that responds with %s is reported', async (_what, fetch, says) => {
    const { about, diagnosis, hosts } = await visit(withKey(), { fetch });

    expect(about('Host')).toMatchObject([
      { grade: 'problem', says: expect.stringContaining(says), todo: expect.any(String) },
    ]);
    expect(about('Scopes')).toEqual([]);
    expect(hosts.length).toBeLessThanOrEqual(3);
    expect(diagnosis.requests).toBe(hosts.length);
  });

  it('whose response is interrupted is reported', async () => {
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
      { grade: 'problem', says: 'the response of api.gong.io was interrupted.' },
    ]);
    expect(diagnosis.requests).toBe(1);
  });

  it("that is not Gong's is a warning", async () => {
    const { about, hosts } = await visit({
      ...withKey(),
      GONG_API_BASE_URL: 'https://proxy.test',
      GONG_ALLOW_ANY_HOST: 'true',
    });

    expect(about('Connection')).toMatchObject([
      { grade: 'ok', says: 'Gong at https://proxy.test, by API key.' },
      {
        grade: 'warning',
        says: 'the gateway sends credentials to https://proxy.test, which is not a host of Gong.',
      },
    ]);
    expect(hosts[0]).toBe('proxy.test');
  });
});

describe('A key', () => {
  it('that Gong refuses costs one request and is reported with both possible reasons', async () => {
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
        says: 'Gong rejected the key (401): it is wrong, revoked, or expired, or it belongs to a company on a host other than https://us-1.api.gong.io.',
        todo: expect.stringContaining('GONG_API_BASE_URL'),
      },
    ]);
    expect(about('Scopes')).toEqual([]);
    expect([diagnosis.requests, sandbox.requests.length]).toEqual([1, 1]);
    expect(text).toContain('1 problem, 0 warnings. Requests sent to Gong: 1.');
  });

  it('that is restricted to other IP addresses is reported', async () => {
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
        says: "Gong rejects requests from this machine's IP address (403).",
        todo: expect.stringContaining('trusted addresses'),
      },
    ]);
    expect(diagnosis.requests).toBe(1);
  });

  it('is accepted even if the first scope is missing', async () => {
    const { about, diagnosis } = await visit(withKey(), { sandbox: without('api:users:read') });

    expect(about('Key')).toMatchObject([{ grade: 'ok' }]);
    expect(about('Scopes').filter(({ grade }) => grade === 'problem')).toMatchObject([
      { says: 'api:users:read is missing. Without it, these fields fail:' },
    ]);
    expect(diagnosis.requests).toBe(5);
  });
});

describe('A missing scope', () => {
  it.each([
    ['api:workspaces:read', 'Query.workspaces'],
    ['api:calls:read:media-url', 'Call.media'],
    ['api:calls:read:extensive', 'Query.calls'],
    ['api:calls:read:transcript', 'Call.transcript'],
    ['api:settings:scorecards:read', 'Scorecard.*'],
  ])('is named with the fields that need it: %s', async (scope, field) => {
    const { about, diagnosis, sandbox } = await visit(withKey(), { sandbox: without(scope) });

    const [granted, missing, untried] = about('Scopes');
    expect(missing).toMatchObject({
      grade: 'problem',
      says: `${scope} is missing. Without it, these fields fail:`,
      words: expect.arrayContaining([field]),
      todo: expect.stringContaining('Gong administrator'),
    });
    // Where the calls' own is missing, Gong doesn't come to look for that of the links.
    const untold = scope === 'api:calls:read:extensive' ? ['api:calls:read:media-url'] : [];
    expect(granted?.words).toEqual(
      READ_SCOPES.filter((each) => each !== scope && !untold.includes(each)),
    );
    expect(untried?.words).toEqual(expect.arrayContaining([...untold, 'api:library:read']));
    expect([diagnosis.requests, sandbox.requests.length]).toEqual([5, 5]);
  });

  it('is reported when no known field needs it', async () => {
    const clock = new FakeClock(NOW);
    const sandbox = sandboxOf(clock);
    const errors = ["You don't have permission to use 'api:new:read' in your app."];
    sandbox.faults.add({
      operationId: 'listScorecards',
      fault: { kind: 'answer', status: 401, body: { requestId: 'x', errors } },
    });

    const { about } = await visit(withKey(), { sandbox, clock });

    expect(about('Scopes')[1]).toMatchObject({
      says: 'Gong reports that api:new:read is missing, although no field is known to need it.',
      words: [],
    });
  });

  it('is not checked further once Gong fails', async () => {
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
        says: 'not checked, because listWorkspaces failed (status 503):',
      },
      { grade: 'ok', words: expect.arrayContaining(['api:calls:create']) },
    ]);
    expect([diagnosis.requests, sandbox.requests.length]).toEqual([4, 4]);
  });
});
