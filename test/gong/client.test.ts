import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import type { GongError } from '../../src/gong/errors.js';
import type { GongRequest } from '../../src/gong/request.js';
import { FakeClock, settle } from '../support/clock.js';
import {
  after,
  authorization,
  createCaller,
  createTestClient,
  FakeWire,
  later,
  type LoggedLine,
  type WireAnswer,
} from './support.js';

const listUsers: GongRequest = { operation: 'listUsers' };

function setUp(
  script: ConstructorParameters<typeof FakeWire>[1][] = [{}],
  options: { requestsPerSecond?: number; random?: () => number; deadlineMs?: number } = {},
) {
  const { deadlineMs, ...clientOptions } = options;
  const clock = new FakeClock();
  const wire = new FakeWire(clock, ...script);
  const { client, scheduler, logged } = createTestClient({ clock, wire, ...clientOptions });
  const { caller, controller, waits } = createCaller(clock, deadlineMs);
  const read = (request: GongRequest = listUsers) => {
    const answer = client.read(request, caller);
    // Some tests look at failures only later.
    answer.catch(() => undefined);
    return answer;
  };
  return { clock, wire, client, scheduler, logged, caller, controller, waits, read };
}

const failure = (status: number, headers: Record<string, string> = {}): WireAnswer => ({
  status,
  headers,
  body: { requestId: 'r7', errors: ['It failed.'] },
});

describe('a request', () => {
  it.each<[GongRequest, string, string, unknown]>([
    [{ operation: 'listUsers' }, 'GET', '/v2/users', undefined],
    [{ operation: 'listUsers', query: { cursor: undefined } }, 'GET', '/v2/users', undefined],
    [
      { operation: 'listUsers', query: { cursor: 'a+/=&b' } },
      'GET',
      '/v2/users?cursor=a%2B%2F%3D%26b',
      undefined,
    ],
    [{ operation: 'getCall', path: { id: '12/..?x' } }, 'GET', '/v2/calls/12%2F..%3Fx', undefined],
    [
      { operation: 'listCallsExtensive', body: { filter: {}, cursor: undefined } },
      'POST',
      '/v2/calls/extensive',
      { filter: {} },
    ],
  ])('goes to the path of its operation (%#)', async (request, method, path, body) => {
    const { wire, read } = setUp();

    await read(request);

    expect(wire.sent).toMatchObject([{ method, url: `https://gong.test${path}` }]);
    expect(wire.sent[0]?.body).toEqual(body);
  });

  it.each<[GongRequest, Record<string, string>]>([
    [{ operation: 'listUsers' }, {}],
    [{ operation: 'listCallsExtensive', body: {} }, { 'content-type': 'application/json' }],
  ])('has the credentials and no other header (%#)', async (request, more) => {
    const { wire, read } = setUp();

    await read(request);

    expect(wire.sent[0]?.headers).toEqual({ authorization, accept: 'application/json', ...more });
  });

  it('resolves to the object in Gong’s response', async () => {
    const { read } = setUp([{ body: '{"requestId":"r1","users":[{"id":7782342274025937895}]}' }]);

    expect(await read()).toEqual({ requestId: 'r1', users: [{ id: '7782342274025937895' }] });
  });

  it('is built when it can be sent', async () => {
    const { clock, wire, client, caller, waits, read } = setUp([{}], { requestsPerSecond: 1 });
    let cursor = 'early';
    await read();

    const second = client.readDeferred(
      () => ({ operation: 'listUsers', query: { cursor } }),
      caller,
    );
    cursor = 'late';
    await clock.runUntil(second);

    expect(wire.sent[1]?.url).toBe('https://gong.test/v2/users?cursor=late');
    expect(waits).toEqual([0, 1000]);
  });

  it('is built once, even when it is repeated', async () => {
    const { clock, wire, client, caller } = setUp([failure(500), failure(429), {}]);
    let worded = 0;

    const answer = client.readDeferred(() => {
      worded += 1;
      return listUsers;
    }, caller);
    await clock.runUntil(answer);

    expect([worded, wire.sent.length]).toEqual([1, 3]);
  });

  it('is not sent when nothing is left to request', async () => {
    const { wire, client, caller, waits } = setUp();

    expect(await client.readDeferred(() => null, caller)).toBeNull();

    expect([wire.sent, waits]).toEqual([[], []]);
  });
});

