import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { GraphQLSchema } from 'graphql';
import { createActions } from './actions/index.js';
import type { Uploads } from './actions/uploads.js';
import { AnswerCache } from './cache/answerCache.js';
import type { SharedStore } from './cache/sharedStore.js';
import type { Config, GongAccess } from './config.js';
import { DEFAULT_TENANT } from './config/clients.js';
import type { ContextValue } from './context.js';
import { GongClient, type ClientObserver, type Logger } from './gong/client.js';
import type { Fetch } from './gong/exchange.js';
import { SECOND_MS, type Clock } from './gong/clock.js';
import { listWorkspaces } from './gong/settings.js';
import { LocalQuota } from './gong/scheduling/localQuota.js';
import type { RefusalReason, RequestQuota } from './gong/scheduling/requestQuota.js';
import { Scheduler } from './gong/scheduling/scheduler.js';
import { CursorCodec } from './loaders/cursors.js';
import { createLoaders, type Loaders } from './loaders/index.js';
import { OperationScope } from './planner/operationScope.js';
import { Planner } from './planner/planner.js';
import { CallPolicy, type PolicySources } from './policy/callPolicy.js';
import { checkPolicies, type PolicyCheck } from './policy/checkPolicies.js';
import { permissionsOf } from './policy/permissions.js';
import { settingsFor, type Policies } from './policy/policies.js';
import type { Viewer } from './policy/viewer.js';
import { quotaStateInMemory, type QuotaState } from './quotaState.js';
import { createSchema } from './schema.js';
import { Sealer } from './sealing/sealer.js';
import { MemoryState } from './state/memoryState.js';
import type { StateStore } from './state/stateStore.js';
import { UploadLedger } from './uploads/ledger.js';
import { UploadTickets } from './uploads/tickets.js';

/** How long one attempt at a request may take. A page of a hundred detailed calls takes seconds. */
const ATTEMPT_TIMEOUT_MS = 20 * SECOND_MS;

/** What a client is called that doesn't have to say who it is. */
const ANONYMOUS = 'anonymous';

/** What the gateway can't do itself: the network, time and chance. */
export interface Dependencies {
  readonly fetch: Fetch;
  readonly clock: Clock;
  /** From 0 (inclusive) to 1 (exclusive). */
  readonly random: () => number;
  readonly logger: Logger;
  /** Told of every request that is sent. */
  readonly observer?: ClientObserver;
  /** What of the quota may survive the process; left out: nothing does. */
  readonly quotaState?: Pick<QuotaState, 'dayCount' | 'hold'>;
  /** What other gateways of the company have a part in; left out: this one is alone. */
  readonly replicas?: {
    readonly quota: RequestQuota;
    readonly store: SharedStore;
    readonly state: StateStore;
  };
  /** Where what has to outlive a request is kept, where that isn't shared with replicas; left out: in memory. */
  readonly state?: StateStore;
}

export type GatewayConfig = Pick<
  Config,
  | 'requestsPerSecond'
  | 'requestsPerDay'
  | 'rateMarginMs'
  | 'dayTimeZone'
  | 'maxQueued'
  | 'maxGongRequests'
  | 'cacheTtlSeconds'
  | 'cacheMaxBytes'
  | 'companyTimeZone'
  | 'deadlineMs'
  | 'secret'
  | 'mediaIdleTimeoutMs'
  | 'rawRequests'
> & {
  /** What viewers may see and do. */
  readonly policy: Policies;
};

/** What the gateway holds at a moment, for whoever watches over it. */
export interface GatewayState {
  readonly queued: number;
  readonly remainingToday: number;
  readonly cachedBytes: number;
  /** What keeps every request to Gong back for a while, and for how many milliseconds; null: nothing does. */
  readonly hold: { readonly because: RefusalReason; readonly forMs: number } | null;
}

/** The parts of the gateway that live as long as the process, put together. */
export interface Gateway {
  readonly schema: GraphQLSchema;
  /** The context of one operation; its scope must be closed when the operation ends. */
  createContext(asked?: AskedContext): ContextValue;
  readonly uploads: Uploads;
  /** Asks Gong whether the policies name what is there; costs a request where they name workspaces. */
  checkPolicy(): Promise<PolicyCheck>;
  state(): GatewayState;
}

/** On whose behalf an operation runs, and how. */
export interface AskedContext {
  /** Name of the gateway's client that asks. */
  readonly client?: string | undefined;
  /** Gong user id or e-mail address of the person for whom the client asks; null: it asks for itself. */
  readonly person?: string | null;
  /** What the client's token says that this person is. */
  readonly roles?: readonly string[];
  /** Whose company is asked for; `default` when left out. */
  readonly tenant?: string;
  /** Most Gong requests that the operation may cost, where that isn't what is configured. */
  readonly maxRequests?: number | undefined;
  /** Where the client reaches the gateway. */
  readonly origin?: string;
}

