import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createStop } from '../../src/http/requests/stopServing.js';
import { FakeClock, settle } from '../support/clock.js';

const REQUEST = 'GET / HTTP/1.1\r\nhost: gateway\r\nconnection: close\r\n\r\n';
const GRACE_MS = 30_000;

let clock: FakeClock;
let server: Server;
let stop: (graceMs: number) => Promise<void>;
const sockets: Socket[] = [];
beforeEach(async () => {
  clock = new FakeClock();
  server = createServer();
  stop = createStop(server, clock);
  await once(server.listen(0, '127.0.0.1'), 'listening');
});
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  server.close();
});

/** A connection that the server has accepted. */
async function accepted(): Promise<Socket> {
  const connecting = once(server, 'connection');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  sockets.push(socket);
  await connecting;
  return socket;
}

/** Sends a request, and returns the response that the server has not yet ended. */
async function askOn(socket: Socket): Promise<ServerResponse> {
  const arriving = once(server, 'request') as Promise<[unknown, ServerResponse]>;
  socket.write(REQUEST);
  const [, response] = await arriving;
  return response;
}

/** Stops the server, and returns whether it has stopped. */
function stopping(): { readonly ended: Promise<void>; readonly hasEnded: () => boolean } {
  let hasEnded = false;
  const ended = stop(GRACE_MS).then(() => {
    hasEnded = true;
  });
  return { ended, hasEnded: () => hasEnded };
}

describe('a server that stops', () => {
  it('accepts no connection, and waits for the responses of those that it has', async () => {
    const socket = await accepted();
    const response = await askOn(socket);

    const { ended, hasEnded } = stopping();
    await settle();
    const before = [server.listening, hasEnded()];
    response.end('done');
    await ended;

    expect(before).toEqual([false, false]);
    expect(await text(socket)).toContain('done');
    expect(clock.pending).toBe(0);
  });

  it('serves a connection that sends its first request afterwards', async () => {
    const socket = await accepted();

    const { ended } = stopping();
    await clock.advance(999);
    const response = await askOn(socket);
    await clock.advance(1);
    response.end('done');
    await ended;

    expect(await text(socket)).toContain('done');
  });

  it('closes a connection that sends nothing for a second', async () => {
    const socket = await accepted();
    const closed = once(socket, 'close');

    const { ended, hasEnded } = stopping();
    await clock.advance(999);
    const before = hasEnded();
    await clock.advance(1);
    await Promise.all([ended, closed]);

    expect(before).toBe(false);
  });

  it('breaks a connection whose response does not end in time', async () => {
    const socket = await accepted();
    await askOn(socket);
    const closed = once(socket, 'close');

    const { ended, hasEnded } = stopping();
    await clock.advance(GRACE_MS - 1);
    const before = hasEnded();
    await clock.advance(1);
    await Promise.all([ended, closed]);

    expect(before).toBe(false);
  });

  it('has stopped already when it does not listen', async () => {
    await stop(GRACE_MS);

    await expect(stop(GRACE_MS)).resolves.toBeUndefined();
    expect(clock.pending).toBe(0);
  });
});
