import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isAdmin } from '../access/clients/admin.js';
import { DEFAULT_TENANT } from '../access/clients/client.js';
import { readArguments } from './commandLine/arguments.js';
import { listenProblem } from './commandLine/listenProblem.js';
import { createAuthenticator } from '../access/clients/authenticator.js';
import { ConfigError, parseConfig, type Config, type GongAccess } from '../config/config.js';
import { openConnectionManagement } from '../tenants/connectionManagement.js';
import { originProblem } from '../config/gongAccess.js';
import { openDiskStorage, openFileConnections } from '../storage/disk/disk.js';
import { createGateway, storageInMemory, type TenantCheck } from '../tenants/gateway.js';
import { MINUTE_MS, SECOND_MS, systemClock } from '../lib/clock.js';
import { createKeepAliveFetch } from '../gong/fetch.js';
import { isApiOrigin } from '../gong/oauth.js';
import { packageRoot } from '../lib/packageRoot.js';
import { createLogger } from './createLogger.js';
import { GatewayMetrics } from '../telemetry/gatewayMetrics.js';
import { loadHook } from '../access/policy/hookModule.js';
import type { Policies } from '../access/policy/policies.js';
import { openReplicas } from '../storage/replicas.js';
import { openRedisStorage } from '../storage/redis/redisStorage.js';
import { createApp } from '../http/app.js';
import { connectionsHealth } from '../http/connectionsHealth.js';
import { credentialsHealth } from '../http/credentialsHealth.js';
import { quotaHealth } from '../http/quotaHealth.js';
import { replicaHealth } from '../http/replicaHealth.js';
import { redisHealth } from '../http/redisHealth.js';
import { createSandbox, DEFAULT_CREDENTIAL, type ServerAddress } from '../../sandbox/src/index.js';

const graphiqlDirectory = fileURLToPath(new URL('dist/graphiql/', packageRoot));

/** Interval at which policies are checked that could not be checked at startup. */
const CHECK_INTERVAL_MS = MINUTE_MS;
let cancelCheck: () => void = () => undefined;

readArguments(`Usage: npm start, or npm run serve after npm run build

Serves the graph. It takes no options. Environment variables configure it: see docs/reference/configuration.md.
Without any, it serves invented data from an embedded sandbox.`);
const config = readConfig();
const logger = createLogger(config.logLevel);
if (config.secret === undefined) {
  logger.warn(
    config.redisUrl === undefined ? {} : { hint: 'Instances share only the quota, not responses.' },
    'GATEWAY_SECRET is not set: cursors and upload URLs become invalid when this process stops',
  );
}

const sandbox = config.isSandbox ? await startSandbox() : null;
const access: GongAccess | null =
  sandbox === null ? config.gong : { baseUrl: sandbox.url, ...DEFAULT_CREDENTIAL };
const gong = createKeepAliveFetch(systemClock, config.maxGongResponseBytes);
const replicas =
  config.redisUrl === undefined
    ? null
    : openRedisStorage({ redisUrl: config.redisUrl, config, clock: systemClock, logger });
// The sandbox starts over with each process, and so does its quota.
const disk =
  sandbox === null && replicas === null ? openDiskStorage(config, systemClock, logger) : null;
const { secret } = config;
// The sandbox starts over with each process, and so does its copy.
const copies =
  sandbox === null
    ? { stateDir: config.stateDir, secret }
    : { stateDir: await mkdtemp(join(tmpdir(), 'gong-sandbox-')), secret: randomUUID() };
const storage = {
  ...(replicas ?? disk ?? storageInMemory(systemClock)),
  ...openReplicas(copies, systemClock, logger),
};
// Invented data and a company's data never mix, so the sandbox serves no stored connections. Without a secret to seal
// them, credentials cannot be stored.
const connecting =
  sandbox !== null || secret === undefined
    ? null
    : openConnectionManagement({
        config,
        secret,
        store:
          replicas?.connections ??
          openFileConnections({ stateDir: config.stateDir, secret }, systemClock, logger),
        state: storage.state,
        fetch: gong.fetch,
        clock: systemClock,
        logger,
      });
const metrics = new GatewayMetrics(systemClock, config.isSandbox).addProcess();
const policy = await openPolicies(config);
const gateway = createGateway({ ...config, policy }, access, {
  fetch: gong.fetch,
  clock: systemClock,
  random: Math.random,
  logger,
  storage,
  ...(connecting === null ? {} : { connections: connecting.connections }),
  isHostAllowed: (baseUrl) => isApiOrigin(baseUrl, config.anyGongHost),
  ...(connecting?.endpoint == null ? {} : { endpoint: connecting.endpoint }),
  observerOf: (tenant) => metrics.observerOf(tenant),
});
metrics.watch(() => gateway.state());
const connected = await connecting?.connections.list().catch((error: unknown) => {
  logger.warn({ err: error as Error }, 'Stored Gong connections cannot be read yet');
});
const keepsCount = (): boolean => replicas !== null || disk?.keepsCounts() === true;
const authenticator = createAuthenticator(config, {
  fetch: gong.fetch,
  clock: systemClock,
  logger,
});
await checkPolicies([
  ...(access === null ? [] : [DEFAULT_TENANT]),
  ...(connected ?? []).map(({ tenant }) => tenant),
]);
const app = await createApp({
  schema: gateway.schema,
  logger,
  authenticator,
  isLocalOnly: config.isLocalOnly,
  isSandbox: config.isSandbox,
  deadlineMs: config.deadlineMs,
  cacheTtlSeconds: config.cacheTtlSeconds,
  graphiqlDirectory,
  metrics,
  health: {
    quota: () => quotaHealth(gateway.state(), keepsCount(), config.isSandbox),
    credentials: () => credentialsHealth(gateway.state().companies, config.isSandbox),
    ...(connecting === null
      ? {}
      : { connections: () => connectionsHealth(connecting.connections, access !== null) }),
    replica: () => replicaHealth(gateway.state().companies),
    ...(replicas === null ? {} : { redis: () => redisHealth(replicas.status()) }),
  },
  httpConfig: config.http,
  sharedDocuments: replicas?.documents ?? null,
  publicUrl: config.publicUrl,
  uploads: gateway.uploads,
  createContext: ({ name, tenant, person, roles }, { origin }) =>
    gateway.createContext({ client: name, tenant, person, roles, origin }),
  connecting: {
    administration: connecting?.administrationOf(gateway) ?? null,
    redirectUri: config.oauth?.redirectUri,
    isAdmin: (authorization) => isAdmin(authorization, config.adminToken),
    hostProblem: (address) => originProblem('baseUrl', address, config.anyGongHost),
    defaultBaseUrl: config.apiBaseUrl,
    replicaOf: async (tenant) => (await gateway.tenants.company(tenant)).replica,
    logger,
  },
});
await authenticator.prepare();

