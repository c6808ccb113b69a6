import type { IncomingMessage, ServerResponse } from 'node:http';
import { SECOND_MS, type Clock } from '../lib/clock.js';

/** So long a client may go on sending what nobody reads any more. */
const LINGER_MS = 5 * SECOND_MS;

/** What is shorter is there before anybody answers. */
const SHORT_BODY_BYTES = 64 * 1024;

type End = (...args: readonly unknown[]) => ServerResponse;

/**
 * Lets the answer reach a client, or a proxy, that is still sending: a connection that is closed with its bytes
 * unread breaks off, and the answer is lost. So the answer goes out whole but isn't ended until all has come, which
 * is thrown away, or a while has passed.
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
    // Its length is announced: who reads it knows that it has all.
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

function mayBeLong({ headers }: IncomingMessage): boolean {
  if (headers['transfer-encoding'] !== undefined) return true;
  return Number(headers['content-length'] ?? 0) > SHORT_BODY_BYTES;
}
