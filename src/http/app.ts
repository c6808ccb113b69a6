import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { MAX_TIMER_MS, type Config, type PersistedDocuments } from '../config/config.js';
import type { Authenticator } from '../access/clients/authenticator.js';
import type { UploadEndpoint } from '../tenants/gateway.js';
import type { ErrorCode } from '../lib/errorCodes.js';
import type { Logger } from '../lib/logger.js';
import { SECOND_MS, type Clock } from '../lib/clock.js';
import type { ContextValue } from '../graphql/context.js';
import type { GatewayMetrics } from '../telemetry/gatewayMetrics.js';
import { cacheControlPlugin } from '../graphql/plugins/cacheControl.js';
import { endedOperationsPlugin } from '../graphql/plugins/endedOperations.js';
import type { AuditLog } from '../telemetry/audit/auditLog.js';
import type { OperationObserver } from '../telemetry/endedOperation.js';
import { parentFrom } from '../telemetry/parentSpan.js';
import { REQUEST_ID_HEADER, requestIdOf } from '../lib/requestId.js';
import type { DocumentStore } from '../lib/documentStore.js';
import { MemoryRateLimits, type RateLimits } from '../lib/rateLimits.js';
import { keepDigitsInAddress } from './graphql/addressVariables.js';
import { createApolloServer } from './graphql/apollo.js';
import { clientOf, createAuthentication, knownClientOf } from './clients/authentication.js';
import { registerConnectionRoutes, type ConnectionRouteOptions } from './admin/connectionRoutes.js';
import { refuseForeignHosts } from './requests/hostCheck.js';
import { answerClientError, createHttpServer, closeStalledResponses } from './requests/sockets.js';
import { allowOrigins } from './requests/cors.js';
import { FailedLogins } from './clients/failedLogins.js';
import { limitOperations } from './clients/operationRate.js';
import { DocumentCache } from './graphql/documentCache.js';
import { registerGraphiql } from './pages/graphiql.js';
import { registerHealth, type HealthParts } from './health/health.js';
import { Readiness } from './health/readiness.js';
import { adaptStatus, statusPlugin } from './graphql/httpStatus.js';
import { deferContinue } from './requests/expectContinue.js';
import { abortOnDisconnect } from './requests/clientDisconnect.js';
import { acceptJson } from './requests/jsonBody.js';
import { lingerForAnswer } from './requests/lingering.js';
import type { ThrottleOptions } from './clients/throttle.js';
import { requireAcceptable } from './graphql/mediaTypes.js';
import { registerMetrics } from './metrics.js';
import { checkManifest } from './graphql/manifestCheck.js';
import { acceptMultipart } from './requests/multipart.js';
import { createDocumentResolver } from './graphql/persistedDocuments.js';
import { refuse } from './requests/refusal.js';
import { RequestError } from './requests/requestError.js';
import { bareSecurityHeaders, sendSecurityHeaders } from './requests/securityHeaders.js';
import { registerStatusRoutes, type StatusRouteOptions } from './admin/statusRoutes.js';
import { createStop } from './requests/stopServing.js';
import { registerUploads, UPLOADS_PREFIX, type CreateContext } from './uploads.js';

/** Enough for several queries with 1,000 IDs in their variables. */
export const BODY_LIMIT_BYTES = 1024 * 1024;

