import type { ApolloServer } from '@apollo/server';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { MAX_TIMER_MS, type Config } from '../config/config.js';
import type { Authenticator } from '../access/clients/authenticator.js';
import type { UploadEndpoint } from '../tenants/gateway.js';
import type { ErrorCode } from '../lib/errorCodes.js';
import type { Logger } from '../lib/logger.js';
import { SECOND_MS, type Clock } from '../lib/clock.js';
import type { ContextValue } from '../graphql/context.js';
import type { GatewayMetrics } from '../telemetry/gatewayMetrics.js';
import { cacheControlPlugin } from '../graphql/plugins/cacheControl.js';
import { metricsPlugin } from '../graphql/plugins/metrics.js';
import type { DocumentStore } from '../lib/documentStore.js';
import { keepDigitsInAddress } from './addressVariables.js';
import { createApolloServer } from './apollo.js';
import { clientOf, createAuthentication } from './authentication.js';
import { registerConnectionRoutes, type ConnectionRouteOptions } from './connectionRoutes.js';
import { refuseForeignHosts } from './hostCheck.js';
import { answerClientError, createHttpServer, closeStalledResponses } from './sockets.js';
import { allowOrigins } from './cors.js';
import { DocumentCache } from './documentCache.js';
import { registerGraphiql } from './graphiql.js';
import { registerHealth, type HealthParts } from './health.js';
import { adaptStatus } from './httpStatus.js';
import { deferContinue } from './expectContinue.js';
import { abortOnDisconnect } from './clientDisconnect.js';
import { acceptJson } from './jsonBody.js';
import { lingerForAnswer } from './lingering.js';
import { registerMetrics } from './metrics.js';
import { checkManifest } from './manifestCheck.js';
import { acceptMultipart } from './multipart.js';
import { createDocumentResolver } from './persistedDocuments.js';
import { RequestError } from './requestError.js';
import { bareSecurityHeaders, sendSecurityHeaders } from './securityHeaders.js';
import { registerUploads, UPLOADS_PREFIX, type CreateContext } from './uploads.js';

/** Room for a query with a thousand ids in its variables, many times over. */
export const BODY_LIMIT_BYTES = 1024 * 1024;

export interface AppOptions {
  readonly schema: GraphQLSchema;
  readonly logger: Logger;
  readonly authenticator: Authenticator;
  /** Whether nobody but this machine is served, because no client could prove itself. */
  readonly isLocalOnly: Config['isLocalOnly'];
  /** Whether the embedded sandbox stands in for Gong, which clients are then told. */
  readonly isSandbox: Config['isSandbox'];
  /** Most time that one operation may take: so long, those that run at shutdown are waited for. */
  readonly deadlineMs: Config['deadlineMs'];
  /** Longest that clients are told to keep an answer; 0: none is kept. */
  readonly cacheTtlSeconds: Config['cacheTtlSeconds'];
  /** Where the built GraphiQL page lies. */
  readonly graphiqlDirectory: string;
  /** What `/health/ready` tells of besides the server itself. */
  readonly health?: HealthParts;
  /** What `/metrics` shows; left out: that path isn't there. */
  readonly metrics?: GatewayMetrics;
  /** What clients may do, whoever they are. */
  readonly httpConfig: Config['http'];
  /** What they may name by a hash at other gateways, too; null: there are none. */
  readonly sharedDocuments?: DocumentStore | null;
  /** Where clients reach the gateway; undefined: where they say they do. */
  readonly publicUrl: string | undefined;
  readonly uploads: UploadEndpoint;
  /** How companies are connected to Gong; left out: these paths aren't there. */
  readonly connecting?: ConnectionRouteOptions;
  readonly createContext: CreateContext;
}

/** The HTTP side of the gateway: what is served at which path. */
export interface App {
  readonly http: FastifyInstance;
  /** Lets running operations end, then stops. */
  close(): Promise<void>;
}

export async function createApp(options: AppOptions): Promise<App> {
  const { schema, logger, isLocalOnly, metrics, uploads, publicUrl, isSandbox } = options;
  const { httpConfig, health = {}, connecting } = options;
  const { requestTimeoutMs, persistedDocuments } = httpConfig;
  const { clock } = uploads;
  const http = createFastify(httpConfig, { logger, clock });
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
  answerErrors(http, logger);
  checkManifest(persistedDocuments, schema, httpConfig.documentLimits, logger);
  const documents = new DocumentCache(options.sharedDocuments ?? null);
  const apollo = createApollo(http, documents, options);
  await apollo.start();

  let isReady = true;
  registerHealth(http, () => isReady, { parts: health, isSandbox });
  if (metrics !== undefined) registerMetrics(http, metrics);
  if (httpConfig.hasGraphiql) {
    await registerGraphiql(http, { directory: options.graphiqlDirectory, isSandbox });
  }
  if (connecting !== undefined) await registerConnectionRoutes(http, connecting);
  // A scope of its own: pages from elsewhere have no business at any other path.
  await http.register(async (scope) => {
    await allowOrigins(scope, httpConfig.corsOrigins);
    registerUploads(scope, options);
    registerGraphql(scope, apollo, documents, options);
  });
  return {
    http,
    close: async () => {
      isReady = false;
      await apollo.stop();
      await http.close();
    },
  };
}

