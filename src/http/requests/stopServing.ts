import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { SECOND_MS, type Clock } from '../../lib/clock.js';

/** How long a connection that has sent nothing yet may still send its first request. */
const FIRST_REQUEST_MS = SECOND_MS;

/**
 * Returns a function that accepts no more connections, and waits until each connection that was accepted has its
 * response. A proxy cannot send a POST again that it has sent to a connection which then breaks, so none is closed that
 * may still bring a request.
 *
 * @param server must not listen yet.
 */
export function createStop(server: Server, clock: Clock): (graceMs: number) => Promise<void> {
  const silent = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
  });
  server.on('request', ({ socket }) => silent.delete(socket));
  return async (graceMs) => {
    if (!server.listening) return;
    // The event loop has just accepted every connection that waited. Closing breaks those that come until then.
    await setImmediate();
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
