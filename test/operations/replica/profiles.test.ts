import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { blankProfile } from '../../../sandbox/src/company/permissionProfiles.js';
import { policyIn } from '../../support/config.js';
import { reportsOf, type SandboxCall } from '../policy/support.js';
import { createReplicaCompany, createReplicaScene, type ReplicaScene } from './support.js';

type Access = readonly [level: string, teamLeadIds?: readonly string[]];

/** Something that is said in many calls. */
const WORD = 'price';
const isSaid = ({ transcript }: SandboxCall) =>
  (transcript ?? []).some(({ sentences }) =>
    sentences.some(({ text }) => new RegExp(`\\b${WORD}\\b`, 'i').test(text)),
  );

/** What only the replica answers. */
const SEARCHES = `
  searchCalls(filter: {}, first: 1000) { totalCount nodes { id } }
  searchTranscripts(text: "${WORD}", first: 1000) { nodes { callId } }
  callChanges(first: 1000) { nodes { callId } }
  callStats(filter: {}, by: [HOST]) { total { calls } rows { keys { value } } }
`;
const POLICY_READS = [
  'listPermissionProfile',
  'listPermissionProfileUsers',
  'listUsers',
  'listWorkspaces',
];

const company = createReplicaCompany();
const [first, second] = company.workspaces.map(({ id }) => id) as [string, string];
const userIds = company.users.map(({ id }) => id);
/** The second user leads two others, the third one two others, and the first one leads all. */
for (const [index, user] of company.users.entries()) {
  const lead = [null, 0, 0, 1, 1, 2, 2][index] ?? (index === 0 ? null : 0);
  user.managerId = lead === null ? null : (userIds[lead] ?? null);
}
const [, viewer = '', otherLead = ''] = userIds;
const [team, otherTeam] = [reportsOf(viewer, company), reportsOf(otherLead, company)];
const all = null;

let scene: ReplicaScene;
beforeAll(async () => {
  scene = await createReplicaScene(undefined, company);
});
afterAll(() => scene.close());

function giveProfiles(profiles: Readonly<Record<string, Access>>): void {
  company.permissionProfiles = Object.entries(profiles).map(
    ([workspaceId, [permissionLevel, teamLeadIds = null]], index) => ({
      workspaceId,
      userIds: [viewer],
      profile: {
        ...blankProfile(String(80 + index), 'Viewer'),
        callsAccess: { permissionLevel, teamLeadIds },
      },
    }),
  );
}

/** Null: any host, and none. */
const isAmong = (hosts: readonly string[] | null = [], host: string | null) =>
  hosts === null || (host !== null && hosts.includes(host));

const valuesOf = (data: unknown, field: string, member: string): string[] => {
  const { nodes } = (data as Record<string, { nodes: readonly Record<string, string>[] }>)[
    field
  ] ?? { nodes: [] };
  return [...new Set(nodes.map((node) => node[member] ?? ''))].sort();
};

describe('gong-profile', () => {
  it.each<[string, Record<string, Access>, Record<string, readonly string[] | null>]>([
    ['all calls of one workspace', { [first]: ['all'] }, { [first]: all }],
    [
      'own calls',
      { [first]: ['own'], [second]: ['own'] },
      { [first]: [viewer], [second]: [viewer] },
    ],
    ['calls of reports', { [second]: ['report-to-them'] }, { [second]: team }],
    [
      'calls of the teams of leads',
      { [first]: ['managers-team', [otherLead]] },
      { [first]: [viewer, ...otherTeam] },
    ],
    [
      'other calls in each workspace',
      { [first]: ['report-to-them'], [second]: ['all'] },
      { [first]: team, [second]: all },
    ],
    ['no calls', { [first]: ['none'], [second]: ['galaxy'] }, {}],
    ['no calls without a profile', {}, {}],
  ])('finds %s, the same as live', async (_, profiles, hosts) => {
    giveProfiles(profiles);
    const gateway = scene.gateway({ config: { policy: policyIn('gong-profile') } });

    const searched = await gateway.trace(`{ ${SEARCHES} }`, {}, { person: viewer });
    const live = await gateway.execute(
      '{ calls(first: 1000) { nodes { id } } }',
      {},
      { person: viewer },
    );

    expect([searched.errors, live.errors]).toEqual([undefined, undefined]);
    const expected = company.calls.filter(
      ({ metaData: { isPrivate, workspaceId, primaryUserId } }) =>
        !isPrivate && isAmong(hosts[workspaceId], primaryUserId),
    );
    const ids = expected.map(({ metaData }) => metaData.id).sort();
    expect(ids.length > 0).toBe(Object.keys(hosts).length > 0);
    expect(valuesOf(live.data, 'calls', 'id')).toEqual(ids);
    expect(valuesOf(searched.data, 'searchCalls', 'id')).toEqual(ids);
    expect(valuesOf(searched.data, 'callChanges', 'callId')).toEqual(ids);
    expect(valuesOf(searched.data, 'searchTranscripts', 'callId')).toEqual(
      expected
        .filter(isSaid)
        .map(({ metaData }) => metaData.id)
        .sort(),
    );
    expect(searched.data).toMatchObject({
      searchCalls: { totalCount: ids.length },
      callStats: { total: { calls: ids.length } },
    });
    expect(
      [...new Set(searched.sent.map(({ operationId }) => operationId))].filter(
        (operation) => !POLICY_READS.includes(operation ?? ''),
      ),
    ).toEqual([]);
  });
});
