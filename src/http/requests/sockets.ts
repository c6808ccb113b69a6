import { createServer, STATUS_CODES, type RequestListener, type Server } from 'node:http';
import { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { HttpConfig } from '../../config/config.js';
import type { Logger } from '../../lib/logger.js';
import { MINUTE_MS, SECOND_MS, type Clock } from '../../lib/clock.js';
import { bareSecurityHeaders } from './securityHeaders.js';

/** Longer than proxies keep idle connections, so that they never use one that is being closed. */
export const KEEP_ALIVE_MS = 72 * SECOND_MS;

/** Bounds of the interval at which late headers are checked. */
const MAX_CHECK_INTERVAL_MS = 5 * SECOND_MS;
const MIN_CHECK_INTERVAL_MS = 50;

/**
 * Creates an HTTP server with limits for connections and for the time until the headers. Routes limit the time of
 * their requests, because an upload may take long.
 */
export function createHttpServer(
  listener: RequestListener,
  { maxConnections, requestTimeoutMs }: Pick<HttpConfig, 'maxConnections' | 'requestTimeoutMs'>,
  { logger, clock }: { readonly logger: Logger; readonly clock: Clock },
): Server {
  const server = createServer(
    {
      headersTimeout: requestTimeoutMs,
      requestTimeout: 0,
      connectionsCheckingInterval: Math.max(
        MIN_CHECK_INTERVAL_MS,
        Math.min(MAX_CHECK_INTERVAL_MS, Math.floor(requestTimeoutMs / 4)),
      ),
      keepAliveTimeout: KEEP_ALIVE_MS,
    },
    listener,
  );
  server.maxConnections = maxConnections;
  let toldAt = -Infinity;
  server.on('drop', () => {
    const now = clock.monotonic();
    if (now - toldAt < MINUTE_MS) return;
    toldAt = now;
    logger.warn(
      { maxConnections },
      'New connections are rejected: GATEWAY_MAX_CONNECTIONS connections are open',
    );
  });
  return server;
}

/** Disconnects a client that does not read its response. */
export function closeStalledResponses(http: FastifyInstance, idleMs: number): void {
  http.addHook('onSend', ({ raw: { socket } }, reply, _payload, done) => {
    // Node counts writable data as progress, and sets another timeout after the response.
    if (socket instanceof Socket) reply.raw.setTimeout(idleMs);
    done();
  });
}

const problems: Readonly<Record<string, readonly [status: number, message: string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request headers did not arrive in time.'],
  HPE_HEADER_OVERFLOW: [431, 'The request headers are too long.'],
};

/** Responds to an invalid or late request in the usual format, and closes the connection. */
export function answerClientError(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const [status, message] = problems[error.code ?? ''] ?? [
    400,
    'This is not a valid HTTP request.',
  ];
  const extensions = { code: 'BAD_REQUEST', retryable: false };
  const body = JSON.stringify({ errors: [{ message, extensions }] });
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
      'Connection: close',
      'Content-Type: application/json; charset=utf-8',
      ...Object.entries(bareSecurityHeaders).map(([name, value]) => `${name}: ${value}`),
      `Content-Length: ${Buffer.byteLength(body)}`,
      '',
      body,
    ].join('\r\n'),
    () => socket.destroy(),
  );
}
