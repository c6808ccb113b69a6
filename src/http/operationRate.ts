import type { FastifyReply, FastifyRequest } from 'fastify';
import { MINUTE_MS } from '../lib/clock.js';
import { counted } from '../lib/counted.js';
import type { RateLimits } from '../lib/rateLimits.js';
import { clientOf } from './authentication.js';
import { refuseForNow } from './failedLogins.js';

/**
 * Returns a hook that refuses operations of clients which send too many, before anything of them is read.
 *
 * @param limitOf returns the maximum of operations per minute of each client of a tenant; null: there is none.
 */
export function limitOperations(rates: RateLimits, limitOf: (tenant: string) => number | null) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const { name, tenant } = clientOf(request);
    const limit = limitOf(tenant);
    if (limit === null) return;
    const rate = { limit, windowMs: MINUTE_MS };
    const waitMs = await rates.take(`operations ${JSON.stringify([tenant, name])}`, rate);
    if (waitMs === 0) return;
    const message =
      `This client may send ${counted(limit, 'operation')} per minute. Try again after retryAfterSeconds. ` +
      'An operator can raise GATEWAY_CLIENT_OPERATIONS_PER_MINUTE.';
    await refuseForNow(reply, waitMs, message);
  };
}
