import { randomUUID } from 'node:crypto';
import { AnswerCache, type AnswerMemory } from '../company/cache/answerCache.js';
import { cacheGroups } from '../company/cache/sharedStore.js';
import type { GongAccess } from '../config/config.js';
import type { ContextValue } from '../graphql/context.js';
import type { ClientObserver } from '../gong/attempt.js';
import { GongClient } from '../gong/client.js';
import type { Logger } from '../lib/logger.js';
import type { Credentials } from '../gong/credentials.js';
import { CredentialWatch, type CredentialState } from '../gong/credentialWatch.js';
import { GongError } from '../gong/errors.js';
import type { Fetch } from '../gong/exchange.js';
import { SECOND_MS, type Clock } from '../lib/clock.js';
import { listWorkspaces } from '../gong/endpoints/settings.js';
import type { GongWorkspace } from '../gong/endpoints/wire.js';
import { Confirmations } from '../operation/dataSubject.js';
import { CursorCodec } from '../operation/loaders/cursors.js';
import type { Uploads } from '../operation/mutations/uploads.js';
import type { Operation } from '../operation/operation.js';
import type { NoReplica } from '../operation/replica/companyReplica.js';
import { ReplicaCopies } from './replicaCopies.js';
import type { TenantReplica } from './tenantReplica.js';
import { Company, REFERENCE_TIME } from '../company/company.js';
import { ResponseCache } from '../company/cache/responseCache.js';
import { checkPolicies, type PolicyCheck } from '../access/policy/checkPolicies.js';
import { opaqueName } from '../lib/opaqueName.js';
import { ClientBudgets, type ClientUsage } from './clientBudgets.js';
import { quotaStateOf, type CompanyQuota, type CompanyQuotaState } from './companyQuota.js';
import {
  createContext,
  type CompanyConfig,
  type CompanyParts,
  type ContextOptions,
} from './operation.js';
import type { ReplicaStatus } from '../replica/status.js';
import type { DataParts } from './storage.js';
import type { Sealer } from '../lib/sealer.js';
import { MemoryState } from '../lib/memoryState.js';
import type { StateStore } from '../lib/stateStore.js';
import { UploadLedger } from '../company/uploads/ledger.js';
import { UploadTickets } from '../company/uploads/tickets.js';

/** How long one attempt may take. A page of 100 detailed calls takes seconds. */
const ATTEMPT_TIMEOUT_MS = 20 * SECOND_MS;

/** Access to the network, time, and randomness. */
export interface Dependencies {
  readonly fetch: Fetch;
  readonly clock: Clock;
  /** From 0 (inclusive) to 1 (exclusive). */
  readonly random: () => number;
  readonly logger: Logger;
}

/** Opaque names of a company's data, without secrets. */
export interface CompanyKeys {
  /** Names the company whose requests Gong counts together. */
  readonly quota: string;
  /** Names the data of one connection. Data that was read with another connection is separate. */
  readonly data: string;
}

/** The state of a company, for monitoring. */
export interface CompanyState extends CompanyQuotaState {
  readonly credentials: CredentialState;
  /** Its clients that were seen so far. */
  readonly clients: readonly ClientUsage[];
  /** Its replica; null: there is none. */
  readonly replica: ReplicaStatus | null;
}

/** One Gong company as one connection shows it. It lives as long as the connection. */
export interface Tenant {
  readonly keys: CompanyKeys;
  /** The copy of its data, or why there is none. */
  readonly replica: TenantReplica | NoReplica;
  /** The context of one operation; its scope must be closed when the operation ends. */
  createContext(asked?: ContextOptions): ContextValue;
  state(): CompanyState;
  /** Checks with Gong that what the policies name exists: its own, if omitted. Costs a request when they name workspaces. */
  checkPolicy(policy?: CompanyConfig['policy']): Promise<PolicyCheck>;
  /** Uses other settings from now on. */
  useSettings(next: ChangingSettings): void;
  /**
   * Returns why Gong refuses the credentials, with one request; null when Gong accepts them, or when that cannot be
   * determined now.
   */
  verifyCredentials(): Promise<GongError | null>;
  /** Invalidates all cached data at every instance. */
  forget(): Promise<void>;
  /** Does the same, and prevents storing what is still being read. */
  end(): Promise<void>;
  /** Releases what outlives operations: the process ends. */
  close(): Promise<void>;
}

/** What may change while a company is used. */
export type ChangingSettings = Pick<
  CompanyConfig,
  'policy' | 'companyTimeZone' | 'clientRequestsPerDay'
>;

export interface TenantOptions extends Dependencies {
  /** Called with every request that is sent. */
  readonly observer?: ClientObserver;
  readonly config: CompanyConfig;
  readonly keys: CompanyKeys;
  readonly credentials: Credentials;
  readonly share: CompanyQuota;
  readonly parts: DataParts;
  /** The copy of the company's data, or why there is none. */
  readonly replica: TenantReplica | NoReplica;
  /** What all companies of this process keep their answers in. */
  readonly memory: AnswerMemory;
  /** Seals cursors and tickets. */
  readonly secret: string;
  readonly ticketSealer: Sealer;
  /** Records which tickets were used. */
  readonly ticketState: StateStore;
}

