import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Fastify, { type FastifyInstance } from 'fastify';
import { createStop } from '../../src/http/requests/stopServing.js';
import { FakeClock, settle } from '../support/clock.js';

const REQUEST = 'GET / HTTP/1.1\r\nhost: gateway\r\nconnection: close\r\n\r\n';
const GRACE_MS = 30_000;

let clock: FakeClock;
let http: FastifyInstance;
let stop: (graceMs: number) => Promise<void>;
/** Gets the response of each request, which is still to be ended. */
let onRequest: (response: ServerResponse) => void;
const sockets: Socket[] = [];
beforeEach(async () => {
  clock = new FakeClock();
  http = Fastify();
  stop = createStop(http, clock);
  http.get('/', (_request, reply) => {
    reply.hijack();
    onRequest(reply.raw);
  });
  await http.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await http.close();
});

/** A connection that the server has accepted. */
async function accepted(): Promise<Socket> {
  const connecting = once(http.server, 'connection');
  const socket = connect((http.server.address() as AddressInfo).port, '127.0.0.1');
  sockets.push(socket);
  await connecting;
  return socket;
}

/** Sends a request, and returns its response. */
function askOn(socket: Socket): Promise<ServerResponse> {
  const arriving = new Promise<ServerResponse>((resolve) => (onRequest = resolve));
  socket.write(REQUEST);
  return arriving;
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
    const before = [http.server.listening, hasEnded()];
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
