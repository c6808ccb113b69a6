import { once } from 'node:events';
import {
  createServer,
  type Agent,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createTcpServer, type AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { systemClock } from '../../src/lib/clock.js';
import { NotSentError, type FetchInit } from '../../src/gong/exchange.js';
import { FakeClock } from '../support/clock.js';
import { eventually } from '../storage/redis/support.js';
import { createKeepAliveFetch, reporting } from '../../src/gong/fetch.js';

const gong = createKeepAliveFetch(systemClock);
const { fetch } = gong;
let server: Server;
let origin: string;
/** What the server does with the next request. */
let answer: (request: IncomingMessage) => Promise<{ status: number; body: string }>;
let connections: number;

beforeEach(async () => {
  connections = 0;
  server = createServer((request, response) => {
    answer(request).then(
      ({ status, body }) => {
        response.writeHead(status, { 'retry-after': '7' }).end(body);
      },
      () => {
        response.destroy();
      },
    );
  });
  server.on('connection', () => {
    connections += 1;
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(() => {
  gong.close();
  server.closeAllConnections();
  server.close();
});

const init = (members: Partial<FetchInit> = {}): FetchInit => ({
  method: 'POST',
  headers: { 'x-test': '1' },
  redirect: 'manual',
  signal: new AbortController().signal,
  onSent: () => undefined,
  ...members,
});

describe('a sent request', () => {
  it.each<[string, Partial<FetchInit>]>([
    ['a GET with a body', { method: 'GET', body: '["é"]' }],
    ['a POST with a body', { body: '["é"]' }],
    ['a DELETE with a body', { method: 'DELETE', body: '["é"]' }],
    ['a stream', { method: 'PUT', body: Readable.from([Buffer.from('["'), Buffer.from('é"]')]) }],
  ])('arrives completely: %s', async (_, members) => {
    answer = async (request) => {
      const { method, headers } = request;
      return {
        status: 201,
        body: `${method ?? ''} ${String(headers['x-test'])} ${await text(request)}`,
      };
    };
    let sent = 0;
    const onSent = (): void => void (sent += 1);

    const response = await fetch(`${origin}/v2/x`, init({ ...members, onSent }));

    expect(response.status).toBe(201);
    expect(response.headers.get('Retry-After')).toBe('7');
    expect(response.headers.get('x-none')).toBeNull();
    expect(await response.text()).toBe(`${members.method ?? 'POST'} 1 ["é"]`);
    expect(sent).toBe(1);
  });

  it('uses a kept connection, or one of its own', async () => {
    answer = async (request) => ({ status: 200, body: await text(request) });
    const send = async (members: Partial<FetchInit>) =>
      (await fetch(origin, init({ body: '{}', ...members }))).text();

    await send({});
    await send({});
    expect(connections).toBe(1);
    await send({ isFresh: true });
    await send({ isFresh: true });
    expect(connections).toBe(3);
  });
});

describe('an agent without the method that Node does not document', () => {
  it('counts a request from the beginning, as one that was sent', () => {
    const agent = Object.create(null) as Agent;
    const reported: string[] = [];

    const used = reporting(agent, {
      onSocket: () => reported.push('socket'),
      onConnected: () => reported.push('connected'),
      onSent: () => reported.push('sent'),
    });

    expect(used).toBe(agent);
    expect(reported).toEqual(['connected', 'sent']);
  });
});

describe('a response', () => {
  it.each([
    [10, 10],
    [11, null],
    [1_000_000, null],
  ])('of %d bytes is read completely up to the limit of 10, or aborted', async (length, read) => {
    answer = () => Promise.resolve({ status: 200, body: 'x'.repeat(length) });
    const response = await fetch(origin, init({ method: 'GET', maxBytes: 10 }));

    const body = await response.text().catch(() => null);

    expect(body?.length ?? null).toBe(read);
  });
});

describe('a failure', () => {
  it.each<[string, Partial<FetchInit>]>([
    ['a request', { body: '{}' }],
    ['a GET with a body', { method: 'GET', body: '{}' }],
    ['a stream', { body: Readable.from([Buffer.from('a')]) }],
  ])('to connect is distinguished from others, for %s', async (_, members) => {
    const closed = createTcpServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const { port } = closed.address() as AddressInfo;
    closed.close();
    await once(closed, 'close');

    await expect(fetch(`http://127.0.0.1:${port}`, init(members))).rejects.toBeInstanceOf(
      NotSentError,
    );

    answer = () => Promise.reject(new Error('Hang up.'));
    const body =
      members.body instanceof Readable ? Readable.from([Buffer.from('a')]) : members.body;
    const failed = fetch(origin, init({ ...members, ...(body === undefined ? {} : { body }) }));
    await expect(failed).rejects.toThrow();
    await expect(failed).rejects.not.toBeInstanceOf(NotSentError);
  });

  it('of a stream’s source aborts the connection', async () => {
    const seen: boolean[] = [];
    let arrive: () => void = () => undefined;
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    let told: () => void = () => undefined;
    const over = new Promise<void>((resolve) => (told = resolve));
    answer = async (request) => {
      try {
        for await (const chunk of request) if ((chunk as Buffer).length > 0) arrive();
        return { status: 201, body: '' };
      } finally {
        seen.push(request.complete);
        told();
      }
    };
    const body = Readable.from(
      (async function* () {
        yield Buffer.from('a');
        await arrived;
        throw new Error('The client left.');
      })(),
    );

    await expect(fetch(origin, init({ body }))).rejects.toThrow('The client left.');

    await over;
    expect(seen).toEqual([false]);
  });
});

describe('an unneeded stream', () => {
  it('stays unread when the request is refused for its headers', async () => {
    server.on('checkContinue', (_request, response: ServerResponse) => {
      response.writeHead(429, { 'retry-after': '7' }).end('Slow.');
    });
    let reads = 0;
    const body = new Readable({
      read() {
        reads += 1;
      },
    });

    const response = await fetch(origin, init({ body }));

    expect([response.status, await response.text()]).toEqual([429, 'Slow.']);
    expect(response.headers.get('retry-after')).toBe('7');
    expect(reads).toBe(0);
    expect(body.destroyed).toBe(true);
  });
});

describe('a server without support for `Expect`', () => {
  it('gets the stream 1 second after the headers', async () => {
    const clock = new FakeClock();
    const patient = createKeepAliveFetch(clock);
    let received = '';
    const silent = createTcpServer((socket) => {
      socket.on('data', (bytes) => {
        received += bytes.toString();
        if (received.endsWith('\r\n0\r\n\r\n')) {
          socket.end('HTTP/1.1 201 Created\r\ncontent-length: 2\r\n\r\nok');
        }
      });
    });
    silent.listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const answering = patient.fetch(url, init({ body: Readable.from([Buffer.from('abc')]) }));
    await eventually(() => received.endsWith('\r\n\r\n') && clock.pending === 1);
    await clock.advance(999);
    expect(received).toMatch(/expect: 100-continue/i);
    expect(received).not.toContain('abc');

    await clock.advance(1);

    const response = await answering;
    expect([response.status, await response.text()]).toEqual([201, 'ok']);
    expect(received).toContain('abc');
    expect(clock.pending).toBe(0);
    silent.close();
    patient.close();
  });
});

describe('a response before the whole stream was sent', () => {
  it('is read and ends the stream', async () => {
    answer = async (request) => {
      await once(request, 'data');
      return { status: 413, body: 'Too large.' };
    };
    const body = new Readable({
      read() {
        setImmediate(() => this.push(Buffer.alloc(65_536)));
      },
    });
    body.on('error', () => undefined);

    const response = await fetch(origin, init({ body }));

    expect(response.status).toBe(413);
    expect(await response.text()).toBe('Too large.');
    await new Promise((resolve) => body.once('close', resolve));
  });
});
