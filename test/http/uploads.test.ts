import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Fault } from '../../sandbox/src/index.js';
import { eventually } from '../storage/redis/support.js';
import { FakeClock, settle } from '../support/clock.js';
import { policyIn } from '../support/config.js';
import { startServer, type TestServer, type TestServerOptions } from './support.js';
import { askForUrl, noise, put, putAll, registerUpload, sha256 } from './uploadSupport.js';

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const page = '<!doctype html><title>Sign in</title>';

let server: TestServer;

afterEach(async () => {
  await server.app.close();
});

async function setUp(options: TestServerOptions = {}) {
  server = await startServer(options);
  return registerUpload(server);
}

describe('PUT /uploads/<ticket>', () => {
  it('passes the bytes on to Gong in one part', async () => {
    const { callId, url, sent } = await setUp();
    const bytes = noise(300_000);
    expect(url).toMatch(new RegExp(`^${server.origin}/uploads/[\\w-]+$`));

    const { status, headers, json } = await putAll(url, bytes, {
      'content-type': 'audio/mpeg',
      'content-length': bytes.length,
    });

    expect(status).toBe(201);
    expect(headers['cache-control']).toBe('no-store');
    expect(json).toEqual({
      callId,
      callUrl: expect.stringContaining(callId),
      requestId: expect.any(String),
      extensions: { gong: expect.objectContaining({ requests: 1 }) },
    });
    expect(sent()).toMatchObject([
      {
        path: `/v2/calls/${callId}/media`,
        form: [
          { name: 'mediaFile', contentType: 'audio/mpeg', bytes: 300_000, sha256: sha256(bytes) },
        ],
      },
    ]);
  });

  it('is refused when the client has no Gong requests left today, and the URL stays valid', async () => {
    const clock = new FakeClock();
    const { url, sent } = await setUp({ clock, config: { clientRequestsPerDay: 1 } });
    const bytes = noise(1000);
    const headers = { 'content-type': 'audio/mpeg', 'content-length': bytes.length };
    const refused = await putAll(url, bytes, headers);

    expect([refused.status, sent().length]).toEqual([429, 0]);
    expect(refused.headers['retry-after']).toBe('43200');
    expect(refused.json.errors).toMatchObject([{ extensions: { code: 'QUOTA_EXHAUSTED' } }]);
    expect(await putAll(url, bytes, headers)).toMatchObject({
      json: { errors: [{ extensions: { code: 'QUOTA_EXHAUSTED' } }] },
    });
  });

  it('accepts a body of unknown length in chunks', async () => {
    const { url, sent } = await setUp();
    const pieces = [noise(10), noise(70_000), noise(1)];
    const { sending, answer } = put(url, { 'content-type': 'video/mp4' });

    for (const piece of pieces) {
      sending.write(piece);
      await settle();
    }
    sending.end();

    expect((await answer).status).toBe(201);
    expect(sent()[0]?.form?.[0]?.sha256).toBe(sha256(Buffer.concat(pieces)));
  });

  it('accepts a recording once', async () => {
    const { url, sent } = await setUp();
    await putAll(url, noise(100));

    const again = await putAll(url, noise(100));

    expect(again.status).toBe(403);
    expect(again.json.errors).toMatchObject([
      { message: expect.stringContaining('was already used'), extensions: { code: 'FORBIDDEN' } },
    ]);
    expect(sent()).toHaveLength(1);
  });

  it('accepts one of two simultaneous uploads', async () => {
    const { url, sent } = await setUp();

    const answers = await Promise.all([putAll(url, noise(100)), putAll(url, noise(100))]);

    expect(answers.map(({ status }) => status).sort()).toEqual([201, 403]);
    expect(sent()).toHaveLength(1);
  });

  it.each<[string, (url: string) => string]>([
    ['was changed', (url) => `${url.slice(0, -3)}AAA`],
    ['was added to', (url) => `${url}=`],
    ['was made up', (url) => url.replace(/[^/]+$/, 'abc')],
    ['is missing', (url) => url.replace(/[^/]+$/, '')],
  ])('refuses a ticket that %s', async (_, change) => {
    const { url, sent } = await setUp();

    const { status, json } = await putAll(change(url), noise(100));

    expect(status).toBe(403);
    expect(json.errors?.[0]?.extensions).toEqual({ code: 'FORBIDDEN', retryable: false });
    expect(sent()).toEqual([]);
  });

  it('refuses a ticket after 15 minutes', async () => {
    const clock = new FakeClock();
    const { url, sent } = await setUp({ clock });
    await clock.advance(15 * 60_000);

    const { status, json } = await putAll(url, noise(100));

    expect(status).toBe(403);
    expect(json.errors?.[0]?.message).toContain('has expired');
    expect(sent()).toEqual([]);
  });

  it.each<[string, Buffer, Record<string, string | number>, number]>([
    ['text', noise(10), { 'content-type': 'text/plain' }, 415],
    ['a picture', png, {}, 415],
    ['a picture that is called audio', png, { 'content-type': 'audio/mpeg' }, 415],
    [
      'a page that is called audio, with its length',
      Buffer.from(page),
      { 'content-type': 'audio/mpeg', 'content-length': page.length },
      415,
    ],
    ['nothing', Buffer.alloc(0), { 'content-type': 'audio/mpeg' }, 400],
    [
      'nothing, as it says',
      Buffer.alloc(0),
      { 'content-type': 'audio/mpeg', 'content-length': 0 },
      400,
    ],
  ])(
    'refuses %s without a Gong request, and accepts a recording afterward',
    async (_, body, headers, status) => {
      const { url, sent } = await setUp();

      const refused = await putAll(url, body, headers);

      expect(refused.status).toBe(status);
      expect(refused.json.errors?.[0]?.extensions).toEqual({
        code: 'BAD_USER_INPUT',
        retryable: false,
      });
      expect(sent()).toEqual([]);
      expect((await putAll(url, noise(100))).status).toBe(201);
    },
  );

  it.each<[string, Record<string, string | number>, number, RegExp]>([
    [
      'a packed body',
      { 'content-type': 'audio/wav', 'content-encoding': 'gzip' },
      415,
      /Content-Encoding is not supported/,
    ],
    [
      'a part of one',
      { 'content-type': 'audio/wav', 'content-range': 'bytes 0-1/9' },
      400,
      /Content-Range is not supported/,
    ],
    ['no media type', { 'content-type': 'audio' }, 415, /must be audio or video/],
  ])('refuses %s', async (_, headers, status, message) => {
    const { url, sent } = await setUp();

    const refused = await putAll(url, noise(100), headers);

    expect(refused.status).toBe(status);
    expect(refused.json.errors).toMatchObject([
      { message: expect.stringMatching(message), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
    expect(sent()).toEqual([]);
  });

  it('never repeats its URL', async () => {
    const { url } = await setUp();
    const ticket = url.slice(-20);

    for (const [method, path] of [
      ['GET', url],
      ['POST', url],
      ['PUT', `${url}%zz`],
      ['GET', `${url}%zz`],
    ] as const) {
      const answer = await fetch(path, { method });
      const body = await answer.text();
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(body).not.toContain(ticket);
      expect(JSON.parse(body)).toHaveProperty('errors');
    }
  });

  it('refuses more than 1.5 GB before any of it is sent', async () => {
    const { url, sent } = await setUp();
    const { sending, answer } = put(url, {
      'content-type': 'audio/mpeg',
      'content-length': 1_500_000_001,
    });
    sending.write(noise(100));

    const { status, json } = await answer;
    sending.destroy();

    expect(status).toBe(413);
    expect(json.errors?.[0]?.message).toContain('1500000000 bytes');
    expect(sent()).toEqual([]);
  });

  it.each(['close', 'keep-alive'])(
    'reads the rest of a refused upload, with connection: %s',
    async (connection) => {
      const { url, sent } = await setUp();
      const { hostname, port, pathname } = new URL(`${url}x`);
      const socket = connect(Number(port), hostname);
      const failures: Error[] = [];
      socket.on('error', (error) => failures.push(error));
      const length = 20_000_000;
      socket.write(
        `PUT ${pathname} HTTP/1.1\r\nhost: x\r\nconnection: ${connection}\r\n` +
          `content-type: audio/mpeg\r\ncontent-length: ${length}\r\n\r\n`,
      );
      const [answer] = (await once(socket, 'data')) as [Buffer];
      expect(answer.toString()).toMatch(/^HTTP\/1\.1 403 /);

      // As a proxy does, which looks at the answer only when it has sent all.
      await new Promise<void>((resolve) => socket.write(noise(length), () => resolve()));

      socket.destroy();
      expect(failures).toEqual([]);
      expect(sent()).toEqual([]);
    },
  );

  it('responds to a client that never stops sending, and disconnects it later', async () => {
    const clock = new FakeClock();
    const { url } = await setUp({ clock });
    const { sending, answer } = put(`${url}x`, { 'content-type': 'audio/mpeg' });
    const closed = once(sending, 'close');
    sending.write(noise(100));

    expect((await answer).status).toBe(403);
    await clock.advance(5000);

    await closed;
  });

  it('sends 100 Continue only when the body is accepted', async () => {
    const { url, sent } = await setUp();
    const expecting = {
      expect: '100-continue',
      'content-type': 'audio/mpeg',
      'content-length': 100,
    };
    const refused = put(`${url}x`, expecting);
    let continued = 0;
    refused.sending.on('continue', () => (continued += 1));
    refused.sending.flushHeaders();
    expect((await refused.answer).status).toBe(403);
    refused.sending.destroy();
    const wrong = put(url, { ...expecting, 'content-type': 'text/plain' });
    wrong.sending.on('continue', () => (continued += 1));
    wrong.sending.flushHeaders();
    expect((await wrong.answer).status).toBe(415);
    wrong.sending.destroy();
    expect(continued).toBe(0);

    const wanted = put(url, expecting);
    wanted.sending.flushHeaders();
    await once(wanted.sending, 'continue');
    wanted.sending.end(noise(100));

    expect((await wanted.answer).status).toBe(201);
    expect(sent()).toHaveLength(1);
  });

  it('leaves nothing of a client that stops midway', async () => {
    const { url, sent } = await setUp();
    const { sending, answer } = put(url, {
      'content-type': 'audio/mpeg',
      'content-length': 200_000,
    });
    sending.write(noise(100_000));
    await settle();
    const { operation } = server.contexts.at(-1) ?? {};

    sending.destroy();

    await expect(answer).rejects.toThrow();
    if (operation !== undefined && !operation.ended) await once(operation.signal, 'abort');
    await settle();
    expect(sent()).toEqual([]);
    expect((await putAll(url, noise(100))).status).toBe(201);
  });

  it('is not sent for a client that disconnected while it waited', async () => {
    const clock = new FakeClock();
    server = await startServer({ clock });
    const asking = askForUrl(server, '1');
    const url = await clock.runUntil(asking).catch(() => asking);
    const hold = { kind: 'answer', status: 429, headers: { 'retry-after': '5' } } as const;
    server.sandbox.faults.add({ fault: hold, operationId: 'addCallRecording' });
    const held = putAll(url, noise(100));
    await eventually(async () => {
      await clock.advance(1);
      return server.sandbox.requests.length === 1;
    });
    expect((await held).status).toBe(429);
    const { sending } = put(url, { 'content-type': 'audio/mpeg', 'content-length': 100 });
    sending.flushHeaders();
    const count = server.contexts.length;
    await eventually(() => server.contexts.length > count);
    const { operation } = server.contexts.at(-1) ?? {};

    sending.destroy();

    await eventually(() => operation?.ended === true);
    await clock.advance(10_000);
    expect(server.sandbox.requests).toHaveLength(1);
  });

  it('needs only the ticket, and is charged to the client that requested it', async () => {
    const tokens = [{ client: 'dialer', tenant: 'default', token: 'T0KEN' }];
    server = await startServer({ tokens });
    const authorized = { headers: { authorization: 'Bearer T0KEN' } };
    const url = await askForUrl(server, '123', authorized);

    const { status } = await putAll(url, noise(100));

    expect(status).toBe(404);
    const { operation } = server.contexts.at(-1) ?? {};
    expect(operation?.asker()).toEqual({ client: 'dialer', operation: 'AskForAddress' });
  });

  it('masks Gong’s messages by the policy', async () => {
    const { url } = await setUp({ config: { policy: policyIn('mask-emails, mask-phones') } });
    const fault: Fault = {
      kind: 'answer',
      status: 400,
      body: { requestId: 'r-5551234567', errors: ['Ask "jo e"@acme.com, 91234567.'] },
    };
    server.sandbox.faults.add({ fault, operationId: 'addCallRecording' });

    const { json } = await putAll(url, noise(100));

    expect(json.errors).toMatchObject([
      {
        message: expect.stringContaining('Ask •••@acme.com, •••67.'),
        extensions: {
          gong: { requestId: 'r-5551234567', messages: ['Ask •••@acme.com, •••67.'] },
        },
      },
    ]);
  });

  it('logs no tickets', async () => {
    const { url } = await setUp();
    server.sandbox.faults.add({ fault: { kind: 'drop' }, operationId: 'addCallRecording' });

    await putAll(url, noise(100));
    await putAll(`${url}x`, noise(100));

    expect(server.logged.length).toBeGreaterThan(0);
    expect(JSON.stringify(server.logged)).not.toContain(url.slice(-20));
  });

  it('fails when the client stalls', async () => {
    const clock = new FakeClock();
    const { url, sent } = await setUp({ clock, config: { mediaIdleTimeoutMs: 1000 } });
    const { sending, answer } = put(url, { 'content-type': 'audio/mpeg', 'content-length': 100 });
    sending.write(noise(10));
    for (let turn = 0; turn < 10; turn += 1) await settle();
    await clock.advance(1000);

    const { status } = await answer;
    sending.destroy();

    expect(status).toBe(408);
    expect(sent()).toEqual([]);
  });

  it('has no URL that a client invents', async () => {
    server = await startServer();
    const asking = request(`${server.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', host: 'evil.example/"<b>' },
    });
    asking.end(
      JSON.stringify({ query: 'mutation { addCallMedia(input: { callId: "1" }) { uploadUrl } }' }),
    );
    const [response] = (await once(asking, 'response')) as [IncomingMessage];

    expect(JSON.parse(await text(response))).toMatchObject({
      data: { addCallMedia: { uploadUrl: expect.stringMatching(/^\/uploads\//) } },
    });
  });

  it('has the public URL of the gateway', async () => {
    server = await startServer({ publicUrl: 'https://gong.example.com/graph' });

    expect(await askForUrl(server, '1')).toMatch(/^https:\/\/gong\.example\.com\/graph\/uploads\//);
  });
});
