import { once } from 'node:events';
import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../storage/redis/support.js';
import { FakeClock } from '../support/clock.js';
import { startServer, type TestServer } from './support.js';
import { noise, registerCall, sha256 } from './uploadSupport.js';

const IDLE_MS = 60_000;
const FIELDS_MS = 4 * IDLE_MS;
const BOUNDARY = 'b';

let clock: FakeClock;
let server: TestServer;

beforeEach(async () => {
  clock = new FakeClock();
  server = await startServer({
    clock,
    deadlineMs: IDLE_MS / 2,
    config: { mediaIdleTimeoutMs: IDLE_MS },
    httpConfig: { requestTimeoutMs: FIELDS_MS },
  });
});
afterEach(async () => {
  server.app.http.server.closeAllConnections();
  await server.app.close();
});

interface Answer {
  readonly status: number;
  readonly json: Json;
}

interface Json {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { message: string; path?: readonly string[] }[];
}

/** A form that is sent in pieces. */
class SlowForm {
  readonly answer: Promise<Answer>;
  isAnswered = false;

  private constructor(
    private readonly sending: ClientRequest,
    private readonly connection: Socket,
  ) {
    this.answer = (async () => {
      const [response] = (await once(sending, 'response')) as [IncomingMessage];
      this.isAnswered = true;
      const json = JSON.parse(await text(response)) as Json;
      return { status: response.statusCode ?? 0, json };
    })();
    this.answer.catch(() => undefined);
  }

  static async begin(): Promise<SlowForm> {
    const sending = request(`${server.origin}/graphql`, {
      method: 'POST',
      agent: false,
      headers: {
        'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
        'apollo-require-preflight': '1',
      },
    });
    sending.on('error', () => undefined);
    sending.flushHeaders();
    const [{ socket }] = (await once(server.app.http.server, 'request')) as [IncomingMessage];
    return new SlowForm(sending, socket);
  }

  /** Resolves when the server has read the piece. */
  async write(piece: string | Buffer): Promise<void> {
    const length = Buffer.byteLength(piece);
    // As a chunk of its own, with its length and two line breaks.
    const end = this.connection.bytesRead + length.toString(16).length + length + 4;
    this.sending.write(piece);
    await eventually(() => this.connection.bytesRead >= end);
    await clock.advance(0);
  }

  async field(name: string, value: object): Promise<void> {
    await this.write(
      `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${JSON.stringify(value)}\r\n`,
    );
  }

  async beginFile(name: string, contentType = 'audio/mpeg'): Promise<void> {
    await this.write(
      `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"; filename="a"\r\n` +
        `content-type: ${contentType}\r\n\r\n`,
    );
  }

  async file(name: string, bytes: Buffer): Promise<void> {
    await this.beginFile(name);
    await this.write(bytes);
    await this.write('\r\n');
  }

  end(): void {
    this.sending.end(`--${BOUNDARY}--\r\n`);
  }

  leave(): void {
    this.sending.destroy();
  }
}

/** Waits for a promise while little time passes. */
async function soon<T>(promise: Promise<T>): Promise<T> {
  let isOver = false;
  const end = (): void => void (isOver = true);
  promise.then(end, end);
  await eventually(async () => {
    await clock.advance(1);
    return isOver;
  });
  return promise;
}

const ONE = (callId: string) =>
  `mutation ($a: Upload) { a: addCallMedia(input: { callId: "${callId}", file: $a }) { callId } }`;
const TWO = (one: string, two: string) => `mutation ($a: Upload, $b: Upload) {
  a: addCallMedia(input: { callId: "${one}", file: $a }) { callId }
  b: addCallMedia(input: { callId: "${two}", file: $b }) { callId } }`;
const map = { 0: ['variables.a'], 1: ['variables.b'] };
const register = (uniqueId: string) => soon(registerCall(server, uniqueId));
const recordings = () => server.sandbox.requestsTo('addCallRecording');

