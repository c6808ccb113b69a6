import type { FastifyInstance } from 'fastify';
import { isLoopback } from '../config/gongAccess.js';

/**
 * Refuses requests to another name than this machine's own. Where nobody needs a token, being on this machine is all
 * that a client has to show, and a browser shows that for any page: one that has its own name lead here (DNS rebinding)
 * may then read the answers too. The name that it asks by gives it away.
 *
 * @param publicUrl where clients reach the gateway through something else on this machine; its host is let in.
 */
export function refuseForeignHosts(http: FastifyInstance, publicUrl: string | undefined): void {
  const publicHost = publicUrl === undefined ? undefined : new URL(publicUrl).hostname;
  http.addHook('onRequest', async ({ headers }, reply) => {
    // Browsers always name one.
    if (headers.host === undefined) return;
    const host = hostnameOf(headers.host);
    if (isLoopback(host) || host === publicHost) return;
    const message =
      'This gateway serves only its own machine, and the Host header names a different one. Use 127.0.0.1. ' +
      'An operator can set GATEWAY_PUBLIC_URL to allow this name, or GATEWAY_TOKENS or GATEWAY_JWKS_URL to authenticate clients.';
    const extensions = { code: 'FORBIDDEN', retryable: false };
    await reply.code(403).send({ errors: [{ message, extensions }] });
  });
}

/** Without its port, as `URL` spells it; empty where it is none. */
function hostnameOf(host: string): string {
  const address = `http://${host}`;
  return /^[\w.:[\]-]+$/.test(host) && URL.canParse(address) ? new URL(address).hostname : '';
}
