import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { policyIn } from '../support/config.js';
import { startServer, type TestServer } from './support.js';
import { noise, registerCall, sha256 } from './uploadSupport.js';

let server: TestServer;
let count = 0;

beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  await server.app.close();
});
beforeEach(() => {
  server.sandbox.requests.length = 0;
});

const ADD = `mutation ($file: Upload) { addCallMedia(input: { callId: "ID", file: $file }) { callId callUrl uploadUrl } }`;

const audio = (bytes: Buffer): Blob => new Blob([bytes], { type: 'audio/mpeg' });
const newCall = (): Promise<string> => registerCall(server, `m${(count += 1)}`);

interface Sent {
  readonly status: number;
  readonly json: {
    readonly data?: Record<string, unknown> | null;
    readonly errors?: readonly {
      message: string;
      path?: unknown[];
      extensions: Record<string, unknown>;
    }[];
  };
}

/** Sends parts in the order given. */
async function send(
  parts: readonly (readonly [name: string, value: string | Blob, fileName?: string])[],
  headers: Record<string, string> = { 'apollo-require-preflight': '1' },
): Promise<Sent> {
  const form = new FormData();
  for (const [name, value, fileName] of parts) {
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, value, fileName);
  }
  const answer = await fetch(`${server.origin}/graphql`, { method: 'POST', headers, body: form });
  return { status: answer.status, json: (await answer.json()) as Sent['json'] };
}

const operations = (query: string, variables: object): readonly [string, string] => [
  'operations',
  JSON.stringify({ query, variables }),
];
const map = (places: object): readonly [string, string] => ['map', JSON.stringify(places)];
const recordings = () => server.sandbox.requestsTo('addCallRecording');