describe('a read that fails', () => {
  it.each<[string, WireAnswer | Error]>([
    ['500', failure(500)],
    ['503', failure(503)],
    ['the network', new Error('ECONNRESET')],
  ])('is sent three times in all: %s', async (_, answer) => {
    const { clock, wire, waits, read } = setUp([answer], { random: () => 0.5 });

    await expect(clock.runUntil(read())).rejects.toMatchObject({ kind: 'unavailable' });

    expect(wire.times).toEqual([0, 125, 375]);
    expect(waits).toEqual([0, 0, 0]);
  });

  it('resolves to the response of the successful attempt', async () => {
    const { clock, wire, read } = setUp([failure(500), new Error('reset'), { body: { ok: 1 } }]);

    expect(await clock.runUntil(read())).toEqual({ ok: 1 });

    expect(wire.sent).toHaveLength(3);
  });

  it.each([400, 401, 402, 403, 404, 409, 302])('is not repeated after a %i', async (status) => {
    const { wire, read } = setUp([failure(status)]);

    await expect(read()).rejects.toMatchObject({ status, requestId: 'r7', operation: 'listUsers' });

    expect(wire.sent).toHaveLength(1);
  });

  it('passes every attempt through the scheduler', async () => {
    const { clock, wire, read } = setUp([failure(500)], { requestsPerSecond: 1 });

    await expect(clock.runUntil(read())).rejects.toThrow(
      'Gong returned a server error for listUsers',
    );

    expect(wire.times).toEqual([0, 1000, 2000]);
  });

  it('is not repeated when the deadline is too near', async () => {
    const { clock, wire, read } = setUp([failure(500)], { deadlineMs: 125 });

    await expect(clock.runUntil(read())).rejects.toMatchObject({ kind: 'unavailable' });

    expect(wire.sent).toHaveLength(1);
  });
});

describe('a 429', () => {
  it.each<[string, Record<string, string>, number]>([
    ['seconds', { 'retry-after': '7' }, 7000],
    ['an HTTP date', { 'retry-after': 'Mon, 01 Jun 2026 12:00:09 GMT' }, 9000],
    ['nothing', {}, 1000],
  ])('causes the wait that it names: %s', async (_, headers, waitMs) => {
    const { clock, wire, waits, read } = setUp([failure(429, headers), {}]);

    await clock.runUntil(read());

    expect(wire.times).toEqual([0, waitMs]);
    expect(waits).toEqual([0, waitMs]);
  });

  it('makes all requests wait, not only the refused one', async () => {
    const { clock, wire, read } = setUp([failure(429, { 'retry-after': '5' }), {}]);
    const first = read();
    await clock.advance(1000);

    await clock.runUntil(Promise.all([first, read()]));

    expect(wire.times).toEqual([0, 5000, 5000]);
  });

  it('causes a wait each time', async () => {
    const slow = failure(429, { 'retry-after': '2' });
    const { clock, wire, read } = setUp([slow, slow, slow, slow, slow, {}]);

    await clock.runUntil(read());

    expect(wire.times).toEqual([0, 2000, 4000, 6000, 8000, 10_000]);
  });

  it('fails the request at once when the deadline comes first', async () => {
    const { clock, wire, read } = setUp([failure(429, { 'retry-after': '60' })]);

    await expect(read()).rejects.toMatchObject({ kind: 'rate-limited', retryAfterMs: 60_000 });

    expect([clock.monotonic(), wire.sent.length]).toEqual([0, 1]);
  });
});

describe('the log', () => {
  const warnings = (logged: readonly LoggedLine[]): object[] =>
    logged.filter(({ level }) => level === 'warn').map(({ fields }) => fields);

  it('has a line for each attempt that failed', async () => {
    const { clock, logged, read } = setUp([failure(500), failure(429), new Error('reset'), {}]);

    await clock.runUntil(read({ operation: 'listUsers', query: { cursor: 'page2' } }));

    const unavailable = { operation: 'listUsers', kind: 'unavailable' };
    expect(warnings(logged)).toEqual([
      { ...unavailable, status: 500, requestId: 'r7', attempt: 1 },
      { operation: 'listUsers', kind: 'rate-limited', status: 429, requestId: 'r7', attempt: 2 },
      { ...unavailable, status: undefined, requestId: undefined, attempt: 3 },
    ]);
  });

  it.each([
    ['nothing found', 404, 'No calls found corresponding to the provided filters'],
    ['an unknown id', 404, 'Call not found'],
    ['not ready', 200, 'The call is not ready yet'],
  ])('has none for a useful response: %s', async (_, status, message) => {
    const { logged, read } = setUp([{ status, body: { errors: [message] } }]);

    await expect(read()).rejects.toMatchObject({ messages: [message] });

    expect(warnings(logged)).toEqual([]);
  });

  it('has none for requests that were not sent', async () => {
    const slow = failure(429, { 'retry-after': '60' });
    const { clock, wire, logged, read } = setUp([slow], { requestsPerSecond: 1 });
    const refused = [read(), read()];

    await expect(clock.runUntil(Promise.all(refused))).rejects.toThrow();
    await expect(refused[1]).rejects.toMatchObject({ kind: 'rate-limited' });

    expect([wire.sent.length, warnings(logged).length]).toEqual([1, 1]);
  });
});

