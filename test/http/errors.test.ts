import { describe, expect, it } from '@jest/globals';
import type { Fetch } from '../../src/gong/exchange.js';
import {
  createCompany,
  createFetch,
  createSandbox,
  DEFAULT_CREDENTIAL,
  type Fault,
  type RecordedRequest,
  type SandboxOptions,
} from '../../sandbox/src/index.js';
import { FakeClock, settle } from '../support/clock.js';
import { callsAt, companyOf, plainReview, usersOf } from '../support/companies.js';
import { createTestGateway, type TestGatewayOptions } from '../support/gateway.js';
import { connectionIn, COUNTED_PAGE, idsOf, PAGE, walkPages } from '../support/walk.js';

const NOW = Date.parse('2026-06-01T12:00:00Z');
const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
const calls = callsAt(range(450).map((index) => NOW - (500 - index) * 3_600_000));
const callIds = calls.map(({ metaData }) => metaData.id);
const company = companyOf({ calls, users: usersOf(120) });
const says = (status: number, ...errors: string[]): Fault => ({
  kind: 'answer',
  status,
  body: { requestId: 'r3qu35t', errors },
});

/** Gateway and sandbox on one clock that stands still unless told. */
function setUp(options: TestGatewayOptions & { gong?: SandboxOptions } = {}) {
  const clock = new FakeClock(NOW);
  const sandbox = createSandbox({ company, clock, requestsPerSecond: Infinity, ...options.gong });
  return { clock, sandbox, gateway: createTestGateway({ clock, ...options, sandbox }) };
}

