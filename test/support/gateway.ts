import type { GongAccess } from '../../src/config/config.js';
import {
  createGateway,
  type GatewayConfig,
  type GatewayDependencies,
  type UploadEndpoint,
} from '../../src/tenants/gateway.js';
import { systemClock, type Clock } from '../../src/lib/clock.js';
import type { Logger } from '../../src/lib/logger.js';
import type { Fetch } from '../../src/gong/exchange.js';
import type { DayCount } from '../../src/gong/scheduling/dayCount.js';
import type { Operation } from '../../src/operation/operation.js';
import {
  createFetch,
  DEFAULT_CREDENTIAL,
  type RecordedRequest,
  type Sandbox,
  type SandboxOptions,
} from '../../sandbox/src/index.js';
import { HoldInMemory } from '../../src/gong/scheduling/hold.js';
import { MemoryState } from '../../src/lib/memoryState.js';
import { createApolloServer } from '../../src/http/graphql/apollo.js';
import { deadlineBy, testConfig } from './config.js';
import { expectPriced, notePriced } from './priced.js';
import { createTestSandbox } from './sandbox.js';

export interface Answer {
  readonly data: Record<string, never> | null | undefined;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: Record<string, unknown>;
  }[];
  readonly extensions?: { readonly gong?: GongExtension };
}

export interface GongExtension {
  readonly requests: number;
  readonly shared: number;
  readonly cacheHits: number;
  readonly remainingToday: number;
  readonly waitedMs: number;
  readonly requestIds?: readonly string[];
  readonly incomplete?: readonly { path: readonly (string | number)[]; code: string }[];
  readonly stale?: readonly { path: readonly (string | number)[] }[];
  readonly estimate?: { readonly min: number; readonly max: number | null };
}

/** Who asks, where that matters. */
export interface ClientRequest {
  /** The request's own, as `{ gong: { estimateOnly: true } }`. */
  readonly extensions?: Record<string, unknown>;
  /** The gateway's client; `anonymous` when left out. */
  readonly client?: string;
  /** Most Gong requests that the operation may cost; as configured when left out. */
  readonly maxRequests?: number;
  /** Gong user id or e-mail address of the person for whom the client asks. */
  readonly person?: string;
  readonly roles?: readonly string[];
  /** Told of the operation's scope before it runs: closing it is what a disconnect does. */
  readonly onScope?: (operation: Operation) => void;
}

export interface TestGateway {
  readonly sandbox: Sandbox;
  readonly uploads: UploadEndpoint;
  /** Runs one operation, as a client's request would. */
  readonly execute: (
    query: string,
    variables?: Record<string, unknown>,
    request?: ClientRequest,
  ) => Promise<Answer>;
  /** As `execute`, with what was sent to Gong meanwhile. */
  readonly trace: (
    query: string,
    variables?: Record<string, unknown>,
    request?: ClientRequest,
  ) => Promise<Answer & { readonly sent: readonly RecordedRequest[] }>;
}

export interface TestGatewayOptions {
  readonly sandbox?: SandboxOptions | Sandbox;
  readonly config?: Partial<GatewayConfig>;
  /** Another company's access, or another key of the same. */
  readonly access?: Partial<GongAccess>;
  /** Serves gateway and sandbox; real time when left out. */
  readonly clock?: Clock;
  readonly random?: () => number;
  readonly fetch?: Fetch;
  readonly logger?: Logger;
  readonly dayCount?: DayCount;
  /** What it shares with other gateways. */
  readonly storage?: GatewayDependencies['storage'];
}

export const silentLogger: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/**
 * The whole gateway over a sandbox, faked at the wire only: everything above `fetch` is real. Without a
 * word about rates, neither side limits them.
 */
export function createTestGateway(options: TestGatewayOptions = {}): TestGateway {
  const clock = options.clock ?? systemClock;
  const sandbox = isSandbox(options.sandbox)
    ? options.sandbox
    : createTestSandbox({ clock, ...options.sandbox });
  const gateway = createGateway(
    {
      ...testConfig,
      ...deadlineBy(clock),
      ...options.config,
    },
    { baseUrl: 'https://gong.test', ...DEFAULT_CREDENTIAL, ...options.access },
    {
      fetch: options.fetch ?? createFetch(sandbox),
      clock,
      random: options.random ?? (() => 0.5),
      logger: options.logger ?? silentLogger,
      ...storageOf(options, clock),
    },
  );
  const apollo = createApolloServer(gateway.schema, options.logger ?? silentLogger);

  const execute = async (
    query: string,
    variables = {},
    { client, person, roles = [], maxRequests, onScope, extensions }: ClientRequest = {},
  ): Promise<Answer> => {
    const contextValue = await gateway.createContext({
      client,
      person: person ?? null,
      roles,
      maxRequests,
    });
    onScope?.(contextValue.operation);
    notePriced(sandbox, gateway.schema, query, variables, contextValue);
    const before = sandbox.requests.length;
    const { body } = await apollo.executeOperation(
      { query, variables, ...(extensions === undefined ? {} : { extensions }) },
      { contextValue },
    );
    if (body.kind !== 'single') throw new Error('The gateway answers in one piece.');
    expectPriced(sandbox, sandbox.requests.slice(before));
    // As a client sees it: plain objects.
    return JSON.parse(JSON.stringify(body.singleResult)) as Answer;
  };
  return {
    sandbox,
    uploads: gateway.uploads,
    execute,
    trace: async (query, variables, request) => {
      const before = sandbox.requests.length;
      const answer = await execute(query, variables, request);
      return { ...answer, sent: sandbox.requests.slice(before) };
    },
  };
}

function isSandbox(value: SandboxOptions | Sandbox | undefined): value is Sandbox {
  return value !== undefined && 'handle' in value;
}

function storageOf(
  { storage, dayCount }: TestGatewayOptions,
  clock: Clock,
): Pick<GatewayDependencies, 'storage'> {
  if (storage !== undefined) return { storage };
  if (dayCount === undefined) return {};
  const quotaState = { dayCount, hold: new HoldInMemory() };
  return {
    storage: {
      openQuota: () => ({ quotaState }),
      openData: () => ({}),
      forgetData: () => Promise.resolve(),
      state: new MemoryState(clock),
    },
  };
}
