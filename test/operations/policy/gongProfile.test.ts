import { describe, expect, it } from '@jest/globals';
import { createSandbox, plainCall, plainUser, type Company } from '../../../sandbox/src/index.js';
import { blankProfile } from '../../../sandbox/src/company/permissionProfiles.js';
import { HOUR_MS } from '../../../src/lib/clock.js';
import { FakeClock } from '../../support/clock.js';
import { companyOf } from '../../support/companies.js';
import { policyIn } from '../../support/config.js';
import { createTestGateway, type Answer, type TestGatewayOptions } from '../../support/gateway.js';

const NOW = Date.parse('2026-06-01T12:00:00Z');
const VIEWER = { person: '501' };
const LIST = '{ calls(first: 100) { nodes { id } } }';
const FAR = { cacheTtlSeconds: 24 * 60 * 60 };
const POLICY_READS = new Set([
  'listUsers',
  'listWorkspaces',
  'listPermissionProfile',
  'listPermissionProfileUsers',
]);

type Access = readonly [level: string, teamLeadIds?: readonly string[]];

/** 500 leads 501, who leads 502; 503 leads 504. Each hosts the call `<workspace>0<user>` in three workspaces. */
function companyWith(access: Readonly<Record<string, Access>>): Company {
  const workspaceIds = ['1', '2', '3'];
  const managers: Record<string, string> = { 501: '500', 502: '501', 504: '503' };
  const userIds = ['500', '501', '502', '503', '504'];
  return companyOf({
    workspaces: workspaceIds.map((id) => ({ id, name: `Workspace ${id}`, description: '' })),
    users: userIds.map((id) => plainUser({ id, managerId: managers[id] ?? null })),
    calls: workspaceIds.flatMap((workspaceId) =>
      userIds.map((primaryUserId, index) =>
        plainCall({
          id: `${workspaceId}0${primaryUserId}`,
          started: new Date(NOW - (index + 1) * HOUR_MS).toISOString(),
          workspaceId,
          primaryUserId,
        }),
      ),
    ),
    permissionProfiles: workspaceIds.flatMap((workspaceId) => [
      {
        workspaceId,
        userIds: ['500'],
        profile: {
          ...blankProfile(`7${workspaceId}`, 'Others'),
          callsAccess: { permissionLevel: 'all', teamLeadIds: null },
        },
      },
      ...Object.entries(access)
        .filter(([id]) => id === workspaceId)
        .map(([, [permissionLevel, teamLeadIds = null]]) => ({
          workspaceId,
          userIds: ['501'],
          profile: {
            ...blankProfile(`8${workspaceId}`, 'Viewer'),
            callsAccess: { permissionLevel, teamLeadIds },
          },
        })),
    ]),
  });
}

function gatewayOver(
  access: Readonly<Record<string, Access>>,
  words = 'gong-profile',
  options: TestGatewayOptions = {},
) {
  const clock = new FakeClock(NOW);
  const sandbox = createSandbox({
    company: companyWith(access),
    clock,
    requestsPerSecond: Infinity,
  });
  const config = {
    policy: policyIn(words, { roles: { admin: 'show-private' } }),
    ...options.config,
  };
  return { clock, sandbox, gateway: createTestGateway({ clock, sandbox, ...options, config }) };
}

const idsIn = ({ data, errors }: Answer, field = 'calls'): string[] => {
  expect(errors).toBeUndefined();
  const { nodes } = data?.[field] as unknown as { nodes: { id: string }[] };
  return nodes.map(({ id }) => id).sort();
};
const sentIn = ({ sent }: { sent: readonly { operationId: string | null | undefined }[] }) =>
  sent.map(({ operationId }) => operationId ?? '');
const beside = (answer: Parameters<typeof sentIn>[0]) =>
  sentIn(answer).filter((id) => !POLICY_READS.has(id));

