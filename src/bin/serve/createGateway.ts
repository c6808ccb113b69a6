import type {
  DocumentNode,
  FormattedExecutionResult,
  GraphQLError,
  GraphQLFormattedError,
  GraphQLSchema,
} from 'graphql';
import { DEFAULT_TENANT, type Client } from '../../access/clients/client.js';
import type { Authenticator } from '../../access/clients/authenticator.js';
import { maskFailure } from '../../access/policy/maskedFailure.js';
import type { ContextValue } from '../../graphql/context.js';
import { endedOperation } from '../../graphql/endedOperation.js';
import { createFormatError } from '../../graphql/errors.js';
import type { App, AppOptions } from '../../http/app.js';
import { systemClock } from '../../lib/clock.js';
import type { Logger } from '../../lib/logger.js';
import { requestIdOf } from '../../lib/requestId.js';
import type { OperationObserver } from '../../telemetry/endedOperation.js';
import type { WriteAudit } from './audit.js';
import { maskErrors } from './createLogger.js';
import { currentRequest, handleRequest } from './fetchHandler.js';
import { openApp } from './openApp.js';
import { openGateway, type OpenGateway } from './openGateway.js';
import { readSettings, type Settings } from './settings.js';

/** For whom an operation runs. */
export interface Viewer {
  /** Name of the program that sends the operation, for fairness between clients, metrics, and logs. */
  readonly client: string;
  /** Name of the tenant whose Gong company is read. If omitted, `default`. */
  readonly tenant?: string | undefined;
  /** Gong user ID or email of the person for whom the client sends the operation. If omitted, for the client itself. */
  readonly person?: string | null | undefined;
  /** Roles of the person, which choose the policy: `GATEWAY_POLICY_ROLES`. If omitted, none. */
  readonly roles?: readonly string[] | undefined;
}

/** How an operation runs. */
export interface OperationOptions {
  /** Aborts the operation and its requests to Gong. */
  readonly signal?: AbortSignal | undefined;
  /** Names the operation in logs: 1 to 128 letters, digits, and `_.:-`. If omitted, a new UUID. */
  readonly requestId?: string | undefined;
}

export interface GatewayOptions {
  /** The variables of docs/reference/configuration.md. Nothing is read from the environment. */
  readonly settings: Settings;
  /** Gets what the gateway logs, such as a logger of pino. If omitted, nothing is logged. */
  readonly logger?: Logger | undefined;
  /**
   * Returns for whom a request to `handle` runs, by the login of the embedding server; null: it is refused with 401. If
   * omitted, clients send a token of `GATEWAY_TOKENS` or `GATEWAY_JWKS_URL`.
   */
  readonly authenticate?:
    ((request: Request) => Promise<Viewer | null> | Viewer | null) | undefined;
}

/** A GraphQL operation. */
export interface GatewayOperation {
  readonly document: DocumentNode | string;
  readonly variables?: Record<string, unknown> | undefined;
  /** Required when the document has several operations. */
  readonly operationName?: string | undefined;
  /** As a client sends them, such as `{ gong: { estimateOnly: true } }`. */
  readonly extensions?: Record<string, unknown> | undefined;
}

/** The context of one operation, for an executor of your own. Pass on the object itself, not a copy. */
export interface GatewayContext {
  /** Returns an error as clients may see it: with a code, without internals, and masked by the policy. */
  formatError(error: GraphQLError): GraphQLFormattedError;
  /** Ends the operation. Call it when the operation has its response, and when the client has left. */
  close(): void;
}

/** A gateway inside another program. */
export interface EmbeddedGateway {
  /** The executable schema. Its resolvers need a context of `createContext`. */
  readonly schema: GraphQLSchema;
  /** Creates the context of one operation. The caller must close it. */
  createContext(
    viewer: Viewer,
    options?: Pick<OperationOptions, 'requestId'>,
  ): Promise<GatewayContext>;
  /** Runs an operation with all checks of the gateway's own server. */
  execute(
    operation: GatewayOperation,
    viewer: Viewer,
    options?: OperationOptions,
  ): Promise<FormattedExecutionResult>;
  /**
   * Responds to a request as the gateway's own server does at `/graphql`.
   *
   * @throws the reason of the request's signal when it is aborted.
   */
  handle(request: Request): Promise<Response>;
  /** Waits for the running operations, and ends connections and background work. */
  close(): Promise<void>;
}

/**
 * Opens a gateway inside this program. It listens nowhere and handles no signals.
 *
 * @throws ConfigError with all problems of the settings, each with the fix.
 */
export async function createGateway({
  settings,
  logger: given,
  authenticate,
}: GatewayOptions): Promise<EmbeddedGateway> {
  const config = readSettings(settings, authenticate !== undefined);
  const logger = given === undefined ? silentLogger : maskErrors(given);
  const writeAudit: WriteAudit | undefined =
    given === undefined
      ? undefined
      : (records) => {
          for (const record of records) given.info(record, 'Audit');
        };
  const open = await openGateway(config, { clock: systemClock, logger, writeAudit });
  try {
    const app = await openApp(open, logger, changesFor(open, authenticate));
    return embeddedGateway(open, app, logger);
  } catch (error) {
    await open.close();
    throw error;
  }
}