function createFastify(
  httpConfig: Config['http'],
  { logger, clock }: { readonly logger: Logger; readonly clock: Clock },
): FastifyInstance {
  const http = Fastify({
    serverFactory: (listener) => createHttpServer(listener, httpConfig, { logger, clock }),
    clientErrorHandler: answerClientError,
    forceCloseConnections: 'idle',
    bodyLimit: BODY_LIMIT_BYTES,
    // What is worth a line is logged where it happens; headers hold credentials.
    logger: false,
    frameworkErrors: (_error, _request, reply) => {
      // No hook has seen it.
      void refuseAddress(reply.headers(bareSecurityHeaders), 400);
    },
  });
  http.addHook('onRequest', (request, reply, done) => {
    lingerForAnswer(request.raw, reply.raw, clock);
    done();
  });
  return http;
}

function createApollo(
  http: FastifyInstance,
  documents: DocumentCache,
  { schema, logger, authenticator, deadlineMs, cacheTtlSeconds, metrics, httpConfig }: AppOptions,
): ApolloServer<ContextValue> {
  return createApolloServer(schema, logger, {
    limits: httpConfig.documentLimits,
    hasIntrospection: httpConfig.hasIntrospection,
    ...(httpConfig.persistedDocuments.mode === 'apq' ? { persistedDocuments: documents } : {}),
    plugins: [
      // Waits for running operations at shutdown, and closes idle connections.
      ApolloServerPluginDrainHttpServer({
        httpServer: http.server,
        // A second for the last answers to leave.
        stopGracePeriodMillis: Math.min(deadlineMs + SECOND_MS, MAX_TIMER_MS),
      }),
      cacheControlPlugin({
        maxAgeSeconds: cacheTtlSeconds,
        variesByClient: !authenticator.isOpen,
        variesByOrigin: httpConfig.corsOrigins.length > 0,
      }),
      ...(metrics === undefined ? [] : [metricsPlugin(metrics)]),
    ],
  });
}

function registerGraphql(
  http: FastifyInstance,
  apollo: ApolloServer<ContextValue>,
  documents: DocumentCache,
  { authenticator, logger, httpConfig, publicUrl, createContext }: AppOptions,
): void {
  http.route({
    url: '/graphql',
    method: ['GET', 'POST', 'OPTIONS'],
    onRequest: [requireHost, createAuthentication(authenticator, logger)],
    preHandler: [
      keepDigitsInAddress,
      createDocumentResolver(httpConfig.persistedDocuments),
      (request: FastifyRequest, _reply: FastifyReply, done: () => void) => {
        documents.runFor(clientOf(request).tenant, done);
      },
    ],
    onSend: adaptStatus,
    handler: fastifyApolloHandler(apollo, {
      context: async (request: FastifyRequest, reply: FastifyReply) => {
        const origin = publicUrl ?? originOf(request);
        return abortOnDisconnect(await createContext(clientOf(request), { origin }), reply);
      },
    }),
  });
}

/** What goes wrong outside of GraphQL is told in its shape; what is nobody's business is logged and masked. */
function answerErrors(http: FastifyInstance, logger: Logger): void {
  // Not the address: that of an upload is a credential.
  http.setNotFoundHandler((_request, reply) => refuseAddress(reply, 404));
  http.setErrorHandler((error: FastifyError, { method, routeOptions }, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) {
      // The route's pattern, not the address: that one may hold a query.
      logger.error(
        { err: error, method, route: routeOptions.url },
        'Client request failed unexpectedly',
      );
    }
    const message = status < 500 ? messageOf(error) : 'Internal server error.';
    const code = status < 500 ? codeOf(error) : 'INTERNAL_SERVER_ERROR';
    return reply
      .code(status)
      .send({ errors: [{ message, extensions: { code, retryable: false } }] });
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
  const message = 'There is no resource at this path.';
  const extensions = { code: 'NOT_FOUND', retryable: false };
  return reply.code(status).send({ errors: [{ message, extensions }] });
}

/** Where the client says that it reached the gateway; empty where that makes no sense. It is told to nobody else. */
function originOf({ protocol, host }: FastifyRequest): string {
  return /^[\w.:[\]-]+$/.test(host) ? `${protocol}://${host}` : '';
}

/** The handler of GraphQL puts the address together with it. */
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
