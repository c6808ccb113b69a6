import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/** The minimum of these headers, for responses without a parsed request. */
export const bareSecurityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none';frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
};

/**
 * Sends headers that tell browsers not to render, run, or frame a response. GraphiQL and the status page have a policy
 * of their own.
 *
 * @param publicUrl URL at which clients reach the gateway. Only when it uses https may browsers be told to use
 *   https only.
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
    // This does not affect pages that use CORS.
    crossOriginResourcePolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
}