describe('gong-profile', () => {
  it.each<[string, Access, readonly string[]]>([
    ['all calls', ['all'], ['10500', '10501', '10502', '10503', '10504']],
    [
      'calls of the teams of leads, and own ones',
      ['managers-team', ['503']],
      ['10501', '10503', '10504'],
    ],
    ['own calls and those of reports', ['report-to-them'], ['10501', '10502']],
    ['own calls', ['own'], ['10501']],
    ['no calls', ['none'], []],
    ['no calls, for a level that Gong adds', ['galaxy'], []],
  ])('shows %s', async (_, access, shown) => {
    const { gateway, sandbox } = gatewayOver({ 1: access });

    expect(idsIn(await gateway.execute(LIST, {}, VIEWER))).toEqual(shown);

    const ids = sandbox.company.calls.map(({ metaData }) => metaData.id);
    const { data } = await gateway.execute(
      'query ($ids: [ID!]!) { callsByIds(ids: $ids) { id } }',
      { ids },
      VIEWER,
    );
    const found = data?.['callsByIds'] as unknown as ({ id: string } | null)[];
    expect(found.flatMap((call) => call?.id ?? []).sort()).toEqual(shown);
  });

  it('judges each workspace by its own profile', async () => {
    const { gateway } = gatewayOver({ 1: ['own'], 2: ['report-to-them'] });
    const list = (filter: string) =>
      gateway.trace(`{ calls(filter: { ${filter} }, first: 100) { nodes { id } } }`, {}, VIEWER);

    expect(idsIn(await gateway.execute(LIST, {}, VIEWER))).toEqual(['10501', '20501', '20502']);
    const second = await list('workspaceId: "2"');
    expect(idsIn(second)).toEqual(['20501', '20502']);
    expect(second.sent.at(-1)?.body).toMatchObject({
      filter: { workspaceId: '2', primaryUserIds: ['501', '502'] },
    });
    const third = await list('workspaceId: "3"');
    expect(idsIn(third)).toEqual([]);
    expect(beside(third)).toEqual([]);
    expect(idsIn(await list('primaryUserIds: ["502"]'))).toEqual(['20502']);
  });

  it('shows all calls of one workspace and a few of another', async () => {
    const { gateway } = gatewayOver({ 1: ['own'], 3: ['all'] });

    expect(idsIn(await gateway.execute(LIST, {}, VIEWER))).toEqual([
      '10501',
      ...['500', '501', '502', '503', '504'].map((id) => `30${id}`),
    ]);
  });

  it('shows a user’s calls by the same rule', async () => {
    const { gateway } = gatewayOver({ 2: ['report-to-them'] });
    const { data } = await gateway.execute(
      '{ usersByIds(ids: ["502", "504"]) { id calls(from: "2026-05-30T00:00:00Z") { nodes { id } } } }',
      {},
      VIEWER,
    );

    expect(data).toEqual({
      usersByIds: [
        { id: '502', calls: { nodes: [{ id: '20502' }] } },
        { id: '504', calls: { nodes: [] } },
      ],
    });
  });

  it('finds the viewer by any address, and shows nothing to a viewer whom no profile names', async () => {
    const { gateway } = gatewayOver({ 1: ['own'] });

    const byEmail = { person: 'USER501@lumenta.example' };
    expect(idsIn(await gateway.execute(LIST, {}, byEmail))).toEqual(['10501']);
    for (const person of ['504', '999', 'stranger@elsewhere.test']) {
      const answer = await gateway.trace(LIST, {}, { person });
      expect(idsIn(answer)).toEqual([]);
      expect(beside(answer)).toEqual([]);
    }
  });

  it('shows and reads nothing when no viewer is named', async () => {
    const { gateway } = gatewayOver({ 1: ['all'] });
    const answer = await gateway.trace(LIST);

    expect(idsIn(answer)).toEqual([]);
    expect(answer.sent).toEqual([]);
  });

  it('hides private calls too, without the word show-private', async () => {
    const shownBy = async (words: string) => {
      const { gateway, sandbox } = gatewayOver({ 1: ['own'] }, words);
      for (const { metaData } of sandbox.company.calls) metaData.isPrivate = true;
      return idsIn(await gateway.execute(LIST, {}, VIEWER));
    };

    expect(await shownBy('gong-profile')).toEqual([]);
    expect(await shownBy('gong-profile, show-private')).toEqual(['10501']);
  });

  it('reads only what workspaces= leaves', async () => {
    const { gateway } = gatewayOver(
      { 1: ['all'], 2: ['own'] },
      'gong-profile, workspaces=Workspace 2',
    );
    const answer = await gateway.trace(LIST, {}, VIEWER);

    expect(idsIn(answer)).toEqual(['20501']);
    expect(answer.sent.filter(({ path }) => path === '/v2/all-permission-profiles')).toMatchObject([
      { query: { workspaceId: '2' } },
    ]);
  });

  it.each([
    ['user502', ', workspaceId: "1"', true],
    ['user502', ', workspaceId: "2"', false],
    ['user502', '', false],
    ['user503', ', workspaceId: "1"', false],
  ])('reads flows of %s%s only as their calls: %s', async (owner, where, isRead) => {
    const { gateway } = gatewayOver({ 1: ['report-to-them'], 2: ['own'] });
    const answer = await gateway.trace(
      `{ flows(ownerEmail: "${owner}@lumenta.example"${where}) { nodes { id } } }`,
      {},
      VIEWER,
    );

    expect(idsIn(answer, 'flows')).toEqual([]);
    expect(beside(answer)).toEqual(isRead ? ['listFlows'] : []);
  });

  it('costs the same for a hidden call and a missing one', async () => {
    const { gateway } = gatewayOver({ 1: ['own'] });
    const ask = (id: string) =>
      gateway.trace(`{ call(id: "${id}") { title transcript { text } } }`, {}, VIEWER);

    const [hidden, missing] = [await ask('10502'), await ask('424242')];

    expect(hidden.data).toEqual({ call: null });
    expect(missing.data).toEqual(hidden.data);
    expect(missing.errors).toEqual(hidden.errors);
    expect(sentIn(missing)).toEqual(sentIn(hidden));
  });

  it('denies raw requests and the audit log', async () => {
    const { gateway } = gatewayOver({ 1: ['all'] });
    const raw = 'mutation { gongRequest(input: { method: GET, path: "/v2/users" }) { status } }';
    const log = '{ auditLog(type: ACCESS, from: "2026-05-01T00:00:00Z") { nodes { at } } }';

    for (const query of [raw, log]) {
      const { errors, sent } = await gateway.trace(query, {}, VIEWER);
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
      expect(sent).toEqual([]);
    }
  });
});

