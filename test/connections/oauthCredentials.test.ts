import { describe, expect, it } from '@jest/globals';
import type { OAuthConnection } from '../../src/connections/connection.js';
import { OAuthCredentials } from '../../src/connections/oauthCredentials.js';
import type { GongClient } from '../../src/gong/client.js';
import { OAuthEndpoint } from '../../src/gong/oauth.js';
import {
  createCaller,
  createTestClient,
  FakeWire,
  later,
  type WireAnswer,
} from '../gong/support.js';
import { FakeClock, settle } from '../support/clock.js';
import { MemoryConnections } from './support.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOW = Date.parse('2026-06-01T12:00:00Z');

const connected: OAuthConnection = {
  kind: 'oauth',
  tenant: 'acme',
  id: 'first',
  baseUrl: 'https://company-17.api.gong.io',
  connectedAt: NOW,
  accessToken: 'access-1',
  refreshToken: 'refresh-1',
  issuedAt: NOW,
  expiresAt: NOW + DAY,
  scopes: ['api:users:read'],
  revokedAt: null,
};

const REFUSED: WireAnswer = { status: 401, body: { errors: ['The access token has expired.'] } };
const isToken = (url: string): boolean => url.includes('/oauth2/generate-customer-token');

/** Gateways of one company: what each sends goes to one wire, and what they store to one store. */
function setUp({
  gateways = 1,
  tokens = [{}],
  api = [{ body: { requestId: 'x' } }],
  connection = connected,
}: {
  gateways?: number;
  /** Answers of Gong where it gives out tokens, in order; the last goes on. `{}` gives the next pair. */
  tokens?: (WireAnswer | Error | (() => Promise<WireAnswer>))[];
  api?: (WireAnswer | Error | ((authorization: string) => WireAnswer))[];
  connection?: OAuthConnection;
} = {}) {
  const clock = new FakeClock(NOW);
  const counts = { tokens: 0, api: 0 };
  const next = (): WireAnswer => ({
    body: {
      access_token: `access-${counts.tokens + 1}`,
      refresh_token: `refresh-${counts.tokens + 1}`,
      expires_in: DAY / SECOND,
      api_base_url_for_customer: 'https://company-17.api.gong.io',
    },
  });
  const wire = new FakeWire(clock, async ({ url, headers }) => {
    if (isToken(url)) {
      const step = tokens[Math.min(counts.tokens, tokens.length - 1)];
      counts.tokens += 1;
      const answer = typeof step === 'function' ? await step() : step;
      if (answer instanceof Error) throw answer;
      return answer === undefined || Object.keys(answer).length === 0 ? next() : answer;
    }
    const step = api[Math.min(counts.api, api.length - 1)];
    counts.api += 1;
    if (step instanceof Error) throw step;
    return typeof step === 'function' ? step(headers['authorization'] ?? '') : (step ?? {});
  });
  const store = new MemoryConnections();
  store.kept.set(connection.tenant, connection);
  const all = Array.from({ length: gateways }, () => {
    const changes: OAuthConnection[] = [];
    const logged: string[] = [];
    const log = (_fields: object, message: string): void => {
      logged.push(message);
    };
    const credentials = new OAuthCredentials({
      connection,
      endpoint: new OAuthEndpoint({
        client: {
          baseUrl: 'https://app.gong.io',
          clientId: 'app',
          clientSecret: 'app-secret',
          redirectUri: 'https://gateway.test/oauth/gong/callback',
        },
        fetch: wire.fetch,
        clock,
        anyHost: false,
      }),
      store,
      clock,
      logger: { debug: log, info: log, warn: log, error: log },
      onChange: (changed) => changes.push(changed),
    });
    const { client } = createTestClient({ clock, wire, credentials });
    return { credentials, client, changes, logged };
  });
  const [one] = all;
  if (one === undefined) throw new Error('There is no gateway.');
  return {
    ...one,
    all,
    clock,
    wire,
    store,
    renewals: () => wire.sent.filter(({ url }) => isToken(url)).length,
    asked: () => wire.sent.filter(({ url }) => !isToken(url)),
    ask: (client: GongClient = one.client, deadlineMs?: number) =>
      client.read({ operation: 'listWorkspaces' }, createCaller(clock, deadlineMs).caller),
  };
}

