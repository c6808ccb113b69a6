import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { HttpConfig } from '../../src/config/config.js';
import { eventually } from '../storage/redis/support.js';
import { FakeClock } from '../support/clock.js';
import { createGate, startServer, type TestServer, type TestServerOptions } from './support.js';
import { askForUrl, noise, put, registerCall } from './uploadSupport.js';

const TIMEOUT_MS = 30_000;

let server: TestServer;
const sockets: Socket[] = [];

async function start(
  httpConfig: Partial<HttpConfig> = {},
  options: TestServerOptions = {},
): Promise<void> {
  server = await startServer({
    httpConfig: { requestTimeoutMs: TIMEOUT_MS, ...httpConfig },
    ...options,
  });
}
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await server.app.close();
});

/** A connection that keeps everything that it receives. */
class Client {
  received = '';
  readonly closed: Promise<unknown>;

  private constructor(readonly socket: Socket) {
    this.closed = once(socket, 'close');
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => (this.received += text));
    socket.on('error', () => undefined);
  }

  static async connect(): Promise<Client> {
    const socket = connect(Number(new URL(server.origin).port), '127.0.0.1');
    sockets.push(socket);
    const client = new Client(socket);
    await once(socket, 'connect');
    return client;
  }

  /** Resolves once the request's headers have been read. */
  async begin(request: string): Promise<void> {
    const began = once(server.app.http.server, 'request');
    this.socket.write(request);
    await began;
  }
}

const body = JSON.stringify({ query: '{ __typename } # é 語' });
const headers = (length: number, type = 'application/json'): string =>
  `POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: ${type}\r\nContent-Length: ${length}\r\n\r\n`;

