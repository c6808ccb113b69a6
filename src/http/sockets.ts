import { createServer, STATUS_CODES, type RequestListener, type Server } from 'node:http';
import { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { HttpConfig } from '../config/config.js';
import type { Logger } from '../lib/logger.js';
import { MINUTE_MS, SECOND_MS, type Clock } from '../lib/clock.js';
import { bareSecurityHeaders } from './securityHeaders.js';

/** Longer than proxies keep their idle connections: they must not send into one that is just being closed. */
export const KEEP_ALIVE_MS = 72 * SECOND_MS;

/** How often it is looked whose headers are late, at most and at least. */
const MAX_CHECK_INTERVAL_MS = 5 * SECOND_MS;
const MIN_CHECK_INTERVAL_MS = 50;

/**
 * An HTTP server that takes no more connections than it may, and waits no longer for headers than it must. How
 * long a request itself may take, those who serve it know: an upload takes what it takes.
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

/** A client that doesn't take in its answer, not even slowly, is cut off. */
export function closeStalledResponses(http: FastifyInstance, idleMs: number): void {
  http.addHook('onSend', ({ raw: { socket } }, reply, _payload, done) => {
    // Node counts what it could write as progress, and sets another time once the answer is through.
    if (socket instanceof Socket) reply.raw.setTimeout(idleMs);
    done();
  });
}

const problems: Readonly<Record<string, readonly [status: number, message: string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request headers did not arrive in time.'],
  HPE_HEADER_OVERFLOW: [431, 'The request headers are too long.'],
};

/** What is no request, or not in time, is told so in the shape of every other answer, and the connection closed. */
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