/** What went wrong, as far as a caller sees it. */
const failureOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => null,
    (error: unknown) => error,
  );

describe('an access token', () => {
  it('goes to the company’s own host as a bearer', async () => {
    const { ask, asked, renewals } = setUp();
    await ask();

    expect(asked()).toMatchObject([
      {
        url: 'https://company-17.api.gong.io/v2/workspaces',
        headers: { authorization: 'Bearer access-1' },
      },
    ]);
    expect(renewals()).toBe(0);
  });

  it('is renewed before its end, while requests go by it', async () => {
    const { clock, ask, asked, renewals, wire } = setUp();
    await clock.advance(DAY - 4 * MINUTE);
    await ask();
    await settle();

    expect(asked()[0]?.headers['authorization']).toBe('Bearer access-1');
    expect(renewals()).toBe(1);
    expect(wire.sent.find(({ url }) => isToken(url))).toMatchObject({
      method: 'POST',
      url: 'https://app.gong.io/oauth2/generate-customer-token?grant_type=refresh_token&refresh_token=refresh-1',
      headers: { authorization: `Basic ${Buffer.from('app:app-secret').toString('base64')}` },
    });

    await ask();
    expect(asked()[1]?.headers['authorization']).toBe('Bearer access-2');
    expect(renewals()).toBe(1);
  });

  it('is left alone earlier than that', async () => {
    const { clock, ask, renewals } = setUp();
    await clock.advance(DAY - 6 * MINUTE);
    await ask();
    await settle();

    expect(renewals()).toBe(0);
  });

  it('that ended is renewed once for all who wait', async () => {
    const { clock, ask, asked, renewals } = setUp();
    await clock.advance(DAY + HOUR);
    await clock.runUntil(Promise.all(Array.from({ length: 20 }, () => ask())));

    expect(renewals()).toBe(1);
    expect(new Set(asked().map(({ headers }) => headers['authorization']))).toEqual(
      new Set(['Bearer access-2']),
    );
  });

  it('is renewed once by several gateways', async () => {
    const { all, clock, ask, asked, renewals } = setUp({ gateways: 3 });
    await clock.advance(DAY + HOUR);
    await clock.runUntil(
      Promise.all(all.flatMap(({ client }) => Array.from({ length: 7 }, () => ask(client)))),
    );

    expect(renewals()).toBe(1);
    expect(asked()).toHaveLength(21);
    expect(asked().every(({ headers }) => headers['authorization'] === 'Bearer access-2')).toBe(
      true,
    );
  });

  it('is stored before anything goes by it', async () => {
    const { clock, ask, asked, store } = setUp();
    await clock.advance(DAY + HOUR);
    const put = store.put.bind(store);
    let isStored: () => void = () => undefined;
    const stored = new Promise<void>((resolve) => (isStored = resolve));
    store.put = async (connection) => {
      await stored;
      return put(connection);
    };

    const asking = ask();
    await settle();
    expect(asked()).toEqual([]);
    isStored();
    await clock.runUntil(asking);

    expect(asked()).toHaveLength(1);
    expect(store.kept.get('acme')).toMatchObject({
      accessToken: 'access-2',
      refreshToken: 'refresh-2',
      id: 'first',
    });
  });

  it('that Gong doesn’t take any more is renewed, and the request sent again', async () => {
    const { clock, ask, asked, renewals } = setUp({
      api: [(header) => (header === 'Bearer access-1' ? REFUSED : { body: { requestId: 'x' } })],
    });
    await clock.advance(HOUR);
    await clock.runUntil(Promise.all([ask(), ask(), ask()]));

    expect(renewals()).toBe(1);
    expect(asked()).toHaveLength(6);
  });

  it('that is refused when it is new isn’t renewed', async () => {
    const { clock, ask, renewals } = setUp({ api: [REFUSED] });
    await clock.advance(30 * SECOND);

    expect(await failureOf(ask())).toMatchObject({ kind: 'bad-credentials', status: 401 });
    expect(renewals()).toBe(0);
  });

  it('is renewed once only for a request that is refused again', async () => {
    const { clock, ask, asked, renewals } = setUp({ api: [REFUSED] });
    await clock.advance(HOUR);

    expect(await failureOf(clock.runUntil(ask()))).toMatchObject({ kind: 'bad-credentials' });
    expect([renewals(), asked().length]).toEqual([1, 2]);
  });

  it.each<[string, WireAnswer]>([
    [
      'lacks a scope',
      {
        status: 401,
        body: { errors: ["You don't have permission to use 'api:workspaces:read' in your app."] },
      },
    ],
    ['comes from a wrong address', { status: 403, body: { errors: ['Forbidden.'] } }],
  ])('isn’t renewed where it %s', async (_, answer) => {
    const { clock, ask, renewals } = setUp({ api: [answer] });
    await clock.advance(HOUR);
    await failureOf(ask());

    expect(renewals()).toBe(0);
  });

  it('is renewed for a write, too, which Gong did not do', async () => {
    const { clock, client, asked, renewals } = setUp({
      api: [(header) => (header === 'Bearer access-1' ? REFUSED : { body: { requestId: 'x' } })],
    });
    await clock.advance(HOUR);
    const { caller } = createCaller(clock);
    await clock.runUntil(client.write({ operation: 'addMeeting', body: {} }, caller));

    expect([renewals(), asked().length]).toEqual([1, 2]);
  });
});

