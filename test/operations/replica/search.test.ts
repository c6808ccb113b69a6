import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { policyIn } from '../../support/config.js';
import { createReplicaScene, type ReplicaScene } from './support.js';

type Nodes = readonly Readonly<Record<string, unknown>>[];

interface Page {
  readonly nodes: Nodes;
  readonly totalCount: number | null;
  readonly isComplete: boolean;
  readonly asOf: string;
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

let scene: ReplicaScene;
beforeAll(async () => {
  scene = await createReplicaScene();
});
afterAll(() => scene.close());

const newestFirst = () =>
  scene.company.calls
    .map(({ metaData }) => metaData)
    .toSorted((a, b) => Date.parse(b.started) - Date.parse(a.started));
const pageOf = (data: unknown, field: string) => (data as Record<string, Page>)[field] as Page;

describe('searchCalls', () => {
  it('costs no request, whatever of the kept parts is selected', async () => {
    const { data, errors, sent } = await scene.gateway().trace(`{
      searchCalls(filter: {}, first: 5) {
        totalCount isComplete asOf
        nodes {
          id title asOf brief parties { name user { name } } primaryUser { name manager { name } }
          workspace { name } trackers { name tracker { id name keywords { keywords } } }
          context { objects { objectType objectId } }
          transcript { text } answeredScorecards { id scorecard { name } }
        }
      }
    }`);

    const page = pageOf(data, 'searchCalls');
    expect(errors).toBeUndefined();
    expect(sent).toEqual([]);
    expect(page.nodes.map(({ id }) => id)).toEqual(
      newestFirst()
        .slice(0, 5)
        .map(({ id }) => id),
    );
    expect(page).toMatchObject({
      totalCount: scene.company.calls.length,
      isComplete: true,
      asOf: '2026-06-01T11:00:00.000Z',
    });
    expect(page.nodes[0]).toMatchObject({
      title: newestFirst()[0]?.title,
      asOf: '2026-06-01T11:00:00.000Z',
    });
  });

  it('pages through every call once', async () => {
    const gateway = scene.gateway();
    const ids: unknown[] = [];
    let after: string | null = null;
    do {
      const { data } = await gateway.execute(
        `query ($after: String) {
          searchCalls(filter: {}, order: OLDEST_FIRST, first: 7, after: $after) {
            nodes { id } pageInfo { endCursor hasNextPage }
          }
        }`,
        { after },
      );
      const { nodes, pageInfo } = pageOf(data, 'searchCalls');
      ids.push(...nodes.map(({ id }) => id));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);

    expect(ids).toEqual(
      newestFirst()
        .toReversed()
        .map(({ id }) => id),
    );
  });

  it('reads what the replica does not keep from Gong, 100 calls in a request', async () => {
    const { errors, sent } = await scene
      .gateway()
      .trace('{ searchCalls(filter: {}, first: 50) { nodes { title media { audioUrl } } } }');

    expect(errors).toBeUndefined();
    expect(sent.map(({ operationId }) => operationId)).toEqual(['listCallsExtensive']);
  });

  it('has the values of CRM fields that the replica keeps', async () => {
    const accounts = 'nodes { id accounts { id field(name: "Name") } }';
    const gateway = scene.gateway();
    const ids = newestFirst().map(({ id }) => id);
    const live = await gateway.trace(
      `query ($ids: [ID!]) { calls(filter: { callIds: $ids }, first: 100) { ${accounts} } }`,
      { ids },
    );
    const kept = await gateway.trace(`{ searchCalls(filter: {}, first: 100) { ${accounts} } }`);

    const byId = ({ data }: typeof live, list: string) =>
      new Map(
        (data?.[list] as unknown as { nodes: { id: string }[] }).nodes.map((node) => [
          node.id,
          node,
        ]),
      );
    expect(JSON.stringify(live.data)).toMatch(/"field":"\w/);
    expect(byId(kept, 'searchCalls')).toEqual(byId(live, 'calls'));
    expect(kept.sent).toEqual([]);
  });

  it('finds calls by CRM records, in whatever case their system and type are written', async () => {
    const linked = scene.company.calls.flatMap(({ context }) =>
      (context ?? []).flatMap(({ system, objects }) =>
        objects.map(({ objectType, objectId }) => ({ system, objectType, objectId })),
      ),
    );
    const [{ system, objectType, objectId } = { system: '', objectType: '', objectId: '' }] =
      linked;
    const search = `query ($one: CrmObjectFilter!) {
      searchCalls(filter: { crmObjects: [$one] }) { totalCount }
      callChanges(filter: { crmObjects: [$one] }) { nodes { callId } }
    }`;
    const gateway = scene.gateway();
    const exact = await gateway.execute(search, { one: { system, objectType, objectId } });
    const lower = await gateway.execute(search, {
      one: { system: system.toLowerCase(), objectType: objectType.toLowerCase(), objectId },
    });

    expect(pageOf(exact.data, 'searchCalls').totalCount).toBeGreaterThan(0);
    expect(lower).toEqual(exact);
  });

  it.each([
    'accounts { field(name: "Industry") }',
    'accounts { field(name: "Name", at: TIME_OF_CALL) }',
    'context { objects { fields { name } } }',
  ])('reads other values of CRM fields from Gong: %s', async (selection) => {
    const query = `{ searchCalls(filter: {}, first: 50) { nodes { ${selection} } } }`;
    const { errors, sent } = await scene.gateway().trace(query);

    expect(errors).toBeUndefined();
    expect(sent.map(({ operationId }) => operationId)).toEqual(['listCallsExtensive']);
  });

  it('refuses a cursor of another filter', async () => {
    const gateway = scene.gateway();
    const first = await gateway.execute(
      '{ searchCalls(filter: {}, first: 1) { pageInfo { endCursor } } }',
    );

    const { errors } = await gateway.execute(
      `query ($after: String) {
        searchCalls(filter: { hostIds: ["1"] }, after: $after) { nodes { id } }
      }`,
      { after: pageOf(first.data, 'searchCalls').pageInfo.endCursor },
    );

    expect(errors?.[0]?.extensions['code']).toBe('BAD_CURSOR');
  });

  it('is refused without a request when there is no replica', async () => {
    const { errors, sent } = await scene
      .gateway({ replica: { place: 'off' } })
      .trace('{ searchCalls(filter: {}) { nodes { id } } }');

    expect(errors?.[0]?.extensions).toMatchObject({ code: 'REPLICA_OFF', retryable: false });
    expect(errors?.[0]?.message).toContain('GATEWAY_REPLICA=on');
    expect(sent).toEqual([]);
  });

  it('finds calls by words, host, and tracker', async () => {
    const gateway = scene.gateway();
    const call = scene.company.calls.find(
      ({ content, transcript }) =>
        (content?.trackers ?? []).some(({ count }) => count > 0) && transcript != null,
    );
    const tracker = call?.content?.trackers?.find(({ count }) => count > 0);
    const { primaryUserId, id } = call?.metaData ?? { primaryUserId: '', id: '' };

    const { data, errors } = await gateway.execute(
      `query ($hostIds: [ID!], $trackerId: ID) {
        searchCalls(first: 1000, filter: { hostIds: $hostIds, trackers: [{ trackerId: $trackerId }] }) {
          nodes { id primaryUser { id } trackers(detectedOnly: true) { tracker { id } } }
        }
      }`,
      { hostIds: [primaryUserId], trackerId: tracker?.id },
    );

    const { nodes } = pageOf(data, 'searchCalls');
    expect(errors).toBeUndefined();
    expect(nodes.map((each) => each['id'])).toContain(id);
    for (const node of nodes) {
      expect(node).toMatchObject({ primaryUser: { id: primaryUserId } });
      expect(node['trackers']).toContainEqual({ tracker: { id: tracker?.id } });
    }
  });
});

/** Each policy word, with what it shows of a call. */
describe('The policy', () => {
  const host = () => scene.company.calls[1]?.metaData.primaryUserId ?? '';
  const workspace = () => scene.company.workspaces[0];

  it.each<[string, () => string, (call: ReplicaScene['company']['calls'][number]) => boolean]>([
    ['show-private', () => 'show-private', () => true],
    ['hide-private', () => 'hide-private', ({ metaData }) => !metaData.isPrivate],
    [
      'own-calls',
      () => 'hide-private, own-calls',
      ({ metaData }) => !metaData.isPrivate && metaData.primaryUserId === host(),
    ],
    [
      'workspaces',
      () => `show-private, workspaces=${workspace()?.id ?? ''}`,
      ({ metaData }) => metaData.workspaceId === workspace()?.id,
    ],
  ])('%s hides and counts the same calls as in the list of calls', async (_, words, maySee) => {
    const gateway = scene.gateway({ config: { policy: policyIn(words()) } });
    const request = { person: host() };

    const { data, errors } = await gateway.execute(
      `{
        searchCalls(filter: {}, first: 1000) { totalCount nodes { id } }
        calls(first: 1000) { nodes { id } }
        callStats(filter: {}, by: [WORKSPACE]) { total { calls } }
      }`,
      {},
      request,
    );

    const expected = scene.company.calls.filter(maySee).map(({ metaData }) => metaData.id);
    const idsOf = (field: string) =>
      pageOf(data, field)
        .nodes.map(({ id }) => id)
        .sort();
    expect(errors).toBeUndefined();
    expect(idsOf('searchCalls')).toEqual(expected.sort());
    expect(idsOf('searchCalls')).toEqual(idsOf('calls'));
    expect(pageOf(data, 'searchCalls').totalCount).toBe(expected.length);
    expect(data?.['callStats']).toMatchObject({ total: { calls: expected.length } });
  });

  it('judges with a policy module, which leaves no totals', async () => {
    const judge = (_: unknown, call: { readonly title: string | null }) =>
      (call.title ?? '').length % 2 === 0 ? 'allow' : 'hide';
    const gateway = scene.gateway({
      config: { policy: policyIn('show-private', { hook: { judge } }) },
    });

    const { data } = await gateway.execute(
      '{ searchCalls(filter: {}, first: 1000) { totalCount nodes { title } } }',
    );

    const { totalCount, nodes } = pageOf(data, 'searchCalls');
    expect(totalCount).toBeNull();
    expect(nodes.length).toBeGreaterThan(0);
    expect(nodes.every(({ title }) => String(title).length % 2 === 0)).toBe(true);
  });

  it('refuses a search by what it masks', async () => {
    const gateway = scene.gateway({ config: { policy: policyIn('mask-emails, mask-phones') } });

    const { errors, sent } = await gateway.trace(`{
      byEmail: searchCalls(filter: { participants: [{ email: "a@acme.com" }] }) { nodes { id } }
      byPhone: searchCalls(filter: { participants: [{ phoneNumber: "5550100" }] }) { nodes { id } }
      byWords: searchTranscripts(text: "555 0100") { nodes { callId } }
    }`);

    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(
      Array.from({ length: 3 }, () => 'FORBIDDEN'),
    );
    expect(errors?.map(({ message }) => message).sort()).toEqual([
      expect.stringContaining('searchCalls(filter.participants[0].email:)'),
      expect.stringContaining('searchCalls(filter.participants[0].phoneNumber:)'),
      expect.stringContaining('searchTranscripts(text:)'),
    ]);
    expect(sent).toEqual([]);
  });
});
