import type { FastifyInstance } from 'fastify';

/** The state of a part of the gateway, which serves whatever the status. */
export interface HealthPart {
  /** One word, for programs. */
  readonly status: string;
  /** The status and its consequence, for people. */
  readonly message: string;
  readonly [detail: string]: unknown;
}

/** Parts by name. They are read for each request, so they must be known without waiting. */
export type HealthParts = Readonly<Record<string, () => HealthPart>>;

/**
 * Registers the health paths, which send no request to Gong. The gateway is ready until it stops. A failing part
 * reduces what it serves, and removing the instance from service would reduce it to nothing.
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
    return {
      status: 'stopping',
      message: 'Running operations can finish. New ones are rejected after GATEWAY_DRAIN_SECONDS.',
    };
  }
  const source = isSandbox ? ' with invented data of the embedded sandbox' : '';
  return { status: 'ok', message: `The gateway serves operations${source}.` };
}