describe('a slow multipart request', () => {
  it('is read before its files as long as bytes arrive', async () => {
    const form = await SlowForm.begin();
    await form.field('operations', { query: ONE('1'), variables: { a: null } });
    await clock.advance(IDLE_MS - 1);
    await form.field('map', { 0: ['variables.a'] });
    await clock.advance(IDLE_MS - 1);
    expect(form.isAnswered).toBe(false);

    await clock.advance(1);

    const { status, json } = await soon(form.answer);
    expect(status).toBe(408);
    expect(json.errors?.[0]?.message).toContain('stopped before its files');
    expect(server.sandbox.requests).toEqual([]);
  });

  it('fails when its files begin too late', async () => {
    const form = await SlowForm.begin();
    for (let count = 0; count < 4; count += 1) {
      await form.write(count === 0 ? `--${BOUNDARY}\r\n` : 'x');
      expect(form.isAnswered).toBe(false);
      await clock.advance(IDLE_MS - 1);
    }

    await form.write('x');
    await clock.advance(4);

    const { status, json } = await soon(form.answer);
    expect(status).toBe(408);
    expect(json.errors?.[0]?.message).toContain(`within ${FIELDS_MS} ms`);
    expect(server.sandbox.requests).toEqual([]);
  });

  it('is read between its files as long as bytes arrive', async () => {
    const [one, two] = [await register('p1'), await register('p2')];
    const bytes = noise(1000);
    const form = await SlowForm.begin();
    await form.field('operations', { query: TWO(one, two), variables: { a: null, b: null } });
    await form.field('map', map);
    // Refused by its first bytes; its rest is still on the way.
    await form.beginFile('0', 'application/octet-stream');
    await form.write('text '.repeat(2000));
    for (let count = 0; count < 3; count += 1) {
      await clock.advance(IDLE_MS - 1);
      await form.write('text '.repeat(2000));
    }
    await clock.advance(IDLE_MS - 1);
    await form.write('\r\n');

    await form.file('1', bytes);
    form.end();

    const { json } = await soon(form.answer);
    expect(json.data).toEqual({ a: null, b: { callId: two } });
    expect(recordings().map(({ form: parts }) => parts?.[0]?.sha256)).toEqual([sha256(bytes)]);
  });

  it('fails when it stalls between its files', async () => {
    const [one, two] = [await register('p1'), await register('p2')];
    const form = await SlowForm.begin();
    await form.field('operations', { query: TWO(one, two), variables: { a: null, b: null } });
    await form.field('map', map);
    await form.file('0', noise(1000));
    await form.beginFile('unnamed');
    await eventually(async () => {
      await clock.advance(1);
      return recordings().length === 1;
    });
    await clock.advance(IDLE_MS / 2);
    expect(form.isAnswered).toBe(false);

    await clock.advance(IDLE_MS / 2);

    const { json } = await soon(form.answer);
    expect(json.data).toEqual({ a: { callId: one }, b: null });
    expect(json.errors).toMatchObject([
      { path: ['b'], message: expect.stringContaining('No data of the file arrived for 60000 ms') },
    ]);
  });

  it('can contain parts that are unnamed or repeated', async () => {
    const [one, two] = [await register('p1'), await register('p2')];
    const bytes = [noise(1000), noise(1000)] as const;
    const form = await SlowForm.begin();
    await form.field('operations', { query: TWO(one, two), variables: { a: null, b: null } });
    await form.field('map', map);
    await form.file('unnamed', noise(300_000));
    await form.file('0', bytes[0]);
    await form.file('0', noise(300_000));
    await form.file('1', bytes[1]);
    form.end();

    const { json } = await soon(form.answer);

    expect(json).toMatchObject({ data: { a: { callId: one }, b: { callId: two } } });
    expect(recordings().map(({ form: parts }) => parts?.[0]?.sha256)).toEqual(bytes.map(sha256));
  });

  it.each<[string, (form: SlowForm) => Promise<void>]>([
    ['before its files', () => Promise.resolve()],
    ['between its files', (form) => form.file('0', noise(1000))],
    [
      'within a file',
      async (form) => {
        await form.beginFile('0');
        await form.write(noise(100_000));
      },
    ],
  ])('leaves nothing running when its client disconnects %s', async (_, send) => {
    const [one, two] = [await register('p1'), await register('p2')];
    const before = clock.pending;
    const form = await SlowForm.begin();
    await form.field('operations', { query: TWO(one, two), variables: { a: null, b: null } });
    await form.field('map', map);
    await send(form);
    expect(clock.pending).toBeGreaterThan(before);

    form.leave();

    await eventually(async () => {
      await clock.advance(0);
      return clock.pending === before;
    });
  });
});

describe('a multipart request', () => {
  it('keeps all digits of an id', async () => {
    const callId = await register('p1');
    const form = await SlowForm.begin();
    const query =
      'mutation ($id: ID!, $a: Upload) { addCallMedia(input: { callId: $id, file: $a }) { callId } }';
    await form.write(
      `--${BOUNDARY}\r\ncontent-disposition: form-data; name="operations"\r\n\r\n` +
        `{"query":${JSON.stringify(query)},"variables":{"id":${callId},"a":null}}\r\n`,
    );
    await form.field('map', { 0: ['variables.a'] });
    await form.file('0', noise(100));
    form.end();

    expect((await soon(form.answer)).json).toMatchObject({ data: { addCallMedia: { callId } } });
  });

  it.each<[string, object, RegExp]>([
    [
      'more files than anybody means',
      Object.fromEntries([...Array(21).keys()].map((key) => [key, ['variables.a']])),
      /at most 20 files/,
    ],
    [
      'a place that every object has',
      { 0: ['variables.__proto__.__proto__'] },
      /must name variables that are null/,
    ],
  ])('is refused when its map names %s', async (_, places, message) => {
    const form = await SlowForm.begin();
    await form.field('operations', { query: ONE('1'), variables: { a: null } });
    await form.field('map', places);
    form.end();

    const { status, json } = await soon(form.answer);

    expect(status).toBe(400);
    expect(json.errors?.[0]?.message).toMatch(message);
  });
});
