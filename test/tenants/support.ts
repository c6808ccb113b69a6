import { fileURLToPath } from 'node:url';
import type { AddressInfo } from 'node:net';
import { isAdmin } from '../../src/access/clients/admin.js';
import { createAuthenticator } from '../../src/access/clients/authenticator.js';
import { openConnectionManagement } from '../../src/tenants/connectionManagement.js';
import { parseConfig, type Config } from '../../src/config/config.js';
import { originProblem } from '../../src/config/gongAccess.js';
import { createGateway, type Gateway } from '../../src/tenants/gateway.js';
import { systemClock, type Clock } from '../../src/lib/clock.js';
import type { Fetch } from '../../src/gong/exchange.js';
import { GatewayMetrics } from '../../src/telemetry/gatewayMetrics.js';
import { createFetch, DEFAULT_OAUTH_APP, type Sandbox } from '../../sandbox/src/index.js';
import type { ConnectionStore } from '../../src/tenants/connections/connectionStore.js';
import type { Storage } from '../../src/tenants/storage.js';
import type { AuditLog } from '../../src/telemetry/audit/auditLog.js';
import { createApp } from '../../src/http/app.js';
import { StatusReports } from '../../src/http/admin/statusReports.js';
import { allOf, openStatus } from '../../src/bin/serve/status.js';
import { StatusCounts } from '../../src/telemetry/status/statusCounts.js';
import { connectionsHealth } from '../../src/http/health/connectionsHealth.js';
import { credentialsHealth } from '../../src/http/health/credentialsHealth.js';
import { quotaHealth } from '../../src/http/health/quotaHealth.js';
import { createTestSandbox } from '../support/sandbox.js';
import { MemoryConnections } from './connections/support.js';
import type { LoggedLine } from '../http/support.js';

export const SECRET = 'a secret for tests, long enough to be one';
export const ADMIN = 'a token of administrators';
export const ACME_KEY = { accessKey: 'ACMEACCESSKEY', accessKeySecret: 'acme-access-key-secret' };
export const GLOBEX_KEY = { accessKey: 'GLOBEXACCESSKEY', accessKeySecret: 'globex-access-secret' };
const REDIRECT_URI = 'https://gateway.test/oauth/gong/callback';

export interface TenantServer {
  readonly origin: string;
  readonly gateway: Gateway;
  readonly store: MemoryConnections;
  /** Their companies at Gong, by host. */
  readonly acme: Sandbox;
  readonly globex: Sandbox;
  /** What was sent to hosts that are nobody's. */
  readonly strays: string[];
  readonly logged: LoggedLine[];
  readonly metrics: GatewayMetrics;
  /** Asks as a client with a token does. */
  query(token: string, query: string, variables?: object): Promise<GraphQLAnswer>;
  /** Asks as an administrator does, or with another token. */
  admin(method: string, path: string, body?: object, token?: string): Promise<Response>;
  /** A browser's whole way to Gong and back; the answer of the callback. */
  connect(tenant: string): Promise<Response>;
  close(): Promise<void>;
}

export interface GraphQLAnswer {
  readonly status: number;
  readonly data?: Record<string, never> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
}

export interface TenantServerOptions {
  readonly clock?: Clock;
  readonly environment?: Record<string, string>;
  /** Content of the file of tenants; left out: there is none. */
  readonly tenants?: object;
  readonly store?: MemoryConnections;
  /** Where all lies that outlives the process; left out: in memory. */
  readonly storage?: Storage;
  /** Where connections are kept, in place of `store`. */
  readonly connections?: ConnectionStore;
  /** Left out: credentials may be sent anywhere. */
  readonly isHostAllowed?: (baseUrl: string) => boolean;
  /** Stands between the gateway and all hosts. */
  readonly fetch?: (next: Fetch) => Fetch;
  readonly acme?: Sandbox;
  readonly audit?: AuditLog;
}

export function createAcme(clock: Clock = systemClock): Sandbox {
  return createTestSandbox({
    seed: 1,
    calls: 60,
    users: 12,
    requestsPerDay: Infinity,
    clock,
    credentials: [ACME_KEY],
    oauth: { redirectUris: [REDIRECT_URI], baseUrlForCustomer: 'https://acme.gong.test' },
  });
}

