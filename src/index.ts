import { fileURLToPath } from 'node:url';
import { ConfigError, parseConfig, type Config, type GongAccess } from './config.js';
import { createGateway, tenantOf } from './gateway.js';
import { SECOND_MS, systemClock } from './gong/clock.js';
import { createKeepAliveFetch } from './gong/fetch.js';
import { createLogger } from './logger.js';
import { GatewayMetrics } from './metrics/gatewayMetrics.js';
import { openState } from './keptState.js';
import { loadHook } from './policy/hookModule.js';
import type { Policies } from './policy/policies.js';
import { openQuotaState } from './quotaState.js';
import { joinReplicas } from './replicas.js';
import { createApp } from './server/app.js';
import { quotaHealth } from './server/quotaHealth.js';
import { createSandbox, DEFAULT_CREDENTIAL, type Listening } from './sandbox/index.js';

const graphiqlDirectory = fileURLToPath(new URL('../dist/graphiql/', import.meta.url));

const config = readConfig();
const logger = createLogger(config.logLevel);
if (config.secret === undefined) {
  logger.warn(
    {},
    'GATEWAY_SECRET is not set: cursors and upload addresses given out now end with this process' +
      (config.redisUrl === undefined ? '.' : ', and replicas share no answers, only the quota.'),
  );
}

const sandbox = config.gong === null ? await startSandbox() : null;
const access: GongAccess = config.gong ?? {
  baseUrl: sandbox?.url ?? '',
  accessKey: DEFAULT_CREDENTIAL.accessKey,
  accessKeySecret: DEFAULT_CREDENTIAL.accessKeySecret,
};
const gong = createKeepAliveFetch(systemClock);
const replicas =
  config.redisUrl === undefined
    ? null
    : joinReplicas({
        redisUrl: config.redisUrl,
        config,
        tenant: tenantOf(access),
        clock: systemClock,
        logger,
      });
// The sandbox begins anew with each start, and so does its quota.
const quotaState =
  sandbox === null && replicas === null
    ? openQuotaState(config.stateDir, tenantOf(access), logger)
    : undefined;
const state =
  sandbox === null && replicas === null
    ? openState(config, tenantOf(access), systemClock, logger)
    : undefined;
const metrics = new GatewayMetrics(systemClock).addProcess();
const policy = await openPolicies(config);
const gateway = createGateway({ ...config, policy }, access, {
  fetch: gong.fetch,
  clock: systemClock,
  random: Math.random,
  logger,
  ...(replicas === null ? {} : { replicas }),
  observer: metrics,
  ...(quotaState === undefined ? {} : { quotaState }),
  ...(state === undefined ? {} : { state }),
});
metrics.watch(() => gateway.state());
const checked = await gateway.checkPolicy();
if (checked.result === 'bad') refuse([checked.problem]);
if (checked.result === 'unchecked') {
  logger.warn(
    { err: checked.error },
    'Whether the workspaces of the policy are there could not be told: what it decides on fails until it can.',
  );
}
const keepsCount = replicas !== null || quotaState?.isKept === true;
const app = await createApp({
  schema: gateway.schema,
  logger,
  tokens: config.tokens,
  deadlineMs: config.deadlineMs,
  cacheTtlSeconds: config.cacheTtlSeconds,
  graphiqlDirectory,
  metrics,
  health: {
    quota: () => quotaHealth(gateway.state(), keepsCount),
    ...(replicas === null ? {} : { redis: () => replicas.health() }),
  },
  publicUrl: config.publicUrl,
  uploads: gateway.uploads,
  createContext: (asked) => gateway.createContext(asked),
});

const address = await app.http.listen({ host: config.host, port: config.port }).catch((error) => {
  logger.error({ err: error as Error }, `Cannot listen on ${config.host}:${config.port}`);
  process.exit(1);
});
let stopping: Promise<void> | undefined;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  // Once: the same signal again ends the process at once.
  process.once(signal, () => {
    stopping ??= stop(signal);
  });
}

logger.info(
  { graphiql: `${address}/graphiql`, gong: sandbox === null ? access.baseUrl : 'sandbox' },
  `GraphiQL: ${address}/graphiql, connected to ${
    sandbox === null
      ? `Gong at ${access.baseUrl}`
      : 'the embedded sandbox (set GONG_ACCESS_KEY and GONG_ACCESS_KEY_SECRET for your own Gong)'
  }`,
);

async function stop(signal: string): Promise<void> {
  logger.info({ signal }, 'Stopping: running operations may end, new ones are refused.');
  try {
    await app.close();
    gong.close();
    await replicas?.close();
    await sandbox?.close();
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

/** What viewers may see. A module that can't judge calls must not come to mean that all may be seen. */
async function openPolicies({ policy: { base, roles, modulePath } }: Config): Promise<Policies> {
  if (modulePath === undefined) return { base, roles, hook: null };
  const loaded = await loadHook(modulePath);
  if ('hook' in loaded) return { base, roles, hook: loaded.hook };
  return refuse([`GATEWAY_POLICY_MODULE ${modulePath} ${loaded.problem}.`]);
}

function startSandbox(): Promise<Listening> {
  const processingMs = config.sandboxProcessingSeconds * SECOND_MS;
  return createSandbox({ uploads: { processingMs, analysisMs: processingMs } }).listen();
}
