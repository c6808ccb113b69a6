import type { FastifyReply, FastifyRequest } from 'fastify';
import { SECOND_MS, type Clock } from '../gong/clock.js';

/** So long a client may go on sending what nobody reads any more. */
const LINGER_MS = 5 * SECOND_MS;

/**
 * Lets the answer reach a client that is still sending: closed at once, its connection would break off before it
 * has read it. What comes is thrown away, for a while.
 */
export function lingerForAnswer(
  { raw: request }: FastifyRequest,
  { raw: response }: FastifyReply,
  clock: Clock,
): void {
  response.once('finish', () => {
    if (request.complete) return;
    request.unpipe();
    request.resume();
    const cancel = clock.after(LINGER_MS, () => {
      request.destroy();
    });
    request.once('end', cancel).once('close', cancel);
  });
}
