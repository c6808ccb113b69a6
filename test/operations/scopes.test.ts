import { describe, expect, it } from '@jest/globals';
import { createSandbox, DEFAULT_CREDENTIAL, type Fault } from '../../sandbox/src/index.js';
import { FakeClock } from '../support/clock.js';
import { callsAt, companyOf } from '../support/companies.js';
import { createTestGateway, type Answer, type TestGatewayOptions } from '../support/gateway.js';

const NOW = Date.parse('2026-06-01T12:00:00Z');
const HOUR_MS = 3_600_000;
const MEDIA_SCOPE = 'api:calls:read:media-url';
const READ_CALLS = ['api:calls:read:basic', 'api:calls:read:extensive'];

const calls = callsAt([1, 2, 3].map((ago) => NOW - (4 - ago) * 48 * HOUR_MS)).map((call) => ({
  ...call,
  media: { audioUrl: 'https://media.test/audio', videoUrl: 'https://media.test/video' },
}));
const ids = calls.map(({ metaData }) => metaData.id);

const codesOf = ({ errors = [] }: Answer) => [
  ...new Set(errors.map(({ extensions }) => extensions['code'])),
];

function setUp(scopes: readonly string[], options: TestGatewayOptions = {}) {
  const clock = new FakeClock(NOW);
  const sandbox = createSandbox({
    company: companyOf({ calls }),
    clock,
    requestsPerSecond: Infinity,
    credentials: [{ ...DEFAULT_CREDENTIAL, scopes }],
  });
  const gateway = createTestGateway({ clock, ...options, sandbox });
  return { clock, sandbox, gateway };
}

describe('A credential without any scope for calls', () => {
  const query = `{
    one: call(id: "${ids[0]}") { title brief }
    two: call(id: "${ids[1]}") { title }
    three: call(id: "${ids[2]}") { title }
  }`;

  it('causes a few refused requests, and not as many as the limit allows', async () => {
    const { clock, gateway } = setUp(['api:users:read'], { config: { maxGongRequests: 50 } });

    const answer = await clock.runUntil(gateway.trace(query));

    const refusal = { extensions: { code: 'GONG_MISSING_SCOPE' } };
    expect(answer.errors).toMatchObject([refusal, refusal, refusal]);
    expect(answer.sent.length).toBeLessThanOrEqual(6);
  });

  it('causes no further request for 15 seconds, and then one for all IDs', async () => {
    const { clock, gateway } = setUp(['api:users:read']);
    await clock.runUntil(gateway.trace(query));

    const again = await clock.runUntil(gateway.trace(query));
    await clock.advance(15_000);
    const answer = await clock.runUntil(gateway.trace(query));

    expect(again.errors).toHaveLength(3);
    expect(again.sent).toHaveLength(0);
    expect(answer.errors).toHaveLength(3);
    expect(answer.sent).toHaveLength(1);
  });
});

describe.each([0, 300])(
  'A request that Gong refused for a scope, caching for %i s',
  (cacheTtlSeconds) => {
    const config = { cacheTtlSeconds };

    it.each<[string, string, string[]]>([
      [
        'a list of calls',
        '{ calls(first: 5) { nodes { id title } } }',
        ['listCallsExtensive', 'listCalls'],
      ],
      [
        'the newest calls',
        '{ calls(order: NEWEST_FIRST, first: 5) { nodes { id } } }',
        ['listCallsExtensive', 'listCalls'],
      ],
      [
        'users, in several places',
        '{ a: users { nodes { id } } b: users { nodes { name } } u: user(id: "1") { name } v: user(id: "2") { name } }',
        ['listUsers', 'listMultipleUsers'],
      ],
      [
        'calls by id',
        `{ callsByIds(ids: ["${ids.join('","')}"]) { transcript { wordCount } } }`,
        ['getCall', 'getCall', 'getCall', 'getCallTranscripts', 'listCallsExtensive'],
      ],
      ['settings', '{ scorecards { name } trackers { name } }', ['listScorecards', 'listTrackers']],
    ])('is sent once, and not again for 15 seconds: %s', async (_, query, operations) => {
      const { clock, gateway, sandbox } = setUp([], { config });
      const sentBy = () => sandbox.requests.map(({ operationId }) => operationId).sort();

      const first = await clock.runUntil(gateway.trace(query));
      expect(sentBy()).toEqual([...operations].sort());
      const second = await clock.runUntil(gateway.trace(query));
      const third = await clock.advance(15_000).then(() => clock.runUntil(gateway.trace(query)));

      expect(first.errors?.length).toBeGreaterThan(0);
      for (const { extensions } of first.errors ?? []) {
        expect(extensions).toMatchObject({ code: 'GONG_MISSING_SCOPE' });
      }
      // Of two scopes that are missing, another one may be named.
      expect(codesOf(second)).toEqual(codesOf(first));
      expect(second.sent).toHaveLength(0);
      expect(third.sent.length).toBeGreaterThan(0);
    });
  },
);

