import { type Budget, callIds, CALLS, day, folderOf, TRANSCRIPTS, USERS } from './budgets.js';

const nodeIdOf = (type: string, id: string): string =>
  Buffer.from(`${type}:${id}`).toString('base64url');
const onlyIds = 'query ($ids: [ID!]!) { usersByIds(ids: $ids) { id } }';

/** The same rules met in other ways: counts, aliases, fragments, nesting. */
export const variations: readonly Budget[] = [
  {
    name: 'the same list under three aliases, each with other fields',
    query: `{
      a: calls(first: 100) { nodes { title } }
      b: calls(first: 30) { nodes { brief } pageInfo { endCursor } }
      c: calls(first: 100) { edges { node { trackers { name } } } totalCount }
    }`,
    cost: [[CALLS]],
  },
  {
    name: 'users met in parties, hosts and comments, all at one moment',
    query: `{ calls(first: 25) { nodes {
      primaryUser { name }
      parties { user { title } }
      comments { author { emailAddress } }
      interaction { speakers { user { active } } }
    } } }`,
    cost: [[CALLS], [USERS]],
  },
  {
    name: 'ids of users by fragments, lists and aliases in one request',
    query: `query ($id: ID!, $ids: [ID!]!) {
      user(id: $id) { ...who }
      other: user(id: $id) { ... on User { title } }
      usersByIds(ids: $ids) { ...who }
      users(filter: { userIds: $ids }) { nodes { ...who } }
    }
    fragment who on User { id name manager { id } }`,
    variables: ({ users }) => ({ id: users[7]?.id, ids: users.slice(10, 60).map(({ id }) => id) }),
    cost: [[USERS, USERS]],
  },
  {
    name: '101 distinct users need a second request',
    query: onlyIds,
    variables: ({ users }) => ({ ids: users.slice(0, 101).map(({ id }) => id) }),
    cost: [[USERS, USERS]],
  },
  {
    name: '100 users named ten times each need one request',
    query: onlyIds,
    variables: ({ users }) => ({
      ids: Array.from({ length: 10 }, () => users.slice(0, 100).map(({ id }) => id)).flat(),
    }),
    cost: [[USERS]],
  },
  {
    name: '101 calls take two pages, and no third',
    query: '{ calls(first: 101) { nodes { title } pageInfo { hasNextPage } } }',
    cost: [[CALLS], [CALLS]],
  },
  {
    name: '1,000 calls with a moment’s trackers and hosts',
    query: `{ calls(first: 1000) { nodes {
      primaryUser { name } trackers { name tracker { affiliation } }
    } } }`,
    cost: [...Array.from({ length: 10 }, () => [CALLS]), [USERS, USERS, USERS, 'listTrackers']],
  },
  {
    name: 'several single calls with transcripts, basic and detailed fields',
    query: `query ($a: ID!, $b: ID!, $c: ID!) {
      a: call(id: $a) { title transcript { wordCount } }
      b: call(id: $b) { media { audioUrl } transcript { wordCount } }
      c: call(id: $c) { id }
      d: callsByIds(ids: [$a, $b]) { brief }
    }`,
    variables: (company) => {
      const [a, b, c] = callIds(company, 40, 43);
      return { a, b, c };
    },
    cost: [[TRANSCRIPTS, CALLS]],
  },
  {
    name: 'workspaces, each with folders, trackers and scorecards',
    query: `{ workspaces {
      name folders { name workspace { name } } trackers { name } scorecards { name }
    } }`,
    cost: [
      ['listWorkspaces'],
      ['getLibraryStructure', 'getLibraryStructure', 'listScorecards', 'listTrackers'],
    ],
  },
  {
    name: 'one workspace by id, its parts beside it',
    query: `query ($id: ID!) {
      workspace(id: $id) { name folders { name } trackers { name } scorecards { name } }
    }`,
    variables: ({ workspaces }) => ({ id: workspaces[1]?.id }),
    cost: [['getLibraryStructure', 'listScorecards', 'listTrackers', 'listWorkspaces']],
  },
  {
    name: 'folder(id) in the first workspace, its calls beside its place',
    query: 'query ($id: ID!) { folder(id: $id) { parent { id } children { id } calls { title } } }',
    variables: (company) => ({ id: folderOf(company, 0) }),
    cost: [['getCallsInSpecificFolder', 'listWorkspaces'], ['getLibraryStructure']],
    lookUps: [['getCallsInSpecificFolder', 'listWorkspaces'], ['getLibraryStructure'], [CALLS]],
  },
  {
    name: 'the directory serves users by id that are wanted beside it',
    query: `query ($id: ID!, $email: String!) {
      searchUsers(email: $email) { name }
      user(id: $id) { name manager { name } }
    }`,
    variables: ({ users }) => ({ id: users[230]?.id, email: users[0]?.emailAddress }),
    cost: [['listUsers'], ['listUsers'], ['listUsers']],
  },
  {
    name: 'a user’s calls of a week beside the user',
    query: `query ($id: ID!) {
      user(id: $id) { name calls(from: "2026-05-25T00:00:00Z") { nodes { title } } }
    }`,
    variables: ({ users }) => ({ id: users[3]?.id }),
    cost: [[CALLS, USERS]],
  },
  {
    name: 'answers of scorecards in one walk, scorecards beside them',
    query: `query ($a: ID!, $b: ID!) {
      a: scorecard(id: $a) { name answers(first: 3) { nodes { id } } }
      b: scorecard(id: $b) { name answers(first: 3) { nodes { id } } }
    }`,
    variables: ({ scorecards }) => ({
      a: scorecards[0]?.scorecardId,
      b: scorecards[1]?.scorecardId,
    }),
    cost: [['listAnsweredScorecards', 'listScorecards']],
    lookUps: [['listAnsweredScorecards', 'listScorecards'], [CALLS]],
  },
  {
    name: 'what @skip and @include leave out costs nothing',
    query: `query ($no: Boolean = false) {
      calls(first: 10) { nodes {
        id
        primaryUser { id name @include(if: $no) }
        transcript @skip(if: true) { text }
        ... @include(if: $no) { workspace { name } }
      } }
      users @include(if: $no) { nodes { id } }
    }`,
    cost: [[CALLS]],
  },
  {
    name: 'all users with their managers: nobody read is read again',
    query: '{ users(first: 240) { nodes { name manager { name manager { name } } } } }',
    cost: [['listUsers'], ['listUsers'], ['listUsers']],
  },
  {
    name: 'reports of reports of reports',
    query: `query ($id: ID!) { user(id: $id) {
      directReports { name directReports { name manager { name } directReports { id } } }
    } }`,
    variables: ({ users }) => ({ id: users[0]?.id }),
    cost: [['listUsers'], ['listUsers'], ['listUsers']],
  },
  {
    name: 'a thousand calls by id with transcripts',
    query: 'query ($ids: [ID!]!) { callsByIds(ids: $ids) { title transcript { wordCount } } }',
    variables: (company) => ({ ids: callIds(company, 500, 1500) }),
    cost: [Array.from({ length: 20 }, (_, index) => (index < 10 ? TRANSCRIPTS : CALLS))],
  },
  {
    name: 'reviews with their calls, hosts and reviewers',
    query: `{ answeredScorecards(first: 50) { nodes {
      call { title primaryUser { id } } reviewedUser { name } reviewer { name } editor { name }
      scorecard { name }
    } } }`,
    cost: [['listAnsweredScorecards'], [CALLS, USERS]],
    lookUps: [['listAnsweredScorecards'], [CALLS], [USERS]],
  },
  {
    name: 'reviews of 1,000 calls: pages of their days, once',
    query: `{ calls(first: 1000) { nodes { answeredScorecards { id } } } }`,
    cost: { atMost: 14 },
  },
  {
    name: 'calls of 150 users go by hundreds',
    query: `query ($ids: [ID!]!, $from: DateTime, $to: DateTime) { usersByIds(ids: $ids) {
      calls(from: $from, to: $to, order: OLDEST_FIRST) { nodes { primaryUser { id } } }
    } }`,
    variables: ({ users }) => ({
      ids: users.slice(0, 150).map(({ id }) => id),
      from: day(5),
      to: day(1),
    }),
    cost: { atMost: 4 },
  },
  {
    name: 'folders with contents: one request for each folder',
    query: `query ($workspace: ID!) {
      folders(workspaceId: $workspace) { name calls { title call { title } addedBy { name } } }
    }`,
    variables: ({ workspaces }) => ({ workspace: workspaces[0]?.id }),
    cost: [
      ['getLibraryStructure'],
      Array.from({ length: 8 }, () => 'getCallsInSpecificFolder'),
      [CALLS, USERS],
    ],
    lookUps: [
      ['getLibraryStructure'],
      Array.from({ length: 8 }, () => 'getCallsInSpecificFolder'),
      [CALLS],
      [USERS],
    ],
  },
  {
    name: 'nodes of every type travel by type',
    query: `query ($nodeIds: [ID!]!) { nodes(nodeIds: $nodeIds) {
      nodeId ... on Call { brief } ... on User { name } ... on Workspace { name }
    } }`,
    variables: ({ calls, users, workspaces }) => ({
      nodeIds: [
        ...calls.slice(0, 60).map(({ metaData }) => nodeIdOf('Call', metaData.id)),
        ...users.slice(0, 60).map(({ id }) => nodeIdOf('User', id)),
        ...workspaces.map(({ id }) => nodeIdOf('Workspace', id)),
      ],
    }),
    cost: [[CALLS, USERS, 'listWorkspaces']],
  },
  {
    name: 'an operation about the graph alone asks Gong nothing',
    query: '{ __typename __type(name: "Call") { name } }',
    cost: [],
  },
  {
    name: '250 references of another subgraph to users, half of them by e-mail address',
    query: `query ($references: [_Any!]!) {
      _entities(representations: $references) { ... on User { name } }
    }`,
    variables: ({ users }) => ({
      references: Array.from({ length: 250 }, (_, index) => {
        const { id, emailAddress } = users[index % users.length] ?? {};
        return { __typename: 'User', ...(index % 2 === 0 ? { id } : { emailAddress }) };
      }),
    }),
    cost: [['listUsers'], ['listUsers'], ['listUsers']],
  },
];