export interface AppOptions {
  readonly schema: GraphQLSchema;
  readonly logger: Logger;
  readonly authenticator: Authenticator;
  /** Whether only this machine is served, because clients need not authenticate. */
  readonly isLocalOnly: Config['isLocalOnly'];
  /** Whether the built-in sandbox replaces Gong, which responses then say. */
  readonly isSandbox: Config['isSandbox'];
  /** Maximum time of one operation. At shutdown, running operations have this long. */
  readonly deadlineMs: Config['deadlineMs'];
  /** Maximum max-age of responses; 0: none is cached. */
  readonly cacheTtlSeconds: Config['cacheTtlSeconds'];
  /** Folder of the built GraphiQL page. */
  readonly graphiqlDirectory: string;
  /** The parts of `/health/ready` besides the server itself. */
  readonly health?: HealthParts;
  /** The metrics of `/metrics`; if omitted, that path does not exist. */
  readonly metrics?: GatewayMetrics;
  /** Each of them gets every operation that has ended. */
  readonly observers: readonly OperationObserver[];
  /** Gets what is refused before it is an operation, and acts of administrators; null or omitted when it is off. */
  readonly audit?: AuditLog | null;
  /** What all clients may do over HTTP. */
  readonly httpConfig: Config['http'];
  /** Documents that clients may name by hash at every instance; null when there is one instance. */
  readonly sharedDocuments?: DocumentStore | null;
  /** Counts failed logins and operations at every instance; null or omitted when there is one instance. */
  readonly sharedRates?: RateLimits | null;
  /** Returns how many operations per minute each client of a tenant may send; null: any number. If omitted, any number. */
  readonly operationsPerMinute?: (tenant: string) => number | null;
  /** Origin at which clients reach the gateway; undefined: the one of their requests. */
  readonly publicUrl: string | undefined;
  readonly uploads: UploadEndpoint;
  /** Routes that connect companies; if omitted, they do not exist. */
  readonly connecting?: ConnectionRouteOptions;
  /** The status page; null or omitted: it does not exist. */
  readonly status?: StatusRouteOptions | null;
  readonly createContext: CreateContext;
}

/** The HTTP server with all its routes. */
export interface App {
  readonly http: FastifyInstance;
  /** Serves `/metrics` alone, at GATEWAY_METRICS_PORT; null when `http` serves it. */
  readonly metricsHttp: FastifyInstance | null;
  /** Runs operations that do not come over HTTP. */
  readonly apollo: ApolloServer<ContextValue>;
  /** Is no longer ready, but serves for this time, so that load balancers notice before connections fail. */
  drain(durationMs: number): Promise<void>;
  /** Runs these documents from now on. The mode must be the same as before. */
  usePersistedDocuments(documents: PersistedDocuments): void;
  /** Lets running operations complete, then stops. */
  close(): Promise<void>;
}

export async function createApp(options: AppOptions): Promise<App> {
  const { schema, logger, isLocalOnly, uploads, publicUrl, isSandbox, deadlineMs } = options;
  const { httpConfig, health = {}, connecting, status = null } = options;
  const { requestTimeoutMs } = httpConfig;
  let { persistedDocuments } = httpConfig;
  const { clock } = uploads;
  const http = createFastify(httpConfig, { logger, clock });
  const stop = createStop(http, clock);
  await sendSecurityHeaders(http, publicUrl);
  if (isLocalOnly) refuseForeignHosts(http, publicUrl);
  closeStalledResponses(http, requestTimeoutMs);
  acceptJson(http, { limitBytes: BODY_LIMIT_BYTES, timeoutMs: requestTimeoutMs, clock });
  acceptMultipart(http, {
    fieldLimitBytes: BODY_LIMIT_BYTES,
    fieldsTimeoutMs: requestTimeoutMs,
    ...uploads,
  });
  deferContinue(http.server, UPLOADS_PREFIX);
  answerErrors(http, logger, options.audit ?? null);
  checkManifest(persistedDocuments, schema, httpConfig.documentLimits, logger);
  const { throttles, failedLogins } = throttlesOf(options);
  const documents = new DocumentCache(options.sharedDocuments ?? null);
  const apollo = createApollo(documents, options);
  await apollo.start();

  const readiness = new Readiness(http, clock);
  registerHealth(http, () => readiness.isReady, { parts: health, isSandbox });
  const metricsHttp = await serveMetrics(http, options, failedLogins);
  if (httpConfig.hasGraphiql) {
    await registerGraphiql(http, { directory: options.graphiqlDirectory, isSandbox });
  }
  const guards = { audit: options.audit ?? null, failedLogins };
  if (connecting !== undefined) await registerConnectionRoutes(http, connecting, guards);
  if (status !== null) await registerStatusRoutes(http, status, { isSandbox, ...guards });
  // A separate scope, because CORS must apply to no other path.
  await http.register(async (scope) => {
    await allowOrigins(scope, httpConfig.corsOrigins);
    registerUploads(scope, options, failedLogins);
    const shared = { documents, persisted: () => persistedDocuments, throttles, failedLogins };
    registerGraphql(scope, apollo, shared, options);
  });
  return {
    http,
    metricsHttp,
    apollo,
    drain: (durationMs) => readiness.drain(durationMs),
    usePersistedDocuments: (next) => {
      checkManifest(next, schema, httpConfig.documentLimits, logger);
      persistedDocuments = next;
    },
    close: async () => {
      readiness.end();
      // One more second for sending the last responses.
      await stop(Math.min(deadlineMs + SECOND_MS, MAX_TIMER_MS));
      await http.close();
      await metricsHttp?.close();
      await apollo.stop();
    },
  };
}

