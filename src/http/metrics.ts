import type { FastifyInstance } from 'fastify';
import { bearerTokenOf } from '../access/clients/bearer.js';
import { digestOf, isSameDigest } from '../access/clients/digest.js';
import type { GatewayMetrics } from '../telemetry/gatewayMetrics.js';
import { refuse } from './refusal.js';

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
): void {
  const digest = token === undefined ? null : digestOf(token);
  app.get('/metrics', async ({ headers: { authorization } }, reply) => {
    void reply.header('cache-control', 'no-store');
    const sent = bearerTokenOf(authorization);
    if (digest !== null && (sent === undefined || !isSameDigest(digestOf(sent), digest))) {
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
