import { describe, expect, it } from '@jest/globals';
import type { Fetch } from '../../../src/gong/exchange.js';
import { DEFAULT_CREDENTIAL, type SandboxOptions } from '../../../sandbox/src/index.js';
import { companyOf, plainReview, usersOf } from '../../support/companies.js';
import { connectionIn, COUNTED_PAGE, idsOf, PAGE, walkPages } from '../../support/walk.js';
import { range, calls, says, setUp } from './support.js';

const callIds = calls.map(({ metaData }) => metaData.id);

describe('An ID that Gong refuses does not affect others', () => {
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
  ])('in %s(filter: { %s }) when it is the only one', async (field, member) => {
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
    'among hosts whose calls share a request: %s',
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

  it('except when the filter itself is refused', async () => {
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

describe('Pages that do not advance end the walk', () => {
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

  it('make GET /v2/calls serve basic fields, and are remembered', async () => {
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

  it('fail only the fields that need them', async () => {
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

  it('read single calls with the smallest scope', async () => {
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

  it('refuse filters that GET /v2/calls lacks', async () => {
    const { gateway } = setUp({ gong: without('api:calls:read:extensive') });

    const { data, errors } = await gateway.execute(
      '{ calls(filter: { primaryUserIds: ["500"] }) { nodes { id } } }',
    );

    expect(data).toEqual({ calls: null });
    expect(errors).toMatchObject([{ extensions: { code: 'GONG_MISSING_SCOPE' } }]);
  });

  it('for media links fail media only, and are remembered', async () => {
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
