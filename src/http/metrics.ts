import type { FastifyInstance } from 'fastify';
import { bearerTokenOf } from '../access/clients/bearer.js';
import { digestOf, isSameDigest } from '../access/clients/digest.js';
import type { GatewayMetrics } from '../telemetry/gatewayMetrics.js';
import { refuseLogin, type FailedLogins } from './clients/failedLogins.js';
import { refuse } from './requests/refusal.js';

/**
 * Serves metrics for Prometheus at `/metrics`.
 *
 * @param token bearer token that a request needs; undefined: none, as for the health paths, and the network must
 *   restrict access.
 */
export function registerMetrics(
  app: FastifyInstance,
  { registry }: GatewayMetrics,
  token: string | undefined,
  failedLogins: FailedLogins,
): void {
  const digest = token === undefined ? null : digestOf(token);
  app.get('/metrics', async (request, reply) => {
    void reply.header('cache-control', 'no-store');
    const sent = bearerTokenOf(request.headers.authorization);
    const isRight = digest === null || (sent !== undefined && isSameDigest(digestOf(sent), digest));
    const login = { secret: sent, isRight, name: 'metrics' };
    const waitMs = digest === null ? 0 : await failedLogins.examine(request, login);
    if (waitMs > 0) return refuseLogin(reply, waitMs);
    if (!isRight) {
      return refuse(
        reply.header('www-authenticate', 'Bearer realm="metrics"'),
        401,
        'UNAUTHENTICATED',
        'Metrics need a token. Send "Authorization: Bearer <token>" with GATEWAY_METRICS_TOKEN as the token.',
      );
    }
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}
