import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import type { StreamedBody } from '../../src/gong/client.js';
import { NotSentError } from '../../src/gong/exchange.js';
import type { GongRequest } from '../../src/gong/request.js';
import { FakeClock, settle } from '../support/clock.js';
import { createCaller, createTestClient, FakeWire, type WireAnswer } from './support.js';

const WRITE: GongRequest = { operation: 'addMeeting', body: { title: 'Demo' } };
const UPLOAD: GongRequest = { operation: 'addCallRecording', path: { id: '7' } };

function setUp(...script: ConstructorParameters<typeof FakeWire>[1][]) {
  return setUpAt(1000, ...script);
}

function setUpAt(
  requestsPerSecond: number,
  ...script: ConstructorParameters<typeof FakeWire>[1][]
) {
  const clock = new FakeClock();
  const wire = new FakeWire(clock, ...script);
  const { client, logged } = createTestClient({ clock, wire, requestsPerSecond });
  const { caller, controller } = createCaller(clock);
  return { clock, wire, client, caller, controller, logged };
}

const refused = new NotSentError(new Error('connect ECONNREFUSED'));
const reset = new Error('read ECONNRESET');
const says = (status: number): WireAnswer => ({
  status,
  body: { requestId: 'r7', errors: ['No.'] },
});

describe('a write', () => {
  it.each<[string, WireAnswer | Error, object]>([
    ['no connection', refused, {}],
    ['a 429', { status: 429, headers: { 'retry-after': '1' } }, {}],
  ])('is sent again after %s', async (_, first) => {
    const { clock, wire, client, caller } = setUp(first, { body: { meetingId: '1' } });

    const answer = await clock.runUntil(client.write(WRITE, caller));

    expect(answer).toMatchObject({ status: 200, body: { meetingId: '1' } });
    expect(wire.sent).toHaveLength(2);
    expect(wire.sent[1]?.body).toEqual({ title: 'Demo' });
  });

  it.each<[string, WireAnswer | Error, object]>([
    ['a lost connection', reset, { kind: 'outcome-unknown', operation: 'addMeeting' }],
    [
      'a 500',
      says(500),
      { kind: 'outcome-unknown', status: 500, requestId: 'r7', messages: ['No.'] },
    ],
    ['a 502 of a proxy', { status: 502, body: '<html>' }, { kind: 'outcome-unknown', status: 502 }],
    [
      'half an answer',
      { body: '{"meet', breaksOff: true },
      { kind: 'outcome-unknown', status: 200 },
    ],
    ['an answer that is no JSON', { body: '<html>' }, { kind: 'bad-response', isRetryable: false }],
    ['a redirect', { status: 302, body: '' }, { kind: 'bad-response', isRetryable: false }],
    ['a 501', says(501), { kind: 'unavailable', isRetryable: false }],
    ['a 400', says(400), { kind: 'bad-request' }],
    ['a 409', says(409), { kind: 'conflict' }],
  ])('is not sent again after %s', async (_, first, expected) => {
    const { clock, wire, client, caller } = setUp(first, { body: { meetingId: '1' } });

    await expect(clock.runUntil(client.write(WRITE, caller))).rejects.toMatchObject(expected);

    expect(wire.sent).toHaveLength(1);
  });

  it('fails after 5 attempts to connect, with the certainty that nothing was done', async () => {
    const { clock, wire, client, caller } = setUp(refused);

    await expect(clock.runUntil(client.write(WRITE, caller))).rejects.toMatchObject({
      kind: 'unavailable',
      wasSent: false,
    });

    expect(wire.sent).toHaveLength(5);
    // Half of each wait is certain.
    expect(wire.times).toEqual([0, 188, 563, 1313, 2813]);
  });

  it('without a response has an unknown outcome', async () => {
    const { clock, wire, client, caller } = setUp(() => new Promise(() => undefined));

    await expect(clock.runUntil(client.write(WRITE, caller))).rejects.toMatchObject({
      kind: 'outcome-unknown',
      message: expect.stringContaining('may or may not have been made'),
    });

    expect(wire.sent).toHaveLength(1);
    expect(clock.monotonic()).toBe(20_000);
  });

  it('whose caller ends while it waits for a repetition is not repeated', async () => {
    const { clock, wire, client, caller, controller } = setUp({
      status: 429,
      headers: { 'retry-after': '5' },
    });
    const writing = client.write(WRITE, caller);
    writing.catch(() => undefined);
    await settle();

    controller.abort(new Error('Gone.'));

    await expect(writing).rejects.toThrow('Gone.');
    await clock.advance(10_000);
    expect(wire.sent).toHaveLength(1);
  });

  it('with an empty response has succeeded', async () => {
    const { client, caller } = setUp({ status: 200, body: '' });

    expect(await client.write(WRITE, caller)).toMatchObject({ status: 200, body: undefined });
  });

  it('uses a connection of its own', async () => {
    const { wire, client, caller } = setUp({});

    await client.write(WRITE, caller);
    await client.read({ operation: 'listUsers' }, caller);

    expect(wire.inits.map(({ isFresh }) => isFresh)).toEqual([true, undefined]);
  });
});

/** A body of the given pieces, which knows how far it got. */
function bodyOf(pieces: readonly (string | Error)[]) {
  const state = { opened: 0, isComplete: false };
  const body: StreamedBody = {
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
    idleTimeoutMs: 1000,
    signal: new AbortController().signal,
    isComplete: () => state.isComplete,
    open: (onProgress) => {
      state.opened += 1;
      return Readable.from(
        (async function* () {
          for (const piece of pieces) {
            await Promise.resolve();
            if (typeof piece !== 'string') throw piece;
            yield Buffer.from(piece);
            onProgress();
          }
          state.isComplete = true;
        })(),
      );
    },
  };
  return { body, state };
}

