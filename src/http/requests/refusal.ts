import type { FastifyReply } from 'fastify';
import type { ErrorCode } from '../../lib/errorCodes.js';

/** Refuses a request before GraphQL, in its format. */
export function refuse(
  reply: FastifyReply,
  status: number,
  code: ErrorCode,
  message: string,
  retryable = false,
): FastifyReply {
  return reply.code(status).send({ errors: [{ message, extensions: { code, retryable } }] });
}
