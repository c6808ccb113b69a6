import type { OAuthConnection } from '../../../src/tenants/connections/connection.js';
import { OAuthCredentials } from '../../../src/tenants/connections/oauthCredentials.js';
import type { GongClient } from '../../../src/gong/client.js';
import { OAuthEndpoint } from '../../../src/gong/oauth.js';
import { createCaller, createTestClient, FakeWire, type WireAnswer } from '../../gong/support.js';
import { FakeClock } from '../../support/clock.js';
import { MemoryConnections } from './support.js';

export const SECOND = 1000;

export const MINUTE = 60 * SECOND;

export const HOUR = 60 * MINUTE;

export const DAY = 24 * HOUR;

export const NOW = Date.parse('2026-06-01T12:00:00Z');

export const connected: OAuthConnection = {
  kind: 'oauth',
  tenant: 'acme',
  id: 'first',
  baseUrl: 'https://company-17.api.gong.io',
  connectedAt: NOW,
  accessToken: 'access-1',
  refreshToken: 'refresh-1',
  revision: 0,
  issuedAt: NOW,
  expiresAt: NOW + DAY,
  scopes: ['api:users:read'],
  revokedAt: null,
};

export const isToken = (url: string): boolean => url.includes('/oauth2/generate-customer-token');

/** Gateways of one company: what each sends goes to one wire, and what they store to one store. */
export function setUp({
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
export const failureOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => null,
    (error: unknown) => error,
  );
