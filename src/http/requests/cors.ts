import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';
import type { HttpConfig } from '../../config/config.js';
import { REQUEST_ID_HEADER } from '../../lib/requestId.js';
import { MINUTE_MS, SECOND_MS } from '../../lib/clock.js';

/** How long a browser may cache a preflight response. */
const REMEMBERED_SECONDS = (10 * MINUTE_MS) / SECOND_MS;

/**
 * Allows pages of these origins to send requests and read responses. Tokens are in a header, so browsers add no
 * credentials. Without origins, there are no CORS headers, and browsers refuse.
 *
 * @param http contains only the routes that allow CORS.
 */
export async function allowOrigins(
  http: FastifyInstance,
  origins: HttpConfig['corsOrigins'],
): Promise<void> {
  if (origins.length === 0) return;
  await http.register(cors, {
    origin: typeof origins === 'string' ? origins : [...origins],
    methods: ['GET', 'POST', 'PUT'],
    allowedHeaders: [
      'authorization',
      'content-type',
      'apollo-require-preflight',
      'x-apollo-operation-name',
      REQUEST_ID_HEADER,
      'traceparent',
      'tracestate',
    ],
    exposedHeaders: ['retry-after', 'www-authenticate', REQUEST_ID_HEADER],
    maxAge: REMEMBERED_SECONDS,
  });
}
