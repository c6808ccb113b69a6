import type { FastifyInstance } from 'fastify';
import type { GatewayMetrics } from '../telemetry/gatewayMetrics.js';

/**
 * Metrics for Prometheus at `/metrics`. Open like the health paths, also where clients of `/graphql` need a
 * token: it tells how much is asked and how it goes, not what. Who should not see that is kept away by the
 * network.
 */
export function registerMetrics(app: FastifyInstance, { registry }: GatewayMetrics): void {
  app.get('/metrics', async (_request, reply) =>
    reply
      .header('cache-control', 'no-store')
      .type(registry.contentType)
      .send(await registry.metrics()),
  );
}