describe.each([0, 300])('Without the scope for media links, kept for %i s', (cacheTtlSeconds) => {
  const config = { cacheTtlSeconds };
  const withMedia = '{ calls { nodes { id media { audioUrl } } } }';
  const without = '{ calls { nodes { id brief } } }';

  it('selecting them does not affect a read of the same list without them', async () => {
    const { clock, gateway } = setUp(READ_CALLS, { config: { ...config, requestsPerSecond: 1 } });
    // A slot is taken, so that both wait, and become one request.
    const first = gateway.execute('{ calls(first: 1) { nodes { id } } }', {}, { client: 'x' });
    const [media, plain] = await clock.runUntil(
      Promise.all([gateway.execute(withMedia), gateway.execute(without), first]),
    );

    expect(plain).toMatchObject({ data: { calls: { nodes: ids.map((id) => ({ id })) } } });
    expect(plain.errors).toBeUndefined();
    expect(media.data).toMatchObject({ calls: { nodes: ids.map((id) => ({ id, media: null })) } });
    for (const { extensions } of media.errors ?? []) {
      expect(extensions).toMatchObject({ code: 'GONG_MISSING_SCOPE', requiredScope: MEDIA_SCOPE });
    }
    expect(media.errors).toMatchObject([{ extensions: { gong: { occurrences: ids.length } } }]);
  });

  it('selecting them does not affect a read of the same calls by ID', async () => {
    const { clock, gateway } = setUp(READ_CALLS, { config: { ...config, requestsPerSecond: 1 } });
    const byId = (fields: string) =>
      `query ($ids: [ID!]!) { callsByIds(ids: $ids) { id ${fields} } }`;
    const first = gateway.execute('{ workspaces { name } }');
    const [media, plain] = await clock.runUntil(
      Promise.all([
        gateway.execute(byId('media { audioUrl }'), { ids }),
        gateway.execute(byId('brief'), { ids }),
        first,
      ]),
    );

    expect(plain.errors).toBeUndefined();
    expect(plain.data).toMatchObject({ callsByIds: ids.map((id) => ({ id })) });
    expect(media.data).toMatchObject({ callsByIds: ids.map((id) => ({ id, media: null })) });
    expect(media.errors).toMatchObject([{ extensions: { gong: { occurrences: ids.length } } }]);
  });

  it('endless refusals do not cause endless requests', async () => {
    const { clock, sandbox, gateway } = setUp(READ_CALLS, { config });
    const refusal: Fault = {
      kind: 'answer',
      status: 401,
      body: { errors: [`You don't have permission to use '${MEDIA_SCOPE}' in your app.`] },
    };
    sandbox.faults.add({ fault: refusal, times: 50 });

    const answer = await clock.runUntil(gateway.trace(without));

    expect(answer.errors).toMatchObject([{ extensions: { code: 'GONG_MISSING_SCOPE' } }]);
    expect(answer.sent.length).toBeLessThanOrEqual(4);
  });
});
