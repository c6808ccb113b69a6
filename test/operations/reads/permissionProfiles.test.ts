import { describe, expect, it } from '@jest/globals';
import { createSandbox, type Company } from '../../../sandbox/src/index.js';
import { blankProfile } from '../../../sandbox/src/company/permissionProfiles.js';
import { HOUR_MS } from '../../../src/lib/clock.js';
import { FakeClock } from '../../support/clock.js';
import { companyOf, usersOf } from '../../support/companies.js';
import { policyIn } from '../../support/config.js';
import { createTestGateway, type Answer, type TestGatewayOptions } from '../../support/gateway.js';

const NOW = Date.parse('2026-06-01T12:00:00Z');
const team = { permissionLevel: 'managers-team', teamLeadIds: ['501'] };

/** Two profiles in the first workspace, and one in the second. */
function companyWithProfiles(): Company {
  return companyOf({
    users: usersOf(3),
    workspaces: ['Sales', 'EMEA'].map((name, index) => ({
      id: String(index + 1),
      name,
      description: '',
    })),
    permissionProfiles: [
      {
        workspaceId: '1',
        userIds: ['500', '501'],
        profile: {
          ...blankProfile('71', 'Team'),
          description: 'Ask boss@acme.com',
          callsAccess: team,
          forecastPermissions: {
            forecastAccess: team,
            forecastEditSubmissions: { permissionLevel: 'own', teamLeadIds: null },
            forecastEditTargets: { permissionLevel: 'report-to-them', teamLeadIds: null },
          },
          libraryFolderAccess: {
            permissionLevel: 'specific-folders',
            libraryFolderIds: ['61'],
            managePublicFolder: true,
          },
          scoreCalls: true,
          exportCallsAndCoachingDataToCSV: true,
        },
      },
      {
        workspaceId: '1',
        userIds: [],
        profile: { ...blankProfile('72', 'Admin'), callsAccess: { permissionLevel: 'all' } },
      },
      {
        workspaceId: '2',
        userIds: ['500'],
        profile: { ...blankProfile('73', 'Owner'), callsAccess: { permissionLevel: 'galaxy' } },
      },
    ],
  });
}

function gatewayOver(options: TestGatewayOptions = {}) {
  const clock = new FakeClock(NOW);
  const sandbox = createSandbox({
    company: companyWithProfiles(),
    clock,
    requestsPerSecond: Infinity,
  });
  return { clock, gateway: createTestGateway({ clock, sandbox, ...options }) };
}

const sentIn = ({ sent }: { sent: readonly { operationId: string | null | undefined }[] }) =>
  sent.map(({ operationId }) => operationId);

async function estimateOf(query: string): Promise<unknown> {
  const { extensions } = await gatewayOver().gateway.execute(
    query,
    {},
    { extensions: { gong: { estimateOnly: true } } },
  );
  return extensions?.gong?.estimate;
}

