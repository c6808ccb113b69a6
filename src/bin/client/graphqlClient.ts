import { SECOND_MS, type Clock } from '../../lib/clock.js';

/** What a program sends to a gateway. */
export interface GraphQLRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

export interface GraphQLFailure {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: {
    readonly code?: string;
    readonly retryable?: boolean;
    readonly retryAfterSeconds?: number;
  };
}

export interface GraphQLResponse {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly GraphQLFailure[];
  readonly extensions?: { readonly gong?: Readonly<Record<string, unknown>> };
}

export interface GraphQLClientOptions {
  /** Address of the gateway, such as `http://127.0.0.1:4000`. */
  readonly origin: string;
  /** Bearer token; undefined: none is sent. */
  readonly token: string | undefined;
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  /** Told why the program waits before it tries again, and for how many milliseconds. */
  readonly onWait?: (reason: string, forMs: number) => void;
}

/** The gateway cannot be asked, or does not answer as a gateway does. */
export class GatewayError extends Error {
  override readonly name = 'GatewayError';
}

/** After so many attempts in a row, the failure stands. */
const MAX_ATTEMPTS = 8;
/** Whoever has to wait for longer had better be started again later. */
const MAX_WAIT_MS = 15 * 60 * SECOND_MS;
const MAX_BACKOFF_MS = 60 * SECOND_MS;

/** Sends GraphQL operations to a gateway, and sends them again while that can help. */
export class GraphQLClient {
  constructor(private readonly options: GraphQLClientOptions) {}

  /**
   * The response as it is once nothing better can be had: its errors, if any, would come again.
   *
   * @throws GatewayError when no response comes, or none of GraphQL.
   */
  async send(request: GraphQLRequest): Promise<GraphQLResponse> {
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await this.attempt(request);
      const waitMs = waitAfter(outcome, attempt);
      if (waitMs === null || attempt === MAX_ATTEMPTS || waitMs > MAX_WAIT_MS) {
        if (outcome instanceof GatewayError) throw outcome;
        return outcome;
      }
      const reason =
        outcome instanceof GatewayError ? outcome.message : (outcome.errors?.[0]?.message ?? '');
      this.options.onWait?.(reason, waitMs);
      await new Promise<void>((resolve) => {
        this.options.clock.after(waitMs, resolve);
      });
    }
  }

  private async attempt(request: GraphQLRequest): Promise<GraphQLResponse | GatewayError> {
    const { origin, token } = this.options;
    let response: Response;
    try {
      response = await this.options.fetch(`${origin}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/graphql-response+json, application/json',
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify(request),
      });
    } catch (cause) {
      return new GatewayError(`The gateway at ${origin} cannot be reached.`, { cause });
    }
    const text = await response.text().catch(() => '');
    const body = parsed(text);
    if (body !== null) return body;
    if (response.status >= 500) {
      return new GatewayError(`The gateway at ${origin} responded with status ${response.status}.`);
    }
    throw new GatewayError(
      `${origin} responded with status ${response.status} and no GraphQL response. Is it a gateway?`,
    );
  }
}

/** How long to wait before the next attempt, in milliseconds; null when that would not help. */
function waitAfter(outcome: GraphQLResponse | GatewayError, attempt: number): number | null {
  const backoff = Math.min(MAX_BACKOFF_MS, 2 ** (attempt - 1) * SECOND_MS);
  if (outcome instanceof GatewayError) return backoff;
  const { errors = [] } = outcome;
  if (errors.length === 0 || errors.some(({ extensions }) => extensions?.retryable !== true)) {
    return null;
  }
  const seconds = errors.map(({ extensions }) => extensions?.retryAfterSeconds ?? 0);
  return Math.max(backoff, Math.max(...seconds) * SECOND_MS);
}

function parsed(text: string): GraphQLResponse | null {
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body !== 'object' || body === null) return null;
    return 'data' in body || 'errors' in body ? (body as GraphQLResponse) : null;
  } catch {
    return null;
  }
}
