import type { CompanyConfig } from '../../tenants/operation.js';
import { ConfigError, parseConfig, type Config } from '../../config/config.js';
import { withTenant } from '../../config/tenants.js';
import type { Environment } from '../../config/values.js';
import { GongClient } from '../../gong/client.js';
import { SECOND_MS, type Clock } from '../../lib/clock.js';
import type { Fetch } from '../../gong/exchange.js';
import { Scheduler } from '../../gong/scheduling/scheduler.js';
import { Operation } from '../../operation/operation.js';
import type { Policies } from '../../access/policy/policies.js';
import { connectToRedis } from '../../storage/redis/connection.js';
import { openRedisStorage, type Replicas } from '../../storage/redis/redisStorage.js';
import { createSchema } from '../../graphql/schema.js';
import { enabledIn } from '../../graphql/scopes/enabled.js';
import { scopeUses, type ScopeUse } from '../../graphql/scopes/uses.js';
import type { DoctorAccess } from './access.js';
import { clientsFinding } from './checks/clients.js';
import { clockFinding } from './checks/clock.js';
import { configurationFindings } from './checks/configuration.js';
import { connectionFindings } from './checks/connection.js';
import { credentialsFinding } from './checks/credentials.js';
import { limitFindings } from './checks/limits.js';
import { namesWorkspaces, policyFindings } from './checks/policy.js';
import { reachFinding } from './checks/reach.js';
import { askRedis, redisFindings, type RedisFacts } from './checks/redis.js';
import { askedScopeFindings, grantedScopeFindings, keyScopeFindings } from './checks/scopes.js';
import { secretFinding } from './checks/secret.js';
import { replicaFinding } from './checks/replica.js';
import { stateDirFinding } from './checks/stateDir.js';
import type { ReplicaView } from '../sync/view.js';
import { chooseCompany, type ChosenCompany } from './company.js';
import { problem, type Diagnosis, type Finding } from './finding.js';
import { MAX_REQUESTS, MAX_REQUESTS_OF_ALL, probe, type Extent } from './probes.js';
import { openQuota, type DoctorQuota } from './quota.js';
import { silentLogger } from './silentLogger.js';
import { recordFetch } from './recordingFetch.js';

/** What the doctor is asked to look at. */
export interface DoctorRequest {
  /** Whose company; if omitted, the default one, or the first that is connected. */
  readonly tenant?: string | undefined;
  /** Whether all scopes are tried that a request can try that only reads. */
  readonly triesAllScopes?: boolean;
}

/** What the doctor can't do itself. */
export interface DoctorDependencies {
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly random: () => number;
  /** What the gateway on this machine says of its replica; null: none runs. If omitted, none is asked. */
  readonly askReplica?: () => Promise<ReplicaView | null>;
  /** Starts the sandbox that the gateway would serve without credentials. */
  startSandbox(): Promise<{ readonly access: DoctorAccess; close(): Promise<void> }>;
}

/** Most time that all requests may take. */
const DEADLINE_MS = 60 * SECOND_MS;
/** Most time that one attempt may take. */
const ATTEMPT_TIMEOUT_MS = 10 * SECOND_MS;

/**
 * Looks whether a gateway with this environment would work, and says what to do where not. Sends at most five
 * requests to Gong's API, or forty to try all scopes, within the limits that are configured.
 */
export async function diagnose(
  environment: Environment,
  request: DoctorRequest,
  dependencies: DoctorDependencies,
): Promise<Diagnosis> {
  let config: Config;
  try {
    config = parseConfig(environment);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return { findings: configurationFindings(error.problems), requests: 0 };
  }
  const { redisUrl } = config;
  const redis = redisUrl === undefined ? null : await askRedis(connectToRedis(redisUrl));
  return config.isSandbox
    ? diagnoseSandbox(config, request, redis, dependencies)
    : diagnoseGong(config, request, redis, dependencies);
}

async function diagnoseSandbox(
  config: Config,
  request: DoctorRequest,
  redis: RedisFacts | null,
  dependencies: DoctorDependencies,
): Promise<Diagnosis> {
  const sandbox = await dependencies.startSandbox();
  const { access } = sandbox;
  try {
    const sharing = { redis, replicas: null };
    return await report(config, request, { access, findings: [] }, sharing, dependencies);
  } finally {
    await sandbox.close();
  }
}

async function diagnoseGong(
  config: Config,
  request: DoctorRequest,
  redis: RedisFacts | null,
  dependencies: DoctorDependencies,
): Promise<Diagnosis> {
  const { redisUrl, gong } = config;
  const { fetch, clock } = dependencies;
  const isThere = redisUrl !== undefined && redis !== null && !('reason' in redis);
  const replicas = isThere
    ? openRedisStorage({ redisUrl, config, clock, logger: silentLogger })
    : null;
  try {
    const store = replicas?.connections ?? null;
    const chosen =
      redis !== null && !isThere && gong === null
        ? unknownWithoutRedis
        : await chooseCompany({ config, tenant: request.tenant, store, fetch, clock });
    return await report(config, request, chosen, { redis, replicas }, dependencies);
  } finally {
    await replicas?.close();
  }
}