/** Reads what is sent, as a network does, before it answers. */
function reading(answer: WireAnswer | Error) {
  return async ({ body }: { body: unknown }): Promise<WireAnswer> => {
    for await (const chunk of body as Readable) void chunk;
    if (answer instanceof Error) throw answer;
    return answer;
  };
}

describe('an upload', () => {
  it('is read only when it can be sent, with its own headers', async () => {
    const uploaded = reading({ status: 201, body: { callId: '7' } });
    const { clock, wire, client, caller } = setUpAt(1, {}, uploaded);
    const { body, state } = bodyOf(['a', 'b']);
    await client.write(WRITE, caller);
    const uploading = client.upload(UPLOAD, body, caller);
    await clock.advance(900);
    expect(state.opened).toBe(0);

    expect(await clock.runUntil(uploading)).toMatchObject({ status: 201, body: { callId: '7' } });

    expect(state.opened).toBe(1);
    expect(wire.sent[1]).toMatchObject({
      method: 'PUT',
      url: 'https://gong.test/v2/calls/7/media',
    });
    expect(wire.sent[1]?.headers['content-type']).toBe('multipart/form-data; boundary=b');
    expect(wire.inits[1]?.isFresh).toBe(true);
  });

  it.each<[string, WireAnswer | Error, object]>([
    [
      'a 429',
      { status: 429, headers: { 'retry-after': '1' } },
      { kind: 'rate-limited', retryAfterMs: 1000 },
    ],
    ['a lost connection', reset, { kind: 'outcome-unknown' }],
    ['a 503', says(503), { kind: 'outcome-unknown' }],
    ['a 400', says(400), { kind: 'bad-request', messages: ['No.'] }],
  ])('is never sent twice: %s', async (_, answer, expected) => {
    const { clock, wire, client, caller } = setUp(reading(answer));
    const { body } = bodyOf(['a']);

    const uploading = client.upload(UPLOAD, body, caller);

    await expect(clock.runUntil(uploading)).rejects.toMatchObject(expected);
    await clock.advance(60_000);
    expect(wire.sent).toHaveLength(1);
  });

  it.each<[string, WireAnswer | Error, object]>([
    ['a refusal in mid-body', says(400), { kind: 'bad-request' }],
    ['a failure in mid-body', says(503), { kind: 'unavailable' }],
    ['a connection lost in mid-body', reset, { kind: 'unavailable' }],
    ['no connection', refused, { kind: 'unavailable', wasSent: false }],
  ])('that was not sent completely was certainly not done: %s', async (_, answer, expected) => {
    const { clock, client, caller } = setUp(answer);
    const { body } = bodyOf(['a', 'b']);

    const uploading = client.upload(UPLOAD, body, caller);

    await expect(clock.runUntil(uploading)).rejects.toMatchObject(expected);
  });

  it.each<[string, WireAnswer | Error]>([
    ['the connection with it', reset],
    ['half an answer', { body: '{"call', breaksOff: true }],
  ])('fails with the error of its source: %s', async (_, answer) => {
    const { clock, client, caller } = setUp(async ({ body }) => {
      // The source takes its stream with it.
      await text(body as Readable).catch(() => undefined);
      if (answer instanceof Error) throw answer;
      return answer;
    });
    const { body } = bodyOf(['a', new Error('The client left.')]);

    const uploading = client.upload(UPLOAD, body, caller);

    await expect(clock.runUntil(uploading)).rejects.toThrow('The client left.');
  });

  it('that Gong accepts before the whole body was sent has an unknown outcome', async () => {
    const { clock, client, caller } = setUp({ status: 200, body: '<html>' });
    const { body } = bodyOf(['a', 'b']);

    const uploading = client.upload(UPLOAD, body, caller);

    await expect(clock.runUntil(uploading)).rejects.toMatchObject({
      kind: 'bad-response',
      isRetryable: false,
      message: expect.stringContaining(
        'The change may have been made: check in Gong before you try again.',
      ),
    });
  });

  it('leaves no timer while its body is still sent', async () => {
    const { clock, client, caller } = setUp(says(400));
    let progress: (() => void) | undefined;
    const body: StreamedBody = {
      ...bodyOf([]).body,
      open: (onProgress) => {
        progress = onProgress;
        return new Readable({ read: () => undefined });
      },
    };
    await expect(clock.runUntil(client.upload(UPLOAD, body, caller))).rejects.toThrow();
    const before = clock.pending;

    progress?.();

    expect(progress).toBeDefined();
    expect(clock.pending).toBe(before);
  });

  it('can outlast its caller’s deadline, but fails when it stalls', async () => {
    const { clock, wire, client, caller } = setUp(({ body }) => {
      (body as Readable).resume();
      return new Promise(() => undefined);
    });
    const pushes: (() => void)[] = [];
    const body: StreamedBody = {
      ...bodyOf([]).body,
      open: (onProgress) => {
        pushes.push(onProgress);
        return new Readable({ read: () => undefined });
      },
    };
    const uploading = client.upload(UPLOAD, body, caller);
    uploading.catch(() => undefined);
    for (let second = 0; second < 60; second += 1) {
      await clock.advance(900);
      pushes[0]?.();
    }
    expect(wire.sent[0]?.signal.aborted).toBe(false);

    await clock.advance(1000);

    await expect(uploading).rejects.toMatchObject({ kind: 'unavailable' });
    expect(wire.sent[0]?.signal.aborted).toBe(true);
  });
});
