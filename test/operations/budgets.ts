import type { Company } from '../../sandbox/src/index.js';
import { companyCopy } from '../support/company.js';
import type { Rounds } from '../support/rounds.js';

/** The moment that all of these count from. */
export const NOW = Date.parse('2026-06-01T12:00:00Z');

/** What one query may cost at Gong, from a cold start. */
export interface Budget {
  readonly name: string;
  readonly query: string;
  readonly variables?: (company: Company) => Record<string, unknown>;
  /** The operations of each round trip, sorted; or, where traffic decides, the most requests. */
  readonly cost: Rounds | { readonly atMost: number };
  /** The same where private calls are hidden, if calls that are only named have to be looked up. */
  readonly lookUps?: Rounds;
  /** Whether some of it must not be cached. */
  readonly isNeverCached?: true;
}

/** 240 users and 2,000 calls of 120 days, at even distances; every party has a name. */
export function createBudgetCompany(): Company {
  return companyCopy(
    { now: NOW, users: 240, calls: 2000, days: 120, steady: true },
    {
      name: 'every party has a name',
      change: ({ calls }) => {
        for (const { parties } of calls) {
          for (const [index, party] of (parties ?? []).entries()) {
            party.name ??= `Guest ${index + 1}`;
          }
        }
      },
    },
  );
}

/** The most requests that the row allows. */
export function requestsAllowed({ cost }: Budget): number {
  return 'atMost' in cost ? cost.atMost : cost.flat().length;
}

export const CALLS = 'listCallsExtensive';
export const USERS = 'listMultipleUsers';
export const TRANSCRIPTS = 'getCallTranscripts';
const DAY_MS = 86_400_000;

const PROFILE_USERS = 'listPermissionProfileUsers';
const repeated = (id: string, times: number): string[] => Array.from({ length: times }, () => id);

export const day = (ago: number): string => new Date(NOW - ago * DAY_MS).toISOString();
const month = () => ({ from: day(30), to: day(0) });
export const callIds = ({ calls }: Company, from: number, to: number): string[] =>
  calls.slice(from, to).map(({ metaData }) => metaData.id);
export const managers = ({ users }: Company): string[] => users.slice(1, 6).map(({ id }) => id);
/** "Best of discovery": 30 calls. */
export const folderOf = ({ folders }: Company, place: number): string =>
  folders.filter(({ name }) => name === 'Best of discovery')[place]?.id ?? '';

/** Each kind for 150 users, and the coaching of one. */
const statistics = [
  'listInteractionStats',
  'listInteractionStats',
  'listMultipleUsersAggregateActivity',
  'listMultipleUsersAggregateActivity',
  'listMultipleUsersAggregateByPeriod',
  'listMultipleUsersAggregateByPeriod',
  'listMultipleUsersDayByDayActivity',
  'listMultipleUsersDayByDayActivity',
  'listUsers_1',
];

