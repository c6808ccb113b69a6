import type { Sample } from './support.js';

/** Members of a permission profile that say whose data it reaches. */
const reaches = ['dealsAccess', 'coachingAccess', 'insightsAccess', 'usageAccess', 'emailsAccess'];

/** Mutations of permission profiles, and of individual access to calls. */
export const permissionSamples: readonly Sample[] = [
  {
    name: 'grantCallAccess',
    type: 'GrantCallAccessInput',
    input: { grants: [{ callId: '7782342274025937895', userIds: ['77', '78'] }] },
    selection: 'callIds rejected { callId code message } requestId',
    method: 'PUT',
    path: '/v2/calls/users-access',
    body: { callAccessList: [{ callId: '7782342274025937895', userIds: ['77', '78'] }] },
    answer: { requestId: 'r1' },
    data: { callIds: ['7782342274025937895'], rejected: [], requestId: 'r1' },
  },
  {
    name: 'revokeCallAccess',
    type: 'RevokeCallAccessInput',
    input: { grants: [{ callId: '7782342274025937895', userIds: ['77'] }] },
    selection: 'callIds rejected { callId } requestId',
    method: 'DELETE',
    path: '/v2/calls/users-access',
    body: { callAccessList: [{ callId: '7782342274025937895', userIds: ['77'] }] },
    answer: { requestId: 'r1' },
    data: { callIds: ['7782342274025937895'], rejected: [], requestId: 'r1' },
  },
  {
    name: 'createPermissionProfile',
    type: 'CreatePermissionProfileInput',
    input: {
      workspaceId: '5',
      name: 'Team',
      description: 'Leads',
      ...Object.fromEntries(reaches.map((name) => [name, { level: 'ALL' }])),
      callsAccess: { level: 'MANAGERS_TEAM', teamLeadIds: ['77'] },
      forecastPermissions: {
        forecastAccess: { level: 'OWN' },
        editSubmissions: { level: 'REPORT_TO_THEM' },
        editTargets: { level: 'NONE' },
      },
      libraryFolderAccess: {
        level: 'SPECIFIC_FOLDERS',
        folderIds: ['61'],
        managePublicFolder: true,
        manageStreams: false,
        manageFolderCalls: true,
        shareFoldersAndStreams: true,
      },
      allow: ['SCORE_CALLS', 'AI_BUILDER'],
    },
    selection: 'requestId profile { id name callsAccess { level } capabilities workspace { id } }',
    method: 'POST',
    path: '/v2/permission-profile?workspaceId=5',
    body: {
      name: 'Team',
      description: 'Leads',
      ...Object.fromEntries(reaches.map((name) => [name, { permissionLevel: 'all' }])),
      callsAccess: { permissionLevel: 'managers-team', teamLeadIds: ['77'] },
      forecastPermissions: {
        forecastAccess: { permissionLevel: 'own' },
        forecastEditSubmissions: { permissionLevel: 'report-to-them' },
        forecastEditTargets: { permissionLevel: 'none' },
      },
      libraryFolderAccess: {
        permissionLevel: 'specific-folders',
        libraryFolderIds: ['61'],
        managePublicFolder: true,
        manageStreams: false,
        manageFolderCalls: true,
        shareFoldersAndStreams: true,
      },
      scoreCalls: true,
      aiBuilder: true,
    },
    answer: {
      requestId: 'r1',
      profile: { id: '7782342274025937897', name: 'Team', scoreCalls: true, deals: false },
    },
    data: {
      requestId: 'r1',
      profile: {
        id: '7782342274025937897',
        name: 'Team',
        callsAccess: null,
        capabilities: ['SCORE_CALLS'],
        workspace: { id: '5' },
      },
    },
  },
  {
    name: 'updatePermissionProfile',
    type: 'UpdatePermissionProfileInput',
    input: { id: '7782342274025937897', name: null, description: 'Leads', deny: ['DEALS'] },
    selection: 'requestId profile { id workspace { id } }',
    method: 'PUT',
    path: '/v2/permission-profile?profileId=7782342274025937897',
    body: { description: 'Leads', deals: false },
    answer: { requestId: 'r1', profile: { id: '7782342274025937897' } },
    data: { requestId: 'r1', profile: { id: '7782342274025937897', workspace: null } },
  },
];
