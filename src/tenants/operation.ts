import { randomUUID } from 'node:crypto';
import { context as activeContext, type Context } from '@opentelemetry/api';
import type { ContextValue } from '../graphql/context.js';
import { ANONYMOUS, type Client } from '../access/clients/client.js';
import { CallPolicy, type PolicySources } from '../access/policy/callPolicy.js';
import { permissionsOf } from '../access/policy/permissions.js';
import { settingsFor } from '../access/policy/policies.js';
import type { CallHook } from '../access/policy/hook.js';
import type { Viewer } from '../access/policy/viewer.js';
import type { ResponseCache, ViewerResponses } from '../company/cache/responseCache.js';
import type { Company } from '../company/company.js';
import { dayAt } from '../gong/scheduling/companyDay.js';
import type { Clock } from '../lib/clock.js';
import type { Logger } from '../lib/logger.js';
import type { Confirmations } from '../operation/dataSubject.js';
import type { CursorCodec } from '../operation/loaders/cursors.js';
import { createLoaders, type Loaders } from '../operation/loaders/index.js';
import { createMutations, type Mutations } from '../operation/mutations/index.js';
import type { Uploads } from '../operation/mutations/uploads.js';
import { Operation, type OperationOptions } from '../operation/operation.js';
import { OperationAudit } from '../telemetry/audit/operationAudit.js';
import { startOperationSpan } from '../telemetry/rootSpans.js';
import type { Trial } from '../operation/trial.js';
import type { CompanyReplica } from '../operation/replica/companyReplica.js';
import { KeptRecords } from '../operation/replica/keptRecords.js';
import { OperationReplica } from '../operation/replica/operationReplica.js';
import { ReplicaError } from '../operation/replica/replicaError.js';
import type { Config } from '../config/config.js';
import type { Policies } from '../access/policy/policies.js';
import type { ClientBudgets } from './clientBudgets.js';
import type { CompanyQuota } from './companyQuota.js';

/** For which client and person an operation runs, and how. */
export interface ContextOptions {
  /** Names the request in logs; if omitted, a new UUID. */
  readonly requestId?: string | undefined;
  /** Name of the client that sends the operation. */
  readonly client?: string | undefined;
  /** Name of the tenant; if omitted, the default one. */
  readonly tenant?: string;
  /** Gong user ID or email of the person for whom the client sends the operation; null: for itself. */
  readonly person?: string | null;
  /** The person's roles, as the client's token names them. */
  readonly roles?: readonly string[];
  /** Maximum of Gong requests of the operation; undefined: the configured one. */
  readonly maxRequests?: number | undefined;
  /** Origin at which the client reaches the gateway. */
  readonly origin?: string;
  /** The span that the operation belongs to; if omitted, the running one of the embedding program. */
  readonly parent?: Context | undefined;
}

export type CompanyConfig = Pick<
  Config,
  | 'requestsPerSecond'
  | 'requestsPerDay'
  | 'clientRequestsPerDay'
  | 'clientOperationsPerMinute'
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
  | 'enabled'
  | 'isSandbox'
  | 'showsAuditSecrets'
  | 'replica'
> & {
  /** What viewers may see and do. */
  readonly policy: Policies;
  /** Whether operations record for the audit log what they read and change. If omitted, they do not. */
  readonly isAudited?: boolean;
};

