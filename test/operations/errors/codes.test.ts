import { describe, expect, it } from '@jest/globals';
import type { Fetch } from '../../../src/gong/exchange.js';
import {
  createFetch,
  createSandbox,
  DEFAULT_CREDENTIAL,
  type Fault,
} from '../../../sandbox/src/index.js';
import { FakeClock } from '../../support/clock.js';
import { createTestGateway } from '../../support/gateway.js';
import { NOW, calls, company, says, setUp } from './support.js';

const callIds = calls.map(({ metaData }) => metaData.id);

describe('A failure of Gong becomes a code', () => {
  const faults: readonly {
    readonly name: string;
    readonly fault: Fault;
    readonly expected: Record<string, unknown>;
    readonly requests?: number;
  }[] = [
    { name: '400', fault: says(400, 'No.'), expected: { code: 'GONG_BAD_REQUEST' } },
    { name: '401', fault: says(401, 'Who?'), expected: { code: 'GONG_BAD_CREDENTIALS' } },
    {
      name: '401 that names a scope',
      fault: says(401, "You don't have permission to use 'api:workspaces:read' in your app."),
      expected: { code: 'GONG_MISSING_SCOPE', requiredScope: 'api:workspaces:read' },
    },
    {
      name: '403',
      fault: says(403, 'Not from there.'),
      expected: { code: 'GONG_BAD_CREDENTIALS' },
    },
    {
      name: '403 of a feature',
      fault: says(403, 'This feature is not enabled for your company.'),
      expected: { code: 'GONG_NOT_LICENSED' },
    },
    { name: '404', fault: says(404, 'Gone.'), expected: { code: 'GONG_NOT_FOUND' } },
    { name: '409', fault: says(409, 'Twice.'), expected: { code: 'GONG_CONFLICT' } },
    { name: '418', fault: says(418, 'Tea.'), expected: { code: 'GONG_BAD_REQUEST' } },
    {
      name: '500',
      fault: says(500, 'Oops.'),
      expected: { code: 'GONG_UNAVAILABLE', retryable: true },
      requests: 3,
    },
    {
      name: '503',
      fault: says(503, 'Back soon.'),
      expected: { code: 'GONG_UNAVAILABLE', retryable: true },
      requests: 3,
    },
  ];

  it.each(faults)('$name', async ({ fault, expected, requests = 1 }) => {
    const { clock, sandbox, gateway } = setUp();
    sandbox.faults.add({ fault, times: 9 });

    const answer = await clock.runUntil(gateway.trace('{ all: workspaces { name } }'));

    const { status, body } = fault as { status: number; body: { errors: string[] } };
    expect(answer.data).toEqual({ all: null });
    expect(answer.errors).toHaveLength(1);
    expect(answer.errors?.[0]?.path).toEqual(['all']);
    expect(answer.errors?.[0]?.extensions).toEqual({
      retryable: false,
      ...expected,
      gong: { operation: 'listWorkspaces', status, requestId: 'r3qu35t', messages: body.errors },
    });
    expect([answer.sent.length, answer.extensions?.gong?.requests]).toEqual([requests, requests]);
  });

  const illegible: readonly (readonly [string, Fault])[] = [
    ['cut JSON', { kind: 'malformed-json' }],
    ['a body that breaks off', { kind: 'truncate' }],
    ['a page of HTML', { kind: 'answer', status: 200, body: '<html>Sign in</html>' }],
    ['an empty body', { kind: 'answer', status: 200, body: '' }],
    ['a list', { kind: 'answer', status: 200, body: '[]' }],
    ['null', { kind: 'answer', status: 200, body: 'null' }],
    ['another shape', { kind: 'answer', status: 200, body: '{"workspaces":{"id":"1"}}' }],
    ['items of another shape', { kind: 'answer', status: 200, body: '{"workspaces":["1"]}' }],
  ];
  it.each(illegible)('GONG_BAD_RESPONSE for %s', async (_, fault) => {
    const { clock, sandbox, gateway } = setUp();
    sandbox.faults.add({ fault });

    const answer = await clock.runUntil(gateway.trace('{ workspaces { name } }'));

    expect(answer.data).toEqual({ workspaces: null });
    expect(answer.errors).toMatchObject([
      {
        path: ['workspaces'],
        extensions: { code: 'GONG_BAD_RESPONSE', gong: { operation: 'listWorkspaces' } },
      },
    ]);
    expect(answer.sent).toHaveLength(1);
  });

  it.each<[operation: string, query: string, body: object]>([
    ['listWorkspaces', '{ part: workspaces { name } }', { workspaces: { id: '1' } }],
    ['listCallsExtensive', '{ part: calls { nodes { id } } }', { calls: 'none' }],
    ['listCallsExtensive', '{ part: calls { nodes { id } } }', { calls: [{ metaData: {} }, {}] }],
    ['listUsers', '{ part: users { nodes { id } } }', { users: [['500']] }],
    ['getCall', '{ part: call(id: "5") { title } }', { call: null }],
    ['getCall', '{ part: call(id: "5") { title } }', { call: ['5'] }],
  ])('GONG_BAD_RESPONSE names the response with a wrong shape: %s, %s %j', async (...each) => {
    const [operation, query, body] = each;
    const { sandbox, gateway } = setUp();
    const content = { requestId: 'r3qu35t', ...body };
    sandbox.faults.add({ fault: { kind: 'answer', status: 200, body: content } });

    const { data, errors } = await gateway.execute(query);

    expect(data).toEqual({ part: null });
    expect(errors?.map(({ extensions }) => extensions)).toEqual([
      {
        code: 'GONG_BAD_RESPONSE',
        retryable: true,
        gong: { operation, status: 200, requestId: 'r3qu35t', messages: [] },
      },
    ]);
  });

  it('GONG_BAD_RESPONSE for a redirect, which is not followed', async () => {
    const clock = new FakeClock(NOW);
    const sandbox = createSandbox({ company, clock });
    const urls: string[] = [];
    const ask = createFetch(sandbox);
    const fetch: Fetch = (url, init) => {
      urls.push(url);
      return ask(url, init);
    };
    const gateway = createTestGateway({ sandbox, clock, fetch });
    sandbox.faults.add({ fault: { kind: 'redirect', location: 'https://elsewhere.test/v2/x' } });

    const { errors } = await gateway.execute('{ workspaces { name } }');

    expect(errors?.[0]?.extensions).toMatchObject({ code: 'GONG_BAD_RESPONSE' });
    expect(errors?.[0]?.message).toContain('elsewhere.test');
    expect(urls).toEqual(['https://gong.test/v2/workspaces']);
  });

  it('without a credential, a link, or a stack trace', async () => {
    const { clock, sandbox, gateway } = setUp();
    sandbox.faults.add({ fault: { kind: 'drop' }, times: 3, operationId: 'listWorkspaces' });
    sandbox.faults.add({ fault: says(401, 'Who?'), operationId: 'listTrackers' });

    const answer = await clock.runUntil(
      gateway.execute('{ workspaces { name } trackers { name } scorecards { name } }'),
    );

    const text = JSON.stringify(answer.errors);
    const { accessKey, accessKeySecret } = DEFAULT_CREDENTIAL;
    const pair = Buffer.from(`${accessKey}:${accessKeySecret}`).toString('base64');
    expect(answer.errors).toHaveLength(2);
    for (const secret of [accessKey, accessKeySecret, pair, 'gong.test', '.ts:', 'stack']) {
      expect(text).not.toContain(secret);
    }
  });
});

