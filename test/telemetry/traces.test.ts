import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEFAULT_CREDENTIAL, type Sandbox } from '../../sandbox/src/index.js';
import { startCollector, type CollectedSpan } from '../support/collector.js';
import { noise, putAll } from '../http/uploadSupport.js';
import { createTestSandbox } from '../support/sandbox.js';
import { runTraced, startHeldGong, type HeldGong } from './tracedProgram.js';

const WEB_TOKEN = 'the-token-of-the-web-client';
const BATCH_TOKEN = 'the-token-of-the-batch-client';
const SEARCHED = 'searched.person@secret.example';
const REFUSAL = 'Sorry, refused.person@secret.example, not now';

const CLIENT_TRACE = 'c1c2c3c4c5c6c7c8c9cacbcccdcecfc0';
const CLIENT_SPAN = 'a1a2a3a4a5a6a7a8';
const UNSAMPLED_TRACE = 'd1d2d3d4d5d6d7d8d9dadbdcdddedfd0';

/** Values of SpanKind in OTLP. */
const INTERNAL = 1;
const SERVER = 2;
const CLIENT = 3;

const users = 'users(first: 100) { nodes { id name emailAddress title } }';

interface Answer {
  readonly data?: unknown;
  readonly extensions?: { readonly gong: { readonly requestIds: readonly string[] } };
}

let sandbox: Sandbox;
let gong: HeldGong;
let collector: Awaited<ReturnType<typeof startCollector>>;
let program: Awaited<ReturnType<typeof runTraced>>;
let origin: string;
let spans: readonly CollectedSpan[];
let output: string;
const answers: Answer[] = [];

async function ask(
  query: string,
  { token = WEB_TOKEN, ...headers }: Readonly<Record<string, string>> = {},
  variables: object = {},
): Promise<Answer> {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
    body: JSON.stringify({ query, variables, extensions: { gong: { requestIds: true } } }),
  });
  const answer = (await response.json()) as Answer;
  answers.push(answer);
  return answer;
}

/** Registers a call, and sends its recording. */
async function upload(): Promise<void> {
  const [host] = sandbox.company.users;
  if (host === undefined) throw new Error('The company has no users.');
  host.settings.telephonyCallsImported = true;
  const registered = await ask(`mutation Register { createCall(input: {
    clientUniqueId: "the-id-of-the-call", primaryUserId: "${host.id}", direction: INBOUND,
    actualStart: "2026-05-30T10:00:00Z", parties: [{ userId: "${host.id}" }]
  }) { callId } }`);
  const { callId } = (registered.data as { createCall: { callId: string } }).createCall;
  const addressed = await ask(
    `mutation Upload { addCallMedia(input: { callId: "${callId}" }) { uploadUrl } }`,
  );
  const { uploadUrl } = (addressed.data as { addCallMedia: { uploadUrl: string } }).addCallMedia;
  await putAll(uploadUrl, noise(1000));
}

/** Runs all operations of this suite, and stops the gateway, which exports its last spans then. */
beforeAll(async () => {
  sandbox = createTestSandbox({ calls: 10, users: 8, workspaces: 1 });
  // The second operation has joined the request for users once its own request arrives.
  gong = await startHeldGong(sandbox, async (path, { arrived }) => {
    if (path === '/v2/users') await arrived('/v2/settings/trackers');
  });
  collector = await startCollector();
  program = await runTraced(gong.url, {
    GATEWAY_TOKENS: `web:${WEB_TOKEN},batch:${BATCH_TOKEN}`,
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
    OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=test',
  });
  origin = await program.started;

  const traceparent = `00-${CLIENT_TRACE}-${CLIENT_SPAN}-01`;
  const first = ask(`query Users { ${users} }`, { traceparent });
  await gong.arrived('/v2/users');
  await ask(`query UsersAndTrackers { ${users} trackers { name } }`, { token: BATCH_TOKEN });
  await first;

  const body = { requestId: 'refusal', errors: [REFUSAL] };
  const fault = { kind: 'answer', status: 503, body } as const;
  sandbox.faults.add({ fault, operationId: 'getUserHistory' });
  const [user] = sandbox.company.users;
  await ask(
    'query History($id: ID!) { user(id: $id) { name settingsHistory { setting } } }',
    {},
    { id: user?.id },
  );
  await ask('query Calls { calls(first: 3) { nodes { title transcript { text } } } }');
  await ask(`query Report20261130 { searchUsers(email: "${SEARCHED}") { name } }`);
  await ask('query TooMany { calls(first: 5000) { nodes { id } } }');
  await ask('query Unsampled { trackers { name } }', {
    traceparent: `00-${UNSAMPLED_TRACE}-${CLIENT_SPAN}-00`,
  });

  await upload();

  await program.stop();
  output = program.output();
  spans = collector.spans();
});
afterAll(async () => {
  await program.remove();
  await gong.close();
  collector.close();
});