describe('a renewal', () => {
  const GRANT: WireAnswer = { status: 400, body: { error: 'invalid_grant' } };

  it('that Gong refuses ends the connection, and says to connect again', async () => {
    const { clock, ask, asked, renewals, changes, store, logged } = setUp({ tokens: [GRANT] });
    await clock.advance(DAY + HOUR);
    const failure = await failureOf(clock.runUntil(ask()));
    await clock.advance(HOUR);
    const later = await failureOf(ask());

    for (const error of [failure, later]) {
      expect(error).toMatchObject({
        kind: 'bad-credentials',
        message: expect.stringContaining('connect it, at /oauth/gong/start?tenant=acme'),
      });
    }
    expect([renewals(), asked().length]).toEqual([1, 0]);
    expect(changes.at(-1)?.revokedAt).not.toBeNull();
    expect(store.kept.get('acme')).toMatchObject({ revokedAt: expect.any(Number) });
    expect(logged.join()).toContain('has to connect it again');
    expect(`${logged.join()} ${String(failure)}`).not.toMatch(/refresh-1|access-1|app-secret/);
  });

  it('by words alone is refused as well', async () => {
    const answer = { status: 400, body: 'Refresh token code is invalid' };
    const { clock, ask, changes } = setUp({
      tokens: [{ status: 400, body: { error_description: answer.body } }],
    });
    await clock.advance(DAY + HOUR);
    await failureOf(clock.runUntil(ask()));

    expect(changes.at(-1)?.revokedAt).not.toBeNull();
  });

  it('that another gateway was quicker with takes over what that one stored', async () => {
    const { clock, ask, asked, store, changes } = setUp({
      tokens: [
        () => {
          const renewed = { ...connected, accessToken: 'theirs', issuedAt: clock.now() + 1 };
          store.kept.set('acme', { ...renewed, expiresAt: clock.now() + DAY });
          return Promise.resolve(GRANT);
        },
      ],
    });
    await clock.advance(DAY + HOUR);
    await clock.runUntil(ask());

    expect(asked()[0]?.headers['authorization']).toBe('Bearer theirs');
    expect(changes.every(({ revokedAt }) => revokedAt === null)).toBe(true);
  });

  it.each<[string, WireAnswer | Error]>([
    ['fails', { status: 503, body: {} }],
    ['is asked to wait', { status: 429, body: {} }],
    ['does not answer', new Error('socket hang up')],
  ])('that Gong %s is no end: what still serves, serves', async (_, answer) => {
    const { clock, ask, asked, renewals, changes } = setUp({ tokens: [answer, {}] });
    await clock.advance(DAY - 30 * SECOND);
    await clock.runUntil(ask());
    expect(asked()[0]?.headers['authorization']).toBe('Bearer access-1');
    // No flood of attempts.
    await clock.runUntil(ask());
    expect(renewals()).toBe(1);

    await clock.advance(HOUR);
    await clock.runUntil(ask());
    expect(asked()[2]?.headers['authorization']).toBe('Bearer access-3');
    expect(changes).toHaveLength(1);
  });

  it('that fails after the end fails requests, for a while', async () => {
    const { clock, ask, asked } = setUp({ tokens: [{ status: 503, body: {} }, {}] });
    await clock.advance(DAY + HOUR);

    expect(await failureOf(clock.runUntil(ask()))).toMatchObject({ kind: 'unavailable' });
    expect(asked()).toEqual([]);
    await clock.advance(3 * SECOND);
    await clock.runUntil(ask());
    expect(asked()).toHaveLength(1);
  });

  it('doesn’t begin where nothing can be stored', async () => {
    const { clock, ask, renewals, store } = setUp();
    await clock.advance(DAY + HOUR);
    store.isAway = true;

    expect(await failureOf(clock.runUntil(ask()))).toMatchObject({ kind: 'unavailable' });
    expect(renewals()).toBe(0);
  });

  it('that can’t be stored any more is used all the same, and stored later', async () => {
    const { clock, ask, asked, store, logged } = setUp({
      tokens: [
        () => {
          store.isAway = true;
          return Promise.resolve({});
        },
      ],
    });
    await clock.advance(DAY + HOUR);
    await clock.runUntil(ask());
    expect(asked()[0]?.headers['authorization']).toBe('Bearer access-2');
    expect(logged.join()).toContain("can't be stored");

    store.isAway = false;
    await clock.runUntil(ask());
    await settle();
    expect(store.kept.get('acme')).toMatchObject({ accessToken: 'access-2' });
  });

  it('ends for whoever leaves, not for the others', async () => {
    const gate = later();
    const { clock, client, ask, asked } = setUp({ tokens: [gate.respond] });
    await clock.advance(DAY + HOUR);
    const { caller, controller } = createCaller(clock);
    const leaving = failureOf(client.read({ operation: 'listWorkspaces' }, caller));
    const staying = ask();
    await settle();
    controller.abort(new Error('gone'));
    expect(await leaving).toMatchObject({ message: 'gone' });

    gate.answer({ body: { access_token: 'a2', refresh_token: 'r2', expires_in: 3600 } });
    await clock.runUntil(staying);
    expect(asked().map(({ headers }) => headers['authorization'])).toEqual(['Bearer a2']);
  });

  it('never sends anything to a host that isn’t Gong’s', async () => {
    const { clock, ask, asked } = setUp({
      tokens: [
        {
          body: {
            access_token: 'a2',
            refresh_token: 'r2',
            api_base_url_for_customer: 'https://api.gong.io.evil.test',
          },
        },
      ],
    });
    await clock.advance(DAY + HOUR);

    expect(await failureOf(clock.runUntil(ask()))).toMatchObject({ kind: 'bad-credentials' });
    expect(asked()).toEqual([]);
  });

  it('of a connection that was ended meanwhile doesn’t begin', async () => {
    const { clock, ask, renewals, store } = setUp();
    await clock.advance(DAY + HOUR);
    store.kept.clear();

    expect(await failureOf(clock.runUntil(ask()))).toMatchObject({
      message: expect.stringContaining("isn't connected to Gong"),
    });
    expect(renewals()).toBe(0);
  });
});
