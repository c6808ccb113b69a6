import type { FastifyInstance } from 'fastify';
import type { GatewayMetrics } from '../telemetry/gatewayMetrics.js';

/**
 * Serves metrics for Prometheus at `/metrics`. Like the health paths it needs no token, because it shows counts and
 * no data. The network must restrict access.
 */
export function registerMetrics(app: FastifyInstance, { registry }: GatewayMetrics): void {
  app.get('/metrics', async (_request, reply) =>
    reply
      .header('cache-control', 'no-store')
      .type(registry.contentType)
      .send(await registry.metrics()),
  );
}