describe('an invalid response', () => {
  it.each([
    ['half of one', '{"users": [{"id"'],
    ['a page of HTML', '<html>hello</html>'],
    ['nothing', ''],
    ['a list', '[]'],
    ['null', 'null'],
    ['text', '"users"'],
  ])('is a bad response after one request: %s', async (_, body) => {
    const { wire, read } = setUp([{ body }]);

    await expect(read()).rejects.toMatchObject({ kind: 'bad-response', status: 200 });

    expect(wire.sent).toHaveLength(1);
  });

  it('is a bad response when it is interrupted', async () => {
    const { wire, read } = setUp([{ body: { users: [] }, breaksOff: true }]);

    await expect(read()).rejects.toMatchObject({ kind: 'bad-response', status: 200 });

    expect(wire.sent).toHaveLength(1);
  });

  it.each([
    ['https://eu.api.gong.io/v2/users?secret=1', 'eu.api.gong.io'],
    ['/elsewhere', 'does not follow redirects'],
  ])('is a redirect that is not followed: %s', async (location, said) => {
    const { wire, read } = setUp([{ status: 302, body: '', headers: { location } }]);

    await expect(read()).rejects.toMatchObject({
      kind: 'bad-response',
      message: expect.stringContaining(said),
    });

    expect(wire.sent).toHaveLength(1);
  });

  it.each([
    ['errors that are no list', { errors: 'no' }, []],
    ['errors of mixed types', { errors: ['one', 2, null, 'two'] }, ['one', 'two']],
    ['no envelope', '<html>404</html>', []],
  ])('contributes messages that are text: %s', async (_, body, messages) => {
    const { read } = setUp([{ status: 404, body }]);

    await expect(read()).rejects.toMatchObject({ kind: 'not-found', messages });
  });
});

describe('an attempt that takes too long', () => {
  it('is a network failure', async () => {
    const { clock, wire, read } = setUp([later().respond, { body: { ok: 1 } }]);

    expect(await clock.runUntil(read())).toEqual({ ok: 1 });

    expect(wire.times).toEqual([0, 20_125]);
    expect(wire.sent[0]?.signal.aborted).toBe(true);
  });

  it('succeeds just below the limit', async () => {
    const clock = new FakeClock();
    const wire = new FakeWire(clock, after(clock, 19_999, { body: { ok: 1 } }));
    const { client } = createTestClient({ clock, wire });

    const answer = client.read(listUsers, createCaller(clock).caller);

    expect(await clock.runUntil(answer)).toEqual({ ok: 1 });
    expect(wire.sent).toHaveLength(1);
  });
});

describe('a caller that ends', () => {
  it.each([
    ['while its request is queued', 1, 1],
    ['while its request is under way', 1000, 2],
  ])('gets its own reason %s', async (_, requestsPerSecond, sent) => {
    const { wire, controller, read } = setUp([later().respond], { requestsPerSecond });
    void read();
    const second = read();
    await settle();

    controller.abort(new Error('gone'));

    await expect(second).rejects.toThrow('gone');
    expect(wire.sent).toHaveLength(sent);
    expect(wire.sent.every(({ signal }) => signal.aborted)).toBe(true);
  });

  it('does not wait for the next attempt', async () => {
    const { clock, wire, controller, read } = setUp([failure(500), {}]);
    const answer = read();
    await settle();

    controller.abort(new Error('gone'));

    await expect(answer).rejects.toThrow('gone');
    await clock.advance(60_000);
    expect(wire.sent).toHaveLength(1);
  });
});

describe('secrets', () => {
  it.each<[string, WireAnswer | Error]>([
    ['a refusal', failure(401)],
    ['a bad answer', { body: 'x' }],
    ['a redirect', { status: 301, headers: { location: 'https://evil.test/' } }],
    ['a failure of the network', new Error('ECONNREFUSED')],
  ])('stay out of errors and logs: %s', async (_, answer) => {
    const { clock, logged, read } = setUp([answer]);

    const error: unknown = await clock.runUntil(read().catch((caught: unknown) => caught));

    const told = inspect([error, logged], { depth: 20, showHidden: true });
    expect(told).toContain('GongError');
    expect(told).not.toContain(authorization.slice('Basic '.length));
    expect(told.toLowerCase()).not.toContain('authorization');
  });

  it('stay out of what Gong tells the user to do, whose links keep their queries', async () => {
    const secret = authorization.slice('Basic '.length);
    const guidance = {
      userFacingError: `Not with ${secret}.`,
      fixUrl: `https://app.gong.io/fix?step=1&key=${secret}`,
    };
    const { clock, read } = setUp([{ status: 400, body: { errors: ['No.'], ...guidance } }]);

    const error = await clock.runUntil(read().catch((caught: unknown) => caught));

    expect((error as GongError).guidance).toEqual({
      userFacingError: 'Not with ….',
      fixUrl: 'https://app.gong.io/fix?step=1&key=%E2%80%A6',
    });
  });

  it('are not in the log line of a response', async () => {
    const { logged, read } = setUp([{ body: { requestId: 'r1' } }]);

    await read();

    expect(logged).toEqual([
      {
        level: 'debug',
        message: 'Gong answered',
        fields: { operation: 'listUsers', status: 200, requestId: 'r1', tookMs: 0 },
      },
    ]);
  });
});
