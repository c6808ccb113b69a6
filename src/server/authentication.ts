import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ClientToken } from '../config.js';
import type { Logger } from '../gong/client.js';

const clients = new WeakMap<IncomingMessage, string>();

/** Name of the client that sent the request; undefined where none has to prove itself. */
export function clientOf({ raw }: FastifyRequest): string | undefined {
  return clients.get(raw);
}

/**
 * Lets in clients that send one of the configured bearer tokens; everyone, where none is configured
 * (`parseConfig` then insists on loopback or on GATEWAY_OPEN).
 */
export function createAuthentication(tokens: readonly ClientToken[], logger: Logger) {
  const known = tokens.map(({ client, token }) => ({ client, digest: digest(token) }));
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    if (known.length === 0) return;
    const sent = /^Bearer +(.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const sentDigest = digest(sent.trim());
    // Every token is compared, each in constant time: how long it takes tells nothing.
    const matches = known.filter((each) => timingSafeEqual(each.digest, sentDigest));
    const [match] = matches;
    if (match !== undefined) {
      logger.debug({ client: match.client }, 'A client asks');
      clients.set(request.raw, match.client);
      return;
    }
    await reply
      .code(401)
      .header('www-authenticate', 'Bearer')
      .send({
        errors: [
          {
            message: 'Send "Authorization: Bearer <token>" with a token of this gateway.',
            extensions: { code: 'UNAUTHENTICATED', retryable: false },
          },
        ],
      });
  };
}

/** Digests have one length, which comparison in constant time needs. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