function throttlesOf({ sharedRates, uploads: { clock }, logger, metrics }: AppOptions): {
  readonly throttles: ThrottleOptions;
  readonly failedLogins: FailedLogins;
} {
  const throttles: ThrottleOptions = {
    rates: sharedRates ?? new MemoryRateLimits(clock),
    clock,
    logger,
    onRefused: (reason) => metrics?.countThrottled(reason),
  };
  return { throttles, failedLogins: new FailedLogins(throttles) };
}

function createFastify(
  httpConfig: Config['http'],
  { logger, clock }: { readonly logger: Logger; readonly clock: Clock },
): FastifyInstance {
  const http = Fastify({
    serverFactory: (listener) => createHttpServer(listener, httpConfig, { logger, clock }),
    clientErrorHandler: answerClientError,
    forceCloseConnections: 'idle',
    trustProxy: httpConfig.trustedProxies.length > 0 && [...httpConfig.trustedProxies],
    bodyLimit: BODY_LIMIT_BYTES,
    // Events are logged where they occur. Headers contain credentials.
    logger: false,
    genReqId: ({ headers }) => requestIdOf(headers[REQUEST_ID_HEADER]),
    frameworkErrors: (_error, { id }, reply) => {
      // No hook has processed this request.
      const headers = { ...bareSecurityHeaders, [REQUEST_ID_HEADER]: id };
      void refuseAddress(reply.headers(headers), 400);
    },
  });
  http.addHook('onRequest', (request, reply, done) => {
    void reply.header(REQUEST_ID_HEADER, request.id);
    lingerForAnswer(request.raw, reply.raw, clock);
    done();
  });
  return http;
}

/** Serves metrics on `http`, or on a server of its own, which a network can separate from what clients reach. */
async function serveMetrics(
  http: FastifyInstance,
  { metrics, httpConfig, logger, uploads: { clock }, isLocalOnly, publicUrl }: AppOptions,
  failedLogins: FailedLogins,
): Promise<FastifyInstance | null> {
  if (metrics === undefined) return null;
  const { metricsPort, metricsToken, requestTimeoutMs } = httpConfig;
  if (metricsPort === undefined) {
    registerMetrics(http, metrics, metricsToken, failedLogins);
    return null;
  }
  const separate = createFastify(httpConfig, { logger, clock });
  await sendSecurityHeaders(separate, publicUrl);
  if (isLocalOnly) refuseForeignHosts(separate, publicUrl);
  closeStalledResponses(separate, requestTimeoutMs);
  answerErrors(separate, logger, null);
  registerMetrics(separate, metrics, metricsToken, failedLogins);
  return separate;
}

function createApollo(
  documents: DocumentCache,
  { schema, logger, authenticator, cacheTtlSeconds, observers, httpConfig }: AppOptions,
): ApolloServer<ContextValue> {
  return createApolloServer(schema, logger, {
    limits: httpConfig.documentLimits,
    hasIntrospection: httpConfig.hasIntrospection,
    ...(httpConfig.persistedDocuments.mode === 'apq' ? { persistedDocuments: documents } : {}),
    plugins: [
      cacheControlPlugin({
        maxAgeSeconds: cacheTtlSeconds,
        variesByClient: !authenticator.isOpen,
        variesByOrigin: httpConfig.corsOrigins.length > 0,
      }),
      statusPlugin(),
      endedOperationsPlugin(observers),
    ],
  });
}