describe('What gong-profile reads', () => {
  it('is read once an operation, and then not for an hour', async () => {
    const { gateway, clock } = gatewayOver({ 1: ['own'], 2: ['own'] }, 'gong-profile', {
      config: FAR,
    });
    const first = await gateway.trace(LIST, {}, VIEWER);
    await clock.advance(HOUR_MS - 1000);
    const again = await gateway.trace(LIST, {}, VIEWER);
    await clock.advance(1000);
    const later = await gateway.trace(LIST, {}, VIEWER);

    const profiles = (answer: typeof first) =>
      sentIn(answer).filter((id) => id.includes('PermissionProfile')).length;
    // 3 workspaces, with 5 profiles.
    expect([profiles(first), profiles(again), profiles(later)]).toEqual([8, 0, 8]);
    expect(sentIn(first).filter((id) => id === 'listWorkspaces')).toHaveLength(1);
    expect(again.data).toEqual(first.data);
  });

  it('is read again after a profile was changed through the gateway', async () => {
    const { gateway } = gatewayOver({ 1: ['own'] }, 'gong-profile', { config: FAR });
    expect(idsIn(await gateway.execute(LIST, {}, VIEWER))).toEqual(['10501']);

    const { errors } = await gateway.execute(
      `mutation { updatePermissionProfile(input: {
        id: "81", callsAccess: { level: REPORT_TO_THEM }
      }) { requestId } }`,
      {},
      { roles: ['admin'] },
    );

    expect(errors).toBeUndefined();
    expect(idsIn(await gateway.execute(LIST, {}, VIEWER))).toEqual(['10501', '10502']);
  });

  const asks = [
    LIST,
    '{ call(id: "10501") { title } }',
    '{ user(id: "501") { calls(from: "2026-05-30T00:00:00Z") { nodes { id } } } }',
  ];
  it.each([...POLICY_READS].flatMap((id) => asks.map((query): [string, string] => [id, query])))(
    'shows nothing when %s fails: %s',
    async (operationId, query) => {
      const { gateway, sandbox } = gatewayOver({ 1: ['all'] });
      const message = "You don't have permission to use 'api:some:read' in your app.";
      sandbox.faults.add({
        operationId,
        times: Infinity,
        fault: { kind: 'answer', status: 401, body: { errors: [message] } },
      });

      const { data, errors } = await gateway.execute(query, {}, VIEWER);

      expect(JSON.stringify(data)).not.toMatch(/10501|Call 1/);
      expect(errors).toMatchObject([
        {
          // A user that the query names fails for itself.
          message: expect.stringMatching(query.includes('user(') ? /lacks/ : /GATEWAY_POLICY/),
          extensions: { code: 'GONG_MISSING_SCOPE', requiredScope: 'api:some:read' },
        },
      ]);
    },
  );

  it('shows nothing when one profile of a workspace can’t be read', async () => {
    const { gateway, sandbox, clock } = gatewayOver({ 1: ['all'] });
    sandbox.faults.add({
      operationId: 'listPermissionProfileUsers',
      times: Infinity,
      matches: ({ query }) => query['profileId'] === '73',
      fault: { kind: 'answer', status: 500, body: { errors: ['Oops.'] } },
    });

    // With retries between.
    const { data, errors } = await clock.runUntil(gateway.execute(LIST, {}, VIEWER));

    expect(data).toEqual({ calls: null });
    expect(errors).toMatchObject([{ extensions: { code: 'GONG_UNAVAILABLE' } }]);
  });

  it('shows nothing when a list of users is malformed', async () => {
    const { gateway, sandbox } = gatewayOver({ 1: ['all'] });
    sandbox.faults.add({
      operationId: 'listPermissionProfileUsers',
      times: Infinity,
      fault: { kind: 'answer', status: 200, body: { requestId: 'r', users: 'many' } },
    });

    const { data, errors } = await gateway.execute(LIST, {}, VIEWER);

    expect(data).toEqual({ calls: null });
    expect(errors).toMatchObject([{ extensions: { code: 'GONG_BAD_RESPONSE' } }]);
  });

  it('is not reused beyond an hour while Gong fails', async () => {
    const { gateway, sandbox, clock } = gatewayOver({ 1: ['all'] }, 'gong-profile', {
      config: FAR,
    });
    await gateway.execute(LIST, {}, VIEWER);
    sandbox.faults.add({
      operationId: 'listPermissionProfile',
      times: Infinity,
      fault: { kind: 'answer', status: 401, body: { errors: ['Who?'] } },
    });

    await clock.advance(HOUR_MS - 1000);
    expect(idsIn(await gateway.execute(LIST, {}, VIEWER))).toHaveLength(5);
    await clock.advance(1000);
    const { data, errors } = await gateway.execute(LIST, {}, VIEWER);
    expect(data).toEqual({ calls: null });
    expect(errors).toMatchObject([{ extensions: { code: 'GONG_BAD_CREDENTIALS' } }]);
  });

  it('is part of the price', async () => {
    const { gateway } = gatewayOver({ 1: ['own'] });
    const price = async (query: string) =>
      (
        await gateway.execute(
          query,
          {},
          { ...VIEWER, extensions: { gong: { estimateOnly: true } } },
        )
      ).extensions?.gong?.estimate;

    // 5 pages of users, 1 for the workspaces, 4 for their profiles, 5 for the users of each, and the call.
    expect(await price('{ call(id: "10501") { title } }')).toMatchObject({ max: 31 });
    expect(await price(LIST)).toMatchObject({ max: null });
  });
});
