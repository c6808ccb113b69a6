import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';
import type { HttpConfig } from '../config/config.js';
import { MINUTE_MS, SECOND_MS } from '../lib/clock.js';

/** How long a browser may remember what it was allowed. */
const REMEMBERED_SECONDS = (10 * MINUTE_MS) / SECOND_MS;

/**
 * Lets pages of the given origins ask from a browser, and read the answers. Tokens come in a header, so there is
 * nothing that a browser would add by itself: no credentials. With no origin, there is no word of it at all, and
 * browsers refuse.
 *
 * @param http holds only the routes that may be asked so.
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
    ],
    exposedHeaders: ['retry-after', 'www-authenticate'],
    maxAge: REMEMBERED_SECONDS,
  });
}
