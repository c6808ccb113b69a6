import { createHash, randomUUID } from 'node:crypto';
import { AnswerCache, type AnswerMemory } from '../company/cache/answerCache.js';
import { cacheGroups } from '../company/cache/sharedStore.js';
import type { GongAccess } from '../config/config.js';
import type { ContextValue } from '../graphql/context.js';
import { GongClient, type ClientObserver } from '../gong/client.js';
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
import { Company, REFERENCE_TIME } from '../company/company.js';
import { ResponseCache } from '../company/cache/responseCache.js';
import { checkPolicies, type PolicyCheck } from '../access/policy/checkPolicies.js';
import { quotaStateOf, type CompanyQuota, type CompanyQuotaState } from './companyQuota.js';
import {
  createContext,
  type CompanyConfig,
  type CompanyParts,
  type ContextOptions,
} from './operation.js';
import type { DataParts } from './storage.js';
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

/** What a company holds at a moment, for whoever watches over the gateway. */
export interface CompanyState extends CompanyQuotaState {
  readonly credentials: CredentialState;
}

/** One Gong company as one connection shows it. Lives as long as the connection. */
export interface Tenant {
  readonly keys: CompanyKeys;
  /** The context of one operation; its scope must be closed when the operation ends. */
  createContext(asked?: ContextOptions): ContextValue;
  state(): CompanyState;
  /** Asks Gong whether the policies name what is there; costs a request where they name workspaces. */
  checkPolicy(): Promise<PolicyCheck>;
  /** Why Gong refuses the credentials, by one request; null: it takes them, or that can't be told now. */
  verifyCredentials(): Promise<GongError | null>;
  /** Nothing that was read serves any more, at any gateway. */
  forget(): Promise<void>;
  /** The same, and nothing is kept of what is still being read. */
  end(): Promise<void>;
}

export interface TenantOptions extends Dependencies {
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

export function createTenant(options: TenantOptions): Tenant {
  const { config, keys, share, parts, memory, clock, logger } = options;
  const watch = new CredentialWatch(logger);
  const cache = new AnswerCache({
    memory,
    company: keys.data,
    isOn: config.cacheTtlSeconds > 0,
    shared: parts.store ?? null,
    clock,
  });
  const company = new Company({
    client: createClient(options, watch),
    cache,
    directoryTtlSeconds: config.cacheTtlSeconds,
    requestsPerSecond: config.requestsPerSecond,
    clock,
  });
  const common: CompanyParts = {
    config,
    companyId: keys.data,
    share,
    company,
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
    state: () => ({ ...quotaStateOf(share, clock), credentials: watch.state }),
    checkPolicy: () =>
      inOperation((operation) =>
        checkPolicies(config.policy, () => readWorkspaces(company, operation)),
      ),
    verifyCredentials: () => inOperation((operation) => refusalOfCredentials(company, operation)),
    forget: () => company.forget(cacheGroups),
    end: async () => {
      cache.close();
      await company.forget(cacheGroups);
    },
  };
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

/** Null when Gong accepts the credentials, or says nothing of them. */
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
