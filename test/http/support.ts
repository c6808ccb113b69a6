import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createAuthenticator } from '../../src/access/clients/authenticator.js';
import type { Client } from '../../src/access/clients/client.js';
import type { ClientToken, HttpConfig, JwtOptions } from '../../src/config/config.js';
import type { ContextValue } from '../../src/graphql/context.js';
import { createGateway, type GatewayConfig } from '../../src/tenants/gateway.js';
import { systemClock, type Clock } from '../../src/lib/clock.js';
import type { Logger } from '../../src/lib/logger.js';
import type { Fetch, FetchInit } from '../../src/gong/exchange.js';
import {
  createFetch,
  DEFAULT_CREDENTIAL,
  type Sandbox,
  type SandboxOptions,
} from '../../sandbox/src/index.js';
import { GatewayMetrics } from '../../src/telemetry/gatewayMetrics.js';
import { createApp, type App } from '../../src/http/app.js';
import type { HealthParts } from '../../src/http/health/health.js';
import { credentialsHealth } from '../../src/http/health/credentialsHealth.js';
import { quotaHealth } from '../../src/http/health/quotaHealth.js';
import type { DocumentStore } from '../../src/lib/documentStore.js';
import type { RateLimits } from '../../src/lib/rateLimits.js';
import type { AuditLog } from '../../src/telemetry/audit/auditLog.js';
import { deadlineBy, testConfig, testHttpConfig } from '../support/config.js';
import { createTestSandbox } from '../support/sandbox.js';

export interface TestServer {
  readonly app: App;
  readonly sandbox: Sandbox;
  /** Origin at which it serves, such as `http://127.0.0.1:41234`. */
  readonly origin: string;
  /** The contexts of the operations so far. */
  readonly contexts: readonly ContextValue[];
  /** The client of each of these contexts. */
  readonly clients: readonly Client[];
  /** What was logged so far. */
  readonly logged: readonly LoggedLine[];
  /** Sends a query as most clients do. */
  readonly post: (query: string, init?: RequestInit) => Promise<Response>;
}

export interface LoggedLine {
  readonly level: string;
  readonly fields: object;
  readonly message: string;
}

export interface TestServerOptions {
  readonly tokens?: readonly ClientToken[];
  readonly jwt?: JwtOptions;
  /** Where the keys of JWTs are fetched. */
  readonly jwksFetch?: Fetch;
  readonly isLocalOnly?: boolean;
  readonly clock?: Clock;
  readonly requestsPerSecond?: number;
  readonly deadlineMs?: number;
  readonly config?: Partial<GatewayConfig>;
  /** Settings of HTTP that differ from the tests' usual ones. */
  readonly httpConfig?: Partial<HttpConfig>;
  /** Documents that it shares with other gateways. */
  readonly sharedDocuments?: DocumentStore;
  readonly sharedRates?: RateLimits;
  /** Gets what is refused before it is an operation. */
  readonly audit?: AuditLog;
  /** Folder of the built GraphiQL page. */
  readonly graphiqlDirectory?: string;
  /** Origin that clients are told. */
  readonly publicUrl?: string;
  /** Delays the context of each operation. */
  readonly beforeContext?: () => Promise<void>;
  /** Options of the sandbox. */
  readonly gong?: SandboxOptions;
  /** Wraps the requests to the sandbox. */
  readonly fetch?: (next: Fetch) => Fetch;
  /** Further lines of `/health/ready`. */
  readonly health?: HealthParts;
}

/** The whole gateway on a port of its own, over a small sandbox without limits. */
export async function startServer(options: TestServerOptions = {}): Promise<TestServer> {
  const {
    tokens = [],
    clock = systemClock,
    requestsPerSecond = 1_000_000,
    deadlineMs = deadlineBy(clock).deadlineMs ?? 25_000,
    graphiqlDirectory = fileURLToPath(new URL('../../ui/graphiql/', import.meta.url)),
  } = options;
  const logged: LoggedLine[] = [];
  const log =
    (level: string) =>
    (fields: object, message: string): void => {
      logged.push({ level, fields, message });
    };
  const logger: Logger = {
    debug: log('debug'),
    info: log('info'),
    warn: log('warn'),
    error: log('error'),
  };
  const sandbox = createTestSandbox({ calls: 60, users: 12, clock, ...options.gong });
  const next = createFetch(sandbox);
  const isSandbox = options.config?.isSandbox ?? false;
  const metrics = new GatewayMetrics(isSandbox);
  const gateway = createGateway(
    { ...testConfig, requestsPerSecond, deadlineMs, ...options.config },
    { baseUrl: 'https://gong.test', ...DEFAULT_CREDENTIAL },
    {
      fetch: options.fetch?.(next) ?? next,
      clock,
      random: () => 0.5,
      logger,
      observerOf: (tenant) => metrics.observerOf(tenant),
    },
  );
  metrics.watch(() => gateway.state());
  const contexts: ContextValue[] = [];
  const clients: Client[] = [];
  const app = await createApp({
    schema: gateway.schema,
    logger,
    authenticator: createAuthenticator(
      { tokens, jwt: options.jwt ?? null },
      { fetch: options.jwksFetch ?? next, clock, logger },
    ),
    isLocalOnly: options.isLocalOnly ?? false,
    isSandbox,
    deadlineMs,
    cacheTtlSeconds: options.config?.cacheTtlSeconds ?? testConfig.cacheTtlSeconds,
    graphiqlDirectory,
    metrics,
    observers: [metrics.onEnded],
    health: {
      quota: () => quotaHealth(gateway.state(), true, isSandbox),
      credentials: () => credentialsHealth(gateway.state().companies, isSandbox),
      ...options.health,
    },
    httpConfig: { ...testHttpConfig, ...options.httpConfig },
    ...(options.sharedDocuments === undefined ? {} : { sharedDocuments: options.sharedDocuments }),
    sharedRates: options.sharedRates ?? null,
    operationsPerMinute: (tenant) => gateway.operationsPerMinute(tenant),
    audit: options.audit ?? null,
    publicUrl: options.publicUrl,
    uploads: gateway.uploads,
    createContext: async (client, asked) => {
      await options.beforeContext?.();
      const { name, tenant, person, roles } = client;
      const context = await gateway.createContext({
        client: name,
        tenant,
        person,
        roles,
        ...asked,
      });
      contexts.push(context);
      clients.push(client);
      return context;
    },
  });
  await app.http.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.http.server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  return {
    app,
    sandbox,
    origin,
    contexts,
    clients,
    logged,
    post: (query, init = {}) =>
      fetch(`${origin}/graphql`, {
        method: 'POST',
        ...init,
        headers: { 'content-type': 'application/json', ...(init.headers as object | undefined) },
        body: JSON.stringify({ query }),
      }),
  };
}

/** Returns a `fetch` that holds all requests until `open` is called. */
export function createGate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  let arrive: (init: FetchInit) => void = () => undefined;
  /** Resolves to the first request. */
  const arrived = new Promise<FetchInit>((resolve) => {
    arrive = resolve;
  });
  const fetch =
    (next: Fetch): Fetch =>
    async (url, init) => {
      arrive(init);
      await Promise.race([opened, once(init.signal, 'abort')]);
      init.signal.throwIfAborted();
      return next(url, init);
    };
  return { fetch, open, arrived };
}