const silentLogger: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/** What differs from a gateway that listens. */
function changesFor(
  { config, gateway, authenticator }: OpenGateway,
  authenticate: GatewayOptions['authenticate'],
): Partial<AppOptions> {
  const isOpen = config.isSandbox || !config.isLocalOnly;
  return {
    authenticator:
      authenticate !== undefined
        ? authenticatorOf(authenticate)
        : isOpen
          ? authenticator
          : refuseAll,
    // The embedding server decides from where it is reached.
    isLocalOnly: false,
    // A browser's cache knows no login but tokens.
    ...(authenticate === undefined ? {} : { cacheTtlSeconds: 0 }),
    httpConfig: { ...config.http, hasGraphiql: false },
    status: null,
    createContext: async ({ name, ...client }, { requestId, parent }) => {
      const { url, signal } = currentRequest();
      const origin = config.publicUrl ?? new URL(url).origin;
      const context = await gateway.createContext({
        client: name,
        ...client,
        origin,
        requestId,
        parent,
      });
      return closeOnAbort(context, signal);
    },
  };
}

function authenticatorOf(authenticate: NonNullable<GatewayOptions['authenticate']>): Authenticator {
  return {
    isOpen: false,
    prepare: () => Promise.resolve(),
    authenticate: async () => {
      const viewer = await authenticate(currentRequest());
      return viewer === null
        ? { refusal: { kind: 'no-token', message: 'Sign in, and send the request again.' } }
        : { client: clientOf(viewer) };
    },
  };
}

/** Other machines may reach the embedding server, so that it must be said who may use the gateway. */
const refuseAll: Authenticator = {
  isOpen: false,
  prepare: () => Promise.resolve(),
  authenticate: () =>
    Promise.resolve({
      refusal: {
        kind: 'no-token',
        message:
          'This gateway accepts no client yet. Its operator can pass authenticate to createGateway, or set ' +
          'GATEWAY_TOKENS, GATEWAY_JWKS_URL, or GATEWAY_OPEN=true.',
      },
    }),
};

function clientOf({ client, tenant, person, roles }: Viewer): Client {
  return {
    name: client,
    tenant: tenant ?? DEFAULT_TENANT,
    person: person ?? null,
    roles: roles ?? [],
  };
}

function closeOnAbort(context: ContextValue, signal: AbortSignal | undefined): ContextValue {
  const close = (): void => {
    context.operation.close();
  };
  if (signal?.aborted === true) close();
  else signal?.addEventListener('abort', close, { once: true });
  return context;
}

function embeddedGateway(open: OpenGateway, app: App, logger: Logger): EmbeddedGateway {
  const { gateway, observers } = open;
  const { http, apollo } = app;
  const work = new Work();
  const contextFor = (viewer: Viewer, requestId?: string): Promise<ContextValue> => {
    const { name, ...client } = clientOf(viewer);
    return gateway.createContext({
      client: name,
      ...client,
      requestId: requestIdOf(requestId),
    });
  };
  return {
    schema: gateway.schema,
    createContext: (viewer, { requestId } = {}) =>
      work.run(async () =>
        toGatewayContext(await contextFor(viewer, requestId), logger, observers),
      ),
    execute: (operation, viewer, { signal, requestId } = {}) =>
      work.run(async () => {
        signal?.throwIfAborted();
        const contextValue = closeOnAbort(await contextFor(viewer, requestId), signal);
        try {
          const { body } = await apollo.executeOperation(requestOf(operation), { contextValue });
          signal?.throwIfAborted();
          if (body.kind === 'single') return body.singleResult;
          throw new Error('The schema has no incremental delivery.');
        } finally {
          contextValue.operation.close();
        }
      }),
    handle: (request) => work.run(() => handleRequest(http, request)),
    close: () =>
      work.end(async () => {
        await app.close();
        await open.close();
      }),
  };
}

/** What runs, so that it can end before what it uses. */
class Work {
  private readonly running = new Set<Promise<unknown>>();
  private ending: Promise<void> | null = null;

  async run<T>(start: () => Promise<T>): Promise<T> {
    if (this.ending !== null) throw new Error('The gateway is closed.');
    const result = start();
    this.running.add(result);
    try {
      return await result;
    } finally {
      this.running.delete(result);
    }
  }

  /** Starts nothing more, waits for what runs, and then closes, once. */
  end(close: () => Promise<void>): Promise<void> {
    return (this.ending ??= Promise.allSettled(this.running).then(close));
  }
}

function toGatewayContext(
  context: ContextValue,
  logger: Logger,
  observers: readonly OperationObserver[],
): GatewayContext {
  const { operation, loaders, requestId } = context;
  const formatError = createFormatError(logger, () => requestId);
  const errors: GraphQLFormattedError[] = [];
  let isClosed = false;
  // The same object: what is renewed lies in its prototype.
  return Object.assign(context, {
    formatError: (error: GraphQLError) => {
      const told = formatError(withCode(error), error);
      errors.push(told);
      return maskFailure(told, loaders.policyFilter.generalMask);
    },
    close: () => {
      operation.close();
      if (isClosed) return;
      isClosed = true;
      // The document and the data are the executor's.
      const ended = endedOperation(context, { errors, hasData: false });
      for (const observe of observers) observe(ended);
    },
  });
}

function requestOf({ document, variables, operationName, extensions }: GatewayOperation) {
  return {
    query: document,
    ...(variables === undefined ? {} : { variables }),
    ...(operationName === undefined ? {} : { operationName }),
    ...(extensions === undefined ? {} : { extensions }),
  };
}

/** An error of a resolver without a code is internal. */
function withCode(error: GraphQLError): GraphQLFormattedError {
  const formatted = error.toJSON();
  const code = error.originalError == null ? 'BAD_REQUEST' : 'INTERNAL_SERVER_ERROR';
  return { ...formatted, extensions: { code, ...formatted.extensions } };
}
