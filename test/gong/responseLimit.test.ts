import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { pipeline, Readable, type Transform } from 'node:stream';
import { constants, createBrotliCompress, createDeflate, createGzip, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { systemClock } from '../../src/lib/clock.js';
import type { Fetch } from '../../src/gong/exchange.js';
import { createKeepAliveFetch } from '../../src/gong/fetch.js';
import { OAuthEndpoint } from '../../src/gong/oauth.js';
import type { GongRequest } from '../../src/gong/request.js';
import { MIB } from '../../src/gong/responseLimit.js';
import { FakeClock } from '../support/clock.js';
import { createCaller, createTestClient, FakeWire } from './support.js';

/** Only so much is compressed before it is sent, so that bytes flow from the first. */
const PIECE = Buffer.alloc(64 * 1024, '[1,2,3],');
/** What a server may have handed to the network of what nobody reads. */
const MAX_IN_FLIGHT_BYTES = 32 * MIB;

const encoders: Readonly<Record<string, () => Transform>> = {
  br: () =>
    createBrotliCompress({
      flush: constants.BROTLI_OPERATION_FLUSH,
      params: { [constants.BROTLI_PARAM_QUALITY]: 1 },
    }),
  gzip: () => createGzip({ flush: constants.Z_SYNC_FLUSH }),
  deflate: () => createDeflate({ flush: constants.Z_SYNC_FLUSH }),
};

interface Outcome {
  /** Whether the server came to the end of what it had to send. */
  readonly isFinished: boolean;
  readonly bytesWritten: number;
}

let server: Server;
let origin: string;
let answer: (response: ServerResponse, request: IncomingMessage) => void;
/** How each connection ended, in order. */
let closed: Promise<Outcome>[];
let requests: number;

const gong = createKeepAliveFetch(systemClock, MIB);
/** The clients of these tests know no other host. */
const fetch: Fetch = (url, init) => gong.fetch(url.replace('https://gong.test', origin), init);

beforeEach(async () => {
  closed = [];
  requests = 0;
  server = createServer((request, response) => {
    requests += 1;
    closed.push(
      once(response, 'close').then(() => ({
        isFinished: response.writableFinished,
        bytesWritten: request.socket.bytesWritten,
      })),
    );
    answer(response, request);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(() => {
  gong.close();
  server.closeAllConnections();
  server.close();
});

/** Sends without end until the other side closes the connection. */
function sendEndlessly(response: ServerResponse, encoding = 'identity', status = 200): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
  });
  const endless = Readable.from(
    (function* () {
      for (;;) yield PIECE;
    })(),
  );
  const encoder = encoders[encoding]?.();
  const ignored = (): void => undefined;
  if (encoder === undefined) pipeline(endless, response, ignored);
  else pipeline(endless, encoder, response, ignored);
}

function setUp() {
  const clock = new FakeClock();
  const { client } = createTestClient({ clock, wire: new FakeWire(clock), fetch });
  const { caller } = createCaller(clock);
  return { client, caller };
}

async function expectReadingStopped(): Promise<void> {
  expect(requests).toBe(1);
  const outcome = await closed[0];
  expect(outcome?.isFinished).toBe(false);
  expect(outcome?.bytesWritten).toBeLessThan(MAX_IN_FLIGHT_BYTES);
}

const tooLarge = {
  kind: 'bad-response',
  isRetryable: false,
  message: expect.stringMatching(/ larger than 1 MiB.+GATEWAY_MAX_GONG_RESPONSE_MIB/),
};
const described: GongRequest = { operation: 'listUsers' };
const raw = (method: 'GET' | 'POST', body?: object): GongRequest => ({
  operation: 'undescribed',
  method,
  pathname: '/v2/new',
  body,
});

describe('an endless response of Gong', () => {
  it.each(['br', 'gzip', 'deflate', 'identity'])(
    'is refused at the limit, and its connection closed: %s',
    async (encoding) => {
      answer = (response) => {
        sendEndlessly(response, encoding);
      };
      const { client, caller } = setUp();

      await expect(client.read(described, caller)).rejects.toMatchObject(tooLarge);

      await expectReadingStopped();
    },
  );

  it('is refused and its connection closed even when all of it has arrived', async () => {
    const bomb = gzipSync(Buffer.alloc(8 * MIB, '[1,2,3],'));
    // Only the gateway closes it.
    server.keepAliveTimeout = 0;
    const ended = once(server, 'connection').then(async ([socket]) => {
      await once(socket as Socket, 'close');
      return 'closed';
    });
    answer = (response) => {
      response
        .writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
        .end(bomb);
    };
    const { client, caller } = setUp();

    await expect(client.read(described, caller)).rejects.toMatchObject(tooLarge);

    expect(await ended).toBe('closed');
    expect(bomb.length).toBeLessThan(64 * 1024);
  });

  it.each([400, 401, 404, 429, 500])('is refused under status %d', async (status) => {
    answer = (response) => {
      sendEndlessly(response, 'gzip', status);
    };
    const { client, caller } = setUp();

    await expect(client.read(described, caller)).rejects.toMatchObject({ ...tooLarge, status });

    await expectReadingStopped();
  });

  it.each([
    ['a GET', raw('GET'), 'br'],
    ['a GET with a body', raw('GET', { a: 1 }), 'identity'],
    ['a POST', raw('POST', { a: 1 }), 'br'],
  ])('is refused of a raw request: %s', async (_, request, encoding) => {
    answer = (response) => {
      sendEndlessly(response, encoding);
    };
    const { client, caller } = setUp();

    await expect(client.read(request, caller)).rejects.toMatchObject(tooLarge);

    await expectReadingStopped();
  });

  it.each([
    [
      200,
      {
        ...tooLarge,
        message: expect.stringMatching(
          /The change may have been made: check in Gong before you try again\.$/,
        ),
      },
    ],
    [400, tooLarge],
    [500, { kind: 'outcome-unknown' }],
  ])('says what is known of a write: status %d', async (status, expected) => {
    answer = (response) => {
      sendEndlessly(response, 'gzip', status);
    };
    const { client, caller } = setUp();

    await expect(client.write(raw('POST', { a: 1 }), caller)).rejects.toMatchObject(expected);

    await expectReadingStopped();
  });

  it('is refused for an upload', async () => {
    answer = (response, request) => {
      request.resume();
      sendEndlessly(response);
    };
    const response = await fetch(`${origin}/v2/calls/1/media`, {
      method: 'PUT',
      headers: {},
      body: Readable.from([Buffer.from('sound')]),
      redirect: 'manual',
      signal: new AbortController().signal,
      onSent: () => undefined,
    });

    await expect(response.text()).rejects.toMatchObject({ name: 'ResponseTooLargeError' });

    await expectReadingStopped();
  });

  it('is refused for OAuth tokens', async () => {
    answer = (response) => {
      sendEndlessly(response, 'gzip');
    };
    const endpoint = new OAuthEndpoint({
      client: { baseUrl: origin, clientId: 'id', clientSecret: 'secret', redirectUri: origin },
      fetch,
      clock: new FakeClock(),
      anyHost: true,
    });

    await expect(endpoint.refresh('token')).rejects.toMatchObject({
      problem: 'unavailable',
      message: expect.stringContaining('more than 1048576 bytes'),
    });

    await expectReadingStopped();
  });
});

it.each([
  ['of just the limit is read', MIB, true],
  ['of one byte more is refused', MIB + 1, false],
])('a compressed response %s', async (_, length, isRead) => {
  const body = `{"users":[]${' '.repeat(length - 12)}}`;
  answer = (response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(body));
  };
  const { client, caller } = setUp();

  const outcome = await client.read(described, caller).then(
    () => true,
    () => false,
  );

  expect(outcome).toBe(isRead);
});
