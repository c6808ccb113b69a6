import { describe, expect, it } from '@jest/globals';
import { createSandbox } from '../../../sandbox/src/index.js';
import { FakeClock } from '../../support/clock.js';
import { createDialerOutcomes } from '../../../sandbox/src/company/dialerOutcomes.js';
import { companyOf, usersOf } from '../../support/companies.js';
import { policyIn } from '../../support/config.js';
import { createTestGateway, type TestGatewayOptions } from '../../support/gateway.js';

const NOW = Date.parse('2026-06-01T12:00:00Z');
const workspaces = [
  { id: '11', name: 'Sales', description: 'New business' },
  { id: '12', name: 'Support', description: 'After the sale' },
];

const gatewayOver = (options: TestGatewayOptions = {}) => {
  const clock = new FakeClock(NOW);
  const company = companyOf({
    users: usersOf(2),
    workspaces,
    dialerOutcomes: createDialerOutcomes(),
  });
  const sandbox = createSandbox({ company, clock, requestsPerSecond: Infinity });
  return createTestGateway({ clock, sandbox, ...options });
};

const answering = (body: unknown) =>
  gatewayOver({ fetch: () => Promise.resolve(new Response(JSON.stringify(body))) });

describe('Query.dialerOutcomes', () => {
  it('returns the outcomes by category and position, for 1 request', async () => {
    const { data, errors, sent } = await gatewayOver().trace(
      '{ dialerOutcomes { name category connectStatus sentiment todoAction automation displayOrder } }',
    );

    expect(errors).toBeUndefined();
    const outcomes = (data as Record<string, Record<string, unknown>[]>)['dialerOutcomes'] ?? [];
    expect(outcomes.map(({ name }) => name)).toEqual([
      'Meeting booked',
      'Call back later',
      'Not interested',
      'Do not call again',
      'No answer',
      'Left voicemail',
      'Wrong number',
    ]);
    expect(outcomes[3]).toEqual({
      name: 'Do not call again',
      category: 'ANSWERED',
      connectStatus: 'CONNECTED',
      sentiment: 'NEGATIVE',
      todoAction: 'COMPLETE_AND_REMOVE',
      automation: 'MARK_AS_OPT_OUT',
      displayOrder: 4,
    });
    expect(sent.map(({ path }) => path)).toEqual(['/v2/call-outcomes']);
  });

  it('is reused from the cache', async () => {
    const gateway = gatewayOver({ config: { cacheTtlSeconds: 300 } });
    await gateway.execute('{ dialerOutcomes { name } }');

    const { extensions } = await gateway.execute('{ dialerOutcomes { category } }');

    expect(extensions?.gong).toMatchObject({ requests: 0, cacheHits: 1 });
  });

  it('returns UNKNOWN for new values, and omits an outcome without a name', async () => {
    const gateway = answering({
      outcomes: [
        { displayOrder: 1, category: 'ANSWERED' },
        { callOutcome: 'Z', sentiment: 'MIXED' },
        { callOutcome: 'A', sentiment: null },
      ],
    });

    const { data, errors } = await gateway.execute(
      '{ dialerOutcomes { name sentiment category } }',
    );

    expect(errors).toBeUndefined();
    expect(data).toEqual({
      dialerOutcomes: [
        { name: 'A', sentiment: null, category: null },
        { name: 'Z', sentiment: 'UNKNOWN', category: null },
      ],
    });
  });
});

describe('briefDefinitions', () => {
  const FIELDS = 'id name workspace { id } published';

  it('returns the definitions of one workspace', async () => {
    const { data, errors, sent } = await gatewayOver().trace(
      `{ briefDefinitions(workspaceId: "12") { ${FIELDS} description creator { id } createdAt updatedAt } }`,
    );

    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      briefDefinitions: [
        {
          id: '121',
          name: 'Deal review',
          workspace: { id: '12' },
          published: true,
          description: 'Where a deal is and what is at risk',
          creator: { id: expect.stringMatching(/^50/) },
          createdAt: expect.stringMatching(/^2026-.*Z$/),
          updatedAt: expect.stringMatching(/^2026-.*Z$/),
        },
        { published: true },
        { name: 'Renewal risks', published: false },
      ],
    });
    expect(sent.map(({ path, query }) => [path, query])).toEqual([
      ['/v2/settings/briefs', { workspaceId: '12' }],
    ]);
  });

  it('costs 1 request for the definitions of all workspaces', async () => {
    const { data, errors, sent } = await gatewayOver().trace(
      '{ workspaces { id briefDefinitions { id } } briefDefinitions { id } }',
    );

    expect(errors).toBeUndefined();
    const ids = (workspace: string) => ['1', '2', '3'].map((end) => ({ id: workspace + end }));
    expect(data).toEqual({
      workspaces: [
        { id: '11', briefDefinitions: ids('11') },
        { id: '12', briefDefinitions: ids('12') },
      ],
      briefDefinitions: [...ids('11'), ...ids('12')],
    });
    expect(sent.map(({ operationId }) => operationId).sort()).toEqual([
      'listBriefs',
      'listWorkspaces',
    ]);
  });

  it('leaves out what belongs to hidden workspaces', async () => {
    const gateway = gatewayOver({ config: { policy: policyIn('workspaces=Sales') } });

    const { data, errors } = await gateway.execute(
      `{ all: briefDefinitions { ${FIELDS} } hidden: briefDefinitions(workspaceId: "12") { id } }`,
    );

    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      all: [{ workspace: { id: '11' } }, { workspace: { id: '11' } }, { workspace: { id: '11' } }],
      hidden: [],
    });
  });

  it('is [] when Gong finds none, and reads a status that Gong adds as null', async () => {
    const none = gatewayOver();
    none.sandbox.faults.add({
      operationId: 'listBriefs',
      fault: {
        kind: 'answer',
        status: 404,
        body: { errors: ['No briefs found corresponding to the provided filters'] },
      },
    });
    const draft = answering({ briefs: [{ briefId: 'b1', status: 'Draft' }, { briefName: 'x' }] });

    expect(await none.execute('{ briefDefinitions(workspaceId: "12") { id } }')).toMatchObject({
      data: { briefDefinitions: [] },
    });
    expect((await draft.execute('{ briefDefinitions { id published } }')).data).toEqual({
      briefDefinitions: [{ id: 'b1', published: null }],
    });
  });
});