function operation(name: string): CollectedSpan {
  const found = spans.find(({ attributes }) => attributes['graphql.operation.name'] === name);
  if (found === undefined) throw new Error(`No span of the operation ${name} was exported.`);
  return found;
}

const childrenOf = ({ spanId, traceId }: CollectedSpan, name: string): readonly CollectedSpan[] =>
  spans.filter(
    (span) => span.parentSpanId === spanId && span.traceId === traceId && span.name === name,
  );

const endpointsOf = (parent: CollectedSpan): readonly unknown[] =>
  childrenOf(parent, 'gong.request').map(({ attributes }) => attributes['gong.endpoint']);

describe('the trace of an operation', () => {
  it('continues the trace of the client', () => {
    const { traceId, parentSpanId, kind } = operation('Users');

    expect({ traceId, parentSpanId, kind }).toEqual({
      traceId: CLIENT_TRACE,
      parentSpanId: CLIENT_SPAN,
      kind: SERVER,
    });
  });

  it('says what the operation was and what it cost', () => {
    const { attributes, isError } = operation('Users');

    expect(isError).toBe(false);
    expect(attributes).toEqual({
      'graphql.operation.type': 'query',
      'graphql.operation.name': 'Users',
      'graphql.document.hash': expect.stringMatching(/^[\da-f]{64}$/),
      'gong_gateway.kind': 'graphql',
      'gong_gateway.request_id': expect.stringMatching(/^[\da-f-]{36}$/),
      'gong_gateway.tenant': 'default',
      'gong_gateway.client': 'web',
      'gong_gateway.gong_requests': 1,
      'gong_gateway.shared_requests': 0,
      'gong_gateway.cache_hits': 0,
      'gong_gateway.waited_ms': expect.any(Number),
      'gong_gateway.error_codes': [],
    });
  });

  it('has a span for the wait in the queue', () => {
    const waits = childrenOf(operation('Users'), 'gong.queue');

    expect(waits.map(({ kind, isError, attributes }) => ({ kind, isError, attributes }))).toEqual([
      { kind: INTERNAL, isError: false, attributes: {} },
    ]);
  });

  it("has a span for the request to Gong, with Gong's ID of it", () => {
    const [request, ...others] = childrenOf(operation('Users'), 'gong.request');
    const [requestId] = answers.find(({ data }) => data !== undefined)?.extensions?.gong
      .requestIds ?? ['none'];

    expect(others).toEqual([]);
    expect(request?.kind).toBe(CLIENT);
    expect(request?.isError).toBe(false);
    expect(request?.attributes).toEqual({
      'http.request.method': 'GET',
      'url.template': '/v2/users',
      'http.response.status_code': 200,
      'gong.endpoint': 'listUsers',
      'gong.attempt': 1,
      'gong.outcome': 'ok',
      'gong.request_id': requestId,
    });
  });

  it('is linked with a request of another operation that it waits for too', () => {
    const [request] = childrenOf(operation('Users'), 'gong.request');
    const sharing = operation('UsersAndTrackers');

    expect(sharing.traceId).not.toBe(CLIENT_TRACE);
    expect(sharing.parentSpanId).toBeUndefined();
    expect(sharing.attributes).toMatchObject({
      'gong_gateway.client': 'batch',
      'gong_gateway.gong_requests': 1,
      'gong_gateway.shared_requests': 1,
    });
    expect(endpointsOf(sharing)).toEqual(['listTrackers']);
    expect(sharing.links).toEqual([request?.spanId]);
    expect(request?.links).toEqual([sharing.spanId]);
  });

  it('has each attempt of a repeated request, without the IDs in its path', () => {
    const attempts = childrenOf(operation('History'), 'gong.request');

    expect(attempts.map(({ attributes, isError }) => ({ ...attributes, isError }))).toEqual([
      {
        'http.request.method': 'GET',
        'url.template': '/v2/users/{id}/settings-history',
        'http.response.status_code': 503,
        'gong.endpoint': 'getUserHistory',
        'gong.attempt': 1,
        'gong.outcome': 'unavailable',
        'gong.request_id': 'refusal',
        'error.type': 'unavailable',
        isError: true,
      },
      expect.objectContaining({ 'gong.attempt': 2, 'gong.outcome': 'ok', isError: false }),
    ]);
    expect(childrenOf(operation('History'), 'gong.queue')).toHaveLength(2);
  });

  it('has every request of an operation with several', () => {
    expect(endpointsOf(operation('Calls'))).toEqual(
      expect.arrayContaining(['listCallsExtensive', 'getCallTranscripts']),
    );
  });

  it('includes the transfer of a recording', () => {
    const uploads = spans.filter(({ attributes }) => attributes['gong_gateway.kind'] === 'upload');

    expect(uploads).toHaveLength(1);
    expect(uploads.map(({ attributes }) => attributes['graphql.operation.name'])).toEqual([
      'Upload',
    ]);
    expect(
      uploads.flatMap((span) => childrenOf(span, 'gong.request')).map((span) => span.attributes),
    ).toMatchObject([
      {
        'http.request.method': 'PUT',
        'url.template': '/v2/calls/{id}/media',
        'http.response.status_code': 201,
      },
    ]);
  });

  it('has the code of its error', () => {
    const { attributes, isError } = operation('TooMany');

    expect(isError).toBe(true);
    expect(attributes).toMatchObject({
      'error.type': 'BAD_USER_INPUT',
      'gong_gateway.error_codes': ['BAD_USER_INPUT'],
      'gong_gateway.gong_requests': 0,
    });
  });

  it('replaces the name of an operation that looks generated', () => {
    expect(operation('other').attributes['graphql.operation.type']).toBe('query');
    expect(output).not.toContain('Report20261130');
  });

  it('is not exported when the client does not record its own trace', () => {
    expect(spans.filter(({ traceId }) => traceId === UNSAMPLED_TRACE)).toEqual([]);
    expect(output).toContain('"operation":"Unsampled"');
  });
});

