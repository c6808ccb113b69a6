import { createHash, randomUUID } from 'node:crypto';
import { createMutations } from '../operation/mutations/index.js';
import { AnswerCache, type AnswerMemory } from '../company/cache/answerCache.js';
import { cacheGroups } from '../company/cache/sharedStore.js';
import type { Config, GongAccess } from '../config/config.js';
import type { ContextValue } from '../graphql/context.js';
import { GongClient, type ClientObserver } from '../gong/client.js';
import type { Logger } from '../lib/logger.js';
import type { Credentials } from '../gong/credentials.js';
import { CredentialWatch, type CredentialState } from '../gong/credentialWatch.js';
import { GongError } from '../gong/errors.js';
import type { Fetch } from '../gong/exchange.js';
import { SECOND_MS, type Clock } from '../lib/clock.js';
import { listWorkspaces } from '../gong/endpoints/settings.js';
import { LocalQuota } from '../gong/scheduling/localQuota.js';
import type { RefusalReason, RequestQuota } from '../gong/scheduling/requestQuota.js';
import { Scheduler } from '../gong/scheduling/scheduler.js';
import { ANONYMOUS } from '../access/clients/client.js';
import { CursorCodec } from '../operation/loaders/cursors.js';
import { createLoaders, type Loaders } from '../operation/loaders/index.js';
import { OperationScope } from '../operation/scope.js';
import { Planner } from '../company/planner.js';
import { CallPolicy, type PolicySources } from '../access/policy/callPolicy.js';
import { checkPolicies, type PolicyCheck } from '../access/policy/checkPolicies.js';
import { permissionsOf } from '../access/policy/permissions.js';
import { settingsFor } from '../access/policy/policies.js';
import type { Policies } from '../access/policy/policies.js';
import type { Viewer } from '../access/policy/viewer.js';
import { quotaStateInMemory } from '../gong/scheduling/quotaState.js';
import type { DataParts, QuotaConfig, QuotaParts } from './storage.js';
import type { Sealer } from '../lib/sealer.js';
import { MemoryState } from '../lib/memoryState.js';
import type { StateStore } from '../lib/stateStore.js';
import { UploadLedger } from '../company/uploads/ledger.js';
import { UploadTickets } from '../company/uploads/tickets.js';

/** How long one attempt at a request may take. A page of a hundred detailed calls takes seconds. */
const ATTEMPT_TIMEOUT_MS = 20 * SECOND_MS;

/** What the gateway can't do itself: the network, time and chance. */
export interface Dependencies {
  readonly fetch: Fetch;
  readonly clock: Clock;
  /** From 0 (inclusive) to 1 (exclusive). */
  readonly random: () => number;
  readonly logger: Logger;
}

/** Where a company's things are kept: opaque names, which hold no secret. */
export interface CompanyKeys {
  /** Whose requests Gong counts together. */
  readonly quota: string;
  /** Whose data it is, as read by one connection: nothing is shared with what another one reads. */
  readonly data: string;
}

export type CompanyConfig = Pick<
  Config,
  | 'requestsPerSecond'
  | 'requestsPerDay'
  | 'rateMarginMs'
  | 'dayTimeZone'
  | 'maxQueued'
  | 'maxGongRequests'
  | 'maxObjects'
  | 'cacheTtlSeconds'
  | 'companyTimeZone'
  | 'deadlineMs'
  | 'mediaIdleTimeoutMs'
  | 'rawRequests'
  | 'isSandbox'
> & {
  /** What viewers may see and do. */
  readonly policy: Policies;
};

/** On whose behalf an operation runs, and how. */
export interface ContextOptions {
  /** Name of the gateway's client that asks. */
  readonly client?: string | undefined;
  /** Whose company it asks; left out: the default one. */
  readonly tenant?: string;
  /** Gong user id or e-mail address of the person for whom the client asks; null: it asks for itself. */
  readonly person?: string | null;
  /** What the client's token says that this person is. */
  readonly roles?: readonly string[];
  /** Most Gong requests that the operation may cost, where that isn't what is configured. */
  readonly maxRequests?: number | undefined;
  /** Where the client reaches the gateway. */
  readonly origin?: string;
}

/** What a company holds at a moment, for whoever watches over the gateway. */
export interface CompanyState {
  readonly queued: number;
  readonly remainingToday: number;
  /** What keeps every request to Gong back for a while, and for how many milliseconds; null: nothing does. */
  readonly hold: { readonly because: RefusalReason; readonly forMs: number } | null;
  readonly credentials: CredentialState;
}

/** A Gong company's share of requests, which outlives the connection by which they are sent. */
export interface CompanyQuota {
  readonly quota: RequestQuota;
  readonly scheduler: Scheduler;
}

export function createCompanyQuota(
  config: QuotaConfig & Pick<Config, 'maxQueued'>,
  { quota: shared, quotaState }: QuotaParts,
  clock: Clock,
): CompanyQuota {
  const quota =
    shared ??
    new LocalQuota({
      requestsPerSecond: config.requestsPerSecond,
      requestsPerDay: config.requestsPerDay,
      marginMs: config.rateMarginMs,
      dayTimeZone: config.dayTimeZone,
      ...(quotaState ?? quotaStateInMemory()),
      clock,
    });
  return { quota, scheduler: new Scheduler({ quota, clock, maxQueued: config.maxQueued }) };
}