describe('A missing record is not a failure', () => {
  it.each([
    ['{ calls(filter: { callIds: ["5"] }) { nodes { id } } }', { calls: { nodes: [] } }],
    ['{ users(filter: { userIds: ["5"] }) { nodes { id } } }', { users: { nodes: [] } }],
    ['{ answeredScorecards { nodes { id } } }', { answeredScorecards: { nodes: [] } }],
    ['{ call(id: "5") { id } }', { call: null }],
    ['{ call(id: "5") { brief } }', { call: null }],
    ['{ call(id: "99999999999999999999") { id } }', { call: null }],
    ['{ user(id: "5") { id } }', { user: null }],
    ['{ folder(id: "5") { name } }', { folder: null }],
    ['{ workspace(id: "5") { name } }', { workspace: null }],
    ['{ tracker(id: "5") { name } }', { tracker: null }],
    ['{ scorecard(id: "5") { name } }', { scorecard: null }],
    ['{ callsByIds(ids: ["5", "6"]) { id } }', { callsByIds: [null, null] }],
    ['{ usersByIds(ids: ["5"]) { name } }', { usersByIds: [null] }],
  ])('%s', async (query, expected) => {
    const { gateway } = setUp();

    const { data, errors, sent } = await gateway.trace(query);

    expect(errors).toBeUndefined();
    expect(data).toEqual(expected);
    expect(sent).toHaveLength(1);
  });

  it.each([202, 400, 404, 409, 425])('is null for "not ready yet" with %s', async (status) => {
    const { sandbox, gateway } = setUp();
    sandbox.faults.add({ fault: says(status, 'The call is not ready yet.') });

    const { data, errors, sent } = await gateway.trace('{ call(id: "5") { title } }');

    expect(errors).toBeUndefined();
    expect(data).toEqual({ call: null });
    expect(sent.map(({ operationId }) => operationId)).toEqual(['getCall']);
  });

  it('differs from a 404 that is not Gong’s', async () => {
    const { sandbox, gateway } = setUp();
    sandbox.faults.add({
      fault: { kind: 'answer', status: 404, body: '<h1>nginx</h1>' },
      times: 2,
    });

    const { data, errors } = await gateway.execute(
      '{ call(id: "5") { id } calls { nodes { id } } }',
    );

    expect(data).toEqual({ call: null, calls: null });
    const codes = errors?.map(({ extensions }) => extensions['code']);
    expect(codes).toEqual(['GONG_NOT_FOUND', 'GONG_NOT_FOUND']);
  });

  it.each(['callsByIds(ids: $ids) { id brief }', 'usersByIds(ids: $ids) { id name }'])(
    'is found among 100 IDs: %s',
    async (field) => {
      const { gateway } = setUp();
      const known = field.startsWith('calls') ? callIds : company.users.map(({ id }) => id);
      const ids = [...known.slice(0, 61), '99999999999999999999', ...known.slice(61, 99)];

      const answer = await gateway.trace(`query ($ids: [ID!]!) { list: ${field} }`, { ids });

      const found = (answer.data?.['list'] as unknown as ({ id: string } | null)[]).map(
        (item) => item?.id ?? null,
      );
      expect(answer.errors).toBeUndefined();
      expect(found).toEqual(ids.map((id) => (id.length === 20 ? null : id)));
      expect(answer.sent.length).toBeLessThanOrEqual(1 + 2 * Math.ceil(Math.log2(100)));
      expect(answer.extensions?.gong?.requests).toBe(answer.sent.length);
    },
  );
});

