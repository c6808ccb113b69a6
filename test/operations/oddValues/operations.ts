import { createSchema } from '../../../src/graphql/schema.js';
import { INTEGRATION_ID } from '../../support/crm.js';
import { selectAll } from './selection.js';

const schema = createSchema();
const all = (type: string, ...except: string[]): string => selectAll(schema, type, except);
const fieldsOfCall = (...fields: string[]) => fields.map((field) => `Call.${field}`);

/** Fields of a call for which other operations of Gong's are read: they have GraphQL operations of their own. */
const elsewhere = fieldsOfCall('transcript', 'answeredScorecards', 'individualAccess');
const people = fieldsOfCall('parties', 'context', 'accounts', 'opportunities');
const analysis = fieldsOfCall(
  'structure',
  'topics',
  'trackers',
  'brief',
  'outline',
  'highlights',
  'keyPoints',
  'outcome',
  'interaction',
  'comments',
  'media',
);

const callWithAnalysis = all('Call', ...elsewhere, ...people);
const callWithPeople = all('Call', ...elsewhere, ...analysis).replace(
  /}$/,
  `accounts { now: field(name: "amount") then: field(name: "stage", at: TIME_OF_CALL) }
  opportunities { now: field(name: "stage") }
  both: context(timing: [NOW, TIME_OF_CALL]) ${all('CrmContext')}
  internal: parties(affiliation: INTERNAL) { partyId } }`,
);
const basicCall =
  '{ id title url startedAt scheduledAt durationSeconds isPrivate primaryUser { id } }';
const JANUARY = 'from: "2025-01-01", to: "2025-02-01"';
const DAYS = `{ ${JANUARY} }`;
const WEEKS = `(${JANUARY}, period: WEEK)`;
const folderSearch = ['Folder.parent', 'Folder.children', 'Folder.workspace', 'Folder.calls'];

const listedFlow = all('Flow', 'Flow.description', 'Flow.steps');
const instance = all('FlowInstance', 'FlowInstance.flow').replace(/}$/, 'flow { id name } }');

function connection(item: string, edges = 'edges { node { id } }'): string {
  return `{ totalCount pageInfo { hasNextPage hasPreviousPage } ${edges} nodes ${item} }`;
}