export function createTenant(options: TenantOptions): Tenant {
  const { config, keys, share, parts, replica, memory, clock, logger } = options;
  const copy = 'off' in replica ? null : replica;
  const watch = new CredentialWatch(logger);
  const cache = new AnswerCache({
    memory,
    company: keys.data,
    isOn: config.cacheTtlSeconds > 0,
    shared: parts.store ?? null,
    clock,
  });
  const company = createCompany(options, watch, cache);
  copy?.keepCurrent(company);
  const budgets = new ClientBudgets(share, clock);
  let common: CompanyParts = {
    config,
    companyId: keys.data,
    share,
    budgets,
    company,
    replica,
    responses: new ResponseCache(cache, clock, REFERENCE_TIME),
    cursors: new CursorCodec(options.secret, keys.data),
    confirmations: new Confirmations(options.ticketSealer, keys.data, clock),
    uploads: createUploads(options),
    clock,
    logger,
  };
  const inOperation = async <T>(run: (operation: Operation) => Promise<T>): Promise<T> => {
    const { operation } = createContext(common, {});
    try {
      return await run(operation);
    } finally {
      operation.close();
    }
  };
  return {
    keys,
    createContext: (asked = {}) => createContext(common, asked),
    state: () => ({ ...stateOf(share, clock, watch, copy), clients: budgets.usages() }),
    useSettings: (next) => {
      common = { ...common, config: { ...common.config, ...changingOf(next) } };
    },
    checkPolicy: (policy = common.config.policy) =>
      inOperation((operation) => checkPolicies(policy, () => readWorkspaces(company, operation))),
    replica,
    verifyCredentials: () => inOperation((operation) => refusalOfCredentials(company, operation)),
    forget: async () => {
      await Promise.all([company.forget(cacheGroups), copy?.drop()]);
    },
    end: async () => {
      cache.close();
      await copy?.close();
      await Promise.all([company.forget(cacheGroups), copy?.drop()]);
    },
    close: async () => {
      await copy?.close();
    },
  };
}

/** Omits what a configuration holds besides. */
function changingOf({
  policy,
  companyTimeZone,
  clientRequestsPerDay,
}: ChangingSettings): ChangingSettings {
  return { policy, companyTimeZone, clientRequestsPerDay };
}

function stateOf(
  share: CompanyQuota,
  clock: Clock,
  watch: CredentialWatch,
  copy: TenantReplica | null,
): Omit<CompanyState, 'clients'> {
  return {
    ...quotaStateOf(share, clock),
    credentials: watch.state,
    replica: copy?.latest ?? null,
  };
}

/** Creates the company, whose reads the replica can answer. */
function createCompany(
  options: TenantOptions,
  watch: CredentialWatch,
  cache: AnswerCache,
): Company {
  const { config, replica, clock, logger } = options;
  const { answersWhenGongFails } = config.replica;
  return new Company({
    client: createClient(options, watch),
    cache,
    copies:
      'off' in replica ? null : new ReplicaCopies(replica, { answersWhenGongFails, clock, logger }),
    directoryTtlSeconds: config.cacheTtlSeconds,
    requestsPerSecond: config.requestsPerSecond,
    clock,
  });
}

function createClient(
  { fetch, credentials, share, clock, random, logger, observer }: TenantOptions,
  watch: CredentialWatch,
): GongClient {
  return new GongClient({
    fetch,
    credentials,
    scheduler: share.scheduler,
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
}

function createUploads({
  config,
  keys,
  parts,
  ticketSealer,
  ticketState,
  clock,
}: TenantOptions): Uploads {
  return {
    company: keys.data,
    ledger: new UploadLedger(parts.state ?? new MemoryState(clock)),
    tickets: new UploadTickets({
      sealer: ticketSealer,
      state: ticketState,
      clock,
      createId: randomUUID,
    }),
    idleTimeoutMs: config.mediaIdleTimeoutMs,
    clock,
  };
}

async function readWorkspaces(
  company: Company,
  operation: Operation,
): Promise<readonly GongWorkspace[]> {
  return (await company.reads.page(company.whole(listWorkspaces, null), operation)).items;
}

/** Returns null when Gong accepts the credentials, or says nothing about them. */
async function refusalOfCredentials(
  company: Company,
  operation: Operation,
): Promise<GongError | null> {
  try {
    await readWorkspaces(company, operation);
    return null;
  } catch (error) {
    if (!(error instanceof GongError)) throw error;
    return error.kind === 'bad-credentials' ? error : null;
  }
}

/** Returns a name of the company that the data belongs to, as far as an API key identifies it; contains no secret. */
export function companyKeyOf({
  baseUrl,
  accessKey,
}: Pick<GongAccess, 'baseUrl' | 'accessKey'>): string {
  return opaqueName(baseUrl, accessKey);
}