const { host, port } = config;
const address = await app.http.listen({ host, port }).catch((error: unknown) => {
  console.error(listenProblem(error, { host, port, hostVariable: 'HOST', portVariable: 'PORT' }));
  process.exit(1);
});
let stopping: Promise<void> | undefined;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  // Handled once, so that a second signal ends the process at once.
  process.once(signal, () => {
    stopping ??= stop(signal);
  });
}

if (config.isLocalOnly) {
  logger.info(
    {},
    'Serving this machine only, because no authentication is configured. Set GATEWAY_TOKENS or GATEWAY_JWKS_URL ' +
      'to serve authenticated clients, or GATEWAY_OPEN=true to serve every client.',
  );
}
logger.info(
  {
    graphiql: `${address}/graphiql`,
    gong: sandbox === null ? (access?.baseUrl ?? 'by stored connections') : 'sandbox',
  },
  `GraphiQL: ${address}/graphiql, ${source()}`,
);

/** Describes the source of the data before any request to Gong. */
function source(): string {
  if (sandbox !== null) {
    return 'uses the embedded sandbox: all data is invented. Set GONG_ACCESS_KEY and GONG_ACCESS_KEY_SECRET to use your own Gong';
  }
  if (access !== null) return `uses Gong at ${access.baseUrl}`;
  const where =
    config.oauth === null
      ? 'by PUT /admin/connections/default'
      : 'at /oauth/gong/start?tenant=default';
  return `uses stored Gong connections (administrators connect companies ${where})`;
}

async function stop(signal: string): Promise<void> {
  logger.info({ signal }, 'Stopping: running operations can finish, new ones are rejected');
  try {
    cancelCheck();
    await app.close();
    // Renewals need the network and the storage, so they end first.
    await gateway.tenants.close();
    gong.close();
    await replicas?.close();
    await sandbox?.close();
    if (sandbox !== null) await rm(copies.stateDir, { recursive: true, force: true });
  } catch (error) {
    logger.error({ err: error as Error }, 'Stopping failed');
    process.exit(1);
  }
}

function readConfig(): Config {
  try {
    return parseConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return refuse(error.problems);
  }
}

function refuse(problems: readonly string[]): never {
  console.error(`The gateway cannot start:\n${problems.map((line) => `- ${line}`).join('\n')}`);
  process.exit(1);
}

/** A policy with a missing workspace must not come to mean that everything may be seen. */
async function checkPolicies(tenants: readonly string[]): Promise<void> {
  const checks = await gateway.checkPolicies(tenants);
  const problems = checks.flatMap(({ tenant, check }) =>
    check.result === 'bad' ? [`Tenant "${tenant}": ${check.problem}`] : [],
  );
  if (problems.length > 0) refuse(problems);
  checkLater(checks);
}

/** Policies that could not be checked are checked again, because an invalid one would remain unnoticed. */
function checkLater(checks: readonly TenantCheck[]): void {
  const open = checks.flatMap(({ tenant, check }) =>
    check.result === 'unchecked' ? [{ tenant, err: check.error }] : [],
  );
  if (open.length === 0) return;
  for (const each of open) {
    logger.warn(
      each,
      'Policy workspaces not verified: fields that depend on the policy fail until they are',
    );
  }
  cancelCheck = systemClock.after(CHECK_INTERVAL_MS, () => {
    void gateway.checkPolicies(open.map(({ tenant }) => tenant)).then((again) => {
      for (const { tenant, check } of again) {
        if (check.result === 'bad') logger.error({ tenant }, check.problem);
      }
      checkLater(again);
    });
  });
}

/** Loads the policies. A module that cannot judge calls must not come to mean that everything may be seen. */
async function openPolicies({ policy: { base, roles, modulePath } }: Config): Promise<Policies> {
  if (modulePath === undefined) return { base, roles, hook: null };
  const loaded = await loadHook(modulePath);
  if ('hook' in loaded) return { base, roles, hook: loaded.hook };
  return refuse([`GATEWAY_POLICY_MODULE ${modulePath} ${loaded.problem}.`]);
}

function startSandbox(): Promise<ServerAddress> {
  const processingMs = config.sandboxProcessingSeconds * SECOND_MS;
  return createSandbox({ uploads: { processingMs, analysisMs: processingMs }, life: {} }).listen();
}
