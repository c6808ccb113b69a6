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
    const { socket } = request;
    request.unpipe();
    request.resume();
    const stop = (): void => {
      cancel();
      request.off('end', stop);
      socket.off('close', stop);
    };
    const cancel = clock.after(LINGER_MS, () => {
      stop();
      socket.destroy();
    });
    request.once('end', stop);
    // The request itself may have been told already that its answer is out.
    socket.once('close', stop);
  });
}
