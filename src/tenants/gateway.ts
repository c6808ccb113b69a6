import { randomBytes, randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { GraphQLSchema } from 'graphql';
import { createAnswerMemory } from '../company/cache/answerCache.js';
import type { CompanyState, Dependencies } from './tenant.js';
import type { CompanyConfig, ContextOptions } from './operation.js';
import type { Config, GongAccess } from '../config/config.js';
import { DEFAULT_TENANT } from '../access/clients/client.js';
import { withTenant, type TenantSettings } from '../config/tenants.js';
import type { Connections } from './connections/connections.js';
import type { ContextValue } from '../graphql/context.js';
import type { ClientObserver } from '../gong/attempt.js';
import type { Clock } from '../lib/clock.js';
import type { OAuthEndpoint } from '../gong/oauth.js';
import type { PolicyCheck } from '../access/policy/checkPolicies.js';
import { createSchema } from '../graphql/schema.js';
import { Sealer } from '../lib/sealer.js';
import { MemoryState } from '../lib/memoryState.js';
import type { Storage } from './storage.js';
import { Tenants, type TenantState } from './tenants.js';
import { UploadTickets } from '../company/uploads/tickets.js';

export type GatewayConfig = CompanyConfig &
  Pick<Config, 'cacheMaxBytes' | 'secret' | 'subgraph'> & {
    /** Settings of single tenants; undefined: all connected tenants have the same settings. */
    readonly tenants?: ReadonlyMap<string, TenantSettings> | undefined;
  };

export interface GatewayDependencies extends Dependencies {
  /** If omitted, all state ends with the process. */
  readonly storage?: Storage;
  /** Connections of further tenants; if omitted, there are none. */
  readonly connections?: Connections;
  /** Issues the tokens of OAuth connections; if omitted, there are none. */
  readonly endpoint?: OAuthEndpoint;
  /** Returns whether stored credentials may be sent to a URL; if omitted, every URL is allowed. */
  readonly isHostAllowed?: (baseUrl: string) => boolean;
  /** Returns the observer of a tenant's requests. */
  readonly observerOf?: (tenant: string) => ClientObserver;
}

/** The state of all companies together, for monitoring. */
export interface GatewayState extends Omit<
  CompanyState,
  'credentials' | 'clients' | 'replica' | 'usage'
> {
  /** The state of each company that was used so far. */
  readonly companies: readonly TenantState[];
  readonly cachedBytes: number;
}

/** What the upload endpoint needs. */
export interface UploadEndpoint {
  readonly tickets: UploadTickets;
  /** A transfer fails after this time without a byte; in milliseconds. */
  readonly idleTimeoutMs: number;
  readonly clock: Clock;
}

/** The parts of the gateway that live as long as the process. */
export interface Gateway {
  readonly schema: GraphQLSchema;
  readonly tenants: Tenants;
  readonly uploads: UploadEndpoint;
  /** Creates the context of one operation. The caller must close its operation. */
  createContext(asked?: ContextOptions): Promise<ContextValue>;
  /** Checks the policies of the tenants that are connected now. */
  checkPolicies(tenants: readonly string[]): Promise<readonly TenantCheck[]>;
  state(): GatewayState;
  /** Returns how many operations per minute each client of a tenant may send; null: any number. */
  operationsPerMinute(tenant: string): number | null;
  /**
   * Uses other settings of tenants from now on, unless a policy among them is wrong. Policies and time zones apply to
   * connected tenants at once.
   *
   * @returns the problems. When there is one, nothing has changed.
   */
  useTenants(next: ReadonlyMap<string, TenantSettings>): Promise<readonly string[]>;
}

/** The result of checking a tenant's policy. */
export interface TenantCheck {
  readonly tenant: string;
  readonly check: PolicyCheck;
}

/** @param access credentials of the default tenant; null: it has a stored connection, as the others do. */
export function createGateway(
  config: GatewayConfig,
  access: GongAccess | null,
  dependencies: GatewayDependencies,
): Gateway {
  const { clock, connections = null, endpoint = null } = dependencies;
  const storage = dependencies.storage ?? storageInMemory(clock);
  const secret = config.secret ?? randomBytes(32).toString('base64');
  const settings = { tenants: config.tenants };
  const memory = createAnswerMemory(config.cacheMaxBytes);
  const ticketSealer = new Sealer(secret, 'ticket');
  const tenants = new Tenants({
    ...dependencies,
    isHostAllowed: dependencies.isHostAllowed ?? (() => true),
    configOf: (tenant) => configOf({ ...config, ...settings }, tenant),
    access,
    connections,
    endpoint,
    storage,
    memory,
    secret,
    ticketSealer,
  });
  return {
    schema: createSchema(config.subgraph),
    tenants,
    uploads: {
      tickets: new UploadTickets({
        sealer: ticketSealer,
        state: storage.state,
        clock,
        createId: randomUUID,
      }),
      idleTimeoutMs: config.mediaIdleTimeoutMs,
      clock,
    },
    createContext: async (asked = {}) =>
      (await tenants.company(asked.tenant ?? DEFAULT_TENANT)).createContext(asked),
    checkPolicies: (names) =>
      Promise.all(
        names.map(async (tenant) => ({
          tenant,
          check: await (await tenants.company(tenant)).checkPolicy(),
        })),
      ),
    useTenants: async (next) => {
      const problems = await policyProblems(next, { settings, tenants, hook: config.policy.hook });
      if (problems.length > 0) return problems;
      settings.tenants = next;
      tenants.useSettings();
      return [];
    },
    operationsPerMinute: (tenant) =>
      configOf({ ...config, ...settings }, tenant)?.clientOperationsPerMinute ?? null,
    state: () => stateOf(tenants.states(), config.requestsPerDay, memory),
  };
}

/** Checks with Gong the policies that differ from the current ones. */
async function policyProblems(
  next: ReadonlyMap<string, TenantSettings>,
  {
    settings,
    tenants,
    hook,
  }: {
    readonly settings: Pick<GatewayConfig, 'tenants'>;
    readonly tenants: Tenants;
    readonly hook: GatewayConfig['policy']['hook'];
  },
): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const [tenant, { policy }] of next) {
    if (policy === undefined) continue;
    if (isDeepStrictEqual(policy, settings.tenants?.get(tenant)?.policy)) continue;
    const check = await (await tenants.company(tenant)).checkPolicy({ ...policy, hook });
    if (check.result === 'bad') problems.push(`Tenant "${tenant}": ${check.problem}`);
  }
  return problems;
}