export function createGateway(
  config: GatewayConfig,
  access: GongAccess,
  dependencies: Dependencies,
): Gateway {
  const { fetch, clock, random, logger, observer, replicas } = dependencies;
  const { companyTimeZone, deadlineMs, cacheTtlSeconds } = config;
  const quota =
    replicas?.quota ??
    new LocalQuota({
      requestsPerSecond: config.requestsPerSecond,
      requestsPerDay: config.requestsPerDay,
      marginMs: config.rateMarginMs,
      dayTimeZone: config.dayTimeZone,
      ...(dependencies.quotaState ?? quotaStateInMemory()),
      clock,
    });
  const scheduler = new Scheduler({ quota, clock, maxQueued: config.maxQueued });
  const credentials = Buffer.from(`${access.accessKey}:${access.accessKeySecret}`).toString(
    'base64',
  );
  const gongClient = new GongClient({
    fetch,
    baseUrl: access.baseUrl,
    authorization: `Basic ${credentials}`,
    secrets: [credentials, access.accessKeySecret],
    scheduler,
    clock,
    random,
    logger,
    attemptTimeoutMs: ATTEMPT_TIMEOUT_MS,
    ...(observer === undefined ? {} : { observer }),
  });
  const cache = new AnswerCache({
    maxBytes: config.cacheMaxBytes,
    isOn: cacheTtlSeconds > 0,
    shared: replicas?.store ?? null,
    clock,
  });
  const planner = new Planner({
    client: gongClient,
    cache,
    directoryTtlSeconds: cacheTtlSeconds,
    requestsPerSecond: config.requestsPerSecond,
    clock,
  });
  const secret = config.secret ?? randomBytes(32).toString('base64');
  const cursors = new CursorCodec(secret, tenantOf(access));

  const sealer = new Sealer(secret, 'ticket');
  const state = replicas?.state ?? dependencies.state ?? new MemoryState(clock);
  const uploads: Uploads = {
    ledger: new UploadLedger(state),
    tickets: new UploadTickets({
      sealer,
      tenant: tenantOf(access),
      state,
      clock,
      createId: randomUUID,
    }),
    idleTimeoutMs: config.mediaIdleTimeoutMs,
    clock,
  };

  const createContext = (asked: AskedContext, mayAsk = true): ContextValue => {
    const { client = ANONYMOUS, maxRequests = config.maxGongRequests, origin = '' } = asked;
    const { rawRequests } = config;
    const scope = new OperationScope({ clock, deadlineMs, maxRequests, mayAsk, client });
    const { ledger } = uploads;
    const viewer = viewerOf(asked);
    const settings = settingsFor(config.policy, viewer);
    const policyOver = (sources: PolicySources): CallPolicy =>
      new CallPolicy({
        settings,
        hook: config.policy.hook,
        viewer,
        sources,
        onPrivateCall: () => {
          planner.hasMetPrivateCalls = true;
        },
        signal: scope.signal,
        logger,
      });
    const newLoaders = (): Loaders =>
      createLoaders({ planner, scope, cursors, companyTimeZone, ledger, policyOver });
    let loaders = newLoaders();
    // Apollo gives each operation a copy of what a context holds itself: what is renewed lies beneath.
    const renewed: Pick<ContextValue, 'loaders'> = {
      get loaders() {
        return loaders;
      },
    };
    const context: Omit<ContextValue, 'loaders'> = {
      scope,
      actions: createActions({
        planner,
        scope,
        uploads,
        rawRequests,
        permissions: permissionsOf(settings, config.policy.hook),
        loaders: () => loaders,
        onWritten: () => {
          loaders = newLoaders();
        },
      }),
      rawRequests,
      origin,
      quota: () => ({ ...quota.usage(), queued: scheduler.queued }),
      companyFacts: () => planner.facts,
      onCacheAlone: () => createContext(asked, false),
      now: () => clock.now(),
    };
    return Object.assign(Object.create(renewed) as typeof renewed, context);
  };
  return {
    schema: createSchema(),
    createContext: (asked = {}) => createContext(asked),
    uploads,
    checkPolicy: async () => {
      const { scope } = createContext({});
      try {
        return await checkPolicies(config.policy, () => listWorkspaces(planner.reader, scope));
      } finally {
        scope.close();
      }
    },
    state: () => {
      const { perDay, usedToday } = quota.usage();
      const blocked = quota.blocked();
      return {
        queued: scheduler.queued,
        remainingToday: Math.max(0, perDay - usedToday),
        cachedBytes: cache.bytes,
        hold:
          blocked === null
            ? null
            : { because: blocked.because, forMs: blocked.until - clock.monotonic() },
      };
    },
  };
}

function viewerOf({ client, person, roles, tenant }: AskedContext): Viewer {
  return Object.freeze({
    client: client ?? ANONYMOUS,
    tenant: tenant ?? DEFAULT_TENANT,
    person: person ?? null,
    roles: Object.freeze([...(roles ?? [])]),
  });
}

/** Which company the data is of, as far as this gateway can tell; holds no secret. */
export function tenantOf({ baseUrl, accessKey }: GongAccess): string {
  return createHash('sha256').update(`${baseUrl} ${accessKey}`).digest('base64url');
}