describe('the export', () => {
  it('holds every request that Gong received for a recorded operation', () => {
    const received = sandbox.requests.map(({ operationId }) => operationId).sort();
    const exported = spans.flatMap(({ attributes }) => attributes['gong.endpoint'] ?? []).sort();

    expect(exported).toEqual(received);
  });

  it('names the service, and neither the machine nor its user', () => {
    expect(collector.resources()).toContainEqual({
      'service.name': 'gong-graphql-gateway',
      'service.version': expect.stringMatching(/^\d+\.\d+\.\d+/),
      'service.instance.id': expect.stringMatching(/^[\da-f-]{36}$/),
      'deployment.environment.name': 'test',
      'telemetry.sdk.language': 'nodejs',
      'telemetry.sdk.name': 'opentelemetry',
      'telemetry.sdk.version': expect.any(String),
    });
  });

  it('has the spans and attributes that the documentation lists', () => {
    const page = readFileSync('docs/how-to/watch-the-gateway.md', 'utf8');
    const names = spans.flatMap(({ name, attributes }) => [name, ...Object.keys(attributes)]);

    expect([...new Set(names)].filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });

  it('consists of traces alone', () => {
    expect([...new Set(collector.requests.map(({ url }) => url))]).toEqual(['/v1/traces']);
  });

  it('contains no data, variables, addresses, or credentials', () => {
    const raw = collector.requests.map(({ body }) => body).join('\n');
    const canaries = [
      ...answers.flatMap(({ data }) => textsIn(data)),
      ...sandbox.company.users.map(({ id }) => id),
      ...sandbox.company.calls.map(({ metaData: { id } }) => id),
      'Report20261130',
      'the-id-of-the-call',
      SEARCHED,
      REFUSAL,
      WEB_TOKEN,
      BATCH_TOKEN,
      DEFAULT_CREDENTIAL.accessKey,
      DEFAULT_CREDENTIAL.accessKeySecret,
      basicAuth(),
      new URL(gong.url).host,
    ].filter((canary) => canary.length >= 5);

    expect(canaries.length).toBeGreaterThan(100);
    expect(canaries.filter((canary) => raw.includes(canary))).toEqual([]);
  });

  it('logs no problem', () => {
    expect(output).not.toContain('Traces may be incomplete');
  });
});

it('tells Gong nothing of the traces', () => {
  const names = gong.headers.flatMap((headers) => Object.keys(headers));

  expect(names).toContain('authorization');
  expect(names.filter((name) => /^(trace|b3|baggage|uber)/.test(name))).toEqual([]);
});

/** All texts in a value, at any depth. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function basicAuth(): string {
  const { accessKey, accessKeySecret } = DEFAULT_CREDENTIAL;
  return Buffer.from(`${accessKey}:${accessKeySecret}`).toString('base64').slice(0, -2);
}