/** One Gong company as one connection shows it. Lives as long as the connection. */
export interface Company {
  readonly keys: CompanyKeys;
  /** The context of one operation; its scope must be closed when the operation ends. */
  createContext(asked?: ContextOptions): ContextValue;
  state(): CompanyState;
  /** Asks Gong whether the policies name what is there; costs a request where they name workspaces. */
  checkPolicy(): Promise<PolicyCheck>;
  /** Why Gong refuses the credentials, by one request; null: it takes them, or that can't be told now. */
  tryOut(): Promise<GongError | null>;
  /** Nothing that was read serves any more, at any gateway. */
  forget(): Promise<void>;
  /** The same, and nothing is kept of what is still being read. */
  end(): Promise<void>;
}

export interface CompanyOptions extends Dependencies {
  /** Told of every request that is sent. */
  readonly observer?: ClientObserver;
  readonly config: CompanyConfig;
  readonly keys: CompanyKeys;
  readonly credentials: Credentials;
  readonly share: CompanyQuota;
  readonly parts: DataParts;
  /** What all companies of this process keep their answers in. */
  readonly memory: AnswerMemory;
  /** Seals cursors and tickets. */
  readonly secret: string;
  readonly ticketSealer: Sealer;
  /** Where it is kept which tickets were used. */
  readonly ticketState: StateStore;
}

export function createCompany(options: CompanyOptions): Company {
  const { config, keys, credentials, share, parts, memory, secret } = options;
  const { fetch, clock, random, logger, observer } = options;
  const { companyTimeZone, deadlineMs, cacheTtlSeconds, rawRequests } = config;
  const { quota, scheduler } = share;
  const watch = new CredentialWatch(logger);
  const gongClient = new GongClient({
    fetch,
    credentials,
    scheduler,
    clock,
    random,
    logger,
    attemptTimeoutMs: ATTEMPT_TIMEOUT_MS,
    observer: {
      onAttempt: (attempt) => {
        watch.onAttempt(attempt);
        observer?.onAttempt(attempt);
      },
    },
  });
  const cache = new AnswerCache({
    memory,
    company: keys.data,
    isOn: cacheTtlSeconds > 0,
    shared: parts.store ?? null,
    clock,
  });
  const planner = new Planner({
    client: gongClient,
    cache,
    directoryTtlSeconds: cacheTtlSeconds,
    requestsPerSecond: config.requestsPerSecond,
    clock,
  });
  const cursors = new CursorCodec(secret, keys.data);
  const ledger = new UploadLedger(parts.state ?? new MemoryState(clock));
  const uploads = {
    company: keys.data,
    ledger,
    tickets: new UploadTickets({
      sealer: options.ticketSealer,
      state: options.ticketState,
      clock,
      createId: randomUUID,
    }),
    idleTimeoutMs: config.mediaIdleTimeoutMs,
    clock,
  };

  const createContext = (asked: ContextOptions, mayReachGong = true): ContextValue => {
    const { client = ANONYMOUS.name, maxRequests = config.maxGongRequests, origin = '' } = asked;
    const { tenant = ANONYMOUS.tenant, person = null, roles = [] } = asked;
    const { maxObjects } = config;
    const scope = new OperationScope({
      clock,
      deadlineMs,
      maxRequests,
      maxObjects,
      mayReachGong,
      client,
    });
    const viewer: Viewer = Object.freeze({
      client,
      tenant,
      person,
      roles: Object.freeze([...roles]),
    });
    const settings = settingsFor(config.policy, viewer);
    const policyOver = (sources: PolicySources): CallPolicy =>
      new CallPolicy({
        settings,
        hook: config.policy.hook,
        viewer,
        sources,
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
      mutations: createMutations({
        planner,
        scope,
        client: { name: client, tenant, person, roles },
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
      company: keys.data,
      isSandbox: config.isSandbox,
      quota: () => ({ ...quota.usage(), queued: scheduler.queued }),
      companyFacts: () => planner.facts,
      cacheOnly: () => createContext(asked, false),
      now: () => clock.now(),
    };
    return Object.assign(Object.create(renewed) as typeof renewed, context);
  };
  return {
    keys,
    createContext: (asked = {}) => createContext(asked),
    state: () => ({ ...quotaStateOf(share, clock), credentials: watch.state }),
    checkPolicy: async () => {
      const { scope } = createContext({});
      try {
        return await checkPolicies(config.policy, () =>
          planner.reader.whole(listWorkspaces, null, scope),
        );
      } finally {
        scope.close();
      }
    },
    tryOut: async () => {
      const { scope } = createContext({});
      try {
        await planner.reader.whole(listWorkspaces, null, scope);
        return null;
      } catch (error) {
        if (!(error instanceof GongError)) throw error;
        return error.kind === 'bad-credentials' ? error : null;
      } finally {
        scope.close();
      }
    },
    forget: () => planner.forget(cacheGroups),
    end: async () => {
      cache.close();
      await planner.forget(cacheGroups);
    },
  };
}

function quotaStateOf(
  { quota, scheduler }: CompanyQuota,
  clock: Clock,
): Omit<CompanyState, 'credentials'> {
  const { perDay, usedToday } = quota.usage();
  const blocked = quota.blocked();
  return {
    queued: scheduler.queued,
    remainingToday: Math.max(0, perDay - usedToday),
    hold:
      blocked === null
        ? null
        : { because: blocked.because, forMs: blocked.until - clock.monotonic() },
  };
}

/** Which company the data is of, as far as an API key tells; holds no secret. */
export function companyKeyOf({
  baseUrl,
  accessKey,
}: Pick<GongAccess, 'baseUrl' | 'accessKey'>): string {
  return opaqueName(baseUrl, accessKey);
}

/** A name for these that tells nothing of them. */
export function opaqueName(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join(' ')).digest('base64url');
}