export const budgets: readonly Budget[] = [
  {
    name: '100 calls of a month: title, duration, primary user’s name',
    query: `query ($from: DateTime, $to: DateTime) {
      calls(filter: { from: $from, to: $to }, first: 100) {
        nodes { title durationSeconds primaryUser { name } }
      }
    }`,
    variables: month,
    cost: [[CALLS], [USERS]],
  },
  {
    name: '100 calls of a month, also with brief and trackers',
    query: `query ($from: DateTime, $to: DateTime) {
      calls(filter: { from: $from, to: $to }, first: 100) {
        edges { node { ...basics brief trackers { name count } } }
      }
    }
    fragment basics on Call { title durationSeconds primaryUser { name } }`,
    variables: month,
    cost: [[CALLS], [USERS]],
  },
  {
    name: '100 calls: ids, titles, primaryUser { id }',
    query:
      '{ calls(first: 100) { nodes { id title primaryUser { id nodeId } workspace { id } } } }',
    cost: [[CALLS]],
  },
  {
    name: '50 calls: parties, each internal party’s user, that user’s manager',
    query: `query ($hosts: [ID!]) {
      calls(filter: { primaryUserIds: $hosts }, first: 50) {
        nodes { parties(affiliation: INTERNAL) { name user { name manager { name } } } }
      }
    }`,
    variables: ({ users }) => ({ hosts: users.slice(0, 10).map(({ id }) => id) }),
    cost: [[CALLS], [USERS], [USERS]],
  },
  {
    name: '20 calls with transcript and speaker names',
    query: `{ calls(first: 20) { nodes {
      title
      transcript { monologues { speaker { name } sentences { text } } }
    } } }`,
    cost: [[CALLS], [TRANSCRIPTS]],
  },
  {
    name: '250 calls with transcript and speaker names',
    query: '{ calls(first: 250) { nodes { title transcript { text } } } }',
    cost: [[CALLS], [CALLS], [CALLS], [TRANSCRIPTS, TRANSCRIPTS, TRANSCRIPTS]],
  },
  {
    name: 'two aliases call(id:) of different calls, different fields',
    query: `query ($one: ID!, $two: ID!) {
      one: call(id: $one) { title brief }
      two: call(id: $two) { startedAt parties { name } }
    }`,
    variables: (company) => {
      const [one, two] = callIds(company, 10, 12);
      return { one, two };
    },
    cost: [[CALLS]],
  },
  {
    name: 'one call(id:), basic fields',
    query: 'query ($id: ID!) { call(id: $id) { title primaryUser { id } workspace { id } } }',
    variables: (company) => ({ id: callIds(company, 10, 11)[0] }),
    cost: [['getCall']],
  },
  {
    name: 'calls page + trackers + scorecards + workspaces + folders of one workspace',
    query: `query ($workspace: ID!) {
      calls(first: 50) { nodes { title } }
      trackers(workspaceId: $workspace) { name }
      scorecards { name questions { text } }
      workspaces { name }
      folders(workspaceId: $workspace) { name parent { name } }
    }`,
    variables: ({ workspaces }) => ({ workspace: workspaces[0]?.id }),
    cost: [['getLibraryStructure', CALLS, 'listScorecards', 'listTrackers', 'listWorkspaces']],
  },
  {
    name: 'folder (name, creator’s id) with its 30 calls’ titles and notes',
    query: `query ($id: ID!) {
      folder(id: $id) { name createdBy { id } calls { title note call { id } } }
    }`,
    variables: (company) => ({ id: folderOf(company, 0) }),
    cost: [['getCallsInSpecificFolder']],
    lookUps: [['getCallsInSpecificFolder'], [CALLS]],
  },
  {
    name: 'folder → its 30 calls → transcript, primary user’s name',
    query: `query ($id: ID!) {
      folder(id: $id) { name calls { call { transcript { text } primaryUser { name } } } }
    }`,
    variables: (company) => ({ id: folderOf(company, 0) }),
    cost: [['getCallsInSpecificFolder'], [TRANSCRIPTS, CALLS], [USERS]],
    lookUps: [['getCallsInSpecificFolder'], [CALLS], [TRANSCRIPTS, USERS]],
  },
  {
    name: 'the 20 newest calls, no window',
    query: '{ calls(order: NEWEST_FIRST) { nodes { title startedAt } } }',
    cost: { atMost: 3 },
  },
  {
    name: 'callsByIds of 150 ids, some unknown',
    query: 'query ($ids: [ID!]!) { callsByIds(ids: $ids) { id title brief } }',
    variables: (company) => ({
      ids: callIds(company, 100, 245).reverse().concat(['1', '2', '3', '4', '5']),
    }),
    cost: [[CALLS, CALLS]],
  },
  {
    name: 'answeredScorecards of 40 calls of one list',
    query: `{ calls(first: 40) { nodes {
      answeredScorecards { scorecardName reviewer { id } answers { score } }
    } } }`,
    cost: [[CALLS], ['listAnsweredScorecards']],
  },
  {
    name: 'folder(id) with workspace, parent and children; two workspaces searched',
    query: `query ($id: ID!) {
      folder(id: $id) { name workspace { name } parent { name } children { name } }
    }`,
    variables: (company) => ({ id: folderOf(company, 1) }),
    cost: [['listWorkspaces'], ['getLibraryStructure'], ['getLibraryStructure']],
  },
  {
    name: 'directReports of 5 managers, searchUsers, a user by e-mail',
    query: `query ($ids: [ID!]!, $email: String!, $phone: String!) {
      usersByIds(ids: $ids) { name directReports { name } }
      byPhone: searchUsers(phoneNumber: $phone) { name }
      byEmail: searchUsers(email: $email) { name manager { name } }
    }`,
    variables: (company) => ({
      ids: managers(company),
      email: company.users[200]?.emailAddress,
      phone: company.users[0]?.phoneNumber,
    }),
    cost: [['listUsers'], ['listUsers'], ['listUsers']],
  },
  {
    name: 'the calls of 12 users in a week, by id',
    query: `query ($ids: [ID!]!, $from: DateTime, $to: DateTime) {
      usersByIds(ids: $ids) { id name calls(from: $from, to: $to, first: 100) { nodes { title } } }
    }`,
    variables: ({ users }) => ({
      ids: users.slice(0, 12).map(({ id }) => id),
      from: day(8),
      to: day(1),
    }),
    cost: [[CALLS, USERS]],
  },
  {
    name: 'the CRM integration with the schema of deals and 150 accounts, and an upload',
    query: `query ($id: ID!, $ids: [ID!]!) {
      crmIntegration {
        name
        schema(objectType: DEAL) { name type }
        objects(objectType: ACCOUNT, ids: $ids) { fields }
      }
      crmJob(integrationId: $id, clientRequestId: "nightly-accounts") { status }
    }`,
    variables: ({ crm }) => ({
      id: crm.integration?.integrationId,
      ids: Array.from({ length: 150 }, (_, index) => `00${index}`),
    }),
    cost: [
      ['getRequestStatus', 'listGenericCrmIntegration'],
      ['getCrmObjects', 'getCrmObjects', 'listCrmSchemaFields'],
    ],
  },
  {
    name: 'the calls of 12 hosts in a week, of whom only ids are asked',
    query: `query ($from: DateTime, $to: DateTime) {
      calls(first: 12) { nodes { primaryUser {
        id
        calls(from: $from, to: $to, first: 100) { nodes { title } }
      } } }
    }`,
    variables: () => ({ from: day(8), to: day(1) }),
    cost: [[CALLS], [CALLS]],
  },
  {
    name: 'permission profiles of all workspaces, and the users of each',
    query: '{ workspaces { name permissionProfiles { name users { id } } } }',
    cost: [['listWorkspaces'], repeated('listPermissionProfile', 2), repeated(PROFILE_USERS, 10)],
  },
  {
    name: 'the permission profiles of 5 users',
    query: 'query ($ids: [ID!]!) { usersByIds(ids: $ids) { name permissionProfiles { name } } }',
    variables: (company) => ({ ids: managers(company) }),
    cost: [
      [USERS],
      ['listWorkspaces'],
      repeated('listPermissionProfile', 2),
      repeated(PROFILE_USERS, 10),
    ],
  },
  {
    name: '100 calls with the users that have individual access',
    query: '{ calls(first: 100) { nodes { title individualAccess { id } } } }',
    cost: [[CALLS], ['getUsersAccessToCalls']],
  },
  {
    name: '20 flows of a user with their steps, and flows by ID',
    query: `query ($email: String!, $ids: [ID!]!) {
      flows(ownerEmail: $email, first: 20) { nodes { name steps { action } } }
      flowsByIds(ids: $ids) { name description }
    }`,
    variables: ({ users, engage }) => ({
      email: users[0]?.emailAddress,
      ids: engage.flows.map(({ id }) => id),
    }),
    cost: [['getFlowSteps', 'listFlows']],
  },
  {
    name: '150 prospects with their flows and workspaces',
    query: `query ($ids: [ID!]!) {
      prospectFlows(crmProspectIds: $ids) { flow { name visibility } workspace { name } }
    }`,
    variables: ({ engage }) => ({ ids: engage.prospects.slice(0, 150).map(({ crmId }) => crmId) }),
    cost: [
      ['getProspectsAssignedFlows', 'getProspectsAssignedFlows'],
      ['getFlowSteps', 'listWorkspaces'],
    ],
  },
  {
    name: 'the open tasks of 3 users: one request each',
    query: `query ($ids: [ID!]!) { usersByIds(ids: $ids) { id tasks(filter: {}) { title flow { name } } } }`,
    variables: ({ users }) => ({ ids: users.slice(0, 3).map(({ id }) => id) }),
    cost: [[USERS], ['listTasks', 'listTasks', 'listTasks']],
  },
  {
    name: 'all statistics of 150 users in a month, and their coaching of one',
    query: `query ($ids: [ID!]!, $id: ID!, $workspace: ID!, $from: DateTime!, $to: DateTime!) {
      usersByIds(ids: $ids) {
        activity(from: "2026-05-01", to: "2026-06-01") { callsAsHost user { id } }
        activityByPeriod(from: "2026-05-01", to: "2026-06-01", period: WEEK) { callsAsHost }
        activityByDay(from: "2026-05-01", to: "2026-06-01") { from callsAsHost { id } }
        interaction(from: "2026-05-01", to: "2026-06-01") { patienceSeconds }
      }
      user(id: $id) { coaching(workspaceId: $workspace, from: $from, to: $to) { reports { user { id } } } }
    }`,
    variables: ({ users, workspaces }) => ({
      ids: users.slice(0, 150).map(({ id }) => id),
      id: users[1]?.id,
      workspace: workspaces[0]?.id,
      from: day(30),
      to: day(0),
    }),
    cost: [[USERS, USERS], statistics],
    lookUps: [[USERS, USERS], statistics, [CALLS, CALLS, CALLS, CALLS]],
  },
  {
    name: 'activity of all users with names; outcomes and brief definitions of all workspaces',
    query: `{
      userActivity(filter: { from: "2026-05-01", to: "2026-06-01" }, first: 200) {
        nodes { callsAsHost user { name } }
      }
      dialerOutcomes { name }
      briefDefinitions { name }
      workspaces { briefDefinitions { name } }
    }`,
    cost: { atMost: 7 },
  },
  {
    name: 'what refers to a contact, with the calls',
    query: `query ($email: String) {
      dataSubject(email: $email) { confirmation emails { id } calls { status call { title } } }
    }`,
    variables: ({ calls }) => ({
      email: calls
        .flatMap(({ parties }) => parties ?? [])
        .find(({ affiliation, emailAddress }) => affiliation === 'External' && emailAddress != null)
        ?.emailAddress,
    }),
    cost: [['findAllReferencesToEmailAddress'], [CALLS]],
    isNeverCached: true,
  },
];