/** What all operations on one company share. */
export interface CompanyParts {
  readonly config: CompanyConfig;
  /** Opaque name of the company. */
  readonly companyId: string;
  readonly share: CompanyQuota;
  readonly budgets: ClientBudgets;
  readonly company: Company;
  readonly replica: CompanyReplica;
  readonly responses: ResponseCache;
  readonly cursors: CursorCodec;
  readonly confirmations: Confirmations;
  readonly uploads: Uploads;
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * Creates the context of one operation. The caller must close the operation.
 *
 * @param trial set when the operation is only tried on cached data.
 */
export function createContext(
  parts: CompanyParts,
  options: ContextOptions,
  trial: Trial | null = null,
): ContextValue {
  const { config, companyId, company, share, clock } = parts;
  const { companyTimeZone, rawRequests, showsAuditSecrets, isSandbox } = config;
  const viewer = viewerOf(options);
  // What no client has sent, such as the check of a policy, is charged to none.
  const { clientRequestsPerDay: perDay = null } = config;
  const budget =
    options.client === undefined ? null : parts.budgets.of(viewer.tenant, viewer.client, perDay);
  const operation = createOperation(parts, options, { client: viewer.client, trial, budget });
  const { renewed, replica } = createRenewed(parts, viewer, operation);
  const { requestId = randomUUID() } = options;
  const context: Omit<ContextValue, 'loaders' | 'mutations'> = {
    requestId,
    viewer,
    replica: () => replica.open(null).replica,
    replicaHolds: 'off' in parts.replica ? new Set() : parts.replica.holds,
    kept: (root) =>
      Object.assign(Object.create(keptBy(replica, root, renewed)) as typeof renewed, {
        ...context,
        replica: () => replica.open(root).replica,
      }),
    operation,
    rawRequests,
    origin: options.origin ?? '',
    companyId,
    isSandbox,
    showsAuditSecrets,
    responses: responsesFor(parts, viewer),
    quota: () => ({ ...share.quota.usage(), queued: share.scheduler.queued }),
    clientBudget: budget,
    companyFacts: () => company.facts,
    tried: (onTrial) => createContext(parts, { ...options, requestId }, onTrial),
    now: () => clock.now(),
    today: () => todayIn(companyTimeZone, clock),
  };
  return Object.assign(Object.create(renewed) as typeof renewed, context);
}

/** What an operation reads and writes with. After a write, it reads again. */
function createRenewed(parts: CompanyParts, viewer: Viewer, operation: Operation) {
  const { config, company, cursors, confirmations, uploads } = parts;
  const { policy, companyTimeZone, rawRequests, showsAuditSecrets, enabled } = config;
  const policyOver = createPolicyOver(parts, viewer, operation);
  const permissions = permissionsOf(settingsFor(policy, viewer), policy.hook);
  const shared = { company, operation, permissions, confirmations };
  const { ledger } = uploads;
  const newLoaders = (kept: KeptRecords | null): Loaders =>
    createLoaders({ ...shared, cursors, companyTimeZone, ledger, policyOver, kept });
  const replica = replicaFor(parts, operation, newLoaders);
  let loaders = newLoaders(null);
  // Apollo gives each operation a copy of what a context holds itself: what is renewed lies beneath.
  let mutations: Mutations | null = null;
  const renewed: Pick<ContextValue, 'loaders' | 'mutations'> = {
    get loaders() {
      return loaders;
    },
    // Most operations do not write.
    get mutations() {
      mutations ??= createMutations({
        ...shared,
        client: clientOf(viewer),
        logger: parts.logger,
        replica: parts.replica,
        uploads,
        rawRequests,
        showsAuditSecrets,
        enabled,
        loaders: () => loaders,
        onWritten: () => {
          loaders = newLoaders(null);
          replica.forget();
        },
      });
      return mutations;
    },
  };
  return { renewed, replica };
}

/** What a field of the root reads of the replica, from its first read on. */
interface KeptParts {
  readonly loaders: Loaders;
  readonly replica: OperationReplica;
}

/** Opens what an operation reads of the replica, and opens it again after a write. */
function replicaFor(
  { replica, cursors, clock, config: { companyTimeZone } }: CompanyParts,
  operation: Operation,
  newLoaders: (kept: KeptRecords) => Loaders,
) {
  const opened = new Map<string | number | null, KeptParts>();
  const openNow = (): KeptParts => {
    if ('off' in replica) throw new ReplicaError('REPLICA_OFF', replica.off);
    const kept = new KeptRecords(replica, operation);
    const loaders = newLoaders(kept);
    const { policyFilter, allowed } = loaders;
    const given = {
      open: replica,
      kept,
      operation,
      cursors,
      policyFilter,
      allowed,
      companyTimeZone,
    };
    return { loaders, replica: new OperationReplica({ ...given, now: () => clock.now() }) };
  };
  return {
    /**
     * @param root response key of the field of the root; null for what belongs to none.
     * @throws ReplicaError `REPLICA_OFF`
     */
    open: (root: string | number | null): KeptParts => {
      const [any] = root === null ? opened.values() : [];
      const parts = any ?? opened.get(root) ?? openNow();
      opened.set(root, parts);
      return parts;
    },
    forget: (): void => {
      opened.clear();
    },
  };
}

/** The renewed parts of a context whose loaders read from the replica. */
function keptBy(
  replica: { readonly open: (root: string | number) => KeptParts },
  root: string | number,
  renewed: Pick<ContextValue, 'loaders' | 'mutations'>,
): Pick<ContextValue, 'loaders' | 'mutations'> {
  return {
    get loaders() {
      return replica.open(root).loaders;
    },
    get mutations() {
      return renewed.mutations;
    },
  };
}

/** The company's day; null when its time zone is unknown. */
function todayIn(timeZone: string | undefined, clock: Clock): string | null {
  return timeZone === undefined ? null : dayAt(clock.now(), timeZone).toString();
}

/** Returns the client in the form that upload tickets contain. */
function clientOf({ client, tenant, person, roles }: Viewer): Client {
  return { name: client, tenant, person, roles };
}

function viewerOf({
  client = ANONYMOUS.name,
  tenant = ANONYMOUS.tenant,
  person = null,
  roles = [],
}: ContextOptions): Viewer {
  return Object.freeze({ client, tenant, person, roles: Object.freeze([...roles]) });
}

/** Returns null when a policy module judges calls, because its decisions may change at any time. */
function responsesFor(
  { config: { policy }, company, responses }: CompanyParts,
  viewer: Viewer,
): ViewerResponses | null {
  if (!responses.isOn || policy.hook !== null) return null;
  // Once lists contained private calls, lists no longer show their lengths.
  return responses.of(() =>
    JSON.stringify([viewer, settingsFor(policy, viewer), company.privateCalls.areKnown()]),
  );
}

function createOperation(
  { config, clock }: CompanyParts,
  { maxRequests = config.maxGongRequests, parent = activeContext.active() }: ContextOptions,
  who: Pick<OperationOptions, 'client' | 'budget'> & { readonly trial: Trial | null },
): Operation {
  const { deadlineMs, maxObjects, isAudited = false } = config;
  // A trial shows nothing.
  const shown =
    who.trial === null
      ? { audit: isAudited ? new OperationAudit() : null, trace: startOperationSpan(parent) }
      : {};
  return new Operation({ clock, deadlineMs, maxRequests, maxObjects, ...who, ...shown });
}

/** Returns a function that creates a viewer's policy over the company data of an operation. */
function createPolicyOver(
  { config: { policy }, logger }: CompanyParts,
  viewer: Viewer,
  operation: Operation,
): (sources: PolicySources) => CallPolicy {
  const settings = settingsFor(policy, viewer);
  const hook = policy.hook === null ? null : hookFor(policy.hook, operation);
  return (sources) =>
    new CallPolicy({ settings, hook, viewer, sources, signal: operation.signal, logger });
}

/** Returns the policy module, wrapped so that a trial waits for its decisions. */
function hookFor(hook: CallHook, operation: Operation): CallHook {
  if (operation.trial === null) return hook;
  const judge: CallHook['judge'] = (viewer, call) => {
    const said = hook.judge(viewer, call);
    return said instanceof Promise ? operation.awaitLookup(said) : said;
  };
  return { ...hook, judge };
}
