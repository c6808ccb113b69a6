import type { FastifyInstance } from 'fastify';

/** How a part of the gateway is. Whatever its status is, the gateway serves. */
export interface HealthPart {
  /** One word, for machines. */
  readonly status: string;
  /** The same and what follows from it, for people. */
  readonly message: string;
  readonly [detail: string]: unknown;
}

/** Parts by name; asked each time, so they must know without waiting. */
export type HealthParts = Readonly<Record<string, () => HealthPart>>;

/**
 * Health for whoever runs the gateway; neither path asks Gong anything. It is ready until it stops: what a
 * part lacks makes it serve less, and a replica that is taken out of service for it would serve nothing.
 */
export function registerHealth(
  app: FastifyInstance,
  isReady: () => boolean,
  { parts, isSandbox }: { readonly parts: HealthParts; readonly isSandbox: boolean },
): void {
  const all: HealthParts = { gateway: () => gatewayHealth(isReady(), isSandbox), ...parts };
  app.get('/health/live', (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'live' }),
  );
  app.get('/health/ready', (_request, reply) => {
    const ready = isReady();
    const told = Object.fromEntries(
      Object.entries(all).map(([name, tell]): [string, HealthPart] => [name, tell()]),
    );
    return reply
      .code(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: ready ? 'ready' : 'stopping', sandbox: isSandbox, parts: told });
  });
}

function gatewayHealth(isReady: boolean, isSandbox: boolean): HealthPart {
  if (!isReady) {
    return { status: 'stopping', message: 'Running operations can finish, new ones are rejected.' };
  }
  const source = isSandbox ? ' with invented data of the embedded sandbox' : '';
  return { status: 'ok', message: `The gateway serves operations${source}.` };
}
