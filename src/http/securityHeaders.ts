import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/** The least of them, for answers that are given before there is a request. */
export const bareSecurityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none';frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
};

/**
 * What browsers are told with every answer: there is nothing here to be shown, run or framed. GraphiQL has a
 * policy of its own.
 *
 * @param publicUrl where clients reach the gateway. Only where that is https for certain, may they be told that
 *   nothing else is.
 */
export async function sendSecurityHeaders(
  http: FastifyInstance,
  publicUrl: string | undefined,
): Promise<void> {
  await http.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: publicUrl?.startsWith('https:') === true,
    // Pages that ask by CORS aren't touched by it.
    crossOriginResourcePolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
}
