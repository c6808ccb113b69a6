import { request } from 'node:https';
import { text } from 'node:stream/consumers';
import type { IncomingMessage } from 'node:http';
import { afterEach, expect, it } from '@jest/globals';
import {
  createGate,
  startServer,
  type TestServer,
  type TestServerOptions,
} from '../http/support.js';
import { noise, registerCall, sha256 } from '../http/uploadSupport.js';
import { eventually } from '../storage/redis/support.js';
import { createTestAudit } from '../support/audit.js';
import { freePort } from '../support/ports.js';
import { startNginx, type TestNginx } from './nginx.js';

const QUERY = '{ users(first: 1) { nodes { id } } }';

let nginx: TestNginx;
let port: number;
const running: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of running.splice(0).reverse()) await close();
});

/** Starts nginx in front of two gateways. */
async function start(first: TestServerOptions = {}): Promise<readonly [TestServer, TestServer]> {
  port = await freePort();
  const publicUrl = `https://localhost:${port}`;
  const pair = [
    await startServer({ publicUrl, ...first }),
    await startServer({ publicUrl }),
  ] as const;
  running.push(
    ...pair.map(
      ({ app }) =>
        () =>
          app.close(),
    ),
  );
  const [one, two] = pair.map(({ origin }) => origin.replace('http://', ''));
  nginx = await startNginx(port, [one ?? '', two ?? '']);
  running.push(() => nginx.close());
  return pair;
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

/** Sends a request by TLS, and checks the certificate. */
async function send(
  method: string,
  path: string,
  body: Buffer | string = '',
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const options = { method, headers, ca: nginx.certificate, agent: false } as const;
  const sending = request(`https://localhost:${port}${path}`, options);
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    sending.once('response', resolve).once('error', reject);
    sending.end(body);
  });
  return { status: response.statusCode ?? 0, body: await text(response) };
}

const post = (query: string): Promise<Answer> =>
  send('POST', '/graphql', JSON.stringify({ query }), { 'content-type': 'application/json' });

it('nginx spreads operations over both gateways by TLS', async () => {
  const [one, two] = await start();

  const answers = [await post(QUERY), await post(QUERY), await post(QUERY), await post(QUERY)];

  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(JSON.parse(answers[0]?.body ?? '')).toMatchObject({ data: { users: { nodes: [{}] } } });
  expect([one.contexts.length, two.contexts.length]).toEqual([2, 2]);
});

it('nginx tells the address of a client, whatever the client claims', async () => {
  const { audit, taken } = createTestAudit();
  const [, two] = await start({
    audit,
    tokens: [{ client: 'web', tenant: 'default', token: 'web-token' }],
    httpConfig: { trustedProxies: ['127.0.0.1'] },
  });
  await two.app.close();

  const { status } = await send('POST', '/graphql', '{}', {
    'content-type': 'application/json',
    authorization: 'Bearer wrong',
    'x-forwarded-for': '203.0.113.7',
  });

  expect(status).toBe(401);
  expect(taken()).toMatchObject([{ action: 'bad-token', address: '127.0.0.1' }]);
});

it('nginx hides the paths of operators', async () => {
  await start();
  const paths = ['/metrics', '/status', '/status/', '/admin/connections', '/health/ready'];

  const answers = await Promise.all(paths.map((path) => send('GET', path)));

  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 200]);
  // A gateway without that path would say so in JSON.
  expect(answers.filter(({ body }) => body.includes('NOT_FOUND'))).toEqual([]);
});

it('nginx passes a recording on, and logs no upload URL', async () => {
  const [one, two] = await start();
  // Both gateways have a company of their own here, so one must take the whole upload.
  await two.app.close();
  const callId = await registerCall(one);
  const { body } = await post(
    `mutation { addCallMedia(input: { callId: "${callId}" }) { uploadUrl } }`,
  );
  const { data } = JSON.parse(body) as { data: { addCallMedia: { uploadUrl: string } } };
  const url = new URL(data.addCallMedia.uploadUrl);
  const bytes = noise(3_000_000);

  const answer = await send('PUT', url.pathname, bytes, { 'content-type': 'audio/mpeg' });

  expect(url.origin).toBe(`https://localhost:${port}`);
  expect(answer.status).toBe(201);
  expect(one.sandbox.requestsTo('addCallRecording')).toMatchObject([
    { form: [{ name: 'mediaFile', bytes: 3_000_000, sha256: sha256(bytes) }] },
  ]);
  await eventually(async () => (await nginx.accessLog()).includes('PUT'));
  const log = await nginx.accessLog();
  expect(log).toContain('PUT /uploads/ 201');
  expect(log).not.toContain(url.pathname);
});

it('no request fails while one of the gateways drains and closes', async () => {
  const { fetch, open, arrived } = createGate();
  const [one, two] = await start({ fetch });
  const held = post(QUERY);
  await arrived;

  const draining = one.app.drain(0);
  const during = [await post('{ __typename }'), await post('{ __typename }')];
  await draining;
  const closing = one.app.close();
  await eventually(() => !one.app.http.server.listening);
  const before = two.contexts.length;
  const after = [await post(QUERY), await post(QUERY), await post(QUERY)];
  open();

  expect([...during, ...after].map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  expect(two.contexts.length - before).toBe(3);
  expect((await held).status).toBe(200);
  await closing;
});

it('no request fails while a gateway that is never idle closes', async () => {
  const [one, two] = await start();
  const statuses: number[] = [];
  let isOver = false;
  const clients = Array.from({ length: 50 }, async () => {
    while (!isOver) statuses.push((await post('{ __typename }')).status);
  });
  await eventually(() => statuses.length > 200);
  const before = two.contexts.length;

  await one.app.drain(0);
  await one.app.close();
  const closedAt = statuses.length;
  await eventually(() => statuses.length > closedAt + 200);
  isOver = true;
  await Promise.all(clients);

  expect(statuses.filter((status) => status !== 200)).toEqual([]);
  expect(two.contexts.length).toBeGreaterThan(before + 200);
}, 60_000);
