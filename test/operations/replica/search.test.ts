import { describe, expect, it } from '@jest/globals';
import { policyIn } from '../../support/config.js';
import { createReplicaGateway } from './support.js';

type Nodes = readonly Readonly<Record<string, unknown>>[];

describe('searchCalls', () => {
  it('costs no request, whatever of the kept parts is selected', async () => {
    const { trace, company } = createReplicaGateway();

    const { data, errors, sent } = await trace(`{ searchCalls(filter: {}, first: 5) {
      totalCount isComplete asOf
      nodes {
        id title asOf brief parties { name user { name } } primaryUser { name manager { name } }
        workspace { name } trackers { name tracker { id name keywords { keywords } } }
        transcript { text } answeredScorecards { id scorecard { name } }
      }
    } }`);

    const newest = company.calls
      .map(({ metaData }) => metaData)
      .toSorted((a, b) => Date.parse(b.started) - Date.parse(a.started));
    const { searchCalls } = data as unknown as {
      searchCalls: { totalCount: number; isComplete: boolean; asOf: string; nodes: Nodes };
    };
    expect(errors).toBeUndefined();
    expect(sent).toEqual([]);
    expect(searchCalls.nodes.map(({ id }) => id)).toEqual(newest.slice(0, 5).map(({ id }) => id));
    expect(searchCalls).toMatchObject({
      totalCount: company.calls.length,
      isComplete: true,
      asOf: '2026-06-01T11:00:00.000Z',
    });
    expect(searchCalls.nodes[0]).toMatchObject({
      title: newest[0]?.title,
      asOf: '2026-06-01T11:00:00.000Z',
    });
  });

  it('pages through every call once', async () => {
    const { execute, company } = createReplicaGateway();
    const ids: unknown[] = [];
    let after: unknown = null;
    do {
      const { data } = await execute(
        `query ($after: String) { searchCalls(filter: {}, order: OLDEST_FIRST, first: 7, after: $after) {
          nodes { id } pageInfo { endCursor hasNextPage }
        } }`,
        { after },
      );
      const page = data?.['searchCalls'] as unknown as {
        nodes: Nodes;
        pageInfo: { endCursor: string; hasNextPage: boolean };
      };
      ids.push(...page.nodes.map(({ id }) => id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);

    expect(new Set(ids).size).toBe(company.calls.length);
    expect(ids).toHaveLength(company.calls.length);
  });

  it('reads what the replica does not keep from Gong, 100 calls in a request', async () => {
    const { trace } = createReplicaGateway();

    const { errors, sent } = await trace(
      '{ searchCalls(filter: {}, first: 50) { nodes { title media { audioUrl } } } }',
    );

    expect(errors).toBeUndefined();
    expect(sent.map(({ operationId }) => operationId)).toEqual(['listCallsExtensive']);
  });

  it('refuses a cursor of another filter', async () => {
    const { execute } = createReplicaGateway();
    const first = await execute('{ searchCalls(filter: {}, first: 1) { pageInfo { endCursor } } }');
    const { pageInfo } = first.data?.['searchCalls'] as unknown as {
      pageInfo: { endCursor: string };
    };
    const { endCursor } = pageInfo;

    const { errors } = await execute(
      `query ($after: String) { searchCalls(filter: { hostIds: ["1"] }, after: $after) { nodes { id } } }`,
      { after: endCursor },
    );

    expect(errors?.[0]?.extensions['code']).toBe('BAD_CURSOR');
  });

  it('shows only what the policy shows, and counts only that', async () => {
    const { execute, company } = createReplicaGateway({
      config: { policy: policyIn('hide-private, own-calls') },
    });
    const host = company.users.find(({ id }) =>
      company.calls.some(({ metaData }) => metaData.primaryUserId === id),
    );
    const own = company.calls.filter(
      ({ metaData }) => metaData.primaryUserId === host?.id && metaData.isPrivate !== true,
    );

    const { data } = await execute(
      '{ searchCalls(filter: {}, first: 1000) { totalCount nodes { id } } }',
      {},
      { person: host?.id ?? '' },
    );

    const { totalCount, nodes } = data?.['searchCalls'] as unknown as {
      totalCount: number;
      nodes: Nodes;
    };
    expect(nodes.map(({ id }) => id).sort()).toEqual(own.map(({ metaData }) => metaData.id).sort());
    expect(totalCount).toBe(own.length);
  });

  it('is refused without a request when there is no replica', async () => {
    const { trace } = createReplicaGateway({ config: { replica: { place: 'off' } as never } });

    const { errors, sent } = await trace('{ searchCalls(filter: {}) { nodes { id } } }');

    expect(errors?.[0]?.extensions).toMatchObject({ code: 'REPLICA_OFF', retryable: false });
    expect(errors?.[0]?.message).toContain('GATEWAY_REPLICA=on');
    expect(sent).toEqual([]);
  });
});