const unknownWithoutRedis: ChosenCompany = {
  access: null,
  findings: [
    problem(
      'Connection',
      'stored Gong connections are kept in Redis, which cannot be read.',
      'Correct the problem of Redis.',
    ),
  ],
};

/** What Redis said, and this process as one of the gateways on it; null where there is none. */
interface RedisSetup {
  readonly redis: RedisFacts | null;
  readonly replicas: Replicas | null;
}

async function report(
  config: Config,
  request: DoctorRequest,
  { access, findings: choice }: ChosenCompany,
  { redis, replicas }: RedisSetup,
  dependencies: DoctorDependencies,
): Promise<Diagnosis> {
  const { redisUrl, oauth } = config;
  const uses = scopeUses(createSchema(), enabledIn(config));
  const first = [
    ...configurationFindings([]),
    ...(access === null ? [] : connectionFindings(access)),
    ...choice,
    ...(oauth?.scopes === undefined ? [] : askedScopeFindings(oauth.scopes, uses)),
  ];
  const last = (state: readonly Finding[]): readonly Finding[] => [
    secretFinding(config),
    ...redisFindings(redisUrl, redis),
    ...state,
    clientsFinding(config),
  ];
  if (access === null) return { findings: [...first, ...last([])], requests: 0 };

  const own = withTenant(config, config.tenants?.get(access.tenant));
  const policies = { ...own.policy, hook: null };
  const quota = openQuota({
    config: own,
    access,
    replicas,
    clock: dependencies.clock,
  });
  const scopes = { uses, extent: extentOf(access, request) };
  const { findings, requests } = await visit(own, policies, access, scopes, quota, dependencies);
  const { askReplica = () => Promise.resolve(null) } = dependencies;
  const replica =
    own.replica.place === 'off' || access.by === 'sandbox'
      ? []
      : [await replicaFinding(own.replica, config.stateDir, askReplica)];
  const state =
    redisUrl === undefined && access.by !== 'sandbox'
      ? [stateDirFinding(config.stateDir, quota.stateReason()), ...replica]
      : replica;
  return { findings: [...first, ...findings, ...last(state)], requests };
}

/** What OAuth 2.0 granted, Gong said with the tokens: nothing has to be tried. */
function extentOf({ grantedScopes }: DoctorAccess, { triesAllScopes }: DoctorRequest): Extent {
  if (grantedScopes !== null) return 'none';
  return triesAllScopes === true ? 'all' : 'most used';
}

/** What only Gong's own answers show. */
async function visit(
  config: Omit<CompanyConfig, 'policy'>,
  policies: Policies,
  access: DoctorAccess,
  { uses, extent }: { readonly uses: readonly ScopeUse[]; readonly extent: Extent },
  { quota, keepsCount }: DoctorQuota,
  { fetch, clock, random }: DoctorDependencies,
): Promise<Diagnosis> {
  const watched = recordFetch(fetch, clock);
  const client = new GongClient({
    fetch: watched.fetch,
    credentials: access.credentials,
    scheduler: new Scheduler({ quota, clock, maxQueued: config.maxQueued }),
    clock,
    random,
    logger: silentLogger,
    attemptTimeoutMs: ATTEMPT_TIMEOUT_MS,
  });
  const operation = new Operation({
    clock,
    deadlineMs: DEADLINE_MS,
    maxRequests: extent === 'all' ? MAX_REQUESTS_OF_ALL : MAX_REQUESTS,
    client: 'doctor',
  });
  try {
    const { grantedScopes } = access;
    const result = await probe(client, operation, clock.now(), {
      extent,
      readsWorkspaces: namesWorkspaces(policies),
    });
    const { firstError } = result;
    const blocked = quota.blocked();
    const clockSays = clockFinding(watched.seen);
    const findings = [
      reachFinding(access.baseUrl, firstError),
      credentialsFinding(access, firstError),
      ...(grantedScopes === null
        ? keyScopeFindings(result, uses, extent)
        : grantedScopeFindings(grantedScopes, uses)),
      ...(await policyFindings(policies, result.workspaces)),
      ...limitFindings({
        config,
        usage: quota.usage(),
        keepsCount,
        hold:
          blocked === null
            ? null
            : { because: blocked.because, forMs: blocked.until - clock.monotonic() },
        seen: watched.seen,
      }),
      ...(clockSays === null ? [] : [clockSays]),
    ];
    return { findings, requests: operation.requests };
  } finally {
    operation.close();
  }
}
