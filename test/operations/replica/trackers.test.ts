import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { policyIn } from '../../support/config.js';
import { createReplicaCompany, createReplicaScene, READ_AT, type ReplicaScene } from './support.js';

let scene: ReplicaScene;
beforeAll(async () => {
  const company = createReplicaCompany();
  // The first call is private, and the second is not.
  company.calls[0]?.content?.trackers?.push({ ...smart, id: '990001', name: 'Only in private' });
  company.calls[1]?.content?.trackers?.push({ ...smart, id: '990002', name: 'Twice' });
  company.calls[2]?.content?.trackers?.push({ ...smart, id: '990003', name: 'twice ' });
  scene = await createReplicaScene(undefined, company);
  const hidden = { trackerId: '71', trackerName: 'Twice', workspaceId: other() };
  const alone = { trackerId: '72', trackerName: 'Of another workspace', workspaceId: other() };
  await scene.store.putRecords(
    'TRACKER',
    new Map([hidden, alone].map((tracker) => [tracker.trackerId, tracker])),
    READ_AT,
    false,
  );
});
afterAll(() => scene.close());

const smart = { count: 2, type: 'SMART' as const, occurrences: [], phrases: [] };
const own = () => scene.company.workspaces[0]?.id ?? '';
const other = () => scene.company.workspaces[1]?.id ?? '';

const callsWith = (trackerIds: readonly string[]) =>
  scene.company.calls
    .filter(({ content }) =>
      content?.trackers?.some(({ id, count }) => trackerIds.includes(id) && count > 0),
    )
    .map(({ metaData }) => metaData.id)
    .sort();

async function search(name: string, policy?: Parameters<typeof policyIn>) {
  const gateway = scene.gateway(
    policy === undefined ? {} : { config: { policy: policyIn(...policy) } },
  );
  const { data, errors, sent } = await gateway.trace(
    `query ($trackers: [TrackerHitFilter!]) {
      searchCalls(first: 1000, filter: { trackers: $trackers }) { nodes { id } }
    }`,
    { trackers: [{ name }] },
  );
  const found = data?.['searchCalls'] as { nodes: readonly { id: string }[] } | undefined;
  return { ids: found?.nodes.map(({ id }) => id).sort(), errors, sent };
}

const unknown = (name: string) => ({
  errors: [
    expect.objectContaining({
      message:
        'Argument "searchCalls(filter.trackers[0].name:)" must be the name of a keyword tracker, or of one that ' +
        `Gong has detected in a call; got ${JSON.stringify(name)}. Query.trackers lists keyword trackers. ` +
        'Call.trackers shows the ID and name of any tracker.',
      extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }) as unknown,
    }),
  ],
  sent: [],
});

describe('A smart tracker is found by its name', () => {
  const known = () => new Set(scene.company.keywordTrackers.map(({ trackerId }) => trackerId));

  it('with case ignored, without a request', async () => {
    const hits = scene.company.calls.flatMap(({ content }) => content?.trackers ?? []);
    const hit = hits.find(({ id, count }) => count > 0 && !known().has(id));
    const { ids, errors, sent } = await search(` ${hit?.name.toUpperCase() ?? ''} `);

    expect(errors).toBeUndefined();
    expect(sent).toEqual([]);
    expect(ids).toEqual(callsWith([hit?.id ?? '']));
    expect(ids?.length).toBeGreaterThan(0);
  });

  it('in statistics and changes, too', async () => {
    const { data, errors, sent } = await scene.gateway().trace(`{
      callStats(filter: { trackers: [{ name: "only IN private" }] }, by: [TRACKER]) { total { calls trackerHits } }
      callChanges(filter: { trackers: [{ name: "only IN private" }] }) { nodes { callId } }
    }`);

    expect(errors).toBeUndefined();
    expect(sent).toEqual([]);
    expect(data).toMatchObject({
      callStats: { total: { calls: 1 } },
      callChanges: { nodes: callsWith(['990001']).map((callId) => ({ callId })) },
    });
  });

  it('unless a keyword tracker has the name', async () => {
    expect(await search('twice')).toMatchObject({ ids: callsWith(['71']), sent: [] });
  });

  it('if the keyword tracker of the name is in a hidden workspace', async () => {
    const shown = new Set(
      scene.company.calls
        .filter(({ metaData }) => metaData.workspaceId === own())
        .map(({ metaData }) => metaData.id),
    );
    const { ids, sent } = await search('TWICE', [`show-private, workspaces=${own()}`]);

    expect(ids).toEqual(callsWith(['990002', '990003']).filter((id) => shown.has(id)));
    expect(ids?.length).toBeGreaterThan(0);
    expect(sent).toEqual([]);
  });
});

describe('A tracker is unknown', () => {
  it('when the policy hides its only call', async () => {
    expect(await search('Only in private', ['show-private'])).toMatchObject({
      ids: callsWith(['990001']),
    });
    expect(await search('Only in private', ['hide-private'])).toMatchObject(
      unknown('Only in private'),
    );
  });

  it('when a policy module hides its only call', async () => {
    const hides = callsWith(['990001']);
    const judge = (_: unknown, { id }: { readonly id: string }) =>
      hides.includes(id) ? 'hide' : 'allow';

    expect(await search('Only in private', ['show-private', { hook: { judge } }])).toMatchObject(
      unknown('Only in private'),
    );
  });

  it('when it is in a workspace that the policy hides', async () => {
    const name = 'Of another workspace';
    expect(await search(name)).toMatchObject({ ids: [] });
    expect(await search(name, [`workspaces=${own()}`])).toMatchObject(unknown(name));
  });
});
