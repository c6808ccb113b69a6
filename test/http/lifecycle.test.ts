import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { FakeClock, settle } from '../support/clock.js';
import { createGate, startServer, type TestServer, type TestServerOptions } from './support.js';

const query = '{ users(first: 1) { nodes { id } } }';
const running: TestServer[] = [];

async function start(options: TestServerOptions = {}): Promise<TestServer> {
  const server = await startServer(options);
  running.push(server);
  return server;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map(({ app }) => app.close()));
});

describe('a server that is told to stop', () => {
  it('lets a running operation complete', async () => {
    const { fetch, open, arrived } = createGate();
    const { app, post } = await start({ fetch });
    const answer = post(query);
    await arrived;
    let isClosed = false;

    const closing = app.close().then(() => (isClosed = true));
    await settle();
    expect(isClosed).toBe(false);
    open();

    expect(await (await answer).json()).toMatchObject({ data: { users: { nodes: [{}] } } });
    await closing;
  });

  it('is no longer ready while it waits', async () => {
    const { fetch, open, arrived } = createGate();
    const { app, post } = await start({ fetch });
    const answer = post(query);
    await arrived;

    const closing = app.close();
    const [ready, live] = await Promise.all(
      ['/health/ready', '/health/live'].map((url) => app.http.inject({ url })),
    );
    open();

    expect(ready?.statusCode).toBe(503);
    expect(ready?.json()).toMatchObject({
      status: 'stopping',
      parts: { gateway: { status: 'stopping' }, quota: { status: 'ok' } },
    });
    expect(live?.statusCode).toBe(200);
    await Promise.all([answer, closing]);
  });

  it('serves for the time of its drain, but is not ready', async () => {
    const clock = new FakeClock();
    const { app, origin, post } = await start({ clock });
    let isOver = false;

    const draining = app.drain(5000).then(() => (isOver = true));
    const ready = await fetch(`${origin}/health/ready`);
    const answer = await post(query);
    await clock.advance(4999);
    const wasOver = isOver;
    await clock.advance(1);
    await draining;

    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({ status: 'stopping' });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ data: { users: { nodes: [{}] } } });
    expect(wasOver).toBe(false);
    expect(app.http.server.listening).toBe(true);
  });

  it('keeps no connection open for further requests while it drains', async () => {
    const { app, post } = await start({ clock: new FakeClock() });
    const before = await post(query);

    void app.drain(5000);
    const after = await post(query);

    expect([before, after].map(({ headers }) => headers.get('connection'))).toEqual([
      'keep-alive',
      'close',
    ]);
  });

  it.each([
    [30_000, 31_000],
    [2_147_483_647, 2_147_483_647],
  ])('aborts no operation within its deadline: %i ms', async (deadlineMs, graceMs) => {
    const clock = new FakeClock();
    const after = jest.spyOn(clock, 'after');
    const { app } = await start({ clock, deadlineMs });
    after.mockClear();

    await app.close();

    expect(after.mock.calls.map(([delayMs]) => delayMs)).toContain(graceMs);
  });

  it('accepts no new connection', async () => {
    const { app, origin } = await start();

    await app.close();

    await expect(fetch(`${origin}/health/live`)).rejects.toThrow('fetch failed');
  });

  it('stops although a client keeps its connection open', async () => {
    const { app, post } = await start();
    await (await post(query)).text();

    await app.close();

    expect(app.http.server.listening).toBe(false);
  });
});

describe('a client that disconnects', () => {
  it('removes its queued requests', async () => {
    const clock = new FakeClock();
    const server = await start({ clock, requestsPerSecond: 1 });
    await server.post(query);
    const leaving = new AbortController();
    const left = server.post('{ workspaces { id } }', { signal: leaving.signal });
    left.catch(() => undefined);
    await contextOf(server, 1);

    leaving.abort();
    await ended(server, 1);
    await clock.advance(60_000);

    await expect(left).rejects.toThrow('abort');
    expect(server.sandbox.requests.map(({ operationId }) => operationId)).toEqual(['listUsers']);
  });

  it('causes no request when it disconnects before its policy is known', async () => {
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const server = await start({ beforeContext: () => held });
    const leaving = new AbortController();
    const left = server.post(query, { signal: leaving.signal });
    left.catch(() => undefined);
    const [, response] = (await once(server.app.http.server, 'request')) as [
      IncomingMessage,
      ServerResponse,
    ];

    leaving.abort();
    await once(response, 'close');
    letGo();

    await ended(server, 0);
    expect(server.sandbox.requests).toEqual([]);
  });

  it('aborts the request in flight for it alone', async () => {
    const { fetch, arrived } = createGate();
    const server = await start({ fetch });
    const leaving = new AbortController();
    const left = server.post(query, { signal: leaving.signal });
    left.catch(() => undefined);
    const { signal } = await arrived;

    leaving.abort();
    await aborted(signal);

    expect(server.contexts.map(({ operation }) => operation.ended)).toEqual([true]);
    expect(server.sandbox.requests).toEqual([]);
  });

  it('affects no other operation', async () => {
    const { fetch, open, arrived } = createGate();
    const server = await start({ fetch });
    const leaving = new AbortController();
    const left = server.post(query, { signal: leaving.signal });
    left.catch(() => undefined);
    await arrived;
    const other = server.post('{ workspaces { id } }');
    await contextOf(server, 1);

    leaving.abort();
    await ended(server, 0);
    open();

    expect(await (await other).json()).not.toHaveProperty('errors');
  });

  it('is distinguished from one that received its response', async () => {
    const server = await start();

    const response = await server.post(query);

    expect(await response.json()).toMatchObject({ extensions: { gong: { requests: 1 } } });
    expect(server.contexts.map(({ operation }) => operation.ended)).toEqual([true]);
  });
});

/** Waits for the operation of that number to have begun. */
async function contextOf({ contexts }: TestServer, index: number): Promise<void> {
  while (contexts[index] === undefined) await settle();
  await settle();
}

/** Waits for the operation of that number to be over. */
async function ended(server: TestServer, index: number): Promise<void> {
  await contextOf(server, index);
  const signal = server.contexts[index]?.operation.signal;
  if (signal !== undefined) await aborted(signal);
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, 'abort');
}