describe('Query.permissionProfile', () => {
  it('returns all of a profile', async () => {
    const { gateway } = gatewayOver();

    const answer = await gateway.trace(`{ permissionProfile(id: "71") {
      id name description workspace { id } capabilities
      callsAccess { level teamLeads { id name } } dealsAccess { level teamLeads { id } }
      forecastPermissions {
        forecastAccess { level teamLeads { id } } editSubmissions { level } editTargets { level }
      }
      libraryFolderAccess { level folderIds managePublicFolder manageStreams }
    } }`);

    expect(answer.errors).toBeUndefined();
    expect(sentIn(answer)).toEqual(['getPermissionProfile', 'listMultipleUsers']);
    expect(answer.sent[0]).toMatchObject({
      path: '/v2/permission-profile',
      query: { profileId: '71' },
    });
    expect(answer.data).toEqual({
      permissionProfile: {
        id: '71',
        name: 'Team',
        description: 'Ask boss@acme.com',
        workspace: null,
        capabilities: ['SCORE_CALLS', 'EXPORT_CALLS_AND_COACHING_DATA_TO_CSV'],
        callsAccess: { level: 'MANAGERS_TEAM', teamLeads: [{ id: '501', name: 'Alex Doe' }] },
        dealsAccess: { level: 'NONE', teamLeads: null },
        forecastPermissions: {
          forecastAccess: { level: 'MANAGERS_TEAM', teamLeads: [{ id: '501' }] },
          editSubmissions: { level: 'OWN' },
          editTargets: { level: 'REPORT_TO_THEM' },
        },
        libraryFolderAccess: {
          level: 'SPECIFIC_FOLDERS',
          folderIds: ['61'],
          managePublicFolder: true,
          manageStreams: null,
        },
      },
    });
  });

  it('returns UNKNOWN for a new level, and no list of another level', async () => {
    const { data } = await gatewayOver().gateway.execute(
      '{ permissionProfile(id: "73") { callsAccess { level teamLeads { id } } libraryFolderAccess { level folderIds } } }',
    );

    expect(data).toEqual({
      permissionProfile: {
        callsAccess: { level: 'UNKNOWN', teamLeads: null },
        libraryFolderAccess: { level: 'NONE', folderIds: null },
      },
    });
  });

  it.each(['9', '99999999999999999999'])('is null when Gong has no profile %s', async (id) => {
    const { data, errors } = await gatewayOver().gateway.execute(
      `{ permissionProfile(id: "${id}") { id users { id } } }`,
    );

    expect(errors).toBeUndefined();
    expect(data).toEqual({ permissionProfile: null });
  });

  it('costs nothing for an hour once its workspace’s profiles were read', async () => {
    const { gateway, clock } = gatewayOver({ config: { cacheTtlSeconds: 300 } });
    const ask = '{ permissionProfile(id: "71") { name } }';
    await gateway.execute('{ workspace(id: "1") { permissionProfiles { name } } }');

    await clock.advance(HOUR_MS - 1000);
    expect((await gateway.trace(ask)).sent).toEqual([]);
    await clock.advance(1000);
    expect(sentIn(await gateway.trace(ask))).toEqual(['getPermissionProfile']);
  });

  it('shows a profile of an allowed workspace only, at the same cost', async () => {
    const { gateway } = gatewayOver({ config: { policy: policyIn('workspaces=EMEA') } });
    const ask = (id: string) =>
      gateway.trace(`{ permissionProfile(id: "${id}") { id workspace { name } } }`);

    const [seen, hidden, missing] = [await ask('73'), await ask('71'), await ask('9')];

    expect(seen.data).toEqual({ permissionProfile: { id: '73', workspace: { name: 'EMEA' } } });
    expect(hidden.data).toEqual({ permissionProfile: null });
    expect(missing.data).toEqual({ permissionProfile: null });
    for (const answer of [seen, hidden, missing]) {
      expect(sentIn(answer)).toEqual(['listWorkspaces', 'listPermissionProfile']);
    }
  });

  it('is priced', async () => {
    expect(await estimateOf('{ permissionProfile(id: "71") { name } }')).toEqual({
      min: 1,
      max: 1,
    });
    expect(await estimateOf('{ permissionProfile(id: "71") { users { id } } }')).toEqual({
      min: 1,
      max: 2,
    });
    expect(await estimateOf('{ permissionProfile(id: "71") { users { name } } }')).toEqual({
      min: 1,
      max: 3,
    });
  });
});

