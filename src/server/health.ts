import type { FastifyInstance } from 'fastify';

/** Health for whoever runs the gateway; neither path asks Gong anything. */
export function registerHealth(app: FastifyInstance, isReady: () => boolean): void {
  app.get('/health/live', (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'live' }),
  );
  app.get('/health/ready', (_request, reply) => {
    const ready = isReady();
    return reply
      .code(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: ready ? 'ready' : 'stopping' });
  });
}
