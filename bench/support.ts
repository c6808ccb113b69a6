import type { ContextValue } from '../src/graphql/context.js';
import { createGateway, type Gateway, type GatewayConfig } from '../src/tenants/gateway.js';
import type { Logger } from '../src/lib/logger.js';
import type { Fetch } from '../src/gong/exchange.js';
import { systemClock, type Clock } from '../src/lib/clock.js';
import { DEFAULT_CREDENTIAL } from '../sandbox/src/index.js';
import { endedOperationsPlugin } from '../src/graphql/plugins/endedOperations.js';
import type { OperationObserver } from '../src/telemetry/endedOperation.js';
import { createApolloServer } from '../src/http/graphql/apollo.js';
import { testConfig } from '../test/support/config.js';

const silent = () => undefined;
export const silentLogger: Logger = { debug: silent, info: silent, warn: silent, error: silent };

/** What the answer says that it cost. */
export interface Cost {
  readonly requests: number;
  readonly shared: number;
  readonly cacheHits: number;
  readonly waitedMs: number;
}

export interface Outcome {
  readonly data: Record<string, unknown>;
  readonly cost: Cost;
  readonly tookMs: number;
}

export interface Runner {
  readonly gateway: Gateway;
  /** Runs one operation for a client. Fails on an answer with errors. */
  readonly run: (
    query: string,
    variables?: Record<string, unknown>,
    client?: string,
  ) => Promise<Outcome>;
}

const nothing: Cost = { requests: 0, shared: 0, cacheHits: 0, waitedMs: 0 };

/** A gateway of its own over a Gong at `baseUrl`; without a word about it, nothing is cached or limited. */
export function createRunner(options: {
  readonly baseUrl: string;
  readonly fetch: Fetch;
  readonly config?: Partial<GatewayConfig>;
  readonly clock?: Clock;
  /** Get each operation that has ended. */
  readonly observers?: readonly OperationObserver[];
}): Runner {
  const gateway = createGateway(
    { ...testConfig, deadlineMs: 120_000, ...options.config },
    { baseUrl: options.baseUrl, ...DEFAULT_CREDENTIAL },
    {
      fetch: options.fetch,
      clock: options.clock ?? systemClock,
      random: Math.random,
      logger: silentLogger,
    },
  );
  const apollo = createApolloServer(gateway.schema, silentLogger, {
    plugins: [endedOperationsPlugin(options.observers ?? [])],
  });
  return {
    gateway,
    run: async (query, variables = {}, client) => {
      const startedAt = performance.now();
      const contextValue: ContextValue = await gateway.createContext({ client });
      const { body } = await apollo.executeOperation({ query, variables }, { contextValue });
      if (body.kind !== 'single') throw new Error('The gateway answers in one piece.');
      const { data, errors, extensions } = body.singleResult;
      if (errors !== undefined || data == null) throw new Error(JSON.stringify(errors));
      const cost = (extensions?.['gong'] ?? nothing) as Cost;
      return { data, cost, tookMs: performance.now() - startedAt };
    },
  };
}

export function table(head: readonly string[], body: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n');
}

/** The value below which the given part of all lies. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

/** Most moments within any window of the given length, however it is laid. */
export function densest(moments: readonly number[], windowMs: number): number {
  const sorted = [...moments].sort((a, b) => a - b);
  let most = 0;
  let first = 0;
  for (const [index, at] of sorted.entries()) {
    while (at - (sorted[first] ?? 0) >= windowMs) first += 1;
    most = Math.max(most, index - first + 1);
  }
  return most;
}
