import type { IncomingMessage } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { bearerTokenOf } from '../../access/clients/bearer.js';
import type { Authenticator } from '../../access/clients/authenticator.js';
import type { Client, Refusal } from '../../access/clients/client.js';
import type { AuditLog } from '../../telemetry/audit/auditLog.js';
import { addressOf } from './clientAddress.js';
import { refuse } from '../requests/refusal.js';
import { refuseLogin, type FailedLogins } from './failedLogins.js';
import type { Logger } from '../../lib/logger.js';

const clients = new WeakMap<IncomingMessage, Client>();

/**
 * Returns the client of a request.
 *
 * @throws Error when the route has no authentication, so that no request has a client by default.
 */
export function clientOf({ raw }: FastifyRequest): Client {
  const client = clients.get(raw);
  if (client === undefined) throw new Error('This route does not authenticate its clients.');
  return client;
}

/** Returns the client of a request for the audit log, as far as it is authenticated. */
export function knownClientOf({ raw }: FastifyRequest) {
  const client = clients.get(raw);
  return client && { client: client.name, tenant: client.tenant, viewer: client.person };
}

/** Returns a hook that accepts the authenticator's clients and refuses others with a reason. */
export function createAuthentication(
  authenticator: Authenticator,
  logger: Logger,
  audit: AuditLog | null,
  failedLogins: FailedLogins,
) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const { raw, headers, id } = request;
    ignoreOtherSchemes(headers);
    const authentication = await authenticator.authenticate(headers.authorization);
    if ('client' in authentication) {
      const { client, isSigned = false } = authentication;
      const token = bearerTokenOf(headers.authorization);
      const isGuessable = token !== undefined && !authenticator.isOpen && !isSigned;
      const waitMs = isGuessable ? await failedLogins.admit(request, token) : 0;
      if (waitMs > 0) {
        await refuseLogin(reply, waitMs);
        return;
      }
      if (!authenticator.isOpen) logger.debug({ client: client.name }, 'Client authenticated');
      clients.set(raw, client);
      return;
    }
    const { refusal } = authentication;
    logger.debug({ reason: refusal.message }, 'Client rejected');
    audit?.badToken({ requestId: id }, refusal.kind, addressOf(request));
    const { kind, claimedName = null, isSigned = false } = refusal;
    const isGuess = kind === 'invalid-token' && !isSigned;
    const waitMs = isGuess ? await failedLogins.fail(request, claimedName) : 0;
    await (waitMs > 0 ? refuseLogin(reply, waitMs) : refuseClient(reply, refusal));
  };
}

/**
 * Deletes an `Authorization` header with another scheme. CSRF prevention relies on it: a browser sends a bearer token
 * only after a preflight request, but adds a user name and password by itself, even for a page of another origin.
 */
function ignoreOtherSchemes(headers: FastifyRequest['headers']): void {
  if (bearerTokenOf(headers.authorization) === undefined) delete headers.authorization;
}

/** Refuses a client as RFC 6750 says. */
function refuseClient(reply: FastifyReply, refusal: Refusal): FastifyReply {
  const { kind, message, retryAfterSeconds } = refusal;
  if (kind === 'unavailable') {
    const code = 'AUTHENTICATION_UNAVAILABLE';
    if (retryAfterSeconds !== undefined) void reply.header('retry-after', retryAfterSeconds);
    return reply
      .code(503)
      .header('cache-control', 'no-store')
      .send({ errors: [{ message, extensions: { code, retryable: true, retryAfterSeconds } }] });
  }
  const challenge = kind === 'no-token' ? 'Bearer' : 'Bearer error="invalid_token"';
  return refuse(reply.header('www-authenticate', challenge), 401, 'UNAUTHENTICATED', message);
}