describe('A partial failure', () => {
  it('is null at each affected path, with the first path of each list', async () => {
    const { clock, sandbox, gateway } = setUp();
    sandbox.faults.add({ fault: says(500, 'Oops.'), times: 3, operationId: 'listWorkspaces' });

    const { data, errors } = await clock.runUntil(
      gateway.execute(`{
        calls(first: 2) { nodes { id workspace { id name } } }
        workspaces { name }
        trackers { name }
      }`),
    );

    const nodes = callIds.slice(0, 2).map((id) => ({ id, workspace: null }));
    expect(data).toEqual({ calls: { nodes }, workspaces: null, trackers: [] });
    expect(errors?.map(({ path }) => path?.join('.')).sort()).toEqual([
      'calls.nodes.0.workspace',
      'workspaces',
    ]);
    expect(sandbox.requestsTo('listWorkspaces')).toHaveLength(3);
  });

  it('affects only one of two batches', async () => {
    const { clock, sandbox, gateway } = setUp();
    const matches = ({ body }: { body: unknown }) =>
      JSON.stringify(body).includes(`"${callIds[0]}"`);
    sandbox.faults.add({ fault: says(500, 'Oops.'), times: 3, matches });

    const { data, errors } = await clock.runUntil(
      gateway.execute('query ($ids: [ID!]!) { callsByIds(ids: $ids) { id } }', {
        ids: callIds.slice(0, 150),
      }),
    );

    const found = data?.['callsByIds'] as unknown as ({ id: string } | null)[];
    expect(found.slice(0, 100)).toEqual(Array(100).fill(null));
    expect(found.slice(100).map((call) => call?.id)).toEqual(callIds.slice(100, 150));
    expect(errors).toMatchObject([
      { path: ['callsByIds', 0], extensions: { gong: { occurrences: 100 } } },
    ]);
  });

  it('of transcripts keeps the calls', async () => {
    const { sandbox, gateway } = setUp();
    sandbox.faults.add({ fault: says(400, 'No.'), operationId: 'getCallTranscripts' });

    const { data, errors } = await gateway.execute(
      '{ calls(first: 1) { nodes { title transcript { text } } } }',
    );

    const nodes = [{ title: `Call ${callIds[0]}`, transcript: null }];
    expect(data).toEqual({ calls: { nodes } });
    expect(errors).toMatchObject([
      { path: ['calls', 'nodes', 0, 'transcript'], extensions: { code: 'GONG_BAD_REQUEST' } },
    ]);
  });
});
