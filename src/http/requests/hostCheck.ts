import type { FastifyInstance } from 'fastify';
import { isLoopback } from '../../config/gongAccess.js';
import { refuse } from './refusal.js';

/**
 * Refuses requests to any name that does not belong to this machine. When clients need not authenticate, a request
 * from this machine is sufficient, and a browser sends one for any page. A page whose own name resolves to this
 * machine (DNS rebinding) could then read responses, but its requests contain that name.
 *
 * @param publicUrl URL at which clients reach the gateway through a proxy on this machine; its host is accepted.
 */
export function refuseForeignHosts(http: FastifyInstance, publicUrl: string | undefined): void {
  const publicHost = publicUrl === undefined ? undefined : new URL(publicUrl).hostname;
  http.addHook('onRequest', async ({ headers }, reply) => {
    // Browsers always send a host.
    if (headers.host === undefined) return;
    const host = hostnameOf(headers.host);
    if (isLoopback(host) || host === publicHost) return;
    const message =
      'This gateway serves only its own machine, and the Host header names a different one. Use 127.0.0.1. ' +
      'An operator can set GATEWAY_PUBLIC_URL to allow this name, or GATEWAY_TOKENS or GATEWAY_JWKS_URL to authenticate clients.';
    await refuse(reply, 403, 'FORBIDDEN', message);
  });
}

/** Returns the host without its port, as `URL` spells it; empty when it is invalid. */
function hostnameOf(host: string): string {
  const address = `http://${host}`;
  return /^[\w.:[\]-]+$/.test(host) && URL.canParse(address) ? new URL(address).hostname : '';
}
