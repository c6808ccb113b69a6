import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { systemClock } from '../../src/lib/clock.js';
import { createKeepAliveFetch, type KeepAliveFetch } from '../../src/gong/fetch.js';
import type { ServerAddress } from '../../sandbox/src/server.js';
import { startServer, type TestServer } from './support.js';
import { askForUrl, noise, put, putAll, registerCall, sha256 } from './uploadSupport.js';

let server: TestServer;
let gong: KeepAliveFetch;
let listening: ServerAddress;

/** Nothing is faked between the client and the sandbox: bytes go through two real connections. */
beforeEach(async () => {
  gong = createKeepAliveFetch(systemClock);
  server = await startServer({
    fetch: () => (url, init) => gong.fetch(url.replace('https://gong.test', listening.url), init),
  });
  listening = await server.sandbox.listen();
});

afterEach(async () => {
  await server.app.close();
  gong.close();
  await listening.close();
});

const sent = () => server.sandbox.requestsTo('addCallRecording');

describe('over real connections', () => {
  it('a recording arrives unchanged', async () => {
    const url = await askForUrl(server, await registerCall(server));
    const bytes = noise(3_000_000);

    const { status } = await putAll(url, bytes);

    expect(status).toBe(201);
    expect(sent()).toMatchObject([{ form: [{ bytes: bytes.length, sha256: sha256(bytes) }] }]);
  });

  it('an incomplete recording is not accepted', async () => {
    const url = await askForUrl(server, await registerCall(server));
    const { sending, answer } = put(url, {
      'content-type': 'audio/mpeg',
      'content-length': 3_000_000,
    });
    sending.write(noise(1_000_000));
    // Gong has begun to read it: its connection is the only one of its own.
    await once(server.app.http.server, 'request');

    sending.destroy();

    await expect(answer).rejects.toThrow();
    const { operation } = server.contexts.at(-1) ?? {};
    if (operation?.ended === false) await once(operation.signal, 'abort');
    expect((await putAll(url, noise(1000))).status).toBe(201);
    expect(sent().map(({ form }) => form?.[0]?.bytes)).toEqual([1000]);
  });

  it('a client with Expect: 100-continue can send an operation', async () => {
    const asking = request(`${server.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', expect: '100-continue' },
    });
    asking.flushHeaders();
    await once(asking, 'continue');
    asking.end(JSON.stringify({ query: '{ __typename }' }));
    const [response] = (await once(asking, 'response')) as [IncomingMessage];

    expect(JSON.parse(await text(response))).toMatchObject({ data: { __typename: 'Query' } });
  });

  it('a GET is sent with its body', async () => {
    const query = `mutation { gongRequest(input: { method: GET, path: "/v2/crm/entities",
      query: { integrationId: 7782342274025937897, objectType: "ACCOUNT" }, body: ["a", "b"] }) { status } }`;

    await server.post(query);

    expect(server.sandbox.requestsTo('getCrmObjects')).toMatchObject([
      {
        method: 'GET',
        query: { integrationId: '7782342274025937897', objectType: 'ACCOUNT' },
        body: ['a', 'b'],
      },
    ]);
  });

  it('a DELETE is sent with its body', async () => {
    const query =
      'mutation { deleteMeeting(input: { id: "7", organizerEmail: "a@b.com" }) { requestId } }';

    const answer = await server.post(query);

    expect(await answer.json()).toMatchObject({
      errors: [{ extensions: { code: 'GONG_NOT_FOUND' } }],
    });
    expect(server.sandbox.requestsTo('deleteMeeting')).toMatchObject([
      { method: 'DELETE', path: '/v2/meetings/7', body: { organizerEmail: 'a@b.com' } },
    ]);
  });
});
