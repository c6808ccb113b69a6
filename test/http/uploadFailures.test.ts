import { afterEach, describe, expect, it } from '@jest/globals';
import type { Fault } from '../../sandbox/src/index.js';
import { startServer, type TestServer } from './support.js';
import { noise, putAll, registerUpload } from './uploadSupport.js';

let server: TestServer;

afterEach(async () => {
  await server.app.close();
});

async function setUp() {
  server = await startServer();
  return registerUpload(server);
}

describe('PUT /uploads/<ticket>, when Gong refuses or fails', () => {
  it.each<[string, Fault, number, object]>([
    [
      'asks to wait',
      { kind: 'answer', status: 429, body: { errors: ['Slow.'] }, headers: { 'retry-after': '7' } },
      429,
      { code: 'RATE_LIMITED', retryable: true, retryAfterSeconds: 7 },
    ],
    [
      'refuses the recording',
      { kind: 'answer', status: 400, body: { requestId: 'r1', errors: ['Bad request'] } },
      400,
      { code: 'GONG_BAD_REQUEST', gong: { messages: ['Bad request'] } },
    ],
    [
      'has no such call',
      { kind: 'answer', status: 404, body: { errors: ['Call ID 1 was not found'] } },
      404,
      { code: 'GONG_NOT_FOUND' },
    ],
    [
      'refuses the key',
      { kind: 'answer', status: 401, body: { errors: ['Who?'] } },
      502,
      { code: 'GONG_BAD_CREDENTIALS' },
    ],
    [
      'is elsewhere',
      { kind: 'redirect', location: 'https://elsewhere.example/' },
      502,
      { code: 'GONG_BAD_RESPONSE', retryable: false },
    ],
  ])('reports when Gong %s', async (_, fault, status, extensions) => {
    const { url, sent } = await setUp();
    server.sandbox.faults.add({ fault, operationId: 'addCallRecording' });

    const refused = await putAll(url, noise(100));

    expect(refused.status).toBe(status);
    expect(refused.json.errors).toMatchObject([{ extensions }]);
    const { message } = refused.json.errors?.[0] ?? {};
    expect(message?.includes('may have been uploaded before')).toBe(status === 400);
    expect(refused.json.extensions?.gong.requests).toBe(1);
    expect(refused.headers['retry-after']).toBe(status === 429 ? '7' : undefined);
    expect(sent()).toHaveLength(1);
  });

  it.each<[string, Fault]>([
    ['a refusal', { kind: 'answer', status: 400, body: { errors: ['Bad request'] } }],
    ['a redirect', { kind: 'redirect', location: 'https://elsewhere.example/' }],
  ])('accepts the ticket again after %s', async (_, fault) => {
    const { url, sent } = await setUp();
    server.sandbox.faults.add({ fault, operationId: 'addCallRecording' });

    await putAll(url, noise(100));
    await putAll(url, noise(100));

    expect(sent()).toHaveLength(2);
  });

  it('accepts nothing more when Gong’s response leaves the outcome unknown', async () => {
    const { url, sent } = await setUp();
    const fault: Fault = { kind: 'answer', status: 201, body: 'Thanks.' };
    server.sandbox.faults.add({ fault, operationId: 'addCallRecording' });

    expect((await putAll(url, noise(100))).json.errors).toMatchObject([
      { extensions: { code: 'GONG_BAD_RESPONSE', retryable: false } },
    ]);
    expect((await putAll(url, noise(100))).status).toBe(403);
    expect(sent()).toHaveLength(1);
  });

  it.each<[string, Fault]>([
    ['hangs up', { kind: 'drop' }],
    ['fails', { kind: 'answer', status: 500 }],
  ])('has an unknown outcome when Gong %s, and accepts nothing more', async (_, fault) => {
    const { callId, url, sent } = await setUp();
    server.sandbox.faults.add({ fault, operationId: 'addCallRecording' });

    const { status, json } = await putAll(url, noise(100));

    expect(status).toBe(504);
    expect(json.errors).toMatchObject([
      { extensions: { code: 'OUTCOME_UNKNOWN', retryable: false } },
    ]);
    // It may be there.
    const looked = await server.post(`{ uploadStatus(callId: "${callId}") }`);
    expect(await looked.json()).toMatchObject({ data: { uploadStatus: 'PROCESSING' } });
    expect((await putAll(url, noise(100))).status).toBe(403);
    expect(sent()).toHaveLength(1);
  });
});
