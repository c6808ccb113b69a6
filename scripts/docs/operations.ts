import type { Company } from '../../sandbox/src/index.js';

/** The moment that the windows of these operations count from. */
export const NOW = Date.parse('2026-06-01T12:00:00Z');

/** An operation of which the reference says what it costs. */
export interface DocumentedOperation {
  readonly title: string;
  readonly query: string;
  readonly variables?: (company: Company) => Record<string, unknown>;
}

const day = (ago: number): string => new Date(NOW - ago * 86_400_000).toISOString();
const month = () => ({ from: day(30), to: day(0) });
const callIds = ({ calls }: Company, from: number, to: number): string[] =>
  calls.slice(from, to).map(({ metaData }) => metaData.id);

export const documentedOperations: readonly DocumentedOperation[] = [
  {
    title: '100 calls of a month, with brief, trackers, and host',
    query: `query CallsOfAMonth($from: DateTime, $to: DateTime) {
  calls(filter: { from: $from, to: $to }, first: 100) {
    nodes { title brief trackers { name count } primaryUser { name } }
  }
}`,
    variables: month,
  },
  {
    title: '250 calls with transcripts and speaker names',
    query: `query Transcripts($from: DateTime, $to: DateTime) {
  calls(filter: { from: $from, to: $to }, first: 250) {
    nodes { title transcript { text } }
  }
}`,
    variables: month,
  },
  {
    title: '50 calls, their parties, the users behind them, and their managers',
    query: `query Parties {
  calls(first: 50) {
    nodes { parties(affiliation: INTERNAL) { name user { name manager { name } } } }
  }
}`,
  },
  {
    title: 'A call by ID, basic fields only (with the least scope)',
    query: `query OneCall($id: ID!) {
  call(id: $id) { title startedAt durationSeconds }
}`,
    variables: (company) => ({ id: callIds(company, 10, 11)[0] }),
  },
  {
    title: 'A folder, its 30 calls, their transcripts and hosts',
    query: `query FolderCalls($id: ID!) {
  folder(id: $id) {
    name
    calls { call { transcript { text } primaryUser { name } } }
  }
}`,
    variables: ({ folders }) => ({
      id: folders.find(({ name }) => name === 'Best of discovery')?.id,
    }),
  },
  {
    title: 'The 20 newest calls',
    query: `query Newest {
  calls(first: 20, order: NEWEST_FIRST) { nodes { title startedAt } }
}`,
  },
  {
    title: '150 calls by ID',
    query: `query CallsByIds($ids: [ID!]!) {
  callsByIds(ids: $ids) { title brief }
}`,
    variables: (company) => ({ ids: callIds(company, 100, 250) }),
  },
  {
    title: 'Reviews of 40 calls of one list',
    query: `query Reviews {
  calls(first: 40) {
    nodes { title answeredScorecards { scorecardName answers { score } } }
  }
}`,
  },
  {
    title: 'A user by email address, with the manager and the direct reports',
    query: `query Team($email: String!) {
  searchUsers(email: $email) { name manager { name } directReports { name } }
}`,
    variables: ({ users }) => ({ email: users[20]?.emailAddress }),
  },
  {
    title: 'The calls of 12 users in a week',
    query: `query CallsOfUsers($ids: [ID!]!, $from: DateTime, $to: DateTime) {
  usersByIds(ids: $ids) {
    name
    calls(from: $from, to: $to, first: 100) { nodes { title } }
  }
}`,
    variables: ({ users }) => ({
      ids: users.slice(0, 12).map(({ id }) => id),
      from: day(8),
      to: day(1),
    }),
  },
  {
    title: 'Workspaces with their folders, trackers, and scorecards',
    query: `query Library {
  workspaces { name folders { name } trackers { name } scorecards { name } }
}`,
  },
  {
    title: 'The quota',
    query: `query Quota {
  quota { remainingToday }
}`,
  },
];
