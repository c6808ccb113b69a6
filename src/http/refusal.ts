import type { FastifyReply } from 'fastify';

/** Refuses a request outside of GraphQL in its shape. */
export function refuse(
  reply: FastifyReply,
  status: number,
  code: string,
  message: string,
  retryable = false,
): FastifyReply {
  return reply.code(status).send({ errors: [{ message, extensions: { code, retryable } }] });
}
