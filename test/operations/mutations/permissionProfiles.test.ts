import { describe, expect, it } from '@jest/globals';
import { createSandbox } from '../../../sandbox/src/index.js';
import { blankProfile } from '../../../sandbox/src/company/permissionProfiles.js';
import { FakeClock } from '../../support/clock.js';
import { companyOf, usersOf } from '../../support/companies.js';
import { policyIn } from '../../support/config.js';
import { createTestGateway, type TestGatewayOptions } from '../../support/gateway.js';
import { setUp } from './support.js';

const PROFILE = 'profile { id name description capabilities callsAccess { level } } requestId';
const CREATE = `mutation ($input: CreatePermissionProfileInput!) {
  createPermissionProfile(input: $input) { ${PROFILE} }
}`;
const UPDATE = `mutation ($input: UpdatePermissionProfileInput!) {
  updatePermissionProfile(input: $input) { ${PROFILE} }
}`;

function gatewayOver(options: TestGatewayOptions = {}) {
  const clock = new FakeClock(Date.parse('2026-06-01T12:00:00Z'));
  const company = companyOf({
    users: usersOf(2),
    permissionProfiles: [
      {
        workspaceId: '1',
        userIds: ['500'],
        profile: {
          ...blankProfile('71', 'Team'),
          description: 'Before',
          callsAccess: { permissionLevel: 'own', teamLeadIds: null },
          scoreCalls: true,
          trimCalls: true,
        },
      },
    ],
  });
  const sandbox = createSandbox({ company, clock, requestsPerSecond: Infinity });
  return createTestGateway({ clock, sandbox, ...options });
}

describe('createPermissionProfile', () => {
  it('creates a profile that allows what the input allows', async () => {
    const gateway = gatewayOver({ config: { cacheTtlSeconds: 300 } });
    const list = '{ workspace(id: "1") { permissionProfiles { name } } }';
    await gateway.execute(list);

    const { data, errors, sent } = await gateway.trace(CREATE, {
      input: {
        workspaceId: '1',
        name: 'Closer',
        callsAccess: { level: 'ALL' },
        allow: ['DELETE_CALLS'],
      },
    });

    expect(errors).toBeUndefined();
    expect(sent).toMatchObject([
      {
        method: 'POST',
        path: '/v2/permission-profile',
        query: { workspaceId: '1' },
        body: { name: 'Closer', callsAccess: { permissionLevel: 'all' }, deleteCalls: true },
      },
    ]);
    expect(data).toEqual({
      createPermissionProfile: {
        profile: {
          id: expect.stringMatching(/^\d+$/),
          name: 'Closer',
          description: null,
          capabilities: ['DELETE_CALLS'],
          callsAccess: { level: 'ALL' },
        },
        requestId: expect.any(String),
      },
    });
    // What was cached before is read again.
    expect((await gateway.execute(list)).data).toEqual({
      workspace: { permissionProfiles: [{ name: 'Closer' }, { name: 'Team' }] },
    });
  });

  it('shows no profile when Gong names none', async () => {
    const { wire, run } = setUp([{ body: { requestId: 'r1', profile: { name: 'Closer' } } }]);

    const { data, errors } = await run(CREATE, { input: { workspaceId: '1', name: 'Closer' } });

    expect(wire.sent).toHaveLength(1);
    expect(errors).toBeUndefined();
    expect(data).toEqual({ createPermissionProfile: { profile: null, requestId: 'r1' } });
  });
});

describe('updatePermissionProfile', () => {
  it('sends what changes, and shows the whole profile as Gong merged it', async () => {
    const { data, errors, sent } = await gatewayOver().trace(UPDATE, {
      input: { id: '71', description: 'After', allow: ['DEALS'], deny: ['TRIM_CALLS'] },
    });

    expect(errors).toBeUndefined();
    expect(sent).toMatchObject([
      {
        method: 'PUT',
        query: { profileId: '71' },
        body: { description: 'After', deals: true, trimCalls: false },
      },
    ]);
    expect(Object.keys(sent[0]?.body ?? {})).toHaveLength(3);
    expect(data).toMatchObject({
      updatePermissionProfile: {
        profile: {
          id: '71',
          name: 'Team',
          description: 'After',
          capabilities: ['SCORE_CALLS', 'DEALS'],
          callsAccess: { level: 'OWN' },
        },
      },
    });
  });

  it('spells levels and their lists as Gong does', async () => {
    const { sent } = await gatewayOver().trace(UPDATE, {
      input: {
        id: '71',
        dealsAccess: { level: 'MANAGERS_TEAM', teamLeadIds: ['500'] },
        forecastPermissions: { editTargets: { level: 'REPORT_TO_THEM' } },
        libraryFolderAccess: {
          level: 'SPECIFIC_FOLDERS',
          folderIds: ['61'],
          manageStreams: false,
        },
      },
    });

    expect(sent[0]?.body).toEqual({
      dealsAccess: { permissionLevel: 'managers-team', teamLeadIds: ['500'] },
      forecastPermissions: { forecastEditTargets: { permissionLevel: 'report-to-them' } },
      libraryFolderAccess: {
        permissionLevel: 'specific-folders',
        libraryFolderIds: ['61'],
        manageStreams: false,
      },
    });
  });

  it.each<[object, RegExp]>([
    [{ callsAccess: { level: 'MANAGERS_TEAM' } }, /teamLeadIds:\)" must be given/],
    [{ callsAccess: { level: 'OWN', teamLeadIds: ['1'] } }, /teamLeadIds:\)" is only allowed/],
    [{ callsAccess: { level: 'UNKNOWN' } }, /level:\)/],
    [{ libraryFolderAccess: { level: 'SPECIFIC_FOLDERS' } }, /folderIds:\)" must be given/],
    [{ libraryFolderAccess: { level: 'NONE', manageStreams: true } }, /manageStreams:\)" is not/],
    [{ allow: ['DEALS'], deny: ['USAGE', 'DEALS'] }, /deny:\)" holds DEALS/],
    [{ name: ' ' }, /name:\)/],
  ])('refuses %j without a request', async (change, message) => {
    const { errors, sent } = await gatewayOver().trace(UPDATE, { input: { id: '71', ...change } });

    expect(errors).toMatchObject([
      { message: expect.stringMatching(message), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
    expect(sent).toEqual([]);
  });
});

describe.each([
  ['createPermissionProfile', CREATE, { workspaceId: '1', name: 'Closer' }],
  ['updatePermissionProfile', UPDATE, { id: '71', name: 'Closer' }],
])('%s', (_, query, input) => {
  it.each(['own-calls', 'gong-profile', 'workspaces=Sales', 'mask-emails', 'read-only'])(
    'is not sent under %s',
    async (words) => {
      const gateway = gatewayOver({ config: { policy: policyIn(words) } });
      const { errors, sent } = await gateway.trace(query, { input }, { person: '500' });

      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
      expect(sent).toEqual([]);
    },
  );

  it('is sent under a restricting policy that allows raw requests', async () => {
    const gateway = gatewayOver({ config: { policy: policyIn('own-calls, raw-requests') } });
    expect((await gateway.execute(query, { input })).errors).toBeUndefined();
  });
});