describe('Workspace.permissionProfiles', () => {
  it('returns the profiles of each workspace by name, with their users', async () => {
    const { gateway } = gatewayOver();

    const answer = await gateway.trace(
      '{ workspaces { name permissionProfiles { name workspace { id } users { id emailAddress } } } }',
    );

    expect(answer.errors).toBeUndefined();
    expect(sentIn(answer)).toEqual([
      'listWorkspaces',
      'listPermissionProfile',
      'listPermissionProfile',
      'listPermissionProfileUsers',
      'listPermissionProfileUsers',
      'listPermissionProfileUsers',
      'listMultipleUsers',
    ]);
    const user = (id: string) => ({ id, emailAddress: `user${id}@lumenta.example` });
    expect(answer.data).toEqual({
      workspaces: [
        {
          name: 'Sales',
          permissionProfiles: [
            { name: 'Admin', workspace: { id: '1' }, users: [] },
            { name: 'Team', workspace: { id: '1' }, users: [user('500'), user('501')] },
          ],
        },
        {
          name: 'EMEA',
          permissionProfiles: [{ name: 'Owner', workspace: { id: '2' }, users: [user('500')] }],
        },
      ],
    });
  });

  it('is read in parallel to its workspace', async () => {
    const answer = await gatewayOver().gateway.trace(
      '{ workspace(id: "2") { name permissionProfiles { id } } }',
    );

    expect(new Set(sentIn(answer))).toEqual(new Set(['listWorkspaces', 'listPermissionProfile']));
    expect(answer.data).toEqual({
      workspace: { name: 'EMEA', permissionProfiles: [{ id: '73' }] },
    });
  });

  it('fails by itself when Gong fails', async () => {
    const { gateway } = gatewayOver();
    gateway.sandbox.faults.add({
      operationId: 'listPermissionProfile',
      times: Infinity,
      fault: {
        kind: 'answer',
        status: 401,
        body: {
          errors: ["You don't have permission to use 'api:permission-profile:read' in your app."],
        },
      },
    });

    const { data, errors } = await gateway.execute(
      '{ workspace(id: "2") { name permissionProfiles { id } } }',
    );

    expect(data).toEqual({ workspace: { name: 'EMEA', permissionProfiles: null } });
    expect(errors).toMatchObject([
      {
        path: ['workspace', 'permissionProfiles'],
        extensions: {
          code: 'GONG_MISSING_SCOPE',
          requiredScope: 'api:permission-profile:read',
        },
      },
    ]);
  });

  it('masks the text of profiles', async () => {
    const { gateway } = gatewayOver({ config: { policy: policyIn('mask-emails') } });

    const { data } = await gateway.execute(
      `{ workspace(id: "1") { permissionProfiles { description users { emailAddress } } }
         user(id: "501") { permissionProfiles { description } } }`,
    );

    expect(data).toEqual({
      workspace: {
        permissionProfiles: [
          { description: null, users: [] },
          {
            description: 'Ask •••@acme.com',
            users: [
              { emailAddress: '•••@lumenta.example' },
              { emailAddress: '•••@lumenta.example' },
            ],
          },
        ],
      },
      user: { permissionProfiles: [{ description: 'Ask •••@acme.com' }] },
    });
  });
});

describe('User.permissionProfiles', () => {
  const ask = `{ usersByIds(ids: ["500", "501", "502"]) {
    id permissionProfiles { name workspace { id } }
  } }`;

  it('finds the profiles of users in all workspaces, once for all users', async () => {
    const answer = await gatewayOver().gateway.trace(ask);

    expect(answer.errors).toBeUndefined();
    expect(sentIn(answer).sort()).toEqual([
      'listMultipleUsers',
      ...Array.from({ length: 2 }, () => 'listPermissionProfile'),
      ...Array.from({ length: 3 }, () => 'listPermissionProfileUsers'),
      'listWorkspaces',
    ]);
    const sales = { name: 'Team', workspace: { id: '1' } };
    expect(answer.data).toEqual({
      usersByIds: [
        { id: '500', permissionProfiles: [sales, { name: 'Owner', workspace: { id: '2' } }] },
        { id: '501', permissionProfiles: [sales] },
        { id: '502', permissionProfiles: [] },
      ],
    });
  });

  it('is served from the cache for an hour', async () => {
    const { gateway, clock } = gatewayOver({ config: { cacheTtlSeconds: 2 * 60 * 60 } });
    const first: Answer = await gateway.execute(ask);
    await clock.advance(HOUR_MS - 1000);

    const again = await gateway.trace(ask);

    expect(again.data).toEqual(first.data);
    expect(again.sent).toEqual([]);
  });

  it('searches allowed workspaces only', async () => {
    const { gateway } = gatewayOver({ config: { policy: policyIn('workspaces=EMEA') } });

    const answer = await gateway.trace('{ user(id: "500") { permissionProfiles { name } } }');

    expect(answer.data).toEqual({ user: { permissionProfiles: [{ name: 'Owner' }] } });
    expect(answer.sent.filter(({ path }) => path === '/v2/all-permission-profiles')).toMatchObject([
      { query: { workspaceId: '2' } },
    ]);
  });

  it('is priced by the size of the company', async () => {
    // 1 for the user and the workspaces each, 4 for their profiles, and 5 for the users of each.
    expect(await estimateOf('{ user(id: "500") { permissionProfiles { name } } }')).toEqual({
      min: 1,
      max: 26,
    });
  });
});
