import type { FastifyReply, FastifyRequest } from 'fastify';
import { MINUTE_MS } from '../../lib/clock.js';
import { counted } from '../../lib/counted.js';
import { clientLabel } from '../../telemetry/labels.js';
import { clientOf } from './authentication.js';
import { refuseForNow, Throttle, type ThrottleOptions } from './throttle.js';

/**
 * Returns a hook that refuses operations of clients that send too many, before anything of them is read.
 *
 * @param limitOf returns the maximum of operations per minute of each client of a tenant; null: there is none.
 */
export function limitOperations(
  options: ThrottleOptions,
  limitOf: (tenant: string) => number | null,
) {
  const throttle = new Throttle('operation', options);
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const { name: client, tenant } = clientOf(request);
    const limit = limitOf(tenant);
    if (limit === null) return;
    const name = `operations ${JSON.stringify([tenant, client])}`;
    const rate = { limit, windowMs: MINUTE_MS };
    const waitMs = await throttle.waitFor(name, rate, {
      isCounted: true,
      onBurst: (retryAfterSeconds) => {
        const fields = { tenant, client: clientLabel(client), perMinute: limit, retryAfterSeconds };
        options.logger.warn(fields, 'Operations of a client throttled');
      },
    });
    if (waitMs === 0) return;
    const message =
      `This client may send ${counted(limit, 'operation')} per minute. Try again after retryAfterSeconds. ` +
      'An operator can raise GATEWAY_CLIENT_OPERATIONS_PER_MINUTE.';
    await refuseForNow(reply, waitMs, message);
  };
}
