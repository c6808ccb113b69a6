import type { Fetcher, FetcherOpts, FetcherParams } from '@graphiql/toolkit';
import { getOperationAST, OperationTypeNode, parse, type DocumentNode } from 'graphql';
import type { GongExtension } from './cost.js';
import { fetchUntilAllowed, fetchWithToken } from './token.js';
import { uploadKeys, uploadUrls } from './uploadUrls.js';

/** The GraphQL endpoint of the gateway that serves this page. */
export const endpoint = new URL('/graphql', window.location.href).href;

/** A response of the gateway: the members that the page reads. */
export interface GatewayResponse {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string }[];
  readonly extensions?: { readonly gong?: unknown };
}

/** An operation in progress. */
export interface RunInProgress {
  readonly tab: string;
  /** Milliseconds on the clock of `performance.now()`. */
  readonly startedAt: number;
}

export interface FinishedRun {
  /** Null when the gateway used neither Gong nor a cache. */
  readonly gong: GongExtension | null;
  readonly errors: number;
  readonly elapsedMs: number;
  readonly wasStopped: boolean;
  /** Upload URLs in the response, each with the path of its payload. */
  readonly uploads: readonly { readonly path: string; readonly url: string }[];
}

export interface RunState {
  readonly running: RunInProgress | null;
  /** The last run of each tab, by the ID of the tab. */
  readonly finished: ReadonlyMap<string, FinishedRun>;
}

let state: RunState = { running: null, finished: new Map() };
/** The tab that the next operation runs in. */
let activeTab = '';
const listeners = new Set<() => void>();

/** For React's `useSyncExternalStore`. */
export function onRunState(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

export function runState(): RunState {
  return state;
}

export function setActiveTab(id: string): void {
  activeTab = id;
}

function change(next: Partial<RunState>): void {
  state = { ...state, ...next };
  for (const listener of [...listeners]) listener();
}

/** Sends an operation, and reads the response. */
export async function post(
  body: object,
  options: {
    readonly headers?: object;
    readonly fetch?: typeof fetch;
    readonly signal?: AbortSignal;
  },
): Promise<GatewayResponse> {
  const { headers, fetch = fetchWithToken, signal = null } = options;
  const response = await fetch(endpoint, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json;q=0.9',
      ...headers,
    },
    signal,
  });
  try {
    return (await response.json()) as GatewayResponse;
  } catch (error) {
    if (signal?.aborted === true) throw error;
    throw new Error(`The gateway responded with status ${response.status} and no JSON.`);
  }
}

/** Sends the operations of GraphiQL, and records what they cost. */
export const fetcher: Fetcher = (params, options = {}) =>
  params.operationName === 'IntrospectionQuery'
    ? (post(params, { ...options, fetch: fetchUntilAllowed }) as ReturnType<Fetcher>)
    : (run(params, options) as ReturnType<Fetcher>);

/** Returns one response. GraphiQL's stop button ends the iteration. */
function run(params: FetcherParams, options: FetcherOpts): AsyncIterable<GatewayResponse> {
  const stopping = new AbortController();
  const document = documentOf(params.query);
  const operation = document === null ? null : getOperationAST(document, params.operationName);
  // Whether an aborted change was made would be unknown, so the page waits for its response.
  const signal =
    operation?.operation === OperationTypeNode.QUERY ? { signal: stopping.signal } : {};
  const running = { tab: activeTab, startedAt: performance.now() };
  change({ running });
  let wasStopped = false;
  const finish = (response: GatewayResponse): void => {
    const elapsedMs = performance.now() - running.startedAt;
    const keys = document === null ? new Set<string>() : uploadKeys(document);
    const ended: FinishedRun = {
      gong: (response.extensions?.gong ?? null) as GongExtension | null,
      errors: response.errors?.length ?? 0,
      elapsedMs,
      wasStopped,
      uploads: uploadUrls(response.data, keys),
    };
    change({
      ...(state.running === running ? { running: null } : {}),
      finished: new Map(state.finished).set(running.tab, ended),
    });
  };
  async function* responses(): AsyncGenerator<GatewayResponse> {
    try {
      const response = await post(params, { ...options, ...signal });
      if (!wasStopped) finish(response);
      if (!wasStopped) yield response;
    } catch (error) {
      if (wasStopped) return;
      finish({ errors: [{ message: String(error) }] });
      throw error;
    }
  }
  const iterator = responses();
  return {
    [Symbol.asyncIterator]: () => ({
      next: () => iterator.next(),
      return: () => {
        wasStopped = wasStopped || state.running === running;
        if (wasStopped) {
          stopping.abort();
          finish({});
        }
        return Promise.resolve({ done: true, value: undefined });
      },
    }),
  };
}

/**
 * Returns the document that is sent; null when it is invalid, as the gateway will report. `documentAST` of GraphiQL may
 * be the one before the last change.
 */
function documentOf(query: string): DocumentNode | null {
  try {
    return parse(query);
  } catch {
    return null;
  }
}
