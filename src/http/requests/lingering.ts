import type { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { SECOND_MS, type Clock } from '../../lib/clock.js';

/** How long a client may continue to send data that is not read. */
const LINGER_MS = 5 * SECOND_MS;

/** A shorter body has arrived before the response. */
const SHORT_BODY_BYTES = 64 * 1024;

type End = (...args: readonly unknown[]) => ServerResponse;

/**
 * Delivers a response to a client or proxy that is still sending. Closing a connection with unread data resets it,
 * and the response is lost. So the response is sent completely but ended only when the rest has arrived and was
 * discarded, or after a while.
 */
export function lingerForAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  clock: Clock,
): void {
  if (!mayBeLong(request)) return;
  const end = response.end.bind(response) as End;
  const endLater: End = (payload, ...others) => {
    if (request.complete || request.destroyed) return end(payload, ...others);
    // The response has a length, so the client knows when it is complete.
    if (typeof payload === 'string' || Buffer.isBuffer(payload)) response.write(payload);
    const { socket } = request;
    const stop = (): void => {
      cancel();
      request.off('end', stop);
      socket.off('close', stop);
      end();
    };
    const cancel = clock.after(LINGER_MS, () => {
      response.once('finish', () => socket.destroy());
      stop();
    });
    request.once('end', stop);
    socket.once('close', stop);
    request.unpipe();
    request.resume();
    return response;
  };
  response.end = endLater as typeof response.end;
}

function mayBeLong({ headers, socket }: IncomingMessage): boolean {
  // A request that came as an object has no connection.
  if (!(socket instanceof Socket)) return false;
  if (headers['transfer-encoding'] !== undefined) return true;
  return Number(headers['content-length'] ?? 0) > SHORT_BODY_BYTES;
}
