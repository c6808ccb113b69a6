import type { Socket } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { SECOND_MS, type Clock } from '../../lib/clock.js';

/** How long a connection that has sent nothing yet may still send its first request. */
const FIRST_REQUEST_MS = SECOND_MS;

/** Turns of the event loop in which connections may still come before the port closes. */
const MOST_TURNS = 1000;

/**
 * Returns a function that accepts no more connections, and waits until each connection that was accepted has its
 * response. A proxy cannot send a POST again that it has sent to a connection which then breaks, so none is closed that
 * may still bring a request.
 *
 * @param http must not listen yet.
 */
export function createStop(
  http: FastifyInstance,
  clock: Clock,
): (graceMs: number) => Promise<void> {
  const { server } = http;
  const silent = new Set<Socket>();
  let accepted = 0;
  let closing: Promise<unknown> | null = null;
  server.on('connection', (socket: Socket) => {
    accepted += 1;
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
  });
  server.on('request', ({ socket }) => silent.delete(socket));
  http.addHook('onRequest', (_request, _reply, done) => {
    if (closing === null) done();
    else
      void closing.then(() => {
        done();
      });
  });
  /** Waits for a turn of the event loop that brings no connection. */
  const quiet = async (): Promise<void> => {
    let before = -1;
    for (let turn = 0; turn < MOST_TURNS && accepted !== before; turn += 1) {
      before = accepted;
      await setImmediate();
    }
  };
  return async (graceMs) => {
    if (!server.listening) return;
    // Closing the port breaks the connections that the event loop has not accepted yet. Few come while it does nothing
    // else, so requests wait until the port is closed.
    closing = quiet();
    await closing;
    const closed = new Promise((resolve) => server.close(resolve));
    const cancels = [
      clock.after(FIRST_REQUEST_MS, () => {
        for (const socket of silent) socket.destroy();
      }),
      clock.after(graceMs, () => {
        server.closeAllConnections();
      }),
    ];
    await closed;
    for (const cancel of cancels) cancel();
  };
}