/** Returns the configuration of a tenant; null when this gateway does not serve it. */
function configOf(config: GatewayConfig, tenant: string): CompanyConfig | null {
  const settings = config.tenants?.get(tenant);
  if (settings === undefined) {
    const isServed = config.tenants === undefined || tenant === DEFAULT_TENANT;
    return isServed ? config : null;
  }
  const { policy = config.policy, ...rest } = settings;
  return { ...withTenant(config, rest), policy: { ...policy, hook: config.policy.hook } };
}

function stateOf(
  companies: readonly TenantState[],
  perDay: number,
  memory: ReturnType<typeof createAnswerMemory>,
): GatewayState {
  return {
    ...aggregateState(companies, perDay),
    companies,
    cachedBytes: memory.calculatedSize,
  };
}

/** Adds up what waits, and returns the state of the company with the least quota. */
function aggregateState(
  states: readonly CompanyState[],
  perDay: number,
): Omit<CompanyState, 'credentials' | 'clients' | 'replica' | 'usage'> {
  const holds = states.flatMap(({ hold }) => hold ?? []);
  return {
    queued: states.reduce((sum, { queued }) => sum + queued, 0),
    remainingToday: Math.min(perDay, ...states.map(({ remainingToday }) => remainingToday)),
    hold: holds.length === 0 ? null : holds.reduce((a, b) => (b.forMs > a.forMs ? b : a)),
  };
}

/** Storage in which everything ends with the process. */
export function storageInMemory(clock: Clock): Storage {
  return {
    openQuota: () => ({}),
    openData: () => ({}),
    forgetData: () => Promise.resolve(),
    state: new MemoryState(clock),
  };
}