/** A Gong that takes requests and never answers. */
const silence: Fetch = (_, { signal }) =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => {
      reject(signal.reason as Error);
    });
  });

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
  ])('GONG_BAD_RESPONSE names the answer of a wrong shape: %s, %s %j', async (...each) => {
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

  it('GONG_BAD_RESPONSE for a redirect, which isn’t followed', async () => {
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

  it('never shows a credential, a link or a stack', async () => {
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

describe('What Gong doesn’t have is no failure', () => {
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

  it.each([202, 400, 404, 409, 425])('takes "not ready yet" with %s for null', async (status) => {
    const { sandbox, gateway } = setUp();
    sandbox.faults.add({ fault: says(status, 'The call is not ready yet.') });

    const { data, errors, sent } = await gateway.trace('{ call(id: "5") { title } }');

    expect(errors).toBeUndefined();
    expect(data).toEqual({ call: null });
    expect(sent.map(({ operationId }) => operationId)).toEqual(['getCall']);
  });

  it('takes a 404 that isn’t Gong’s for a failure', async () => {
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
    'finds the one refused id among a hundred: %s',
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

describe('Reads are tried again', () => {
  it.each<[string, Fault]>([
    ['502', says(502, 'Bad gateway.')],
    ['a dropped connection', { kind: 'drop' }],
  ])('after %s, with growing pauses, each one counted', async (_, fault) => {
    const { clock, sandbox, gateway } = setUp({ random: () => 0.5 });
    sandbox.faults.add({ fault, times: 2 });

    const answer = await clock.runUntil(gateway.trace('{ workspaces { name } }'));

    expect(answer.errors).toBeUndefined();
    expect(answer.data).toEqual({ workspaces: [{ name: 'Sales' }] });
    expect(answer.sent.map(({ at }) => at - NOW)).toEqual([0, 125, 375]);
    expect(answer.extensions?.gong?.requests).toBe(3);
  });

  it('gives up a dropped connection at the third attempt', async () => {
    const { clock, sandbox, gateway } = setUp();
    sandbox.faults.add({ fault: { kind: 'drop' }, times: 9 });

    const answer = await clock.runUntil(gateway.trace('{ workspaces { name } }'));

    expect(answer.errors?.[0]?.extensions).toMatchObject({
      code: 'GONG_UNAVAILABLE',
      retryable: true,
    });
    expect(answer.sent).toHaveLength(3);
    expect(answer.extensions?.gong?.requests).toBe(3);
  });

  it('counts an attempt that hangs as failed', async () => {
    let attempts = 0;
    const clock = new FakeClock(NOW);
    const sandbox = createSandbox({ company, clock });
    const ask = createFetch(sandbox);
    const fetch: Fetch = (url, init) => {
      attempts += 1;
      return attempts === 1 ? silence(url, init) : ask(url, init);
    };
    const gateway = createTestGateway({ sandbox, clock, fetch });

    const answer = await clock.runUntil(gateway.trace('{ workspaces { name } }'));

    expect(answer.errors).toBeUndefined();
    expect(attempts).toBe(2);
    expect(answer.extensions?.gong?.requests).toBe(2);
  });
});

describe('Gong’s pace is kept', () => {
  const slowDown = (seconds: string): Fault => ({
    kind: 'answer',
    status: 429,
    headers: { 'retry-after': seconds },
  });

  it('waits a 429 out within the deadline', async () => {
    const { clock, sandbox, gateway } = setUp();
    sandbox.faults.add({ fault: slowDown('5') });

    const answer = await clock.runUntil(gateway.trace('{ workspaces { name } }'));

    expect(answer.errors).toBeUndefined();
    expect(answer.sent.map(({ at }) => at - NOW)).toEqual([0, 5000]);
    expect(answer.extensions?.gong).toMatchObject({ requests: 2, waitedMs: 5000 });
  });

  it('waits until the date that a 429 names', async () => {
    const { clock, sandbox, gateway } = setUp();
    sandbox.faults.add({ fault: slowDown(new Date(NOW + 7000).toUTCString()) });

    const answer = await clock.runUntil(gateway.trace('{ workspaces { name } }'));

    expect(answer.sent.map(({ at }) => at - NOW)).toEqual([0, 7000]);
  });

  it('waits out more 429s than a 5xx would get attempts', async () => {
    const { clock, sandbox, gateway } = setUp();
    sandbox.faults.add({ fault: slowDown('2'), times: 5 });

    const answer = await clock.runUntil(gateway.trace('{ workspaces { name } }'));

    expect(answer.errors).toBeUndefined();
    expect(answer.sent.map(({ at }) => at - NOW)).toEqual([0, 2000, 4000, 6000, 8000, 10_000]);
  });

  it('refuses at once what the deadline can’t wait for', async () => {
    const { sandbox, gateway } = setUp();
    sandbox.faults.add({ fault: slowDown('60') });

    // No time passes: whoever waited would wait for ever.
    const first = await gateway.trace('{ workspaces { name } }');
    const second = await gateway.trace('{ trackers { name } }');

    const refusal = { code: 'RATE_LIMITED', retryable: true, retryAfterSeconds: 60 };
    expect(first.errors).toMatchObject([{ path: ['workspaces'], extensions: refusal }]);
    expect(second.errors).toMatchObject([{ path: ['trackers'], extensions: refusal }]);
    expect([first.sent.length, second.sent.length]).toEqual([1, 0]);
  });

  it('never has a second with more than three starts', async () => {
    const { clock, sandbox, gateway } = setUp({
      config: { requestsPerSecond: 3 },
      gong: { requestsPerSecond: 3 },
    });

    const answers = range(6).map((index) =>
      gateway.execute(`{ calls(first: 300, filter: { to: "2026-06-0${index + 1}T00:00:00Z" }) {
        nodes { id }
      } }`),
    );
    for (const { errors } of await clock.runUntil(Promise.all(answers))) {
      expect(errors).toBeUndefined();
    }

    expect(sandbox.requests.map(({ status }) => status)).toEqual(Array(18).fill(200));
    const starts = sandbox.requests.map(({ at }) => at);
    for (const [index, start] of starts.slice(3).entries()) {
      expect(start - (starts[index] ?? 0)).toBeGreaterThanOrEqual(1000);
    }
  });
});

describe('A failing part leaves the rest of the answer', () => {
  it('nulls each place that needed it, with the first path of each list', async () => {
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

  it('loses of two batches only the one that failed', async () => {
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

  it('keeps the calls whose transcripts fail', async () => {
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

describe('A connection that fails', () => {
  const review = (index: number) => plainReview({ answeredScorecardId: String(9000 + index) });
  const reviews = range(130).map(review);
  const long = companyOf({ calls, users: usersOf(130), answeredScorecards: reviews });
  const connections = [
    { field: 'calls', ids: callIds.slice(0, 130) },
    { field: 'users', ids: long.users.map(({ id }) => id) },
    { field: 'answeredScorecards', ids: reviews.map((each) => each.answeredScorecardId) },
  ];
  const isLaterPage = ({ body, query }: RecordedRequest) =>
    query['cursor'] !== undefined || Object.hasOwn(body ?? {}, 'cursor');
  const codes = [
    { status: 500, code: 'GONG_UNAVAILABLE' },
    { status: 403, code: 'GONG_BAD_CREDENTIALS' },
  ];
  const cases = connections.flatMap((each) => codes.map((code) => ({ ...each, ...code })));

  it.each(cases)(
    'is cut on a later page: $field, $status',
    async ({ field, ids, status, code }) => {
      const { clock, sandbox, gateway } = setUp({ gong: { company: long } });
      sandbox.faults.add({ fault: says(status, 'No.'), times: 9, matches: isLaterPage });
      const page = (after: string) => `{ cut: ${field}(first: 130${after}) { ${PAGE} } }`;

      const answer = await clock.runUntil(gateway.execute(page('')));
      const { nodes, pageInfo } = connectionIn(answer, 'cut');
      sandbox.faults.clear();
      // So long, a refusal of the credential is believed.
      await clock.advance(15_000);
      const after = `, after: "${pageInfo.endCursor ?? ''}"`;
      const rest = await clock.runUntil(gateway.execute(page(after)));

      expect(nodes.map(({ id }) => id)).toEqual(ids.slice(0, 100));
      expect(pageInfo.hasNextPage).toBe(true);
      expect(answer.extensions?.gong?.incomplete).toEqual([{ path: ['cut'], code }]);
      const others = connectionIn(rest, 'cut').nodes.map(({ id }) => id);
      expect(others.slice(0, 30)).toEqual(ids.slice(100));
      expect(rest.extensions?.gong?.incomplete).toBeUndefined();
    },
  );

  it.each(cases)('is an error on its first page: $field, $status', async (each) => {
    const { field, status, code } = each;
    const { clock, sandbox, gateway } = setUp({ gong: { company: long } });
    sandbox.faults.add({ fault: says(status, 'No.'), times: 9 });

    const answer = await clock.runUntil(gateway.execute(`{ ${field} { ${PAGE} } }`));

    expect(answer.data).toEqual({ [field]: null });
    expect(answer.errors).toMatchObject([{ path: [field], extensions: { code } }]);
    expect(answer.extensions?.gong?.incomplete).toBeUndefined();
  });

  it('tells of no cut that the page doesn’t show', async () => {
    const { sandbox, gateway } = setUp();
    sandbox.faults.add({ fault: says(403, 'No.'), matches: isLaterPage });

    const { errors, extensions } = await gateway.execute(`{
      short: calls(first: 20) { nodes { id } }
      long: calls(first: 150) { nodes { id } }
    }`);

    expect(errors).toBeUndefined();
    expect(extensions?.gong?.incomplete).toEqual([
      { path: ['long'], code: 'GONG_BAD_CREDENTIALS' },
    ]);
  });
});

describe('An id that Gong refuses harms no other', () => {
  /** Beyond 64 bits. */
  const BAD = '77777777777777777777';
  const hosted = calls.slice(0, 130).map((call, index) => ({
    ...call,
    metaData: { ...call.metaData, primaryUserId: String(500 + (index % 3)) },
  }));
  const hostedBy = (...hosts: string[]) =>
    hosted
      .filter(({ metaData }) => hosts.includes(metaData.primaryUserId))
      .map(({ metaData }) => metaData.id);
  const reviews = range(6).map((index) =>
    plainReview({
      answeredScorecardId: String(9000 + index),
      scorecardId: String(10 + (index % 2)),
      reviewedUserId: String(500 + (index % 3)),
    }),
  );
  const people = companyOf({ calls: hosted, users: usersOf(5), answeredScorecards: reviews });
  const list = (ids: readonly string[]) => JSON.stringify(ids);
  const some = callIds.slice(3, 10);

  it.each<[field: string, filter: string, expected: readonly string[]]>([
    ['calls', `callIds: ${list([BAD, ...some])}`, some],
    ['calls', `callIds: ${list([...some, '5', BAD])}`, some],
    ['calls', `primaryUserIds: ["500", "${BAD}", "501"]`, hostedBy('500', '501')],
    [
      'calls',
      `callIds: ${list([...some, BAD])}, primaryUserIds: ["500", "501", "${BAD}"]`,
      some.filter((id) => hostedBy('500', '501').includes(id)),
    ],
    ['calls', `from: "2026-05-01T00:00:00Z", callIds: ${list([BAD, ...some])}`, some],
    ['users', `userIds: ["500", "${BAD}", "503", "504"]`, ['500', '503', '504']],
    ['answeredScorecards', `scorecardIds: ["10", "${BAD}"]`, ['9000', '9002', '9004']],
    ['answeredScorecards', `reviewedUserIds: ["${BAD}", "500"]`, ['9000', '9003']],
    [
      'answeredScorecards',
      `scorecardIds: ["11", "${BAD}"], reviewedUserIds: ["500", "501", "${BAD}"]`,
      ['9001', '9003'],
    ],
  ])('in %s(filter: { %s })', async (field, filter, expected) => {
    const { gateway } = setUp({ gong: { company: people } });

    const answer = await gateway.trace(
      `{ ${field}(first: 100, filter: { ${filter} }) { ${PAGE} } }`,
    );

    const { nodes, pageInfo } = connectionIn(answer, field);
    expect(nodes.map(({ id }) => id)).toEqual(expected);
    expect(pageInfo.hasNextPage).toBe(false);
    expect(answer.sent.length).toBeLessThanOrEqual(12);
  });

  it.each([
    ['calls', 'callIds'],
    ['calls', 'primaryUserIds'],
    ['users', 'userIds'],
    ['answeredScorecards', 'scorecardIds'],
    ['answeredScorecards', 'reviewedUserIds'],
  ])('in %s(filter: { %s }) where there is no other', async (field, member) => {
    const { gateway } = setUp({ gong: { company: people } });

    const answer = await gateway.trace(
      `{ ${field}(filter: { ${member}: ["${BAD}"] }) { ${COUNTED_PAGE} } }`,
    );

    expect(connectionIn(answer, field)).toEqual({
      nodes: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, endCursor: null },
      totalCount: 0,
    });
    expect(answer.sent).toHaveLength(1);
  });

  it.each(['OLDEST_FIRST', 'NEWEST_FIRST'])('page by page: %s', async (order) => {
    const { gateway } = setUp({ gong: { company: people } });
    const filter = `filter: { primaryUserIds: ["500", "501", "502", "${BAD}"] }`;

    const pages = await walkPages(gateway, `calls(first: 30, order: ${order}, ${filter}%)`);

    const all = hosted.map(({ metaData }) => metaData.id);
    expect(idsOf(pages)).toEqual(order === 'OLDEST_FIRST' ? all : all.reverse());
    expect(Math.max(...pages.map(({ sent }) => sent.length))).toBeLessThanOrEqual(12);
  });

  it.each(['OLDEST_FIRST', 'NEWEST_FIRST'])(
    'among hosts whose calls travel together: %s',
    async (order) => {
      const { gateway } = setUp({ gong: { company: people } });

      const { data, errors, sent } = await gateway.trace(`{
        usersByIds(ids: ["500", "${BAD}", "501"]) {
          id name calls(first: 3, order: ${order}) { nodes { id } }
        }
      }`);

      const shown = (host: string) => {
        const ids = hostedBy(host);
        const first = order === 'OLDEST_FIRST' ? ids.slice(0, 3) : ids.slice(-3).reverse();
        return { id: host, name: 'Alex Doe', calls: { nodes: first.map((id) => ({ id })) } };
      };
      expect(errors).toBeUndefined();
      expect(data).toEqual({ usersByIds: [shown('500'), null, shown('501')] });
      const walks = sent.filter(({ operationId }) => operationId === 'listCallsExtensive');
      expect(walks.length).toBeLessThanOrEqual(8);
    },
  );

  it('but a filter that is refused for itself is an error', async () => {
    const { sandbox, gateway } = setUp({ gong: { company: people } });
    sandbox.faults.add({ fault: says(400, 'No.'), times: 9 });

    const { data, errors, sent } = await gateway.trace(
      `{ calls(filter: { callIds: ${list(some)} }) { nodes { id } } }`,
    );

    expect(data).toEqual({ calls: null });
    expect(errors).toMatchObject([{ extensions: { code: 'GONG_BAD_REQUEST' } }]);
    expect(sent).toHaveLength(1);
  });
});

describe('Pages that lead nowhere end the walk', () => {
  const user = { id: '500', emailAddress: 'user500@lumenta.example' };
  const call = { id: callIds[0], started: '2026-05-20T10:00:00Z' };
  const review = { answeredScorecardId: '9000' };
  const lists = [
    { select: `calls { ${PAGE} }`, member: 'calls', item: { metaData: call } },
    {
      select: `calls(order: NEWEST_FIRST) { ${PAGE} }`,
      member: 'calls',
      item: { metaData: call },
    },
    { select: `users { ${PAGE} }`, member: 'users', item: user },
    {
      select: `users(filter: { createdFrom: "2020-01-01T00:00:00Z" }) { ${PAGE} }`,
      member: 'users',
      item: user,
    },
    { select: 'searchUsers(email: "x@y.example") { id }', member: 'users', item: user },
    { select: `answeredScorecards { ${PAGE} }`, member: 'answeredScorecards', item: review },
  ];
  const ways = [
    { way: 'the same cursor again', hasItems: true, isNew: false },
    { way: 'the same page under ever new cursors', hasItems: true, isNew: true },
    { way: 'empty pages under ever new cursors', hasItems: false, isNew: true },
    { way: 'empty pages under the same cursor', hasItems: false, isNew: false },
  ];

  it.each(lists.flatMap((each) => ways.map((way) => ({ ...each, ...way }))))(
    '$select: $way',
    async ({ select, member, item, hasItems, isNew }) => {
      let sent = 0;
      const fetch: Fetch = () => {
        sent += 1;
        // Without this, a walk without an end would end no test either.
        if (sent > 50) return Promise.reject(new Error('No end in sight.'));
        const records = { totalRecords: 400, cursor: `c${isNew ? sent : 1}` };
        return Promise.resolve(
          Response.json({ requestId: 'r', records, [member]: hasItems ? [item] : [] }),
        );
      };
      const { clock, gateway } = setUp({ fetch });

      const answer = await clock.runUntil(gateway.execute(`{ list: ${select} }`));

      expect(sent).toBeLessThanOrEqual(15);
      const code = 'GONG_BAD_RESPONSE';
      if (answer.errors === undefined) {
        expect(hasItems).toBe(true);
        expect(connectionIn(answer, 'list').nodes).toHaveLength(1);
        expect(connectionIn(answer, 'list').pageInfo.hasNextPage).toBe(true);
        expect(answer.extensions?.gong?.incomplete).toEqual([{ path: ['list'], code }]);
      } else {
        expect(answer.data).toEqual({ list: null });
        expect(answer.errors).toMatchObject([{ path: ['list'], extensions: { code } }]);
      }
    },
  );
});

describe('Missing scopes', () => {
  const without = (...missing: string[]): SandboxOptions => ({
    credentials: [
      {
        ...DEFAULT_CREDENTIAL,
        scopes: [
          'api:calls:read:basic',
          'api:calls:read:extensive',
          'api:calls:read:media-url',
        ].filter((scope) => !missing.includes(scope)),
      },
    ],
  });
  const operationsOf = ({ sent }: { sent: readonly { operationId: string | null }[] }) =>
    sent.map(({ operationId }) => operationId);
  const basic = '{ calls(first: 2) { nodes { id title } } }';

  it('let GET /v2/calls serve basic fields, remembered', async () => {
    const { clock, gateway } = setUp({ gong: without('api:calls:read:extensive') });

    const first = await gateway.trace(basic);
    const second = await gateway.trace(basic);
    await clock.advance(3_600_000);
    const later = await gateway.trace(basic);

    const nodes = callIds.slice(0, 2).map((id) => ({ id, title: `Call ${id}` }));
    for (const { data, errors } of [first, second, later]) {
      expect(errors).toBeUndefined();
      expect(data).toEqual({ calls: { nodes } });
    }
    expect(operationsOf(first)).toEqual(['listCallsExtensive', 'listCalls']);
    expect(operationsOf(second)).toEqual(['listCalls']);
    expect(operationsOf(later)).toEqual(['listCallsExtensive', 'listCalls']);
  });

  it('cost only the fields that need them', async () => {
    const { gateway } = setUp({ gong: without('api:calls:read:extensive') });

    const answer = await gateway.trace('{ calls(first: 1) { nodes { title brief } } }');

    expect(answer.data).toEqual({
      calls: { nodes: [{ title: `Call ${callIds[0]}`, brief: null }] },
    });
    expect(answer.errors).toMatchObject([
      {
        path: ['calls', 'nodes', 0, 'brief'],
        extensions: {
          code: 'GONG_MISSING_SCOPE',
          retryable: false,
          requiredScope: 'api:calls:read:extensive',
        },
      },
    ]);
  });

  it('leave single calls to the least scope', async () => {
    const { gateway } = setUp({ gong: without('api:calls:read:extensive') });

    const answer = await gateway.trace(`{
      a: call(id: "${callIds[3]}") { title brief }
      b: call(id: "${callIds[4]}") { title }
    }`);

    expect(answer.data).toEqual({
      a: { title: `Call ${callIds[3]}`, brief: null },
      b: { title: `Call ${callIds[4]}` },
    });
    expect(answer.errors).toHaveLength(1);
    expect(operationsOf(answer)).toEqual(['listCallsExtensive', 'getCall', 'getCall']);
  });

  it('refuse filters that GET /v2/calls doesn’t have', async () => {
    const { gateway } = setUp({ gong: without('api:calls:read:extensive') });

    const { data, errors } = await gateway.execute(
      '{ calls(filter: { primaryUserIds: ["500"] }) { nodes { id } } }',
    );

    expect(data).toEqual({ calls: null });
    expect(errors).toMatchObject([{ extensions: { code: 'GONG_MISSING_SCOPE' } }]);
  });

  it('for media links cost media alone, remembered', async () => {
    const { gateway } = setUp({ gong: without('api:calls:read:media-url') });
    const query = '{ calls(first: 1) { nodes { title parties { name } media { audioUrl } } } }';

    const first = await gateway.trace(query);
    const second = await gateway.trace(query);

    const nodes = [{ title: `Call ${callIds[0]}`, parties: [], media: null }];
    for (const { data, errors } of [first, second]) {
      expect(data).toEqual({ calls: { nodes } });
      expect(errors).toMatchObject([
        {
          path: ['calls', 'nodes', 0, 'media'],
          extensions: { code: 'GONG_MISSING_SCOPE', requiredScope: 'api:calls:read:media-url' },
        },
      ]);
    }
    expect([first.sent.length, second.sent.length]).toEqual([2, 1]);
  });
});

describe('When time runs out', () => {
  it('a list is cut, with a cursor to go on', async () => {
    const { clock, gateway } = setUp({ config: { requestsPerSecond: 1, deadlineMs: 2500 } });
    const field = (after: string) => `{ long: calls(first: 400${after}) { ${PAGE} } }`;

    const cut = await clock.runUntil(gateway.trace(field('')));
    const { nodes, pageInfo } = connectionIn(cut, 'long');
    const rest = await clock.runUntil(
      gateway.trace(field(`, after: "${pageInfo.endCursor ?? ''}"`)),
    );

    expect(nodes.map(({ id }) => id)).toEqual(callIds.slice(0, 300));
    expect(pageInfo.hasNextPage).toBe(true);
    expect(cut.extensions?.gong).toMatchObject({
      requests: 3,
      incomplete: [{ path: ['long'], code: 'DEADLINE_EXCEEDED' }],
    });
    expect(connectionIn(rest, 'long').nodes.map(({ id }) => id)).toEqual(callIds.slice(300));
    expect(rest.extensions?.gong?.incomplete).toBeUndefined();
  });

  it('names every list that was cut, by its path', async () => {
    const { clock, gateway } = setUp({
      config: { requestsPerSecond: 1, deadlineMs: 1500 },
      gong: { company: createCompany({ now: NOW, calls: 900, users: 3 }) },
    });
    const ids = gateway.sandbox.company.users.slice(0, 2).map(({ id }) => `"${id}"`);

    const { data, errors, extensions } = await clock.runUntil(
      gateway.execute(`{ hosts: usersByIds(ids: [${ids.join()}]) {
        calls(first: 300, order: OLDEST_FIRST) { pageInfo { hasNextPage } }
      } }`),
    );

    const host = { calls: { pageInfo: { hasNextPage: true } } };
    expect(errors).toBeUndefined();
    expect(data).toEqual({ hosts: [host, host] });
    expect(extensions?.gong?.incomplete).toEqual([
      { path: ['hosts', 0, 'calls'], code: 'DEADLINE_EXCEEDED' },
      { path: ['hosts', 1, 'calls'], code: 'DEADLINE_EXCEEDED' },
    ]);
  });

  it.each(['calls', 'users', 'answeredScorecards'])(
    'before the first of %s, a cursor starts the list again',
    async (field) => {
      const { clock, gateway } = setUp({ fetch: silence });

      const cut = await clock.runUntil(gateway.execute(`{ ${field} { ${PAGE} } }`));

      const { nodes, pageInfo } = connectionIn(cut, field);
      expect(nodes).toEqual([]);
      expect(pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
      expect(cut.extensions?.gong?.incomplete).toEqual([
        { path: [field], code: 'DEADLINE_EXCEEDED' },
      ]);
      const again = setUp().gateway;
      const after = pageInfo.endCursor ?? '';
      const answer = await again.execute(`{ ${field}(first: 5, after: "${after}") { ${PAGE} } }`);
      expect(connectionIn(answer, field).pageInfo.hasPreviousPage).toBe(false);
    },
  );

  it.each(['workspaces { name }', 'call(id: "5") { id }', 'searchUsers(email: "a@b.c") { id }'])(
    'what can’t be cut is an error: %s',
    async (field) => {
      const { clock, gateway } = setUp({ fetch: silence });

      const answer = await clock.runUntil(gateway.execute(`{ part: ${field} __typename }`));

      expect(answer.data).toEqual({ part: null, __typename: 'Query' });
      expect(answer.errors).toMatchObject([
        { path: ['part'], extensions: { code: 'DEADLINE_EXCEEDED', retryable: true } },
      ]);
      expect(clock.now() - NOW).toBe(25_000);
    },
  );

  it('a plain list is never shorter than it is', async () => {
    const { clock, gateway } = setUp({ config: { requestsPerSecond: 1, deadlineMs: 500 } });

    const answer = await clock.runUntil(
      gateway.trace('{ searchUsers(email: "user500@lumenta.example") { id } }'),
    );

    expect(answer.data).toEqual({ searchUsers: null });
    expect(answer.errors?.[0]?.extensions['code']).toBe('DEADLINE_EXCEEDED');
    expect(answer.sent).toHaveLength(1);
  });

  it('nothing more is sent on the operation’s behalf', async () => {
    const { clock, sandbox, gateway } = setUp({
      config: { requestsPerSecond: 1, deadlineMs: 1500 },
    });

    await clock.runUntil(gateway.execute('{ calls(first: 450) { nodes { id } } }'));
    const before = sandbox.requests.length;
    await clock.advance(60_000);
    await settle();

    expect(sandbox.requests).toHaveLength(before);
  });
});