function registerGraphql(
  http: FastifyInstance,
  apollo: ApolloServer<ContextValue>,
  {
    documents,
    persisted,
    throttles,
    failedLogins,
  }: {
    readonly documents: DocumentCache;
    readonly persisted: () => PersistedDocuments;
    readonly throttles: ThrottleOptions;
    readonly failedLogins: FailedLogins;
  },
  {
    authenticator,
    logger,
    publicUrl,
    createContext,
    operationsPerMinute,
    audit = null,
  }: AppOptions,
): void {
  http.route({
    url: '/graphql',
    method: ['GET', 'POST', 'OPTIONS', 'PUT', 'PATCH', 'DELETE'],
    onRequest: [
      requireMethod,
      requireHost,
      createAuthentication(authenticator, logger, audit, failedLogins),
      ...(operationsPerMinute === undefined
        ? []
        : [limitOperations(throttles, operationsPerMinute)]),
    ],
    preHandler: [
      requireAcceptable,
      keepDigitsInAddress,
      createDocumentResolver(persisted),
      (request: FastifyRequest, _reply: FastifyReply, done: () => void) => {
        documents.runFor(clientOf(request).tenant, done);
      },
    ],
    onSend: adaptStatus,
    handler: fastifyApolloHandler(apollo, {
      context: async (request: FastifyRequest, reply: FastifyReply) => {
        const origin = publicUrl ?? originOf(request);
        const parent = parentFrom(request.headers);
        const asked = { origin, requestId: request.id, parent };
        return abortOnDisconnect(await createContext(clientOf(request), asked), reply);
      },
    }),
  });
}

/** Reports errors outside of GraphQL in its format. Internal errors are logged and masked. */
function answerErrors(http: FastifyInstance, logger: Logger, audit: AuditLog | null): void {
  // The message does not repeat the URL, which is a credential for uploads.
  http.setNotFoundHandler((_request, reply) => refuseAddress(reply, 404));
  http.setErrorHandler((error: FastifyError, request, reply) => {
    const { method, routeOptions, id: requestId } = request;
    const status = error.statusCode ?? 500;
    if (status >= 500) {
      // Logs the route's pattern, because the URL may contain a query.
      logger.error(
        { err: error, method, route: routeOptions.url, requestId },
        'Client request failed unexpectedly',
      );
    }
    const message = status < 500 ? messageOf(error) : 'Internal server error.';
    const code = status < 500 ? codeOf(error) : 'INTERNAL_SERVER_ERROR';
    if (status === 403) audit?.refused({ requestId, ...knownClientOf(request) }, code);
    return refuse(reply, status, code, message);
  });
}

function codeOf(error: Error): ErrorCode {
  return error instanceof RequestError ? error.clientCode : 'BAD_REQUEST';
}

function messageOf({ code, message }: FastifyError): string {
  return code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE'
    ? 'Send the operation as JSON, with "Content-Type: application/json".'
    : message;
}

function refuseAddress(reply: FastifyReply, status: number): FastifyReply {
  return refuse(reply, status, 'NOT_FOUND', 'There is no resource at this path.');
}

/** Returns the origin that the client uses; empty when it is invalid. Only this client sees it. */
function originOf({ protocol, host }: FastifyRequest): string {
  return /^[\w.:[\]-]+$/.test(host) ? `${protocol}://${host}` : '';
}

/** Refuses a method before its body is read. OPTIONS without a preflight gets the answer of the GraphQL handler. */
function requireMethod(
  { method }: FastifyRequest,
  reply: FastifyReply,
  done: (error?: Error) => void,
): void {
  if (['GET', 'HEAD', 'POST', 'OPTIONS'].includes(method)) {
    done();
    return;
  }
  reply.header('allow', 'GET, POST');
  done(new RequestError(405, 'Send operations by POST, or queries by GET.'));
}

/** The GraphQL handler combines the path with the host. */
function requireHost(
  { hostname }: FastifyRequest,
  _reply: FastifyReply,
  done: (error?: Error) => void,
): void {
  const isHost = URL.canParse(`http://${hostname}/`);
  done(
    isHost ? undefined : new RequestError(400, 'The Host header does not contain a valid host.'),
  );
}