describe('a multipart request', () => {
  it('passes its file on to Gong', async () => {
    const callId = await newCall();
    const bytes = noise(200_000);

    const { status, json } = await send([
      operations(ADD.replace('ID', callId), { file: null }),
      map({ 0: ['variables.file'] }),
      ['0', audio(bytes), 'Gespräch "1".mp3'],
    ]);

    expect(status).toBe(200);
    expect(json).toMatchObject({
      data: { addCallMedia: { callId, callUrl: expect.stringContaining(callId), uploadUrl: null } },
      extensions: { gong: { requests: 1 } },
    });
    expect(recordings()).toMatchObject([
      {
        path: `/v2/calls/${callId}/media`,
        form: [
          { name: 'mediaFile', contentType: 'audio/mpeg', bytes: 200_000, sha256: sha256(bytes) },
        ],
      },
    ]);
  });

  it('accepts files deep in the variables', async () => {
    const callId = await newCall();
    const query = 'mutation ($in: AddCallMediaInput!) { addCallMedia(input: $in) { callId } }';

    const { json } = await send([
      operations(query, { in: { callId, file: null } }),
      map({ f: ['variables.in.file'] }),
      ['f', audio(noise(100)), 'a.mp3'],
    ]);

    expect(json).toMatchObject({ data: { addCallMedia: { callId } } });
    expect(recordings()).toHaveLength(1);
  });

  it('is refused without a header that forms cannot send', async () => {
    const callId = await newCall();
    server.sandbox.requests.length = 0;

    const { status, json } = await send(
      [
        operations(ADD.replace('ID', callId), { file: null }),
        map({ 0: ['variables.file'] }),
        ['0', audio(noise(100)), 'a.mp3'],
      ],
      {},
    );

    expect(status).toBe(400);
    expect(json.errors?.[0]?.message).toContain('Cross-Site Request Forgery');
    expect(server.sandbox.requests).toEqual([]);
  });

  it('sends several files in the order in which they are used', async () => {
    const [one, two] = [await newCall(), await newCall()];
    const query = `mutation ($a: Upload, $b: Upload) {
      a: addCallMedia(input: { callId: "${one}", file: $a }) { callId }
      b: addCallMedia(input: { callId: "${two}", file: $b }) { callId } }`;
    const [first, second] = [noise(150_000), noise(150_000)];

    const { json } = await send([
      operations(query, { a: null, b: null }),
      map({ 0: ['variables.a'], 1: ['variables.b'] }),
      ['0', audio(first), 'a.mp3'],
      ['1', audio(second), 'b.mp3'],
    ]);

    expect(json).toMatchObject({ data: { a: { callId: one }, b: { callId: two } } });
    expect(recordings().map(({ form }) => form?.[0]?.sha256)).toEqual([
      sha256(first),
      sha256(second),
    ]);
  });

  it('fails when a file arrives before one that is used first', async () => {
    const [one, two] = [await newCall(), await newCall()];
    const query = `mutation ($a: Upload, $b: Upload) {
      a: addCallMedia(input: { callId: "${one}", file: $a }) { callId }
      b: addCallMedia(input: { callId: "${two}", file: $b }) { callId } }`;

    const { json } = await send([
      operations(query, { a: null, b: null }),
      map({ 0: ['variables.a'], 1: ['variables.b'] }),
      ['1', audio(noise(150_000)), 'b.mp3'],
      ['0', audio(noise(150_000)), 'a.mp3'],
    ]);

    expect(json).toMatchObject({ data: { a: null, b: { callId: two } } });
    expect(json.errors).toMatchObject([
      {
        path: ['a'],
        message: expect.stringContaining('in the order in which'),
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
  });

  it.each<
    [string, readonly (readonly [string, string | Blob, string?])[], RegExp, boolean, number]
  >([
    ['isn’t there', [], /has no part for the file "0"/, false, 200],
    ['is empty', [['0', audio(Buffer.alloc(0)), 'a.mp3']], /is empty/, true, 200],
    [
      'is text',
      [['0', new Blob(['x'], { type: 'text/plain' }), 'a.txt']],
      /must be audio or video/,
      false,
      200,
    ],
    [
      'is a picture that is called audio',
      [['0', audio(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')), 'a.mp3']],
      /must be audio or video.+image\/png/,
      true,
      415,
    ],
    [
      'is JSON that is called audio',
      [['0', audio(Buffer.from('{"error":"expired"}')), 'a.mp3']],
      /must be audio or video/,
      true,
      415,
    ],
  ])('names the argument whose file %s', async (_, parts, message, runs, expectedStatus) => {
    const callId = await newCall();

    const { status, json } = await send([
      operations(ADD.replace('ID', callId), { file: null }),
      map({ 0: ['variables.file'] }),
      ...parts,
    ]);

    expect(status).toBe(expectedStatus);
    // What can be told beforehand refuses the operation.
    expect(json.data).toEqual(runs ? { addCallMedia: null } : undefined);
    expect(json.errors).toMatchObject([
      {
        message: expect.stringMatching(message),
        extensions: { code: 'BAD_USER_INPUT', retryable: false },
      },
    ]);
    expect(json.errors?.[0]?.message).toContain('Argument "addCallMedia(input.file:)"');
    expect(recordings()).toEqual([]);
  });

  it('sends Gong no request for an invalid file of a call that may be hidden', async () => {
    const judging = await startServer({ config: { policy: policyIn('') } });
    try {
      const callId = judging.sandbox.company.calls[0]?.metaData.id ?? '';
      const form = new FormData();
      form.append(...operations(ADD.replace('ID', callId), { file: null }));
      form.append(...map({ 0: ['variables.file'] }));
      form.append('0', audio(Buffer.from('<!DOCTYPE html><html></html>')), 'a.mp3');

      const { status } = await fetch(`${judging.origin}/graphql`, {
        method: 'POST',
        headers: { 'apollo-require-preflight': '1' },
        body: form,
      });

      expect(status).toBe(415);
      expect(judging.sandbox.requests).toEqual([]);
    } finally {
      await judging.app.close();
    }
  });

  it('continues with the next file after a refused one', async () => {
    const [one, two] = [await newCall(), await newCall()];
    const query = `mutation ($a: Upload, $b: Upload) {
      a: addCallMedia(input: { callId: "${one}", file: $a }) { callId }
      b: addCallMedia(input: { callId: "${two}", file: $b }) { callId } }`;

    const { status, json } = await send([
      operations(query, { a: null, b: null }),
      map({ 0: ['variables.a'], 1: ['variables.b'] }),
      ['0', new Blob(['text '.repeat(60_000)], { type: 'application/octet-stream' }), 'a.txt'],
      ['1', audio(noise(300_000)), 'b.mp3'],
    ]);

    expect(status).toBe(200);
    expect(json).toMatchObject({ data: { a: null, b: { callId: two } } });
    expect(json.errors).toHaveLength(1);
    expect(recordings()).toHaveLength(1);
  });

  it.each<[string, readonly (readonly [string, string | Blob, string?])[]]>([
    ['is no recording', [['0', new Blob(['x'], { type: 'image/png' }), 'a.png']]],
    ['isn’t there', []],
  ])('also refuses mutations beside a file that %s', async (_, parts) => {
    const query = `mutation ($file: Upload) {
      deleteMeeting(input: { id: "1", organizerEmail: "a@b.com" }) { requestId }
      addCallMedia(input: { callId: "1", file: $file }) { callId } }`;

    const { json } = await send([
      operations(query, { file: null }),
      map({ 0: ['variables.file'] }),
      ...parts,
    ]);

    expect(json.data).toBeUndefined();
    expect(json.errors).toMatchObject([
      {
        message: expect.stringContaining('"addCallMedia(input.file:)"'),
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
    expect(server.sandbox.requests).toEqual([]);
  });

  it('is refused by its length when its file must be too large', async () => {
    const query = ADD.replace('ID', '1');
    const boundary = 'b';
    const field = (name: string, value: string): string =>
      `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
    const sending = request(`${server.origin}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': `multipart/form-data; boundary=${boundary}`,
        'content-length': 1_501_000_000,
        'apollo-require-preflight': '1',
      },
    });
    sending.on('error', () => undefined);
    sending.write(
      field('operations', JSON.stringify({ query, variables: { file: null } })) +
        field('map', '{"0":["variables.file"]}') +
        `--${boundary}\r\ncontent-disposition: form-data; name="0"; filename="a.wav"\r\n` +
        'content-type: audio/wav\r\n\r\nRIFF',
    );

    const [response] = (await once(sending, 'response')) as [IncomingMessage];
    const answer = await text(response);
    sending.destroy();

    expect(answer).toContain('1500000000 bytes');
    expect(server.sandbox.requests).toEqual([]);
  });

  it('accepts no file in a raw request', async () => {
    const query =
      'mutation ($b: JSON) { gongRequest(input: { method: POST, path: "/v2/calls", body: $b }) { status } }';

    const { json } = await send([
      operations(query, { b: { deep: [null] } }),
      map({ 0: ['variables.b.deep.0'] }),
      ['0', audio(noise(10)), 'a.mp3'],
    ]);

    expect(json.errors).toMatchObject([
      {
        message: expect.stringContaining('must not contain a file'),
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
    expect(server.sandbox.requests).toEqual([]);
  });

  it.each([
    ['two places', { a: null, b: null }, ['variables.a', 'variables.b'], '$b'],
    ['one place', { a: null }, ['variables.a'], '$a'],
  ])('is refused when a file of %s is used twice', async (_, variables, places, second) => {
    const query = `mutation ($a: Upload${second === '$b' ? ', $b: Upload' : ''}) {
      a: addCallMedia(input: { callId: "1", file: $a }) { callId }
      b: addCallMedia(input: { callId: "2", file: ${second} }) { callId } }`;

    const { json } = await send([
      operations(query, variables),
      map({ 0: places }),
      ['0', audio(noise(100)), 'a.mp3'],
    ]);

    expect(json.data).toBeUndefined();
    expect(json.errors).toMatchObject([
      {
        message: expect.stringContaining('send the file again for each use'),
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
    expect(server.sandbox.requests).toEqual([]);
  });

  const valid = operations(ADD.replace('ID', '1'), { file: null });
  it.each<[string, readonly (readonly [string, string | Blob, string?])[], RegExp]>([
    ['no operations', [map({})], /"operations" must come before "map"/],
    ['nothing', [], /no fields "operations" and "map"|malformed/],
    ['no map', [valid], /no fields "operations" and "map"/],
    ['a file before the map', [valid, ['0', audio(noise(9)), 'a'], map({})], /must be in order/],
    [
      'operations that are no JSON',
      [['operations', '{'], map({})],
      /"operations" must be a JSON object/,
    ],
    ['several operations', [['operations', '[{}]'], map({})], /Several operations/],
    ['a map that is none', [valid, ['map', '[]']], /"map" must be a JSON object/],
    ['a map without places', [valid, map({ 0: [] })], /must list at least one path/],
    [
      'a place that isn’t there',
      [valid, map({ 0: ['variables.other'] })],
      /must name variables that are null/,
    ],
    ['a place in the query', [valid, map({ 0: ['query'] })], /must name variables that are null/],
    [
      'a place in a prototype',
      [valid, map({ 0: ['variables.__proto__.x'] })],
      /must name variables/,
    ],
    [
      'a place that is taken',
      [operations(ADD, { file: 'x' }), map({ 0: ['variables.file'] })],
      /must name variables that are null/,
    ],
    [
      'operations without end',
      [['operations', `{"query":"${'x'.repeat(1_100_000)}"}`], map({})],
      /too long/,
    ],
  ])('is refused with %s', async (_, parts, message) => {
    const { status, json } = await send(parts);

    expect([400, 413]).toContain(status);
    expect(json.errors).toMatchObject([
      {
        message: expect.stringMatching(message),
        extensions: { code: 'BAD_REQUEST', retryable: false },
      },
    ]);
    expect(server.sandbox.requests).toEqual([]);
  });

  it('is refused without a boundary', async () => {
    const answer = await fetch(`${server.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data', 'apollo-require-preflight': '1' },
      body: 'x',
    });

    expect(answer.status).toBe(400);
  });

  it('accepts no file from another kind of request', async () => {
    for (const file of ['"x"', '{}', '1']) {
      const answer = await server.post(ADD.replace('ID', '1').replace('$file }', `${file} }`));
      const json = (await answer.json()) as Sent['json'];
      expect(json.errors?.[0]?.extensions['code']).toMatch(
        /BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED/,
      );
    }
    expect(server.sandbox.requests).toEqual([]);
  });

  it('still runs operations without files', async () => {
    const { json } = await send([operations('{ workspaces { id } }', {}), map({})]);

    expect(json.data).toHaveProperty('workspaces');
  });
});