describe('a slow client', () => {
  it.each([
    ['with its headers', 'POST /graphql HTTP/1.1\r\nHost: loc'],
    ['with its first byte', ''],
  ])('%s gets an error, and its connection is closed', async (_, beginning) => {
    // Node itself limits the time of headers, in real time.
    await start({ requestTimeoutMs: 100 });
    const client = await Client.connect();

    client.socket.write(beginning);
    await client.closed;

    expect(client.received).toMatch(/^HTTP\/1.1 408 Request Timeout\r\n/);
    expect(client.received).toContain('"message":"The request headers did not arrive in time."');
    expect(server.sandbox.requests).toEqual([]);
  });

  it.each([
    ['a length', headers(Buffer.byteLength(body))],
    [
      'chunks',
      'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n',
    ],
    ['another address', headers(Buffer.byteLength(body)).replace('/graphql', '/nothing')],
  ])('with its body gets an error, and its connection is closed: %s', async (_, request) => {
    const clock = new FakeClock();
    await start({}, { clock });
    const client = await Client.connect();
    await client.begin(request);

    await clock.advance(TIMEOUT_MS - 1);
    client.socket.write(request.includes('chunked') ? '1\r\n"\r\n' : body.slice(0, 5));
    expect(client.received).toBe('');
    await clock.advance(1);
    // The response to chunks stays open for a client that still sends.
    await eventually(() => client.received.includes('"errors"'));
    await clock.advance(5000);
    await client.closed;

    expect(client.received).toMatch(/^HTTP\/1.1 408 Request Timeout\r\n/);
    expect(client.received).toMatch(/connection: close/i);
    expect(client.received).toContain(`"The request body did not arrive within ${TIMEOUT_MS} ms."`);
    expect(server.sandbox.requests).toEqual([]);
    expect(clock.pending).toBe(0);
  });

  it('that sends its body in time is served', async () => {
    const clock = new FakeClock();
    await start({}, { clock });
    const client = await Client.connect();
    await client.begin(headers(Buffer.byteLength(body)));

    // Byte by byte: letters of several bytes come apart.
    for (const byte of Buffer.from(body)) client.socket.write(Buffer.of(byte));
    await eventually(() => client.received.includes('"Query"'));

    expect(client.received).toMatch(/^HTTP\/1.1 200 /);
    expect(clock.pending).toBe(0);
  });

  it('that disconnects during its body leaves nothing running', async () => {
    const clock = new FakeClock();
    await start({}, { clock });
    const client = await Client.connect();
    await client.begin(headers(Buffer.byteLength(body)));
    await eventually(() => clock.pending === 1);

    client.socket.destroy();

    await eventually(() => clock.pending === 0);
    expect(server.logged.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('can upload a recording as long as bytes arrive', async () => {
    const clock = new FakeClock();
    await start({}, { clock, config: { mediaIdleTimeoutMs: 2 * TIMEOUT_MS } });
    const url = await askForUrl(server, await registerCall(server));
    const { sending, answer } = put(url, { 'content-type': 'audio/mpeg', 'content-length': 3000 });
    const arriving = once(server.app.http.server, 'request');

    for (const count of [1, 2, 3]) {
      sending.write(noise(1000));
      const [{ socket }] = (await arriving) as [{ socket: Socket }];
      await eventually(() => socket.bytesRead > count * 1000);
      await clock.advance(TIMEOUT_MS);
    }
    sending.end();

    await eventually(async () => {
      await clock.advance(1);
      return server.sandbox.requestsTo('addCallRecording').length === 1;
    });
    expect((await answer).status).toBe(201);
  });

  it('does not include one with a long operation', async () => {
    const gate = createGate();
    const clock = new FakeClock();
    await start(
      // In real time. The headers of the operation must arrive earlier, also on a busy machine.
      { requestTimeoutMs: 2000 },
      { clock, fetch: gate.fetch, deadlineMs: 10 * TIMEOUT_MS },
    );
    const answer = server.post('{ users(first: 1) { nodes { id } } }');
    await gate.arrived;

    // The gateway closes this connection when the limit for headers is over.
    const other = await Client.connect();
    await other.closed;
    await clock.advance(2 * TIMEOUT_MS);
    gate.open();

    expect((await answer).status).toBe(200);
  });

  it('that does not read its response is disconnected', async () => {
    // In real time too, because Node measures how much the client reads.
    await start({ requestTimeoutMs: 2000 });
    const query = `{ ${Array.from({ length: 90 }, (_, n) => `a${n}: calls(first: 60) { nodes { transcript { text } } }`).join(' ')} }`;
    const asked = JSON.stringify({ query });
    const client = await Client.connect();
    const arriving = once(server.app.http.server, 'request');
    client.socket.pause().write(headers(asked.length) + asked);
    const [{ socket: connection }] = (await arriving) as [{ socket: Socket }];

    if (!connection.destroyed) await once(connection, 'close');

    expect(connection.bytesWritten).toBeGreaterThan(0);
    expect(client.received).toBe('');
  });
});

describe('connections', () => {
  it('are kept longer than proxies keep theirs', async () => {
    await start();

    const { headers } = await server.post('{ __typename }');

    expect(headers.get('keep-alive')).toBe('timeout=72');
  });
});

describe('too many connections', () => {
  it('are refused at once, and existing ones continue', async () => {
    await start({ maxConnections: 2 });
    const clients = [await Client.connect(), await Client.connect()];
    for (const client of clients) await client.begin(headers(Buffer.byteLength(body)));

    const third = await Client.connect();
    await third.closed;
    const fourth = await Client.connect();
    await fourth.closed;

    expect([third.received, fourth.received]).toEqual(['', '']);
    for (const client of clients) client.socket.write(body);
    await eventually(() => clients.every(({ received }) => received.includes('"Query"')));
    // Once, not for each of them.
    expect(server.logged).toEqual([
      {
        level: 'warn',
        fields: { maxConnections: 2 },
        message: 'New connections are rejected: GATEWAY_MAX_CONNECTIONS connections are open',
      },
    ]);

    // One that ends makes room for another.
    clients[0]?.socket.destroy();
    await eventually(async () => {
      const next = await Client.connect();
      next.socket.write(headers(Buffer.byteLength(body)) + body);
      await Promise.race([next.closed, once(next.socket, 'data')]);
      return next.received.includes('"Query"');
    });
  });
});