/** Reads that together select every field that comes from Gong, with a name for each. */
export const operations: readonly (readonly [string, string])[] = [
  ['calls with their people', `{ calls ${connection(callWithPeople)} }`],
  ['calls with their analysis', `{ calls ${connection(callWithAnalysis)} }`],
  ['calls, newest first', `{ calls(order: NEWEST_FIRST) ${connection(basicCall)} }`],
  ['calls of users', `{ usersByIds(ids: ["501", "502"]) { id calls { nodes ${basicCall} } } }`],
  ['callsByIds', `{ callsByIds(ids: ["101", "102"]) ${basicCall} }`],
  ['call by basic fields', `{ call(id: "101") ${basicCall} uploadStatus(callId: "101") }`],
  ['transcripts', `{ calls { nodes { id transcript ${all('Transcript')} } } }`],
  [
    'speakers',
    '{ callsByIds(ids: ["101", "102"]) { id transcript { text(timestamps: true, toSeconds: 6) } parties { name } } }',
  ],
  ['reviews of calls', `{ calls { nodes { id answeredScorecards ${all('AnsweredScorecard')} } } }`],
  [
    'users',
    `{ users ${connection(all('User', 'User.directReports', 'User.permissionProfiles'))} }`,
  ],
  [
    'activity',
    `{ usersByIds(ids: ["501", "502"]) {
       id activity(${JANUARY}) ${all('UserActivity')}
     } }`,
  ],
  [
    'activity in other forms',
    `{ userActivity(filter: ${DAYS}) ${connection(all('UserActivity'), '')}
       usersByIds(ids: ["501", "502"]) {
         id
         activityByPeriod${WEEKS} ${all('UserActivityBucket')}
         activityByDay(${JANUARY}) ${all('UserActivityDay')}
         interaction(${JANUARY}) ${all('UserInteraction')}
       } }`,
  ],
  [
    'coaching',
    `{ user(id: "501") { id coaching(workspaceId: "11", from: "2025-01-01T00:00:00Z", to: "2025-02-01T00:00:00Z")
         ${all('CoachingReport', 'CoachedUser.metrics')} } }`,
  ],
  [
    'dialer outcomes and brief definitions',
    `{ dialerOutcomes ${all('DialerOutcome')} briefDefinitions ${all('BriefDefinition')} }`,
  ],
  ['active users', `{ users(filter: { active: true }) ${connection('{ id active }')} }`],
  [
    'usersByIds',
    `{ usersByIds(ids: ["501", "502", "503"]) ${all('User', 'User.directReports', 'User.permissionProfiles')} }`,
  ],
  ['directReports', '{ user(id: "501") { id directReports { id name manager { id name } } } }'],
  [
    'searchUsers',
    `{ main: searchUsers(email: "user501@acme.com") { id name }
       alias: searchUsers(email: "alias502@acme.com") { id }
       phone: searchUsers(phoneNumber: "14155550503") { id } }`,
  ],
  [
    '_entities by email',
    `{ _entities(representations: [{ __typename: "User", emailAddress: "user501@acme.com" }]) {
       ... on User { id name } } }`,
  ],
  [
    'workspaces',
    `{ workspaces ${all('Workspace', ...folderSearch, 'Workspace.permissionProfiles')} }`,
  ],
  ['permission profiles', `{ workspaces { id permissionProfiles ${all('PermissionProfile')} } }`],
  ['permissionProfile', `{ permissionProfile(id: "41") ${all('PermissionProfile')} }`],
  [
    'permission profiles of users',
    '{ usersByIds(ids: ["501", "502", "503"]) { id permissionProfiles { id workspace { id } } } }',
  ],
  ['individual access', '{ callsByIds(ids: ["101", "102"]) { id individualAccess { id } } }'],
  ['trackers', `{ trackers ${all('Tracker')} }`],
  ['scorecards', `{ scorecards ${all('Scorecard')} }`],
  ['folders', `{ folders(workspaceId: "11") ${all('Folder', 'Folder.calls')} }`],
  ['folder', `{ folder(id: "61") ${all('Folder')} }`],
  ['answeredScorecards', `{ answeredScorecards ${connection(all('AnsweredScorecard'))} }`],
  [
    'records that others refer to',
    `{ answeredScorecards { nodes { id
         call ${basicCall} reviewedUser { id name } scorecard { id name enabled } } } }`,
  ],
  ['flows', `{ flows(ownerEmail: "user501@acme.com") ${connection(listedFlow)} }`],
  ['flows of users', `{ usersByIds(ids: ["501"]) { id flows ${connection('{ id name }')} } }`],
  ['flowsByIds', `{ flowsByIds(ids: ["401", "402"]) ${all('Flow')} }`],
  [
    'flowFolders',
    `{ flowFolders(ownerEmail: "user501@acme.com") ${connection(all('FlowFolder'))} }`,
  ],
  ['prospectFlows', `{ prospectFlows(crmProspectIds: ["003A", "003B"]) ${instance} }`],
  ['flowInstancesByIds', `{ flowInstancesByIds(ids: ["421", "422"]) ${instance} }`],
  [
    'flowBulkJob',
    `{ flowBulkJob(id: "d3b0f9c6-0000-4000-8000-1234567890ab") ${all('FlowBulkJob')} }`,
  ],
  [
    'tasks',
    `{ user(id: "501") { id tasks(filter: {}) ${all('EngageTask', 'EngageTask.flow').replace(
      /}$/,
      'flow { id name } }',
    )} } }`,
  ],
  [
    'dataSubject',
    `{ byEmail: dataSubject(email: "p101b@customer.com") ${all('DataSubject', 'DataSubject.confirmation')}
       byNumber: dataSubject(phoneNumber: "+49 30 123432") ${all('DataSubject', 'DataSubject.confirmation')} }`,
  ],
  [
    'crmIntegration',
    `{ crmIntegration { id name ownerEmail
         schema(objectType: ACCOUNT) ${all('CrmSchemaField')} } }`,
  ],
  [
    'uploaded CRM objects',
    '{ crmIntegration { id objects(objectType: ACCOUNT, ids: ["a1", "a2"]) { id fields } } }',
  ],
  [
    'crmJob',
    `{ crmJob(integrationId: "${INTEGRATION_ID}", clientRequestId: "up-1") ${all('CrmJob')} }`,
  ],
  [
    'auditLog',
    `{ auditLog(type: USER_ACTIVITY, from: "2026-05-01T00:00:00Z", to: "2026-06-01T00:00:00Z")
       ${connection(all('AuditLogEntry'), 'edges { node { at } }')} }`,
  ],
  [
    'meetingIntegrationStatus',
    `{ meetingIntegrationStatus(emails: ["user501@acme.com", "user502@acme.com"])
       ${all('MeetingIntegrationStatus')} }`,
  ],
];