/** A gateway for two companies: acme logs in by OAuth, globex by the key that an administrator stores. */
export async function startTenantServer(options: TenantServerOptions = {}): Promise<TenantServer> {
  const { clock = systemClock, store = new MemoryConnections() } = options;
  const environment = {
    GATEWAY_TOKENS: 'web@acme:acme-token,web@globex:globex-token,web:default-token',
    GATEWAY_SECRET: SECRET,
    GATEWAY_ADMIN_TOKEN: ADMIN,
    GONG_OAUTH_CLIENT_ID: DEFAULT_OAUTH_APP.clientId,
    GONG_OAUTH_CLIENT_SECRET: DEFAULT_OAUTH_APP.clientSecret,
    GONG_OAUTH_REDIRECT_URI: REDIRECT_URI,
    GONG_OAUTH_BASE_URL: 'https://login.gong.test',
    GONG_ALLOW_ANY_HOST: 'true',
    GONG_REQUESTS_PER_SECOND: '1000000',
    GONG_REQUESTS_PER_DAY: '1000000',
    ...(options.tenants === undefined ? {} : { GATEWAY_TENANTS_FILE: 'tenants.json' }),
    ...options.environment,
  };
  const config: Config = parseConfig(environment, () => JSON.stringify(options.tenants));
  const acme = options.acme ?? createAcme(clock);
  const globex = createTestSandbox({
    seed: 1,
    calls: 60,
    users: 12,
    requestsPerDay: Infinity,
    clock,
    credentials: [GLOBEX_KEY],
  });
  const hosts: Readonly<Record<string, Fetch>> = {
    'login.gong.test': createFetch(acme),
    'acme.gong.test': createFetch(acme),
    'globex.gong.test': createFetch(globex),
  };
  const strays: string[] = [];
  const route: Fetch = (url, init) => {
    const { host } = new URL(url);
    const target = hosts[host];
    if (target !== undefined) return target(url, init);
    strays.push(host);
    return Promise.reject(new Error('There is nobody.'));
  };
  const fetchGong = options.fetch?.(route) ?? route;
  const logged: LoggedLine[] = [];
  const log =
    (level: string) =>
    (fields: object, message: string): void => {
      logged.push({ level, fields, message });
    };
  const logger = {
    debug: log('debug'),
    info: log('info'),
    warn: log('warn'),
    error: log('error'),
  };
  const connecting = openConnectionManagement({
    config,
    secret: SECRET,
    store: options.connections ?? store,
    state: options.storage?.state ?? null,
    fetch: fetchGong,
    clock,
    logger,
  });
  if (connecting.endpoint === null) throw new Error('OAuth is configured.');
  const metrics = new GatewayMetrics(config.isSandbox);
  const counts = new StatusCounts(clock);
  const policy = { ...config.policy, hook: null };
  const { audit } = options;
  const gateway = createGateway(
    { ...config, policy, isAudited: audit !== undefined },
    config.gong,
    {
      fetch: fetchGong,
      clock,
      random: () => 0.5,
      logger,
      observerOf: (tenant) => allOf([metrics.observerOf(tenant), counts.observerOf(tenant)]),
      ...(options.storage === undefined ? {} : { storage: options.storage }),
      connections: connecting.connections,
      endpoint: connecting.endpoint,
      ...(options.isHostAllowed === undefined ? {} : { isHostAllowed: options.isHostAllowed }),
    },
  );
  await connecting.connections.list();
  metrics.watch(() => gateway.state());
  const administration = connecting.administrationOf(gateway);
  const isAdministrator = (authorization: string | undefined): boolean =>
    isAdmin(authorization, config.adminToken);
  const app = await createApp({
    schema: gateway.schema,
    logger,
    authenticator: createAuthenticator(config, { fetch: fetchGong, clock, logger }),
    isLocalOnly: config.isLocalOnly,
    isSandbox: config.isSandbox,
    deadlineMs: config.deadlineMs,
    cacheTtlSeconds: config.cacheTtlSeconds,
    graphiqlDirectory: fileURLToPath(new URL('../../ui/graphiql/', import.meta.url)),
    metrics,
    observers: [metrics.onEnded, counts.onEnded, ...(audit === undefined ? [] : [audit.onEnded])],
    ...(audit === undefined ? {} : { audit }),
    health: {
      quota: () => quotaHealth(gateway.state(), true, config.isSandbox),
      credentials: () => credentialsHealth(gateway.state().companies, config.isSandbox),
      connections: () => connectionsHealth(connecting.connections, false),
    },
    httpConfig: config.http,
    operationsPerMinute: (tenant) => gateway.operationsPerMinute(tenant),
    publicUrl: config.publicUrl,
    uploads: gateway.uploads,
    createContext: ({ name, tenant, person, roles }, asked) =>
      gateway.createContext({ client: name, tenant, person, roles, ...asked }),
    connecting: {
      administration,
      redirectUri: config.oauth?.redirectUri,
      isAdmin: isAdministrator,
      hostProblem: (address) => originProblem('baseUrl', address, config.anyGongHost),
      defaultBaseUrl: config.apiBaseUrl,
      replicaOf: async (tenant) => (await gateway.tenants.company(tenant)).replica,
      logger,
    },
    status: {
      reports: new StatusReports({
        ...openStatus(counts, gateway, { clock, store: null }),
        companies: () => gateway.state().companies,
        fixedTenant: config.gong === null ? null : 'default',
        administration,
        hasOAuth: config.oauth !== null,
        isSandbox: config.isSandbox,
        clock,
      }),
      directory: fileURLToPath(new URL('../../ui/status/', import.meta.url)),
      isAdmin: isAdministrator,
    },
  });
  await app.http.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.http.server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const server: TenantServer = {
    origin,
    gateway,
    store,
    acme,
    globex,
    strays,
    logged,
    metrics,
    query: async (token, query, variables = {}) => {
      const response = await fetch(`${origin}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query, variables }),
      });
      return { status: response.status, ...((await response.json()) as object) };
    },
    admin: (method, path, body, token = ADMIN) =>
      fetch(`${origin}${path}`, {
        method,
        redirect: 'manual',
        headers: {
          authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    connect: async (tenant) => {
      const started = await server.admin('GET', `/oauth/gong/start?tenant=${tenant}`);
      return fetch(await atGong(acme, started, origin), { headers: { cookie: cookieOf(started) } });
    },
    close: () => app.close(),
  };
  return server;
}

/** Where Gong sends the browser back to, at the gateway of the test. */
export async function atGong(gong: Sandbox, started: Response, origin: string): Promise<string> {
  const location = started.headers.get('location') ?? '';
  const agreed = await createFetch(gong)(location);
  const back = new URL(agreed.headers.get('location') ?? '');
  return `${origin}${back.pathname}${back.search}`;
}

/** What the browser keeps, as it sends it back. */
export function cookieOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}
